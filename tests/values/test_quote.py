"""Quotations as values: one for what a sentence holds of a quotation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.values.quote import KIND


def quotes(text: str) -> list[tuple[str, str]]:
    return [(m.surface, str(m.value)) for m in cc.find_values(text, kinds=["quote"])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We will mend it,” Ruiz said.", [("We will mend it,", "“We will mend it”")]),
        ('"We will  mend it," Ruiz said.', [("We will  mend it,", "“We will mend it”")]),
        (
            "“It is broken. We will mend it,” Ruiz said.",
            [("It is broken.", "“It is broken.”"), ("We will mend it,", "“We will mend it”")],
        ),
        (
            "“It is broken,” Ruiz said, “and we will mend it.”",
            [("It is broken,", "“It is broken”"), ("and we will mend it.", "“and we will mend it.”")],
        ),
        ("The so-called “great bridge” is closed.", []),
        ("Nobody said a word.", []),
    ],
)
def test_quotations_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert quotes(text) == found


def test_the_speaker_is_kept() -> None:
    (mention,) = cc.find_values("“We will mend it by May,” Ana Ruiz said.", kinds=["quote"])
    assert mention.quotation is not None
    assert mention.quotation.speaker == "Ana Ruiz"


@pytest.mark.parametrize(
    "text", ["We will mend it", "“We will mend it”", '"We will mend it,"', "«We will mend it»"]
)
def test_marks_around_a_quote_do_not_matter(text: str) -> None:
    value = cc.read_value(text, "quote")
    assert str(value) == "“We will mend it”"
    assert cc.read_value(str(value), "quote") == value


@pytest.mark.parametrize("text", ["", "“”", "…", " ,"])
def test_what_is_no_quote(text: str) -> None:
    with pytest.raises(cc.InvalidValue, match="no words; write the words"):
        cc.read_value(text, "quote")


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="Wwe ill.,“”'\"‘’ \n1", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for mention in cc.find_values(text, kinds=["quote"]):
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert KIND.value(mention.value.normal) == mention.value
