"""Folding keeps its offsets, typing errors are told from other words, differences are shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.similarity import (
    alike,
    close_words,
    differences,
    fold,
    fold_mapped,
    likeness,
    nearest_stretch,
    slips_allowed,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Mérida”", '"merida"'),
        ("O’Brien – ‘so’", "o'brien - 'so'"),
        ("word—word", "word - word"),
        ("a\N{NO-BREAK SPACE}b\N{ZERO WIDTH SPACE}c", "a bc"),
        ("e\N{COMBINING ACUTE ACCENT}t\N{COMBINING GRAVE ACCENT}", "et"),
        ("Straße, Łódź, Øre", "strasse, lodz, ore"),
        ("½ … ﬁn", "1⁄2 ... fin"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


_ANY = st.text(max_size=60)


@settings(deadline=None, max_examples=200)
@given(_ANY)
def test_folding_keeps_the_way_back(text: str) -> None:
    mapped = fold_mapped(text)
    assert mapped.text == fold(text)
    assert len(mapped.offsets) == len(mapped.text) + 1
    assert list(mapped.offsets) == sorted(mapped.offsets)
    for i, character in enumerate(mapped.text):
        assert character in fold(mapped.span(i, i + 1).of(text))


@settings(deadline=None, max_examples=100)
@given(_ANY)
def test_folding_twice_is_folding_once_for_letters(text: str) -> None:
    letters = "".join(c for c in text if c.isalpha())
    assert fold(fold(letters)) == fold(letters)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("anthony", "antony", True),
        ("merida", "meridia", True),
        ("initiative", "inititaive", True),
        ("appropriation", "apropriatoin", True),
        ("cartel", "martel", False),
        ("army", "arms", False),
        ("2007", "2008", False),
        ("10000", "10001", False),
        ("", "a", False),
        ("same", "same", True),
    ],
)
def test_alike(left: str, right: str, expected: bool) -> None:
    assert alike(left, right) is expected
    assert alike(right, left) is expected


@pytest.mark.parametrize(("word", "slips"), [("war", 0), ("merida", 1), ("initiative", 2), ("h2o2h2o2", 0)])
def test_slips_allowed(word: str, slips: int) -> None:
    assert slips_allowed(word) == slips


def test_close_words() -> None:
    found = close_words(("harbor", "pier", "unheard"), ["harbour", "harbor", "piers", "arbour"])
    assert found == {"harbor": ("harbour",)}


def test_nearest_stretch() -> None:
    text = "the old bridge was mended in may"
    stretch = nearest_stretch("old brigde was", text, 80)
    assert stretch is not None
    assert "bridge" in text[stretch.start : stretch.end]
    assert nearest_stretch("no such thing here", text, 80) is None
    assert nearest_stretch("", text, 0) is None


def test_a_wording_longer_than_the_text() -> None:
    assert nearest_stretch("an old bridge over the river", "a river", 75) is None
    stretch = nearest_stretch("an old bridges", "an old bridge", 75)
    assert stretch is not None
    assert stretch.score == likeness("an old bridges", "an old bridge")


def test_differences() -> None:
    told = [
        (d.left, d.right) for d in differences("It cost “about” $3 million", 'it cost "nearly" $3 million now')
    ]
    assert told == [("“about”", '"nearly"'), ("", "now")]
