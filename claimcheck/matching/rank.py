"""Ranking: which of many texts speak of a query, best first. An inverted index in plain Python.

Okapi BM25 with four changes, each measured on sets that nobody wrote for it (see the page on matching):

* Rare words count more than in BM25 (the inverse document frequency is raised to a power), because in news the
  names decide.
* Function words stay in, at half weight: who did what to whom is in them when sentences are few.
* In running text a word of a neighbouring sentence counts in part: `it` stands for what was named before.
* A query word that no text has stands for those that it is a slip of the pen from.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from claimcheck.matching.rarity import is_function
from claimcheck.matching.terms import terms
from claimcheck.matching.words import listed
from claimcheck.model.claim import Weight
from claimcheck.similarity import close_words

_K1, _B = 0.9, 0.3  # BM25's saturation and length norm, low because the texts are sentences, not documents
_POWER = 1.7  # of the inverse document frequency
_FUNCTION = 0.5  # weight of a function word
_CARRIED = (1.0, 0.4, 0.2)  # what a word counts for in its own sentence, one and two sentences away
_SLIP = 0.7  # what a word counts for that the query writes otherwise
_LISTED = 0.8  # share of texts in alphabetical order from which they are a list, not running text
_LEANING = 0.005  # share of texts that open with a word pointing back, below which many texts are a list …
_MANY = 200  # … if they are at least this many
_BACKWARDS = listed("he she it they his her its their this these those however but and then")


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
            something of a text. None finds out: texts in alphabetical order, or many of which hardly any opens
            with a word that points back (`It`, `However`), are a list.

    >>> ranker = Ranker(["The bridge opened in 1987.", "Ferries ran until 1986.", "Nobody misses them."])
    >>> ranker.rank("When was the bridge opened?")[0].index
    0
    """

    def __init__(self, texts: Sequence[str], *, running: bool | None = None) -> None:
        documents = [terms(text) for text in texts]
        self._size = len(documents)
        self._average = sum(map(len, documents)) / self._size if any(documents) else 1.0
        postings: dict[str, list[tuple[int, float]]] = {}
        for i, document in enumerate(documents):
            for term, count in Counter(document).items():
                postings.setdefault(term, []).append((i, self._saturated(count, len(document))))
        self._postings = postings
        self._weights = {term: self._weight(term, len(found)) for term, found in postings.items()}
        self._running = _is_running(texts, documents) if running is None else running
        self._by_letter: dict[str, list[str]] = {}
        for term in postings:
            self._by_letter.setdefault(term[0], []).append(term)

    def __len__(self) -> int:
        return self._size

    def rank(self, query: str, limit: int | None = None) -> tuple[Ranked, ...]:
        """All texts, best first; texts of equal score stand in their own order.

        Args:
            query: Any text.
            limit: How many to return; None for all.
        """
        wanted = terms(query)
        gained = [0.0] * self._size
        for term, weight in self._wanted(wanted):
            for i, share in self._spread(term):
                gained[i] += weight * share
        scale = 100 / self._full(wanted)
        order = sorted(range(self._size), key=gained.__getitem__, reverse=True)[:limit]
        return tuple([Ranked(i, min(100.0, scale * gained[i])) for i in order])

    def explain(self, query: str, index: int) -> tuple[Weight, ...]:
        """What the score of the text `index` is made of, heaviest first.

        Raises:
            IndexError: If there is no such text.
        """
        if not 0 <= index < self._size:
            raise IndexError(f"there is no text {index} among {self._size}")
        wanted = terms(query)
        full = self._full(wanted)
        found = []
        for term, weight in self._wanted(wanted):
            share = next((s for i, s in self._spread(term) if i == index), 0.0)
            if share:
                own = any(i == index for i, _ in self._postings[term])
                found.append(Weight("word" if own else "neighbour", term, 100 * weight * share / full))
        return tuple(sorted(found, key=lambda w: (-w.points, w.detail)))

    def _saturated(self, count: int, length: int) -> float:
        """What `count` occurrences in a text of `length` terms are worth, at most `_K1 + 1`."""
        return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length / self._average))

    def _weight(self, term: str, texts: int) -> float:
        """How much a term tells that stands in `texts` of the texts."""
        rarity = math.log(1 + (self._size - texts + 0.5) / (texts + 0.5))
        return float((rarity * (_FUNCTION if is_function(term) else 1.0)) ** _POWER)

    def _wanted(self, query: list[str]) -> list[tuple[str, float]]:
        """The terms to look up, with their weights: the query's own, or those it may have meant."""
        found = []
        for term in dict.fromkeys(query):
            if term in self._postings:
                found.append((term, self._weights[term]))
            else:
                near = close_words((term,), self._by_letter.get(term[0], [])).get(term, ())
                found += [(other, _SLIP * self._weights[other]) for other in near]
        return found

    def _spread(self, term: str) -> list[tuple[int, float]]:
        """The texts that have a term or, in running text, a neighbour that has it, with what that is worth."""
        own = self._postings[term]
        if not self._running:
            return own
        best: dict[int, float] = {}
        for i, share in own:
            for away in range(-2, 3):
                at, worth = i + away, share * _CARRIED[abs(away)]
                if 0 <= at < self._size and worth > best.get(at, 0.0):
                    best[at] = worth
        return list(best.items())

    def _full(self, query: list[str]) -> float:
        """What the query itself would gain, were it one of the texts; positive."""
        gained = sum(
            self._weights.get(term, self._weight(term, 0)) * self._saturated(count, len(query))
            for term, count in Counter(query).items()
        )
        return gained or 1.0


def _is_running(texts: Sequence[str], documents: Sequence[list[str]]) -> bool:
    """Whether texts follow one another, rather than being a list of separate ones."""
    if len(texts) < 3:
        return len(texts) == 2
    ordered = sum(a <= b for a, b in pairwise(texts)) / (len(texts) - 1)
    if ordered >= _LISTED and len(texts) >= 8:
        return False
    leaning = sum(bool(d) and d[0] in _BACKWARDS for d in documents) / len(texts)
    return len(texts) < _MANY or leaning >= _LEANING
