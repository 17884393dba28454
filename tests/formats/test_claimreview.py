"""ClaimReview: terms as schema.org has them, and nothing claimed that a machine cannot know."""

import json
from importlib import import_module
from typing import Any

import hostile_reports
import pytest
import reports_data
from attrs import evolve

from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Finding, Report
from claimcheck.reports import claimreview


def graph(*findings: Finding) -> list[dict[str, Any]]:
    report = evolve(reports_data.report(), findings=findings)
    data = json.loads(claimreview.render(report))
    assert data["@context"] == "https://schema.org"
    found = data["@graph"]
    assert isinstance(found, list)
    return found


def rating(finding: Finding) -> str | None:
    (review,) = graph(finding)
    told = review.get("reviewRating")
    return None if told is None else str(told["alternateName"])


def test_the_terms_are_those_of_the_vocabulary() -> None:
    """rdflib lists all types and properties of schema.org."""
    vocabulary = import_module("rdflib").SDO

    def visit(data: object) -> None:
        if isinstance(data, dict):
            assert data["@type"] in vocabulary
            assert all(key in vocabulary for key in data if key != "@type")
        for member in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
            visit(member)

    visit(graph(*reports_data.report()))
    assert "claimReviewd" not in vocabulary


def test_a_review_for_each_claim_that_is_spoken_of() -> None:
    reviews = graph(*reports_data.report())
    assert [r["identifier"] for r in reviews] == [f.claim.id for f in reports_data.report() if f.evidence]
    assert reviews[0]["claimReviewed"] == "Building the harbour bridge has cost $3 billion."
    assert [w["identifier"] for w in reviews[0]["itemReviewed"]["appearance"]] == ["002", "003", "004"]
    assert [w["identifier"] for w in reviews[0]["isBasedOn"]] == ["001", "002", "003", "004"]


def test_nobody_is_named_who_did_not_sign_and_no_number_of_truth_is_given() -> None:
    text = claimreview.render(reports_data.report())
    assert not {"author", "ratingValue", "bestRating", "worstRating"} & set(text.replace('"', " ").split())


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        (reports_data.cost(), "Consistent with 2 independent sources, disputed by 1"),
        (evolve(reports_data.age(), within=()), "Consistent with 2 independent sources"),
        (reports_data.opening(), None),  # a tie
        (
            evolve(reports_data.painters(), claim=evolve(reports_data.painters().claim, expect=None)),
            None,
        ),  # one only
        (reports_data.painters(), "Contradicted by 1 of 1 source"),
    ],
)
def test_a_rating_only_where_there_is_something_to_rate_by(finding: Finding, told: str | None) -> None:
    assert rating(finding) == told


@pytest.mark.parametrize(
    ("relations", "told"),
    [
        ({"1": Relation.EXACT, "2": Relation.COMPATIBLE}, "Supported by 2 sources"),
        ({"1": Relation.EXACT, "2": Relation.TENSION}, "In doubt: 1 of 2 sources fit it only loosely"),
        ({"1": Relation.EXACT, "2": Relation.DISCREPANT}, "Contradicted by 1 of 2 sources"),
        ({"1": Relation.NOT_COMPARABLE}, None),
        ({}, None),
    ],
)
def test_against_the_expected_value(relations: dict[str, Relation], told: str | None) -> None:
    finding = reports_data.painters()
    (pair,) = finding.expected
    pairs = tuple(evolve(pair, left=evolve(pair.left, source_id=i), relation=r) for i, r in relations.items())
    assert rating(evolve(finding, expected=pairs)) == told


@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_it_can_be_put_into_a_page(name: str) -> None:
    text = claimreview.render(hostile_reports.report(hostile_reports.TEXTS[name]))
    assert not {"<", ">", "&"} & set(text)
    assert len(json.loads(text)["@graph"]) == 2


def test_an_empty_report() -> None:
    assert json.loads(claimreview.render(Report((), ()))) == {"@context": "https://schema.org", "@graph": []}
