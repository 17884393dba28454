"""The cheap tests before the grammars: they pass over what cannot be read, and nothing else."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.calendar.expressions import scan
from claimcheck.grammar.durations import NEEDS, lengths
from claimcheck.grammar.memo import Memo
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import Tokens, lowered, tokenize, tokens_of
from claimcheck.mentions import find
from claimcheck.model.text import Context
from claimcheck.values import KINDS

CONTEXT = Context(date(2021, 10, 8))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It opened on 6/10 in the capital.", ["6/10"]),
        ("It opened between 6/10 and 7/10.", ["between 6/10 and 7/10"]),
        ("The play has a score of 6/10.", []),
        ("The play has a score of 6.6/10.", []),
        ("It opened on 6/10/2021.", ["6/10/2021"]),
        ("They met on 12, 14 and 15 May 2019.", ["12", "14", "15 May 2019"]),
        ("Rows 12, 14 and 15 are empty.", []),
        ("It was the first song that they sang.", []),
        ("The first of May was dry.", ["first of May"]),
        ("The first ten days of May 2019 were dry.", ["first ten days of May 2019"]),
        ("The third quarter of 2018 was dry.", ["third quarter of 2018"]),
        ("They grossed $28,426,747 in a week.", []),
        ("The file is named 20211008.", ["20211008"]),
    ],
)
def test_where_a_date_may_start(text: str, dates: list[str]) -> None:
    assert [m.surface for m in find(text, KINDS, CONTEXT) if m.kind == "date"] == dates


_WORDS = st.sampled_from(
    (
        "13 years two weeks 1h30 5 min h daylong aged 44 in his thirties 1990s ago the a of and - ' 's decades "
        "long old ,"
    ).split()
)


@given(st.lists(_WORDS, max_size=9).map(" ".join))
@settings(deadline=None, max_examples=300)
def test_every_length_of_time_has_a_word_that_it_needs(text: str) -> None:
    tokens = tokenize(text)
    ready = scan(tokens, numerals(tokens), CONTEXT)
    assert ready is None or not list(lengths(ready)) or not NEEDS.isdisjoint(tokens.present)


def test_tokens_are_cut_once_for_all_who_read_a_text() -> None:
    text = "The accord cost $3.3 billion."
    lower = lowered(text)
    assert tokens_of(text, lower, lower.split()) is tokenize(text) is tokenize(text)


@given(st.text(st.sampled_from("ab1.,'$ \u00a0\u200b\t"), max_size=24))
@settings(deadline=None, max_examples=300)
def test_tokens_stand_where_they_are_told_to(text: str) -> None:
    lower = lowered(text)
    tokens = Tokens(text, lower, lower.split())
    assert tuple(lower[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)) == tokens.words


def test_a_memo_keeps_as_many_and_as_long_as_told() -> None:
    asked: list[str] = []

    def shout(word: str) -> str:
        asked.append(word)
        return word.upper()

    memo = Memo(shout, most=2, longest=3)
    assert [memo[word] for word in ("a", "b", "a", "long", "long")] == ["A", "B", "A", "LONG", "LONG"]
    assert asked == ["a", "b", "long", "long"]
    assert memo.keep("c", "C") == memo["c"] == "C"
    assert dict(memo) == {"c": "C"}  # full, so it was emptied first
