"""The calendar: its units, the window of a start, and how days are written."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.calendar import (
    add_months,
    bounds,
    civil,
    days,
    days_of_century,
    days_of_day,
    days_of_decade,
    days_of_half,
    days_of_month,
    days_of_quarter,
    days_of_season,
    days_of_week,
    days_of_weekend,
    days_of_year,
    days_of_years,
    is_day,
    move,
    ordinal,
    part_of,
    say_days,
    shift_months,
    week_of_year,
    weekday,
    window_of_start,
)
from claimcheck.grammar.calendar.holidays import HOLIDAYS, easter, holiday_at, orthodox_easter
from claimcheck.grammar.calendar.national import nth_weekday
from claimcheck.model.interval import Interval

LAWS = settings(deadline=None, max_examples=200)
DATES = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
YEARS = st.integers(-500, 3000)


@given(st.dates())
@LAWS
def test_the_axis_is_that_of_datetime(day: date) -> None:
    assert ordinal(day.year, day.month, day.day) == day.toordinal()
    assert civil(day.toordinal()) == (day.year, day.month, day.day)
    assert weekday(day.toordinal()) == day.weekday()


@given(st.integers(-2_000_000, 2_000_000))
@LAWS
def test_days_before_year_one_are_days_too(number: int) -> None:
    assert ordinal(*civil(number)) == number
    assert is_day(*civil(number))


@given(YEARS)
@LAWS
def test_units_tile_the_year(year: int) -> None:
    whole = bounds(days_of_year(year))
    for units in (
        [days_of_month(year, m) for m in range(1, 13)],
        [days_of_quarter(year, q) for q in range(1, 5)],
        [days_of_half(year, h) for h in (1, 2)],
    ):
        ends = [bounds(unit) for unit in units]
        assert ends[0][0] == whole[0]
        assert ends[-1][1] == whole[1]
        assert all(a[1] == b[0] for a, b in pairwise(ends))


@given(YEARS)
@LAWS
def test_decades_and_centuries_tile(year: int) -> None:
    decade, century = days_of_decade(year), days_of_century(year // 100 + 1)
    assert days_of_year(year).inside(decade)
    assert decade.inside(century)
    assert bounds(days_of_decade(year + 10))[0] == bounds(decade)[1]
    assert bounds(days_of_century(year // 100 + 2))[0] == bounds(century)[1]


@given(YEARS, st.booleans())
@LAWS
def test_seasons_tile(year: int, southern: bool) -> None:
    order = ("spring", "summer", "autumn", "winter")
    seasons = sorted(bounds(days_of_season(year, name, southern=southern)) for name in order)
    assert all(a[1] == b[0] for a, b in pairwise(seasons))
    assert sum(b - a for a, b in seasons) in (365, 366)


@given(DATES)
@LAWS
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    number = day.toordinal()
    first, end = bounds(days_of_week(number))
    assert first <= number < end == first + 7
    assert date.fromordinal(first).weekday() == 0
    assert bounds(days_of_weekend(number)) == (first + 5, end)
    year, week, _ = day.isocalendar()
    assert week_of_year(year, week) == days_of_week(number)


@given(DATES, st.integers(-600, 600))
@LAWS
def test_months_are_added_to_the_same_day_or_the_last(day: date, months: int) -> None:
    later = add_months(day, months)
    turns = day.year * 12 + day.month - 1 + months
    assert (later.year, later.month) == (turns // 12, turns % 12 + 1)
    assert later.day == day.day or (later.day < day.day and add_days(later, 1).day == 1)
    assert shift_months(day.toordinal(), months) == later.toordinal()


def add_days(day: date, number: int) -> date:
    return date.fromordinal(day.toordinal() + number)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), -48, date(2020, 2, 29)),
        (date(2021, 10, 8), -156, date(2008, 10, 8)),
    ],
)
def test_leap_days(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def completed(start: date, day: date, unit: str) -> int:
    """Whole years or months from `start` to `day`, counted by month and day of the month."""
    if unit == "year":
        return day.year - start.year - ((day.month, day.day) < (start.month, start.day))
    return (day.year - start.year) * 12 + day.month - start.month - (day.day < start.day)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(1, 15), st.sampled_from(["year", "month"]))
@settings(deadline=None, max_examples=60)
def test_window_of_start_against_every_day(day: date, number: int, unit: str) -> None:
    """Every day of the window has completed the units on `day`, and no day beside it has."""
    window = window_of_start(Interval.half_open(Decimal(number), Decimal(number + 1)), unit, day)
    first, end = bounds(window)
    inside = [n for n in range(first - 40, end + 40) if completed(date.fromordinal(n), day, unit) == number]
    assert inside == list(range(first, end))


@given(DATES, st.integers(0, 200))
@LAWS
def test_windows_tile(day: date, number: int) -> None:
    this = window_of_start(Interval.half_open(Decimal(number), Decimal(number + 1)), "year", day)
    before = window_of_start(Interval.half_open(Decimal(number + 1), Decimal(number + 2)), "year", day)
    assert bounds(before)[1] == bounds(this)[0]


def test_window_of_thirteen_years() -> None:
    thirteen = Interval.half_open(Decimal(13), Decimal(14))
    window = window_of_start(thirteen, "year", date(2021, 10, 7))
    assert say_days(window) == "8 October 2007 to 7 October 2008"
    both = {year: window.meet(days_of_year(year)) for year in (2007, 2008)}
    assert {year: meet.width for year, meet in both.items() if meet} == {2007: 85, 2008: 281}


@pytest.mark.parametrize(
    ("duration", "unit", "said"),
    [
        (Interval.closed(Decimal(14), Decimal(16)), "year", "8 October 2005 to 8 October 2007"),
        (Interval.closed(Decimal("12.5"), Decimal("17.5")), "year", "8 April 2004 to 8 April 2009"),
        (Interval.from_(Decimal(13), closed=False), "year", "until 7 October 2008"),
        (Interval.up_to(Decimal(2)), "week", "from 24 September 2021"),
        (Interval.point(Decimal(3)), "day", "5 October 2021"),
        (Interval.half_open(Decimal(1), Decimal(2)), "decade", "9 October 2001 to 8 October 2011"),
    ],
)
def test_other_windows(duration: Interval, unit: str, said: str) -> None:
    assert say_days(window_of_start(duration, unit, date(2021, 10, 8))) == said


def test_no_window_under_a_day() -> None:
    with pytest.raises(KeyError):
        window_of_start(Interval.point(Decimal(3)), "hour", date(2021, 10, 8))


def test_a_window_reaches_before_year_one() -> None:
    window = window_of_start(Interval.half_open(Decimal(3000), Decimal(3001)), "year", date(2021, 10, 8))
    assert say_days(window) == "9 October 981 BC to 8 October 980 BC"


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (days_of_year(2008), "2008"),
        (days_of_year(-43), "44 BC"),
        (days_of_year(800), "AD 800"),
        (days_of_years(2007, 2008), "2007 to 2008"),
        (days_of_month(2021, 10), "October 2021"),
        (days(ordinal(2007, 10), ordinal(2008, 1)), "October to December 2007"),
        (days(ordinal(2007, 10), ordinal(2008, 2)), "October 2007 to January 2008"),
        (days_of_day(2021, 10, 8), "8 October 2021"),
        (days(ordinal(2021, 10, 8), ordinal(2021, 10, 13)), "8 to 12 October 2021"),
        (days(ordinal(2007, 10, 9), ordinal(2008, 1)), "9 October to 31 December 2007"),
        (days(ordinal(2007, 10, 9), ordinal(2008, 10, 9)), "9 October 2007 to 8 October 2008"),
        (Interval.closed(Decimal(ordinal(2021, 10, 8)), Decimal(ordinal(2021, 10, 9))), "8 to 9 October 2021"),
        (Interval.up_to(Decimal(ordinal(2021, 10, 8)), closed=False), "until 7 October 2021"),
        (Interval.from_(Decimal(ordinal(2021, 10, 8))), "from 8 October 2021"),
        (Interval(None, None, False, False), "any day"),
    ],
)
def test_say_days(interval: Interval, said: str) -> None:
    assert say_days(interval) == said


@pytest.mark.parametrize(
    ("whole", "part", "said"),
    [
        (days_of_year(2007), "early", "January to April 2007"),
        (days_of_year(2007), "mid", "May to August 2007"),
        (days_of_year(2007), "late", "September to December 2007"),
        (days_of_month(2021, 2), "mid", "11 to 20 February 2021"),
        (days_of_month(2021, 2), "late", "21 to 28 February 2021"),
        (days_of_decade(1995), "mid", "1994 to 1996"),
        (days_of_century(20), "late", "1967 to 1999"),
        (days_of_week(ordinal(2021, 10, 8)), "early", "4 to 6 October 2021"),
    ],
)
def test_parts(whole: Interval, part: str, said: str) -> None:
    assert say_days(part_of(whole, part)) == said


@given(DATES, st.integers(1, 2000), st.sampled_from(["early", "mid", "late"]))
@LAWS
def test_parts_lie_inside(day: date, length: int, part: str) -> None:
    whole = days(day.toordinal(), day.toordinal() + length)
    assert part_of(whole, part).inside(whole)


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1954, (4, 18), (4, 25)),
        (2000, (4, 23), (4, 30)),
        (2010, (4, 4), (4, 4)),
        (2013, (3, 31), (5, 5)),
        (2024, (3, 31), (5, 5)),
    ],
)
def test_easter(year: int, western: tuple[int, int], orthodox: tuple[int, int]) -> None:
    assert civil(easter(year)) == (year, *western)
    assert civil(orthodox_easter(year)) == (year, *orthodox)


WANDERING = ("guru gobind singh jayanti", "jumu'atul - wida")  # in some years about New Year: twice or never


@given(st.integers(1600, 2200))
@LAWS
def test_every_holiday_has_its_day(year: int) -> None:
    assert date.fromordinal(easter(year)).weekday() == 6
    for name, rule in dict.fromkeys(HOLIDAYS.values()):
        if name not in WANDERING:
            assert civil(rule(year))[0] == year


def test_nth_weekday() -> None:
    assert civil(nth_weekday(2021, 11, 3, 4)) == (2021, 11, 25)
    assert civil(nth_weekday(2021, 5, 0, -1)) == (2021, 5, 31)


def test_the_longest_holiday_wins() -> None:
    found = holiday_at(("easter", "monday"), 0)
    assert found is not None
    assert (found[0], found[2]) == ("easter monday", 2)
    assert holiday_at(("christmas",), 1) is None
    assert holiday_at(("labor", "party"), 0) is None


@given(DATES, st.integers(-40, 40), st.sampled_from(["day", "week", "month", "year"]))
@LAWS
def test_move_goes_back_and_forth(day: date, number: int, unit: str) -> None:
    there = move(day.toordinal(), Decimal(number), unit)
    back = move(there, Decimal(-number), unit)
    assert abs(back - day.toordinal()) <= 3  # only the end of a month is lost
    if day.day <= 28:
        assert back == day.toordinal()
