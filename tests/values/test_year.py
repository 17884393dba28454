"""Years: which four figures are one, and what stands around them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import read

from claimcheck.grammar.calendar import days_of_year, days_of_years
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge
from claimcheck.values.year import KIND

HERE = Context(date(2021, 10, 8))


def found(text: str, context: Context = HERE) -> list[tuple[str, Found]]:
    """The years of `text` with their surfaces."""
    tokens = tokenize(text)
    return [(tokens.surface(f.first, f.last), f) for f in KIND.read(tokens, numerals(tokens), context)]


@pytest.mark.parametrize(
    ("text", "surface", "number"),
    [
        ("a 2008 pact", "2008", 2008),
        ("since 2007", "2007", 2007),
        ("in 2019 alone", "2019", 2019),
        ("In 2008 people went home", "2008", 2008),
        ("the summer of 1789", "1789", 1789),
        ("Athens 2004", "2004", 2004),
        ("the games (2012)", "2012", 2012),
        ("in '07", "'07", 2007),
        ("in AD 800", "AD 800", 800),
        ("in 44 BC", "44 BC", -43),
        ("in nineteen eighty six", "nineteen eighty six", 1986),
        ("in two thousand and twenty", "two thousand and twenty", 2020),
        ("down to 6,673 last year", "last year", 2020),
        ("this year", "this year", 2021),
        ("expected next year", "next year", 2022),
        ("the 2012 elections", "2012", 2012),
    ],
)
def test_read(text: str, surface: str, number: int) -> None:
    finds = found(text)
    assert [(s, f.value.number) for s, f in finds] == [(surface, Decimal(number))]
    value = finds[0][1].value
    assert (value.hedge, value.unit, value.extent) == (Hedge.NONE, "day", days_of_year(number))


@pytest.mark.parametrize(
    "text",
    [
        "they counted 2008 people",
        "$2008",
        "2,008",
        "2008 km",
        "some 2000 years",
        "CVE-2008-1234",
        "call 555-2008",
        "section 2008",
        "model2008",
        "1 in 5",
        "2008%",
        "3200",
        "killed 2000 soldiers",
        "one thousand two hundred thirty-four",
        "one thousand",
        "thousand",
        "it drew a thousand",
    ],
)
def test_no_year(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("between 2012 and 2018", "between 2012 and 2018", 2012, 2018),
        ("from 2009 to 2012", "from 2009 to 2012", 2009, 2012),
        ("2009 to 2012", "2009 to 2012", 2009, 2012),
        ("the 2019-20 season", "2019-20", 2019, 2020),
        ("in 1939–45", "1939–45", 1939, 1945),
        ("from 2014 through 2018", "from 2014 through 2018", 2014, 2018),
        ("44 BC to AD 14", "44 BC to AD 14", -43, 14),
    ],
)
def test_ranges(text: str, surface: str, first: int, last: int) -> None:
    finds = found(text)
    assert [s for s, _ in finds] == [surface]
    value = finds[0][1].value
    assert (value.number, value.upper, value.hedge) == (Decimal(first), Decimal(last), Hedge.BETWEEN)
    assert value.extent == days_of_years(first, last)
    assert read(KIND, value.normal) == [value]


def test_two_years_are_no_range() -> None:
    assert [f.value.number for _, f in found("in 2006 and 2007")] == [2006, 2007]
    assert [f.value.number for _, f in found("from 9,052 in 2019 to 6,673 last year")] == [2019, 2020]


@pytest.mark.parametrize(
    ("text", "surface", "hedge", "scope"),
    [
        ("about 2007", "about 2007", Hedge.ABOUT, ()),
        ("before 2008", "before 2008", Hedge.LESS_THAN, ()),
        ("after 2016", "after 2016", Hedge.MORE_THAN, ()),
        ("by 2030", "by 2030", Hedge.AT_MOST, ()),
        ("2016 or later", "2016 or later", Hedge.AT_LEAST, ()),
        ("from 2016 on.", "from 2016 on", Hedge.AT_LEAST, ()),
        ("no later than 2016", "no later than 2016", Hedge.AT_MOST, ()),
        ("post-1959 politics", "post-1959", Hedge.MORE_THAN, ()),
        ("since 2007", "2007", Hedge.NONE, ("since",)),
        ("until 2018", "2018", Hedge.NONE, ("until",)),
        ("after the 2016 election", "2016", Hedge.NONE, ()),
        ("before last year's vote", "last year", Hedge.NONE, ()),
    ],
)
def test_frames(text: str, surface: str, hedge: Hedge, scope: tuple[str, ...]) -> None:
    finds = found(text)
    assert [(s, f.value.hedge, f.scope) for s, f in finds] == [(surface, hedge, scope)]
    assert read(KIND, finds[0][1].value.normal) == [finds[0][1].value]


def test_relative_years_without_a_reference_date() -> None:
    finds = found("It fell last year. In the same year it rose.", Context())
    assert [(f.value.number, f.value.extent) for _, f in finds] == [(None, None), (None, None)]
    assert all("not resolved" in f.why for _, f in finds)


def test_the_same_year() -> None:
    finds = found("It fell last year. In the same year it rose.")
    assert [(f.value.number, f.why) for _, f in finds] == [
        (Decimal(2020), "last year: 2020, counted from 8 October 2021"),
        (Decimal(2020), "same year: 2020, the year named before it"),
    ]


@given(st.integers(1500, 2199), st.sampled_from(["", "about ", "before ", "after ", "by "]))
@settings(deadline=None, max_examples=100)
def test_normal_reads_back(year: int, hedge: str) -> None:
    values = read(KIND, f"{hedge}{year}")
    assert [value.normal for value in values] == [f"{hedge}{year}"]
    assert read(KIND, values[0].normal) == values


@given(
    st.integers(1900, 2100),
    st.sampled_from(["The pact began in", "He has lived here since", "A deal (signed in", "It ended — before"]),
    st.sampled_from([", they said.", ") and so on", "; then nothing", " and it rained"]),
)
@settings(deadline=None, max_examples=100)
def test_found_in_noise_with_its_span(year: int, before: str, after: str) -> None:
    text = f"{before} {year}{after}"
    tokens = tokenize(text)
    spans = [tokens.span(f.first, f.last) for f in KIND.read(tokens, numerals(tokens), HERE)]
    assert [str(year) in span.of(text) and span.end for span in spans] == [len(before) + 5]
