"""Which texts have a word, and what it tells: the inverted index under the ranking."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import frozen

from claimcheck.matching.background import rareness
from claimcheck.matching.compounds import pieces
from claimcheck.matching.equivalents import kin
from claimcheck.matching.ranked_words import is_day
from claimcheck.similarity import close_words

_K1, _B = 0.9, 0.3  # BM25's saturation and length norm, low because the texts are sentences, not documents
_POWER = 1.4  # of the inverse document frequency: in news the names decide
_BACKGROUND = 0.75  # power of how rare a word is at large
_FORM = 0.5  # what the very form of a word adds to its stem
_NUMBER = 1.6  # how much more a number tells than a word as rare
_DAY = 0.6  # how rare a day is at large, as `rareness`: news is full of them
_SLIP = 0.7  # what a word counts for that the query writes otherwise
_PIECE = 0.7  # what a piece of a word counts for that the query writes together
_LEAST = 0.04  # share of the heaviest word's weight under which a word is left out: it would decide nothing


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


@frozen(slots=True)
class _Part:
    """A stem or a form of a query.

    Attributes:
        word: The form, or the first form of the stem in the query.
        base: The stem.
        weight: How much it tells.
        forms: The forms that it has in the texts; empty where none has it.
        exact: Whether it is the very form.
    """

    word: str
    base: str
    weight: float
    forms: tuple[str, ...]
    exact: bool


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
        for i, text in enumerate(texts):
            for word, count in Counter(text).items():
                self._counts.setdefault(word, {})[i] = count
        self._forms: dict[str, tuple[str, ...]] = {}
        self._by_letter: dict[str, list[str]] = {}
        for word in self._counts:
            base = _stem(word)
            forms = self._forms.get(base, ())
            if not forms:
                self._by_letter.setdefault(word[0], []).append(base)
            self._forms[base] = (*forms, word)
        self._shares: dict[tuple[str, ...], Mapping[int, float]] = {}

    def __len__(self) -> int:
        return self._size

    def found(self, query: Mapping[str, float]) -> list[Found]:
        """The words of a query that stand in the texts: each stem once, then the forms that it has there.

        Words that tell next to nothing beside the heaviest are left out.

        Args:
            query: The words, each with what it counts for.
        """
        found = []
        for part in self._wanted(query):
            if part.forms:
                found.append((part.word, part.weight, part.forms))
            elif not part.exact:
                found += self._otherwise(part, max(query[word] for word in query if _stem(word) == part.base))
        least = _LEAST * max((weight for _, weight, _ in found), default=0.0)
        return [Found(word, weight, self._shared(forms)) for word, weight, forms in found if weight >= least]

    def full(self, words: Sequence[str], query: Mapping[str, float]) -> float:
        """What the query itself would gain, were it one of the texts; positive.

        Args:
            words: Its words, in order.
            query: The same, each with what it counts for.
        """
        damping = _K1 * (1 - _B + _B * len(words) / self._average)
        stems, forms = Counter(map(_stem, words)), Counter(words)
        parts = self._wanted(query)
        least = _LEAST * max((part.weight for part in parts), default=0.0)
        gained = 0.0
        for part in parts:
            count = forms[part.word] if part.exact else stems[part.base]
            gained += part.weight * count * (_K1 + 1) / (count + damping) if part.weight >= least else 0.0
        return gained or 1.0

    def _wanted(self, query: Mapping[str, float]) -> list["_Part"]:
        """The stems and the forms of a query."""
        parts = []
        for base, written in _by_stem(query).items():
            forms = self._forms.get(base, ())
            weight = self._weight(base) * max(query[word] for word in written)
            exact = [
                _Part(w, base, query[w] * self._form_weight(w), (w,) * (w in self._counts), True) for w in written
            ]
            if len(forms) < 2 and len(written) == 1 and (not forms or exact[0].forms):  # stem and form are one
                weight, exact = weight + exact[0].weight, []
            parts += [_Part(written[0], base, weight, forms, False), *exact]
        return parts

    def _otherwise(self, part: "_Part", said: float) -> list[tuple[str, float, tuple[str, ...]]]:
        """What a stem that no text has, said with so much weight, stands for: its pieces, or slips of the pen."""
        apart = pieces(part.word, self._counts, self._size)
        bases, worth = (tuple(map(_stem, apart)), _PIECE) if apart else (self._slips(part.base), _SLIP)
        near = ((base, self._forms[base]) for base in bases)
        return [(forms[0], worth * said * self._weight(base), forms) for base, forms in near]

    def _slips(self, base: str) -> tuple[str, ...]:
        """The stems that a stem which no text has may be a slip of the pen for."""
        return close_words((base,), self._by_letter.get(base[0], [])).get(base, ())

    def _shared(self, forms: tuple[str, ...]) -> Mapping[int, float]:
        """How much of a word, in any of some forms, each text has, saturating in the occurrences.

        Kept, for the common words come in every query.
        """
        shares = self._shares.get(forms)
        if shares is None:
            damping, counts = self._damping, self._occurrences(forms)
            shares = {i: n * (_K1 + 1) / (n + damping[i]) for i, n in counts.items()}
            self._shares[forms] = shares
        return shares

    def _occurrences(self, forms: tuple[str, ...]) -> Mapping[int, int]:
        if len(forms) == 1:
            return self._counts[forms[0]]
        counts: Counter[int] = Counter()
        for form in forms:
            counts.update(self._counts[form])
        return counts

    def _weight(self, base: str) -> float:
        """How much a stem tells."""
        forms = self._forms.get(base, ())
        texts = len(self._counts[forms[0]]) if len(forms) == 1 else len(self._shared(forms))
        return (_NUMBER if base[0].isdigit() else 1.0) * self._told(base, texts)

    def _form_weight(self, word: str) -> float:
        """How much the very form of a word tells beside its stem."""
        return _FORM * self._told(word, len(self._counts.get(word, ())))

    def _told(self, word: str, texts: int) -> float:
        """How much a stem or form tells that stands in so many texts."""
        rarity = math.log(1 + (self._size - texts + 0.5) / (texts + 0.5))
        at_large = _DAY if is_day(word) else rareness(_stem(word))
        return float(rarity**_POWER * at_large**_BACKGROUND)


def _by_stem(query: Mapping[str, float]) -> dict[str, list[str]]:
    """The distinct words of a query under their stems, both in the order of the query."""
    found: dict[str, list[str]] = {}
    for word in query:
        found.setdefault(_stem(word), []).append(word)
    return found


def _stem(word: str) -> str:
    return kin(word) if word[0].isalpha() else word
