"""`claimcheck match`: which sentences speak of a claim, how surely, and why not the others."""

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from pathlib import Path
from typing import NamedTuple

import click

from claimcheck import configuration, reports
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
from claimcheck.cli.selection import Selection, for_sources
from claimcheck.errors import InvalidInput, Problem, SourceError
from claimcheck.model.claim import Claim, ClaimSet, Match, Weight
from claimcheck.model.finding import SkippedSource
from claimcheck.model.text import Document, Span
from claimcheck.pipeline import Item
from claimcheck.pipeline.matches import best_first, matches
from claimcheck.policy import DEFAULT
from claimcheck.sources import MOST_TOLD, and_more
from claimcheck.terminal import STYLES, Line, Pen, Run, pad

_ENOUGH = 12  # matches shown where --limit does not say
_INDENT = "      "


@click.command(
    epilog="""\b
Examples:
  claimcheck match merida-start-year
  claimcheck match merida-start-year claims/merida.yaml --sources articles/
  claimcheck match merida-start-year --source 001 --limit 3
  claimcheck match merida-start-year --sources archive.jsonl.gz --on-error skip"""
)
@click.argument("claim_id", metavar="CLAIM-ID")
@claims_argument
@sources_option
@sources_root_option
@recursive_option
@on_error_option
@source_option
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
    recursive: bool,
    on_error: OnError,
    source_ids: tuple[str, ...],
    limit: int,
    color: ColorChoice,
) -> None:
    """Show which sentences speak of a claim, how surely, and why not the others.

    CLAIM-ID is the claim, CLAIMS the files or folders it is looked for in (default: ./claims). The sentences
    stand with the surest first; below each, what its score is made of, and why it is not taken if it is not.
    """
    settings = configuration.load(Path.cwd(), tuple(reports.MEMBERS))
    claim_set = claims_of(claims, settings)
    Selection((claim_id,)).chosen(claim_set)
    skip = on_error == "skip"
    found = documents_of(sources, sources_root, settings, recursive=recursive, lazily=skip)
    _, held = for_sources(ClaimSet(()), found, source_ids)
    documents = _Documents(held)
    claim = claim_set[claim_id]
    ranking = _ranked(matches(claim, documents), limit)
    documents.refuse_broken(skip=skip)
    at = pen(color)
    emit(at.paint(_lines(at, claim, ranking)))
    if documents.broken:
        complain(left_out(documents.broken, documents.skipped))


class _Documents:
    """Documents that are read one after another, and what is wrong with those that cannot be.

    Args:
        items: The documents, or where to read them.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items
        self._problems: list[Problem] = []
        self.skipped: list[SkippedSource] = []
        self._read = 0
        self.broken = 0

    def __iter__(self) -> Iterator[Document]:
        for item in self._items:
            try:
                document = item if isinstance(item, Document) else item.read()
            except InvalidInput as error:
                self.broken += 1
                if self.broken <= MOST_TOLD:
                    self._problems += error.problems
                    self.skipped.append(SkippedSource.of(error.problems))
                continue
            self._read += 1
            yield document

    def refuse_broken(self, *, skip: bool) -> None:
        """Complain of what could not be read, once all has been gone through.

        Raises:
            SourceError: If something is broken that is not to be left out, or nothing else is there.
        """
        if self.broken and (not skip or not self._read):
            more = [and_more(self.broken - MOST_TOLD)] if self.broken > MOST_TOLD else []
            raise SourceError(*self._problems, *more)


class _Ranking(NamedTuple):
    """What is shown of the matches.

    Attributes:
        shown: The best of them, best first.
        taken: How many are taken in all.
        near: How many come near in all.
    """

    shown: list[Match]
    taken: int
    near: int


def _ranked(found: Iterable[Match], limit: int) -> _Ranking:
    """The best of the matches, as many as may be shown (all for 0); no more than these are held at once."""
    counts = {True: 0, False: 0}

    def counted() -> Iterator[Match]:
        for one in found:
            counts[one.taken] += 1
            yield one

    best = nsmallest(limit, counted(), key=best_first) if limit else sorted(counted(), key=best_first)
    return _Ranking(best, counts[True], counts[False])


def _lines(at: Pen, claim: Claim, ranking: _Ranking) -> Iterator[Line]:
    yield at.line((claim.id, "bold"), (f"  {claim.kind}", ""))
    yield from at.wrapped([(claim.statement.replace("{value}", "___"), "")], first="  ", rest="  ")
    for what, words in (("subject", (claim.subject, *claim.aliases)), ("cues", claim.cues), ("not", claim.reject)):
        said = ", ".join(word for word in words if word)
        if said:
            yield from at.wrapped([(f"{what}: {said}", "dim")], first="  ", rest="    ")
    shown = ranking.shown
    for n, one in enumerate(shown):
        if n == 0 or one.taken != shown[n - 1].taken:
            yield Line()
            yield at.line(("speak of it" if one.taken else "come near, and are not taken", "bold"))
        yield from _match(at, one)
    yield Line()
    yield from at.wrapped([(_summary(ranking), "")])


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


def _summary(ranking: _Ranking) -> str:
    cutoff = f"the cutoff is {DEFAULT.match_cutoff:.0f}"
    left = ranking.taken + ranking.near - len(ranking.shown)
    if not ranking.shown:
        return f"no sentence speaks of it or comes near; {cutoff}"
    more = f"; {left:,} more with --limit 0" if left else ""
    return f"{ranking.taken:,} taken, {ranking.near:,} near; {cutoff}{more}"
