"""Two statements: which value of one answers which of the other, and how the statements relate."""

from collections.abc import Callable, Sequence

from attrs import evolve

from claimcheck.align.dates import with_year
from claimcheck.align.pairing import Aligned, Alignment, align
from claimcheck.grammar.senses import senses
from claimcheck.model.claim import Mention, Modality
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.policy import Policy

__all__ = ["Aligned", "Alignment", "align", "compare"]

Relate = Callable[[Side, Side], Comparison]

_OUTSIDE = {Relation.STALE: 5, Relation.NOT_COMPARABLE: 6}


def compare(
    left_text: str,
    left: Sequence[Mention],
    right_text: str,
    right: Sequence[Mention],
    relate: Relate,
    policy: Policy,
) -> Comparison:
    """How two statements relate: the weakest relation between values that answer one another.

    Args:
        left_text: One statement.
        left: Its values, with offsets in it.
        right_text: The other statement.
        right: Its values.
        relate: How two single values relate.
        policy: What wordings license.

    Returns:
        The comparison of the whole, `parts` holding those of the aligned values, weakest first.
    """
    left, right = with_year(left, right)
    found = align(left, right, left_text, right_text)
    parts = sorted((_part(pair, relate, policy) for pair in found.pairs), key=_weakness)
    alone = tuple(_side(mention, policy) for mention in (*found.left_alone, *found.right_alone))
    if not parts and not found.refusal and len(left) == len(right) == 1:
        only = relate(_side(left[0], policy), _side(right[0], policy))
        return Comparison(Side(left_text), Side(right_text), Relation.NOT_COMPARABLE, only.reason, unaligned=alone)
    relation, reason = _verdict(parts, found, left, right)
    sizes = parts[0] if len(parts) == 1 and relation is parts[0].relation else None
    return Comparison(
        Side(left_text),
        Side(right_text),
        relation,
        reason,
        sizes.gap if sizes else None,
        sizes.gap_share if sizes else None,
        sizes.unit if sizes else "",
        tuple(parts),
        alone,
    )


def _side(mention: Mention, policy: Policy) -> Side:
    return Side(mention.surface, mention.value, mention.span, senses=senses(mention.value, policy))


def _part(pair: Aligned, relate: Relate, policy: Policy) -> Comparison:
    """Two aligned values; that their nouns mean the same is settled by aligning them."""
    left, right = _side(pair.left, policy), _side(pair.right, policy)
    if pair.left.modality is not pair.right.modality and Modality.STATED in (
        pair.left.modality,
        pair.right.modality,
    ):
        other = pair.left.modality if pair.right.modality is Modality.STATED else pair.right.modality
        return Comparison(left, right, Relation.NOT_COMPARABLE, f"one is stated, the other {other.value}")
    return evolve(relate(_nameless(left), _nameless(right)), left=left, right=right)


def _nameless(side: Side) -> Side:
    return evolve(side, value=side.value and evolve(side.value, noun=""))


def _weakness(part: Comparison) -> tuple[int, int, float]:
    strength = part.relation.strength
    span = part.left.span.start if part.left.span else 0
    rank = _OUTSIDE[part.relation] if strength is None else strength
    return rank, span, -float(part.gap_share or 0)


def _verdict(
    parts: Sequence[Comparison], found: Alignment, left: Sequence[Mention], right: Sequence[Mention]
) -> tuple[Relation, str]:
    if not left or not right:
        return (
            Relation.NOT_COMPARABLE,
            "neither holds a value" if not left and not right else "only one holds a value",
        )
    if found.refusal:
        return Relation.NOT_COMPARABLE, found.refusal
    if not parts:
        return Relation.NOT_COMPARABLE, "no value of one answers a value of the other"
    weakest = parts[0]
    return weakest.relation, f"{weakest.left.text} and {weakest.right.text}: {weakest.reason}"
