"""Units: names and symbols, and conversion that is exact."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.tokens import tokenize
from claimcheck.grammar.units import UNITS, convert, unit_at


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kilometres", "kilometre"),
        ("kilometers", "kilometre"),
        ("km", "kilometre"),
        ("km/h", "kilometre per hour"),
        ("miles an hour", "mile per hour"),
        ("m.p.h.", "mile per hour"),
        ("square miles", "square mile"),
        ("sq ft", "square foot"),
        ("m2", "square metre"),
        ("m²", "square metre"),
        ("metric tons", "tonne"),
        ("tons", "ton"),
        ("feet", "foot"),
        ("lbs", "pound"),
        ("°C", "degree Celsius"),
        ("degrees Fahrenheit", "degree Fahrenheit"),
        ("kWh", "kilowatt-hour"),
        ("megawatts", "megawatt"),
        ("MW", "megawatt"),
        ("mW", "milliwatt"),
        ("µg", "microgram"),
        ("Mbps", "megabit per second"),
        ("barrels a day", "barrel per day"),
    ],
)
def test_spellings(text: str, name: str) -> None:
    tokens = tokenize(text)
    found = unit_at(tokens, 0)
    assert found is not None
    assert (found[0], found[1].name) == (len(tokens), name)


@pytest.mark.parametrize("text", ["pm", "people", "KMH", "percent", ""])
def test_other_words_are_no_units(text: str) -> None:
    assert unit_at(tokenize(text), 0) is None


def test_a_symbol_is_glued_together() -> None:
    found = unit_at(tokenize("ft 2"), 0)
    assert found is not None
    assert (found[0], found[1].name) == (1, "foot")


@pytest.mark.parametrize(
    ("number", "unit", "other", "result"),
    [
        ("1", "mile", "metre", "1609.344"),
        ("1", "pound", "kilogram", "0.45359237"),
        ("100", "degree Celsius", "degree Fahrenheit", "212"),
        ("-40", "degree Fahrenheit", "degree Celsius", "-40"),
        ("1", "acre", "square foot", "43560"),
        ("1", "gallon", "cubic inch", "231"),
        ("1", "barrel", "gallon", "42"),
        ("36", "kilometre per hour", "metre per second", "10"),
        ("2", "year", "month", "24"),
        ("2", "week", "day", "14"),
        ("1", "kilowatt-hour", "joule", "3600000"),
    ],
)
def test_conversion_is_exact(number: str, unit: str, other: str, result: str) -> None:
    assert convert(Decimal(number), unit, other) == Decimal(result)


@pytest.mark.parametrize(
    ("unit", "other"), [("mile", "kilogram"), ("mile", "cubit"), ("", "mile"), ("year", "day")]
)
def test_what_cannot_be_converted(unit: str, other: str) -> None:
    assert convert(Decimal(1), unit, other) is None


@given(st.sampled_from(sorted(UNITS)), st.decimals(-(10**6), 10**6, places=3))
@settings(deadline=None)
def test_a_unit_converts_to_itself_unchanged(name: str, number: Decimal) -> None:
    assert convert(number, name, name) == number


def test_other_meanings_are_units_of_the_same_dimension() -> None:
    for unit in UNITS.values():
        for other in unit.others:
            assert UNITS[other].dimension == unit.dimension
            assert unit.why
