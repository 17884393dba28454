"""Counts and their nouns."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import one, read

from claimcheck.grammar.noun_phrases import singular
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge
from claimcheck.values.count import KIND


@pytest.mark.parametrize(
    ("text", "number", "noun", "hedge"),
    [
        ("more than 300,000 people", "300000", "person", Hedge.MORE_THAN),
        ("almost two dozen agents", "24", "agent", Hedge.NEARLY),
        ("93,000 drug overdose deaths", "93000", "drug overdose death", Hedge.NONE),
        ("300 or so people", "300", "person", Hedge.ABOUT),
        ("300-odd people", "300", "person", Hedge.ABOUT),
        ("22 armed robberies", "22", "armed robbery", Hedge.NONE),
        ("2.5m people", "2.5E6", "person", Hedge.NONE),
        ("10 high-rise buildings", "10", "high-rise building", Hedge.NONE),
        ("10 Covid-19 cases", "10", "covid-19 case", Hedge.NONE),
        ("one senior officer", "1", "senior officer", Hedge.NONE),
        ("20 dead", "20", "dead", Hedge.NONE),
        ("half of the houses", "0.5", "house", Hedge.NONE),
        ("a quarter of all sales", "0.25", "sale", Hedge.NONE),
        ("one in five adults", "0.2", "adult", Hedge.NONE),
        ("one in 5,000 births", "0.0002", "birth", Hedge.NONE),
        ("nearly nine in 10 users", "0.9", "user", Hedge.NEARLY),
        ("one in every five adults", "0.2", "adult", Hedge.NONE),
        ("one out of every 10 people", "0.1", "person", Hedge.NONE),
        ("5,000-strong", "5000", "", Hedge.NONE),
        ("nearly 2-1/2 dozen eggs", "30", "egg", Hedge.NEARLY),
        ("more than 2000 soldiers", "2000", "soldier", Hedge.MORE_THAN),
        ("9,052", "9052", "", Hedge.NONE),
        ("42", "42", "", Hedge.NONE),
    ],
)
def test_read(text: str, number: str, noun: str, hedge: Hedge) -> None:
    value = one(KIND, text)
    assert (value.number, value.noun, value.unit, value.hedge) == (Decimal(number), noun, "", hedge)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a three-judge panel", "three-judge"),
        ("a two-state solution", "two-state"),
        ("a 12-member team", "12-member"),
        ("a one-way street", ""),
        ("five-star reviews", "five-star"),
    ],
)
def test_nouns_behind_a_hyphen(text: str, written: str) -> None:
    assert [v.written for v in read(KIND, text)] == ([written] if written else [])


@pytest.mark.parametrize(
    ("text", "low", "high", "noun"),
    [
        ("between 5 and 7", 5, 7, ""),
        ("5 to 7 people", 5, 7, "person"),
        ("two or three people", 2, 3, "person"),
        ("more than 5 but fewer than 10 people", 5, 10, "person"),
        ("from 200 to 3,000,000", 200, 3000000, ""),
        ("8-to-10 people", 8, 10, "person"),
        ("15-20,000 fans", 15000, 20000, "fan"),
        ("900-1,200 fans", 900, 1200, "fan"),
        ("3-400,000 fans", 3, 400000, "fan"),
    ],
)
def test_ranges(text: str, low: int, high: int, noun: str) -> None:
    value = one(KIND, text)
    assert (value.number, value.upper, value.noun) == (Decimal(low), Decimal(high), noun)


@pytest.mark.parametrize(("text", "noun"), [("hundreds of houses", "house"), ("dozens of people", "person")])
def test_vague_counts(text: str, noun: str) -> None:
    value = one(KIND, text)
    assert (value.number, value.noun, value.hedge) == (None, noun, Hedge.VAGUE)


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("7.5/10", "7.5", "out of 10"),
        ("4/5 stars", "4", "out of 5"),
        ("8 out of 10 points", "8", "out of 10"),
        ("four out of five stars", "4", "out of 5"),
        ("4.5 stars out of 5", "4.5", "out of 5"),
        ("60/100", "60", "out of 100"),
        ("60 out of 100", "60", "out of 100"),
        ("5.8 / 10", "5.8", "out of 10"),
    ],
)
def test_ratings(text: str, number: str, noun: str) -> None:
    value = one(KIND, text)
    assert (value.number, value.noun, value.hedge) == (Decimal(number), noun, Hedge.NONE)


def test_a_rating_is_one_value_however_it_is_written() -> None:
    assert one(KIND, "60/100") == one(KIND, "60 out of 100") == one(KIND, "60 out of 100 points")


@pytest.mark.parametrize(
    ("text", "number", "hedge", "written"),
    [
        ("viewers gave it less than 6.9/10", "6.9", Hedge.LESS_THAN, "less than 6.9/10"),
        ("it has above 6.35/10 from 40 reviews", "6.35", Hedge.MORE_THAN, "above 6.35/10"),
        ("it scored under 60 out of 100", "60", Hedge.LESS_THAN, "under 60 out of 100"),
        ("rated at least 8/10 there", "8", Hedge.AT_LEAST, "at least 8/10"),
        ("an average of about 6.9 out of 10", "6.9", Hedge.ABOUT, "about 6.9 out of 10"),
        ("it earned 7/10 or more", "7", Hedge.AT_LEAST, "7/10 or more"),
    ],
)
def test_ratings_keep_their_hedge(text: str, number: str, hedge: Hedge, written: str) -> None:
    value = next(v for v in read(KIND, text) if v.noun.startswith("out of"))
    assert (value.number, value.hedge, value.written) == (Decimal(number), hedge, written)


def test_ratings_make_ranges() -> None:
    value = one(KIND, "between 6 and 7 out of 10")
    assert (value.number, value.upper, value.noun) == (Decimal(6), Decimal(7), "out of 10")


@given(
    st.integers(0, 100).map(lambda n: Decimal(n) / 10),
    st.sampled_from(["/", " / ", " out of "]),
    st.sampled_from(["", "about ", "less than ", "over ", "at least ", "nearly "]),
)
@settings(deadline=None, max_examples=60)
def test_any_rating_reads_back(number: Decimal, joint: str, hedge: str) -> None:
    value = one(KIND, f"{hedge}{number:.1f}{joint}10")
    assert (value.number, value.noun) == (number, "out of 10")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8 out of 10 people agree", [("4/5 of people", "person")]),
        ("3/10 of the land", [("3/10", "")]),
        ("7 out of 10 said so", [("7/10", "")]),
        ("nine out of ten doctors", [("9/10 of doctors", "doctor")]),
    ],
)
def test_shares_are_no_ratings(text: str, found: list[tuple[str, str]]) -> None:
    assert [(v.normal, v.noun) for v in read(KIND, text)] == found


@pytest.mark.parametrize(
    ("text", "noun", "scope"),
    [
        ("26 out of 28 northern provinces", "northern province", ("out of 28",)),
        ("it won 5 of its 7 games", "game", ("out of 7",)),
        ("two of the three engines failed", "engine", ("out of three",)),
        ("more than half of the 1,200 workers", "worker", ("out of 1,200",)),
        ("one-third of the 1.5 million residents", "resident", ("out of 1.5 million",)),
        ("twenty-one of the 49ers", "", ()),
    ],
)
def test_the_noun_and_the_whole_of_a_part(text: str, noun: str, scope: tuple[str, ...]) -> None:
    tokens = tokenize(text)
    found = next(iter(KIND.read(tokens, numerals(tokens), Context())))
    assert (found.value.noun, found.scope) == (noun, scope)


def test_a_rating_is_known_by_the_words_around_it() -> None:
    assert [(v.number, v.noun) for v in read(KIND, "critics rated it 4/5")] == [(Decimal(4), "out of 5")]
    assert [v.number for v in read(KIND, "4/5 of the land")] == [Decimal("0.8")]
    assert [v.number for v in read(KIND, "it opened at odds of 5/1")] == []
    assert [v.number for v in read(KIND, "a score of 52")] == [52]


@pytest.mark.parametrize(
    ("text", "number", "hedge"),
    [
        ("doubled", "2", Hedge.NONE),
        ("more than tripled", "3", Hedge.MORE_THAN),
        ("nearly halved", "0.5", Hedge.NEARLY),
        ("tenfold", "10", Hedge.NONE),
        ("5-fold", "5", Hedge.NONE),
        ("4x", "4", Hedge.NONE),
        ("three times", "3", Hedge.NONE),
        ("more than double", "2", Hedge.MORE_THAN),
    ],
)
def test_multiples(text: str, number: str, hedge: Hedge) -> None:
    value = one(KIND, text)
    assert (value.number, value.noun, value.hedge) == (Decimal(number), "time", hedge)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twice as many came", 2),
        ("about twice the rate", 2),
        ("double its size", 2),
        ("they hope to triple the fleet", 3),
        ("it will double by then", 2),
        ("half as many came", Decimal("0.5")),
        ("twice a week", None),
        ("a double room", None),
        ("to double check", None),
        ("a 4x4", None),
    ],
)
def test_multiples_are_measured_against_something(text: str, number: Decimal | int | None) -> None:
    assert [v.number for v in read(KIND, text)] == ([] if number is None else [number])


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("arrests in the north fell from 9,052 in 2019 to 6,673 last year", ["arrest", "arrest"]),
        ("arrests of suspects fell to 6,673", ["arrest"]),
        ("Deaths at the plant nearly reached 30", ["death"]),
        ("shares fell to 52", [""]),
        ("the bank expects growth to slow to 24.2", [""]),
        ("the match drew 5,000", [""]),
    ],
)
def test_the_noun_of_a_bare_figure_is_what_changed(text: str, nouns: list[str]) -> None:
    assert [value.noun for value in read(KIND, text)] == nouns


def test_a_point_before_three_digits_has_another_reading() -> None:
    tokens = tokenize("300.000")
    (found,) = KIND.read(tokens, numerals(tokens), Context())
    assert (found.value.number, [other.number for other in found.alternatives]) == (
        Decimal(300),
        [Decimal(300000)],
    )
    assert found.why == "the point is taken for a decimal point; where it groups thousands this is 300,000"


def test_numbers_that_share_the_unit_of_the_next_are_no_counts() -> None:
    assert read(KIND, "open from 5 to 6 pm") == []
    assert read(KIND, "in 5-7 days") == []
    assert [v.number for v in read(KIND, "an average of 1500")] == [1500]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Sales rose from 5 to 7 million.", ["5E+6", "7E+6"]),
        ("Sales fell from 9 to 7 million.", ["9E+6", "7E+6"]),
        ("It grew from 5 to 7.5 billion.", ["5E+9", "7.5E+9"]),
        ("It went from 900 to 1.2 million users.", ["900", "1.2E+6"]),
        ("The town grew from 1,000 to 2 million.", ["1000", "2E+6"]),
        ("Turnout fell by a third to 40,000.", [str(Decimal(1) / 3), "40000"]),
    ],
)
def test_both_ends_of_a_change_share_a_scale_word(text: str, numbers: list[str]) -> None:
    assert [value.number for value in read(KIND, text)] == list(map(Decimal, numbers))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("In June 40 people died.", ["40 people"]),
        ("By June 40 people had died.", ["40 people"]),
        ("Last June 45 schools closed.", ["45 schools"]),
        ("On May 31 10 people died.", ["10 people"]),
        ("On June 12 people died.", []),
        ("The June 68 riots were the first.", []),
        ("In May 68 the students rose.", []),
    ],
)
def test_a_figure_after_a_month_that_is_no_day(text: str, written: list[str]) -> None:
    assert [value.written for value in read(KIND, text)] == written


def test_a_record_number_has_no_number() -> None:
    value = one(KIND, "a record number of deaths")
    assert (value.number, value.extent, value.noun, value.hedge) == (None, None, "death", Hedge.VAGUE)


def test_a_change_between_two_years_is_two_counts() -> None:
    assert [v.number for v in read(KIND, "fell from 9,052 in 2019 to 6,673 last year")] == [9052, 6673]


@pytest.mark.parametrize(
    "text",
    [
        "the H-2 group",
        "COVID-19",
        "G-20",
        "a Boeing 737",
        "an iPhone 11",
        "Section 427",
        "10 Downing Street",
        "one of the best",
        "no one came",
        "they like one another",
        "a 3-2 win",
        "at 5 pm",
        "on May 10",
        "the old 49ers",
        "in 2008",
        "the 2021 elections",
        "Ann Smith, 44, left",
        "5 percent",
        "$5",
        "5 dollars",
        "13 years",
        "5 miles",
        "the top three",
        "the first half",
        "[ad_1]",
        "call 555-0173",
        "ring +1 202 555 0173 or 020 7946 0958",
        "a 2-1 victory",
        "a 3-all draw",
        "at odds of 3-1, then 5/2",
        "a 1-in-100-year flood",
        "a six-figure sum",
        "Nos. 3 and 4",
        "Articles 5, 6 and 7",
        "iOS 15.1",
        "version 2.0",
        "Table 1.2",
        "the under-21 side",
        "odds of 10-to-1",
        "a 20-a-side game",
        "the Group of 20",
        "a shop of the 7-Eleven chain",
        "Sailors loved Ocean's Eleven",
        "Stay here. 2. Go there. 3) Come back",
    ],
)
def test_left_alone(text: str) -> None:
    assert read(KIND, text) == []


@pytest.mark.parametrize(
    ("many", "single"),
    [("people", "person"), ("agencies", "agency"), ("boxes", "box"), ("buses", "bus"), ("women", "woman")],
)
def test_singulars(many: str, single: str) -> None:
    assert singular(many) == single


@given(
    st.integers(2, 10**9),
    st.sampled_from(["people", "arrests", "drug overdose deaths", "agencies"]),
    st.sampled_from(["", "about ", "nearly ", "more than ", "at least "]),
)
@settings(deadline=None, max_examples=60)
def test_any_count_reads_back(n: int, noun: str, hedge: str) -> None:
    if hedge or not 1500 <= n <= 2100:
        assert one(KIND, f"{hedge}{n:,} {noun}").number == n
