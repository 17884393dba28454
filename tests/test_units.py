"""Units: names and symbols, and conversion that is exact."""

import re
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


PINT = {
    "ton": "short_ton",
    "short ton": "short_ton",
    "long ton": "long_ton",
    "tonne": "metric_ton",
    "calorie": "thermochemical_calorie",
    "kilocalorie": "kilothermochemical_calorie",
    "British thermal unit": "Btu_it",
    "fluid ounce": "fluid_ounce",
    "imperial gallon": "imperial_gallon",
    "imperial pint": "imperial_pint",
    "troy ounce": "troy_ounce",
    "light-year": "light_year",
    "astronomical unit": "astronomical_unit",
    "nautical mile": "nautical_mile",
    "acre-foot": "acre_foot",
    "atmosphere": "standard_atmosphere",
    "barrel": "oil_barrel",
    "hundredweight": "US_hundredweight",
    "metric horsepower": "metric_horsepower",
    "watt-hour": "watt_hour",
    "electronvolt": "electron_volt",
    "pound-foot": "foot * force_pound",
    "pound per square inch": "force_pound / inch ** 2",
    "kilopound per square inch": "1000 * force_pound / inch ** 2",
    "degree Celsius": "delta_degC",
    "degree Fahrenheit": "delta_degF",
}
"""What pint calls a unit, where that is not our name for it."""
UNKNOWN = {"Mach", "karat", "part per million", "part per billion", "quarter", "decade"}  # to pint, or otherwise
SURVEY = {"fathom", "furlong", "acre", "acre-foot"}  # pint takes the survey foot, two millionths longer


def pint_name(name: str) -> str:
    for prefix in ("kilo", "mega", "giga", "tera"):
        if name.removeprefix(prefix) in PINT and name.startswith(prefix) and name not in PINT:
            return prefix + PINT[name.removeprefix(prefix)]
    spelled = PINT.get(name, name).replace(" per ", " / ")
    spelled = re.sub(r"square (\w+)", r"\1 ** 2", spelled)
    return re.sub(r"cubic (\w+)", r"\1 ** 3", spelled)


def test_the_factors_are_those_of_pint() -> None:
    pint = pytest.importorskip("pint", reason="pint, against which the factors are checked, is not installed")
    registry = pint.UnitRegistry()
    bases: dict[str, str] = {}
    for name, unit in UNITS.items():
        if name in UNKNOWN:
            continue
        base = bases.setdefault(unit.dimension, name)
        quantity = registry(pint_name(name)).to(registry(pint_name(base)).units)
        theirs = float(quantity.magnitude) / float(registry(pint_name(base)).magnitude)
        ours = float(unit.factor / UNITS[base].factor)
        assert ours == pytest.approx(theirs, rel=1e-5 if name in SURVEY else 1e-7), f"{name} in {base}"
