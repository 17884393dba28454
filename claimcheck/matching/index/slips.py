"""Words that are one but for typing errors, found in a vocabulary by look-ups instead of comparisons."""

from collections.abc import Iterable
from itertools import combinations

from claimcheck.similarity import alike, slips_allowed

_LONGEST = 24  # letters; longer words are not looked for mistyped, which would take some hundred look-ups
_alike = alike.__wrapped__  # words of a stream must not drive those of documents out of its memory


class Slips:
    """A vocabulary that finds its words when they are mistyped.

    Two words that are one another but for a letter too many, too few, wrong or swapped become equal when each is
    robbed of at most one letter; with two such slips, of at most two. So each word of the vocabulary is kept under
    everything that is left of it without one letter, and so is each word that is asked for. The first letter is
    never mistyped, so it is set aside. What comes up is settled by `similarity.alike`, which alone says what a
    slip is.

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
        self._under: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
        for word in sorted(set(words)):
            under = self._under.setdefault(word[:1], {})
            for left in self._robbed(word):
                found = under.get(left, ())
                if word not in found:
                    under[left] = (*found, word)

    def near(self, word: str) -> tuple[str, ...]:
        """The other words of the vocabulary that `word` (folded) may be a slip of, in alphabetical order."""
        robbed = self._robbed(word)
        under = self._under.get(word[:1])
        if not under or under.keys().isdisjoint(robbed):
            return ()
        met = {known for left in robbed for known in under.get(left, ())}
        met.discard(word)
        return tuple(sorted(known for known in met if _alike(known, word)))

    def _robbed(self, word: str) -> list[tuple[str, ...]]:
        """What follows the first letter, less any letter too many; nothing if no slips are allowed."""
        allowed = slips_allowed(word)
        if not allowed or len(word) > _LONGEST:
            return []
        rest = word[1:]
        robbed = list(combinations(rest, len(rest) - 1))
        robbed.append(tuple(rest))
        if allowed > 1 and self._thorough:
            robbed += combinations(rest, len(rest) - 2)
        return robbed
