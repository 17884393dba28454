"""The report as annotations of a GitHub workflow, shown beside the claims they are about."""

from collections.abc import Iterator, Mapping

from claimcheck.concerns import Concern, gravest, of_report
from claimcheck.digest import around, cut
from claimcheck.model.finding import Report
from claimcheck.terminal import inert
from claimcheck.verdict import Severity

NAME = "github"
SUFFIXES: tuple[str, ...] = ()

_COMMANDS = {Severity.DISCREPANT: "error", Severity.TENSION: "warning", Severity.SINGLE_SOURCE: "notice"}
_MESSAGE = 2_000  # characters of a message; GitHub cuts longer ones somewhere
_TITLE = 200
_SKIPPED = 5  # sources left out that are named: each takes one of the few annotations that are shown
LIMIT = 200
"""Most annotations: GitHub shows ten of a kind a step and fifty a run, and the log should stay readable."""
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as workflow commands, one line a concern.

    An annotation stands at the claim (or at the curated reading) in its claim file, since that is what a pull
    request changes; without one it stands at the words in the article. Discrepancies are errors, tensions
    warnings, claims that fewer than two origins speak of notices; the step that prints them does not fail. Of very
    many the gravest are written, and a line says how many more there are. Sources that cannot be read and are left
    out are warnings too.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to write ASCII only.
        verbose: Below 0 notices are left out.
    """
    least = Severity.TENSION if verbose < 0 else Severity.SINGLE_SOURCE
    concerns = [c for c in of_report(report) if c.severity >= least]
    shown, more = gravest(concerns, LIMIT)
    lines = [_line(report, c, ascii) for c in shown]
    if more:
        lines.append(f"::notice title=claimcheck::{more} more concerns are left out, the least grave")
    lines += _skipped(report, ascii)
    return "".join(line + "\n" for line in lines)


def _skipped(report: Report, ascii: bool) -> Iterator[str]:
    """A warning for each of the first sources that are left out, and one that counts the rest."""
    told = report.skipped_sources[:_SKIPPED]
    for source in told:
        where: dict[str, object] = {"title": "claimcheck: a source is left out"}
        if source.place is not None:
            where = {"file": source.place.path, "line": source.place.line, "col": source.place.column, **where}
        yield _command("warning", where, f"left out, as it cannot be read: {cut(source.reason, _MESSAGE)}", ascii)
    more = report.skipped - len(told)
    if more:
        said = f"{more:,} more sources are left out, as they cannot be read"
        yield _command("warning", {"title": "claimcheck: sources are left out"}, said, ascii)


def _line(report: Report, concern: Concern, ascii: bool) -> str:
    properties = {**_where(report, concern), "title": cut(f"{concern.claim_id}: {concern.rule}", _TITLE)}
    said = [concern.reason]
    if concern.evidence is not None:
        said.append(_quoted(report, concern))
    return _command(_COMMANDS[concern.severity], properties, cut(". ".join(said), _MESSAGE), ascii)


def _command(kind: str, properties: Mapping[str, object], message: str, ascii: bool) -> str:
    told = ",".join(
        f"{name}={inert(str(value), ascii=ascii).translate(_PROPERTY)}" for name, value in properties.items()
    )
    return f"::{kind} {told}::{inert(message, ascii=ascii).translate(_DATA)}"


def _where(report: Report, concern: Concern) -> dict[str, object]:
    place = concern.place
    if place is not None:
        return {"file": place.path, "line": place.line, "col": place.column}
    evidence = concern.evidence
    source = next((s for s in report.sources if evidence is not None and s.id == evidence.source_id), None)
    if evidence is None or source is None or not source.file:
        return {}
    return {
        "file": source.path,
        "line": evidence.excerpt.line,
        "col": evidence.excerpt.column,
    }


def _quoted(report: Report, concern: Concern) -> str:
    assert concern.evidence is not None
    excerpt = concern.evidence.excerpt
    words = "".join(around(excerpt))
    return f"{_path(report, concern.evidence.source_id)}:{excerpt.line}:{excerpt.column}: {words}"


def _path(report: Report, source_id: str) -> str:
    return next((s.path for s in report.sources if s.id == source_id), source_id)
