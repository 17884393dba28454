"""What a duration implies for the start, and how that lies to the stated starts."""

from datetime import date

import pytest
from reconcile_values import months, on, reading, year, years

from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Evidence
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT
from claimcheck.reconcile.derive import starts

DAY = date(2021, 10, 8)
STATED = (reading("004", year(2008)), reading("001", year(2007)), reading("000", year(2008)))


def derived(
    value: Value, day: date = DAY, stated: tuple[Evidence, ...] = STATED
) -> dict[str, tuple[Relation, str]]:
    (found,) = starts([reading("003", value)], "age", {"003": day}, stated, DEFAULT)
    return {c.right.text: (c.relation, c.reason) for c in found.comparisons}


def test_window_and_arithmetic() -> None:
    (found,) = starts([reading("003", years(13))], "age", {"003": DAY}, STATED, DEFAULT)
    assert (found.source_id, found.from_claim) == ("003", "age")
    assert found.wording == "9 October 2007 to 8 October 2008"
    assert found.arithmetic == "8 October 2021 less 13 to 14 years: 9 October 2007 to 8 October 2008"


def test_each_distinct_start_once_with_what_both_would_mean() -> None:
    assert derived(years(13)) == {
        "2008": (
            Relation.COMPATIBLE,
            "shares 282 days with 2008: "
            "both are right only if the start lies between 1 January and 8 October 2008",
        ),
        "2007": (
            Relation.TENSION,
            "shares 84 days with 2007: "
            "both are right only if the start lies between 9 October and 31 December 2007",
        ),
    }


def test_the_day_before_moves_the_window() -> None:
    found = derived(years(13), date(2021, 10, 7))
    assert found["2008"][1].startswith("shares 281 days")
    assert found["2007"][1].startswith("shares 85 days")


def test_a_date_inside_the_window() -> None:
    found = derived(years(13), stated=(reading("a", on(2007, 10, 22)), reading("b", on(2006, 3))))
    assert found["22 October 2007"][0] is Relation.WITHIN_PRECISION
    assert found["March 2006"][0] is Relation.DISCREPANT


def test_loose_senses_reach_further() -> None:
    found = derived(years(15, Hedge.ABOUT, "15 years or so"))
    assert found["2007"][0] is Relation.COMPATIBLE
    assert found["2008"][0] is Relation.TENSION


def test_a_longer_duration_bounds_the_start() -> None:
    found = derived(years(13, Hedge.MORE_THAN), stated=(reading("a", year(1999)), reading("b", year(2012))))
    assert found["1999"][0] is Relation.COMPATIBLE
    assert found["2012"][0] is Relation.DISCREPANT


def test_months() -> None:
    (found,) = starts([reading("a", months(6))], "age", {"a": DAY}, (), DEFAULT)
    assert found.wording == "9 March to 8 April 2021"
    assert found.comparisons == ()


@pytest.mark.parametrize(
    "value",
    [
        Value("duration", "13 hours", years(13).number, "hour"),
        Value("duration", "years", unit="year", hedge=Hedge.VAGUE),
    ],
)
def test_hours_and_vague_words_imply_nothing(value: Value) -> None:
    assert starts([reading("a", value)], "age", {"a": DAY}, STATED, DEFAULT) == ()


def test_no_day_no_window() -> None:
    assert starts([reading("a", years(13))], "age", {}, STATED, DEFAULT) == ()


def test_a_repeated_duration_implies_once() -> None:
    told = {"a": DAY, "b": DAY}
    readings = [reading("a", years(13)), reading("a", years(13)), reading("b", years(13)), reading("a", years(15))]
    assert [d.source_id for d in starts(readings, "age", told, STATED, DEFAULT)] == ["a", "b", "a"]
