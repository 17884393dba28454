"""What texts that stand together tell of one another.

An article names its subject once and goes on with `it`; a list does nothing of the kind. Whether texts are the one
or the other is measured for each query: in running text the scores of neighbours are correlated, in a list they
are not. The correlation says how much of what a neighbour has counts here, and how much standing early does (an
article says first what it has to say).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from claimcheck.matching.wordindex import Found

_CARRIED = (0.5, 0.25)  # what a word counts for one and two sentences away, at full cohesion
_CARRYING = 0.33  # share of the heaviest word's weight from which a word is carried: names, not the common words
_STEEP = 10.0  # neighbours in an article correlate by a tenth and more, so that a tenth is full cohesion
_FEW = 10  # texts among which half of a correlation may be chance
_LEAD = 0.25  # what the first text gains over the last, at full cohesion


def cohesion(scores: Sequence[float]) -> float:
    """How far texts of high score stand together, 0 (no more than by chance) to 1.

    The correlation of each score with the next, ten times, shrunk where the texts are few.

    >>> cohesion([0, 0, 9, 9, 8, 0, 0, 0, 0, 0]), cohesion([9, 0, 0, 9, 0, 0, 8, 0, 0, 0])
    (1.0, 0.0)
    """
    size = len(scores)
    mean = sum(scores) / size if size else 0.0
    apart = [score - mean for score in scores]
    spread = sum(a * a for a in apart)
    if not spread:
        return 0.0
    correlation = sum(a * b for a, b in pairwise(apart)) / spread
    return min(1.0, max(0.0, _STEEP * correlation * size / (size + _FEW)))


@frozen(slots=True)
class Gains:
    """What texts gain from a query.

    Attributes:
        found: The query's words.
        carried: For each of them that is carried, what it gives to texts whose neighbour has it.
        own: What each text gains by its own words.
        near: What it gains by its neighbours', at most as much again.
        lead: What a place gives, as a share of the score, to the first text.
        total: All together.
    """

    found: Sequence[Found]
    carried: Sequence[tuple[str, dict[int, float]]]
    own: Sequence[float]
    near: Sequence[float]
    lead: float
    total: Sequence[float]

    def parts(self, i: int) -> Iterator[tuple[str, str, float]]:
        """What the gain of text `i` is made of: kind of evidence, word, points."""
        words: dict[str, float] = {}
        for one in self.found:
            words[one.word] = words.get(one.word, 0.0) + one.weight * one.shares.get(i, 0.0)
        yield from (("word", word, points) for word, points in words.items())
        offered = sum(given.get(i, 0.0) for _, given in self.carried)
        for word, given in self.carried:
            if i in given:
                yield "neighbour", word, given[i] * self.near[i] / offered
        yield "place", "early in the text", self.total[i] - self.own[i] - self.near[i]


def gather(found: Sequence[Found], own: Sequence[float], together: float) -> Gains:
    """What each text gains.

    Args:
        found: The query's words in the texts.
        own: What each text gains by its own words.
        together: How far neighbours tell of one another, 0 to 1.
    """
    size = len(own)
    if not together or not found:
        return Gains(found, (), own, [0.0] * size, 0.0, own)
    least = _CARRYING * max(one.weight for one in found)
    carried = [(one.word, _carried(one, size, together)) for one in found if one.weight >= least]
    offered = [0.0] * size
    for _, given in carried:
        for i, points in given.items():
            offered[i] += points
    near = [min(a, b) for a, b in zip(offered, own, strict=True)]
    lead = _LEAD * together
    total = [(a + b) * (1 + lead * (1 - i / size)) for i, (a, b) in enumerate(zip(own, near, strict=True))]
    return Gains(found, carried, own, near, lead, total)


def _carried(one: Found, size: int, together: float) -> dict[int, float]:
    """What a word gives to the texts around those that have it, beyond what it gives them by standing there."""
    best: dict[int, float] = {}
    for i, share in one.shares.items():
        for away, worth in enumerate(_CARRIED, 1):
            near = share * worth * together
            for at in (i - away, i + away):
                if 0 <= at < size and near > max(best.get(at, 0.0), one.shares.get(at, 0.0)):
                    best[at] = near
    return {i: one.weight * (near - one.shares.get(i, 0.0)) for i, near in best.items()}
