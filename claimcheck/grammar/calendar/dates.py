"""Every date of a text: single dates and ranges, with the words that frame them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from claimcheck.grammar.calendar.anchored import anchored, with_year_before
from claimcheck.grammar.calendar.clock import time_after, time_before
from claimcheck.grammar.calendar.days import SOUTHERN, bounds, civil, move, window_of_start
from claimcheck.grammar.calendar.expressions import date_at
from claimcheck.grammar.calendar.framing import Frame, framed, hedged_normal, of_day
from claimcheck.grammar.calendar.lists import LINKS, days_after, with_year_after
from claimcheck.grammar.calendar.names import CALENDAR_UNITS, SEASONS, WEEKDAYS
from claimcheck.grammar.calendar.period import Node, Period, Scan, day_period, span_period
from claimcheck.grammar.calendar.ranges import range_at
from claimcheck.grammar.calendar.relative import said
from claimcheck.grammar.calendar.resolve import settle
from claimcheck.grammar.calendar.starts import starts_of_dates
from claimcheck.grammar.calendar.units import other_half
from claimcheck.grammar.records import record
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value

_SEASONAL: Final = frozenset(["season", "span"])
_DASHES: Final = frozenset("-–/")
_EVERY: Final = frozenset(["every", "each"])
_FARTHEST: Final = 1000
_YEAR_GRAINS: Final = frozenset(["year", "years"])


class Dated(NamedTuple):
    """A date found in a text.

    Attributes:
        first: Its first token, hedge and time of day included.
        last: The token after it.
        values: What it may say, likeliest first; exactly one, without extent, where it stays unresolved.
        why: How it was resolved.
        scope: `since`, `until` and the like.
        node: The reading it rests on.
    """

    first: int
    last: int
    values: tuple[Value, ...]
    why: str
    scope: tuple[str, ...]
    node: Node


def dates(scan: Scan) -> Iterator[Dated]:
    """Every date of a text in order, bare years and whole calendar years left out (they are the kind `year`)."""
    end, named = 0, None
    for i in starts_of_dates(scan):
        if i < end:
            continue
        found = _dated(scan, i, named, end)
        if found is None:
            continue
        end, named = found.last, found.node
        yield found
        if scan.words[end] in LINKS:
            for further in _further_days(scan, found):
                end = further.last
                yield further


def _further_days(scan: Scan, found: Dated) -> Iterator[Dated]:
    """`25` in `April 24 and 25`."""
    node = found.node
    if node.partial is None or node.partial.day is None or not node.periods:
        return
    for number, first, last in days_after(scan, node._replace(last=found.last)):
        day = bounds(node.periods[0].days)[0] + number - node.partial.day
        yield build(scan, Node(first, last, (day_period(day),), node.why), ranged=False, floor=first)


def _dated(scan: Scan, i: int, named: Node | None, floor: int) -> Dated | None:
    words = scan.words
    if words[i - 1] in _EVERY or (words[i - 1] == "other" and words[i - 2] in _EVERY):
        return None
    told = anchored(scan, i, named)
    if told:
        return build(scan, told, ranged=False, floor=floor)
    left = date_at(scan, i)
    node = range_at(scan, i, left) if left or i in scan.numerals or words[i] == "now" else None
    ranged = node is not None
    if node is None:
        if left is None or _whole_year(left):
            return None
        node = with_year_before(scan, left, named)
        node = settle(scan, with_year_after(scan, node) if scan.words[node.last] in LINKS else node)
        if (node.periods and node.periods[0].grain in _YEAR_GRAINS) or (node.partial and _recurring(scan, node)):
            return None
    first = node.first
    first = max(first, i + 1) if words[i] == "the" else first
    first += words[first] == "the"
    return build(scan, node if first == node.first else node._replace(first=first), ranged=ranged, floor=floor)


def _whole_year(node: Node) -> bool:
    return node.partial is not None and node.partial.month is None and node.partial.year is not None


def _recurring(scan: Scan, node: Node) -> bool:
    """Whether a weekday's name is a plural (`on Sundays`)."""
    word = scan.words[node.first]
    return word in WEEKDAYS and word.endswith("days") and node.last == node.first + 1


