"""Senses: each line of the table on the semantics page, and its laws."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_values import FAMILIES, FULL, between, count, on, usd, vague, year, years

from claimcheck.grammar.calendar import days, days_of_month, days_of_year, days_of_years
from claimcheck.grammar.senses import senses
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, SenseKind, Value
from claimcheck.policy import DEFAULT, Policy


def said(value: Value, policy: Policy = DEFAULT, rounding: Decimal | None = None) -> list[tuple[str, str]]:
    return [(sense.kind.value, str(sense.interval)) for sense in senses(value, policy, rounding)]


TABLE = [
    # bare, with a stated step: half a step to each side, at most 5 %
    (usd("3.3E9"), [("ordinary", "[3250000000, 3350000000)")]),
    (usd("3E9"), [("ordinary", "[2850000000, 3150000000)"), ("loose", "[2500000000, 3500000000)")]),
    (usd("7.50", "0.01"), [("ordinary", "[7.495, 7.505)")]),
    (usd("0", "0.1"), [("ordinary", "{0}"), ("loose", "[-0.05, 0.05)")]),
    # bare unscaled integers are exact; their zeros license a loose sense
    (count(9052), [("ordinary", "{9052}")]),
    (count(93000), [("ordinary", "{93000}"), ("loose", "[92500, 93500)")]),
    (count(300), [("ordinary", "{300}"), ("loose", "[285, 315)")]),
    (count(30), [("ordinary", "{30}")]),
    # about: a step to each side, at most 10 %
    (usd("3.3E9", hedge=Hedge.ABOUT), [("ordinary", "[3200000000, 3400000000]")]),
    (
        usd("3E9", hedge=Hedge.ABOUT),
        [("ordinary", "[2700000000, 3300000000]"), ("loose", "[2000000000, 4000000000]")],
    ),
    (count(127, hedge=Hedge.ABOUT), [("ordinary", "[126, 128]")]),
    (
        Value("count", "about a quarter", Decimal("0.25"), hedge=Hedge.ABOUT),
        [("ordinary", "[0.225, 0.275]")],
    ),
    # nearly: a step below
    (usd("3.3E9", hedge=Hedge.NEARLY), [("ordinary", "[3200000000, 3300000000)")]),
    (
        usd("3E9", hedge=Hedge.NEARLY),
        [("ordinary", "[2700000000, 3000000000)"), ("loose", "[2000000000, 3000000000)")],
    ),
    # bounds: a step beyond, and literally everything beyond
    (count(127, hedge=Hedge.MORE_THAN), [("ordinary", "(127, 128]"), ("logical", "(127, ∞)")]),
    (count(127, hedge=Hedge.AT_LEAST), [("ordinary", "[127, 128]"), ("logical", "[127, ∞)")]),
    (count(127, hedge=Hedge.LESS_THAN), [("ordinary", "[126, 127)"), ("logical", "(−∞, 127)")]),
    (count(127, hedge=Hedge.AT_MOST), [("ordinary", "[126, 127]"), ("logical", "(−∞, 127]")]),
    (
        usd("3E9", hedge=Hedge.MORE_THAN),
        [
            ("ordinary", "(3000000000, 3300000000]"),
            ("loose", "(3000000000, 4000000000]"),
            ("logical", "(3000000000, ∞)"),
        ],
    ),
    (count(0, hedge=Hedge.MORE_THAN), [("ordinary", "(0, 1]"), ("logical", "(0, ∞)")]),
    # ranges and vague words
    (between("3E9", "4E9"), [("ordinary", "[3000000000, 4000000000]")]),
    (vague("2E8", "1E9"), [("ordinary", "[200000000, 1000000000)")]),
    # durations
    (years(13), [("ordinary", "[13, 14)")]),
    (years(3, completed=False), [("ordinary", "{3}")]),
    (years(13, Hedge.ABOUT), [("ordinary", "[12, 14]")]),
    (years(15, Hedge.ABOUT), [("ordinary", "[14, 16]"), ("loose", "[12.5, 17.5]")]),
    (years(10, Hedge.MORE_THAN), [("ordinary", "(10, 11]"), ("logical", "(10, ∞)")]),
    (years(10, Hedge.NEARLY), [("ordinary", "[9, 10)")]),
    (years(200, Hedge.ABOUT), [("ordinary", "[180, 220]"), ("loose", "[100, 300]")]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), TABLE, ids=[v.normal for v, _ in TABLE])
def test_table(value: Value, expected: list[tuple[str, str]]) -> None:
    assert said(value) == expected


DAYS = [
    (year(2008), days_of_year(2008)),
    (on(2021, 10), days_of_month(2021, 10)),
    (year(2007, Hedge.ABOUT), days_of_years(2006, 2008)),
    (year(2008, Hedge.LESS_THAN), days_of_year(2007)),
    (year(2008, Hedge.AT_MOST), days_of_years(2007, 2008)),
    (year(2008, Hedge.MORE_THAN), days_of_year(2009)),
    (year(2008, Hedge.AT_LEAST), days_of_years(2008, 2009)),
    (evolve(on(2021, 3), hedge=Hedge.LESS_THAN), days_of_month(2021, 2)),
    (evolve(on(2021, 12, 1), hedge=Hedge.AT_MOST), days(738124, 738126)),
]


@pytest.mark.parametrize(("value", "ordinary"), DAYS, ids=[v.normal for v, _ in DAYS])
def test_dates_count_days(value: Value, ordinary: Interval) -> None:
    assert senses(value, DEFAULT)[0].interval == ordinary


def test_bounds_on_dates_are_literally_unbounded() -> None:
    start, end = days_of_year(2008).low, days_of_year(2008).high
    assert start is not None
    assert end is not None
    for hedge, interval in [
        (Hedge.LESS_THAN, Interval.up_to(start, closed=False)),
        (Hedge.AT_MOST, Interval.up_to(end, closed=False)),
        (Hedge.MORE_THAN, Interval.from_(end)),
        (Hedge.AT_LEAST, Interval.from_(start)),
    ]:
        assert senses(year(2008, hedge), DEFAULT)[-1].interval == interval


def test_rounding_is_the_policys_or_the_claims() -> None:
    three = usd("3E9")
    assert said(three, rounding=FULL) == [("ordinary", "[2500000000, 3500000000)")]
    assert said(three, rounding=Decimal(0))[0] == ("ordinary", "{3000000000}")
    assert said(three, Policy(rounding_cap=FULL)) == said(three, rounding=FULL)
    assert said(count(93000), rounding=Decimal(0)) == [("ordinary", "{93000}")]


@pytest.mark.parametrize("hedge", [Hedge.NONE, Hedge.ABOUT, Hedge.NEARLY, Hedge.MORE_THAN, Hedge.AT_MOST])
def test_numbers_of_any_length_keep_their_digits(hedge: Hedge) -> None:
    digits = "1" * 60 + ".5"
    value = Value("count", digits, Decimal(digits), step=Decimal("0.1"), step_stated=True, hedge=hedge)
    interval = senses(value, DEFAULT)[0].interval
    assert interval.low is not None
    assert interval.high is not None
    assert interval.low < interval.high


def test_no_number_no_sense() -> None:
    assert senses(Value("count", "a record number of deaths", noun="death", hedge=Hedge.VAGUE), DEFAULT) == ()
    assert senses(Value("date", "last year", unit="day"), DEFAULT) == ()


@settings(deadline=None, max_examples=200)
@given(st.one_of(*FAMILIES))
def test_ordinary_first_and_inside_its_own_loose_senses(value: Value) -> None:
    found = senses(value, DEFAULT)
    assert found[0].kind is SenseKind.ORDINARY
    assert all(sense.kind is not SenseKind.ORDINARY for sense in found[1:])
    assert all(found[0].interval.inside(sense.interval) for sense in found[1:])
    assert all(sense.reason for sense in found)


@settings(deadline=None, max_examples=200)
@given(st.one_of(*FAMILIES), st.decimals(0, 1, places=2), st.decimals(0, 1, places=2))
def test_a_higher_cap_never_narrows(value: Value, one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert senses(value, DEFAULT, low)[0].interval.inside(senses(value, DEFAULT, high)[0].interval)
    assert senses(value, DEFAULT, high)[0].interval.inside(senses(value, DEFAULT, FULL)[0].interval)
