"""Numerals: what the digits and words of a number say, how precisely, and what is no number."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.numerals import Numeral, numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.grammar.wording import say_number


def read(text: str) -> list[Numeral]:
    return [n for n in numerals(tokenize(text)) if not n.coded]


def whole(text: str) -> Numeral:
    """The one numeral that `text` consists of."""
    tokens = tokenize(text)
    (found,) = numerals(tokens)
    assert (found.first, found.last) == (0, len(tokens)), f"{text!r} was read in part"
    return found


@pytest.mark.parametrize(
    ("text", "number", "step", "stated"),
    [
        ("9,052", "9052", "1", False),
        ("93,000", "93000", "1000", False),
        ("2008", "2008", "1", False),
        ("0", "0", "1", False),
        ("30", "30", "10", False),
        ("3.3", "3.3", "0.1", True),
        ("7.50", "7.50", "0.01", True),
        ("1.300.000", "1300000", "100000", False),
        ("1.300", "1.300", "0.001", True),
        ("2.345,67", "2345.67", "0.01", True),
        ("31,93", "31.93", "0.01", True),
        ("12,34,567", "1234567", "1", False),
        ("1 300 000", "1300000", "100000", False),
        ("50\u202f000", "50000", "10000", False),
        ("50 000", "50000", "10000", False),
        ("3.3 billion", "3.3E9", "1E8", True),
        ("3 billion", "3E9", "1E9", True),
        ("300 million", "300E6", "1E6", True),
        ("3.3bn", "3.3E9", "1E8", True),
        ("93k", "93E3", "1000", True),
        ("10 tln", "10E12", "1E12", True),
        ("14 lakh", "14E5", "1E5", True),
        ("2 crore", "2E7", "1E7", True),
        ("5 thousand 4 hundred and 32", "5432", "1", False),
        ("twelve", "12", "1", False),
        ("twenty-one", "21", "1", False),
        ("twenty one", "21", "1", False),
        ("twentyone", "21", "1", False),
        ("ninety", "90", "10", False),
        ("nil", "0", "1", False),
        ("a hundred", "100", "100", False),
        ("two hundred and thirty-two", "232", "1", False),
        ("a hundred and five", "105", "1", False),
        ("one hundred and five thousand", "105000", "1000", True),
        ("three hundred forty-two thousand eleven", "342011", "1", False),
        ("two million three hundred thousand", "2.3E6", "1000", True),
        ("three thousand million", "3E9", "1E9", True),
        ("a million", "1E6", "1E6", True),
        ("two dozen", "24", "12", True),
        ("a dozen", "12", "12", True),
        ("half a dozen", "6", "1", False),
        ("half a million", "5E5", "1E5", True),
        ("half million", "5E5", "1E5", True),
        ("a half-million", "5E5", "1E5", True),
        ("a quarter of a million", "250000", "1E4", True),
        ("three quarters of a million", "750000", "1E4", True),
        ("one and a half billion", "1.5E9", "1E8", True),
        ("two and a half million", "2.5E6", "1E5", True),
        ("a million and a half", "1.5E6", "1E5", True),
        ("one point five million", "1.5E6", "1E5", True),
        ("nought point seventy-one", "0.71", "0.01", True),
        ("1½", "1.5", "0.1", True),
        ("2 1/2", "2.5", "0.1", True),
        ("2-1/2", "2.5", "0.1", True),
        ("-5", "-5", "1", False),
        ("−273.15", "-273.15", "0.01", True),
        ("minus five", "-5", "1", False),
        ("minus-5", "-5", "1", False),
        (".300", "0.300", "0.001", True),
        ("6.2x10^-4", "0.00062", "0.00001", True),
        ("1e-3", "0.001", "0.001", True),
        ("a couple of hundred", "200", "100", False),
        ("two and fifty-four hundredths", "2.54", "0.01", True),
        ("two hundred and three quarters", "200.75", "0.01", True),
        ("one hundred and thirty-two fifths", "26.4", "0.1", True),
        ("one hundred and thirty fifths", "26", "1", False),
        ("ninety - five", "95", "1", False),
        ("one twenty two", "122", "1", False),
        ("2.12 hundred", "212.00", "1", False),
        ("1.1^2", "1.21", "0.01", True),
        ("a pair", "2", "1", False),
    ],
)
def test_number_and_step(text: str, number: str, step: str, stated: bool) -> None:
    found = whole(text)
    assert (found.number, found.step, found.stated) == (Decimal(number), Decimal(step), stated)


@pytest.mark.parametrize(
    ("text", "part", "of"),
    [
        ("one third", 1, 3),
        ("two-thirds", 2, 3),
        ("3/4", 3, 4),
        ("½", 1, 2),
        ("two out of three", 2, 3),
        ("two out of four hundred", 2, 400),
        ("1 over 20", 1, 20),
        ("three twenty-firsts", 3, 21),
        ("1 in 5", 1, 5),
        ("2 in 5", 2, 5),
        ("a fifth", 1, 5),
    ],
)
def test_fractions_have_no_step(text: str, part: int, of: int) -> None:
    found = whole(text)
    assert (found.number, found.step) == (Decimal(part) / of, None)


def test_shares_of_people() -> None:
    assert [(n.number, n.step) for n in read("one in five adults")] == [(Decimal("0.2"), None)]
    assert [n.number for n in read("one in five years")] == [1, 5]
    assert [n.number for n in read("a third of the houses")] == [Decimal(1) / 3]
    assert [n.number for n in read("prices rose by a third in May")] == [Decimal(1) / 3]
    assert [n.number for n in read("they won two in five games")] == [2, 5]
    assert [n.number for n in read("one in 2019")] == [1, 2019]


def test_figures_out_of_one_another_are_two_unless_they_are_a_share() -> None:
    assert [n.number for n in read("16 out of 28 provinces")] == [16, 28]
    assert [n.number for n in read("nine out of ten doctors")] == [Decimal("0.9")]


def test_a_row_of_numbers_without_words_is_a_table() -> None:
    assert read("1 " * 12) == []
    assert read("3, 7, 12, 19, 23, 31, 4, 8, 15, 16, 40, 42") == []
    assert len(read("3, 7, 12 and 19, 23, 31 and 4, 8, 15 and 16")) == 10


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("hundreds of millions", "2E8", "1E9"),
        ("billions", "2E9", "1E12"),
        ("tens of thousands", "2E4", "1E5"),
        ("hundreds", "200", "1000"),
        ("dozens", "24", "100"),
        ("several hundred", "300", "1000"),
        ("a few hundred million", "2E8", "1E9"),
        ("many thousands", "2000", "1E6"),
    ],
)
def test_vague_numerals_span_an_interval(text: str, low: str, high: str) -> None:
    found = whole(text)
    assert found.number is None
    assert found.step is None
    assert found.extent is not None
    assert (found.extent.low, found.extent.high) == (Decimal(low), Decimal(high))
    assert (found.extent.low_closed, found.extent.high_closed) == (True, False)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("third", 3),
        ("21st", 21),
        ("twenty-first", 21),
        ("twentyninth", 29),
        ("two hundred and thirty-second", 232),
        ("trillionth", 10**12),
    ],
)
def test_ordinals(text: str, place: int) -> None:
    found = whole(text)
    assert found.ordinal
    assert found.number == place


@pytest.mark.parametrize(
    "text",
    [
        "the H-2 group",
        "COVID-19",
        "G-20",
        "[ad_1]",
        "call 555-1234",
        "(202) 555-0173",
        "1-800-273-8255",
        "Section 427",
        "page 5",
        "No. 5",
        "1. Item",
        "http://example.org/2020/10/5",
        "jo5@example.org",
        "10:30",
        "192.168.0.1",
        "version 3.2.1",
        "H1N1",
        "401(k)",
        "10-K",
        "24/7",
        "#5",
        "1,1,1,1",
        "12345678901234567890123456789",
    ],
)
def test_codes_are_no_quantities(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3k-9k", ["3000", "9000"]),
        ("between one hundred and two hundred", ["100", "200"]),
        ("between one thousand and five thousand", ["1000", "5000"]),
        ("3 hundred and 2 hundred", ["300", "200"]),
        ("May 10 300 people", ["10", "300"]),
        ("3 million 20 cars", ["3000000", "20"]),
        ("2.5m people but 1.8m tall", ["2500000", "1.8"]),
        ("£2m to £3m", ["2000000", "3000000"]),
        ("4.3M sales", ["4300000"]),
        ("RM45,000 and USD20m", ["45000", "20000000"]),
        ("in 5-7 days", ["5", "7"]),
        ("two hundred and three quarters", ["200.75"]),
    ],
)
def test_neighbours_stay_apart_or_together(text: str, numbers: list[str]) -> None:
    assert [n.number for n in read(text)] == [Decimal(n) for n in numbers]


@pytest.mark.parametrize("text", ["the first half", "her other half", "a second later"])
def test_halves_of_other_things_are_not_read(text: str) -> None:
    assert [n for n in read(text) if not n.ordinal] == []


_DIGITS = st.integers(0, 10**12).map(lambda n: f"{n:,}")
_DECIMALS = st.decimals(0, 10**6, places=2).map(lambda d: f"{d:,.2f}")
_SCALED = st.tuples(
    st.decimals(Decimal("0.1"), 999, places=1), st.sampled_from(["thousand", "million", "billion", "trillion"])
).map(lambda pair: f"{pair[0]} {pair[1]}")


@given(st.one_of(_DIGITS, _DECIMALS, _SCALED))
@settings(deadline=None)
def test_a_number_written_back_reads_the_same(text: str) -> None:
    found = whole(text)
    assert found.number is not None
    again = whole(say_number(found.number, found.step, stated=found.stated))
    assert (again.number, again.step, again.stated) == (found.number, found.step, found.stated)


_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(n: int) -> str:
    """An integer below a billion in English words (our own writer, to check the reader by)."""
    teens = [
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    for size, name in ((10**6, "million"), (1000, "thousand")):
        if n >= size:
            rest = n % size
            return f"{spell(n // size)} {name}" + (f" {spell(rest)}" if rest else "")
    if n >= 100:
        return f"{_UNITS[n // 100 - 1]} hundred" + (f" and {spell(n % 100)}" if n % 100 else "")
    if n >= 20:
        return _TENS[n // 10 - 2] + (f"-{_UNITS[n % 10 - 1]}" if n % 10 else "")
    return teens[n - 10] if n >= 10 else _UNITS[n - 1]


@given(st.integers(1, 10**9 - 1))
@settings(deadline=None)
def test_spelled_numbers(n: int) -> None:
    assert whole(spell(n)).number == n


_NOISE = st.text(alphabet="abcdefxyz ,.;()$%-/1234567890'\"million thousand of and half a", max_size=60)


@given(_NOISE)
@settings(deadline=None)
def test_numerals_are_ordered_and_do_not_overlap(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for found in numerals(tokens):
        assert end <= found.first < found.last <= len(tokens)
        assert found.coded or (found.number is None) == (found.extent is not None)
        assert found.step is None or found.step > 0
        end = found.last


@pytest.mark.parametrize(
    "text",
    [
        "1," * 20000,
        "million " * 20000,
        "$" * 20000,
        "(" * 20000,
        "1-" * 20000,
        "a1" * 20000,
        "1 out of " * 9000,
        "a@" * 20000,
        "one hundred and " * 9000,
        "1 000 " * 9000,
    ],
)
def test_long_hostile_texts_are_read(text: str) -> None:
    tokens = tokenize(text)
    assert len(numerals(tokens)) <= len(tokens)
