"""Which of many claims a sentence is worded like: the claims are indexed, the sentences stream by.

The likeness is containment: the share of a claim's words that a sentence has, each word weighed by its rarity. The
order of words and what else the sentence says do not count, words are compared by their stems, and long words may
be mistyped.

No sentence is compared with every claim. Some words of a claim are its keys, so many that a sentence with less
than two of them cannot reach the cutoff; a word that could do so alone counts twice. So a sentence is cut at white
space, what its chunks say is looked up, and only claims that come up twice are weighed. Nothing that reaches the
cutoff is missed by this (a property test).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, compress
from operator import eq

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
_UNIT = 1 << 30  # weights are whole numbers, so that sums of them do not depend on their order
_TOLD, _WEIGHED = 0.05, 1.0  # what it costs to be told of a claim and to weigh it, in microseconds


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
        "_claims",
        "_names",
        "_needed",
        "_posted",
        "_totals",
        "_vocabulary",
        "_weights",
        "_words",
    )

    def __init__(self, claims: Sequence[str], cutoff: float = CUTOFF) -> None:
        if not 0 < cutoff <= 100:
            raise InvalidValue(f"the cutoff is {cutoff:g}, not above 0 and at most 100")
        documents = [tuple(dict.fromkeys(t for t in terms(text) if not rarity.is_function(t))) for text in claims]
        shared = Counter(chain.from_iterable(documents))
        self._names = tuple(shared)
        self._vocabulary = Vocabulary(self._names)
        self._words = Chunks(self._vocabulary.in_chunk)
        self._weights = tuple(_weight(word, count, len(claims)) for word, count in shared.items())
        number = {word: n for n, word in enumerate(self._names)}
        self._claims = tuple(frozenset(map(number.__getitem__, words)) for words in documents)
        self._totals = tuple(sum(map(self._weights.__getitem__, words)) for words in self._claims)
        self._needed = tuple(math.ceil(total * cutoff / 100) for total in self._totals)
        often = tuple(_often(word, count / len(claims)) for word, count in shared.items())
        posted: list[list[int]] = [[] for _ in self._names]
        for claim, words in enumerate(self._claims):
            for word in keys({word: (self._weights[word], often[word]) for word in words}, self._needed[claim]):
                posted[word].append(claim)
        self._posted = tuple(map(tuple, posted))

    def __len__(self) -> int:
        return len(self._claims)

    def near(self, sentence: str) -> tuple[Near, ...]:
        """The claims that a sentence is near, best first, then by number."""
        found = (one for _, one in self.stream((sentence,)))
        return tuple(sorted(found, key=lambda near: (-near.score, near.claim)))

    def stream(self, sentences: Iterable[str]) -> Iterator[tuple[int, Near]]:
        """Of many sentences, the number of each that is near a claim, counted from 0, with that claim."""
        numbers, posted = self._words.numbers, self._posted.__getitem__
        for i, sentence in enumerate(sentences):
            words = numbers(sentence.split())
            told = list(chain.from_iterable(map(posted, words)))
            if len(set(told)) < len(told):
                for near in self._weighed(_twice(told), set(words)):
                    yield i, near

    def explain(self, sentence: str, claim: int) -> tuple[Weight, ...]:
        """What the score of a claim (by number) is made of, heaviest first, even if it is under the cutoff."""
        words = self._claims[claim].intersection(self._words.numbers(sentence.split()))
        scale = 100 / (self._totals[claim] or 1)
        weights = [Weight("word", self._names[word], scale * self._weights[word]) for word in words]
        return tuple(sorted(weights, key=lambda w: (-w.points, w.detail)))

    def _weighed(self, claims: Iterable[int], words: AbstractSet[int]) -> list[Near]:
        """Those of the claims that are near a sentence with the words, by number."""
        weights, found = self._weights.__getitem__, []
        for claim in claims:
            weight = sum(map(weights, self._claims[claim] & words))
            if weight >= self._needed[claim]:
                found.append(Near(claim, round(100 * weight / self._totals[claim], 1)))
        return sorted(found, key=_number) if len(found) > 1 else found


def keys(words: Mapping[int, tuple[int, float]], needed: int) -> list[int]:
    """The words of a claim to index it by, so that a sentence that reaches the cutoff has two of them.

    With all words that are left out, a sentence still lacks `rest` of what is needed. A key that weighs as much
    stands there twice, and of the others, which weigh less, it needs two. The words that cost most for their
    weight are left out, as many as makes the least work.

    Args:
        words: Of each word, its weight and in which share of the sentences it is expected.
        needed: The weight from which a sentence is near the claim.

    Returns:
        The keys, none if nothing is needed.
    """
    left = sorted(words, key=lambda word: (words[word][1] / words[word][0], word))
    best: tuple[float, list[int]] = (math.inf, [])
    rest = needed
    while rest > 0 and left:
        alone = [word for word in left if words[word][0] >= rest]
        once, twice = sum(words[word][1] for word in left), sum(words[word][1] for word in alone)
        both = (once - twice) ** 2 / 2
        best = min(best, (_TOLD * (once + twice) + _WEIGHED * (both + twice), left + alone))
        rest -= words[left[-1]][0]
        left = left[:-1]
    return best[1]


def _twice(told: Iterable[int]) -> set[int]:
    """What is told more than once."""
    ordered = sorted(told)
    return set(compress(ordered, map(eq, ordered, ordered[1:])))


def _number(near: Near) -> int:
    return near.claim


def _often(word: str, share: float) -> float:
    """In which share of the sentences a word is expected: as in English, or as in the claims."""
    return max(share, math.exp(-UNLISTED * rareness(word)))


def _weight(word: str, claims_with: int, claims: int) -> int:
    """How much a word tells, by how many of the claims have it and by the background table."""
    known = rarity.weight(word)
    elsewhere = 0 if known == rarity.RARE else _ELSEWHERE
    weight = float((known * math.log(1 + (claims + _BACKGROUND) / (claims_with + elsewhere))) ** _POWER)
    return max(1, round(_UNIT * weight))
