"""Which texts have a word, and what it tells: the inverted index under the ranking."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import frozen

from claimcheck.grammar.stems import stem
from claimcheck.matching.background import rareness
from claimcheck.similarity import close_words

_K1, _B = 0.9, 0.3  # BM25's saturation and length norm, low because the texts are sentences, not documents
_POWER = 1.6  # of the inverse document frequency: in news the names decide
_BACKGROUND = 0.75  # power of how rare a word is at large
_FORM = 0.38  # what the very form of a word adds to its stem
_NUMBER = 1.6  # how much more a number tells than a word as rare
_SLIP = 0.7  # what a word counts for that the query writes otherwise


@frozen(slots=True)
class Found:
    """A word of a query, and the texts that have it.

    Attributes:
        word: The word as the query, or where that is mistyped the text, has it.
        weight: How much it tells.
        shares: By number of the text, how much of it that text has; about 1 for one occurrence, 2 for many.
    """

    word: str
    weight: float
    shares: Mapping[int, float]


class WordIndex:
    """Texts, by their words.

    Args:
        texts: The words of each text, folded.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._size = len(texts)
        self._average = sum(map(len, texts)) / self._size if any(texts) else 1.0
        self._damping = [_K1 * (1 - _B + _B * len(text) / self._average) for text in texts]
        self._counts: dict[str, dict[int, int]] = {}
        self._known: dict[str, dict[int, float]] = {}
        for i, text in enumerate(texts):
            for word, count in Counter(text).items():
                self._counts.setdefault(word, {})[i] = count
        self._forms: dict[str, list[str]] = {}
        self._by_letter: dict[str, list[str]] = {}
        for word in self._counts:
            forms = self._forms.setdefault(_stem(word), [])
            if not forms:
                self._by_letter.setdefault(word[0], []).append(_stem(word))
            forms.append(word)

    def __len__(self) -> int:
        return self._size

    def found(self, query: Sequence[str]) -> list[Found]:
        """The words of a query that stand in the texts: each stem once, then the forms that it has there."""
        found = []
        for base, forms in _by_stem(query).items():
            if base in self._forms:
                found.append(Found(forms[0], self._weight(base), self._shared(base)))
                found += [self._form(form) for form in forms if form in self._counts]
            else:
                near = close_words((base,), self._by_letter.get(base[0], [])).get(base, ())
                for other in near:
                    found.append(Found(self._forms[other][0], _SLIP * self._weight(other), self._shared(other)))
        return found

    def full(self, query: Sequence[str]) -> float:
        """What the query itself would gain, were it one of the texts; positive."""
        damping = _K1 * (1 - _B + _B * len(query) / self._average)
        gained = 0.0
        for base, count in Counter(map(_stem, query)).items():
            gained += self._weight(base) * count * (_K1 + 1) / (count + damping)
        for word, count in Counter(query).items():
            gained += (
                _FORM * self._told(word, len(self._counts.get(word, ()))) * count * (_K1 + 1) / (count + damping)
            )
        return gained or 1.0

    def _shared(self, base: str) -> dict[int, float]:
        """How much of a stem each text has; kept, for the common words come in every query."""
        if base not in self._known:
            self._known[base] = self._shares(self._forms[base])
        return self._known[base]

    def _shares(self, forms: Sequence[str]) -> dict[int, float]:
        """How much of a word, in any of some forms, each text has: saturating in the occurrences."""
        damping = self._damping
        if len(forms) == 1:
            return {i: n * (_K1 + 1) / (n + damping[i]) for i, n in self._counts[forms[0]].items()}
        counts: Counter[int] = Counter()
        for form in forms:
            counts.update(self._counts[form])
        return {i: n * (_K1 + 1) / (n + damping[i]) for i, n in counts.items()}

    def _form(self, word: str) -> Found:
        """The very form of a word that a query has."""
        return Found(word, _FORM * self._told(word, len(self._counts[word])), self._shares([word]))

    def _weight(self, base: str) -> float:
        """How much a stem tells."""
        forms = self._forms.get(base, ())
        texts = (
            len(self._counts[forms[0]]) if len(forms) == 1 else len({i for f in forms for i in self._counts[f]})
        )
        return (_NUMBER if base[0].isdigit() else 1.0) * self._told(base, texts)

    def _told(self, word: str, texts: int) -> float:
        """How much a stem or form tells that stands in so many texts."""
        rarity = math.log(1 + (self._size - texts + 0.5) / (texts + 0.5))
        return float(rarity**_POWER * rareness(_stem(word)) ** _BACKGROUND)


def _by_stem(query: Sequence[str]) -> dict[str, list[str]]:
    """The distinct words of a query under their stems, both in the order of the query."""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(query):
        found.setdefault(_stem(word), []).append(word)
    return found


def _stem(word: str) -> str:
    return stem(word) if word[0].isalpha() else word
