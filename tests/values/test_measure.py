"""Measures."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import one, read

from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.grammar.units import UNITS
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge
from claimcheck.values.measure import KIND


@pytest.mark.parametrize(
    ("text", "number", "unit", "hedge"),
    [
        ("approximately 1.3 tons", "1.3", "ton", Hedge.ABOUT),
        ("85,000 square metres", "85000", "square metre", Hedge.NONE),
        ("3-inch", "3", "inch", Hedge.NONE),
        ("5 ft 2 in", "62", "inch", Hedge.NONE),
        ("3 yards 2 ft 9 inches", "141", "inch", Hedge.NONE),
        ("120 miles an hour", "120", "mile per hour", Hedge.NONE),
        ("over 80 km/h", "80", "kilometre per hour", Hedge.MORE_THAN),
        ("70°F", "70", "degree Fahrenheit", Hedge.NONE),
        ("thirty seven degrees Celsius", "37", "degree Celsius", Hedge.NONE),
        ("half a mile", "0.5", "mile", Hedge.NONE),
        ("2.4-litre", "2.4", "litre", Hedge.NONE),
        ("half-litre", "0.5", "litre", Hedge.NONE),
        ("100t", "100", "tonne", Hedge.NONE),
        ("1.8m", "1.8", "metre", Hedge.NONE),
        ("20 (kg)", "20", "kilogram", Hedge.NONE),
        ("20 {kg}", "20", "kilogram", Hedge.NONE),
        ('over 5"', "5", "inch", Hedge.MORE_THAN),
        ("50 km/ms", "50", "kilometre per millisecond", Hedge.NONE),
        ("70 ° Fahrenheit", "70", "degree Fahrenheit", Hedge.NONE),
        ("300-odd miles", "300", "mile", Hedge.ABOUT),
        ("300 or so miles", "300", "mile", Hedge.ABOUT),
        ("minus-5 yards", "-5", "yard", Hedge.NONE),
        ("40 litres per minute", "40", "litre per minute", Hedge.NONE),
        ("5 kilograms per cubic metre", "5", "kilogram per cubic metre", Hedge.NONE),
    ],
)
def test_read(text: str, number: str, unit: str, hedge: Hedge) -> None:
    value = one(KIND, text)
    assert (value.number, value.unit, value.hedge) == (Decimal(number), unit, hedge)


@pytest.mark.parametrize(
    "text",
    [
        "between 30 and 40 degrees Celsius",
        "30-40 degrees Celsius",
        "30 to 40 degrees Celsius",
        "from 30 degrees Celsius to 40 degrees Celsius",
    ],
)
def test_ranges(text: str) -> None:
    value = one(KIND, text)
    assert (value.number, value.upper, value.unit) == (Decimal(30), Decimal(40), "degree Celsius")


def test_a_suspended_hyphen_shares_the_unit() -> None:
    assert [(v.number, v.upper) for v in read(KIND, "an 8- to 16-metre dish")] == [(Decimal(8), Decimal(16))]


def test_vague_measures() -> None:
    value = one(KIND, "thousands of kilograms")
    assert (value.number, value.unit, value.hedge) == (None, "kilogram", Hedge.VAGUE)


def test_other_meanings_are_kept_with_the_reason() -> None:
    tokens = tokenize("1.3 tons")
    (found,) = KIND.read(tokens, numerals(tokens), Context())
    assert [value.unit for value in found.alternatives] == ["tonne", "long ton"]
    assert "short ton" in found.why


@pytest.mark.parametrize(
    "text",
    [
        "the 13F form",
        "a 5G mast",
        "at 2 pm",
        "5 people",
        "3 in the morning",
        "$3 a gallon",
        "5 years",
        "Stone",
        "2016 Stone",
    ],
)
def test_left_alone(text: str) -> None:
    assert read(KIND, text) == []


@given(
    st.sampled_from(sorted(name for name, unit in UNITS.items() if unit.dimension not in ("time", "calendar"))),
    st.one_of(st.integers(2, 10**6).map(str), st.decimals(Decimal("0.1"), 999, places=1).map(str)),
    st.sampled_from(["", "about ", "nearly ", "at least "]),
)
@settings(deadline=None, max_examples=80)
def test_any_unit_reads_back(name: str, number: str, hedge: str) -> None:
    value = one(KIND, f"{hedge}{number} {UNITS[name].plural}")
    assert value.unit == name or value.unit in ("ton", "gallon", "pint")


def test_of_a_change_both_figures_have_the_unit() -> None:
    found = read(KIND, "the lift rose from 13.5 to 14.0 mm")
    assert [(value.number, value.unit) for value in found] == [
        (Decimal("13.5"), "millimetre"),
        (Decimal("14.0"), "millimetre"),
    ]


def test_a_tolerance_is_a_range() -> None:
    value = one(KIND, "2.5 ± 0.1 kg")
    assert (value.number, value.upper, value.unit) == (Decimal("2.4"), Decimal("2.6"), "kilogram")


def test_inches_and_quotations() -> None:
    assert [v.unit for v in read(KIND, 'a pen 10 " long')] == ["inch"]
    assert read(KIND, '"it was about 5", he said') == []


def test_kelvins_are_known_by_degrees_beside_them() -> None:
    assert [v.unit for v in read(KIND, "300 °C (573.15K)")] == ["degree Celsius", "kelvin"]
    assert read(KIND, "573.15K readers") == []


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("it lost 5 m last year", ["5 million"]),
        ("about 2.5m", ["about 2.5 million"]),
        ("a wall 5 m high", []),
        ("the 100 m final", []),
        ("between 3 and 5 m", []),
        ("5 metres", []),
    ],
)
def test_m_may_stand_for_million(text: str, others: list[str]) -> None:
    tokens = tokenize(text)
    (found,) = KIND.read(tokens, numerals(tokens), Context())
    assert [str(value) for value in found.alternatives] == others
    assert ("million" in found.why) is bool(others)


@pytest.mark.parametrize(
    ("text", "place", "unit", "others"),
    [
        ("3 tons", "US", "ton", ["tonne", "long ton"]),
        ("3 tons", "GB", "tonne", ["long ton", "ton"]),
        ("3 tons", "MX", "tonne", ["long ton", "ton"]),
        ("3 gallons", "GB", "imperial gallon", ["gallon"]),
        ("3 gallons", "MX", "gallon", ["imperial gallon"]),
        ("3 metric tons", "GB", "tonne", []),
    ],
)
def test_the_place_decides_what_a_unit_first_means(text: str, place: str, unit: str, others: list[str]) -> None:
    tokens = tokenize(text)
    (found,) = KIND.read(tokens, numerals(tokens), Context(place=place))
    assert (found.value.unit, [value.unit for value in found.alternatives]) == (unit, others)
    assert ("in texts of" in found.why) is (bool(others) and not found.value.written.startswith(f"3 {unit}"))
