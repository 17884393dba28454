"""What values of the model say of themselves in a console."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from claimcheck.model.claim import Weight
from claimcheck.model.text import Document, Source, Span
from claimcheck.model.told import Told


def test_every_field_is_told_by_name() -> None:
    assert repr(Span(1, 12)) == "Span(start=1, end=12)"
    assert (
        repr(Weight("cue", "since beside 2008", 30.0))
        == "Weight(what='cue', detail='since beside 2008', points=30.0)"
    )


def test_a_long_text_is_told_in_short() -> None:
    document = Document(Source("a", "a.txt", published=date(2021, 10, 8)), "x" * 1000)
    assert "text=<1000 characters>" in repr(document)
    assert "published=datetime.date(2021, 10, 8)" in repr(document)


@pytest.mark.parametrize("shown", [True, False, str.upper])
def test_it_tells_what_attrs_would(shown: bool | Callable[[Any], str]) -> None:
    fields = {"first": attrs.field(), "second": attrs.field(repr=shown, default="abc")}
    ours = attrs.make_class("Pair", dict(fields), bases=(Told,), repr=False, frozen=True, slots=True)
    theirs = attrs.make_class("Pair", dict(fields), frozen=True, slots=True)
    assert repr(ours(1)) == repr(theirs(1))
    assert repr(ours(theirs(Span(0, 1)))) == repr(theirs(ours(Span(0, 1))))
