"""Wording of amounts, shares, intervals and plurals."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_values import FAMILIES, on, usd, years

from claimcheck.grammar.senses import senses
from claimcheck.grammar.wording import plural, say_amount, say_interval, say_number, say_sense, say_share
from claimcheck.model.interval import Interval
from claimcheck.model.value import Value
from claimcheck.policy import DEFAULT


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ("0", "0 %"),
        ("0.05", "5 %"),
        ("0.025", "2.5 %"),
        ("0.0909090909", "9 %"),
        ("0.1333333", "13 %"),
        ("1.5", "150 %"),
        ("0.00416", "0.42 %"),
        ("0.00001", "less than 0.01 %"),
        ("12.3456", "1,235 %"),
    ],
)
def test_share(share: str, said: str) -> None:
    assert say_share(Decimal(share)) == said


@pytest.mark.parametrize(
    ("number", "unit", "noun", "said"),
    [
        ("3.3E9", "USD", "", "$3.3 billion"),
        ("2.5E9", "EUR", "", "€2.5 billion"),
        ("5E9", "MXN", "", "MXN 5 billion"),
        ("93000", "", "death", "93,000 deaths"),
        ("1", "", "person", "1 person"),
        ("300000", "", "person", "300,000 people"),
        ("1", "year", "", "1 year"),
        ("13", "year", "", "13 years"),
        ("1.3", "ton", "opioid", "1.3 ton opioids"),
        ("45.50", "percent", "", "45.5 %"),
        ("-2.5", "percent", "", "−2.5 %"),
        ("-4E6", "USD", "", "−$4 million"),
        ("1234567", "", "", "1,234,567"),
        ("1.5E6", "", "vote", "1.5 million votes"),
        ("0.333333333", "", "", "0.333333"),
        ("0", "USD", "", "$0"),
    ],
)
def test_amount(number: str, unit: str, noun: str, said: str) -> None:
    assert say_amount(Decimal(number), unit, noun) == said


def test_a_gap_shares_the_scale_of_the_larger_number() -> None:
    assert say_amount(Decimal("3E8"), "USD", like=Decimal("3.3E9")) == "$0.3 billion"
    assert say_amount(Decimal("200"), like=Decimal(93200)) == "200"


@pytest.mark.parametrize(
    ("interval", "unit", "said"),
    [
        (Interval.closed(Decimal("2.85E9"), Decimal("3.15E9")), "USD", "$2.85 to $3.15 billion"),
        (Interval.closed(Decimal("2E8"), Decimal("1E9")), "USD", "$0.2 to $1 billion"),
        (Interval.closed(Decimal(900), Decimal("2E6")), "", "900 to 2 million"),
        (Interval.half_open(Decimal(13), Decimal(14)), "year", "13 to 14 years"),
        (Interval.point(Decimal(13)), "year", "13 years"),
        (Interval.from_(Decimal(5)), "percent", "at least 5 %"),
        (Interval.from_(Decimal(5), closed=False), "percent", "more than 5 %"),
        (Interval.up_to(Decimal(5)), "percent", "at most 5 %"),
        (Interval.up_to(Decimal(5), closed=False), "percent", "less than 5 %"),
        (Interval(None, None, False, False), "USD", "any amount"),
    ],
)
def test_interval(interval: Interval, unit: str, said: str) -> None:
    assert say_interval(interval, unit) == said


def test_sense_of_a_date_is_written_as_days() -> None:
    month = on(2021, 10)
    assert month.extent is not None
    assert say_sense(month.extent, month) == "October 2021"
    assert say_sense(Interval.point(Decimal(13)), years(13)) == "13 years"
    assert say_sense(Interval.point(Decimal("3E9")), usd("3E9")) == "$3 billion"


def test_a_duration_in_days_is_no_date() -> None:
    days = Value("duration", "3 days", Decimal(3), "day", step=Decimal(1))
    assert say_sense(Interval.point(Decimal(3)), days) == "3 days"


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("year", "years"),
        ("agency", "agencies"),
        ("day", "days"),
        ("inch", "inches"),
        ("foot", "feet"),
        ("drug overdose death", "drug overdose deaths"),
        ("box", "boxes"),
        ("person", "people"),
        ("y", "ys"),
    ],
)
def test_plural(noun: str, said: str) -> None:
    assert plural(noun) == said


@settings(deadline=None, max_examples=200)
@given(st.one_of(*FAMILIES))
def test_every_sense_can_be_written(value: Value) -> None:
    for sense in senses(value, DEFAULT):
        assert say_sense(sense.interval, value)


@settings(deadline=None, max_examples=300)
@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3), st.sampled_from(["", "USD", "year", "percent"])
)
def test_any_number_can_be_written_without_an_exponent(number: Decimal, unit: str) -> None:
    said = say_amount(number, unit)
    assert "E" not in said
    assert ("−" in said) is (number < 0)


@pytest.mark.parametrize(
    ("number", "said"),
    [("0.5", "1/2"), ("0.0002", "1/5000"), ("0.00001", "1/100000"), ("1.25", "1 1/4"), ("2", "2")],
)
def test_fractions(number: str, said: str) -> None:
    assert say_number(Decimal(number)) == said
