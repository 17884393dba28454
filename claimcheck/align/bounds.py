"""Two bounds on one side: what is more than $300 million is more than $180 million too."""

from attrs import evolve

from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.value import Hedge

_UP = (Hedge.MORE_THAN, Hedge.AT_LEAST)
_DOWN = (Hedge.LESS_THAN, Hedge.AT_MOST)


def bounded(part: Comparison) -> Comparison:
    """The part, a discrepancy of two bounds on one side softened to tension.

    Each bound by itself suggests another amount, but a statement may well sum up the sharper bound of another by a
    weaker one, so that both are right.
    """
    one, other = part.left.value, part.right.value
    if part.relation is not Relation.DISCREPANT or one is None or other is None or one.kind in DAY_KINDS:
        return part
    if not any(one.hedge in side and other.hedge in side for side in (_UP, _DOWN)):
        return part
    return evolve(part, relation=Relation.TENSION, reason=f"{part.reason}, though the one bound implies the other")
