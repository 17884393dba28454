"""Fiscal years, seasons, quarters, decades, centuries, lists, named days, and what only looks like a date."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.calendar import say_days
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context
from claimcheck.model.value import Value
from claimcheck.values.date import KIND
from claimcheck.values.year import KIND as YEAR

FRIDAY = Context(date(2021, 10, 8))


def found(text: str, context: Context = FRIDAY) -> list[tuple[str, Found]]:
    """The dates of `text` with their surfaces."""
    tokens = tokenize(text)
    return [(tokens.surface(f.first, f.last), f) for f in KIND.read(tokens, numerals(tokens), context)]


def days_of(value: Value) -> str:
    assert value.extent is not None
    return say_days(value.extent)


@pytest.mark.parametrize(
    ("text", "place", "days", "other"),
    [
        ("fiscal 2020", "US", "2020", "October 2019 to September 2020"),
        ("FY20", "GB", "2020", "April 2019 to March 2020"),
        ("fiscal year 2020", "JP", "2020", "April 2020 to March 2021"),
        ("fiscal 2020", "MX", "2020", None),
        ("the 2020 fiscal year", "AU", "2020", "July 2019 to June 2020"),
        ("the 2019-20 fiscal year", "US", "July 2019 to June 2020", "April 2019 to March 2020"),
        ("FY 2019/20", "IN", "April 2019 to March 2020", "July 2019 to June 2020"),
        ("the current fiscal year", "US", "2021", "October 2021 to September 2022"),
        ("last financial year", "GB", "2020", "April 2020 to March 2021"),
        ("the first quarter of fiscal 2020", "US", "January to March 2020", "October to December 2019"),
    ],
)
def test_fiscal_years(text: str, place: str, days: str, other: str | None) -> None:
    (_, find), = found(text, Context(date(2021, 10, 8), place))  # fmt: skip
    assert "fiscal" in find.why or "financial" in find.why
    assert days_of(find.value) == days
    assert [days_of(v) for v in find.alternatives[:1]] == ([other] if other else [])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the fiscal year ended June 30, 2020", "July 2019 to June 2020"),
        ("the year to March 2021", "April 2020 to March 2021"),
        ("the 12 months to September 2021", "October 2020 to September 2021"),
        ("in the nine months through September 2020", "January to September 2020"),
        ("the quarter ended September 30, 2020", "July to September 2020"),
        ("the September quarter of 2020", "July to September 2020"),
        ("3Q19", "July to September 2019"),
        ("in 1H 2020", "January to June 2020"),
        ("the first half of the 1990s", "1990 to 1994"),
        ("the second half of the year", "July to December 2021"),
        ("third-quarter 2019 profit", "July to September 2019"),
        ("the winter of 2019–20", "December 2019 to February 2020"),
        ("the nineteen-eighties", "1980 to 1989"),
        ("a 12th-century castle", "1100 to 1199"),
        ("the 18th and 19th centuries", "1700 to 1899"),
        ("the 5th century BC", "500 BC to 401 BC"),
        ("the last decade of the 19th century", "1890 to 1899"),
        ("in the early years of the 20th century", "1900 to 1932"),
        ("early in the 2010s", "2010 to 2013"),
        ("mid-to-late 2020", "May to December 2020"),
        ("midway through 2020", "May to August 2020"),
        ("by year-end", "September to December 2021"),
        ("the end-2019 figures", "September to December 2019"),
        ("the month before last", "August 2021"),
        ("the week before last", "20 to 26 September 2021"),
        ("three weeks ago today", "17 September 2021"),
        ("a week ago Monday", "27 September 2021"),
        ("a week from Tuesday", "19 October 2021"),
        ("Wednesday evening next week", "13 October 2021"),
        ("March of last year", "March 2020"),
        ("Ramadan 2019", "6 May to 4 June 2019"),
        ("Lent 2021", "17 February to 3 April 2021"),
        ("on 9/11", "11 September 2001"),
        ("the September 11 attacks", "11 September 2001"),
        ("Mexico's Independence Day 2020", "16 September 2020"),
        ("Remembrance Sunday 2020", "8 November 2020"),
        ("Boss's Day 2016", "17 October 2016"),
        ("Covenant Thu 2013", "28 March 2013"),
        ("Christmas in two years", "25 December 2023"),
        ("the week of October 3, 2021", "4 to 10 October 2021"),
        ("the Friday before Christmas 2020", "18 December 2020"),
        ("the Monday after Easter 2021", "5 April 2021"),
    ],
)
def test_units(text: str, days: str) -> None:
    assert [days_of(f.value) for _, f in found(text)] == [days]


@pytest.mark.parametrize(
    ("text", "place", "days"),
    [
        ("summer 2020", "US", ["June to August 2020", "December 2020 to February 2021"]),
        ("summer 2020", "AU", ["December 2020 to February 2021", "December 2019 to February 2020",
                               "June to August 2020"]),
        ("winter 2020", "GB", ["December 2020 to February 2021", "December 2019 to February 2020",
                               "June to August 2020"]),
        ("the spring and summer of 2019", "US", ["March to May 2019", "September to November 2019"]),
    ],
)  # fmt: skip
def test_seasons_keep_the_other_half_of_the_globe(text: str, place: str, days: list[str]) -> None:
    find = found(text, Context(date(2021, 10, 8), place))[0][1]
    assert [days_of(v) for v in (find.value, *find.alternatives)] == days
    assert f"half of the globe, as in {place}" in find.why


@pytest.mark.parametrize(
    ("text", "normals"),
    [
        ("In June and July 2019 it fell", ["June 2019", "July 2019"]),
        ("In June, July and August 2019", ["June 2019", "July 2019", "August 2019"]),
        ("On 3, 4 and 5 May 2019 it rained", ["3 May 2019", "4 May 2019", "5 May 2019"]),
        ("On May 3 and 4, 2019, it rained", ["3 May 2019", "4 May 2019"]),
        ("On May 3, 4, and 5 it rained", ["3 May 2021", "4 May 2021", "5 May 2021"]),
        ("On June 3, 12 people died", ["3 June 2021"]),
        ("He left in June, and 12 people in July 2019", ["June 2021", "July 2019"]),
        ("He was freed in May 2019 and held again two months later", ["May 2019", "July 2019"]),
        ("He came in 1999 and left in March of the following year", ["March 2000"]),
        ("Elected in November 2016, he took office the following January", ["November 2016", "January 2017"]),
        ("Held on 3 May 2019 and freed the following Monday", ["3 May 2019", "6 May 2019"]),
        ("He came in 1999 and stayed until the end of that year", ["late 1999"]),
        ("It was cold in 1999, and that summer it rained", ["summer 1999"]),
    ],
)
def test_dates_that_share_what_they_leave_unsaid(text: str, normals: list[str]) -> None:
    assert [f.value.normal for _, f in found(text)] == normals


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He was held in 2010. Three years later he was freed.", 2013),
        ("In 2019 there were ninety; a year earlier, eighty.", 2018),
        ("He was held in 2019 and freed the following year", 2020),
        ("He was held in 2019 and freed the next year", 2020),
        ("It fell last year from ninety the previous year", 2019),
        ("He will come next year", 2022),
        ("known since at least 2010", 2010),
        ("born c. 1640", 1640),
        ("the class of '99", 1999),
    ],
)
def test_years_told_by_others(text: str, number: int) -> None:
    tokens = tokenize(text)
    assert [f.value.number for f in YEAR.read(tokens, numerals(tokens), FRIDAY)][-1] == number


@pytest.mark.parametrize(
    "text",
    [
        "the Sunday Times said so",
        "the Tuesday Group split",
        "Friday Night Lights",
        "Bloody Sunday",
        "the Good Friday agreement",
        "a Christmas tree",
        "since the advent of the railway",
        "the bank lent money in an epiphany",
        "the first quarter of the game",
        "the second half of the match",
        "Order No. 2019-04",
        "it fell from 80 to 60",
        "Call 0800 2021 2021",
        "three and 4 people",
        "every other Friday",
    ],
)
def test_no_date(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They met on Friday", "Friday: 8 October 2021, the reference date itself"),
        ("Rain is rare in October", "October: October 2021, the one running on 8 October 2021"),
        ("the end of the month",
         "end of the month: late October 2021; month: October 2021, counted from 8 October 2021"),
        ("from Monday to Thursday it rained",
         "from Monday to Thursday: 4 to 7 October 2021; Monday: 4 October 2021, as the verb looks back; "
         "taken with its last day, which some leave out"),
        ("In June and July 2019", "June: June 2019; in the year of the date that ends the list"),
        ("Good Friday 2021", "Good Friday 2021: 2 April 2021"),
    ],
)  # fmt: skip
def test_each_resolution_can_be_signed(text: str, why: str) -> None:
    assert found(text)[0][1].why == why


def test_a_year_that_was_not_named_is_not_guessed() -> None:
    (surface, find), = found("In May of that year he left")  # fmt: skip
    assert (surface, find.value.extent) == ("May of that year", None)
    assert find.why == "not resolved: no year is named before it"


def test_the_verb_says_which_friday_today_may_not_be() -> None:
    for text, other in (("They met Friday", "1 October 2021"), ("They will meet Friday", "15 October 2021")):
        find = found(text)[0][1]
        assert [find.value.normal, *(v.normal for v in find.alternatives)] == ["8 October 2021", other]


PHRASES = st.sampled_from(
    "last spring|winter 2019-20|the 1900s|the past year|FY2019|the 2019-20 fiscal year|the past two decades|"
    "3Q19|the 18th and 19th centuries|the 5th century BC|early '00s|Diwali 2020|Ramadan 2019|this autumn|"
    "the first quarter of fiscal 2020|on or after 3 May 2019|after 2 pm on Friday|two weeks ago|mid-to-late 2020|"
    "between Monday and Thursday|the summer of 1969|the September quarter|year-end 2020|until at least May 2022|"
    "this fiscal year|the night of October 2|over the weekend|next Friday|in March|the 80s|on 3 and 4 May".split(
        "|"
    )
)
PLACES = st.sampled_from(["US", "GB", "AU", "IN", "JP", "MX"])
DAYS = st.dates(date(1950, 1, 1), date(2080, 1, 1))


@given(PHRASES, PLACES, DAYS)
@settings(deadline=None, max_examples=150)
def test_every_reading_written_back_reads_the_same(phrase: str, place: str, day: date) -> None:
    """Whatever the wording, place and day: a reading's own words give that reading, with and without context."""
    context = Context(day, place)
    for _, find in found(f"It came {phrase}.", context):
        for value in (find.value, *find.alternatives):
            if value.kind not in ("date", "year") or value.extent is None:
                continue
            kind = KIND if value.kind == "date" else YEAR
            for other in (context, Context()):
                tokens = tokenize(value.normal)
                assert [f.value for f in kind.read(tokens, numerals(tokens), other)] == [value]
