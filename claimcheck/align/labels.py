"""The words around a value that say what it is a value of, and how alike two sets of them are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from claimcheck.align.stems import content
from claimcheck.grammar.function_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, MONTHS, PRONOUNS, VERBS
from claimcheck.grammar.records import record
from claimcheck.grammar.stems import stem as plain_stem
from claimcheck.grammar.tokens import Tokens, tokenize
from claimcheck.model.claim import Mention

Weights = Mapping[str, float]

_REACH = 12  # words to each side that may label a value
_FADING = 6.0  # words after which a label word counts for half
_OVER_A_BREAK = 0.4  # what a label word counts for across a comma, or across another value
_OPENING = 0.1  # what words before the first of several values count for where they introduce them all
_NOUN = 0.6  # what a counted noun weighs, a word right beside the value being 1
_FADED = (0.0, *(1 / (1 + (distance - 1) / _FADING) for distance in range(1, _REACH + 1)))
_CROSSED = tuple(_OVER_A_BREAK ** min(count, 3) for count in range(_REACH + 2))
_BREAKS = frozenset(",;:()–—")
_PLACE = 4  # words that may name a place: `outside of the United States`
_BEFORE_A_PLACE = frozenset({"of", "the"})
_TELLING = 3  # words that a text must have before the lack of shared ones says that it speaks of something else
_STAND_INS = frozenset({"it", "he", "she", "they"})
_SUBJECT = DETERMINERS | PRONOUNS
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_PRODUCED = plain_stem("produced")
_AT = frozenset({"in", "at", "from", "across", "throughout", "within"})
_LEADING = frozenset({"on", "for", "with", "against", "at", "from", "to"})
_JOINING = frozenset({"and", "but"})
_JOINED = _JOINING | {"of"}
_DOING = VERBS | AUXILIARIES


Place = tuple[int, int]


class Labelled:
    """A text with what labels its values.

    Attributes:
        words: Every content word outside the values, and the counted nouns, as stems.
        leans: Whether a pronoun may stand for a name: `It was released …`.
    """

    __slots__ = (
        "_crossed",
        "_labels",
        "_opening",
        "_places",
        "_read",
        "_stems",
        "_towns",
        "_values",
        "leans",
        "words",
    )

    def __init__(self, text: str, values: Sequence["Labelling"]) -> None:
        """Mask the values out of a text.

        Args:
            text: The text.
            values: What of each value tells where its label stands.
        """
        self._read = read = _read_kept(text) if len(text) <= _LONG else _read(text)
        self._values = values
        self._places = [read.place(value.start, value.end) for value in values]
        self._stems = list(read.stems)
        self._crossed = _breaks(read.breaks, read.joined, self._places, self._stems)
        kinds = [value.kind for value in values]
        several = len(set(kinds)) < len(kinds)
        opening = 0 if read.clauses or not several else min((first for first, _ in self._places), default=0)
        self._opening = [opening if read.clauses or kinds.count(kind) > 1 else 0 for kind in kinds]
        self._labels: list[Label | None] = [None] * len(values)
        self._towns: list[frozenset[str] | None] = [None] * len(values)
        words = set(self._stems)
        for value in values:
            if value.noun:
                words.update(_noun(value.noun))
        words.discard("")
        self.words = frozenset(words)
        self.leans = not read.tokens.present.isdisjoint(_STAND_INS)

    @property
    def names(self) -> frozenset[str]:
        """Those of the words that are written with a capital."""
        text, starts = self._read.tokens.text, self._read.tokens.starts
        return frozenset(
            found for found, i in zip(self._read.stems, starts, strict=True) if found and text[i].isupper()
        )

    def label(self, i: int) -> "Label":
        """The stems around the value `i` and how much each counts."""
        found = self._labels[i]
        if found is None:
            noun = self._values[i].noun
            weights = _label(self._places[i], self._stems, self._crossed, noun, self._opening[i])
            found = self._labels[i] = Label(weights, sum(weights.values()))
        return found

    def place(self, i: int) -> frozenset[str]:
        """The stems of the place that the value `i` is of, `4 in Lom`; empty where none stands right behind it."""
        found = self._towns[i]
        if found is None:
            found = self._towns[i] = self._place(i)
        return found

    def _place(self, i: int) -> frozenset[str]:
        read, last = self._read, self._places[i][1]
        words, text = read.tokens.words, read.tokens.text
        at = last
        while at < len(words) and at - last < _PLACE and words[at] not in _AT and words[at].isalpha():
            at += 1
        if at >= len(words) or words[at] not in _AT or self._crossed[at] != self._crossed[last]:
            return frozenset()
        first = at = at + 1 + (read.tokens.near[at + 1] == "the")
        while at < len(words) and text[read.tokens.starts[at]].isupper() and words[at] not in MONTHS:
            at += 1
        return frozenset(filter(None, self._stems[first:at]))


class Label(NamedTuple):
    """The stems around a value.

    Attributes:
        weights: How much each counts.
        total: How much all of them count.
    """

    weights: Weights
    total: float


class Labelling(NamedTuple):
    """What of a value tells where its label stands: offsets in its text, kind and counted noun."""

    start: int
    end: int
    kind: str
    noun: str


def labelled(text: str, mentions: Iterable[Mention]) -> Labelled:
    """The labels of the values of a text.

    Args:
        text: The text.
        mentions: Its values, with offsets in it.
    """
    values = tuple([record(Labelling, (m.span.start, m.span.end, m.value.kind, m.value.noun)) for m in mentions])
    return _labelled(text, values) if len(text) <= _LONG else Labelled(text, values)


_KEPT = 256  # texts whose words and labels are kept, since one claim is mostly held against many sentences
_LONG = 2_000  # characters of a text that is too long to be kept
_labelled = lru_cache(maxsize=_KEPT)(Labelled)


class _Read(NamedTuple):
    """The tokens of a text, whatever values it holds.

    Attributes:
        tokens: The tokens.
        stems: The stem of each; empty for what is no content word, and for the place that a figure is outside of.
        clauses: Where a conjunction stands before a new subject (`… and the tunnel cost …`).
        breaks: Whether each token separates words from values: such a conjunction, a comma.
        joined: For each token the one that ends what is said of an earlier value where a value follows it: an
            `and`, or of `on a budget of` the `on`; -1 for any other token.
    """

    tokens: Tokens
    stems: Sequence[str]
    clauses: Sequence[int]
    breaks: Sequence[bool]
    joined: Sequence[int]

    def place(self, start: int, end: int) -> Place:
        """The tokens that the characters `[start, end)` touch."""
        first = bisect_right(self.tokens.starts, start) - 1
        return max(first, 0), max(bisect_left(self.tokens.starts, end), first + 1)


def _read(text: str) -> _Read:
    tokens = tokenize(text)
    clauses: Sequence[int] = () if tokens.present.isdisjoint(CONJUNCTIONS) else _clauses(tokens)
    breaks = list(map(_BREAKS.__contains__, tokens.words))
    for i in clauses:
        breaks[i] = True
    joined = [-1] * len(tokens.words)
    if not tokens.present.isdisjoint(_JOINED):
        for i, word in enumerate(tokens.words):
            if word in _JOINED:
                joined[i] = _joining(tokens, i, word)
    stems = _stems(tokens)
    return _Read(tokens, stems, clauses, breaks, joined)


_read_kept = lru_cache(maxsize=_KEPT)(_read)


def _joining(tokens: Tokens, i: int, word: str) -> int:
    if word in _JOINING:
        return i
    return next((k for k in range(i - 1, max(-1, i - 1 - _PLACE), -1) if tokens.words[k] in _LEADING), -1)


def _clauses(tokens: Tokens) -> Sequence[int]:
    near = tokens.near
    return [
        i
        for i, word in enumerate(tokens.words)
        if word in CONJUNCTIONS and (near[i + 1] in _SUBJECT or _named_subject(tokens, i + 1))
    ]


def _named_subject(tokens: Tokens, first: int) -> bool:
    """Whether a name that does something begins at a token: `and Metacritic gave it …`."""
    words = tokens.words
    at = first
    while at < len(words) and at - first < _PLACE and tokens.text[tokens.starts[at]].isupper():
        at += 1
    return first < at < len(words) and words[at] in _DOING


def _stems(tokens: Tokens) -> list[str]:
    stems = list(map(content, tokens.words))
    if "made" in tokens.present:
        for i, word in enumerate(tokens.words):
            if word == "made" and tokens.near[i - 1] in _BEING:
                stems[i] = _PRODUCED  # "was made for $5 million" is not "made $5 million"
    if "outside" in tokens.present:
        at = tokens.words.index("outside") + 1
        end = at
        while end < len(stems) and end - at < _PLACE and (stems[end] or tokens.words[end] in _BEFORE_A_PLACE):
            end += 1
        stems[at:end] = [""] * (end - at)
    return stems


@lru_cache(maxsize=1 << 12)
def _noun(noun: str) -> tuple[str, ...]:
    """The stems of a counted noun."""
    return tuple(found for word in noun.lower().split() if (found := content(word)))


def _breaks(breaks: Sequence[bool], joined: Sequence[int], places: Iterable[Place], stems: list[str]) -> list[int]:
    """How many breaks stand before each token; what stands under a value is no word of the text any more."""
    found = list(breaks)
    for first, last in places:
        stems[first:last] = [""] * (last - first)
        found[first:last] = [True] + [False] * (last - first - 1)
        if first and joined[first - 1] >= 0:
            found[joined[first - 1]] = True
    return list(accumulate(found, initial=0))


def _label(place: Place, stems: Sequence[str], crossed: Sequence[int], noun: str, opening: int) -> Weights:
    """The stems around a value and their weights; those before token `opening` belong to every value alike."""
    first, last = place
    weights: dict[str, float] = {}
    here = crossed[first]
    for i in range(max(0, first - _REACH), first):
        if word := stems[i]:
            weight = _CROSSED[here - crossed[i]] * _FADED[first - i]
            weights[word] = weight * _OPENING if i < opening else weight  # the nearer, the heavier
    here = crossed[last]
    for i in range(last, min(len(stems), last + _REACH)):
        if word := stems[i]:
            weight = _CROSSED[crossed[i] - here] * _FADED[i - last + 1]
            if weight > weights.get(word, 0.0):
                weights[word] = weight
    for word in _noun(noun) if noun else ():
        weights[word] = _NOUN
    return weights


def alike(one: Label, other: Label) -> float:
    """How much of the poorer label the richer one shares, 0 to 1."""
    poorer = min(one.total, other.total)
    if not poorer:
        return 0.0
    ours, theirs = one.weights, other.weights
    return min(1.0, sum([min(weight, theirs[word]) for word, weight in ours.items() if word in theirs]) / poorer)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that the larger one holds; 1 where the smaller is too small to tell."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= _TELLING else 1.0
