"""Doubts whether two values that differ are values of one thing.

That two figures are the same speaks for itself: chance seldom brings 9,052 into two texts. That they differ says
nothing of the kind, so a contradiction bears the burden of proof. It is dropped where much speaks against it:
where the texts have few words in common, where both hold further values that find no answer, where the figures are
far apart, and beside unlike words. A date only says when something happened, and the words beside it say what, so
for dates such words are enough.
"""

from collections.abc import Sequence
from enum import Enum

from claimcheck.align.pairing import Aligned, Alignment, closeness, head
from claimcheck.align.refusing import refused
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.value import Hedge

_MISSING = 4  # words of the poorer text that the other lacks, from which texts speak of different things
_MANY_MISSING = 6  # from which that alone is enough
_FAR = 0.25  # closeness of figures of which one is more than twice the other
_FAR_DAYS = 0.5  # closeness of days a year apart
_UNLIKE = 0.1  # likeness of the words beside two values below which it speaks against them
_ALIKE = 0.8  # from which it speaks for them more than all else against


class _Doubt(Enum):
    """What speaks against two values being of one thing, in words."""

    FAR = "they are far apart"
    MISSING = "the statements share few words"
    OTHERS = "both hold other values that find no answer"
    BESIDE = "the words beside them are unlike"
    NOUNS = "they count things by other names"


_GRAVE = frozenset({_Doubt.FAR, _Doubt.MISSING, _Doubt.OTHERS})


def doubted(parts: Sequence[Comparison], found: Alignment) -> tuple[Comparison, ...]:
    """The parts, contradictions dropped where too much speaks against their being any.

    Args:
        parts: How the aligned values relate, in the order of the pairs.
        found: The alignment.
    """
    alone = not any(part.relation.agrees for part in parts)
    return tuple(_doubted(part, pair, found, alone) for part, pair in zip(parts, found.pairs, strict=True))


def _doubted(part: Comparison, pair: Aligned, found: Alignment, alone: bool) -> Comparison:
    if part.relation is not Relation.DISCREPANT or pair.label >= _ALIKE:
        return part
    doubts = _doubts(pair, found)
    event = _is_plain_day(pair) and (_Doubt.BESIDE in doubts or (alone and _Doubt.MISSING in doubts))
    if not event and not _enough(doubts) and found.missing < _MANY_MISSING:
        return part
    told = " and ".join(doubt.value for doubt in doubts)
    return refused(part, f"{part.reason}, but they need not be of one thing: {told}")


def _enough(doubts: Sequence[_Doubt]) -> bool:
    return len(doubts) > 1 and (_Doubt.FAR in doubts or len(_GRAVE.intersection(doubts)) > 1)


def _is_day(pair: Aligned) -> bool:
    return pair.left.kind in DAY_KINDS and pair.right.kind in DAY_KINDS


def _is_plain_day(pair: Aligned) -> bool:
    """Whether both only mention a day; `before 2008` makes a point of it."""
    return _is_day(pair) and all(m.value.hedge is Hedge.NONE for m in (pair.left, pair.right))


def _doubts(pair: Aligned, found: Alignment) -> list[_Doubt]:
    one, other = pair.left.value, pair.right.value
    doubts = []
    if closeness(one, other) < (_FAR_DAYS if _is_day(pair) else _FAR):
        doubts.append(_Doubt.FAR)
    if found.missing >= _MISSING:
        doubts.append(_Doubt.MISSING)
    if found.left_alone and found.right_alone:
        doubts.append(_Doubt.OTHERS)
    if pair.label < _UNLIKE and not pair.bare:
        doubts.append(_Doubt.BESIDE)
    if one.noun and other.noun and head(one.noun) != head(other.noun):
        doubts.append(_Doubt.NOUNS)
    return doubts
