"""What texts that stand together tell of one another.

An article names its subject once and goes on with `it`; a list does nothing of the kind. Whether texts are the one
or the other is measured for each query: in running text the scores of neighbours are correlated, in a list they
are not. The correlation says how much of what a neighbour has counts here, and how much standing early does (an
article says first what it has to say).
"""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import mul

from attrs import frozen

from claimcheck.matching.wordindex import Found

_CARRIED = (0.5, 0.25)  # what a word counts for one and two sentences away, at full cohesion
_CARRYING = 0.27  # share of the heaviest word's weight from which a word is carried: names, not the common words
_BARE = 0.2  # what is left of it for a text that has no word of the query itself
_STEEP = 10.0  # neighbours in an article correlate by a tenth and more, so that a tenth is full cohesion
_FEW = 10  # texts among which half of a correlation may be chance
_LEAD = 0.25  # what the first text gains over the last, at full cohesion
_EVEN = 1e-6  # share of the squares up to which scores count as equal, for floats are
_SORTED = 0.8  # share of neighbours in the order of the alphabet from which it is no chance; half would be


def cohesion(scores: Sequence[float]) -> float:
    """How far texts of high score stand together, 0 (no more than by chance) to 1.

    The correlation of each score with the next, ten times, shrunk where the texts are few.

    >>> cohesion([0, 0, 9, 9, 8, 0, 0, 0, 0, 0]), cohesion([9, 0, 0, 9, 0, 0, 8, 0, 0, 0])
    (1.0, 0.0)
    """
    size = len(scores)
    squares: float = sum(map(mul, scores, scores))
    mean = sum(scores) / size if size else 0.0
    spread = squares - size * mean * mean
    if spread <= _EVEN * squares:
        return 0.0
    together: float = sum(map(mul, scores, islice(scores, 1, None)))
    inner = 2 * size * mean - scores[0] - scores[-1]
    correlation = (together - mean * inner + (size - 1) * mean * mean) / spread
    return min(1.0, max(0.0, _STEEP * correlation * size / (size + _FEW)))


def is_sorted(texts: Sequence[list[str]]) -> bool:
    """Whether texts, each as its words, stand in the order of the alphabet: a list, whatever its texts share.

    In such a list neighbours begin alike and repeat one another, and so their scores are correlated.
    """
    pairs = len(texts) - 1
    return pairs >= _FEW and sum(a <= b for a, b in pairwise(texts)) > _SORTED * pairs


@frozen(slots=True)
class Gains:
    """What texts gain from a query.

    Attributes:
        found: The query's words.
        carried: For each of them that is carried, what it gives to texts whose neighbour has it.
        own: What each text gains by its own words.
        near: What it gains by its neighbours', at most as much again, or a little where it has nothing itself.
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
    near = [0.0] * size
    for _, given in carried:
        for i, points in given.items():
            near[i] += points
    near = [min(offered, had) if had else _BARE * offered for offered, had in zip(near, own, strict=True)]
    lead = _LEAD * together
    places = range(size, 0, -1)
    total = [(a + b) * (1 + lead * place / size) for a, b, place in zip(own, near, places, strict=True)]
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
