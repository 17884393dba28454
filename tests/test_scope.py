"""The words beside a value: rates, totals, and the directions of changes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck import mentions, sentences
from claimcheck.grammar.directions import direction
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context, Document, Source
from claimcheck.values import KINDS


def scopes(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each value of a text that is no date, with what stands beside it."""
    return [(m.surface, m.scope) for m in cc.find_values(text) if m.kind not in ("date", "year")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell by 2.5 %", [("2.5 %", ("down",))]),
        ("sales were cut by about 10 percent", [("about 10 percent", ("down",))]),
        ("the index was up 4 points", [("4 points", ("up",))]),
        ("a 12 % drop in exports", [("12 %", ("down",))]),
        ("the 5-point rise", [("5-point", ("up",))]),
        ("an increase of nearly 7 %", [("nearly 7 %", ("up",))]),
        ("it rose from $5 to $7", [("$5", ("up from",)), ("$7", ("rising to",))]),
        ("it slipped from 9 % to 8 %", [("9 %", ("down from",)), ("8 %", ("falling to",))]),
        ("shares lost 0.4 %", [("0.4 %", ("down",))]),
        ("the army lost 12 men", [("12 men", ())]),
        ("it was 5 %, up from 4.6 %", [("5 %", ()), ("4.6 %", ("up from",))]),
        ("the storm grew, and it led to 12 deaths", [("12 deaths", ())]),
        ("up to 40 percent", [("up to 40 percent", ())]),
        ("they met 12 times", [("12 times", ())]),
    ],
)
def test_directions(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert scopes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$1,000-a-night rooms", ("per night",)),
        ("a $20-an-hour job", ("per hour",)),
        ("it is £24 a-year", ("per year",)),
        ("for $15.40/hour", ("per hour",)),
        ("at $21.25 per square foot", ("per square foot",)),
        ("$5 per kilogram", ("per kilogram",)),
        ("an estimated $5", ("an estimated",)),
        ("a further $5", ("another",)),
        ("$5 since 2007", ("since 2007",)),
        ("$5 since then", ("since then",)),
        ("$5 a year earlier", ()),
        ("$5 since the flood", ()),
    ],
)
def test_rates_and_stretches(text: str, expected: tuple[str, ...]) -> None:
    assert scopes(text)[0][1] == expected


def test_of_dates_only_their_own_words_are_kept() -> None:
    assert [m.scope for m in cc.find_values("it fell to 3 May since 2007", "2010-01-01")] == [(), ("since",)]


@given(st.text(alphabet="abfr otyupdwn.,-%5$", max_size=60), st.integers(0, 8), st.integers(1, 8))
@settings(deadline=None, max_examples=100)
def test_any_stretch_has_at_most_one_direction(text: str, first: int, length: int) -> None:
    tokens = tokenize(text)
    last = min(len(tokens), first + length)
    if first < last:
        assert direction(tokens, first, last) in {
            *("", "up", "down", "up from", "down from", "rising to", "falling to")
        }


def test_a_date_leans_on_the_sentence_before_it() -> None:
    text = "Output fell in 2019. In the same year, prices rose.\n\nIn the same year, nothing was said."
    document = Document(Source("a", published=date(2021, 10, 8)), text)
    cut = sentences.sentences(document)
    read = mentions.in_sentences(cut, KINDS, document.source.context)
    assert [[str(m.value) for m in found] for found in read] == [["2019"], ["2019"], ["same year"]]
    assert [m.span.of(text) for found in read for m in found] == ["2019", "same year", "same year"]


def test_sentences_without_such_dates_are_read_each_by_itself() -> None:
    document = Document(Source("a"), "It cost $5 in 2019. It now costs $7.")
    cut = sentences.sentences(document)
    each = tuple(mentions.in_sentence(sentence, KINDS, Context()) for sentence in cut)
    assert mentions.in_sentences(cut, KINDS, Context()) == each
