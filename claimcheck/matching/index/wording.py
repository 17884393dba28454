"""Which of many claims a sentence is worded like: the claims are indexed, the sentences stream by.

The likeness is containment: the share of a claim's words that a sentence has, each word weighed by its rarity. The
order of words and what else the sentence says do not count, words are compared by their stems, and long words may
be mistyped.

No sentence is compared with every claim. A few rare words of each claim are its keys, taken until what is left of
its weight is small. A sentence that reaches the cutoff then has two of the keys, or one that is heavy enough to do
with all the rest; such a key counts twice. So a sentence is cut at white space, each chunk is looked up once, and
only claims that come up twice are weighed. Nothing that reaches the cutoff is missed by this (a property test).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from claimcheck.errors import InvalidValue
from claimcheck.matching import rarity
from claimcheck.matching.index.result import Near
from claimcheck.matching.index.vocabulary import Vocabulary
from claimcheck.matching.terms import terms
from claimcheck.model.claim import Weight

CUTOFF = 60.0  # score from which a sentence is near; see the page on scaling for what that keeps and costs
_POWER = 1.7  # of the weight of a word, as in ranking: names and rare words decide
_BACKGROUND = 1000  # claims that are imagined beside the given ones, so that few claims have sound weights too
_ELSEWHERE = 60  # … and how many of them have a common word
_LEFT = 0.3  # share of a claim's weight that its keys may leave out


class WordingIndex:
    """An index over the wordings of claims, asked sentence by sentence.

    Args:
        claims: Their texts.
        cutoff: Score from which a sentence is near a claim, above 30 and at most 100.

    Raises:
        InvalidValue: If the cutoff is out of bounds.

    >>> index = WordingIndex(["The harbour bridge opened in 1987.", "Ferries cost the city nine million euros."])
    >>> index.near("In 1987 the habour bridge was opened to traffic.")
    (Near(claim=0, score=100.0),)
    """

    __slots__ = ("_claims", "_cutoff", "_names", "_posted", "_totals", "_vocabulary", "_weights")

    def __init__(self, claims: Sequence[str], cutoff: float = CUTOFF) -> None:
        if not 100 * _LEFT < cutoff <= 100:
            raise InvalidValue(f"the cutoff is {cutoff:g}, not above {100 * _LEFT:g} and at most 100")
        self._cutoff = cutoff / 100
        documents = [tuple(dict.fromkeys(t for t in terms(text) if not rarity.is_function(t))) for text in claims]
        shared = Counter(chain.from_iterable(documents))
        self._names = tuple(shared)
        self._vocabulary = Vocabulary(self._names)
        self._weights = tuple(_weight(word, count, len(claims)) for word, count in shared.items())
        number = {word: n for n, word in enumerate(self._names)}
        self._claims = tuple(frozenset(map(number.__getitem__, words)) for words in documents)
        self._totals = tuple(sum(map(self._weights.__getitem__, sorted(words))) for words in self._claims)
        keys: list[tuple[int, ...]] = [()] * len(self._names)
        for claim in range(len(claims)):
            for word, times in self._keys_of(claim):
                keys[word] += (claim,) * times
        self._posted = keys.__getitem__

    def __len__(self) -> int:
        return len(self._claims)

    def near(self, sentence: str) -> tuple[Near, ...]:
        """The claims that a sentence is near, best first, then by number."""
        return tuple(sorted(self._near(sentence), key=lambda near: (-near.score, near.claim)))

    def stream(self, sentences: Iterable[str]) -> Iterator[tuple[int, Near]]:
        """Of many sentences, the number of each that is near a claim, counted from 0, with that claim."""
        for i, sentence in enumerate(sentences):
            for near in self._near(sentence):
                yield i, near

    def explain(self, sentence: str, claim: int) -> tuple[Weight, ...]:
        """What the score of a claim (by number) is made of, heaviest first, even if it is under the cutoff."""
        words = self._claims[claim].intersection(
            chain.from_iterable(map(self._vocabulary.in_chunk, sentence.split()))
        )
        scale = 100 / (self._totals[claim] or 1.0)
        weights = [Weight("word", self._names[word], scale * self._weights[word]) for word in words]
        return tuple(sorted(weights, key=lambda w: (-w.points, w.detail)))

    def _near(self, sentence: str) -> Sequence[Near]:
        """The claims that a sentence is near, by number."""
        words = list(chain.from_iterable(map(self._vocabulary.in_chunk, sentence.split())))
        posted = list(chain.from_iterable(map(self._posted, words)))
        if len(set(posted)) == len(posted):
            return ()
        posted.sort()
        found = []
        for claim in dict.fromkeys([one for one, other in pairwise(posted) if one == other]):
            gained = sum(map(self._weights.__getitem__, self._claims[claim].intersection(words)))
            share = gained / self._totals[claim]
            if share >= self._cutoff:
                found.append(Near(claim, round(100 * share, 1)))
        return found

    def _keys_of(self, claim: int) -> Iterator[tuple[int, int]]:
        """A claim's keys, and how often each counts."""
        total = left = self._totals[claim]
        keys = []
        for word in sorted(self._claims[claim], key=lambda w: (-self._weights[w], w)):
            keys.append(word)
            left -= self._weights[word]
            if left < _LEFT * total:
                break
        for word in keys:
            alone = self._weights[word] + left >= (self._cutoff - _ROUNDING) * total
            yield word, 2 if alone else 1


_ROUNDING = 1e-9  # sums of weights in another order differ by less


def _weight(word: str, claims_with: int, claims: int) -> float:
    """How much a word tells, by how many of the claims have it and by the background table."""
    known = rarity.weight(word)
    elsewhere = 0 if known == rarity.RARE else _ELSEWHERE
    return float((known * math.log(1 + (claims + _BACKGROUND) / (claims_with + elsewhere))) ** _POWER)
