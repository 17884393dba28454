"""What values that stand together in one text imply, and what that says to another text."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.model.comparison import Relation
from claimcheck.model.interval import Interval
from claimcheck.policy import DEFAULT
from claimcheck.reconcile.within_text import Implied, implied


def follows(text: str) -> tuple[Implied, ...]:
    return implied(text, cc.find_values(text), DEFAULT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half of the 200 houses burnt.", ["half of 200 houses: 100 houses"]),
        ("40 % of its 200 members left.", ["40 % of 200 members: 80 members"]),
        ("Two thirds of all the 300 members left.", ["two thirds of 300 members: 200 members"]),
        ("More than half of the 200 houses burnt.", ["more than half of 200 houses: more than 100 houses"]),
        ("A quarter of the $8 million was spent.", ["a quarter of $8 million: $2 million"]),
        ("The club won 4 of its 10 games.", ["4 of 10 games: 40%"]),
        ("The hall seats 200 of the 300 members.", ["200 of 300 members: 66.67%"]),
        (
            "Sales rose from 5 million to 7 million.",
            [
                "from 5 million to 7 million: 2 million more",
                "from 5 million to 7 million: 1.4 times",
                "from 5 million to 7 million: a rise of 40%",
            ],
        ),
        (
            "Output fell from 400 tons to 300 tons.",
            [
                "from 400 tons to 300 tons: 100 tons less",
                "from 400 tons to 300 tons: 0.75 times",
                "from 400 tons to 300 tons: a fall of 25%",
            ],
        ),
        ("Turnout fell from 60 % to 50 %.", ["from 60% to 50%: 10 percentage points"]),
        ("Sales doubled.", ["doubled: a rise of 100%"]),
        ("Prices halved.", ["halved: a fall of 50%"]),
        ("Debt rose by 25 % to $5 million.", ["25 % to $5 million: $4 million before"]),
        ("Debt fell by 25 % from $4 million.", ["25 % from $4 million: $3 million after"]),
        ("Sales doubled to 10 million.", ["doubled: a rise of 100%", "doubled to 10 million: 5 million before"]),
    ],
)
def test_implied(text: str, expected: list[str]) -> None:
    assert [one.arithmetic.replace(" %", "%") for one in follows(text)] == [e.replace(" %", "%") for e in expected]
    for one in follows(text):
        value, ordinary = one.mention.value, one.senses[0].interval
        assert value.number is not None
        assert value.hedge.is_bound or ordinary.gap(Interval.point(value.number)) < Decimal("1e-20")


@pytest.mark.parametrize(
    "text",
    [
        "The town has 200 houses and 80 boats.",
        "Half of the houses burnt; 200 people fled.",
        "It rose to 7 million.",
        "Sales rose from 7 million to 5 million.",  # a slip: it cannot have risen
        "Sales rose from 5 million to 7 percent.",
        "Some 40 % of the town was flooded in 200 minutes.",
        "Prices rose by 5 % and rents to 7 %.",
        "It has 5 members of 10 clubs.",
        "They sent 12 of the 10 boats.",
        "Half of two thirds of the houses burnt.",
        "Sales fell by 100 % to 3 million.",
        "Sales fell by 150 % to 3 million.",  # a slip: nothing can fall so far
        "Between 40 and 50 % of the 200 houses burnt.",
    ],
)
def test_nothing_implied(text: str) -> None:
    assert follows(text) == ()


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Half of the 200 houses burnt.", "100 houses burnt.", Relation.EXACT),
        ("40 % of the 200 houses burnt.", "80 houses burnt.", Relation.WITHIN_PRECISION),
        ("40 % of the 200 houses burnt.", "100 houses burnt.", Relation.DISCREPANT),
        ("40 % of the 200 houses burnt.", "The 200 houses burnt.", Relation.EXACT),
        ("More than half of the 200 houses burnt.", "120 houses burnt.", Relation.COMPATIBLE),
        ("More than half of the 200 houses burnt.", "70 houses burnt.", Relation.DISCREPANT),
        ("Sales rose from 5 million to 7 million.", "Sales went up 40 %.", Relation.WITHIN_PRECISION),
        ("Sales rose from 5 to 7 million.", "Sales went up 40 %.", Relation.WITHIN_PRECISION),
        ("Debt fell from 300 to 207 million dollars.", "Debt fell by 31 %.", Relation.WITHIN_PRECISION),
        ("Sales rose from 5 million to 7 million.", "Sales went up 90 %.", Relation.DISCREPANT),
        ("Sales rose from 5 million to 7 million.", "Sales went up by 2 million.", Relation.WITHIN_PRECISION),
        ("Sales doubled.", "Sales rose from 5 million to 10 million.", Relation.WITHIN_PRECISION),
        ("Sales doubled.", "Sales rose 100 %.", Relation.WITHIN_PRECISION),
        ("The club won 4 of its 10 games.", "The club won 40 % of its games.", Relation.EXACT),
        ("The club won 4 of its 10 games.", "The club won 60 % of its games.", Relation.DISCREPANT),
        ("They polled 201 of the 300 members.", "They polled 67 % of the members.", Relation.EXACT),
        ("Sales tripled.", "Sales rose 100 %.", Relation.DISCREPANT),
        # a calculated percentage is told rounded, and a plain figure may be rounded at its zeros
        ("They polled 200 of the 300 members.", "They polled 67 % of the members.", Relation.WITHIN_PRECISION),
        ("Output rose from 5,000 tons to 7,000 tons.", "Output rose 42 %.", Relation.TENSION),
        # what agrees as it stands is not held against what is implied
        ("90 % of the 200 houses burnt.", "The 200 houses burnt.", Relation.EXACT),
        (
            "Sales rose from 5 million to 7 million.",
            "Sales were 7 million, while costs went up 90 %.",
            Relation.EXACT,
        ),
        # rounding beyond its cap explains a difference, and does not excuse it
        ("Sales rose from 5 million to 7 million.", "Sales went up 62 %.", Relation.DISCREPANT),
        # what agrees by arithmetic hides nothing that disagrees
        ("Sales rose from 5 million to 7 million.", "Sales rose by 40 % to 9 million.", Relation.DISCREPANT),
        ("40 % of the 200 houses burnt.", "80 houses burnt, 30 % of them all.", Relation.DISCREPANT),
        ("Sales doubled to 10 million.", "Sales rose from 5 million to 10 million.", Relation.WITHIN_PRECISION),
        ("Turnout fell from 60 % to 50 %.", "Turnout fell by 10 percentage points.", Relation.EXACT),
    ],
)
def test_compared(left: str, right: str, relation: Relation) -> None:
    found, back = cc.compare(left, right), cc.compare(right, left)
    assert found.relation is relation, found.reason
    assert (back.relation, back.gap) == (found.relation, found.gap)
    assert [part.flipped() for part in back.parts] == list(found.parts)


def test_a_value_answers_one_implied_value_alone() -> None:
    found = cc.compare("Half of the 200 houses and 25 % of the 400 houses burnt.", "100 houses burnt.")
    assert len(found.parts) == 1
    assert {side.text for side in found.unaligned} == {"25 %", "400 houses"}


def test_what_is_implied_is_marked_in_its_text() -> None:
    text = "This spring half of the 200 houses burnt."
    found = cc.compare(text, "This spring 90 houses burnt.")
    part = next(p for p in found.parts if p.relation is Relation.DISCREPANT)
    assert part.left.span is not None
    assert text[part.left.span.start : part.left.span.end] == "half of the 200 houses" == part.left.text
    assert part.reason == "half of 200 houses: 100 houses; differ by 10 (10 %)"
    assert not found.unaligned


@given(st.integers(2, 5_000), st.integers(2, 5_000), st.sampled_from(("", "In March, ", "The mayor said that ")))
@settings(max_examples=60, deadline=None)
def test_a_change_implies_what_it_comes_to(start: int, end: int, lead: str) -> None:
    """Of two exact figures: their difference, their ratio and the percentage, each as arithmetic has it."""
    if start == end:
        return
    verb = "rose" if end > start else "fell"
    found = follows(f"{lead}output {verb} from {start:,} tons to {end:,} tons.")
    difference, ratio, percent = (one.mention.value for one in found)
    assert difference.number == abs(end - start)
    assert ratio.number is not None
    assert abs(ratio.number * start - end) < Decimal("0.001")
    assert percent.number is not None
    assert abs(percent.number * start - 100 * abs(end - start)) < Decimal("0.001")
    for one in found:
        value, interval = one.mention.value, one.senses[0].interval
        assert value.number is not None
        assert interval.gap(Interval.point(value.number)) < Decimal("1e-20")
