"""Calendar units as named periods: the week of a day, a year's quarter, the early part of a decade."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from claimcheck.grammar.calendar.days import (
    SOUTHERN,
    bounds,
    civil,
    days_of_century,
    days_of_decade,
    days_of_half,
    days_of_quarter,
    days_of_season,
    days_of_week,
    days_of_weekend,
    move,
    ordinal,
    part_of,
    weekday,
)
from claimcheck.grammar.calendar.period import Period, day_period, month_period, span_period, year_period
from claimcheck.grammar.calendar.saying import say_day, say_year

NTH: Final = ("first", "second", "third", "fourth")


def week_period(day: int) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    week = days_of_week(day)
    return Period(week, "week", f"week of {say_day(bounds(week)[0])}")


def weekend_period(day: int) -> Period:
    """The weekend of the week that holds a day."""
    weekend = days_of_weekend(day)
    return Period(weekend, "weekend", f"weekend of {say_day(bounds(weekend)[0])}")


def holiday_weekend(day: int) -> Period:
    """The weekend of a holiday: a Monday ends the one before it."""
    return span_period(day - 2, day + 1) if weekday(day) == 0 else weekend_period(day)


def quarter_period(year: int, quarter: int) -> Period:
    """A quarter; the number carries into the year."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return Period(days_of_quarter(year, quarter), "quarter", f"{NTH[quarter - 1]} quarter of {say_year(year)}")


def half_period(year: int, half: int) -> Period:
    """A half year."""
    return Period(days_of_half(year, half), "half", f"{NTH[half - 1]} half of {say_year(year)}")


def season_period(year: int, season: str, place: str) -> Period:
    """A season of the year in which it begins, by the hemisphere of a country."""
    southern = place in SOUTHERN
    days = days_of_season(year, season, southern=southern)
    if southern:
        return span_period(*bounds(days))
    over = f"-{(year + 1) % 100:02d}" if civil(bounds(days)[1])[0] > year else ""
    return Period(days, "season", f"{season} {say_year(year)}{over}")


def other_half(period: Period) -> Period | None:
    """The same season on the other half of the globe, six months off in the same year; None for other periods."""
    first, end = bounds(period.days)
    year, month, day = civil(first)
    if day != 1 or month % 3 or end != ordinal(year, month + 3):
        return None
    other = (month + 5) % 12 + 1
    return span_period(ordinal(year, other), ordinal(year, other + 3))


@lru_cache(maxsize=512)
def decade_period(year: int) -> Period:
    """The decade that holds a year."""
    first = year // 10 * 10
    doubtful = first % 100 == 0 and first < 2000  # "the 1900s" are rather the century
    return Period(days_of_decade(year), "decade", f"{first}s decade" if doubtful else f"{first}s")


@lru_cache(maxsize=512)
def century_period(number: int) -> Period:
    """The 20th century and its like."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return Period(days_of_century(number), "century", f"{number}{suffix} century")


@lru_cache(maxsize=2048)
def unit_period(day: int, unit: str, offset: int = 0) -> Period:
    """The unit that holds a day, or the one `offset` units later.

    Raises:
        KeyError: For a unit that the calendar has no fixed bounds for.
    """
    year, month, _ = civil(day)
    match unit:
        case "day" | "night":
            return day_period(day + offset)
        case "week":
            return week_period(day + 7 * offset)
        case "weekend":
            return weekend_period(day + 7 * offset)
        case "fortnight":
            monday = day - weekday(day) + 14 * offset
            return span_period(monday, monday + 14)
        case "month":
            return month_period(year, month + offset)
        case "quarter":
            return quarter_period(year, (month + 2) // 3 + offset)
        case "year":
            return year_period(year + offset)
        case "decade":
            return decade_period(year + 10 * offset)
        case "century":
            return century_period(year // 100 + 1 + offset)
    raise KeyError(unit)


def part_period(whole: Period, part: str) -> Period:
    """`early`, `mid` or `late` of a period; a day, a part and a span have none and are returned as they are."""
    if whole.grain in ("day", "part", "span", "weekend"):
        return whole
    link = "-" if part == "mid" else " "
    return Period(part_of(whole.days, part), "part", f"{part}{link}{whole.normal}")


def window(today: int, amount: Decimal, unit: str) -> Period:
    """The stretch of `amount` units up to a day (after it, where negative), the day itself left out."""
    if amount > 0:
        first = min(move(today, -amount, unit), today - 1)
        return span_period(first, today)
    return span_period(today + 1, max(move(today, -amount, unit) + 1, today + 2))


def nth_in(whole: Period, number: int, unit: str) -> Period | None:
    """The `number`-th unit inside a period, counted from its end where negative; None where there is none.

    A week belongs to the period that holds its Thursday, as in ISO 8601.
    """
    first, end = bounds(whole.days)
    if unit == "week":
        start = first + (3 - weekday(first)) % 7
        last = end - 1 - (weekday(end - 1) - 3) % 7
        day = start + 7 * (number - 1) if number > 0 else last + 7 * (number + 1)
        return week_period(day) if start <= day <= last else None
    if unit == "half":
        year = civil(first)[0]
        return half_period(year, number % 3 if number > 0 else 2) if whole.grain == "year" else None
    start = first if number > 0 else end - 1
    try:
        found = unit_period(start, unit, number - 1 if number > 0 else number + 1)
    except KeyError:
        return None
    low, high = bounds(found.days)
    return found if first <= low and high <= end else None


def nth_weekday_in(whole: Period, number: int, day: int) -> Period | None:
    """The `number`-th weekday inside a period, counted from its end where negative."""
    first, end = bounds(whole.days)
    if number > 0:
        found = first + (day - weekday(first)) % 7 + 7 * (number - 1)
    else:
        found = end - 1 - (weekday(end - 1) - day) % 7 + 7 * (number + 1)
    return day_period(found) if first <= found < end else None
