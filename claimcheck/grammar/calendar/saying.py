"""Writing days the way people do."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from claimcheck.grammar.calendar.days import civil, month_length
from claimcheck.grammar.calendar.names import MONTH_NAMES
from claimcheck.model.interval import Interval


def say_year(year: int) -> str:
    """A year's number: `2008`, `AD 800`, `44 BC` (year −43)."""
    if year < 1:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def say_month(year: int, month: int) -> str:
    """`October 2021`."""
    return f"{MONTH_NAMES[month - 1]} {say_year(year)}"


def say_day(day: int) -> str:
    """`8 October 2021`."""
    year, month, number = civil(day)
    return f"{number} {say_month(year, month)}"


def say_days(interval: Interval) -> str:
    """Write an interval of days as briefly as it allows: whole years, whole months or days.

    >>> from claimcheck.grammar.calendar import days_of_years, days_of_month
    >>> say_days(days_of_years(2007, 2008)), say_days(days_of_month(2021, 10))
    ('2007 to 2008', 'October 2021')
    """
    first, last = _whole_days(interval)
    if first is None and last is None:
        return "any day"
    if last is None:
        return f"from {say_day(first or 0)}"
    if first is None:
        return f"until {say_day(last)}"
    return say_years(first, last) or say_span(first, last)


def say_years(first: int, last: int) -> str:
    """Whole years from the day `first` to the day `last`: `2007`, `2007 to 2008`; empty where they are none."""
    (y1, m1, d1), (y2, m2, d2) = civil(first), civil(last)
    if (m1, d1, m2, d2) != (1, 1, 12, 31):
        return ""
    return say_year(y1) if y1 == y2 else f"{say_year(y1)} to {say_year(y2)}"


def say_span(first: int, last: int) -> str:
    """From one day to another, both included, by months where they are whole: `October to December 2007`."""
    (y1, m1, d1), (y2, m2, d2) = civil(first), civil(last)
    if first == last:
        return say_day(first)
    if d1 == 1 and d2 == month_length(y2, m2):
        if (y1, m1) == (y2, m2):
            return say_month(y1, m1)
        start = MONTH_NAMES[m1 - 1] if y1 == y2 else say_month(y1, m1)
        return f"{start} to {say_month(y2, m2)}"
    if (y1, m1) == (y2, m2):
        return f"{d1} to {say_day(last)}"
    start = f"{d1} {MONTH_NAMES[m1 - 1]}" if y1 == y2 else say_day(first)
    return f"{start} to {say_day(last)}"


def _whole_days(interval: Interval) -> tuple[int | None, int | None]:
    """First and last whole day that belong to an interval (the day of its low end where it holds none)."""
    low, high = interval.low, interval.high
    first = last = None
    if low is not None:
        first = int(low.to_integral_value(ROUND_CEILING))
        first += first == low and not interval.low_closed
    if high is not None:
        last = int(high.to_integral_value(ROUND_FLOOR))
        last -= last == high and not interval.high_closed
    if first is not None and last is not None and last < first:
        first = last = int((low or Decimal(0)).to_integral_value(ROUND_FLOOR))
    return first, last
