"""Percentages."""

from decimal import Decimal

import pytest
from kinds import one, read

from claimcheck.model.value import Hedge
from claimcheck.values.percent import KIND


@pytest.mark.parametrize(
    ("text", "number", "unit", "hedge"),
    [
        ("around 1 percent", "1", "percent", Hedge.ABOUT),
        ("4.5%", "4.5", "percent", Hedge.NONE),
        ("7 per cent", "7", "percent", Hedge.NONE),
        ("minus five percent", "-5", "percent", Hedge.NONE),
        ("no more than 10%", "10", "percent", Hedge.AT_MOST),
        ("20-odd percent", "20", "percent", Hedge.ABOUT),
        ("300 percent or more", "300", "percent", Hedge.AT_LEAST),
        ("half a percentage point", "0.5", "percentage point", Hedge.NONE),
        ("two percentage points", "2", "percentage point", Hedge.NONE),
        ("25 basis points", "0.25", "percentage point", Hedge.NONE),
        ("7 3/4 %", "7.75", "percent", Hedge.NONE),
    ],
)
def test_read(text: str, number: str, unit: str, hedge: Hedge) -> None:
    value = one(KIND, text)
    assert (value.number, value.unit, value.hedge) == (Decimal(number), unit, hedge)


@pytest.mark.parametrize(
    "text", ["between 5 and 7 percent", "5-7%", "5 to 7 per cent", "5% to 7%", "5 or 7 percent"]
)
def test_ranges(text: str) -> None:
    value = one(KIND, text)
    assert (value.number, value.upper, value.hedge) == (Decimal(5), Decimal(7), Hedge.BETWEEN)


def test_a_change_is_two_values() -> None:
    assert [v.number for v in read(KIND, "it rose from 5 percent to 7 percent")] == [5, 7]
    assert [v.number for v in read(KIND, "it fell from 7 to 5 percent")] == [7, 5]


@pytest.mark.parametrize("text", ["a small percentage", "a third of them", "5 points", "5 cents"])
def test_left_alone(text: str) -> None:
    assert read(KIND, text) == []
