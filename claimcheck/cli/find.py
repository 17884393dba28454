"""`claimcheck find`: the values of a text, and how each is read."""

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click
from attrs import evolve

import claimcheck as cc
from claimcheck import sentences
from claimcheck.cli.output import ColorChoice, color_option, emit, pen
from claimcheck.errors import InvalidInput, Problem
from claimcheck.grammar.senses import senses
from claimcheck.grammar.wording import say_sense
from claimcheck.model.claim import Mention, Modality
from claimcheck.model.text import Document, Source, Span
from claimcheck.model.value import Value
from claimcheck.policy import DEFAULT
from claimcheck.terminal import Line, Pen, cells, pad

_ENDINGS = (".txt", ".md", ".markdown", ".text")
_HEAD = ("at", "words", "kind", "reads", "ordinarily")
_INDENT = "  "
_GAP = 2  # cells between two columns
_MOST_WORDS = 32  # cells that the words of a value take at most: they stand underlined above
_LEAST = 16  # cells that a column keeps; where there is less room, the columns go below one another


@click.command(
    epilog="""\b
Examples:
  claimcheck find "about U.S. $3.3 billion since 2007"
  claimcheck find article.txt --published 2021-10-08
  claimcheck find article.txt --brief --kind money --kind percent
  cat article.txt | claimcheck find -"""
)
@click.argument("text")
@click.option(
    "--published", metavar="DATE", help="Day that `last year` and `13 years ago` are counted from: 2021-10-08."
)
@click.option("--place", metavar="COUNTRY", help="Country of the text, as two letters: whose dollar a bare $ is.")
@click.option("--kind", "kinds", multiple=True, help="Only values of this kind (can be given again).")
@click.option("--brief", is_flag=True, help="Leave out the lines of the text that hold no value.")
@color_option
def find(
    text: str,
    published: str | None,
    place: str | None,
    kinds: tuple[str, ...],
    brief: bool,
    color: ColorChoice,
) -> None:
    """Show the values in a text, and how each is read.

    TEXT is the text itself, the name of a file, or - for standard input. Each value is underlined, and listed
    below its line: its place in characters (counted from 0), its words, its kind, how it is written back, the
    range that its wording ordinarily stands for where that is another, and why it is read so.
    """
    document = _document(text)
    source = document.source
    day = published or source.reference_date
    found = _voiced(document, cc.find_values(document.text, day, place=place or source.place, kinds=kinds or None))
    at = pen(color)
    emit(at.paint([*_lines(at, document.text, found, brief=brief), *_summary(at, found, day)]))


def _document(given: str) -> Document:
    """The text, with what is known of the day and place it was written."""
    if given == "-":
        return Document(Source("-"), sys.stdin.buffer.read().decode("utf-8", "replace"))
    path = Path(given)
    if _is_file(path):
        return cc.load_sources(path)[0]
    if path.suffix.lower() in _ENDINGS and not any(c.isspace() for c in given):
        raise InvalidInput(
            Problem(f"there is no file `{given}`", "name a file that is there, or give the text itself")
        )
    return Document(Source("text"), given)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a text may be longer than any file name, or hold what none may
        return False


def _voiced(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, each with the quotation it stands in."""
    cut = sentences.sentences(document)
    quotations = sorted({q for sentence in cut for q in sentence.quotations}, key=lambda q: q.span)
    starts = [q.span.start for q in quotations]
    told = []
    for mention in found:
        k = bisect_right(starts, mention.span.start) - 1
        inside = k >= 0 and quotations[k].span.holds(mention.span)
        told.append(evolve(mention, quotation=quotations[k]) if inside else mention)
    return told


def _lines(at: Pen, text: str, found: Sequence[Mention], *, brief: bool) -> Iterator[Line]:
    """The lines of the text with their values underlined, and below each the list of its values."""
    rows = [tuple(map(at.safe, _row(mention))) for mention in found]
    widths = _widths(at, rows)
    first, parted, k = True, True, 0
    for line, start in _cut(text):
        begun = k
        while k < len(found) and found[k].span.start < start + len(line):
            k += 1
        here = found[begun:k]
        if brief and not here:
            continue
        if not parted and line.strip():
            yield Line()
        parted = True
        yield from at.marked(line, _inside(here, start, len(line)))
        if here:
            yield Line()
            if first and widths:
                yield _columns(at, _HEAD, widths, "dim")
            first = False
            for mention, row in zip(here, rows[begun:k], strict=True):
                yield from _told(at, mention, row, widths)
            parted = False


def _inside(here: Sequence[Mention], start: int, length: int) -> Iterator[Span]:
    """The spans to underline in a line; of two that overlap (a name in a quotation) the one that begins first."""
    end = 0
    for mention in here:
        first, last = mention.span.start - start, min(length, mention.span.end - start)
        if first >= end and last > first:
            yield Span(first, last)
            end = last


def _cut(text: str) -> Iterator[tuple[str, int]]:
    """Each line without its break, and its offset."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"), start
        start += len(line)


