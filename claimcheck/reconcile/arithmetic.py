"""Interval arithmetic on exact decimals: what a calculation comes to, whatever the operands are inside theirs.

Ends are exact, but for divisions, which are rounded outwards after fifty digits; an end is closed where it can be
reached. The rules are the usual ones of interval arithmetic (R. E. Moore, "Interval Analysis", 1966), extended to
open and unbounded ends.
"""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import reduce

from claimcheck.grammar.calendar import civil, move, ordinal, shift_months
from claimcheck.grammar.senses import EXACT
from claimcheck.model.interval import Interval

_DOWN, _UP = Context(prec=50, rounding=ROUND_FLOOR), Context(prec=50, rounding=ROUND_CEILING)
_ZERO = Decimal(0)
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}

CALENDAR = frozenset({*_MONTHS_OF, *_DAYS_OF})
"""Units in which the time between two days can be told."""

End = tuple[Decimal, bool]
"""A number, infinite for an unbounded end, and whether it belongs to the interval."""


def _low(interval: Interval) -> End:
    return Decimal("-Infinity") if interval.low is None else interval.low, interval.low_closed


def _high(interval: Interval) -> End:
    return Decimal("Infinity") if interval.high is None else interval.high, interval.high_closed


def _between(low: End, high: End) -> Interval:
    first, last = (None if end[0].is_infinite() else end[0] for end in (low, high))
    return Interval(first, last, first is not None and low[1], last is not None and high[1])


def plus(one: Interval, other: Interval) -> Interval:
    """Every sum of a number of the one and a number of the other.

    >>> str(plus(Interval.half_open(Decimal(1), Decimal(2)), Interval.closed(Decimal(5), Decimal(6))))
    '[6, 8)'
    """
    low, high = (
        (EXACT.add(a[0], b[0]), a[1] and b[1]) for a, b in ((_low(one), _low(other)), (_high(one), _high(other)))
    )
    return _between(low, high)


def minus(one: Interval, other: Interval) -> Interval:
    """Every difference of a number of the one and a number of the other.

    >>> str(minus(Interval.half_open(Decimal(5), Decimal(6)), Interval.closed(Decimal(1), Decimal(2))))
    '[3, 5)'
    """
    return plus(one, times(other, Interval.point(Decimal(-1))))


def total(parts: Iterable[Interval]) -> Interval:
    """Every sum of one number of each."""
    return reduce(plus, parts)


def times(one: Interval, other: Interval) -> Interval:
    """Every product of a number of the one and a number of the other."""
    corners = [_product(a, b) for a in (_low(one), _high(one)) for b in (_low(other), _high(other))]
    least, most = min(number for number, _ in corners), max(number for number, _ in corners)
    # an end is reached if it is in any of the corners that lie there, or inside a side on which nothing changes
    return _between(
        (least, any(closed for number, closed in corners if number == least)),
        (most, any(closed for number, closed in corners if number == most)),
    )


def _product(a: End, b: End) -> End:
    """A corner of a product; nothing times anything is nothing, however large the other may grow."""
    if not a[0] or not b[0]:
        return _ZERO, (not a[0] and a[1]) or (not b[0] and b[1]) or (a[1] and b[1])
    return EXACT.multiply(a[0], b[0]), a[1] and b[1]


def over(one: Interval, other: Interval) -> Interval | None:
    """Every quotient of a number of the one by a number of the other; None where that may be nothing.

    >>> str(over(Interval.closed(Decimal(3), Decimal(4)), Interval.half_open(Decimal(2), Decimal(5))))
    '(0.6, 2]'
    """
    (low, low_in), (high, high_in) = _low(other), _high(other)
    if (low < 0 < high) or (not low and low_in) or (not high and high_in):
        return None
    sign = Decimal(1) if high > 0 else Decimal(-1)
    pairs = [(a, b) for a in (_low(one), _high(one)) for b in (_low(other), _high(other))]
    down, up = ([q for a, b in pairs if (q := _quotient(a, b, sign, way))] for way in (_DOWN, _UP))
    least, most = min(number for number, _ in down), max(number for number, _ in up)
    return _between(
        (least, any(closed for number, closed in down if number == least)),
        (most, any(closed for number, closed in up if number == most)),
    )


