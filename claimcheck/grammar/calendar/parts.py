"""Dates inside other dates: the end of the month, the first Monday of October, week 31 of 2018."""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.calendar.absolute import digits
from claimcheck.grammar.calendar.days import bounds, civil, week_of_year
from claimcheck.grammar.calendar.named import of_year
from claimcheck.grammar.calendar.names import CALENDAR_UNITS, MONTHS, PARTS, UNITS, WEEKDAYS, listed
from claimcheck.grammar.calendar.period import Node, Period, Scan, day_period, span_period
from claimcheck.grammar.calendar.relative import amount_at, beside, explained, said, unit_at, unresolved_node
from claimcheck.grammar.calendar.resolve import settle
from claimcheck.grammar.calendar.units import (
    century_period,
    half_period,
    holiday_weekend,
    nth_in,
    nth_weekday_in,
    part_period,
    quarter_period,
    unit_period,
    week_period,
)

_LINKS: Final = frozenset(listed("of in for during , -"))
_WHOLE: Final = frozenset(listed("year month week quarter decade century"))


def part(scan: Scan, i: int, depth: int) -> Node | None:
    """`early 2007`, `late last year`, `mid-October`, `the end of the month`, `earlier this year`."""
    word, j = scan.words[i], i + 1
    part = PARTS.get(word, "late")
    if word in ("earlier", "later", "rest", "remainder"):
        return _part_of_current(scan, i, depth)
    noun = word not in ("early", "mid", "late")
    if noun and scan.words[j] == "of":
        j += 1
    elif noun and not (word == "end" and scan.words[j] == "of"):
        return None
    elif scan.words[j] == "-" or (word == "mid" and scan.words[j] == "to"):
        j += 1
    article = scan.words[j] == "the"
    current = scan.words[j + article]
    if noun and current in _WHOLE:
        return _parts(scan, i, _current(scan, j + article, current), part)
    whole = scan.date_at(j, depth + 1)
    return _parts(scan, i, settle(scan, whole), part) if whole else None


def _current(scan: Scan, i: int, unit: str) -> Node:
    if scan.today is None:
        return unresolved_node(scan, i, i + 1)
    period = unit_period(scan.today, unit)
    return explained(scan, Node(i, i + 1, (period,)))


def _parts(scan: Scan, i: int, whole: Node, part: str) -> Node:
    if not whole.periods:
        return unresolved_node(scan, i, whole.last)
    periods = tuple(part_period(p, part) for p in whole.periods)
    return Node(i, whole.last, periods, whole.why, said=said(scan, i, whole.last))


def _part_of_current(scan: Scan, i: int, depth: int) -> Node | None:
    """`earlier this month` ends before the reference day, `later this week` starts after it."""
    j = i + 1 + (scan.words[i + 1] in ("in", "of"))
    k = j + (scan.words[j] == "the")
    if k > i + 1 and scan.words[k] in _WHOLE:
        whole: Node | None = _current(scan, k, scan.words[k])
    else:
        whole = scan.date_at(j, depth + 1)
    if whole is None:
        return None
    whole = settle(scan, whole)
    if not whole.periods or scan.today is None:
        return unresolved_node(scan, i, whole.last)
    low, high = bounds(whole.periods[0].days)
    if high - low == 1:
        return whole._replace(first=i)
    if not low <= scan.today < high:
        return _parts(scan, i, whole, PARTS.get(scan.words[i], "late"))
    first, end = {"earlier": (low, scan.today), "later": (scan.today + 1, high)}.get(
        scan.words[i], (scan.today, high)
    )
    return explained(scan, Node(i, whole.last, (span_period(first, end),))) if first < end else None


def week(scan: Scan, i: int, depth: int) -> Node | None:
    """`week of 4 October`, `weekend of Halloween`, `week commencing Monday`, `week 31 of 2018`."""
    weekend = scan.words[i] == "weekend"
    j = i + 1
    if scan.words[j] in ("of", "commencing", "beginning", "starting", "ending"):
        day = scan.date_at(j + 1, depth + 1)
        day = settle(scan, day) if day else None
        if day is None or not day.periods or day.periods[0].grain not in ("day", "span"):
            return None
        make = holiday_weekend if weekend else week_period
        return day._replace(first=i, periods=tuple(make(bounds(p.days)[0]) for p in day.periods), partial=None)
    word = scan.words[j]
    if weekend or not digits(word) or not 1 <= int(word) <= 53:
        return None
    year = _year_of(scan, j + 1, depth)
    if year is None:
        return None
    return Node(i, year[1], (week_period(bounds(week_of_year(year[0], int(word)))[0]),), year[2])


def _year_of(scan: Scan, i: int, depth: int) -> tuple[int, int, str] | None:
    """The year that `of 2018`, `2018` or nothing at all names at token `i`, the token after it, and why."""
    j = i + (scan.words[i] in _LINKS)
    whole = scan.date_at(j, depth + 1)
    if whole:
        whole = settle(scan, whole)
    if whole and whole.periods and whole.periods[0].grain == "year":
        return civil(bounds(whole.periods[0].days)[0])[0], whole.last, whole.why
    if scan.today is None:
        return None
    year = civil(scan.today)[0]
    return year, i, f"in the year of the reference date, {year}"


