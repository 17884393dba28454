"""Relation, gap and reason of two readings: the worked table of the semantics page, and many cases beside it."""

from decimal import Decimal

import pytest
from attrs import evolve
from reconcile_values import FULL, between, count, months, on, side, usd, vague, year, years

from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT, Policy
from claimcheck.reconcile.relation import relate

EXACT, WITHIN, COMPATIBLE = Relation.EXACT, Relation.WITHIN_PRECISION, Relation.COMPATIBLE
TENSION, DISCREPANT, NOT = Relation.TENSION, Relation.DISCREPANT, Relation.NOT_COMPARABLE

ABOUT, NEARLY, MORE, LEAST = Hedge.ABOUT, Hedge.NEARLY, Hedge.MORE_THAN, Hedge.AT_LEAST
LESS, MOST = Hedge.LESS_THAN, Hedge.AT_MOST


def percent(number: str, hedge: Hedge = Hedge.NONE) -> Value:
    n = Decimal(number)
    exponent = int(n.as_tuple().exponent)
    return Value(
        "percent", f"{number} percent", n, "percent", step=Decimal(1).scaleb(exponent), step_stated=exponent < 0,
        hedge=hedge,
    )  # fmt: skip


def related(left: Value, right: Value, policy: Policy = DEFAULT) -> Comparison:
    """The relation, having made sure that it does not depend on the order."""
    found = relate(side(left, policy), side(right, policy), policy)
    assert relate(side(right, policy), side(left, policy), policy).flipped() == found
    return found


RECORD = Value("count", "a record number of deaths", noun="death", hedge=Hedge.VAGUE)

WORKED = [
    (usd("3.3E9", hedge=ABOUT), usd("3E9"), DISCREPANT),
    (usd("3.3E9", hedge=ABOUT), usd("3E9", hedge=MORE), COMPATIBLE),
    (usd("3E9", hedge=MORE), usd("3E9"), COMPATIBLE),
    (years(13), years(13, words="13-year-old"), EXACT),
    (years(13), years(15, ABOUT, "15 years or so"), TENSION),
    (year(2007), year(2008), DISCREPANT),
    (count(93000, "death"), RECORD, NOT),
]

