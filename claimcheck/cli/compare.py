"""`claimcheck compare`: how two statements relate, in a form to be pasted into a chat."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import click
from rich.text import Text

import claimcheck as cc
from claimcheck.cli.output import ColorChoice, color_option, emit, pen
from claimcheck.grammar.wording import say_sense
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.interval import Interval
from claimcheck.model.text import Span
from claimcheck.terminal import STYLES, Pen, Run
from claimcheck.verdict import of_relation

_BAR = 60  # most cells of a drawn axis


@click.command(
    epilog="""\b
Examples:
  claimcheck compare "gave Mexico $3 billion" "channeled about US$3.3 billion"
  claimcheck compare "more than 127 critics" "127 critics"
  claimcheck compare "since 2007" "13 years ago" --published 2021-10-08"""
)
@click.argument("a")
@click.argument("b")
@click.option(
    "--published", metavar="DATE", help="Day that `last year` and `13 years ago` are counted from: 2021-10-08."
)
@click.option(
    "--place", metavar="COUNTRY", default="US", help="Country, as two letters: whose dollar a bare $ is."
)
@color_option
def compare(a: str, b: str, published: str | None, place: str, color: ColorChoice) -> None:
    """Say how two statements relate, and why.

    The values of A and B are paired and compared within the precision that their wording has; the weakest
    relation of a pair is the answer.
    """
    found = cc.compare(a, b, published=published, place=place)
    at = pen(color)
    emit(at.paint(_lines(at, a, b, found)))


def _lines(at: Pen, a: str, b: str, found: Comparison) -> Iterator[Text]:
    parts = found.parts or (found,)
    for name, text, sides in (("A", a, [p.left for p in parts]), ("B", b, [p.right for p in parts])):
        yield from at.marked(text, _spans(text, sides), first=f"{name}  ", rest="   ")
    yield Text()
    yield from at.wrapped([*_verdict(found), (found.reason, "")], rest="  ")
    for part in parts:
        if part.left.senses and part.right.senses:
            yield Text()
            if len(parts) > 1 and part.reason != found.reason:
                yield from at.wrapped([*_verdict(part), (part.reason, "")], first="  ", rest="    ")
            yield from at.wrapped([*_said("A", part.left), ("  |  ", "dim"), *_said("B", part.right)], first="  ")
            yield from _drawn(at, part)
    if found.unaligned:
        others = ", ".join(side.text for side in found.unaligned)
        yield from at.wrapped([(f"not compared: {others}", "dim")], rest="  ")


def _verdict(comparison: Comparison) -> tuple[Run, Run]:
    word = of_relation(comparison.relation)
    return (f"{word.symbol} {word.upper()}", STYLES[word.tone]), ("  ", "")


def _spans(text: str, sides: Iterable[Side]) -> list[Span]:
    """Where the values stand, in order, without overlaps or anything outside the text."""
    spans: list[Span] = []
    for span in sorted({s.span for s in sides if s.span and s.value and s.span.end <= len(text)}):
        if len(span) and (not spans or spans[-1].end <= span.start):
            spans.append(span)
    return spans


def _said(name: str, side: Side) -> tuple[Run, ...]:
    assert side.value is not None
    ordinary = say_sense(side.senses[0].interval, side.value)
    runs: tuple[Run, ...] = ((f"{name} ", "dim"), (str(side.value), "bold"))
    return runs if ordinary == str(side.value) else (*runs, (f": {ordinary}", ""))


def _drawn(at: Pen, part: Comparison) -> Iterator[Text]:
    """Both ordinary senses on one axis."""
    intervals = part.left.senses[0].interval, part.right.senses[0].interval
    ends = [end for i in intervals for end in (i.low, i.high) if end is not None]
    if not ends or min(ends) == max(ends):
        return
    width = max(12, min(_BAR, at.width - 6))
    for name, interval in zip("AB", intervals, strict=True):
        yield at.line((f"  {name}  ", "dim"), (bar(interval, min(ends), max(ends), width), "bold"))


def bar(interval: Interval, low: Decimal, high: Decimal, width: int) -> str:
    """An interval as `[====)` on an axis of so many cells; an unbounded end runs off it as an arrow."""

    def cell(end: Decimal) -> int:
        return int((end - low) / (high - low) * (width - 1))

    start = 0 if interval.low is None else cell(interval.low)
    stop = width - 1 if interval.high is None else cell(interval.high)
    if start >= stop:
        return " " * start + "●"
    left = "<" if interval.low is None else "[" if interval.low_closed else "("
    right = ">" if interval.high is None else "]" if interval.high_closed else ")"
    return " " * start + left + "=" * (stop - start - 1) + right
