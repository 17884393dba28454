"""Rises and falls of one size: the same figure, and a contradiction."""

from itertools import permutations

import pytest

import claimcheck as cc
from claimcheck.grammar.directions import change, opposed
from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Report, Status
from claimcheck.model.text import Document, Source

CLAIM = Claim("exports", "percent", "Exports changed by {value}.", subject="exports", cues=("rose", "fell"))
ROSE = "Exports rose by 10 percent, the ministry said."
FELL = "Exports fell by 10 percent, the union said."
HEDGED = "The port says that exports rose by about 10 percent."


def checked(*texts: str) -> Report:
    return cc.check(cc.ClaimSet((CLAIM,)), [Document(Source(f"s{n}"), text) for n, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("up",), ("down",), True),
        (("per year", "up"), ("down", "in total"), True),
        (("up",), ("up",), False),
        (("up",), (), False),
        (("rising to",), ("falling to",), False),  # one may have risen to where another fell to
    ],
)
def test_opposed(one: tuple[str, ...], other: tuple[str, ...], expected: bool) -> None:
    assert opposed(one, other) is opposed(other, one) is expected


def test_change() -> None:
    assert [change(scope) for scope in (("per year", "down"), ("up from",), ())] == ["down", "", ""]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (ROSE, FELL, Relation.DISCREPANT),
        (ROSE, HEDGED, Relation.WITHIN_PRECISION),
        (FELL, HEDGED, Relation.DISCREPANT),
        ("Rents fell 3 % last year.", "Rents rose 3 % last year.", Relation.DISCREPANT),
        ("Rents fell 3 % last year.", "Rents dropped by 3 % last year.", Relation.EXACT),
    ],
)
def test_statements(left: str, right: str, relation: Relation) -> None:
    assert cc.compare(left, right).relation is cc.compare(right, left).relation is relation


def test_sources_that_differ_in_direction_are_no_consensus() -> None:
    finding = checked(ROSE, FELL)["exports"]
    assert (finding.relation, finding.status) == (Relation.DISCREPANT, Status.TIE)
    assert finding.comparisons[0].reason.startswith("one is a rise, the other a fall")
    assert {joint.wording for joint in finding.ties} == {"a rise of 10%", "a fall of 10%"}


def test_the_direction_of_most_is_the_consensus_in_every_order() -> None:
    for texts in permutations((ROSE, FELL, HEDGED)):
        finding = checked(*texts)["exports"]
        assert finding.relation is Relation.DISCREPANT
        assert finding.consensus is not None
        assert finding.consensus.wording == "a rise of 10%"
        assert finding.consensus.dissenters == (f"s{texts.index(FELL)}",)


def test_a_source_that_contradicts_itself_by_direction() -> None:
    (within,) = checked(f"{ROSE} Then a correction was printed. {FELL}")["exports"].within
    assert within.relation is Relation.DISCREPANT
    assert "one is a rise, the other a fall" in within.reason


def test_many_sources_are_grouped_by_direction() -> None:
    finding = checked(*[ROSE] * 30, *[FELL] * 30)["exports"]
    assert finding.relation is Relation.DISCREPANT
    assert any(part.reason.startswith("one is a rise") for part in finding.comparisons)
