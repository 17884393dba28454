"""`claimcheck find`: the values of a text, and how each is read."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click
from rich.text import Text

import claimcheck as cc
from claimcheck.cli.output import ColorChoice, color_option, emit, pen
from claimcheck.errors import InvalidInput, Problem
from claimcheck.grammar.senses import senses
from claimcheck.grammar.wording import say_sense
from claimcheck.model.claim import Mention
from claimcheck.model.text import Document, Span
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT
from claimcheck.terminal import Pen, cells, pad

_ENDINGS = (".txt", ".md", ".markdown", ".text")
_HEAD = ("at", "kind", "reads", "ordinarily", "hedge")
_LEAST = 10  # cells that a column of the table keeps on a narrow terminal


@click.command(
    epilog="""\b
Examples:
  claimcheck find "about U.S. $3.3 billion since 2007"
  claimcheck find article.txt --published 2021-10-08
  claimcheck find "for 13 years now" --kind duration
  cat article.txt | claimcheck find -"""
)
@click.argument("text")
@click.option(
    "--published", metavar="DATE", help="Day that `last year` and `13 years ago` are counted from: 2021-10-08."
)
@click.option("--place", metavar="COUNTRY", help="Country of the text, as two letters: whose dollar a bare $ is.")
@click.option("--kind", "kinds", multiple=True, help="Only values of this kind (can be given again).")
@color_option
def find(text: str, published: str | None, place: str | None, kinds: tuple[str, ...], color: ColorChoice) -> None:
    """Show the values in a text, and how each is read.

    TEXT is the text itself, the name of a file, or - for standard input. Each value is listed with its place
    in characters (counted from 0), its kind, how it is written back, and the range that its wording
    ordinarily stands for.
    """
    words, day, country = _text(text)
    found = cc.find_values(words, published or day, place=place or country, kinds=kinds or None)
    at = pen(color)
    emit(at.paint([*_marked(at, words, found), *_table(at, found)]))


def _text(given: str) -> tuple[str, date | None, str]:
    """The text, and what is known of the day and place it was written."""
    if given == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace"), None, "US"
    path = Path(given)
    if _is_file(path):
        document: Document = cc.load_sources(path)[0]
        return document.text, document.source.reference_date, document.source.place
    if path.suffix.lower() in _ENDINGS and not any(c.isspace() for c in given):
        raise InvalidInput(
            Problem(f"there is no file `{given}`", "name a file that is there, or give the text itself")
        )
    return given, None, "US"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a text may be longer than any file name, or hold what none may
        return False


def _marked(at: Pen, text: str, found: Sequence[Mention]) -> Iterator[Text]:
    """The text with its values underlined, its lines kept."""
    for line, start in _lines(text):
        spans = [m.span for m in found if m.span.meets(Span(start, start + len(line)))]
        inside = [Span(max(0, s.start - start), min(len(line), s.end - start)) for s in spans]
        yield from at.marked(line, inside)
    yield Text()


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Each line without its break, and its offset."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"), start
        start += len(line)


def _table(at: Pen, found: Sequence[Mention]) -> Iterator[Text]:
    if not found:
        yield at.line(("no values found", ""))
        return
    rows = [tuple(map(at.safe, _row(m))) for m in found]
    widths = [max(map(cells, column)) for column in zip(*rows, _HEAD, strict=True)]
    for n in (3, 2):  # the longest columns give way first
        excess = sum(widths) + 2 * len(widths) - at.width
        widths[n] = max(_LEAST, widths[n] - max(0, excess))
    yield _cut(at, _HEAD, widths, "dim")
    for mention, row in zip(found, rows, strict=True):
        yield _cut(at, row, widths, "")
        for note in _notes(mention):
            indent = " " * (widths[0] + 2)
            yield from at.wrapped([(note, "dim")], first=indent, rest=indent + "  ")


def _cut(at: Pen, row: Sequence[str], widths: Sequence[int], style: str) -> Text:
    return at.line(("  ".join(pad(at.fit(c, w), w) for c, w in zip(row, widths, strict=True)), style))


def _row(mention: Mention) -> tuple[str, ...]:
    value = mention.value
    hedge = "" if value.hedge is Hedge.NONE else value.hedge.value
    place = f"{mention.span.start}–{mention.span.end}"
    return place, value.kind, str(value), _ordinary(value), hedge


def _ordinary(value: Value) -> str:
    found = senses(value, DEFAULT)
    return say_sense(found[0].interval, value) if found else "no number"


def _notes(mention: Mention) -> Iterator[str]:
    if mention.why:
        yield mention.why
    if mention.alternatives:
        yield "or: " + "; ".join(str(v) for v in mention.alternatives)
    if mention.quotation:
        yield f"in a quotation{f' of {mention.quotation.speaker}' if mention.quotation.speaker else ''}"
