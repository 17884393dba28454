"""Dates told by their distance from a day: two weeks ago, three days after Christmas, two Thursdays ago."""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.calendar.days import bounds, move, weekday
from claimcheck.grammar.calendar.names import CALENDAR_UNITS, LAST, NEXT, UNITS, WEEKDAYS
from claimcheck.grammar.calendar.period import Node, Scan, around, day_period
from claimcheck.grammar.calendar.relative import (
    ago,
    amount_at,
    apart,
    explained,
    renamed,
    said,
    several,
    unit_at,
    unresolved_node,
)
from claimcheck.grammar.calendar.resolve import UNRESOLVED, pick, settle
from claimcheck.grammar.calendar.tense import lean
from claimcheck.grammar.calendar.units import unit_period, weekend_period

_MANY: Final = 100  # "6,673 last year" is no span of years


def apart_from(scan: Scan, i: int, depth: int) -> Node | None:
    return apart_at(scan, i, depth) or _counted_weekdays(scan, i) or _counted_beside(scan, i)


def apart_at(scan: Scan, i: int, depth: int) -> Node | None:
    """`two weeks ago`, `three days after Christmas`, `a week from Friday`; years ago are left to durations."""
    amount = amount_at(scan, i) if scan.units else None
    unit = unit_at(scan, amount[1]) if amount else None
    if amount is None or unit is None:
        return None
    last, word = unit[1], scan.words[unit[1]]
    if word in ("ago", "back"):
        if unit[0] in ("year", "decade", "century") or (word == "back" and scan.words[last + 1] == "to"):
            return None
        return _on_the_day(scan, i, last + 1, amount[0], unit[0]) or ago(scan, i, last + 1, amount[0], unit[0])
    if word not in ("from", "after", "before", "following", "since"):
        return None
    way = -1 if word == "before" else 1
    if scan.words[last + 1] == "now":
        return apart(scan, i, last + 2, way * amount[0], unit[0], scan.today)
    origin = scan.date_at(last + 1, depth + 1)
    if origin and word == "from" and origin.partial and scan.today is not None:
        _, coming = around(origin.partial, scan.today)  # "a week from Tuesday" is counted from the next one
        origin = origin._replace(periods=(coming,)) if coming and not origin.partial.complete else origin
    origin = settle(scan, origin) if origin else None
    if origin is None or word == "since" or (not origin.periods and scan.today is not None):
        return None
    if not origin.periods:
        return unresolved_node(scan, i, origin.last)
    if origin.periods[0].grain in ("year", "decade", "century"):
        return None  # "ten years after the 2008 crisis": no day to count from
    low, high = bounds(origin.periods[0].days)
    return apart(scan, i, origin.last, way * amount[0], unit[0], low if way < 0 else high - 1, exact=True)


def _on_the_day(scan: Scan, i: int, last: int, amount: Decimal, unit: str) -> Node | None:
    """`three weeks ago today`, `a week ago Monday`: the very day, where its weekday is said."""
    word = scan.words[last]
    if unit not in ("week", "fortnight", "month") or (word != "today" and word not in WEEKDAYS):
        return None
    if scan.today is None:
        return unresolved_node(scan, i, last + 1)
    back = 0 if word == "today" else (weekday(scan.today) - WEEKDAYS[word]) % 7
    day = move(scan.today - back, -amount, unit)
    return explained(scan, Node(i, last + 1, (day_period(day),))) if word == "today" or unit != "month" else None


def _counted_weekdays(scan: Scan, i: int) -> Node | None:
    """`two Thursdays ago`, `three Fridays from now`."""
    amount = amount_at(scan, i)
    day = WEEKDAYS.get(scan.words[amount[1]]) if amount else None
    if amount is None or day is None:
        return None
    last = amount[1] + 1
    way = {"ago": -1, "back": -1, "from": 1}.get(scan.words[last])
    if way is None or (way > 0 and scan.words[last + 1] != "now"):
        return None
    last += 1 if way < 0 else 2
    if scan.today is None:
        return unresolved_node(scan, i, last)
    ahead = (day - (scan.today + 6) % 7) % 7
    first = scan.today + (ahead or 7) if way > 0 else scan.today - ((7 - ahead) % 7 or 7)
    return explained(scan, Node(i, last, (day_period(first + way * 7 * (int(amount[0]) - 1)),)))


def _counted_beside(scan: Scan, i: int) -> Node | None:
    """`two upcoming months`, `10 previous weeks`."""
    amount = amount_at(scan, i)
    if amount is None or amount[0] > _MANY:
        return None
    word = scan.words[amount[1]]
    way = -1 if word in LAST else 1 if word in NEXT else 0
    unit = unit_at(scan, amount[1] + 1) if way else None
    if amount[0] > 1 and not scan.words[amount[1] + 1].endswith("s"):
        return None  # "from 80 last year"
    return several(scan, i, unit[1], amount[0], unit[0], way) if unit else None


def ahead(scan: Scan, i: int, depth: int) -> Node | None:
    """`in two weeks`, `in 3 years`, where the verb looks ahead; looking back it is how long something took."""
    amount = amount_at(scan, i + 1)
    unit = unit_at(scan, amount[1]) if amount else None
    if amount is None or unit is None or unit[0] not in CALENDAR_UNITS:
        return None
    ahead = lean(scan, i, unit[1])
    alone = i == 0 or unit[1] >= len(scan.text) - 1
    if ahead < 0 or (ahead == 0 and not alone):
        return None
    found = apart(scan, i, unit[1], amount[0], unit[0], scan.today)
    return renamed(found, i, unit[1], scan) if found and not found.periods else found


def day_beside(scan: Scan, i: int, depth: int) -> Node | None:
    """`day after tomorrow`, `day before yesterday`, `day after Christmas`."""
    word = scan.words[i + 1]
    if word not in ("after", "before"):
        return None
    origin = scan.date_at(i + 2, depth + 1)
    origin = settle(scan, origin) if origin else None
    if origin is None:
        return None
    if not origin.periods:
        return unresolved_node(scan, i, origin.last)
    low, high = bounds(origin.periods[0].days)
    if high - low != 1:
        return None
    return explained(scan, Node(i, origin.last, (day_period(high if word == "after" else low - 1),)))


def before_last(scan: Scan, i: int, depth: int) -> Node | None:
    """`the week before last`, `the month before last`, `the night before last`."""
    if scan.words[i + 1] != "before" or scan.words[i + 2] != "last" or scan.words[i + 3] in UNITS:
        return None
    if scan.today is None:
        return unresolved_node(scan, i, i + 3)
    return explained(scan, Node(i, i + 3, (unit_period(scan.today, scan.words[i], -2),)))


def weekend(scan: Scan, i: int, depth: int) -> Node | None:
    """`that weekend`, `over the weekend`: the one nearest, as the verb says."""
    weekend = scan.words[i] == "weekend" and scan.words[i - 1] in ("the", "that", "this", "over")
    weekend = weekend or len(scan.text) == 1
    if not weekend or scan.words[i + 1] in ("of", "commencing"):
        return None
    node = Node(i, i + 1, said=said(scan, i, i + 1))
    if scan.today is None:
        return node._replace(why=UNRESOLVED)
    periods = [weekend_period(scan.today + 7 * n) for n in (-1, 0, 1)]
    past = [p for p in periods if bounds(p.days)[0] <= scan.today]
    future = [p for p in periods if bounds(p.days)[0] > scan.today]
    return pick(scan, node, past[-1], future[0])
