"""The same number beside opposite words is no agreement."""

import pytest

import claimcheck as cc


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "The firm made a profit of 5 million euros.",
            "The firm made a loss of 5 million euros.",
            "5 million euros and 5 million euros: one is told with “loss”, the other with “profit”",
        ),
        (
            "The lake lies 300 m above sea level.",
            "The lake lies 300 m below sea level.",
            "“above”, the other with “below”",
        ),
        ("40 % of voters backed it.", "40 % of voters opposed it.", "“backed”, the other with “opposed”"),
        ("Of the crew 12 people survived.", "Of the crew 12 people died.", "“died”, the other with “survived”"),
    ],
)
def test_opposite_words(left: str, right: str, reason: str) -> None:
    for found in (cc.compare(left, right), cc.compare(right, left)):
        assert found.relation.value == "not_comparable"
        assert found.reason.endswith(reason)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The firm made a profit of 5 million euros.", "Its profit was 5 million euros.", "exact"),
        ("The shop sold 300 lamps.", "The town bought 300 lamps from the shop.", "exact"),
        # what already differs is told as it is
        ("The firm made a profit of 5 million euros.", "The firm made a loss of 3 million euros.", "discrepant"),
        # both words stand in one of the texts
        ("After a loss came a profit of 5 million euros.", "The firm told of a loss of 5 million euros.", "exact"),
    ],
)
def test_no_opposite_words(left: str, right: str, relation: str) -> None:
    assert cc.compare(left, right).relation.value == relation
