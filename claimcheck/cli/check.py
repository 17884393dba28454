"""`claimcheck check`: hold articles against claims, and report."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

import claimcheck as cc
from claimcheck import configuration, engines, reports
from claimcheck.cli.inputs import (
    OnError,
    claims_argument,
    claims_of,
    documents_of,
    left_out,
    on_error_option,
    recursive_option,
    source_option,
    sources_option,
    sources_root_option,
)
from claimcheck.cli.output import ColorChoice, color_option, complain, emit, pen
from claimcheck.cli.progress import progress
from claimcheck.cli.selection import Selection, for_sources, with_tied
from claimcheck.model.claim import ClaimSet
from claimcheck.model.finding import Report
from claimcheck.verdict import Severity, severity

if TYPE_CHECKING:
    from claimcheck.difference import Difference

_FORMATS = tuple(reports.MEMBERS)
_HERE = next(iter(engines.MEMBERS))
_FOR_PEOPLE = ("full", "concise")

_EPILOG = """\b
Examples:
  claimcheck check                                  # ./claims and ./sources.yaml
  claimcheck check claims/merida.yaml --sources articles/
  claimcheck check -k "funding or start" -v
  claimcheck check --format json --output-file report.json
  claimcheck check --fail-on discrepant --format concise
  claimcheck check --baseline report.json --fail-on tension
  claimcheck check --sources archive/ --engine processes --workers 8 --checkpoint run.sqlite
  claimcheck check --sources archive.jsonl.gz --on-error skip

\b
Settings that never change can stand in claimcheck.toml (or [tool.claimcheck] of pyproject.toml):
  claims = "claims"
  sources = "seeds/sources.yaml"
  fail-on = "discrepant"
"""


@click.command(epilog=_EPILOG)
@claims_argument
@sources_option
@sources_root_option
@recursive_option
@on_error_option
@click.option(
    "--format", "format_", type=click.Choice(_FORMATS), help="How to report (default: full, or by --output-file)."
)
@click.option(
    "--output-file", type=click.Path(path_type=Path), help="Write the report to this file, whole or not."
)
@click.option(
    "-k", "words", default="", metavar="EXPR", help="Only claims whose names fit: 'funding and not toll'."
)
@click.option("--claim", "claim_ids", multiple=True, metavar="ID", help="Only this claim (can be given again).")
@source_option
@click.option("--tag", "tags", multiple=True, help="Only claims with this tag (can be given again).")
@click.option(
    "--fail-on",
    type=click.Choice(configuration.FAIL_ON),
    help="Exit with 1 if a finding is this grave or graver: single_source < tension < discrepant.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="REPORT",
    help="An earlier JSON report: say what has changed since, and let --fail-on count only what is new.",
)
@click.option(
    "--engine",
    type=click.Choice(tuple(engines.MEMBERS)),
    default=_HERE,
    show_default=True,
    help="Where the work is done: in this process, in several of this machine, or by Dask.",
)
@click.option("--workers", type=click.IntRange(1), metavar="N", help="How many processes (default: one a core).")
@click.option(
    "--address", default="", metavar="tcp://HOST:PORT", help="The Dask scheduler, where it is another machine's."
)
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keep finished work in this file, and go on from there when the same check is run again.",
)
@color_option
@click.option("-q", "--quiet", is_flag=True, help="Show only what needs attention, and no progress.")
@click.option(
    "-v", "--verbose", count=True, help="Show senses, scores, weak readings, all pairs, nearest sentences."
)
def check(
    claims: tuple[Path, ...],
    sources: tuple[Path, ...],
    sources_root: Path | None,
    recursive: bool,
    on_error: OnError,
    format_: str | None,
    output_file: Path | None,
    words: str,
    claim_ids: tuple[str, ...],
    source_ids: tuple[str, ...],
    tags: tuple[str, ...],
    fail_on: str | None,
    baseline: Path | None,
    engine: str,
    workers: int | None,
    address: str,
    checkpoint: Path | None,
    color: ColorChoice,
    quiet: bool,
    verbose: int,
) -> None:
    """Hold articles against claims; say where they agree and differ, and why.

    CLAIMS are claim files or folders of them (default: ./claims). Every sentence of the sources that speaks
    of a claim is found, its value is read, and the sources are compared with one another.
    """
    settings = configuration.load(Path.cwd(), _FORMATS)
    member = _format(format_, output_file, settings.format)
    claim_set = claims_of(claims, settings)
    chosen = Selection(claim_ids, tags, words).chosen(claim_set)
    previous = None if baseline is None else reports.read_report(baseline)
    engines.by_name(engine, workers, address)
    lazily = engine != _HERE or checkpoint is not None or on_error == "skip"
    documents = documents_of(sources, sources_root, settings, recursive=recursive, lazily=lazily)
    held, documents = for_sources(with_tied(claim_set, chosen), documents, source_ids)
    with progress(quiet=quiet) as tell, _stoppable(checkpoint):
        report = cc.check(
            held,
            documents,
            progress=tell,
            engine=engine,
            workers=workers,
            address=address,
            checkpoint=checkpoint,
            on_error=on_error,
        )
    report = evolve(report, findings=tuple(f for f in report if f.claim.id in chosen))
    since = None if previous is None else cc.diff(report, _comparable(previous, claim_set, chosen))
    how_much = -1 if quiet else verbose
    if output_file:
        reports.write_text(output_file, member.render(report, verbose=how_much))
    else:
        at = pen(color)
        emit(member.render(report, width=at.width, color=at.color, ascii=at.ascii, verbose=how_much))
    if since is not None:
        _tell(since, beside=output_file is None and member.NAME in _FOR_PEOPLE)
    if report.skipped:
        shown = output_file is None and member.NAME in _FOR_PEOPLE
        complain(left_out(report.skipped, () if shown else report.skipped_sources))
    gravest = max(map(severity, report), default=0) if since is None else since.severity
    _exit(gravest, fail_on or settings.fail_on)


def _format(asked: str | None, output_file: Path | None, configured: str | None) -> reports.Format:
    """What is asked for comes first, then what the file's name says, then the configuration."""
    if asked:
        return reports.by_name(asked)
    if output_file and output_file.suffix:
        return reports.for_path(output_file)
    return reports.by_name(configured or _FORMATS[0])


@contextmanager
def _stoppable(checkpoint: Path | None) -> Iterator[None]:
    """Ctrl-C ends the command as every other, after saying what has been kept."""
    try:
        yield
    except KeyboardInterrupt:
        if checkpoint is not None:
            complain(f"stopped; what is done is kept in {checkpoint}: run the same command again to go on")
        raise


def _comparable(previous: Report, claims: ClaimSet, chosen: Collection[str]) -> Report:
    """The earlier report without the claims that still exist but are not asked for this time."""
    left_out = {claim.id for claim in claims} - set(chosen)
    return evolve(previous, findings=tuple(f for f in previous if f.claim.id not in left_out))


def _tell(since: "Difference", *, beside: bool) -> None:
    """Say what has changed: below a report for people, else on standard error, where it spoils no data."""
    from claimcheck import difference  # only who gives an earlier report needs it

    if beside:
        emit("\n" + difference.told(since, ascii=pen("never").ascii))
    else:
        complain(difference.told(since).rstrip("\n"))


def _exit(gravest: int, fail_on: str | None) -> None:
    """Exit with 1 if the gravest finding (with a baseline: new concern) is at or above the level asked for."""
    if fail_on and gravest >= Severity[fail_on.upper()]:
        click.get_current_context().exit(1)
