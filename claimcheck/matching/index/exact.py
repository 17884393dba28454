"""Every claim that `token_set_ratio` finds like a sentence, and none missed, without comparing each pair.

rapidfuzz's `token_set_ratio` is the best of three ratios of a claim and a sentence, each taken as the set of its
words. Two of them compare the words in common with one whole text. To reach the cutoff, the words that this text
has alone may make up only a share of it, so one of its rarest words that together exceed that share must be in
common: the claim's are known beforehand, and a sentence whose unknown words exceed the share is done with.

The third is one minus the distance of the two texts over the sum of their lengths, a letter put in or left out
counting one. Whatever stands where, the distance is at least the number of characters that only one of them has,
and this bound is counted for hundreds of claims at once (`lanes`).

What passes is settled by `token_set_ratio` itself. So the answers are those of comparing all pairs (a property
test), and only the time is not.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from math import ceil

from claimcheck.errors import InvalidValue
from claimcheck.matching.index.lanes import LONGEST, Lanes
from claimcheck.matching.index.result import Near
from claimcheck.similarity import token_sets

CUTOFF = 85.0
_BLOCK = 224  # claims of like length counted at once; their lanes just fit Python's allocator of small objects
_BATCH = 1024  # sentences taken together
_ROUNDING = 1e-6  # more than rounding errors of the ratios, less than a step of them


class ExactIndex:
    """An index over claims that misses nothing that comparing all pairs by `token_set_ratio` finds.

    Args:
        claims: Their texts; white space of every kind parts words, as in sentences.
        cutoff: Score from which a sentence is near a claim, above 0 and at most 100.

    Raises:
        InvalidValue: If the cutoff is out of bounds.

    >>> index = ExactIndex(["the harbour bridge opened in 1987", "ferries cost the city nine million"])
    >>> [near.claim for near in index.near("opened in 1987: the habour bridge")]
    [0]
    """

    __slots__ = (
        "_blocks",
        "_claims",
        "_cutoff",
        "_key_words",
        "_keys",
        "_least",
        "_lengths",
        "_long",
        "_ranks",
        "_sets",
        "_spare",
        "_with",
        "_words",
    )

    def __init__(self, claims: Sequence[str], cutoff: float = CUTOFF) -> None:
        if not 0 < cutoff <= 100:
            raise InvalidValue(f"the cutoff is {cutoff:g}, not above 0 and at most 100")
        self._cutoff = cutoff
        self._claims = tuple(map(_plain, claims))
        self._spare = 2 * (100 - cutoff) / (200 - cutoff)
        self._sets = words = tuple(frozenset(claim.split()) for claim in claims)
        self._lengths = tuple(map(_length, words))
        having: dict[str, list[int]] = {}
        for claim, own in enumerate(words):
            for word in own:
                having.setdefault(word, []).append(claim)
        self._with = {word: tuple(found) for word, found in having.items()}
        self._words = frozenset(self._with)
        rarest = sorted(self._with, key=lambda word: (len(self._with[word]), -len(word), word))
        self._ranks = {word: rank for rank, word in enumerate(rarest)}
        keys: dict[str, list[int]] = {}
        for claim, own in enumerate(words):
            for word in self._rarest(own, 0, self._lengths[claim]):
                keys.setdefault(word, []).append(claim)
        self._keys = {word: tuple(found) for word, found in keys.items()}
        self._key_words = frozenset(self._keys)
        self._least = tuple(total - self._may_miss(total) for total in self._lengths)
        joined = {claim: " ".join(own) for claim, own in enumerate(words) if own}
        self._long = tuple(claim for claim, text in joined.items() if len(text) > LONGEST)
        order = sorted(joined.keys() - set(self._long), key=lambda claim: (len(joined[claim]), claim))
        parts = [tuple(order[at : at + _BLOCK]) for at in range(0, len(order), _BLOCK)]
        self._blocks = [self._block(part, [joined[n] for n in part]) for part in parts]

    def __len__(self) -> int:
        return len(self._claims)

    def near(self, sentence: str) -> tuple[Near, ...]:
        """The claims that a sentence is near, best first, then by number."""
        return tuple(sorted(self._near(sentence), key=lambda near: (-near.score, near.claim)))

    def stream(self, sentences: Iterable[str]) -> Iterator[tuple[int, Near]]:
        """Of many sentences, the number of each that is near a claim, counted from 0, with that claim."""
        left = iter(sentences)
        first = 0
        while batch := tuple(islice(left, _BATCH)):
            for i, asked in enumerate(self._asked(batch)):
                for near in self._settled(batch[i], asked):
                    yield first + i, near
            first += len(batch)

    def candidates(self, sentence: str) -> tuple[int, ...]:
        """The claims, by number, that `token_set_ratio` must be asked about; all that it finds are among them."""
        return tuple(sorted(self._asked((sentence,))[0]))

    def _near(self, sentence: str) -> Iterator[Near]:
        return self._settled(sentence, self._asked((sentence,))[0])

    def _settled(self, sentence: str, asked: Collection[int]) -> Iterator[Near]:
        """Those of the claims asked about that the ratio itself finds near, by number."""
        if asked:
            claims = sorted(asked)
            texts = [self._claims[claim] for claim in claims]
            scores = token_sets(_plain(sentence), texts, self._cutoff - _ROUNDING)  # which rounds its cutoff too
            for n in sorted(scores):
                if scores[n] >= self._cutoff:
                    yield Near(claims[n], scores[n])

    def _asked(self, sentences: Sequence[str]) -> list[set[int]]:
        """For each sentence, the claims that the ratio must be asked about.

        Block by block, so that the counts of one block stay at hand for all the sentences.
        """
        words = [frozenset(sentence.split()) for sentence in sentences]
        found = [set(self._holding(own)) for own in words]
        joined = [" ".join(own) for own in words]
        lengths = list(map(len, joined))
        counts = list(map(Counter, joined))
        for shortest, longest, claims, lanes in self._blocks:
            for i, length in enumerate(lengths):
                if shortest <= length <= longest:
                    sharing = lanes.sharing(counts[i], length)
                    if sharing:
                        found[i].update(map(claims.__getitem__, sharing))
        return found

    def _block(self, claims: tuple[int, ...], texts: Sequence[str]) -> tuple[int, int, tuple[int, ...], Lanes]:
        """Claims of like length, and the lengths of the sentences that one of them can be near."""
        lanes = Lanes(texts, self._shared)
        ratio = (200 - self._cutoff) / self._cutoff  # the shorter text lies within the longer
        return max(1, int(lanes.shortest / ratio)), ceil(lanes.longest * ratio), claims, lanes

    def _shared(self, length: int, other: int) -> int:
        """How many characters two texts of these lengths share if the third ratio reaches the cutoff."""
        return ceil((length + other) * self._cutoff / 200 - _ROUNDING)

    def _holding(self, words: frozenset[str]) -> Iterator[int]:
        """The claims that lie nearly whole within a sentence, or it within them, as the first two ratios ask."""
        if not words:
            return
        yield from self._long
        known = self._words & words
        met = set(chain.from_iterable(map(self._keys.__getitem__, self._key_words & known)))
        total, shared_at_most = _length(words), _length(known)
        within = self._may_miss(total)
        unknown = total - shared_at_most
        if unknown <= within:
            met.update(chain.from_iterable([self._with[w] for w in self._rarest(known, unknown, total)]))
        for claim in met:
            if shared_at_most >= self._least[claim] or unknown <= within:
                shared = _length(self._sets[claim] & known)
                if shared >= self._least[claim] or total - shared <= within:
                    yield claim

    def _may_miss(self, total: int) -> float:
        """How much of words of this length, each with a space, the other text may lack."""
        return self._spare * (total - 1) + _ROUNDING

    def _rarest(self, words: frozenset[str], missed: int, total: int) -> Iterator[str]:
        """The rarest words that, missed together, are more than the ratio has to spare; else all."""
        for word in sorted(words, key=self._ranks.__getitem__):
            yield word
            missed += len(word) + 1
            if missed > self._may_miss(total):
                return


def _plain(text: str) -> str:
    """The text with plain spaces: rapidfuzz knows fewer kinds of white space in some strings than in others."""
    return " ".join(text.split())


def _length(words: frozenset[str]) -> int:
    """Characters of words, each with a space."""
    return sum(map(len, words)) + len(words)
