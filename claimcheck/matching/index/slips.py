"""Words that are one but for typing errors, found in a vocabulary by look-ups instead of comparisons."""

from collections.abc import Iterable
from itertools import chain, combinations

from claimcheck.similarity import alike, slips_allowed

_LONGEST = 24  # letters; longer words are not looked for mistyped, which would take some hundred look-ups


class Slips:
    """A vocabulary that finds its words when they are mistyped.

    Two words that are one another but for a letter too many, too few, wrong or swapped become equal when each is
    robbed of at most one letter; with two such slips, of at most two. So each word of the vocabulary is kept under
    everything that is left of it without one letter, and so is each word that is asked for. What comes up is
    settled by `similarity.alike`, which alone says what a slip is.

    Args:
        words: The vocabulary, folded.
        thorough: Whether words long enough for two slips are robbed of two letters, so that nothing that is
            `alike` is missed; otherwise most pairs with two slips in one word are, at much less cost.

    >>> Slips(["anthony", "carter"]).near("antony")
    ('anthony',)
    """

    __slots__ = ("_thorough", "_under")

    def __init__(self, words: Iterable[str], *, thorough: bool = False) -> None:
        self._thorough = thorough
        self._under: dict[tuple[str, ...], tuple[str, ...]] = {}
        for word in sorted(set(words)):
            for left in self._robbed(word):
                found = self._under.get(left, ())
                if word not in found:
                    self._under[left] = (*found, word)

    def near(self, word: str) -> tuple[str, ...]:
        """The other words of the vocabulary that `word` (folded) may be a slip of, in alphabetical order."""
        if self._under.keys().isdisjoint(self._robbed(word)):
            return ()
        met = {known for left in self._robbed(word) for known in self._under.get(left, ())}
        met.discard(word)
        return tuple(sorted(known for known in met if alike(known, word)))

    def _robbed(self, word: str) -> Iterable[tuple[str, ...]]:
        """The word without any letters that it may have too many; nothing for a word that allows no slips."""
        size = len(word)
        allowed = slips_allowed(word)
        if not allowed or size > _LONGEST:
            return ()
        if allowed > 1 and self._thorough:
            return chain((tuple(word),), combinations(word, size - 1), combinations(word, size - 2))
        return chain((tuple(word),), combinations(word, size - 1))
