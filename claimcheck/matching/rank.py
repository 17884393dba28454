"""Ranking: which of many texts speak of a query, best first. An inverted index in plain Python.

Okapi BM25 with these changes, each measured on sets that nobody wrote for it (see the page on matching):

* A word counts by how rare it is among the texts and by how rare it is in English at large.
* A word met in the very form of the query counts more than by its stem alone; a number counts more than a word.
* Two names of one thing (`Syria` and `Syrian`, `mum` and `mother`) are one word, as two forms of a word are.
* A day is one word (`Nov. 6`, `6 November`); numbers are compared as numbers (`eight` and 8, `180K` and 180,000).
* What stands in an attribution at the query's end says who and when, and counts less than what is said.
* The heaviest words of the query, its names, count in part in the sentences around the one that has them, for `it`
  stands for what was named before; how far, is measured: by how much the texts that answer stand together.
* A query word that no text has stands for those that it is written together from (`#harbourfund`), or else for
  those that it is a slip of the pen from.
"""

from collections.abc import Mapping, Sequence

from attrs import frozen

from claimcheck.matching.cohesion import Gains, cohesion, gather, is_sorted
from claimcheck.matching.ranked_words import query_words, ranked_words
from claimcheck.matching.wordindex import WordIndex
from claimcheck.model.claim import Weight


@frozen(slots=True)
class Ranked:
    """A text and how well it answers a query.

    Attributes:
        index: Its number in the texts ranked, counted from 0.
        score: 0 (nothing in common) to 100 (as much as the query itself).
    """

    index: int
    score: float


class Ranker:
    """An index over texts, built once and asked any number of times.

    Args:
        texts: The texts, in their order.
        running: Whether they follow one another, as the sentences of an article do, so that a neighbour tells
            something of a text, and the first ones more than the last. None measures it for each query: texts
            tell of their neighbours as far as those that answer the query stand together (`cohesion`).

    >>> ranker = Ranker(["The bridge opened in 1987.", "Ferries ran until 1986.", "Nobody misses them."])
    >>> ranker.rank("When was the bridge opened?")[0].index
    0
    """

    def __init__(self, texts: Sequence[str], *, running: bool | None = None) -> None:
        read = [ranked_words(text) for text in texts]
        self._index = WordIndex(read)
        self._running = False if running is None and is_sorted(read) else running
        self._without = tuple([Ranked(i, 0.0) for i in range(len(read))])

    def __len__(self) -> int:
        return len(self._index)

    def rank(self, query: str, limit: int | None = None) -> tuple[Ranked, ...]:
        """All texts, best first; texts of equal score stand in their own order.

        Args:
            query: Any text.
            limit: How many to return; None for all.
        """
        gained = self._gains(query_words(query)).total
        scale = 100 / self._full(query)
        some = [i for i, points in enumerate(gained) if points]
        some.sort(key=gained.__getitem__, reverse=True)
        best = [Ranked(i, min(100.0, scale * gained[i])) for i in some[:limit]]
        if limit is None or len(best) < limit:
            best += [self._without[i] for i, points in enumerate(gained) if not points]
        return tuple(best[:limit])

    def explain(self, query: str, index: int) -> tuple[Weight, ...]:
        """What the score of the text `index` is made of, heaviest first.

        Their points add up to the score, or to more than 100 where that was cut off. `word` is a word of the text
        itself, `neighbour` one of the sentences around it, `place` what standing early gives.

        Raises:
            IndexError: If there is no such text.
        """
        if not 0 <= index < len(self._index):
            raise IndexError(f"there is no text {index} among {len(self._index)}")
        scale = 100 / self._full(query)
        parts = self._gains(query_words(query)).parts(index)
        found = [Weight(what, detail, scale * points) for what, detail, points in parts if points]
        return tuple(sorted(found, key=lambda w: (-w.points, w.what, w.detail)))

    def _full(self, query: str) -> float:
        """What the query would gain, were it one of the texts."""
        return self._index.full(ranked_words(query), query_words(query))

    def _gains(self, query: Mapping[str, float]) -> Gains:
        """What each text gains from the words of a query, from its neighbours and from its place."""
        found = self._index.found(query)
        own = [0.0] * len(self._index)
        for one in found:
            weight = one.weight
            for i, share in one.shares.items():
                own[i] += weight * share
        together = cohesion(own) if self._running is None else float(self._running)
        return gather(found, own, together)
