"""`claimcheck compare`: how two statements relate, in a form to be pasted into a chat."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import click

import claimcheck as cc
from claimcheck.cli.output import ColorChoice, color_option, emit, pen
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.wording import say_sense
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.interval import Interval
from claimcheck.model.text import Span
from claimcheck.model.value import SenseKind
from claimcheck.terminal import STYLES, Line, Pen, Run, cells, pad
from claimcheck.verdict import of_relation

_BAR = 40  # most cells of a drawn axis
_SHORTEST = 12  # fewest


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


def _lines(at: Pen, a: str, b: str, found: Comparison) -> Iterator[Line]:
    parts = found.parts
    several = len(parts) > 1
    for name, text, sides in (("A", a, [p.left for p in parts]), ("B", b, [p.right for p in parts])):
        words, spans = _numbered(text, sides, several=several)
        yield from at.marked(words, spans, first=f"{name}  ", rest="   ")
    yield Line()
    yield from at.wrapped([*_verdict(found), (found.reason, "")], rest="  ")
    for number, part in enumerate(parts, 1):
        drawn = list(_drawn(at, part))
        if several or drawn:
            yield Line()
        if several:
            said = [*_verdict(part), ("" if number == 1 else part.reason, "")]  # the first is told above
            yield from at.wrapped([(f"[{number}] ", "bold"), *said], first="  ", rest="      ")
        yield from drawn
    if found.unaligned:
        others = ", ".join(side.text for side in found.unaligned)
        yield Line()
        yield from at.wrapped([(f"not compared: {others}", "dim")], rest="  ")


def _verdict(comparison: Comparison) -> tuple[Run, Run]:
    word = of_relation(comparison.relation)
    return (f"{word.symbol} {word.upper()}", STYLES[word.tone]), ("  ", "")


def _numbered(text: str, sides: Sequence[Side], *, several: bool) -> tuple[str, list[Span]]:
    """The text with the number of its pair after each value where there are several, and where the values stand.

    Values that overlap another, or do not stand in the text, are left unmarked.
    """
    found = sorted(
        (s.span.start, s.span.end, n) for n, s in enumerate(sides, 1) if s.span and s.span.end <= len(text)
    )
    words, spans, end = "", [], 0
    for start, stop, number in found:
        if start < end or start == stop:
            continue
        words += text[end:start]
        spans.append(Span(len(words), len(words) + stop - start))
        words += text[start:stop] + (f"[{number}]" if several else "")
        end = stop
    return words + text[end:], spans


def _drawn(at: Pen, part: Comparison) -> Iterator[Line]:
    """Both readings as intervals over one axis, each with what it spans; nothing where both say the same."""
    intervals = [_decisive(part.left, part.right), _decisive(part.right, part.left)]
    if part.relation is Relation.EXACT or intervals[0] is None or intervals[1] is None:
        return
    ends = [end for i in intervals if i is not None for end in (i.low, i.high) if end is not None]
    if not ends or min(ends) == max(ends):
        return
    said = [_said(side) for side in (part.left, part.right)]
    width = max(_SHORTEST, min(_BAR, at.width - max(map(cells, said)) - 12))
    for name, interval, words in zip("AB", intervals, said, strict=True):
        assert interval is not None
        drawn = bar(interval, min(ends), max(ends), width)
        yield at.line((f"      {name}  ", "dim"), (pad(drawn, width), "bold"), ("  ", ""), (words, ""))


def _decisive(side: Side, other: Side) -> Interval | None:
    """The sense that is drawn: what a bound literally allows where it meets a number, else the ordinary one."""
    if side.value is None or other.value is None or not side.senses:
        return None
    if side.value.hedge.is_bound and not other.value.hedge.is_bound:
        return next((s.interval for s in side.senses if s.kind is SenseKind.LOGICAL), side.senses[0].interval)
    return side.senses[0].interval


def _said(side: Side) -> str:
    assert side.value is not None
    ordinary = say_sense(side.senses[0].interval, side.value)
    plain = str(side.value)
    alike = ordinary.replace(" ", "") == plain.replace(" ", "")
    # days without a year are drawn in one that nobody named
    yearless = side.value.kind in DAY_KINDS and ordinary.startswith(f"{plain} ")
    return plain if side.value.hedge.is_bound or alike or yearless else f"{plain}: {ordinary}"


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
