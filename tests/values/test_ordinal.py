"""Ordinals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import one, read

from claimcheck.values.ordinal import KIND, say_ordinal


@pytest.mark.parametrize(
    ("text", "number"), [("third", 3), ("21st", 21), ("twenty-first", 21), ("Second", 2), ("hundredth", 100)]
)
def test_read(text: str, number: int) -> None:
    assert one(KIND, text).number == number


@pytest.mark.parametrize(
    "text", ["a third of them", "two thirds", "one second later", "a split second", "5 people"]
)
def test_left_alone(text: str) -> None:
    assert read(KIND, text) == []


@given(st.integers(1, 10**6))
@settings(deadline=None, max_examples=60)
def test_any_ordinal_reads_back(n: int) -> None:
    assert one(KIND, say_ordinal(n)).number == n