def _count_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """`first`, `3rd`, `last`, `second last`, `fifth to last` at token `i`: counted from the end when negative."""
    word = scan.words[i]
    if word in ("last", "final", "closing"):
        return -1, i + 1
    found = scan.numerals.get(i)
    if found is not None and found.ordinal and found.number is not None and 1 <= found.number <= 366:
        number, last = int(found.number), found.last
    elif digits(word) and scan.words[i + 1] in ("st", "nd", "rd", "th") and scan.text.glued(i + 1):
        number, last = int(word), i + 2
    else:
        return None
    if scan.words[last] == "last":
        return -number, last + 1
    if scan.text.words[last : last + 2] == ("to", "last") or scan.text.words[last : last + 3] == ("-", "to", "-"):
        return -number, last + (2 if scan.words[last] == "to" else 4)
    return number, last


def nth(scan: Scan, i: int, depth: int) -> Node | None:
    """`first Monday of October`, `last week of 2016`, `third quarter of 2018`, `21st century`."""
    count = _count_at(scan, i)
    if count is None or not 1 <= abs(count[0]) <= 366:
        return None
    number, j = count
    word = scan.words[j]
    if word == "century" and number > 0:
        return Node(i, j + 1, (century_period(number),)) if number <= 30 else None
    if word == "half" and number in (1, 2, -1):
        return _half(scan, i, j + 1, 2 if number < 0 else number, depth)
    if UNITS.get(word) == "quarter" and 1 <= number <= 4 and not word.endswith("s"):
        return of_year(scan, i, j + 1, depth, lambda year: quarter_period(year, number))
    amount = amount_at(scan, j) if number in (1, -1) else None
    if amount:
        return _first_few(scan, i, amount, number, depth)
    unit = UNITS.get(word)
    if word in WEEKDAYS or (unit in CALENDAR_UNITS and unit != "decade"):
        return _nth_of(scan, i, j + 1, number, unit or word, depth)
    return None


def _half(scan: Scan, i: int, last: int, half: int, depth: int) -> Node | None:
    if scan.words[last] not in ("of", "in") and not digits(scan.words[last]):
        return None
    found = of_year(scan, i, last, depth, lambda year: half_period(year, half))
    if found is None or found.last > last:
        return found
    j = last + 1 + (scan.words[last + 1] == "the")
    if scan.words[j] == "year":
        return found._replace(last=j + 1, said=said(scan, i, j + 1))
    return None


def _nth_of(scan: Scan, i: int, last: int, number: int, unit: str, depth: int) -> Node | None:
    if scan.words[last] not in ("of", "in", "after") and not (number > 0 and scan.words[last] in MONTHS):
        return None
    after = scan.words[last] == "after"
    j = last + (scan.words[last] in ("of", "in", "after"))
    k = j + (scan.words[j] == "the")
    if scan.words[k] in ("month", "year", "week", "quarter") and not after:
        whole: Node | None = _current(scan, k, scan.words[k])
    else:
        whole = scan.date_at(j, depth + 1)
    if whole is None:
        return None
    whole = settle(scan, whole)
    if not whole.periods:
        return unresolved_node(scan, i, whole.last)
    if after:
        return _weekday_after(scan, i, whole, number, unit)
    periods = tuple(found for p in whole.periods if (found := _pick(p, number, unit)))
    if not periods:
        return None
    return Node(i, whole.last, periods, whole.why, said=said(scan, i, whole.last))


def _pick(whole: Period, number: int, unit: str) -> Period | None:
    """The `number`-th weekday or unit of a period."""
    if unit in WEEKDAYS:
        return nth_weekday_in(whole, number, WEEKDAYS[unit])
    return nth_in(whole, number, unit)


def _weekday_after(scan: Scan, i: int, whole: Node, number: int, unit: str) -> Node | None:
    if unit not in WEEKDAYS or number < 1:
        return None
    low = bounds(whole.periods[0].days)[1]
    found = nth_weekday_in(span_period(low, low + 7 * number + 7), number, WEEKDAYS[unit])
    return Node(i, whole.last, (found,), whole.why) if found else None


def _first_few(scan: Scan, i: int, amount: tuple[Decimal, int], number: int, depth: int) -> Node | None:
    """`first ten days of last year`, `last three weeks of 2019`."""
    unit = unit_at(scan, amount[1])
    if unit is None or unit[0] not in CALENDAR_UNITS or scan.words[unit[1]] != "of":
        return None
    whole = scan.date_at(unit[1] + 1, depth + 1)
    whole = settle(scan, whole) if whole else None
    if whole is None or not whole.periods:
        return None
    ends = [nth_in(whole.periods[0], n, unit[0]) for n in (number, number * int(amount[0]))]
    if ends[0] is None or ends[1] is None:
        return None
    return Node(i, whole.last, (span_period(*bounds(ends[0].days.hull(ends[1].days))),), whole.why)


def possessive(scan: Scan, i: int, depth: int) -> Node | None:
    """`last week's Sunday`, `next year's first quarter`."""
    whole = beside(scan, i)
    if whole is None or not whole.periods or not scan.possessive(whole.last):
        return None
    after = whole.last + 1
    day = WEEKDAYS.get(scan.words[after])
    if day is not None and whole.periods[-1].grain == "week":
        return explained(scan, Node(i, after + 1, (day_period(bounds(whole.periods[-1].days)[0] + day),)))
    count = _count_at(scan, after)
    unit = unit_at(scan, count[1]) if count else None
    if count is None or unit is None:
        return None
    periods = tuple(p for w in whole.periods if (p := nth_in(w, count[0], unit[0])))
    return explained(scan, Node(i, unit[1], periods)) if periods else None
