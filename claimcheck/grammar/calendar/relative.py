"""Dates told by their place to the reference day: today, last year, two weeks ago, the next three months."""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.calendar.absolute import month_at
from claimcheck.grammar.calendar.days import bounds, civil, move, weekday
from claimcheck.grammar.calendar.holidays import holiday_at
from claimcheck.grammar.calendar.moon import Rule
from claimcheck.grammar.calendar.names import (
    CALENDAR_UNITS,
    DAY_PARTS,
    LAST,
    NEXT,
    SEASONS,
    THIS,
    UNITS,
    WEEKDAYS,
)
from claimcheck.grammar.calendar.period import Node, Period, Scan, day_period, month_period, span_period
from claimcheck.grammar.calendar.resolve import UNRESOLVED
from claimcheck.grammar.calendar.saying import say_day
from claimcheck.grammar.calendar.units import season_period, unit_period, window

_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tomorrows": 1, "tmrw": 1, "tmr": 1}
_FEW: Final = {"couple": 2, "few": 3}
_QUARTERS: Final = frozenset(["quarter", "quarters"])
_WORKING: Final = frozenset(["business", "working", "trading"])
_WEEKS: Final = frozenset(["workweek", "work-week"])
_MOST_DAYS: Final = 366
_LONGEST: Final = Decimal(9999)


def amount_at(scan: Scan, i: int) -> tuple[Decimal, int] | None:
    """A number of units at token `i` (`two`, `10`, `a`, `a couple of`, `a few`) and the token after it."""
    word = scan.words[i]
    j = i + (word in ("a", "the"))
    if scan.words[j] in _FEW:
        few = scan.words[j]
        return Decimal(_FEW[few]), j + 1 + (scan.words[j + 1] == "of")
    found = scan.numerals.get(i)
    if found is not None and found.number is not None and not found.ordinal and 0 < found.number < _LONGEST:
        if found.last == i + 2 and scan.words[i + 1] in _QUARTERS:
            return found.number * 4, i + 1  # "the next 7 quarters" are no seven fourths
        return found.number, found.last
    return (Decimal(1), i + 1) if word in ("a", "an", "one") else None


def unit_at(scan: Scan, i: int) -> tuple[str, int] | None:
    """A unit of time at token `i`, in the singular, and the token after it."""
    unit = UNITS.get(scan.words[i])
    return (unit, i + 1) if unit else None


def _unresolved(scan: Scan, first: int, last: int) -> Node:
    return Node(first, last, (), UNRESOLVED, said=said(scan, first, last))


def said(scan: Scan, first: int, last: int) -> str:
    """The words `[first, last)` on one line, without a possessive ending."""
    last -= scan.possessive(last - 1) and last - 1 > first
    return " ".join(scan.text.surface(first, last).split())


def _resolved(scan: Scan, first: int, last: int, *periods: Period, reason: str = "") -> Node:
    words = said(scan, first, last)
    kept = tuple(dict.fromkeys(periods))
    counted = f"counted from {say_day(scan.today or 0)}"
    return Node(first, last, kept, f"{words}: {kept[0].normal}, {reason or counted}", said=words)


def day_word(scan: Scan, i: int) -> Node | None:
    """`today`, `tonight`, `yesterday`, `tomorrow`, `last night`, `this morning`; not the possessive `today's`."""
    word = scan.words[i]
    if word in _DAYS:
        if word == "today" and scan.possessive(i + 1):
            return None  # "today's threats" are those of the present age
        return _one_day(scan, i, i + 1, _DAYS[word])
    after = scan.words[i + 1]
    if word == "last" and after == "night":
        return _one_day(scan, i, i + 2, -1)
    if word == "this" and after in DAY_PARTS:
        return _one_day(scan, i, i + 2, 0)
    return None


def _one_day(scan: Scan, first: int, last: int, offset: int) -> Node:
    if scan.today is None:
        return _unresolved(scan, first, last)
    return _resolved(scan, first, last, day_period(scan.today + offset))


