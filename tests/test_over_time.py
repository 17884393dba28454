"""Figures of different days: when both may be right, and how they bound one another."""

from datetime import date

import pytest

import claimcheck as cc
from claimcheck.model.ties import OverTime

GROWS, CHANGES = OverTime.GROWS, OverTime.CHANGES


def held(
    one: str, other: str, *, moves: OverTime | None = None, days: tuple[str, str] = ("", ""), unit: str = "cases"
) -> cc.Finding:
    """The finding on what two articles say of Velm."""
    claim = cc.Claim(
        "velm", "count", f"There were {{value}} {unit} in Velm.", subject="Velm", unit=unit, over_time=moves
    )
    documents = []
    for name, text, day in (("a", one, days[0]), ("b", other, days[1])):
        source = cc.Source(name, published=date.fromisoformat(day) if day else None)
        documents.append(cc.Document(source, text))
    return cc.check(cc.ClaimSet((claim,)), documents)["velm"]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 24 March 2020.", "stale"),
        ("Velm had 87 cases by 23 March 2020.", "Velm had 91 cases through 24 March 2020.", "stale"),
        ("Velm had 91 cases as of 23 March 2020.", "Velm had 87 cases as of 24 March 2020.", "discrepant"),
        ("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 23 March 2020.", "discrepant"),
        ("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases.", "discrepant"),
        ("Velm had 87 cases.", "Velm had 91 cases.", "discrepant"),
        ("Velm had 87 cases as of 23 March 2020.", "Velm had 87 cases as of 24 March 2020.", "exact"),
        (
            "Velm had more than 91 cases as of 23 March 2020.",
            "Velm had 87 cases as of 24 March 2020.",
            "discrepant",
        ),
    ],
)
def test_without_a_word_in_the_claim_the_sentences_must_say_so(one: str, other: str, relation: str) -> None:
    found = held(one, other).relation
    assert found is not None
    assert found.value == relation


@pytest.mark.parametrize(
    ("one", "other", "days", "relation"),
    [
        ("Velm had 87 cases so far.", "Velm had 91 cases to date.", ("2020-03-23", "2020-03-24"), "stale"),
        ("Velm had 91 cases so far.", "Velm had 87 cases to date.", ("2020-03-23", "2020-03-24"), "discrepant"),
        ("Velm had 87 cases so far.", "Velm had 91 cases.", ("2020-03-23", "2020-03-24"), "discrepant"),
        ("Velm had 87 cases so far.", "Velm had 91 cases to date.", ("", ""), "discrepant"),
    ],
)
def test_so_far_means_the_day_of_the_article(one: str, other: str, days: tuple[str, str], relation: str) -> None:
    found = held(one, other, days=days).relation
    assert found is not None
    assert found.value == relation


@pytest.mark.parametrize(
    ("moves", "first", "second", "relation", "says"),
    [
        (GROWS, 87, 91, "stale", "a total that grows may have been both"),
        (GROWS, 91, 87, "discrepant", "a total that only grows is never less later"),
        (CHANGES, 91, 87, "stale", "both may be right"),
        (None, 91, 87, "discrepant", "differ by 4"),
    ],
)
def test_a_claim_says_how_its_quantity_moves(
    moves: OverTime | None, first: int, second: int, relation: str, says: str
) -> None:
    one, other = f"Velm had {first} cases.", f"Velm had {second} cases."
    finding = held(one, other, moves=moves, days=("2020-03-23", "2020-03-24"))
    assert finding.relation is not None
    assert finding.relation.value == relation
    assert says in finding.comparisons[0].reason
    turned = held(other, one, moves=moves, days=("2020-03-24", "2020-03-23"))
    assert turned.relation is finding.relation


def test_the_reason_names_both_days() -> None:
    finding = held("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 24 March 2020.")
    assert "as of 23 March 2020 and of 24 March 2020" in finding.reason
    assert [e.as_of_why for e in finding.evidence] == ["as of 23 March 2020", "as of 24 March 2020"]


def test_an_earlier_total_is_a_lower_bound_of_the_later() -> None:
    finding = held("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 24 March 2020.")
    assert finding.consensus is not None
    assert finding.consensus.wording == "91 cases"
    assert finding.consensus.supporters == ("a", "b")


def test_what_goes_up_and_down_bounds_nothing() -> None:
    finding = held("Velm had 87 cases.", "Velm had 91 cases.", moves=CHANGES, days=("2020-03-23", "2020-03-24"))
    assert finding.status is cc.Status.TIE


def test_a_sentence_with_two_days_leaves_the_day_open() -> None:
    text = "Velm had 87 cases as of 23 March 2020, and Orla more by 24 March 2020."
    assert held(text, "Velm had 91 cases.").evidence[0].as_of is None


def test_stale_is_said_beside_agreement() -> None:
    """Two sources of one day and one of a later: what differs is the day, and the finding says so."""
    claim = cc.Claim("velm", "count", "There were {value} cases in Velm.", subject="Velm", unit="cases")
    said = {
        "a": "87 cases as of 23 March 2020",
        "b": "87 cases as of 23 March 2020",
        "c": "91 cases as of 24 March 2020",
    }
    documents = [
        cc.Document(cc.Source(name), f"In {name.upper()} Velm had {text}.") for name, text in said.items()
    ]
    assert cc.check(cc.ClaimSet((claim,)), documents)["velm"].relation is cc.Relation.STALE


def test_of_many_sources_every_earlier_one_bounds() -> None:
    claim = cc.Claim("velm", "count", "There were {value} cases in Velm.", subject="Velm", unit="cases")
    early = [(f"a{n:02}", f"Report {n}: Velm had 87 cases as of 23 March 2020.") for n in range(30)]
    late = [(f"b{n:02}", f"Report {n}: Velm had 91 cases as of 24 March 2020.") for n in range(3)]
    documents = [cc.Document(cc.Source(name), text) for name, text in (*early, *late)]
    finding = cc.check(cc.ClaimSet((claim,)), documents)["velm"]
    assert finding.relation is cc.Relation.STALE
    assert finding.consensus is not None
    assert finding.consensus.wording == "91 cases"
    assert len(finding.consensus.supporters) == 33
