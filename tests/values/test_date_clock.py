"""Times of day belong to the date beside them; what bounds one bounds its day."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge
from claimcheck.values.date import KIND

FRIDAY = Context(date(2021, 10, 8))


def found(text: str) -> list[tuple[str, Found]]:
    tokens = tokenize(text)
    return [(tokens.surface(f.first, f.last), f) for f in KIND.read(tokens, numerals(tokens), FRIDAY)]


@pytest.mark.parametrize(
    ("text", "surface", "normal", "hedge"),
    [
        ("it shut after 2 pm on Friday", "after 2 pm on Friday", "8 October 2021 or later", Hedge.AT_LEAST),
        ("to be paid by 5 p.m. Monday", "by 5 p.m. Monday", "by 11 October 2021", Hedge.AT_MOST),
        ("it began before dawn on Thursday", "before dawn on Thursday", "by 7 October 2021", Hedge.AT_MOST),
        ("came shortly before 10 p.m. Saturday", "shortly before 10 p.m. Saturday", "2 October 2021", Hedge.NONE),
        ("fell just after midnight on Sunday", "just after midnight on Sunday", "3 October 2021", Hedge.NONE),
        ("heard around 3 in the afternoon on Tuesday", "around 3 in the afternoon on Tuesday", "5 October 2021",
         Hedge.NONE),
        ("left at about noon on 3 May 2019", "about noon on 3 May 2019", "3 May 2019", Hedge.NONE),
        ("talks ran between 9:30 and 11:00 on Thursday", "between 9:30 and 11:00 on Thursday", "7 October 2021",
         Hedge.NONE),
        ("the booth opens 3–5 pm tomorrow", "3–5 pm tomorrow", "9 October 2021", Hedge.NONE),
        ("it ran from 9 a.m. to 5 p.m. on Wednesday", "from 9 a.m. to 5 p.m. on Wednesday", "6 October 2021",
         Hedge.NONE),
        ("it took off on Tuesday at 6:15 in the morning", "Tuesday at 6:15 in the morning", "5 October 2021",
         Hedge.NONE),
        ("ended at half past nine on Monday", "half past nine on Monday", "4 October 2021", Hedge.NONE),
        ("ended at a quarter to nine on Monday evening", "a quarter to nine on Monday evening", "4 October 2021",
         Hedge.NONE),
        ("the vote was at 1500 GMT on Tuesday", "1500 GMT on Tuesday", "5 October 2021", Hedge.NONE),
        ("shot at 10:45 p.m. local time on 7 October 2021", "10:45 p.m. local time on 7 October 2021",
         "7 October 2021", Hedge.NONE),
        ("seen around 11 p.m. on the night of October 2", "around 11 p.m. on the night of October 2",
         "2 October 2021", Hedge.NONE),
        ("due at noon Eastern time on Friday", "noon Eastern time on Friday", "8 October 2021", Hedge.NONE),
    ],
)  # fmt: skip
def test_a_time_of_day_belongs_to_its_date(text: str, surface: str, normal: str, hedge: Hedge) -> None:
    assert [(s, f.value.normal, f.value.hedge) for s, f in found(text)] == [(surface, normal, hedge)]


def test_a_range_from_one_time_to_another() -> None:
    (surface, find), = found("It will be closed from 11 p.m. Friday to 5 a.m. Monday.")  # fmt: skip
    assert surface == "from 11 p.m. Friday to 5 a.m. Monday"
    assert find.value.normal == "8 to 11 October 2021"
    assert find.value.hedge is Hedge.BETWEEN


def test_one_time_of_day_serves_one_date() -> None:
    assert [s for s, _ in found("busy tomorrow from 10 am to noon tomorrow")] == [
        "tomorrow from 10 am to noon",
        "tomorrow",
    ]


@pytest.mark.parametrize(
    "text",
    ["The polls close at 8 p.m.", "Trains run from 10 p.m. until 5 a.m.", "It is 2000 GMT", "half past nine"],
)
def test_a_time_of_day_alone_is_no_date(text: str) -> None:
    assert [m.surface for m in cc.find_values(text, published="2021-10-08") if m.kind in ("date", "year")] == []


def test_figures_of_a_time_of_day_are_no_other_value() -> None:
    found_there = cc.find_values("The street was shut between 2 and 4 p.m. on Sunday.", published="2021-10-08")
    assert [m.surface for m in found_there] == ["between 2 and 4 p.m. on Sunday"]


@pytest.mark.parametrize(
    ("text", "surface", "normal"),
    [
        ("in force on or after January 1, 2022", "on or after January 1, 2022", "1 January 2022 or later"),
        ("filed on or before May 5, 2020", "on or before May 5, 2020", "by 5 May 2020"),
        ("began on or about October 1, 2021", "on or about October 1, 2021", "about 1 October 2021"),
        (
            "shut until at least mid-November 2021",
            "until at least mid-November 2021",
            "mid-November 2021 or later",
        ),
        ("open by May 2022 at the latest", "May 2022 at the latest", "by May 2022"),
        ("open in May 2022 at the earliest", "May 2022 at the earliest", "May 2022 or later"),
        ("as soon as 11 October 2021", "as soon as 11 October 2021", "11 October 2021 or later"),
        ("busy in the run-up to 25 December 2021", "25 December 2021", "25 December 2021"),
    ],
)
def test_bounds(text: str, surface: str, normal: str) -> None:
    assert [(s, f.value.normal) for s, f in found(text)] == [(surface, normal)]


CLOCKS = st.sampled_from(
    [
        "9 a.m.",
        "10:30",
        "noon",
        "7:05 pm",
        "11.30am",
        "3 in the afternoon",
        "half past six",
        "0735 GMT",
        "9 to 11 a.m.",
    ]
)
WORDS = st.lists(st.sampled_from(["the", "council", "said", "(", ")", "and", "—", "of"]), max_size=5).map(" ".join)


@given(WORDS, CLOCKS, WORDS)
@settings(deadline=None, max_examples=80)
def test_found_whole_in_noise(before: str, clock: str, after: str) -> None:
    text = f"{before} council met at {clock} on 3 May 2019, {after}"
    assert (f"{clock} on 3 May 2019", "3 May 2019") in [(s, f.value.normal) for s, f in found(text)]