def beside(scan: Scan, i: int) -> Node | None:
    """`last year`, `this October`, `next Friday`, `past two months`, `this coming weekend`, `last Christmas`."""
    word, j = scan.words[i], i + 1
    if word == "this" and scan.words[j] in LAST | NEXT:
        word, j = scan.words[j], j + 1
    way = -1 if word in LAST else 1 if word in NEXT else 0 if word in THIS else None
    if way is None:
        return None
    if scan.words[j] in _WEEKS or (scan.words[j] in _WORKING and scan.words[j + 1] == "week"):
        return _working_week(scan, i, j + 1 + (scan.words[j] in _WORKING), way)
    unit = unit_at(scan, j)
    if unit and unit[0] in CALENDAR_UNITS and not scan.words[j].endswith("s"):
        return _unit_beside(scan, i, unit[1], way, unit[0], word)
    if unit is None and way:
        many = _many(scan, i, j, way)
        if many:
            return many
    return _named_beside(scan, i, j, way, word)


def _working_week(scan: Scan, first: int, last: int, way: int) -> Node:
    """`this working week`: Monday to Friday."""
    if scan.today is None:
        return _unresolved(scan, first, last)
    monday = bounds(unit_period(scan.today, "week", way).days)[0]
    return _resolved(scan, first, last, span_period(monday, monday + 5))


def _unit_beside(scan: Scan, i: int, last: int, way: int, unit: str, word: str) -> Node | None:
    if unit == "day" and word not in ("previous", "following"):
        return None
    if scan.today is None:
        return _unresolved(scan, i, last)
    whole = unit_period(scan.today, unit, way)
    if word == "past" and unit not in ("weekend", "day"):
        rolling = window(scan.today, Decimal(1), unit)
        return _resolved(scan, i, last, rolling, whole)
    return _resolved(scan, i, last, whole)


def _many(scan: Scan, i: int, j: int, way: int) -> Node | None:
    """`the last three months`, `next two weeks`: up to the reference day or from the day after it."""
    amount = amount_at(scan, j)
    if amount and scan.words[amount[1]] in _WORKING and scan.words[amount[1] + 1] in ("day", "days"):
        return _working_days(scan, i, amount[1] + 2, int(amount[0]), way)
    unit = unit_at(scan, amount[1]) if amount else None
    if amount is None or unit is None:
        return None
    return several(scan, i, unit[1], amount[0], unit[0], way)


def _working_days(scan: Scan, first: int, last: int, number: int, way: int) -> Node | None:
    """`the next 4 business days`: from the day after the reference day to the last of so many weekdays."""
    if scan.today is None:
        return _unresolved(scan, first, last)
    day = scan.today
    if not 0 < number <= _MOST_DAYS:
        return None
    left = number
    while left:
        day += way
        left -= weekday(day) < 5
    ends = (scan.today + 1, day + 1) if way > 0 else (day, scan.today)
    return _resolved(scan, first, last, span_period(*ends))


def several(scan: Scan, first: int, last: int, amount: Decimal, unit: str, way: int) -> Node | None:
    """The `amount` units before (-1) or after (1) the reference day, by the day or by whole calendar units."""
    if unit not in CALENDAR_UNITS or unit == "weekend":
        return None
    if scan.today is None:
        return _unresolved(scan, first, last)
    rolling = window(scan.today, -way * amount, unit)
    if unit == "day" or amount != int(amount):
        return _resolved(scan, first, last, rolling)
    ends = sorted((unit_period(scan.today, unit, way), unit_period(scan.today, unit, way * int(amount))), key=_low)
    whole = span_period(*bounds(ends[0].days.hull(ends[1].days)))
    return _resolved(scan, first, last, rolling, whole)


def _low(period: Period) -> int:
    return bounds(period.days)[0]


def _named_beside(scan: Scan, i: int, j: int, way: int, word: str) -> Node | None:
    """`last October`, `next Friday`, `this summer`, `last Thanksgiving`."""
    name = scan.words[j]
    if name in WEEKDAYS and not name.endswith("days"):
        last = j + 1 + (scan.words[j + 1] == "." and len(name) <= 4)
        if scan.today is None:
            return _unresolved(scan, i, last)
        return _weekday_beside(scan, i, last, way, WEEKDAYS[name], word)
    month, season, feast = month_at(scan, j), SEASONS.get(name), holiday_at(scan.words, j)
    if month and word != "past" and (scan.capital(j) or name != "may"):
        return _once_a_year(scan, i, month[1], way, ("month", month[0]))
    if season and word != "past":
        return _once_a_year(scan, i, j + 1, way, ("season", season))
    if feast:
        return _once_a_year(scan, i, feast[2], way, ("feast", feast[1]))
    return None