def _widths(at: Pen, rows: Sequence[tuple[str, ...]]) -> list[int]:
    """The cells of each column; none where the terminal is too narrow for columns."""
    widths = [max(map(cells, column)) for column in zip(*rows, _HEAD, strict=True)] if rows else []
    if not widths:
        return []
    widths[1] = min(widths[1], _MOST_WORDS)
    for n in (1, 4, 3):  # the longest columns give way first
        excess = len(_INDENT) + sum(widths) + _GAP * (len(widths) - 1) - at.width
        widths[n] = max(min(widths[n], _LEAST), widths[n] - max(0, excess))
    return widths if len(_INDENT) + sum(widths) + _GAP * (len(widths) - 1) <= at.width else []


def _columns(at: Pen, row: Sequence[str], widths: Sequence[int], style: str) -> Line:
    cut = (pad(at.fit(cell, width), width) for cell, width in zip(row, widths, strict=True))
    return at.line((_INDENT + (" " * _GAP).join(cut), style))


def _told(at: Pen, mention: Mention, row: Sequence[str], widths: Sequence[int]) -> Iterator[Line]:
    """One value: its row, in columns where there is room for them, and what is to be explained."""
    place, written, kind, reads, ordinarily = row
    indent = _INDENT + " " * (widths[0] + _GAP if widths else _GAP)
    notes = [*_notes(mention)]
    if widths:
        yield _columns(at, row, widths, "")
        cut = [cell for cell, width in ((reads, widths[3]), (ordinarily, widths[4])) if cells(cell) > width]
        notes = [*cut, *notes]
    else:
        yield from at.wrapped([(f"{place}  {written}", "")], first=_INDENT, rest=indent)
        more = f", ordinarily {ordinarily}" if ordinarily else ""
        yield from at.wrapped([(f"{kind}: {reads}{more}", "")], first=indent, rest=indent + _INDENT)
    for note in notes:
        yield from at.wrapped([(note, "dim")], first=indent, rest=indent + _INDENT)


def _row(mention: Mention) -> tuple[str, ...]:
    value = mention.value
    place = f"{mention.span.start}–{mention.span.end}"
    ordinarily = _ordinary(value)
    same = ordinarily == str(value)
    return place, " ".join(mention.surface.split()), value.kind, str(value), "" if same else ordinarily


def _ordinary(value: Value) -> str:
    if value.kind == "ordinal":
        return str(value)
    found = senses(value, DEFAULT)
    if not found:
        return "no day" if value.unit == "day" else "no number"
    return say_sense(found[0].interval, value)


def _notes(mention: Mention) -> Iterator[str]:
    """Why a value is read so, what else it may be, what limits it and who says it."""
    if mention.why:
        yield mention.why
    if mention.alternatives:
        yield "or: " + "; ".join(str(v) for v in mention.alternatives)
    if mention.scope:
        yield f"beside it: {', '.join(mention.scope)}"
    if mention.modality is not Modality.STATED:
        yield f"{mention.modality.value}, not stated as a fact"
    if mention.quotation:
        yield f"in a quotation{f' of {mention.quotation.speaker}' if mention.quotation.speaker else ''}"


def _summary(at: Pen, found: Sequence[Mention], day: str | date | None) -> Iterator[Line]:
    """How many values of which kinds there are, and what dates without a day would need."""
    if not found:
        yield Line()
        yield at.line(("no values found", ""))
        return
    kinds = ", ".join(f"{kind} {n}" for kind, n in Counter(m.kind for m in found).most_common())
    yield Line()
    yield from at.wrapped([(f"{len(found)} value{'s' if len(found) > 1 else ''}: {kinds}", "dim")])
    open_ = sum(m.value.unit == "day" and m.value.kind != "duration" and m.value.extent is None for m in found)
    if open_ and day is None:
        told = "1 date is" if open_ == 1 else f"{open_} dates are"
        yield from at.wrapped([(f"{told} not resolved; --published gives the day they are counted from", "dim")])