def build(scan: Scan, node: Node, *, ranged: bool, floor: int = 0) -> Dated:
    """Frame a date and write down what it says; its time of day starts at token `floor` or later."""
    attributive = scan.possessive(node.last) or _attributive(scan, node)
    first, last = node.first, node.last
    if not ranged and (not node.periods or node.periods[0].grain == "day"):
        first, last = time_before(scan, first, floor), time_after(scan, last)
    ago = 0 if node.partial else _distance(scan, node)
    frame = Frame(first, last) if ranged else framed(scan, first, last, attributive=attributive, apart=ago)
    frame = of_day(scan, frame) if first < node.first else frame
    hedge = Hedge.BETWEEN if ranged or (node.periods and node.periods[0].grain == "span") else frame.hedge
    written = scan.text.surface(frame.first, frame.last)
    if node.periods and node.periods[0].grain in _SEASONAL:
        node = _with_other_half(scan, node)
    values = tuple(value_of(p, hedge, written) for p in node.periods)
    values = values or (unresolved(scan, node, frame.hedge, written),)
    why = _explanation(scan, node) if node.why else ""
    return record(Dated, (frame.first, frame.last, values, why, frame.scope, node))


def _with_other_half(scan: Scan, node: Node) -> Node:
    """A season with its days on the other half of the globe as its last reading."""
    if SEASONS.keys().isdisjoint(scan.text.words[node.first : node.last]):
        return node
    other = other_half(node.periods[0])
    if other is None or not _DASHES.isdisjoint(scan.text.words[node.first : node.last]):
        return node  # "winter 2019-20" leaves no doubt
    place = scan.context.place
    half = "southern" if place in SOUTHERN else "northern"
    reason = f"by the seasons of the {half} half of the globe, as in {place}"
    why = f"{node.why}; {reason}" if node.why else reason
    return node._replace(periods=(*node.periods, other), why=why)


def _explanation(scan: Scan, node: Node) -> str:
    """How a date was resolved; what only explains a part of it (the month of its end) follows the whole."""
    if not node.periods or node.periods[0].normal in node.why:
        return node.why
    return f"{said(scan, node.first, node.last)}: {node.periods[0].normal}; {node.why}"


def _distance(scan: Scan, node: Node) -> int:
    """-1 for a date told by its distance into the past (`two weeks ago`), 1 ahead, 0 otherwise."""
    words = scan.text.words[node.first : node.last]
    if words[-1] in ("ago", "back") or "before" in words[2:4]:
        return -1
    return 1 if {"after", "from"} & set(words[2:4]) else 0


def _attributive(scan: Scan, node: Node) -> bool:
    """`the 2016 election`: a year or month with an article before it and a noun after it."""
    after = scan.words[node.last]
    return scan.words[node.first - 1] in ("the", "a", "its") and after.isalpha() and len(after) > 3


@lru_cache(maxsize=2048)
def value_of(period: Period, hedge: Hedge, written: str = "") -> Value:
    """The value of a period under a hedge, read from `written`."""
    if period.grain == "span":
        hedge = Hedge.BETWEEN
    elif hedge is Hedge.BETWEEN:
        hedge = Hedge.NONE
    normal = hedged_normal(hedge, period.normal)
    if period.grain == "year":  # a further reading: the whole calendar year, which is of its own kind
        number = Decimal(civil(bounds(period.days)[0])[0])
        return Value("year", normal, number, "day", hedge=hedge, extent=period.days, written=written)
    return Value("date", normal, None, "day", hedge=hedge, extent=period.days, written=written)


def unresolved(scan: Scan, node: Node, hedge: Hedge, written: str) -> Value:
    """The value of a date that nothing resolves: its words alone."""
    words = node.said or said(scan, node.first, node.last)
    return Value("date", hedged_normal(hedge, words), None, "day", hedge=hedge, written=written)


def starts(scan: Scan, amount: Decimal, unit: str) -> tuple[Value, ...]:
    """What `13 years ago` says of a day: when thirteen years were completed, or the very day, thirteen years back.

    Args:
        scan: The text.
        amount: The number of units.
        unit: A unit of a day or more.

    Returns:
        The window of the start, then the day itself; empty without a reference date, and for so many units that
        no one means the day.
    """
    today = scan.context.reference_date
    if today is None or unit not in CALENDAR_UNITS or not 0 < amount <= _FARTHEST:
        return ()
    lasting = Interval.half_open(amount, amount + 1)
    window = window_of_start(lasting, unit, today)
    there = day_period(move(today.toordinal(), -amount, unit))
    return value_of(span_period(*bounds(window)), Hedge.BETWEEN), value_of(there, Hedge.NONE)
