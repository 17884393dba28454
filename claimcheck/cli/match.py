"""`claimcheck match`: which sentences speak of a claim, how surely, and why not the others."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

import claimcheck as cc
from claimcheck import configuration, reports
from claimcheck.cli.check import claim_paths, documents_of
from claimcheck.cli.output import ColorChoice, color_option, emit, pen
from claimcheck.cli.selection import Selection, for_sources
from claimcheck.errors import InvalidInput, Problem
from claimcheck.model.claim import Claim, ClaimSet, Match, Weight
from claimcheck.model.text import Document, Span
from claimcheck.policy import DEFAULT
from claimcheck.terminal import STYLES, Line, Pen, Run, pad

_ENOUGH = 12  # matches shown where --limit does not say
_INDENT = "      "


@click.command(
    epilog="""\b
Examples:
  claimcheck match merida-start-year
  claimcheck match merida-start-year claims/merida.yaml --sources articles/
  claimcheck match merida-start-year --source 001 --limit 3"""
)
@click.argument("claim_id", metavar="CLAIM-ID")
@click.argument("claims", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--sources",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A manifest (sources.yaml), a folder of articles, or a file; can be given again for more files.",
)
@click.option(
    "--sources-root",
    type=click.Path(path_type=Path),
    help="The folder that the manifest's files are in, where that is not its own.",
)
@click.option("--source", "source_ids", multiple=True, metavar="ID", help="Only this source (can be given again).")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=_ENOUGH,
    show_default=True,
    metavar="N",
    help="How many to show; 0 shows all.",
)
@color_option
def match(
    claim_id: str,
    claims: tuple[Path, ...],
    sources: tuple[Path, ...],
    sources_root: Path | None,
    source_ids: tuple[str, ...],
    limit: int,
    color: ColorChoice,
) -> None:
    """Show which sentences speak of a claim, how surely, and why not the others.

    CLAIM-ID is the claim, CLAIMS the files or folders it is looked for in (default: ./claims). The sentences
    stand with the surest first; below each, what its score is made of, and why it is not taken if it is not.
    """
    settings = configuration.load(Path.cwd(), tuple(reports.MEMBERS))
    claim_set = cc.load_claims(*claim_paths(claims or settings.claims))
    if not len(claim_set):
        raise InvalidInput(Problem("there are no claims in these files", "write one; see docs/claim-files.md"))
    Selection((claim_id,)).chosen(claim_set)
    found = documents_of(sources, sources_root, settings, cc.load_sources)
    _, held = for_sources(ClaimSet(()), found, source_ids)
    documents = [document for document in held if isinstance(document, Document)]
    claim = claim_set[claim_id]
    at = pen(color)
    emit(at.paint(_lines(at, claim, cc.match(claim, documents), limit)))


def _lines(at: Pen, claim: Claim, matches: Sequence[Match], limit: int) -> Iterator[Line]:
    yield at.line((claim.id, "bold"), (f"  {claim.kind}", ""))
    yield from at.wrapped([(claim.statement.replace("{value}", "___"), "")], first="  ", rest="  ")
    for what, words in (("subject", (claim.subject, *claim.aliases)), ("cues", claim.cues), ("not", claim.reject)):
        said = ", ".join(word for word in words if word)
        if said:
            yield from at.wrapped([(f"{what}: {said}", "dim")], first="  ", rest="    ")
    shown = matches[:limit] if limit else matches
    for n, one in enumerate(shown):
        if n == 0 or one.taken != shown[n - 1].taken:
            yield Line()
            yield at.line(("speak of it" if one.taken else "come near, and are not taken", "bold"))
        yield from _match(at, one)
    yield Line()
    yield from at.wrapped([(_summary(matches, len(shown)), "")])


def _match(at: Pen, one: Match) -> Iterator[Line]:
    """A sentence with its value underlined, its score, and what it is made of."""
    mark, tone = ("✓", "good") if one.taken else ("·", "plain")
    head: list[Run] = [
        (f"  {mark} {one.score:5.1f}  ", STYLES[tone]),
        (pad(one.sentence.source_id, 3), "bold"),
        (f"  sentence {one.sentence.index + 1}", "dim"),
    ]
    if one.mention:
        head += [("  ", ""), (one.mention.surface, "bold")]
    yield at.line(*head)
    start = one.sentence.span.start
    span = one.mention.span.shifted(-start) if one.mention else Span(0, 0)
    inside = Span(max(0, span.start), max(0, min(span.end, len(one.sentence.text))))
    yield from at.excerpt(one.sentence.text, inside, indent=_INDENT)
    if one.refusal:
        yield from at.wrapped([(f"not taken: {one.refusal}", STYLES["doubt"])], first=_INDENT, rest=_INDENT + "  ")
    if one.weights:
        made = "; ".join(map(_said, one.weights))
        yield from at.wrapped([(made, "dim")], first=_INDENT, rest=_INDENT)


def _said(weight: Weight) -> str:
    """What one thing adds; words of an article may stand in it."""
    return (
        f"{weight.points:+.0f} {weight.what}: {weight.detail}"
        if weight.detail
        else f"{weight.points:+.0f} {weight.what}"
    )


def _summary(matches: Sequence[Match], shown: int) -> str:
    taken = sum(one.taken for one in matches)
    cutoff = f"the cutoff is {DEFAULT.match_cutoff:.0f}"
    if not matches:
        return f"no sentence speaks of it or comes near; {cutoff}"
    left = len(matches) - shown
    more = f"; {left} more with --limit 0" if left else ""
    return f"{taken} taken, {len(matches) - taken} near; {cutoff}{more}"
