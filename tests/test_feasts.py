"""Feasts that go by the moon, against days that have been celebrated."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.calendar import civil, ordinal
from claimcheck.grammar.calendar.feasts import FEASTS, UNSURE, chinese_new_year, islamic_day, jewish_new_year
from claimcheck.grammar.calendar.holidays import HOLIDAYS
from claimcheck.grammar.calendar.moon import Rule, moon

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


@given(st.integers(1900, 2100), st.sampled_from(FEASTS))
@LAWS
def test_every_feast_has_a_day_in_its_year(year: int, feast: tuple[str, Rule]) -> None:
    names, rule = feast
    day = rule(year)
    if "gobind" in names or "wida" in names:  # about New Year: twice in some years, never in others
        assert ordinal(year) - 30 < day < ordinal(year + 1)
    else:
        assert civil(day)[0] == year


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("ugadi", ["2018-03-18", "2021-04-13"]),
        ("ram navami", ["2019-04-13", "2021-04-21"]),
        ("raksha bandhan", ["2020-08-03", "2021-08-22"]),
        ("ganesh chaturthi", ["2019-09-02", "2021-09-10"]),
        ("dussehra", ["2020-10-25", "2021-10-15"]),
        ("guru nanak jayanti", ["2019-11-12", "2021-11-19"]),
        ("vasant panchami", ["2020-01-30", "2021-02-16"]),
        ("maha shivaratri", ["2019-03-04", "2020-02-21", "2021-03-11"]),
        ("makar sankranti", ["2018-01-14", "2020-01-15"]),
        ("vaisakhi", ["2018-04-14", "2021-04-14"]),
        ("onam", ["2019-09-11", "2021-08-21"]),
        ("parsi new year", ["2018-08-17", "2021-08-16"]),
        ("nowruz", ["2019-03-21", "2020-03-20", "2021-03-21"]),
        ("tu bishvat", ["2018-01-31", "2021-01-28"]),
        ("isra and mi'raj", ["2018-04-13", "2019-04-03"]),
    ],
)
def test_feasts_as_they_were_kept(name: str, days: list[str]) -> None:
    """At most a day from where almanacs put them: regions differ by as much."""
    rule = next(rule for names, rule in FEASTS if names.split("|")[0] == name)
    for day in map(date.fromisoformat, days):
        assert abs(rule(day.year) - day.toordinal()) <= 1
