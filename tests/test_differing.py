"""Which words of a wording another lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reports.html.differing import differing


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("we will not wait", "we will wait", ("not",)),
        ("we will wait", "we will not wait", ()),
        ("It’s time for a new way", "it's time for a better way", ("new",)),
        ("Anthony Blinken", "Antony Blinken", ("Anthony",)),
        ("Mérida", "Merida", ()),
        ("a wholly other thing", "nothing in common", ("a wholly other thing",)),
        ("", "x", ()),
    ],
)
def test_words_that_the_other_lacks(text: str, other: str, expected: tuple[str, ...]) -> None:
    assert tuple(piece for piece, differs in differing(text, other) if differs) == expected


@given(st.text(), st.text())
def test_pieces_are_the_text(text: str, other: str) -> None:
    assert "".join(piece for piece, _ in differing(text, other)) == text
    assert not any(differs for _, differs in differing(text, text))
