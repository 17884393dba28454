"""Dates told by the date named before them: that day, the next day, two weeks later; lists that share a year."""

from typing import Final

from claimcheck.grammar.calendar.days import bounds, civil, is_day, move, weekday
from claimcheck.grammar.calendar.names import MONTHS, WEEKDAYS
from claimcheck.grammar.calendar.period import Node, Period, Scan, day_period, month_period
from claimcheck.grammar.calendar.relative import amount_at, said, unit_at
from claimcheck.grammar.calendar.saying import say_days
from claimcheck.grammar.calendar.units import unit_period

UNITS_APART: Final = frozenset(["day", "week", "month"])
"""Units that `later` and `earlier` count from a date named before; of more than that, it is a length to us."""
BESIDE: Final = {"that": 0, "same": 0, "next": 1, "following": 1, "previous": -1, "preceding": -1}
APART: Final = {"later": 1, "earlier": -1}
_NAMES: Final = MONTHS.keys() | WEEKDAYS.keys()
_BETWEEN: Final = frozenset([",", ".", "and", "or", "&", ";"])
_WITHIN: Final = 40  # tokens back to which such words look for their date


def anchored(scan: Scan, i: int, named: Node | None) -> Node | None:
    """`that day`, `the next day`, `two weeks later` at token `i`; None where no date is named shortly before.

    Args:
        scan: The text.
        i: The token.
        named: The date named last.
    """
    if named is None or not named.periods or i - named.last > _WITHIN:
        return None
    period = named.periods[0]
    if period.grain not in ("day", "week", "month"):
        return None
    return _beside(scan, i, period) or _name_beside(scan, i, period) or _apart(scan, i, period)


def _beside(scan: Scan, i: int, named: Period) -> Node | None:
    way = BESIDE.get(scan.words[i])
    unit = scan.words[i + 1]
    if (
        scan.words[i + 2] == "or"
        or way is None
        or unit not in UNITS_APART
        or (unit == "day" and named.grain != "day")
    ):
        return None
    if way and unit != "day":
        return None  # "the next month" is as often counted from the day of writing
    first, end = bounds(named.days)
    found = unit_period(first if way <= 0 else end - 1, unit, way)
    return _explained(scan, i, i + 2, found, named)


def _name_beside(scan: Scan, i: int, named: Period) -> Node | None:
    """`the following January`, `the previous Friday`: the first on that side of the date named before it."""
    way = BESIDE.get(scan.words[i])
    name = scan.words[i + 1]
    if not way or scan.words[i - 1] != "the" or name not in _NAMES:
        return None
    first, end = bounds(named.days)
    if name in WEEKDAYS:
        day = WEEKDAYS[name]
        found = day_period(
            end + (day - weekday(end)) % 7 if way > 0 else first - 1 - (weekday(first - 1) - day) % 7
        )
    else:
        year, month, _ = civil(end - 1 if way > 0 else first)
        over = MONTHS[name] <= month if way > 0 else MONTHS[name] >= month
        found = month_period(year + way * over, MONTHS[name])
    return _explained(scan, i, i + 2, found, named)


def _apart(scan: Scan, i: int, named: Period) -> Node | None:
    amount = amount_at(scan, i) if scan.units else None
    unit = unit_at(scan, amount[1]) if amount else None
    if amount is None or unit is None or unit[0] not in UNITS_APART:
        return None
    way = APART.get(scan.words[unit[1]])
    if way is None or scan.words[unit[1] + 1] == "than":
        return None
    first, end = bounds(named.days)
    if unit[0] == named.grain and amount[0] == int(amount[0]):
        found = unit_period(first, unit[0], way * int(amount[0]))  # two months after a month is a month
    else:
        found = day_period(move(first if way < 0 else end - 1, way * amount[0], unit[0]))
    return _explained(scan, i, unit[1] + 1, found, named)


def _explained(scan: Scan, first: int, last: int, found: Period, named: Period) -> Node:
    words = said(scan, first, last)
    why = f"{words}: {found.normal}, counted from {say_days(named.days)}, named before it"
    return Node(first, last, (found,), why, said=words)


def with_year_before(scan: Scan, node: Node, named: Node | None) -> Node:
    """A day or month in a list takes the year of the date just before it."""
    partial = node.partial
    if named is None or named.partial is None or partial is None or partial.year is not None:
        return node
    year, between = named.partial.year, scan.text.words[named.last : node.first]
    listed = len(between) <= 2 and all(word in _BETWEEN for word in between)
    if year is None or partial.month is None or not listed or named.partial.month is None:
        return node
    if partial.day is not None and not is_day(year, partial.month, partial.day):
        return node
    return node._replace(partial=partial._replace(year=year), periods=(), why="in the year of the date before it")
