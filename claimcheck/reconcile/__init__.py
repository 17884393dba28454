"""Findings: what the sources of each claim say, how they relate, and what they jointly support.

Nothing here depends on the order of the sources, but the order in which things are listed.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve

from claimcheck.grammar.calendar import days_of_day
from claimcheck.grammar.senses import senses
from claimcheck.model.claim import Claim, Match
from claimcheck.model.finding import Evidence, Finding, QuoteCheck
from claimcheck.model.text import Source
from claimcheck.policy import Policy
from claimcheck.reconcile import best, finding, implied, independence
from claimcheck.reconcile.relation import relate

__all__ = ["reconcile", "relate"]


def reconcile(
    claims: Sequence[Claim],
    evidence: Mapping[str, tuple[Evidence, ...]],
    sources: Sequence[Source],
    policy: Policy,
    nearest: Mapping[str, tuple[Match, ...]] | None = None,
    quotes: Mapping[str, tuple[QuoteCheck, ...]] | None = None,
) -> tuple[Finding, ...]:
    """One finding for each claim, in the order of the claims.

    Args:
        claims: The claims.
        evidence: The readings of each claim, by its id, in the order of sources and text. Readings without
            senses are given those that the policy and the claim's own rounding license.
        sources: The sources, for their reference dates.
        policy: The policy.
        nearest: For each claim, by its id, the nearest sentences of sources without a reading.
        quotes: For each claim, by its id, curated quotes that are not where they were.
    """
    told = {source.id: source.reference_date for source in sources if source.reference_date is not None}
    prepared = {claim.id: _prepared(evidence.get(claim.id, ()), claim, policy, told) for claim in claims}
    found = [
        evolve(
            finding.find(claim, prepared[claim.id], finding.policy_of(claim, policy)),
            nearest=(nearest or {}).get(claim.id, ()),
            quotes=(quotes or {}).get(claim.id, ()),
        )
        for claim in claims
    ]
    return implied.with_implied(found, told, policy)


def _prepared(
    evidence: tuple[Evidence, ...], claim: Claim, policy: Policy, told: Mapping[str, date]
) -> tuple[Evidence, ...]:
    own = finding.policy_of(claim, policy)
    sensed = tuple(e if e.senses else evolve(e, senses=senses(e.value, own)) for e in evidence)
    if claim.over_time is not None:  # then every figure is of a day: that of its article, unless it names one
        sensed = tuple(_of_its_day(e, told.get(e.source_id)) for e in sensed)
    return best.repeats_marked(independence.origins(sensed))


def _of_its_day(e: Evidence, day: date | None) -> Evidence:
    if e.as_of is not None or day is None:
        return e
    return evolve(e, as_of=days_of_day(day.year, day.month, day.day), as_of_why="the day of the article")
