"""Comparisons that turn out to say nothing."""

from attrs import evolve

from claimcheck.model.comparison import Comparison, Relation


def refused(part: Comparison, why: str) -> Comparison:
    """The comparison as `not_comparable`, without a gap."""
    return evolve(part, relation=Relation.NOT_COMPARABLE, reason=why, gap=None, gap_share=None, unit="")
