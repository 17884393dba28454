"""Which of many claims a sentence is worded like: the claims are indexed, the sentences stream by.

The likeness is containment: the share of a claim's words that a sentence has, each word weighed by its rarity. The
order of words and what else the sentence says do not count, words are compared by their stems, and long words may
be mistyped.

No sentence is compared with every claim. The few rarest words of a claim are its keys, so many that a sentence
without any cannot reach the cutoff. So a sentence is cut at white space, what its chunks say is looked up, and
only claims that it has a key of, and words enough of, are weighed. Nothing that reaches the cutoff is missed by
this (a property test).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimcheck.errors import InvalidValue
from claimcheck.matching import rarity
from claimcheck.matching.background import UNLISTED, rareness
from claimcheck.matching.index.result import Near
from claimcheck.matching.index.vocabulary import Chunks, Vocabulary
from claimcheck.matching.terms import terms
from claimcheck.model.claim import Weight

CUTOFF = 60.0  # score from which a sentence is near; see the page on scaling for what that keeps and costs
_POWER = 1.7  # of the weight of a word, as in ranking: names and rare words decide
_BACKGROUND = 1000  # claims that are imagined beside the given ones, so that few claims have sound weights too
_ELSEWHERE = 60  # … and how many of them have a common word


class WordingIndex:
    """An index over the wordings of claims, asked sentence by sentence.

    Args:
        claims: Their texts.
        cutoff: Score from which a sentence is near a claim, above 0 and at most 100.

    Raises:
        InvalidValue: If the cutoff is out of bounds.

    >>> index = WordingIndex(["The harbour bridge opened in 1987.", "Ferries cost the city nine million euros."])
    >>> index.near("In 1987 the habour bridge was opened to traffic.")
    (Near(claim=0, score=100.0),)
    """

    __slots__ = (
        "_chunks",
        "_claims",
        "_costs",
        "_cutoff",
        "_fewest",
        "_keys",
        "_names",
        "_posted",
        "_totals",
        "_vocabulary",
        "_weights",
    )

    def __init__(self, claims: Sequence[str], cutoff: float = CUTOFF) -> None:
        if not 0 < cutoff <= 100:
            raise InvalidValue(f"the cutoff is {cutoff:g}, not above 0 and at most 100")
        self._cutoff = cutoff / 100
        documents = [tuple(dict.fromkeys(t for t in terms(text) if not rarity.is_function(t))) for text in claims]
        shared = Counter(chain.from_iterable(documents))
        self._names = tuple(shared)
        self._vocabulary = Vocabulary(self._names)
        self._weights = tuple(_weight(word, count, len(claims)) for word, count in shared.items())
        self._costs = tuple(_cost(word, count, len(claims)) for word, count in shared.items())
        number = {word: n for n, word in enumerate(self._names)}
        self._claims = tuple(frozenset(map(number.__getitem__, words)) for words in documents)
        self._totals = tuple(sum(map(self._weights.__getitem__, sorted(words))) for words in self._claims)
        keys: list[tuple[int, ...]] = [()] * len(self._names)
        for claim in range(len(claims)):
            for word in self._keys_of(claim):
                keys[word] += (claim,)
        self._posted = tuple(keys)
        self._fewest = tuple(map(self._fewest_of, range(len(claims))))
        self._keys: dict[str, tuple[int, ...]] = {}
        self._chunks = Chunks(self._said, self._keys.clear)

    def __len__(self) -> int:
        return len(self._claims)

    def near(self, sentence: str) -> tuple[Near, ...]:
        """The claims that a sentence is near, best first, then by number."""
        found = (one for _, one in self.stream((sentence,)))
        return tuple(sorted(found, key=lambda near: (-near.score, near.claim)))

    def stream(self, sentences: Iterable[str]) -> Iterator[tuple[int, Near]]:
        """Of many sentences, the number of each that is near a claim, counted from 0, with that claim."""
        words, keys = self._chunks.said, self._keys
        known, keyed = words.keys(), keys.keys()
        for i, sentence in enumerate(sentences):
            chunks = sentence.split()
            self._chunks.learn(chunks)
            met = known & chunks
            having = keyed & met
            if having:
                claims = {claim for chunk in having for claim in keys[chunk]}
                for near in self._weighed(claims, list(chain.from_iterable(map(words.__getitem__, met)))):
                    yield i, near

    def explain(self, sentence: str, claim: int) -> tuple[Weight, ...]:
        """What the score of a claim (by number) is made of, heaviest first, even if it is under the cutoff."""
        words = self._claims[claim].intersection(
            chain.from_iterable(map(self._vocabulary.in_chunk, sentence.split()))
        )
        scale = 100 / (self._totals[claim] or 1.0)
        weights = [Weight("word", self._names[word], scale * self._weights[word]) for word in words]
        return tuple(sorted(weights, key=lambda w: (-w.points, w.detail)))

    def _said(self, chunk: str) -> tuple[int, ...]:
        """The words of the claims in a chunk; those of them that are keys are noted."""
        words = self._vocabulary.in_chunk(chunk)
        claims = tuple(chain.from_iterable(map(self._posted.__getitem__, words)))
        if claims:
            self._keys[chunk] = claims
        return words

    def _weighed(self, claims: set[int], said: Sequence[int]) -> list[Near]:
        """Those of the claims that are near a sentence with the words `said`, by number."""
        found = []
        for claim in claims:
            shared = self._claims[claim].intersection(said)
            if len(shared) >= self._fewest[claim]:
                share = sum(map(self._weights.__getitem__, sorted(shared))) / self._totals[claim]
                if share >= self._cutoff:
                    found.append(Near(claim, round(100 * share, 1)))
        return sorted(found, key=_number) if len(found) > 1 else found

    def _keys_of(self, claim: int) -> Sequence[int]:
        """The rarest words of a claim: as many as leave too little to reach the cutoff."""
        left = 0.0
        order = sorted(self._claims[claim], key=lambda word: (self._costs[word] / self._weights[word], word))
        while order and left + self._weights[order[-1]] < (self._cutoff - _ROUNDING) * self._totals[claim]:
            left += self._weights[order.pop()]
        return order

    def _fewest_of(self, claim: int) -> int:
        """How many words of a claim a sentence has at least that reaches the cutoff."""
        gained = 0.0
        for n, weight in enumerate(sorted(map(self._weights.__getitem__, self._claims[claim]), reverse=True), 1):
            gained += weight
            if gained >= (self._cutoff - _ROUNDING) * self._totals[claim]:
                return n
        return 0


def _number(near: Near) -> int:
    return near.claim


_ROUNDING = 1e-9  # sums of weights in another order differ by less


def _cost(word: str, claims_with: int, claims: int) -> float:
    """How many claims come up through a word in a sentence: sentences have the words of English and of claims."""
    return claims_with * max(claims_with / claims, math.exp(-UNLISTED * rareness(word)))


def _weight(word: str, claims_with: int, claims: int) -> float:
    """How much a word tells, by how many of the claims have it and by the background table."""
    known = rarity.weight(word)
    elsewhere = 0 if known == rarity.RARE else _ELSEWHERE
    return float((known * math.log(1 + (claims + _BACKGROUND) / (claims_with + elsewhere))) ** _POWER)
