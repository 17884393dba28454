"""A conflict between claims that a person has accepted: what it covers, and when it goes stale."""

from pathlib import Path

import pytest

import claimcheck as cc
from claimcheck.model.claim import Acceptance
from claimcheck.model.text import Document, Source
from claimcheck.model.ties import Conflict, Statement
from claimcheck.reconcile.conflicts import let_stand
from claimcheck.verdict import Severity, severity

CLAIMS = """\
subject: Lindford harbour
aliases: [the harbour]
claims:
  - {id: quay, kind: money, statement: "The quay of the harbour cost {value}.", cues: [quay], reject: [all]}
  - {id: cranes, kind: money, statement: "The cranes of the harbour cost {value}.", cues: [cranes], reject: [all]}
  - id: total
    kind: money
    statement: The harbour cost {value} in all.
    cues: [in all]
    reject: [quay, cranes]
    derive: {sum: [quay, cranes]}
"""
ACCEPTED = """\
    accepted:
      - sources: [courier, herald]
        conflict: {quay: 1.2 billion dollars, cranes: $0.5 billion, total: $2.4bn}
        why: the herald counts the railway
        by: ana
        on: 2026-11-22
"""
COURIER = (
    "The quay of the Lindford harbour cost $1.2 billion. The cranes of the Lindford harbour cost $0.5 billion."
)
HERALD = "The Lindford harbour cost $2.4 billion in all."


def total(folder: Path, claims: str = CLAIMS + ACCEPTED, **articles: str) -> cc.Finding:
    path = folder / "harbour.yaml"
    path.write_text(claims, encoding="utf-8")
    texts = {"courier": COURIER, "herald": HERALD} | articles
    documents = tuple(Document(Source(name), text) for name, text in texts.items())
    return cc.check(cc.load_claims(path), documents)["total"]


def test_without_a_decision_the_conflict_counts(tmp_path: Path) -> None:
    finding = total(tmp_path, CLAIMS)
    assert [c.accepted for c in finding.conflicts] == [""]
    assert severity(finding) is Severity.DISCREPANT


def test_a_decision_covers_it_whatever_wording_it_has(tmp_path: Path) -> None:
    finding = total(tmp_path)
    assert [c.accepted for c in finding.conflicts] == ["the herald counts the railway (ana on 2026-11-22)"]
    assert severity(finding) is Severity.SINGLE_SOURCE
    assert finding.accepted == ""  # no disagreement among those who state the total


@pytest.mark.parametrize(
    "articles",
    [
        {"herald": HERALD.replace("2.4", "2.5")},
        {"courier": COURIER.replace("1.2", "1.1")},
        {"bulletin": HERALD},
    ],
    ids=["the total changed", "a part changed", "one more source says so"],
)
def test_it_goes_stale_when_a_reading_changes(tmp_path: Path, articles: dict[str, str]) -> None:
    finding = total(tmp_path, **articles)
    assert [c.accepted for c in finding.conflicts] == [""]
    assert severity(finding) is Severity.DISCREPANT


def test_a_decision_on_the_values_of_one_claim_covers_no_conflict(tmp_path: Path) -> None:
    text = ACCEPTED.replace(
        "conflict: {quay: 1.2 billion dollars, cranes: $0.5 billion, total: $2.4bn}",
        "values: [$2.4 billion, $1.7 billion]",
    )
    assert [c.accepted for c in total(tmp_path, CLAIMS + text).conflicts] == [""]


def test_a_decision_on_a_conflict_covers_no_disagreement(tmp_path: Path) -> None:
    finding = total(tmp_path, bulletin="The Lindford harbour cost $1.7 billion in all.")
    assert finding.relation is cc.Relation.DISCREPANT
    assert finding.accepted == ""
    assert [c.accepted for c in finding.conflicts] == ["the herald counts the railway (ana on 2026-11-22)"]


FOUND = Conflict((Statement("a", "$1 billion", ("x",)), Statement("b", "$2 to $3 billion", ("x", "y"))), "why")


def accepting(values: dict[str, str], *sources: str) -> Acceptance:
    read = tuple(cc.read_value(text, "money") for text in values.values())
    return Acceptance(sources, read, why="known", claim_ids=tuple(values))


@pytest.mark.parametrize(
    ("values", "sources", "covers"),
    [
        ({"a": "$1 billion", "b": "$2 to $3 billion"}, "xy", True),
        ({"b": "$2 to $3 billion", "a": "$1 billion"}, "yxz", True),
        ({"a": "$1 billion", "b": "$2 to $3 billion"}, "x", False),
        ({"a": "$1 billion", "b": "$2 to $4 billion"}, "xy", False),
        ({"a": "$1 billion", "c": "$2 to $3 billion"}, "xy", False),
        ({"a": "$1 billion", "b": "$2 to $3 billion", "c": "$1"}, "xy", False),
    ],
)
def test_claims_values_and_sources_must_all_be_named(values: dict[str, str], sources: str, covers: bool) -> None:
    assert let_stand(FOUND, [accepting(values, *sources)]).accepted == ("known" if covers else "")


def test_a_conflict_has_to_name_the_claim_that_it_is_shown_at(tmp_path: Path) -> None:
    text = ACCEPTED.replace("total: $2.4bn", "x: $2")
    with pytest.raises(cc.ClaimFileError) as caught:
        total(tmp_path, CLAIMS + text)
    assert [p.message for p in caught.value.problems] == [
        "this conflict does not name the claim that it stands at",
        "there is no claim `x`",
    ]
