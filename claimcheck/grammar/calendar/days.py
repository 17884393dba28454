"""Days and the calendar's units as intervals of days.

The axis is that of `datetime.date.toordinal`: day 1 is 1 January of year 1, in the proleptic Gregorian calendar.
Years before it go on downwards (year 0 is 1 BC), so that no year is out of reach. Every interval made here is
half-open: `[first day, day after the last)`.

Rules of the leap day: a month later than 31 January is the last day of February; a year before or after
29 February is 28 February. Whole years are completed when month and day have come round, so what began on a
29 February completes a year on 1 March.
"""

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from claimcheck.model.interval import Interval

_CYCLE = 146097  # days in 400 years, after which the calendar repeats
_MONTH = Decimal("30.436875")  # mean length of a month, for fractions of one
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}

SEASONS = ("spring", "summer", "autumn", "winter")
_SOUTHERN = "AU NZ ZA AR CL UY PY BO PE BR NA BW ZW ZM MZ MW MG LS SZ FJ PG"
SOUTHERN = frozenset(map(str, _SOUTHERN.split()))
"""ISO 3166-1 codes of countries whose seasons are those of the southern half of the globe."""


def ordinal(year: int, month: int = 1, day: int = 1) -> int:
    """The day's number on the axis. `month` may run past 12 or below 1: it carries into the year.

    Raises:
        ValueError: If the month has no such day.
    """
    carry, month0 = divmod(month - 1, 12)
    cycles, year0 = divmod(year + carry - 1, 400)
    return date(year0 + 1, month0 + 1, day).toordinal() + _CYCLE * cycles


@lru_cache(maxsize=4096)
def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number."""
    cycles, rest = divmod(day - 1, _CYCLE)
    found = date.fromordinal(rest + 1)
    return found.year + 400 * cycles, found.month, found.day


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day + 6) % 7


def month_length(year: int, month: int) -> int:
    """Number of days of a month; `month` carries into the year."""
    carry, month0 = divmod(month - 1, 12)
    year += carry
    return 29 if month0 == 1 and year % 4 == 0 and (year % 100 or year % 400 == 0) else _LENGTHS[month0]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def days(first: int, end: int) -> Interval:
    """`[first, end)`."""
    return Interval.half_open(Decimal(first), Decimal(end))


def bounds(interval: Interval) -> tuple[int, int]:
    """First day and day after the last of a bounded half-open interval of days."""
    if interval.low is None or interval.high is None:
        raise ValueError(f"{interval} is unbounded")
    return int(interval.low), int(interval.high)


def shift_months(day: int, months: int) -> int:
    """The same day of the month, `months` later (earlier when negative), or the month's last where it has none."""
    year, month, number = civil(day)
    first = ordinal(year, month + months)
    return first + min(number, ordinal(year, month + months + 1) - first) - 1


def add_months(day: date, months: int) -> date:
    """`shift_months` on dates.

    Raises:
        ValueError: If the result lies outside the years 1 to 9999.

    >>> add_months(date(2024, 2, 29), -12)
    datetime.date(2023, 2, 28)
    """
    return date.fromordinal(shift_months(day.toordinal(), months))


def days_of_day(year: int, month: int, day: int) -> Interval:
    """One day."""
    first = ordinal(year, month, day)
    return days(first, first + 1)


def days_of_month(year: int, month: int) -> Interval:
    """One month; `month` carries into the year."""
    return days(ordinal(year, month), ordinal(year, month + 1))


def days_of_quarter(year: int, quarter: int) -> Interval:
    """Three months; quarter 1 is January to March, and the number carries into the year."""
    return days(ordinal(year, 3 * quarter - 2), ordinal(year, 3 * quarter + 1))


def days_of_half(year: int, half: int) -> Interval:
    """Six months; half 1 is January to June."""
    return days(ordinal(year, 6 * half - 5), ordinal(year, 6 * half + 1))


def days_of_year(year: int) -> Interval:
    """A calendar year; year 0 is 1 BC.

    >>> str(days_of_year(2008))
    '[733042, 733408)'
    """
    return days(ordinal(year), ordinal(year + 1))


def days_of_years(first: int, last: int) -> Interval:
    """The calendar years `first` to `last`, both included."""
    return days(ordinal(first), ordinal(last + 1))


