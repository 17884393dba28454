"""Findings: what the sources of each claim say, how they relate, and what they jointly support.

Nothing here depends on the order of the sources, but the order in which things are listed.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve

from claimcheck.grammar.senses import senses
from claimcheck.model.claim import Claim, ImpliedEnd, Match
from claimcheck.model.finding import Derived, Evidence, Finding, QuoteCheck
from claimcheck.model.text import Role, Source
from claimcheck.policy import Policy
from claimcheck.reconcile import best, derive, finding, independence
from claimcheck.reconcile.fuse import Fusion, fuse
from claimcheck.reconcile.fuse_all import fuse_all
from claimcheck.reconcile.relation import relate

__all__ = ["Fusion", "fuse", "fuse_all", "reconcile", "relate"]


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
    prepared = {claim.id: _prepared(evidence.get(claim.id, ()), claim, policy) for claim in claims}
    told = {source.id: source.reference_date for source in sources if source.reference_date is not None}
    return tuple(
        evolve(
            finding.find(claim, prepared[claim.id], finding.policy_of(claim, policy)),
            derived=_derived(claim, claims, prepared, told, policy),
            nearest=(nearest or {}).get(claim.id, ()),
            quotes=(quotes or {}).get(claim.id, ()),
        )
        for claim in claims
    )


def _prepared(evidence: tuple[Evidence, ...], claim: Claim, policy: Policy) -> tuple[Evidence, ...]:
    own = finding.policy_of(claim, policy)
    sensed = tuple(e if e.senses else evolve(e, senses=senses(e.value, own)) for e in evidence)
    return best.repeats_marked(independence.origins(sensed))


def _derived(
    claim: Claim,
    claims: Sequence[Claim],
    prepared: Mapping[str, tuple[Evidence, ...]],
    told: dict[str, date],
    policy: Policy,
) -> tuple[Derived, ...]:
    """What the other claims imply for this one."""
    own = finding.policy_of(claim, policy)
    stated = tuple(e for e in prepared[claim.id] if e.role is not Role.FURNITURE)
    return tuple(
        derived
        for other in claims
        for tie in other.implies
        if tie.claim_id == claim.id and tie.end is ImpliedEnd.START
        for derived in derive.starts(
            [e for e in prepared[other.id] if e.role is not Role.FURNITURE], other.id, told, stated, own
        )
    )
