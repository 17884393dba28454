"""Dates by their place in a period: the first Monday of October, the last week of 2016, third-quarter profit."""

from decimal import Decimal

from claimcheck.grammar.calendar.absolute import digits
from claimcheck.grammar.calendar.days import bounds, civil, shift_months
from claimcheck.grammar.calendar.decades import centuries, century
from claimcheck.grammar.calendar.named import of_year
from claimcheck.grammar.calendar.names import CALENDAR_UNITS, MONTHS, UNITS, WEEKDAYS
from claimcheck.grammar.calendar.parts import current
from claimcheck.grammar.calendar.period import Node, Period, Scan, day_period, span_period
from claimcheck.grammar.calendar.relative import amount_at, beside, explained, said, unit_at, unresolved_node
from claimcheck.grammar.calendar.resolve import settle
from claimcheck.grammar.calendar.units import half_period, nth_in, nth_weekday_in, quarter_period


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
    if word == "-" and scan.words[j + 1] in ("century", "quarter", "half"):
        j, word = j + 1, scan.words[j + 1]  # "third-quarter profit"
    if word == "century" and number > 0 and scan.words[j + 1] != "of":
        return century(i, j + 1, number, scan)
    if word in ("and", "to", "or") and number > 0:
        return _centuries(scan, i, j + 1, number)
    if word == "half" and number in (1, 2, -1):
        return _half(scan, i, j + 1, 2 if number < 0 else number, depth)
    if UNITS.get(word) == "quarter" and 1 <= number <= 4 and not word.endswith("s"):
        return of_year(scan, i, j + 1, depth, lambda year: quarter_period(year, number))
    amount = amount_at(scan, j) if number in (1, -1) else None
    if amount:
        return _first_few(scan, i, amount, number, depth)
    unit = UNITS.get(word)
    if word in WEEKDAYS or (unit in CALENDAR_UNITS and (unit != "decade" or scan.words[j + 1] == "of")):
        return _nth_of(scan, i, j + 1, number, unit or word, depth)
    return None


def _centuries(scan: Scan, i: int, j: int, number: int) -> Node | None:
    second = _count_at(scan, j + (scan.words[j] == "the"))
    if second is None or scan.words[second[1]] not in ("century", "centuries"):
        return None
    return centuries(i, second[1] + 1, (number, second[0]))


def _half(scan: Scan, i: int, last: int, half: int, depth: int) -> Node | None:
    if scan.words[last] == "of":
        whole = scan.date_at(last + 1, depth + 1)
        if whole and whole.periods and whole.periods[0].grain in ("decade", "century", "month"):
            return Node(i, whole.last, tuple(_half_of(p, half) for p in whole.periods), whole.why)
    if scan.words[last] not in ("of", "in") and not digits(scan.words[last]) and scan.words[last - 2] != "-":
        return None
    found = of_year(scan, i, last, depth, lambda year: half_period(year, half))
    if found is None or found.last > last or scan.words[last - 2] == "-":
        return found
    j = last + 1 + (scan.words[last + 1] == "the")
    if scan.words[j] == "year":
        return found._replace(last=j + 1, said=said(scan, i, j + 1))
    return None


def _half_of(whole: Period, half: int) -> Period:
    """The first or second half of a decade or another unit: whole years where it has an even number of them."""
    first, end = bounds(whole.days)
    (year, month, _), (last_year, last_month, _) = civil(first), civil(end)
    months = 12 * (last_year - year) + last_month - month
    middle = shift_months(first, months // 2) if months % 2 == 0 else (first + end) // 2
    return span_period(*((first, middle) if half == 1 else (middle, end)))


def _nth_of(scan: Scan, i: int, last: int, number: int, unit: str, depth: int) -> Node | None:
    if scan.words[last] not in ("of", "in", "after") and not (number > 0 and scan.words[last] in MONTHS):
        return None
    after = scan.words[last] == "after"
    j = last + (scan.words[last] in ("of", "in", "after"))
    k = j + (scan.words[j] == "the")
    if scan.words[k] in ("month", "year", "week", "quarter") and not after:
        whole: Node | None = current(scan, k, scan.words[k])
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
