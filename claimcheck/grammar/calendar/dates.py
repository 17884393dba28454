"""Every date of a text: single dates and ranges, with the words that frame them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from claimcheck.grammar.calendar.absolute import day_number
from claimcheck.grammar.calendar.anchored import anchored, with_year_before
from claimcheck.grammar.calendar.days import bounds, is_day, move, window_of_start
from claimcheck.grammar.calendar.expressions import date_at
from claimcheck.grammar.calendar.framing import Frame, framed, hedged_normal, time_after, time_before
from claimcheck.grammar.calendar.names import CALENDAR_UNITS, WEEKDAYS
from claimcheck.grammar.calendar.period import Node, Period, Scan, day_period, span_period
from claimcheck.grammar.calendar.ranges import range_at
from claimcheck.grammar.calendar.relative import said
from claimcheck.grammar.calendar.resolve import settle
from claimcheck.grammar.calendar.starts import starts_of_dates
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value

_EVERY: Final = frozenset(["every", "each"])
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
        found = _dated(scan, i, named)
        if found is None:
            continue
        end, named = found.last, found.node
        yield found
        second = _second_day(scan, found) if scan.words[found.last] == "and" else None
        if second:
            end = second.last
            yield second


def _second_day(scan: Scan, found: Dated) -> Dated | None:
    """`25` in `April 24 and 25`."""
    node = found.node
    if scan.words[found.last] != "and" or node.partial is None or node.partial.day is None or not node.periods:
        return None
    day = day_number(scan, found.last + 1)
    month = node.partial.month
    if day is None or month is None or not node.partial.day < day[0] or not scan.words[found.last + 1].isdigit():
        return None
    if scan.words[day[1]].isalnum() and scan.words[day[1]] not in ("at", "in", "and", "to", "for", "with"):
        return None
    first = bounds(node.periods[0].days)[0] + day[0] - node.partial.day
    if not is_day(2000, month, day[0]):
        return None
    return build(scan, Node(found.last + 1, day[1], (day_period(first),), node.why), ranged=False)


def _dated(scan: Scan, i: int, named: Node | None) -> Dated | None:
    words = scan.words
    if words[i - 1] in _EVERY:
        return None
    told = anchored(scan, i, named)
    if told:
        return build(scan, told, ranged=False)
    left = date_at(scan, i)
    node = range_at(scan, i, left) if left or i in scan.numerals or words[i] == "now" else None
    ranged = node is not None
    if node is None:
        if left is None or _whole_year(left):
            return None
        node = settle(scan, with_year_before(scan, left, named))
        if (node.periods and node.periods[0].grain in _YEAR_GRAINS) or (node.partial and _recurring(scan, node)):
            return None
    first = node.first
    first = max(first, i + 1) if words[i] == "the" else first
    first += words[first] == "the"
    return build(scan, node if first == node.first else node._replace(first=first), ranged=ranged)


def _whole_year(node: Node) -> bool:
    return node.partial is not None and node.partial.month is None and node.partial.year is not None


def _recurring(scan: Scan, node: Node) -> bool:
    """Whether a weekday's name is a plural (`on Sundays`)."""
    word = scan.words[node.first]
    return word in WEEKDAYS and word.endswith("days") and node.last == node.first + 1


def build(scan: Scan, node: Node, *, ranged: bool) -> Dated:
    """Frame a date and write down what it says."""
    attributive = scan.possessive(node.last) or _attributive(scan, node)
    first, last = node.first, node.last
    if not ranged and (not node.periods or node.periods[0].grain == "day"):
        first, last = time_before(scan, first), time_after(scan, last)
    ago = 0 if node.partial else _distance(scan, node)
    frame = Frame(first, last) if ranged else framed(scan, first, last, attributive=attributive, apart=ago)
    hedge = Hedge.BETWEEN if ranged or (node.periods and node.periods[0].grain == "span") else frame.hedge
    written = scan.text.surface(frame.first, frame.last)
    values = tuple(value_of(p, hedge, written) for p in node.periods)
    values = values or (unresolved(scan, node, frame.hedge, written),)
    return Dated(frame.first, frame.last, values, node.why, frame.scope, node)


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
        The window of the start, then the day itself; empty without a reference date.
    """
    today = scan.context.reference_date
    if today is None or unit not in CALENDAR_UNITS or amount <= 0:
        return ()
    lasting = Interval.half_open(amount, amount + 1)
    window = window_of_start(lasting, unit, today)
    there = day_period(move(today.toordinal(), -amount, unit))
    return value_of(span_period(*bounds(window)), Hedge.BETWEEN), value_of(there, Hedge.NONE)
