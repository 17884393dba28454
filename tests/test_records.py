"""Named tuples built at once, and what a word is to the calendar."""

from typing import NamedTuple

import pytest

from claimcheck.grammar.calendar import marks
from claimcheck.grammar.calendar.marks import marker
from claimcheck.grammar.hedges import Hedged
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numeral import Numeral
from claimcheck.grammar.records import record
from claimcheck.grammar.standing import is_plain_day, is_plain_year
from claimcheck.grammar.tokens import tokenize
from claimcheck.grammar.unit import Quantity, Unit
from claimcheck.mentions import find
from claimcheck.model.text import Context
from claimcheck.values import KINDS


class _Pair(NamedTuple):
    left: int
    right: str = ""


def test_a_record_is_the_named_tuple_with_these_fields() -> None:
    assert record(_Pair, (1, "a")) == _Pair(1, "a")
    assert type(record(_Pair, (1, "a"))) is _Pair
    assert record(_Pair, (1, "a"))._asdict() == {"left": 1, "right": "a"}


@pytest.mark.parametrize(("made", "fields"), [(Numeral, 10), (Hedged, 3), (Found, 6), (Unit, 6), (Quantity, 7)])
def test_records_have_the_fields_that_their_makers_give(made: type[tuple[object, ...]], fields: int) -> None:
    assert len(getattr(made, "_fields", ())) == fields


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("year", marks.UNIT | marks.TRIGGER),
        ("weeks", marks.UNIT),
        ("may", marks.TRIGGER),
        ("an", marks.ONE),
        ("in", marks.IN),
        ("20211008", marks.FIGURES),
        ("2021", 0),
        ("thirties", marks.TENS),
        ("daylong", marks.LASTING),
        ("aged", marks.AGE),
        ("council", 0),
    ],
)
def test_marks(word: str, told: int) -> None:
    assert marker({"year", "may"})(word) == told


@pytest.mark.parametrize(
    ("text", "at", "plain"),
    [
        ("they met between 1999 and 2004, and left", 3, True),
        ("they met between 1999 and 2004, and left", 5, True),
        ("the years 1999.", 2, True),
        ("between 1999 and 2004 houses", 1, False),  # they may be counted
        ("1999", 0, False),  # a text of its own
        ("about 1999.", 1, False),
        ("some, 1999.", 2, False),
        ("with 1999, or more", 1, False),  # a hedge behind the comma
        ("an average of 1999.", 3, False),
    ],
)
def test_a_plain_year_closes_its_phrase_without_a_hedge(text: str, at: int, plain: bool) -> None:
    assert is_plain_year(tokenize(text), at) is plain


@pytest.mark.parametrize(
    ("text", "at", "plain"),
    [
        ("left on November 21.", 3, True),
        ("left on November 21, then", 3, True),
        ("of November 21 or more", 2, False),
        ("they may 21.", 2, False),
        ("lost 21.", 1, False),
    ],
)
def test_a_plain_day_closes_its_phrase_behind_its_month(text: str, at: int, plain: bool) -> None:
    assert is_plain_day(tokenize(text), at) is plain


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("It had 1999, or more, of them.", ["at least 1,999"]),
        ("From 5 to 2004.", ["between 5 and 2,004"]),
        ("It sold 40 to 1950 houses in 1999, and 7 in March.", ["between 40 houses and 1,950 houses", "7"]),
        ("They met between 1999 and 2004, and on November 21.", []),
    ],
)
def test_years_and_days_are_left_out_of_counts_only_where_they_are_plain(text: str, counts: list[str]) -> None:
    found = find(text, KINDS, Context())
    assert [str(m.value) for m in found if m.kind == "count"] == counts