CASES = [
    # the same number
    (usd("3E9"), usd("3E9"), EXACT),
    (usd("3E9"), usd("3E9", "1"), EXACT),
    (usd("3E9", hedge=MORE), usd("3E9", hedge=MORE), EXACT),
    (vague("2E8", "1E9"), vague("2E8", "1E9"), EXACT),
    (between("3E9", "4E9"), between("3E9", "4E9"), EXACT),
    (years(13), years(13, completed=False), EXACT),
    # one sense inside the other
    (usd("3.3E9", hedge=ABOUT), usd("3.3E9"), WITHIN),
    (usd("3E9"), usd("3.1E9"), WITHIN),
    (usd("2.9E9", "1E6"), usd("3E9"), WITHIN),
    (between("3E9", "4E9"), usd("3.3E9"), WITHIN),
    (between("3E9", "4E9"), between("3.2E9", "3.5E9"), WITHIN),
    (years(13), years(13, ABOUT), WITHIN),
    (count(127, hedge=ABOUT), count(128), WITHIN),
    (on(2008, 10), year(2008), WITHIN),
    (on(2008, 10, 8), on(2008, 10), WITHIN),
    (year(2007, ABOUT), year(2008), WITHIN),
    (years(13), months(160), WITHIN),
    # overlap
    (usd("3.3E9", hedge=ABOUT), usd("3.2E9", hedge=ABOUT), COMPATIBLE),
    (between("3E9", "4E9"), between("3.9E9", "6E9"), TENSION),
    (between("3E9", "4E9"), between("3.4E9", "6E9"), COMPATIBLE),
    # only loosely
    (years(13), years(14, ABOUT), WITHIN),
    (years(12), years(14, ABOUT), DISCREPANT),
    (count(93000), count(93200), TENSION),
    (usd("3E9", hedge=ABOUT), usd("3.5E9"), TENSION),
    # apart
    (count(127), count(128), DISCREPANT),
    (count(127), count(130), DISCREPANT),
    (count(9052), count(6673), DISCREPANT),
    (usd("2.6E9"), usd("3E9"), DISCREPANT),
    (years(13), years(14), DISCREPANT),
    (years(13), months(168), DISCREPANT),
    (percent("45"), percent("47"), DISCREPANT),
    (on(2021, 10, 8), on(2021, 10, 7), DISCREPANT),
    (on(2008, 1), year(2007), DISCREPANT),
    # a bound and its own number
    (count(127, hedge=MORE), count(127), DISCREPANT),
    (count(127, hedge=LESS), count(127), DISCREPANT),
    (count(127, hedge=LEAST), count(127), COMPATIBLE),
    (count(127, hedge=MOST), count(127), COMPATIBLE),
    (count(130, hedge=MORE), count(130), DISCREPANT),
    (count(1300, hedge=MORE), count(1300), COMPATIBLE),
    (usd("3.3E9", hedge=MORE), usd("3.3E9"), COMPATIBLE),
    (usd("78.6E6", hedge=MORE), usd("78.6E6"), DISCREPANT),
    (percent("7.5", hedge=MORE), percent("7.5"), DISCREPANT),
    (year(2008, LESS), year(2008), DISCREPANT),
    (year(2008, MOST), year(2008), COMPATIBLE),
    # a bound and another number
    (count(127, hedge=MORE), count(130), COMPATIBLE),
    (count(127, hedge=MORE), count(120), DISCREPANT),
    (count(100, hedge=MORE), count(500), COMPATIBLE),
    (count(127, hedge=LESS), count(120), COMPATIBLE),
    (count(127, hedge=MORE), count(127, hedge=ABOUT), COMPATIBLE),
    (usd("3E9", hedge=MORE), usd("2.9E9"), DISCREPANT),
    (usd("3E9", hedge=LESS), usd("2.9E9"), COMPATIBLE),
    (year(2008, LESS), year(1999), COMPATIBLE),
    (year(2008, LESS), year(2009), DISCREPANT),
    (on(2021, 12, 1), evolve(on(2021, 12, 1), hedge=MOST), COMPATIBLE),
    # two bounds: what they suggest decides
    (count(127, hedge=MORE), count(127, hedge=LEAST), COMPATIBLE),
    (usd("3E9", hedge=MORE), usd("3.2E9", hedge=MORE), COMPATIBLE),
    (usd("3E9", hedge=MORE), usd("3.6E9", hedge=MORE), DISCREPANT),
    (count(127, hedge=MORE), count(145, hedge=MORE), DISCREPANT),
    (count(300, hedge=MORE), count(200, hedge=LESS), DISCREPANT),
    (count(104, hedge=MORE), count(198, hedge=LESS), TENSION),
    (count(291, hedge=MORE), count(299, hedge=LESS), COMPATIBLE),
    # vague words admit, no better
    (vague("2E8", "1E9"), usd("3E8"), COMPATIBLE),
    (vague("2E8", "1E9"), usd("3E9"), DISCREPANT),
    (vague("2E8", "1E9"), vague("2E8", "1E12"), COMPATIBLE),
    (vague("2E8", "1E9"), usd("3E8", hedge=MORE), COMPATIBLE),
    # no comparison
    (usd("3E9"), usd("3E9", unit="MXN"), NOT),
    (usd("3E9"), count(3), NOT),
    (count(3, "dog"), count(3, "cat"), NOT),
    (years(13), Value("duration", "13 hours", Decimal(13), "hour", step=Decimal(1)), NOT),
    (year(2008), Value("date", "last year", unit="day"), NOT),
]


def _ids(rows: list[tuple[Value, Value, Relation]]) -> list[str]:
    return [f"{a.normal} / {b.normal}" for a, b, _ in rows]


@pytest.mark.parametrize(("left", "right", "relation"), WORKED, ids=_ids(WORKED))
def test_worked_table(left: Value, right: Value, relation: Relation) -> None:
    assert related(left, right).relation is relation


@pytest.mark.parametrize(("left", "right", "relation"), CASES, ids=_ids(CASES))
def test_cases(left: Value, right: Value, relation: Relation) -> None:
    assert related(left, right).relation is relation


REASONS = [
    (
        usd("3.3E9", hedge=ABOUT),
        usd("3E9"),
        "differ by $0.3 billion (9 %); "
        "3.3 rounds to 3 at one digit, but that is more than the 5 % cap on rounding",
    ),
    (
        usd("3.3E9", hedge=ABOUT),
        usd("3E9", hedge=MORE),
        "“more than $3 billion” admits about $3.3 billion, $0.3 billion (9 %) from its bound",
    ),
    (
        usd("3E9", hedge=MORE),
        usd("3E9"),
        "$3 billion is a round figure, which “more than $3 billion” may be rounded to",
    ),
    (years(13), years(13, words="13-year-old"), "both say 13 years"),
    (
        years(13),
        years(15, ABOUT, "15 years or so"),
        "differ by 2 years (13 %); only 13 years (13 to 14 years) would meet 15 years or so (12.5 to 17.5 years) "
        "taken loosely",
    ),
    (year(2007), year(2008), "differ by 1 year"),
    (on(2021, 10, 8), on(2021, 10, 6), "differ by 2 days"),
    (on(2021, 10), on(2022, 1), "differ by 3 months"),
    (on(2008, 10), year(2008), "October 2008 lies within 2008"),
    (count(127, hedge=MORE), count(127), "127 critics is an exact figure, and not “more than 127 critics”"),
    (count(127, hedge=MORE), count(120), "120 critics is not “more than 127 critics”: they differ by 7 (6 %)"),
    (count(9052, "arrest"), count(6673, "arrest"), "differ by 2,379 (26 %)"),
    (percent("45"), percent("47"), "differ by 2 percentage points (4 %)"),
    (usd("3E9"), usd("3.1E9"), "$3 billion covers $2.85 to $3.15 billion, which holds $3.1 billion"),
    (between("3E9", "4E9"), between("3.9E9", "6E9"), None),
    (usd("3E9"), usd("3E9", unit="MXN"), "different currencies: MXN and USD, and no rate is given"),
    (count(3, "dog"), count(3, "cat"), "different things counted: cat and dog"),
    (count(93000, "death"), RECORD, "“a record number of deaths” gives no number"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "reason"), REASONS)
