"""Days told by their number in a month, and what completes a date after it: Friday next week, 8 May last year."""

from collections.abc import Callable
from typing import Final

from claimcheck.grammar.calendar.absolute import day_number, digits
from claimcheck.grammar.calendar.days import bounds, civil, weekday
from claimcheck.grammar.calendar.distance import apart_at
from claimcheck.grammar.calendar.period import Node, Partial, Scan, day_period
from claimcheck.grammar.calendar.relative import explained, unresolved_node
from claimcheck.grammar.calendar.resolve import settle
from claimcheck.grammar.calendar.units import holiday_weekend, unit_period

_WAYS: Final = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1}


def numbered_day(scan: Scan, i: int) -> Node | None:
    """`the 18th`, with its suffix or in words, after a word that a date follows."""
    found = day_number(scan, i)
    before = scan.words[i - 2] if scan.words[i - 1] == "the" else scan.words[i - 1]
    if i == 1 and found and found[1] == len(scan.text):
        return Node(i, found[1], partial=Partial(day=found[0]))
    if found is None or before not in ("on", "by", "until", "till", "since", "of", "from", "to", "through", "and"):
        return None
    number, last = found
    numeral = scan.numerals.get(i)
    ordinal = (digits(scan.words[i]) and last == i + 2) or (numeral is not None and numeral.ordinal)
    after = scan.words[last]
    ends = not after.isalpha() or after in (
        "of",
        "at",
        "for",
        "this",
        "to",
        "through",
        "until",
        "and",
        "or",
        "till",
    )
    if not ordinal or not ends or (before in ("of", "to", "and", "from") and not _day_context(scan, i)):
        return None
    if after == "this" and scan.words[last + 1] == "month":
        last += 2
    return Node(i, last, partial=Partial(day=number))


def suffixed_day(scan: Scan, i: int, depth: int) -> Node | None:
    """`on 29th`, without an article."""
    return numbered_day(scan, i) if scan.words[i - 1] == "on" else None


def day_of_month_beside(scan: Scan, i: int, depth: int) -> Node | None:
    """`20th of the next month`, `the 21st this month`."""
    found = day_number(scan, i)
    if found is None:
        return None
    number, j = found
    j += scan.words[j] == "of"
    j += scan.words[j] == "the"
    way = _WAYS.get(scan.words[j])
    if way is None or scan.words[j + 1] != "month":
        return None
    return _day_of_month(scan, Node(i, j), j + 2, way, number)


def _day_context(scan: Scan, i: int) -> bool:
    """Whether the words just before make a bare number a day (`the week of the 18th`, `from the 3rd`)."""
    return bool({"week", "weekend", "day"} & set(scan.text.words[max(0, i - 4) : i]))


def with_year(scan: Scan, node: Node) -> Node | None:
    """A yearless date followed by `this year`, `of last year`, `next month`."""
    partial, j = node.partial, node.last
    if partial is None or partial.year is not None or scan.possessive(node.last):
        return None
    j += scan.words[j] in (",", "of", "in") and scan.words[j + 1] in ("this", "last", "next", "the")
    j += scan.words[j] == "the"
    way = _WAYS.get(scan.words[j])
    unit = scan.words[j + 1]
    if way is None or unit not in ("year", "month", "week"):
        return None
    if unit == "year" and partial.month is not None:
        return _in_relative_year(scan, node, j + 2, way)
    if unit == "week" and partial.weekday is not None and partial.day is None:
        return _placed(scan, node, j + 2, lambda day: day - weekday(day) + 7 * way + (partial.weekday or 0))
    if unit == "month" and partial.day is not None and partial.month is None:
        return _day_of_month(scan, node, j + 2, way, partial.day)
    return None


def _in_relative_year(scan: Scan, node: Node, last: int, way: int) -> Node:
    if scan.today is None:
        return unresolved_node(scan, node.first, last)
    year = civil(scan.today)[0] + way
    partial = (node.partial or Partial())._replace(year=year)
    settled = settle(scan, node._replace(last=last, partial=partial, periods=()))
    return explained(scan, settled)


def _placed(scan: Scan, node: Node, last: int, where: Callable[[int], int]) -> Node:
    if scan.today is None:
        return unresolved_node(scan, node.first, last)
    return explained(scan, Node(node.first, last, (day_period(where(scan.today)),)))


def _day_of_month(scan: Scan, node: Node, last: int, way: int, number: int) -> Node | None:
    if scan.today is None:
        return unresolved_node(scan, node.first, last)
    month = unit_period(scan.today, "month", way)
    low, high = bounds(month.days)
    if low + number - 1 >= high:
        return None
    return explained(scan, Node(node.first, last, (day_period(low + number - 1),)))


def inside(scan: Scan, node: Node, depth: int) -> Node | None:
    """`Friday next week` in its other orders: `Monday two weeks from now`, `labor day weekend`."""
    if scan.words[node.last] == "weekend" and not scan.possessive(node.last):
        day = settle(scan, node)
        if day.periods and day.periods[0].grain == "day":
            periods = tuple(holiday_weekend(bounds(p.days)[0]) for p in day.periods)
            return day._replace(last=node.last + 1, periods=periods, partial=None)
    if node.partial and node.partial.weekday is not None and node.partial.day is None:
        shift = apart_at(scan, node.last, depth + 1)
        if shift and shift.periods and scan.words[shift.last - 1] in ("now", "today", "tomorrow"):
            exact_day = bounds(shift.periods[-1].days)[0]
            day_in_week = exact_day - weekday(exact_day) + node.partial.weekday
            return explained(scan, Node(node.first, shift.last, (day_period(day_in_week),)))
    return None
