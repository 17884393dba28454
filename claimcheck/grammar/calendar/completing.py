"""Days told by their number in a month, and what completes a date after it: Friday next week, 8 May last year."""

from collections.abc import Callable
from typing import Final

from claimcheck.grammar.calendar.absolute import day_number, digits, year_named_before, year_number
from claimcheck.grammar.calendar.days import bounds, civil, is_day, shift_months, weekday
from claimcheck.grammar.calendar.distance import ahead, apart_at
from claimcheck.grammar.calendar.names import DAY_PARTS
from claimcheck.grammar.calendar.period import Node, Partial, Scan, day_period, span_period
from claimcheck.grammar.calendar.relative import explained, unresolved_node
from claimcheck.grammar.calendar.resolve import settle
from claimcheck.grammar.calendar.units import holiday_weekend, unit_period

_NAMED: Final = {"that": 0, "same": 0, "following": 1, "next": 1, "previous": -1}
"""Years told by the year named before them: that year, the following year."""
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
    found = day_number(scan, i) if scan.units else None
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
    if partial.weekday is not None and partial.day is None:
        j += scan.words[j] in DAY_PARTS  # "Wednesday evening next week"
    if scan.words[j] == "in" and partial.month is not None:
        coming = ahead(scan, j, 0)  # "March in two years"
        if coming and coming.periods and coming.periods[0].grain == "year":
            year = civil(bounds(coming.periods[0].days)[0])[0]
            return explained(
                scan, settle(scan, node._replace(last=coming.last, partial=partial._replace(year=year)))
            )
    j += scan.words[j] in (",", "of", "in") and scan.words[j + 1] in ("this", "last", "next", "that", "the")
    article = scan.words[j] == "the"
    j += article
    if scan.words[j + 1] == "year" and partial.month is not None and (article or scan.words[j] == "that"):
        named = _in_named_year(scan, node, j)
        if named:
            return named
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


def _in_named_year(scan: Scan, node: Node, j: int) -> Node | None:
    """`March of that year`, `1 May the following year`, where a year is named before it."""
    way, partial = _NAMED.get(scan.words[j]), node.partial
    named = year_named_before(scan, node.first) if way is not None else None
    if way is None or partial is None:
        return None
    if named is None:
        unknown = scan.words[j] in ("that", "same")  # rather no year than a wrong one
        why = "not resolved: no year is named before it"
        return unresolved_node(scan, node.first, j + 2)._replace(why=why) if unknown else None
    if partial.day is not None and not is_day(named + way, partial.month or 1, partial.day):
        return None
    settled = settle(scan, node._replace(last=j + 2, partial=partial._replace(year=named + way), periods=()))
    return settled._replace(why=f"counted from {named}, the year named before it")


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


def _weekday_beside_day(scan: Scan, node: Node, depth: int) -> Node | None:
    """`Monday after Easter`, `Friday before Christmas 2020`: the first on that side of the day."""
    word, day = scan.words[node.last], (node.partial or Partial()).weekday
    origin = scan.date_at(node.last + 1, depth + 1) if word in ("after", "before") and not depth else None
    if origin is None or day is None or (origin.partial is not None and origin.partial.day is None):
        return None
    origin = settle(scan, origin)
    if not origin.periods or origin.periods[0].grain != "day" or scan.possessive(origin.last):
        return None
    low = bounds(origin.periods[0].days)[0]
    found = low + ((day - weekday(low) - 1) % 7 + 1 if word == "after" else -((weekday(low) - day - 1) % 7 + 1))
    return Node(node.first, origin.last, (day_period(found),), origin.why)


def _bare_month(node: Node) -> bool:
    partial = node.partial
    return partial is not None and partial.month is not None and partial.day is None


def inside(scan: Scan, node: Node, depth: int) -> Node | None:
    """`Friday next week` in its other orders: `Monday two weeks from now`, `labor day weekend`."""
    if scan.words[node.last] == "weekend" and not scan.possessive(node.last):
        day = settle(scan, node)
        if day.periods and day.periods[0].grain == "day":
            periods = tuple(holiday_weekend(bounds(p.days)[0]) for p in day.periods)
            return day._replace(last=node.last + 1, periods=periods, partial=None)
    if scan.words[node.last] == "quarter" and _bare_month(node):
        last = node.last + 1
        year = year_number(scan, last + (scan.words[last] == "of"))
        if year and node.partial and node.partial.year is None:
            node, last = node._replace(partial=node.partial._replace(year=year[0])), year[1]
        month = settle(scan, node)  # "the September quarter" ends with that month
        quarters = (bounds(p.days)[1] for p in month.periods)
        periods = tuple(span_period(shift_months(end, -3), end) for end in quarters)
        return month._replace(last=last, periods=periods, partial=None) if periods else None
    if node.partial and node.partial.weekday is not None and node.partial.day is None:
        found = _weekday_beside_day(scan, node, depth)
        if found:
            return found
        shift = apart_at(scan, node.last, depth + 1)
        if shift and shift.periods and scan.words[shift.last - 1] in ("now", "today", "tomorrow"):
            exact_day = bounds(shift.periods[-1].days)[0]
            day_in_week = exact_day - weekday(exact_day) + node.partial.weekday
            return explained(scan, Node(node.first, shift.last, (day_period(day_in_week),)))
    return None
