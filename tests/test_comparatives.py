"""What is said to be more or less than a second value, read as a bound."""

import pytest

import claimcheck as cc
from claimcheck.align.comparatives import compared
from claimcheck.model.comparison import Relation
from claimcheck.model.value import Hedge


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Attendance was higher than the 5,000 of 2019.", "more than 5,000"),
        ("The film earned more than its predecessor's $300 million.", "more than $300 million"),
        ("The tunnel is longer than the old record of 57 km.", "more than 57 kilometres"),
        ("Sales exceeded last year's 7 million.", "more than 7 million"),
        ("Debt was lower than Norway's $40 billion.", "less than $40 billion"),
        ("Higher than the 5,000 of 2019, the number of guests pleased the town.", "more than 5,000"),
        ("Turnout fell short of the 60 % that they had hoped for.", "less than 60%"),
    ],
)
def test_compared(text: str, wording: str) -> None:
    read = compared(text, cc.find_values(text))
    assert [str(m.value) for m in read if m.value.hedge is not Hedge.NONE] == [wording]


@pytest.mark.parametrize(
    "text",
    [
        "The town has 5,000 houses, more than any other.",
        "It rose more than expected, and 5,000 people came.",
        "Three times more than the 5,000 of 2019 came.",
        "It is older than the bridge of 1907.",
        "More than that, 40 people were hurt.",
        "Attendance was higher than the roughly 5,000 of 2019.",
        "It was the longer of the 57 km tunnels.",
    ],
)
def test_not_compared(text: str) -> None:
    found = cc.find_values(text)
    assert compared(text, found) == found


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Attendance was higher than the 5,000 of 2019.", "Attendance was 4,000.", Relation.DISCREPANT),
        ("Attendance was higher than the 5,000 of 2019.", "Attendance was 6,000.", Relation.COMPATIBLE),
        ("Debt was lower than Norway's $40 billion.", "Debt was $30 billion.", Relation.COMPATIBLE),
        ("Debt was lower than Norway's $40 billion.", "Debt was $45 billion.", Relation.DISCREPANT),
    ],
)
def test_relation(left: str, right: str, relation: Relation) -> None:
    assert cc.compare(left, right).relation is cc.compare(right, left).relation is relation
