"""Hedges: how the words around a number stand to it, and which words make a range."""

import pytest

from claimcheck.grammar.hedges import hedge_after, hedge_before, hedged, link, opening, stronger
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.value import Hedge


@pytest.mark.parametrize(
    ("text", "hedge", "written"),
    [
        ("it was 5", Hedge.NONE, "5"),
        ("only 5", Hedge.NONE, "5"),
        ("exactly 5", Hedge.NONE, "5"),
        ("with about 5", Hedge.ABOUT, "about 5"),
        ("an estimated 5", Hedge.ABOUT, "an estimated 5"),
        ("some 5", Hedge.ABOUT, "some 5"),
        ("roughly 5", Hedge.ABOUT, "roughly 5"),
        ("~5", Hedge.ABOUT, "~5"),
        ("c. 5", Hedge.ABOUT, "c. 5"),
        ("for, I think, 5", Hedge.ABOUT, "I think, 5"),
        ("nearly 5", Hedge.NEARLY, "nearly 5"),
        ("just under 5", Hedge.NEARLY, "just under 5"),
        ("a little less than 5", Hedge.NEARLY, "a little less than 5"),
        ("just shy of 5", Hedge.NEARLY, "just shy of 5"),
        ("close to 5", Hedge.NEARLY, "close to 5"),
        ("more than 5", Hedge.MORE_THAN, "more than 5"),
        ("well over 5", Hedge.MORE_THAN, "well over 5"),
        ("upwards of 5", Hedge.MORE_THAN, "upwards of 5"),
        ("exceeding 5", Hedge.MORE_THAN, "exceeding 5"),
        ("at least 5", Hedge.AT_LEAST, "at least 5"),
        ("no fewer than 5", Hedge.AT_LEAST, "no fewer than 5"),
        ("not less than 5", Hedge.AT_LEAST, "not less than 5"),
        ("≥ 5", Hedge.AT_LEAST, "≥ 5"),
        (">= 5", Hedge.AT_LEAST, ">= 5"),
        ("greater than or equal to 5", Hedge.AT_LEAST, "greater than or equal to 5"),
        ("fewer than 5", Hedge.LESS_THAN, "fewer than 5"),
        ("under 5", Hedge.LESS_THAN, "under 5"),
        ("up to 5", Hedge.AT_MOST, "up to 5"),
        ("no more than 5", Hedge.AT_MOST, "no more than 5"),
        ("as many as 5", Hedge.AT_MOST, "as many as 5"),
        ("at least some 5", Hedge.AT_LEAST, "at least some 5"),
        ("averaged over less than 5", Hedge.LESS_THAN, "less than 5"),
        ("5 or so", Hedge.ABOUT, "5 or so"),
        ("5 or more", Hedge.AT_LEAST, "5 or more"),
        ("5 or fewer", Hedge.AT_MOST, "5 or fewer"),
        ("5+", Hedge.AT_LEAST, "5+"),
        ("5-odd", Hedge.ABOUT, "5-odd"),
        ("5, or more than that", Hedge.NONE, "5"),
        ("worried about 5", Hedge.NONE, "5"),
        ("never more than 5", Hedge.AT_MOST, "never more than 5"),
        ("never less than 5", Hedge.AT_LEAST, "never less than 5"),
        ("up to and including 5", Hedge.AT_MOST, "up to and including 5"),
        ("barely 5", Hedge.ABOUT, "barely 5"),
        ("5 or more than", Hedge.AT_LEAST, "5 or more than"),
        ("5 or more than 7", Hedge.NONE, "5"),
        ("climbed up to 5", Hedge.NONE, "5"),
        ("up to 5 from 3", Hedge.NONE, "5"),
    ],
)
def test_hedges(text: str, hedge: Hedge, written: str) -> None:
    tokens = tokenize(text)
    number = numerals(tokens)[0]
    found = hedged(tokens, number.first, number.last)
    assert (found.hedge, tokens.surface(found.first, found.last)) == (hedge, written)


def test_a_hedge_reaches_no_further_than_its_floor() -> None:
    tokens = tokenize("more than 5")
    assert hedge_before(tokens, 2, floor=1) == (2, Hedge.NONE)


def test_a_kind_may_refuse_a_hedge() -> None:
    tokens = tokenize("over 5 years")
    assert hedged(tokens, 1, 3, but={"over"}).hedge is Hedge.NONE
    assert hedged(tokens, 1, 3).hedge is Hedge.MORE_THAN


def test_a_hedge_before_the_next_number_is_its_own() -> None:
    tokens = tokenize("5 at least 3")
    assert hedge_after(tokens, 1) == (1, Hedge.NONE)


@pytest.mark.parametrize("hedge", list(Hedge))
def test_a_bound_beats_an_approximation(hedge: Hedge) -> None:
    if hedge in (Hedge.BETWEEN, Hedge.VAGUE):
        return
    assert stronger(hedge, Hedge.NONE) is hedge
    assert stronger(Hedge.NONE, hedge) is hedge
    assert stronger(hedge, Hedge.AT_LEAST) is Hedge.AT_LEAST


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("5 to 7", "to"),
        ("5-7", "-"),
        ("5 – 7", "-"),
        ("5 and 7", "and"),
        ("5 or 7", "or"),
        ("5 to about 7", "to"),
        ("5 up to 7", "to"),
        ("5- to 7-metre", "to"),
        ("5~7", "-"),
        ("5, 7", ""),
        ("5 or less than 7", ""),
        ("5 of 7", ""),
    ],
)
def test_links(text: str, by: str) -> None:
    tokens = tokenize(text)
    one, other = numerals(tokens)[:2]
    assert link(tokens, one.last, other.first) == by


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("between 5 and 7", "between"),
        ("costs 5 and 7", None),
        ("a length from 5 to 7", "from"),
        ("rose from 5 to 7", None),
        ("an increase from 5 to 7", None),
        ("fell. From 5 to 7", "From"),
        ("some 5 to 7", "5"),
    ],
)
def test_what_changed_is_no_range(text: str, begins: str | None) -> None:
    tokens = tokenize(text)
    one, other = numerals(tokens)[:2]
    start = opening(tokens, one.first, link(tokens, one.last, other.first))
    assert (None if start is None else tokens.surface(start, start + 1)) == begins
