"""Concerns: what a person should look at, one by one."""

import hostile_reports
import pytest
import reports_data
from attrs import evolve

from claimcheck.concerns import Rule, of_finding, of_report
from claimcheck.errors import Place
from claimcheck.model.claim import CuratedReading
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Finding
from claimcheck.verdict import Severity, severity

FINDINGS = [*reports_data.report(), *reports_data.agreeing(), *hostile_reports.report("words")]


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda f: f.claim.id)
def test_the_gravest_concern_is_as_grave_as_the_finding(finding: Finding) -> None:
    concerns = of_finding(finding)
    assert max((c.severity for c in concerns), default=Severity.NONE) == severity(finding)
    assert [c.severity for c in concerns] == sorted((c.severity for c in concerns), reverse=True)


def test_a_concern_is_told_of_the_source_outside_the_consensus() -> None:
    (concern,) = of_finding(reports_data.cost())
    assert (concern.rule, concern.source_id) == (Rule.DISCREPANT, "001")
    assert concern.evidence == reports_data.cost().evidence[0]
    assert [e.source_id for e in concern.others] == ["002", "004"]
    assert not any(e.weak for e in concern.others)
    assert concern.reason.startswith("001 says about $3.3 billion, 002 and 004 $3 billion: differ by $0.3 billion")


def test_without_a_consensus_it_is_told_of_the_later_source() -> None:
    (concern,) = of_finding(reports_data.opening())
    assert (concern.source_id, [e.source_id for e in concern.others]) == ("002", ["001"])


def test_each_source_that_differs_has_a_concern_as_grave_as_its_worst_pair() -> None:
    one, two, three = (
        reports_data.side(i, reports_data.year(y)) for i, y in (("1", 2007), ("2", 2008), ("3", 2009))
    )
    pairs = (
        Comparison(one, two, Relation.DISCREPANT, "no day"),
        Comparison(one, three, Relation.TENSION, "some days"),
        Comparison(two, three, Relation.COMPATIBLE, "all days"),
    )
    finding = evolve(reports_data.opening(), comparisons=pairs, evidence=())
    assert [(c.rule, c.source_id) for c in of_finding(finding)] == [(Rule.DISCREPANT, "2"), (Rule.TENSION, "3")]


def test_a_grave_headline_without_pairs_is_a_concern_all_the_same() -> None:
    (concern,) = of_finding(evolve(reports_data.cost(), comparisons=()))
    assert (concern.rule, concern.reason, concern.source_id) == (Rule.DISCREPANT, reports_data.cost().reason, "")


def test_what_is_accepted_is_no_concern_but_a_lost_quote_is() -> None:
    assert of_finding(reports_data.accepted()) == ()
    finding = evolve(reports_data.accepted(), quotes=reports_data.painters().quotes)
    assert [c.rule for c in of_finding(finding)] == [Rule.QUOTE_CHANGED]


def test_a_quote_that_only_moved_is_none() -> None:
    (quote,) = reports_data.painters().quotes
    finding = evolve(reports_data.agreeing().findings[0], quotes=(evolve(quote, state="moved"),))
    assert of_finding(finding) == ()


def test_a_quote_is_told_of_where_it_is_curated() -> None:
    finding = reports_data.painters()
    (quote,) = finding.quotes
    reading = CuratedReading("003", quote.quote, place=Place("claims/bridge.yaml", 12))
    claim = evolve(finding.claim, readings=(reading,), place=Place("claims/bridge.yaml", 8))
    places = {c.rule: c.place for c in of_finding(evolve(finding, claim=claim))}
    assert places[Rule.QUOTE_CHANGED] == reading.place
    assert places[Rule.SINGLE_SOURCE] == claim.place


def test_every_rule_has_a_description_and_a_severity() -> None:
    assert len({rule.description for rule in Rule}) == len(Rule)
    assert all(rule.severity > Severity.NONE for rule in Rule)
    assert {c.rule for c in of_report(reports_data.report())} <= set(Rule)
