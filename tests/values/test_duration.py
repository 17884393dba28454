"""Durations: amounts, ages, what they leave open, and when they began."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import read

from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.interval import Interval
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge
from claimcheck.values.duration import KIND

HERE = Context(date(2021, 10, 8))


def found(text: str, context: Context = HERE) -> list[tuple[str, Found]]:
    """The durations of `text` with their surfaces."""
    tokens = tokenize(text)
    return [(tokens.surface(f.first, f.last), f) for f in KIND.read(tokens, numerals(tokens), context)]


def only(text: str) -> tuple[str, Found]:
    """The one duration of `text`; its words written back read the same."""
    finds = found(text)
    assert len(finds) == 1, f"{text!r}: {[surface for surface, _ in finds]}"
    assert read(KIND, finds[0][1].value.normal) == [finds[0][1].value]
    return finds[0]


@pytest.mark.parametrize(
    ("text", "surface", "number", "unit", "hedge"),
    [
        ("it ran 13 years", "13 years", "13", "year", Hedge.NONE),
        ("the 13-year-old accord", "13-year-old", "13", "year", Hedge.NONE),
        ("for, I think, 13 years now", "I think, 13 years", "13", "year", Hedge.ABOUT),
        ("over the 15 years or so that", "15 years or so", "15", "year", Hedge.ABOUT),
        ("nearly five months", "nearly five months", "5", "month", Hedge.NEARLY),
        ("at least 72 hours", "at least 72 hours", "72", "hour", Hedge.AT_LEAST),
        ("less than a week", "less than a week", "1", "week", Hedge.LESS_THAN),
        ("lasted over an hour", "over an hour", "1", "hour", Hedge.MORE_THAN),
        ("spread over 13 years", "13 years", "13", "year", Hedge.NONE),
        ("a six-year term", "six-year", "6", "year", Hedge.NONE),
        ("the 15 minute call", "15 minute", "15", "minute", Hedge.NONE),
        ("Friday's day-long visit", "day-long", "1", "day", Hedge.NONE),
        ("an hour and a half", "an hour and a half", "1.5", "hour", Hedge.NONE),
        ("two and a half years", "two and a half years", "2.5", "year", Hedge.NONE),
        ("5 1/2 hours", "5 1/2 hours", "5.5", "hour", Hedge.NONE),
        ("two nights in a tent", "two nights", "2", "day", Hedge.NONE),
        ("waited 1/2 h", "1/2 h", "0.5", "hour", Hedge.NONE),
        ("one and three quarters of an hour", "one and three quarters of an hour", "1.75", "hour", Hedge.NONE),
        ("half an hour", "half an hour", "0.5", "hour", Hedge.NONE),
        ("one and three quarter hours", "one and three quarter hours", "1.75", "hour", Hedge.NONE),
        ("6 months and 3 days", "6 months and 3 days", "183", "day", Hedge.NONE),
        ("2 years, 3 months", "2 years, 3 months", "27", "month", Hedge.NONE),
        ("1h30", "1h30", "90", "minute", Hedge.NONE),
        ("1 hour thirty", "1 hour thirty", "90", "minute", Hedge.NONE),
        ("90 minutes", "90 minutes", "90", "minute", Hedge.NONE),
        ("for a decade", "a decade", "10", "year", Hedge.NONE),
        ("two decades", "two decades", "20", "year", Hedge.NONE),
        ("half a century", "half a century", "50", "year", Hedge.NONE),
        ("in a fortnight", "a fortnight", "2", "week", Hedge.NONE),
        ("aged 34", "aged 34", "34", "year", Hedge.NONE),
        ("an 87 yo man", "87 yo", "87", "year", Hedge.NONE),
        ("34 years old", "34 years old", "34", "year", Hedge.NONE),
        ("29 years of age", "29 years of age", "29", "year", Hedge.NONE),
        ("a 3-week-old baby", "3-week-old", "3", "week", Hedge.NONE),
        ("for another day", "another day", "1", "day", Hedge.NONE),
        ("they talked all day", "all day", "1", "day", Hedge.NONE),
        ("two more weeks", "two more weeks", "2", "week", Hedge.NONE),
        ("one second later", "one second", "1", "second", Hedge.NONE),
    ],
)
def test_read(text: str, surface: str, number: str, unit: str, hedge: Hedge) -> None:
    shown, find = only(text)
    assert (shown, find.value.number, find.value.unit, find.value.hedge) == (surface, Decimal(number), unit, hedge)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("13 years", Interval.half_open(Decimal(13), Decimal(14))),
        ("a 13-year-old pact", Interval.half_open(Decimal(13), Decimal(14))),
        ("launched 13 years ago", Interval.half_open(Decimal(13), Decimal(14))),
        ("27 months", Interval.half_open(Decimal(27), Decimal(28))),
        ("a 3-week-old baby", Interval.half_open(Decimal(3), Decimal(4))),
        ("a three-year plan", None),
        ("three weeks", None),
        ("90 minutes", None),
        ("2.5 years", None),
        ("about 13 years", None),
        ("two decades", None),
        ("10-15 years", Interval.closed(Decimal(10), Decimal(15))),
        ("for decades", Interval.half_open(Decimal(20), Decimal(100))),
    ],
)
def test_what_is_left_open(text: str, extent: Interval | None) -> None:
    assert only(text)[1].value.extent == extent


def test_an_age_and_a_count_of_years_say_the_same() -> None:
    values = [
        read(KIND, text)[0] for text in ("13 years", "a 13-year-old accord", "13 years ago", "thirteen years")
    ]
    assert len(set(values)) == 1
    assert read(KIND, "a 13-year plan")[0] != values[0]


@pytest.mark.parametrize(
    ("text", "surface", "low", "high"),
    [
        ("two to three years", "two to three years", 2, 3),
        ("between 5 and 10 years", "between 5 and 10 years", 5, 10),
        ("40 - 50 years old", "40 - 50 years old", 40, 50),
        ("aged 18 to 24", "aged 18 to 24", 18, 24),
        ("in a month or two", "a month or two", 1, 2),
        ("one or two weeks", "one or two weeks", 1, 2),
        ("a man in his 30s", "in his 30s", 30, 39),
    ],
)
def test_ranges(text: str, surface: str, low: int, high: int) -> None:
    shown, find = only(text)
    assert shown == surface
    assert (find.value.number, find.value.upper) == (Decimal(low), Decimal(high))
    assert find.value.hedge is Hedge.BETWEEN


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("for several weeks", Interval.half_open(Decimal(3), Decimal(10))),
        ("a few days", Interval.half_open(Decimal(2), Decimal(5))),
        ("it will take months", Interval.half_open(Decimal(2), Decimal(12))),
        ("a decades-long dispute", Interval.half_open(Decimal(20), Decimal(100))),
    ],
)
def test_vague(text: str, extent: Interval) -> None:
    _, find = only(text)
    assert (find.value.hedge, find.value.number, find.value.extent) == (Hedge.VAGUE, None, extent)


@pytest.mark.parametrize(
    "text",
    [
        "in the third year",
        "twice a day",
        "$1 billion a year",
        "a second official",
        "the second",
        "in recent months",
        "this year",
        "COVID-19 days",
        "the year 2008",
        "light years",
        "the Hour",
    ],
)
def test_no_duration(text: str) -> None:
    assert found(text) == []


def test_ago_says_when() -> None:
    shown, find = only("it was launched 13 years ago")
    assert shown == "13 years ago"
    assert [value.normal for value in find.alternatives] == ["9 October 2007 to 8 October 2008", "8 October 2008"]
    assert {value.kind for value in find.alternatives} == {"date"}
    assert find.why == "completed years; on 8 October 2021 begun 9 October 2007 to 8 October 2008"


def test_ago_without_a_reference_date() -> None:
    [(_, find)] = found("launched 13 years ago", Context())
    assert find.alternatives == ()
    assert "no reference date" in find.why


def test_now_is_kept() -> None:
    assert only("for 13 years now")[1].scope == ("now",)


UNITS = st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year", "decade"])
HEDGES = st.sampled_from(["", "about ", "nearly ", "more than ", "at least ", "less than ", "at most "])


@given(st.integers(2, 400), UNITS, HEDGES)
@settings(deadline=None, max_examples=200)
def test_normal_reads_back(number: int, unit: str, hedge: str) -> None:
    values = read(KIND, f"{hedge}{number} {unit}s")
    assert len(values) == 1
    assert values[0].normal == f"{hedge}{number} {unit}s"
    assert read(KIND, values[0].normal) == values


@given(
    st.integers(2, 400),
    UNITS,
    st.sampled_from(["It has lasted", "They said (after", "Some waited", "In 2008 it took"]),
    st.sampled_from([", they said.", ") and left", "; nothing else", " in all"]),
)
@settings(deadline=None, max_examples=150)
def test_found_in_noise_with_its_span(number: int, unit: str, before: str, after: str) -> None:
    said = f"{number} {unit}s"
    text = f"{before} {said}{after}"
    tokens = tokenize(text)
    spans = [tokens.span(f.first, f.last) for f in KIND.read(tokens, numerals(tokens), HERE)]
    assert [span.of(text) for span in spans] == [said]
    assert spans[0].start == len(before) + 1


@given(st.integers(1, 60), st.integers(1, 11))
@settings(deadline=None, max_examples=60)
def test_sums_are_exact(years: int, months: int) -> None:
    values = read(KIND, f"{years} years and {months} months")
    assert [(value.number, value.unit) for value in values] == [(Decimal(12 * years + months), "month")]