def _weekday_beside(scan: Scan, i: int, last: int, way: int, day: int, word: str) -> Node:
    """Last Friday is the latest before the reference day, next Friday that of next week; this Friday, of this."""
    today = scan.today or 0
    this = today - weekday(today) + day
    if way == 0:
        return _resolved(scan, i, last, day_period(this))
    if way < 0:
        latest = this if this < today else this - 7
        return _resolved(scan, i, last, day_period(latest), day_period(this - 7))
    soonest = this if this > today else this + 7
    if word in ("coming", "upcoming"):
        return _resolved(scan, i, last, day_period(soonest), day_period(this + 7))
    return _resolved(scan, i, last, day_period(this + 7), day_period(soonest))


def _once_a_year(scan: Scan, i: int, last: int, way: int, what: tuple[str, int | str | Rule]) -> Node:
    if scan.today is None:
        return _unresolved(scan, i, last)
    year = civil(scan.today)[0]
    periods = [_in_year(what, y, scan.context.place) for y in range(year - 2, year + 3)]
    today = say_day(scan.today)
    if way < 0:
        over = [p for p in periods if bounds(p.days)[1] <= scan.today]
        reason = f"the latest that is over on {today}"
        previous = _in_year(what, year - 1, scan.context.place)
        return _resolved(scan, i, last, over[-1], previous, reason=reason)
    if way > 0:
        ahead = [p for p in periods if bounds(p.days)[0] > scan.today]
        following = _in_year(what, year + 1, scan.context.place)
        return _resolved(scan, i, last, ahead[0], following, reason=f"the first to come after {today}")
    lasting = [
        p for p in periods if bounds(p.days)[0] <= scan.today < bounds(p.days)[1]
    ]  # this winter, in February
    return _resolved(scan, i, last, *lasting, _in_year(what, year, scan.context.place))


def _in_year(what: tuple[str, int | str | Rule], year: int, place: str) -> Period:
    match what:
        case ("month", int(month)):
            return month_period(year, month)
        case ("season", str(season)):
            return season_period(year, season, place)
        case (_, rule) if callable(rule):
            return day_period(rule(year))
    raise KeyError(what[0])


def ago(scan: Scan, first: int, last: int, amount: Decimal, unit: str) -> Node | None:
    """`two weeks ago`, `three days ago`, `a month ago`: the day, or the calendar unit that lies so far back."""
    node = apart(scan, first, last, -amount, unit, scan.today)
    counted = amount == int(amount) and _FEW.keys().isdisjoint(scan.words[first : first + 2])
    return node._replace(amount=(amount, unit)) if node and counted else node


def apart(
    scan: Scan, first: int, last: int, amount: Decimal, unit: str, origin: int | None, *, exact: bool = False
) -> Node | None:
    """What lies `amount` units after `origin` (before, when negative): the calendar unit, then its very day.

    From a day that is named (`exact`), and in days, it is the day alone.
    """
    if unit not in CALENDAR_UNITS or unit == "weekend":
        return None
    if origin is None:
        return _unresolved(scan, first, last)
    day = day_period(move(origin, amount, unit))
    reason = f"counted from {say_day(origin)}"
    if unit == "day" or exact or amount != int(amount):
        return _resolved(scan, first, last, day, reason=reason)
    whole = unit_period(origin, unit, int(amount))
    return _resolved(scan, first, last, whole, day, reason=reason)


def renamed(node: Node, first: int, last: int, scan: Scan) -> Node:
    """The same date under more words; what stays unresolved is written back in all of them."""
    return node._replace(first=first, last=last, said=said(scan, first, last))


def unresolved_node(scan: Scan, first: int, last: int) -> Node:
    return Node(first, last, (), UNRESOLVED, said=said(scan, first, last))


def explained(scan: Scan, node: Node) -> Node:
    """A node resolved against the reference day, saying so."""
    words = said(scan, node.first, node.last)
    why = (
        f"{words}: {node.periods[0].normal}, counted from {say_day(scan.today or 0)}" if node.periods else node.why
    )
    return node._replace(why=why, said=words, partial=None)
