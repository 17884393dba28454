"""Money."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import one, read

from claimcheck.grammar.currencies import CODES, CODES_THAT_ARE_WORDS
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge
from claimcheck.values.money import KIND


@pytest.mark.parametrize(
    ("text", "number", "unit", "hedge"),
    [
        ("about U.S. $3.3 billion", "3.3E9", "USD", Hedge.ABOUT),
        ("$ 3 billion", "3E9", "USD", Hedge.NONE),
        ("more than $3 billion", "3E9", "USD", Hedge.MORE_THAN),
        ("US$5m", "5E6", "USD", Hedge.NONE),
        ("2.75US$", "2.75", "USD", Hedge.NONE),
        ("$500 US", "500", "USD", Hedge.NONE),
        ("A$5", "5", "AUD", Hedge.NONE),
        ("$A82,615", "82615", "AUD", Hedge.NONE),
        ("C$ 100", "100", "CAD", Hedge.NONE),
        ("HK$3", "3", "HKD", Hedge.NONE),
        ("€2.5bn", "2.5E9", "EUR", Hedge.NONE),
        ("18,00€", "18.00", "EUR", Hedge.NONE),
        ("-$5", "-5", "USD", Hedge.NONE),
        ("$.50", "0.50", "USD", Hedge.NONE),
        ("USD10m", "10E6", "USD", Hedge.NONE),
        ("75 USD million", "75E6", "USD", Hedge.NONE),
        ("RM120,000", "120000", "MYR", Hedge.NONE),
        ("Rs. 500", "500", "INR", Hedge.NONE),
        ("two million dollars", "2E6", "USD", Hedge.NONE),
        ("half a million dollars", "5E5", "USD", Hedge.NONE),
        ("a million-dollar", "1E6", "USD", Hedge.NONE),
        ("40 Egyptian pounds", "40", "EGP", Hedge.NONE),
        ("20 pounds sterling", "20", "GBP", Hedge.NONE),
        ("500 Mexican pesos", "500", "MXN", Hedge.NONE),
        ("10 New Zealand dollars", "10", "NZD", Hedge.NONE),
        ("7.5 million Danish crowns", "7.5E6", "DKK", Hedge.NONE),
        ("50 cents", "0.50", "USD", Hedge.NONE),
        ("3 dollars and 50 cents", "3.50", "USD", Hedge.NONE),
        ("3 CHF 4 cents", "3.04", "CHF", Hedge.NONE),
        ("$20 and 43c", "20.43", "USD", Hedge.NONE),
        ("20 ringgit and 43 sens", "20.43", "MYR", Hedge.NONE),
        ("Rp 221.000", "221000", "IDR", Hedge.NONE),
        ("a dollar", "1", "USD", Hedge.NONE),
        ("15 dollars and 50", "15.50", "USD", Hedge.NONE),
        ("$60,000 or so", "60000", "USD", Hedge.ABOUT),
        ("as much as $100m", "1E8", "USD", Hedge.AT_MOST),
        ("20 billion francs", "2E10", "franc", Hedge.NONE),
    ],
)
def test_read(text: str, number: str, unit: str, hedge: Hedge) -> None:
    value = one(KIND, text)
    assert (value.number, value.unit, value.hedge) == (Decimal(number), unit, hedge)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("$3-4 billion", "3E9", "4E9", "USD"),
        ("between $3 and $4 billion", "3E9", "4E9", "USD"),
        ("$3 billion to $4 billion", "3E9", "4E9", "USD"),
        ("from $370,000 to $5.5 million", "370000", "5.5E6", "USD"),
        ("1.2 to 1.5 million euros", "1.2E6", "1.5E6", "EUR"),
        ("more than $5 but less than $10", "5", "10", "USD"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    value = one(KIND, text)
    assert (value.number, value.upper, value.unit, value.hedge) == (
        Decimal(low),
        Decimal(high),
        unit,
        Hedge.BETWEEN,
    )
    assert value.extent is not None
    assert (value.extent.low, value.extent.high) == (value.number, value.upper)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("hundreds of millions of dollars", "2E8", "1E9"), ("billions of euros", "2E9", "1E12")],
)
def test_vague_amounts(text: str, low: str, high: str) -> None:
    value = one(KIND, text)
    assert (value.number, value.hedge) == (None, Hedge.VAGUE)
    assert value.extent is not None
    assert (value.extent.low, value.extent.high) == (Decimal(low), Decimal(high))


def test_a_change_is_two_values() -> None:
    assert [v.number for v in read(KIND, "it rose from $3 billion to $4 billion")] == [
        Decimal("3E9"),
        Decimal("4E9"),
    ]


@pytest.mark.parametrize(("place", "code"), [("US", "USD"), ("CA", "CAD"), ("AU", "AUD"), ("FR", "USD")])
def test_the_dollar_of_the_place(place: str, code: str) -> None:
    tokens = tokenize("it cost $5")
    (found,) = KIND.read(tokens, numerals(tokens), Context(place=place))
    assert found.value.unit == code
    assert found.why == f"$ is the dollar of {place}: {code}"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("he paid ten pounds", ["GBP"]),
        ("he weighed ten pounds", []),
        ("ten pounds of flour", []),
        ("£3 then, or four pounds now", ["GBP", "GBP"]),
        ("£3 then, or 50p now", ["GBP", "GBP"]),
        ("a 50p piece of film at 720p", []),
    ],
)
def test_pounds_are_money_beside_paying(text: str, units: list[str]) -> None:
    assert [v.unit for v in read(KIND, text)] == units


def test_pounds_are_money_in_britain() -> None:
    assert one(KIND, "ten pounds", Context(place="GB")).unit == "GBP"


@pytest.mark.parametrize(
    "text", ["dollars", "TOP 10", "they won 3", "5 won the", "the real 5", "$", "5 percent", "H-2"]
)
def test_left_alone(text: str) -> None:
    assert read(KIND, text) == []


_AMOUNTS = st.one_of(
    st.integers(0, 10**12).map(lambda n: f"{n:,}"),
    st.decimals(0, 10**6, places=2).map(lambda d: f"{d:,.2f}"),
    st.tuples(st.decimals(Decimal("0.1"), 999, places=1), st.sampled_from(["million", "billion"])).map(
        lambda pair: f"{pair[0]} {pair[1]}"
    ),
)
_HEDGES = st.sampled_from(
    ["", "about ", "nearly ", "more than ", "at least ", "less than ", "up to ", "just under "]
)
_CODES = st.sampled_from(sorted(CODES - CODES_THAT_ARE_WORDS - {"USDT"}))


@given(_HEDGES, _CODES, _AMOUNTS)
@settings(deadline=None, max_examples=60)
def test_any_wording_reads_back(hedge: str, code: str, amount: str) -> None:
    value = one(KIND, f"{hedge}{code} {amount}")
    assert value.unit == code


@pytest.mark.parametrize(
    ("day", "place", "others"),
    [
        (date(1951, 2, 3), "GB", ["£2 trillion"]),
        (date(1951, 2, 3), "US", []),
        (date(1999, 2, 3), "GB", []),
        (None, "GB", []),
    ],
)
def test_the_billion_of_old_british_texts_has_two_readings(
    day: date | None, place: str, others: list[str]
) -> None:
    tokens = tokenize("it cost £2 billion, or £3 million")
    first, second = KIND.read(tokens, numerals(tokens), Context(day, place))
    assert (str(first.value), [str(v) for v in first.alternatives]) == ("£2 billion", others)
    assert ("a million million" in first.why) is bool(others)
    assert second.alternatives == ()
