"""Dates: what is read, how it is resolved, and what is no date."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import read

from claimcheck.grammar.calendar import days, say_days
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge, Value
from claimcheck.values.date import KIND
from claimcheck.values.duration import KIND as DURATION
from claimcheck.values.year import KIND as YEAR

FRIDAY = Context(date(2021, 10, 8))  # a Friday


def found(text: str, context: Context = FRIDAY) -> list[tuple[str, Found]]:
    """The dates of `text` with their surfaces."""
    tokens = tokenize(text)
    return [(tokens.surface(f.first, f.last), f) for f in KIND.read(tokens, numerals(tokens), context)]


def only(text: str, context: Context = FRIDAY) -> Found:
    """The one date of `text`; its words written back read the same without any context."""
    finds = found(text, context)
    assert len(finds) == 1, f"{text!r}: {[surface for surface, _ in finds]}"
    value = finds[0][1].value
    assert read(KIND, value.normal) == [value]
    return finds[0][1]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("8 October 2021", "8 October 2021"),
        ("October 8, 2021", "8 October 2021"),
        ("Oct. 8, 2021", "8 October 2021"),
        ("the 8th of October 2021", "8 October 2021"),
        ("the eighth day of October, 2021", "8 October 2021"),
        ("Friday, Oct. 8, 2021", "8 October 2021"),
        ("2021-10-08", "8 October 2021"),
        ("2021-10-08T14:30:00Z", "8 October 2021"),
        ("2021/Oct/08", "8 October 2021"),
        ("20211008", "8 October 2021"),
        ("October 25 nineteen eighty six", "25 October 1986"),
        ("October 2021", "October 2021"),
        ("Oct '21", "October 2021"),
        ("Oct-2021", "October 2021"),
        ("2021-10", "October 2021"),
        ("Q3 2019", "third quarter of 2019"),
        ("the third quarter of 2019", "third quarter of 2019"),
        ("2019 Q3", "third quarter of 2019"),
        ("the first half of 2018", "first half of 2018"),
        ("summer 2021", "summer 2021"),
        ("the fall of 2008", "autumn 2008"),
        ("early 2007", "early 2007"),
        ("the end of 2008", "late 2008"),
        ("mid-October 2021", "mid-October 2021"),
        ("the mid-1990s", "mid-1990s"),
        ("the 2010s", "2010s"),
        ("the '80s", "1980s"),
        ("the early nineties", "early 1990s"),
        ("the 21st century", "21st century"),
        ("the late 18th century", "late 18th century"),
        ("the 1800s", "19th century"),
        ("Christmas 2014", "25 December 2014"),
        ("Easter 2010", "4 April 2010"),
        ("the first Monday of October 2014", "6 October 2014"),
        ("the last week of December 2016", "week of 26 December 2016"),
        ("the week of October 6, 2014", "week of 6 October 2014"),
        ("week 31 of 2018", "week of 30 July 2018"),
        ("fiscal 2020", "fiscal 2020"),
        ("two weeks before May 13, 1999", "29 April 1999"),
    ],
)
def test_absolute(text: str, normal: str) -> None:
    value = only(text, Context()).value
    assert (value.normal, value.hedge, value.unit, value.number) == (normal, Hedge.NONE, "day", None)
    assert value.extent is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It happened today", "8 October 2021"),
        ("the vote is tomorrow at 10 a.m.", "9 October 2021"),
        ("the day before yesterday", "6 October 2021"),
        ("they meet tonight", "8 October 2021"),
        ("they met on Friday", "8 October 2021"),
        ("they met on Monday", "4 October 2021"),
        ("they will meet on Monday", "11 October 2021"),
        ("they will meet on Friday", "8 October 2021"),
        ("last Friday", "1 October 2021"),
        ("next Friday", "15 October 2021"),
        ("this Sunday", "10 October 2021"),
        ("Friday next week", "15 October 2021"),
        ("Tuesday of last week", "28 September 2021"),
        ("two Thursdays ago", "30 September 2021"),
        ("last October", "October 2020"),
        ("last September", "September 2021"),
        ("next March", "March 2022"),
        ("a law passed in December", "December 2020"),
        ("a law will pass in December", "December 2021"),
        ("speaks on Sept. 29", "29 September 2021"),
        ("to be agreed by then on January 30 next year", "30 January 2022"),
        ("on the 15th of next month", "15 November 2021"),
        ("late last year", "September to December 2020"),
        ("earlier this month", "1 to 7 October 2021"),
        ("later this month", "9 to 31 October 2021"),
        ("last week", "27 September to 3 October 2021"),
        ("this quarter", "October to December 2021"),
        ("the past year", "8 October 2020 to 7 October 2021"),
        ("in the last three months", "8 July to 7 October 2021"),
        ("the next two weeks", "9 to 22 October 2021"),
        ("three days ago", "5 October 2021"),
        ("two weeks ago", "20 to 26 September 2021"),
        ("a month ago", "September 2021"),
        ("it will open in two days", "10 October 2021"),
        ("three days after Easter 2010", "7 April 2010"),
        ("last Thanksgiving", "26 November 2020"),
        ("this autumn", "September to November 2021"),
        ("Monday 18 at noon", "18 October 2021"),
    ],
)
def test_relative(text: str, said: str) -> None:
    value = only(text).value
    assert value.extent is not None
    assert say_days(value.extent) == said


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("last October", "last October: October 2020, the latest that is over on 8 October 2021"),
        ("on Monday", "Monday: 11 October 2021, the nearest to 8 October 2021"),
        ("it met Monday", "Monday: 4 October 2021, as the verb looks back"),
        ("yesterday", "yesterday: 7 October 2021, counted from 8 October 2021"),
        ("10/8/2021", "8 October 2021: month before day, as written in US"),
        ("8 October 2021", ""),
    ],
)
def test_the_resolution_is_explained(text: str, why: str) -> None:
    assert only(text).why == why


@pytest.mark.parametrize(
    "text",
    ["last October", "Friday", "today", "two weeks ago", "in March", "on 8 October", "next week", "Thanksgiving"],
)
def test_without_a_reference_date_nothing_is_guessed(text: str) -> None:
    find = only(text, Context())
    assert find.value.extent is None
    assert [v for v in find.alternatives if v.kind == "date"] == []
    assert "no reference date" in find.why


@pytest.mark.parametrize(
    ("text", "place", "first", "others"),
    [
        ("10/8/2021", "US", "8 October 2021", ["10 August 2021"]),
        ("10/8/2021", "GB", "10 August 2021", ["8 October 2021"]),
        ("22/04/2021", "US", "22 April 2021", []),
        ("23.04.2022", "DE", "23 April 2022", []),
        ("on 3/4", "GB", "3 April 2022", ["3 April 2021"]),
    ],
)
def test_figures_by_place(text: str, place: str, first: str, others: list[str]) -> None:
    find = only(text, Context(date(2021, 10, 8), place))
    assert find.value.normal == first
    assert [value.normal for value in find.alternatives] == others


def test_seasons_by_hemisphere() -> None:
    south = only("summer 2021", Context(None, "AU")).value
    assert south.extent is not None
    assert say_days(south.extent) == "December 2021 to February 2022"


@pytest.mark.parametrize(
    ("text", "surface", "said"),
    [
        ("from July 13 to 15 there", "from July 13 to 15", "13 to 15 July 2021"),
        ("the 13th to the 15th of July 2020", "13th to the 15th of July 2020", "13 to 15 July 2020"),
        ("on 8–12 October 2021,", "8–12 October 2021", "8 to 12 October 2021"),
        ("between March and May 2019", "between March and May 2019", "March to May 2019"),
        ("Nov-Feb 2017", "Nov-Feb 2017", "November 2016 to February 2017"),
        ("Nov. 18, 2014 - Dec. 19, 2015", "Nov. 18, 2014 - Dec. 19, 2015", "18 November 2014 to 19 December 2015"),
        ("from 2014 through May 2018", "from 2014 through May 2018", "January 2014 to May 2018"),
        ("from March to date", "from March to date", "1 March to 7 October 2021"),
    ],
)
def test_ranges(text: str, surface: str, said: str) -> None:
    finds = found(text)
    assert [s for s, _ in finds] == [surface]
    value = finds[0][1].value
    assert value.hedge is Hedge.BETWEEN
    assert value.extent is not None
    assert say_days(value.extent) == said
    assert read(KIND, value.normal) == [value]


@pytest.mark.parametrize(
    ("text", "surface", "hedge", "scope"),
    [
        ("before October 2021", "before October 2021", Hedge.LESS_THAN, ()),
        ("after 8 October 2021.", "after 8 October 2021", Hedge.MORE_THAN, ()),
        ("by December 1, 2021", "by December 1, 2021", Hedge.AT_MOST, ()),
        ("no later than 1 May 2021", "no later than 1 May 2021", Hedge.AT_MOST, ()),
        ("May 2021 or later", "May 2021 or later", Hedge.AT_LEAST, ()),
        ("around October 2021", "around October 2021", Hedge.ABOUT, ()),
        ("more than two weeks ago", "more than two weeks ago", Hedge.LESS_THAN, ()),
        ("since October 2021", "October 2021", Hedge.NONE, ("since",)),
        ("until 8 October 2021", "8 October 2021", Hedge.NONE, ("until",)),
        ("After Friday's talks", "Friday", Hedge.NONE, ()),
        ("at 10:30 a.m. (0735 GMT) Friday, they", "10:30 a.m. (0735 GMT) Friday", Hedge.NONE, ()),
        ("on Thursday morning at 9:15 they", "Thursday morning at 9:15", Hedge.NONE, ()),
        ("until 9 a.m. Tuesday to sign", "9 a.m. Tuesday", Hedge.NONE, ("until",)),
    ],
)
def test_frames(text: str, surface: str, hedge: Hedge, scope: tuple[str, ...]) -> None:
    finds = found(text)
    assert [(s, f.value.hedge, f.scope) for s, f in finds] == [(surface, hedge, scope)]
    assert read(KIND, finds[0][1].value.normal, FRIDAY) == [finds[0][1].value]


def test_a_season_over_new_year() -> None:
    value = only("this winter", Context(date(2022, 2, 1))).value
    assert value.normal == "winter 2021-22"


def test_two_days_of_one_month() -> None:
    finds = found("It meets on April 24 and 25.", Context(date(2021, 4, 1)))
    assert [f.value.normal for _, f in finds] == ["24 April 2021", "25 April 2021"]


@pytest.mark.parametrize(
    "text",
    [
        "The H-2 group and COVID-19 fall under Section 427",
        "the H1N1 outbreak and the H5N1 one",
        "It may take long, and they may not agree",
        "They march on, and prices fall in the second round",
        "The Sun reported that Jan Smith sat with Mon Laferte",
        "Call 650-650-6500 or 555-12-2012",
        "They won 3-2 and then 10/8 odds were given",
        "a 50/50 chance, version 3.1.2, at 10:30 a.m.",
        "today's threats and the news of the day",
        "every Monday and on Sundays",
        "in recent months",
        "May I ask whether this may work?",
        "a spring in her step",
        "Mr March said so",
        "the last week's",
    ],
)
def test_no_date(text: str) -> None:
    found_here = [surface for surface, _ in found(text)]
    assert found_here == ([] if "week" not in text else ["last week"])


PARTS = st.tuples(st.dates(date(1600, 1, 1), date(2190, 1, 1)), st.integers(1, 900))


@given(PARTS)
@settings(deadline=None, max_examples=150)
def test_written_days_read_back(part: tuple[date, int]) -> None:
    """Whatever `say_days` writes is read again as the same days, by the kind of dates or that of years."""
    first = part[0].toordinal()
    interval = days(first, first + part[1])
    said = say_days(interval)
    values: list[Value] = read(KIND, said) or read(YEAR, said)
    assert [value.extent for value in values] == [interval]


WORDS = st.lists(
    st.sampled_from(
        ["the", "council", "and", "harbour", "near", "said", "of", "(", ")", "—", "1.5", "with", "“so”"]
    ),
    max_size=6,
).map(" ".join)
NORMALS = st.sampled_from(
    [
        "8 October 2021",
        "October 2021",
        "early 2007",
        "mid-1990s",
        "2010s",
        "20th century",
        "third quarter of 2019",
        "week of 4 October 2021",
        "9 October 2007 to 8 October 2008",
        "summer 2021",
        "late October 2021",
        "first half of 2018",
        "fiscal 2020",
    ]
)


@given(WORDS, NORMALS, WORDS)
@settings(deadline=None, max_examples=150)
def test_found_in_noise_with_its_span(before: str, normal: str, after: str) -> None:
    text = f"{before} council met in {normal}, {after}"
    start = len(before) + len(" council met in ")
    tokens = tokenize(text)
    spans = [
        tokens.span(f.first, f.last)
        for f in KIND.read(tokens, numerals(tokens), FRIDAY)
        if f.value.normal == normal
    ]
    assert [(span.start, span.end) for span in spans] == [(start, start + len(normal))]


@given(st.text(alphabet=st.sampled_from("0123456789/-.: ,'’amytoheOctSunFrlsdn\n"), max_size=60))
@settings(deadline=None, max_examples=300)
def test_no_text_breaks_the_readers(text: str) -> None:
    tokens = tokenize(text)
    for kind in (KIND, YEAR, DURATION):
        for context in (FRIDAY, Context()):
            for find in kind.read(tokens, numerals(tokens), context):
                assert 0 <= find.first < find.last <= len(tokens)


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
EXPECTED = {
    "000": [("last year", "2020"), ("same year", "2020"), ("2008", "2008"), ("2019", "2019"),
            ("between 2012 and 2018", "2012 to 2018")],
    "001": [("October 2021", "October 2021"), ("2007", "2007"), ("September 2021", "September 2021")],
    "002": [("2008", "2008"), ("Thursday", "7 October 2021"), ("tomorrow", "8 October 2021"),
            ("Friday", "8 October 2021"), ("Friday", "8 October 2021"), ("Wednesday", "6 October 2021"),
            ("Thursday", "7 October 2021"), ("Thursday", "7 October 2021")],
    "003": [("Sept. 29", "29 September 2021"), ("Friday", "8 October 2021"), ("Friday", "8 October 2021"),
            ("from 2009 to 2012", "2009 to 2012"), ("last October", "October 2020"), ("December", "December 2020"),
            ("2019", "2019"), ("last year", "2020"), ("past year", "8 October 2020 to 7 October 2021"),
            ("last week", "week of 27 September 2021"), ("this week", "week of 4 October 2021"),
            ("Friday", "8 October 2021"), ("today", "8 October 2021"), ("2006", "2006"), ("2007", "2007")],
    "004": [("Friday", "8 October 2021"), ("Thursday", "7 October 2021"), ("2008", "2008"), ("2006", "2006"),
            ("June", "June 2021"), ("Thursday", "7 October 2021"), ("Friday", "8 October 2021"),
            ("by December 1", "by 1 December 2021"), ("by January 30 next year", "by 30 January 2022"),
            ("Friday", "8 October 2021"), ("last October", "October 2020")],
}  # fmt: skip


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles are not here")
@pytest.mark.parametrize("article", sorted(EXPECTED))
def test_the_five_articles(article: str) -> None:
    """Every date and year of each article, in its order, and no other."""
    path = next(SEEDS.glob(f"{article}_*.txt"))
    context = Context(date(2021, 10, 7 if article == "002" else 8))
    tokens = tokenize(path.read_text(encoding="utf-8"))
    found_there = [f for kind in (KIND, YEAR) for f in kind.read(tokens, numerals(tokens), context)]
    found_there.sort(key=lambda f: (f.first, f.last))
    longest = [f for f in found_there if not any(g.first <= f.first < f.last < g.last for g in found_there)]
    longest = [f for f in longest if not any(g.first < f.first < f.last <= g.last for g in found_there)]
    assert [(f.value.written, f.value.normal) for f in longest] == EXPECTED[article]