def test_reasons(left: Value, right: Value, reason: str | None) -> None:
    found = related(left, right).reason
    assert found == reason if reason else "share" in found


def test_gap_is_between_the_written_numbers() -> None:
    found = related(usd("3.3E9", hedge=ABOUT), usd("3E9"))
    assert (found.gap, found.unit) == (Decimal("3E8"), "USD")
    assert found.gap_share is not None
    assert round(found.gap_share, 4) == Decimal("0.0909")


def test_years_have_a_gap_but_no_share() -> None:
    found = related(year(2007), year(2010))
    assert (found.gap, found.unit, found.gap_share) == (Decimal(3), "year", None)


def test_gap_of_a_range_is_to_its_nearest_end() -> None:
    assert related(between("3E9", "4E9"), usd("5E9")).gap == Decimal("1E9")
    assert related(between("3E9", "4E9"), usd("3.5E9")).gap == 0


def test_gap_after_conversion_is_in_the_smaller_unit() -> None:
    found = related(years(13), months(168))
    assert (found.gap, found.unit) == (Decimal(12), "month")


def length(number: str, unit: str) -> Value:
    n = Decimal(number)
    stated = "." in number
    step = Decimal(1).scaleb(int((n if stated else n.normalize()).as_tuple().exponent))
    return Value("measure", f"{number} {unit}s", n, unit, step=step, step_stated=stated)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (length("1.5", "kilometre"), length("1500", "metre"), EXACT),
        (length("62", "mile"), length("100", "kilometre"), WITHIN),
        (length("6", "foot"), length("1.83", "metre"), WITHIN),
        (length("6", "foot"), length("1.95", "metre"), DISCREPANT),
        (length("100", "kilometre"), length("101", "kilometre"), TENSION),
        (length("6", "foot"), length("6", "kilogram"), NOT),
    ],
)
def test_measures_are_converted(left: Value, right: Value, relation: Relation) -> None:
    assert related(left, right).relation is relation


def test_two_zeros_have_no_share() -> None:
    assert related(count(0), count(0)).gap_share is None


@pytest.mark.parametrize("cap", [Decimal(0), Decimal("0.05"), FULL])
def test_the_cap_on_rounding_decides(cap: Decimal) -> None:
    found = related(usd("3.3E9"), usd("3E9"), Policy(rounding_cap=cap))
    assert found.relation is (WITHIN if cap == FULL else DISCREPANT)
    if cap == 0:
        assert found.reason.endswith("but no rounding is allowed here")


def test_rounding_that_does_not_explain_is_not_named() -> None:
    assert "round" not in related(usd("4.3E9"), usd("3E9")).reason


def test_matched_nouns_are_no_obstacle() -> None:
    left, right = side(count(126, "critic")), side(count(128, "review"))
    assert relate(left, right, DEFAULT).relation is NOT
    assert relate(left, right, DEFAULT, matched=True).relation is DISCREPANT
    assert relate(left, side(count(126, "film critic")), DEFAULT).relation is EXACT


def test_senses_are_worked_out_where_a_side_has_none() -> None:
    left, right = side(usd("3.3E9")), side(usd("3E9"))
    bare = relate(evolve(left, senses=()), evolve(right, senses=()), DEFAULT)
    assert bare.reason == relate(left, right, DEFAULT).reason


def test_no_value_is_not_comparable() -> None:
    assert relate(evolve(side(count(3)), value=None), side(count(3)), DEFAULT).relation is NOT


def test_senses_that_a_side_carries_decide() -> None:
    wide = side(count(3))
    wide = evolve(wide, senses=(evolve(wide.senses[0], interval=Interval.closed(Decimal(2), Decimal(4))),))
    assert relate(wide, side(count(4)), DEFAULT).relation is WITHIN
