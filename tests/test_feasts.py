"""Feasts that go by the moon, against days that have been celebrated."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.calendar import civil
from claimcheck.grammar.calendar.feasts import FEASTS, UNSURE, chinese_new_year, islamic_day, jewish_new_year, moon
from claimcheck.grammar.calendar.holidays import HOLIDAYS

RULES = dict(HOLIDAYS.values())
LAWS = settings(deadline=None, max_examples=100)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("rosh hashanah", (2021, 9, 7)),
        ("yom kippur", (2023, 9, 25)),
        ("sukkot", (2022, 10, 10)),
        ("hanukkah", (2021, 11, 29)),
        ("hanukkah", (2024, 12, 26)),
        ("purim", (2013, 2, 24)),
        ("passover", (2024, 4, 23)),
        ("yom hashoah", (2021, 4, 8)),
        ("shavuot", (2020, 5, 29)),
        ("tisha b'av", (2022, 8, 7)),
        ("eid al - fitr", (2021, 5, 13)),
        ("eid al - adha", (2022, 7, 9)),
        ("chinese new year", (2000, 2, 5)),
        ("diwali", (2017, 10, 19)),
        ("diwali", (2020, 11, 14)),
        ("holi", (2024, 3, 25)),
        ("mid - autumn festival", (2020, 10, 1)),
    ],
)
def test_known_days(name: str, day: tuple[int, int, int]) -> None:
    off = (0, *UNSURE[name][0]) if name.startswith("eid") else (0,)
    assert day in [civil(RULES[name](day[0]) + n) for n in off]


@pytest.mark.parametrize(
    ("year", "day"),
    [(1949, (1, 29)), (1966, (1, 21)), (1985, (2, 20)), (2012, (1, 23)), (2033, (1, 31)), (2034, (2, 19))],
)
def test_chinese_new_year_and_its_leap_months(year: int, day: tuple[int, int]) -> None:
    assert civil(chinese_new_year(year)) == (year, *day)


@given(st.integers(1600, 2400))
@LAWS
def test_jewish_years_have_one_of_six_lengths(year: int) -> None:
    length = jewish_new_year(year + 3762) - jewish_new_year(year + 3761)
    assert length in (353, 354, 355, 383, 384, 385)
    assert date.fromordinal(jewish_new_year(year + 3761)).weekday() not in (2, 4, 6)


@given(st.integers(1, 1800))
@LAWS
def test_islamic_years_follow_one_another(year: int) -> None:
    assert islamic_day(year + 1, 1, 1) - islamic_day(year, 1, 1) in (354, 355)


@given(st.integers(-5000, 5000))
@LAWS
def test_the_moon_is_full_between_new_moons(number: int) -> None:
    assert moon(number) + 13 < moon(number, full=True) < moon(number + 1) - 13


@given(st.integers(1900, 2100), st.sampled_from([rule for _, rule in FEASTS]))
@LAWS
def test_every_feast_has_a_day_in_its_year(year: int, rule: object) -> None:
    assert callable(rule)
    assert civil(rule(year))[0] == year