def days_of_decade(year: int) -> Interval:
    """The ten years that share all but their last digit with `year` (the 1990s)."""
    return days_of_years(year // 10 * 10, year // 10 * 10 + 9)


def days_of_century(number: int) -> Interval:
    """The hundred years people mean: the 20th century is 1900 to 1999."""
    return days_of_years(100 * number - 100, 100 * number - 1)


def days_of_week(day: int) -> Interval:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - weekday(day)
    return days(monday, monday + 7)


def days_of_weekend(day: int) -> Interval:
    """Saturday and Sunday of the week that holds a day."""
    monday = day - weekday(day)
    return days(monday + 5, monday + 7)


def week_of_year(year: int, number: int) -> Interval:
    """A numbered week as ISO 8601 counts: week 1 holds the year's first Thursday."""
    return days_of_week(ordinal(year, 1, 4) + 7 * (number - 1))


def days_of_season(year: int, season: str, *, southern: bool = False) -> Interval:
    """Three whole months, as meteorologists count: summer 2021 is June to August 2021.

    A season that runs over New Year belongs to the year in which it begins: winter 2021 is December 2021 to
    February 2022, as in "the winter of 2021".

    Args:
        year: The year.
        season: One of `SEASONS`.
        southern: Whether seasons are those of the southern hemisphere.
    """
    month = 3 + 3 * SEASONS.index(season)
    if southern:
        month = (month + 5) % 12 + 1
    return days(ordinal(year, month), ordinal(year, month + 3))


def part_of(whole: Interval, part: str) -> Interval:
    """`early`, `mid` or `late` of a unit: its first, middle or last third.

    Years are cut by months (January to April), months after their 10th and 20th day, decades after their years 3
    and 6, centuries after 33 and 67 years, weeks into Monday to Wednesday, Tuesday to Thursday and Friday to
    Sunday, other stretches by days.
    """
    first, end = bounds(whole)
    index = ("early", "mid", "late").index(part)
    cuts = _thirds(first, end)
    return days(*((cuts[0], cuts[1]), (cuts[2], cuts[3]), (cuts[4], cuts[5]))[index])


def _thirds(first: int, end: int) -> tuple[int, ...]:
    """The six ends of a unit's early, middle and late part."""
    year, month, day = civil(first)
    length = end - first
    if length == 7:
        return first, first + 3, first + 1, first + 4, first + 4, end
    if day == 1 and 28 <= length <= 31:
        return first, first + 10, first + 10, first + 20, first + 20, end
    if (month, day) == (1, 1) and civil(end)[1:] == (1, 1):
        years = civil(end)[0] - year
        if years == 10:
            a, b = ordinal(year + 4), ordinal(year + 7)
        elif years > 10:
            a, b = ordinal(year + round(years / 3)), ordinal(year + round(2 * years / 3))
        else:
            a, b = ordinal(year, 1 + 4 * years), ordinal(year, 1 + 8 * years)
        return first, a, a, b, b, end
    a, b = first + (length + 1) // 3, end - (length + 1) // 3
    return first, max(a, first + 1), a, max(b, a + 1), min(b, end - 1), end


def move(day: int, amount: Decimal, unit: str) -> int:
    """The day `amount` units after `day` (before, when negative).

    Whole months are counted first; what is left of one counts as that share of 30.436875 days, to the nearest day.

    Args:
        day: The day's number.
        amount: How many units, fractions allowed.
        unit: `day`, `week`, `fortnight`, `month`, `quarter`, `year`, `decade` or `century`.

    Raises:
        KeyError: For any other unit.
    """
    if unit in _DAYS_OF:
        return day + int((amount * _DAYS_OF[unit]).to_integral_value(ROUND_HALF_EVEN))
    months = amount * _MONTHS_OF[unit]
    whole = int(months)
    rest = (months - whole) * _MONTH
    return shift_months(day, whole) + int(rest.to_integral_value(ROUND_HALF_EVEN))


def window_of_start(duration: Interval, unit: str, day: date) -> Interval:
    """When that began which has lasted `duration` on `day`.

    `N` completed years on day `d` place the start in `(d − (N + 1) years, d − N years]`.

    Args:
        duration: How long, in units; `[13, 14)` for thirteen completed years.
        unit: `day`, `week`, `fortnight`, `month`, `quarter`, `year`, `decade` or `century`.
        day: The day on which it is said.

    Returns:
        The days, half-open; an unbounded duration leaves the start unbounded on that side.

    Raises:
        KeyError: For a unit under a day.

    >>> from claimcheck.grammar.calendar import say_days
    >>> say_days(window_of_start(Interval.half_open(Decimal(13), Decimal(14)), "year", date(2021, 10, 8)))
    '9 October 2007 to 8 October 2008'
    """
    today = day.toordinal()
    low = high = None
    if duration.high is not None:
        low = Decimal(move(today, -duration.high, unit) + (not duration.high_closed))
    if duration.low is not None:
        high = Decimal(move(today, -duration.low, unit) + duration.low_closed)
    if low is not None and high is not None and low >= high:  # shorter than a day: the day itself
        low = high - 1
    return Interval(low, high, low is not None, False)