def _quotient(a: End, b: End, sign: Decimal, context: Context) -> End | None:
    """A corner of a quotient; None where both ends are unbounded, for which the other corners speak.

    Args:
        a: An end of what is divided.
        b: An end of the divisor; nothing, or unbounded, it is approached and never reached.
        sign: The sign of the divisor.
        context: Which way to round.
    """
    if not a[0]:
        return _ZERO, a[1]
    if b[0].is_infinite():
        return None if a[0].is_infinite() else (_ZERO, False)
    if not b[0] or a[0].is_infinite():
        return Decimal("Infinity").copy_sign(a[0] * sign), False
    return context.divide(a[0], b[0]), a[1] and b[1]


def elapsed(start: Interval, end: Interval, unit: str) -> Interval:
    """The time from any day of the one stretch to any day of the other, in a unit of the calendar.

    Months and years are counted from day to day, and what is left over as a part of the month or year begun.

    Args:
        start: Days, half-open or unbounded.
        end: Days likewise.
        unit: One of `CALENDAR`.

    >>> from claimcheck.grammar.calendar import days_of_day, days_of_month
    >>> str(elapsed(days_of_day(2007, 10, 1), days_of_day(2021, 10, 1), "year"))
    '{14}'
    >>> str(elapsed(days_of_month(2021, 2), days_of_day(2021, 3, 10), "day"))
    '[10, 37]'
    """
    least = _count(_last(start), end.low, unit, _DOWN)
    most = _count(start.low, _last(end), unit, _UP)
    return Interval(least, most, least is not None, most is not None)


def _last(days: Interval) -> Decimal | None:
    return None if days.high is None else days.high - 1


def _count(start: Decimal | None, end: Decimal | None, unit: str, context: Context) -> Decimal | None:
    """Units from one day to another, negative where it comes first."""
    if start is None or end is None:
        return None
    if end < start:
        back = _count(end, start, unit, _UP if context is _DOWN else _DOWN)
        return None if back is None else -back
    if unit in _DAYS_OF:
        return context.divide(end - start, Decimal(_DAYS_OF[unit]))
    first, last, size = int(start), int(end), _MONTHS_OF[unit]
    whole = (last - first) // (31 * size)
    while shift_months(first, (whole + 1) * size) <= last:
        whole += 1
    begun, full = shift_months(first, whole * size), shift_months(first, (whole + 1) * size)
    return context.add(Decimal(whole), context.divide(Decimal(last - begun), Decimal(full - begun)))


def began(duration: Interval, unit: str, end: Interval) -> Interval:
    """The days on which that began which lasted so long and ended within `end`.

    Exact for whole units; fractions of months and years are only good to two days, and widen it by as many.

    >>> from claimcheck.grammar.calendar import days_of_day, say_days
    >>> say_days(began(Interval.half_open(Decimal(13), Decimal(14)), "year", days_of_day(2021, 10, 8)))
    '9 October 2007 to 8 October 2008'
    """
    low, high = end.low, _last(end)
    earliest = None if low is None else _before(low, duration.high, unit, -1)
    latest = None if high is None else _before(high, duration.low, unit, 1)
    first = None if earliest is None else earliest + (not duration.high_closed)
    return _days(first, None if latest is None else latest + duration.low_closed)


def ended(duration: Interval, unit: str, start: Interval) -> Interval:
    """The days on which that ends which lasts so long and began within `start`; as exact as `began`."""
    low, high = start.low, _last(start)
    earliest = None if low is None else _moved(low, duration.low, unit, -1)
    latest = None if high is None else _moved(high, duration.high, unit, 1)
    first = None if earliest is None else earliest + (not duration.low_closed)
    return _days(first, None if latest is None else latest + duration.high_closed)


def _days(first: Decimal | None, end: Decimal | None) -> Interval:
    """Whole days; a stretch without any is the day before its end."""
    if first is not None and end is not None and first >= end:
        first = end - 1
    return Interval(first, end, first is not None, False)


def _before(day: Decimal, amount: Decimal | None, unit: str, outwards: int) -> Decimal | None:
    """So long before a day; from the last day of a month, the last day of that month (30 days hath September)."""
    moved = _moved(day, None if amount is None else -amount, unit, outwards)
    if moved is None or unit in _DAYS_OF or civil(int(day) + 1)[2] != 1:
        return moved
    year, month, _ = civil(int(moved))
    return Decimal(ordinal(year, month + 1) - 1)


def _moved(day: Decimal, amount: Decimal | None, unit: str, outwards: int) -> Decimal | None:
    """So long after a day; where no calendar says what a part of a unit is, two days further outwards."""
    if amount is None:
        return None
    units = amount * (_MONTHS_OF.get(unit) or _DAYS_OF[unit])
    slack = 0 if units == units.to_integral_value() else 2
    return Decimal(move(int(day), amount, unit) + slack * outwards)
