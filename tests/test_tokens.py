"""Tokens: every character but white space is in exactly one, at its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. $3.3bn", ("u.s.", "$", "3.3", "bn")),
        ("9,052 and 1.300.000", ("9,052", "and", "1.300.000")),
        ("the 13-year-old pact", ("the", "13", "-", "year", "-", "old", "pact")),
        ("Mexico's isn’t", ("mexico", "'s", "isn’t")),
        ("Friday’s o’clock", ("friday", "’s", "o’clock")),
        ("Ελλάδα's 5 µg of café²", ("ελλάδα", "'s", "5", "µg", "of", "café²")),
        ("at 5 p.m., 5%", ("at", "5", "p.m.", ",", "5", "%")),
        ("[ad_1]", ("[", "ad", "_", "1", "]")),
        ("", ()),
        ("\ufeff \u200b", ()),
        ("5\u00a0km", ("5", "km")),
        ("İ 5", ("İ", "5")),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert tokenize(text).words == words


@given(st.text(max_size=80))
@settings(deadline=None)
def test_nothing_but_white_space_is_lost(text: str) -> None:
    tokens = tokenize(text)
    ends = (0, *tokens.ends)
    starts = (*tokens.starts, len(text))
    for end, start in zip(ends, starts, strict=True):
        assert not text[end:start].strip("\ufeff\u200b \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0").strip()
    for i in range(len(tokens)):
        assert tokens.span(i, i + 1).of(text) == tokens.surface(i, i + 1)
        assert tokens.starts[i] < tokens.ends[i]


def test_a_place_outside_the_text_is_the_empty_word() -> None:
    tokens = tokenize("one two")
    assert (tokens.word(-1), tokens.word(2), tokens.glued(0), tokens.glued(9)) == ("", "", False, False)


@given(st.text(alphabet="aZé'’s.9, µ²İŁ½x-", max_size=30))
@settings(deadline=None)
def test_latin_texts_are_cut_as_all_texts_are(text: str) -> None:
    """The pattern for Latin letters is only a faster one; a Greek letter at the end calls for the other."""
    assert tokenize(text).words == tokenize(f"{text} α").words[:-1]
