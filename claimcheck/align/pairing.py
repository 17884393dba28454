"""Pairing the values of two texts one to one, and refusing texts that speak of different things."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from claimcheck.align.labels import Labelled, alike, labelled, shared
from claimcheck.align.stems import stem
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.units import UNITS
from claimcheck.model.claim import Mention
from claimcheck.model.value import Value

# What counts for or against two values answering one another. Set on one half of public pairs of claims and
# sentences, by what served all sets at once, and checked on the other.
_LABEL = 1.0  # the words around two values, alike or not
_SAME_NUMBER = 0.2  # writing the same number says something beyond being close
_SAME_NOUN = 0.1  # counting what goes by the same name
_OTHER_NOUN = -0.2  # counting what goes by another name: `critics`, `reviews`
_NEW = -0.3  # `eleven new deaths` are no total
_NEW_ONES = ("new ", "added ", "additional ", "further ", "more ")
_NO_NOUN = -0.05  # one counts something named, the other does not say
_SAME_PLACE = 0.2  # `4 in Lom` answers `5 in Lom`
_OTHER_PLACE = -0.5  # and not `4 in Pleven`
_PEAK = 2.0  # how steeply closeness falls with the ratio of the numbers
_OTHER_LENGTH = 0.6  # a day or month answers a day or month rather than a year
_CLOSE = 1.45  # two figures for one quantity are seldom of different magnitude
_POSITION = 0.025  # parallel structure: the same place in the order of values of a kind
_LEFT = 0.2  # how much less what is left of two texts needs where other values of theirs say the same
_ENOUGH = 0.3  # the score from which two values answer one another
_ONLY = 0.35  # what it adds that neither text has another value of the kind, times their shared words
_KIN = 3.0  # what it takes off that texts share less than half of their words, times what is missing
_MANY = 5  # words of the shorter text beyond which what is not shared tells the more
_SURE = 3.0  # how many times the more at most
_HALF = 0.5
_TIE = 1e-9  # what a whole must be better by
_YEAR = 365.2425  # days after which closeness of days has fallen to a half
_SCOPE = 0.1  # texts that share less than this of their words speak of different things
# Nouns that count whoever it may be: `76 people have died` answers `100 deaths`.
_ANYBODY = frozenset(map(stem, ("person", "people", "individual", "man", "woman", "resident", "user", "patient")))


@frozen
class Aligned:
    """Two values that answer one another.

    Attributes:
        left: The value of one text.
        right: That of the other.
        score: How well they fit, higher is better.
        label: How alike the words around them are, 0 to 1.
        bare: Whether one of them has no words around it.
    """

    left: Mention
    right: Mention
    score: float
    label: float
    bare: bool = False


@frozen
class Alignment:
    """Which values of two texts answer one another.

    Attributes:
        pairs: The pairs, each value in at most one, in the order of the left text.
        left_alone: Values of the left text that answer no other.
        right_alone: Values of the right text that answer no other.
        refusal: Why the texts do not speak of the same thing; empty where they may.
        kinship: Share of all words of the two texts that both hold, 0 to 1.
        missing: How many words of the poorer text the other lacks, names for which a pronoun may stand aside.
    """

    pairs: tuple[Aligned, ...]
    left_alone: tuple[Mention, ...] = ()
    right_alone: tuple[Mention, ...] = ()
    refusal: str = ""
    kinship: float = 0.0
    missing: int = 0


def align(left: Sequence[Mention], right: Sequence[Mention], left_text: str, right_text: str) -> Alignment:
    """Pair the values of two texts one to one, by kind, unit, noun, the words around them and their order.

    Swapping the texts swaps the sides of the pairs and nothing else.

    Args:
        left: The values of one text, with offsets in it.
        right: The values of the other.
        left_text: One text.
        right_text: The other.
    """
    one, other = labelled(left_text, left), labelled(right_text, right)
    kinship = len(one.words & other.words) / max(1, len(one.words | other.words))
    if not left or not right:
        return Alignment((), tuple(left), tuple(right), kinship=kinship)
    ground = _common_ground(one, other)
    whole = shared(*ground)
    if whole < _SCOPE:
        return Alignment((), tuple(left), tuple(right), _unlike(whole))
    chosen = _one_to_one(_candidates(left, right, one, other, whole), left, right)
    lefts, rights = {c.i for c in chosen}, {c.j for c in chosen}
    return Alignment(
        tuple(
            Aligned(left[c.i], right[c.j], c.score, c.label, not (one.label(c.i).total and other.label(c.j).total))
            for c in sorted(chosen, key=lambda c: c.i)
        ),
        tuple(m for i, m in enumerate(left) if i not in lefts),
        tuple(m for j, m in enumerate(right) if j not in rights),
        kinship=kinship,
        missing=min(map(len, ground)) - len(ground[0] & ground[1]),
    )


def _common_ground(one: Labelled, other: Labelled) -> tuple[frozenset[str], frozenset[str]]:
    """The words of two texts, without the names of the one for which the other has a pronoun."""
    left, right = one.words, other.words
    if other.leans:
        left = left - (one.names - other.words)
    if one.leans:
        right = right - (other.names - one.words)
    return left, right


def _unlike(whole: float) -> str:
    return f"the statements share only {whole:.0%} of their words" if whole else "the statements share no words"


class Candidate(NamedTuple):
    """Two values that may answer one another.

    Attributes:
        score: How well they fit.
        label: How alike the words around them are.
        i: Index of the left one.
        j: Index of the right one.
        name: Both wordings in a fixed order, so that ties fall alike whichever text is left.
    """

    score: float
    label: float
    i: int
    j: int
    name: tuple[str, str]


def _candidates(
    left: Sequence[Mention], right: Sequence[Mention], one: Labelled, other: Labelled, whole: float
) -> list[Candidate]:
    found = []
    fewer = min(len(one.words), len(other.words))
    kin = _KIN * min(_SURE, max(1.0, fewer / _MANY)) * min(0.0, whole - _HALF)
    lefts, rights = _by_axis(left), _by_axis(right)
    least = _ENOUGH - _LEFT if one.words and other.words else float("-inf")
    for axis, places in lefts.items():
        places_ = rights.get(axis)
        if places_ is None:
            continue
        texts = kin + (_ONLY * whole if len(places) == len(places_) == 1 else 0.0)
        for rank, i in enumerate(places):
            a = left[i].value
            for rank_, j in enumerate(places_):
                b = right[j].value
                fit = texts + _value_score(a, b) + (_POSITION if rank == rank_ else 0.0)
                if fit + _LABEL + _SAME_PLACE < least:
                    continue  # however alike the words around them
                label = alike(one.label(i), other.label(j))
                score = _LABEL * label + fit + _place_score(one.place(i), other.place(j))
                if score >= least:
                    name = (a.normal, b.normal) if a.normal <= b.normal else (b.normal, a.normal)
                    found.append(Candidate(score, label, i, j, name))
    return found


def _by_axis(mentions: Sequence[Mention]) -> dict[str, list[int]]:
    """The indices of the values that kind and unit let be compared with one another."""
    found = defaultdict(list)
    for i, mention in enumerate(mentions):
        found[_axis(mention.value)].append(i)
    return found


def _axis(value: Value) -> str:
    if value.kind in DAY_KINDS:
        return "day"
    if value.kind == "duration":
        return value.kind
    if value.noun == "time" and "time" not in value.written:
        return "multiple"  # `doubled`; what happened three times may well be three of something
    unit = UNITS.get(value.unit) if value.kind == "measure" else None
    return f"{value.kind} {unit.dimension if unit else value.unit}"


def _value_score(one: Value, other: Value) -> float:
    score = _CLOSE * closeness(one, other)
    if one.number is not None and one.number == other.number:
        score += _SAME_NUMBER
    return score + _noun_score(one.noun, other.noun) if one.noun or other.noun else score


def _place_score(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return _SAME_PLACE if one & other else _OTHER_PLACE


def _noun_score(one: str, other: str) -> float:
    heads = head(one), head(other)
    if _counts_new(one) is not _counts_new(other):
        return _NEW
    if heads[0] == heads[1]:
        return _SAME_NOUN
    return _NO_NOUN if "" in heads or not _ANYBODY.isdisjoint(heads) else _OTHER_NOUN


def _counts_new(noun: str) -> bool:
    return noun.startswith(_NEW_ONES)


@lru_cache(maxsize=1 << 14)
def head(noun: str) -> str:
    """The stem of the last word of a noun phrase; empty where there is none."""
    return stem(noun.lower().split()[-1]) if noun else ""


def closeness(one: Value, other: Value) -> float:
    """1 for equal numbers or days, towards 0 for numbers of another magnitude and years far apart."""
    if one.kind in DAY_KINDS:
        if one.extent is None or other.extent is None:
            return 0.0
        near = 1 / (1 + float(one.extent.gap(other.extent)) / _YEAR)
        return near if one.kind == other.kind else near * _OTHER_LENGTH
    if one.number is None or other.number is None or one.unit != other.unit:
        return 0.0
    if one.number == other.number:
        return 1.0
    low, high = sorted((abs(one.number), abs(other.number)))
    return float(low / high) ** _PEAK if high else 1.0


def _one_to_one(
    candidates: Sequence[Candidate], left: Sequence[Mention], right: Sequence[Mention]
) -> list[Candidate]:
    """The best candidates first, each value once; ties fall to what stands earlier in both texts.

    Where two values say the same, the texts speak of one thing, so that what is left on each side needs less.
    """
    chosen: list[Candidate] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    enough = _ENOUGH
    for c in sorted(candidates, key=lambda c: (-c.score, c.i + c.j, abs(c.i - c.j), c.name)):
        if c.score < enough:
            if enough < _ENOUGH or not any(_says_same(left[d.i].value, right[d.j].value) for d in chosen):
                break
            enough -= _LEFT
        if c.i not in lefts and c.j not in rights:
            chosen.append(c)
            lefts.add(c.i)
            rights.add(c.j)
    return _uncrossed(chosen, candidates) if len(chosen) > 1 else chosen


def _uncrossed(chosen: list[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The chosen pairs, two of them exchanging partners where that fits better on the whole.

    Taking the best pair first may leave its neighbours with what fits neither.
    """
    known = {(c.i, c.j): c for c in candidates}
    again = True
    while again:
        again = False
        for m, one in enumerate(chosen):
            for n in range(m + 1, len(chosen)):
                other = chosen[n]
                first, second = known.get((one.i, other.j)), known.get((other.i, one.j))
                if first and second and first.score + second.score > one.score + other.score + _TIE:
                    one, chosen[m], chosen[n] = first, first, second
                    again = True
    return chosen


def _says_same(one: Value, other: Value) -> bool:
    """Whether two values name the same number or share days."""
    if one.kind in DAY_KINDS:
        return one.extent is not None and other.extent is not None and one.extent.meets(other.extent)
    return one.number is not None and one.number == other.number
