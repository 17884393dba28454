"""Pairing the values of two texts one to one, and refusing texts that speak of different things."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from claimcheck.align.labels import Labelled, alike, labelled, shared, stem
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.claim import Mention
from claimcheck.model.value import Value

_LABEL = 1.0  # the words around two values, alike or not
_SAME_NUMBER = 0.2  # writing the same number says something beyond being close
_SAME_NOUN = 0.3
_OTHER_NOUN = -0.6
_NO_NOUN = -0.1  # one counts something named, the other does not say
_PEAK = 2  # how steeply closeness falls with the ratio of the numbers
_OTHER_LENGTH = 0.7  # a day or month answers a day or month rather than a year
_CLOSE = 1.25  # two figures for one quantity are seldom of different magnitude
_POSITION = 0.05  # parallel structure: the same place in the order of values of a kind
_ENOUGH = 0.9  # the score from which two values answer one another
_ONLY = 0.5  # what it adds that neither text has another value of the kind, times their shared words
_YEAR = 365.2425
_SCOPE = 0.2  # texts that share less than this of their words speak of different things


@frozen
class Aligned:
    """Two values that answer one another.

    Attributes:
        left: The value of one text.
        right: That of the other.
        score: How well they fit, higher is better.
        label: How alike the words around them are, 0 to 1.
    """

    left: Mention
    right: Mention
    score: float
    label: float


@frozen
class Alignment:
    """Which values of two texts answer one another.

    Attributes:
        pairs: The pairs, each value in at most one, in the order of the left text.
        left_alone: Values of the left text that answer no other.
        right_alone: Values of the right text that answer no other.
        refusal: Why the texts do not speak of the same thing; empty where they may.
    """

    pairs: tuple[Aligned, ...]
    left_alone: tuple[Mention, ...] = ()
    right_alone: tuple[Mention, ...] = ()
    refusal: str = ""


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
    refusal = _refusal(one, other)
    if refusal:
        return Alignment((), tuple(left), tuple(right), refusal)
    candidates = _candidates(left, right, one, other)
    chosen = _one_to_one(candidates)
    return Alignment(
        tuple(Aligned(left[c.i], right[c.j], c.score, c.label) for c in sorted(chosen, key=lambda c: c.i)),
        tuple(m for i, m in enumerate(left) if i not in {c.i for c in chosen}),
        tuple(m for j, m in enumerate(right) if j not in {c.j for c in chosen}),
    )


def _refusal(one: Labelled, other: Labelled) -> str:
    """Why texts speak of different things; empty where they may speak of the same."""
    whole = shared(one.words, other.words)
    return "" if whole >= _SCOPE else f"the texts share {whole:.0%} of their words"


@frozen
class Candidate:
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
    name: tuple[str, ...]


def _candidates(
    left: Sequence[Mention], right: Sequence[Mention], one: Labelled, other: Labelled
) -> list[Candidate]:
    found = []
    whole = shared(one.words, other.words)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if not _may_answer(a.value, b.value):
                continue
            label = alike(one.labels[i], other.labels[j])
            score = _LABEL * label + _value_score(a.value, b.value) + _order_score(i, j, left, right)
            if _alone(a, left) and _alone(b, right):
                score += _ONLY * whole
            if score < _ENOUGH and one.words and other.words:
                continue
            found.append(Candidate(score, label, i, j, tuple(sorted((a.value.normal, b.value.normal)))))
    return found


def _may_answer(one: Value, other: Value) -> bool:
    """Whether kind and unit let two values be compared."""
    if one.kind in DAY_KINDS and other.kind in DAY_KINDS:
        return True
    return one.kind == other.kind and (one.unit == other.unit or one.kind == "duration")


def _alone(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether no other value of the text could answer what this one answers."""
    return sum(_may_answer(mention.value, m.value) for m in others) == 1


def _value_score(one: Value, other: Value) -> float:
    score = 0.0
    if one.number is not None and one.number == other.number:
        score += _SAME_NUMBER
    score += _CLOSE * _closeness(one, other)
    if one.noun and other.noun:
        heads = [stem(value.noun.lower().split()[-1]) for value in (one, other)]
        score += _SAME_NOUN if heads[0] == heads[1] else _OTHER_NOUN
    elif one.noun or other.noun:
        score += _NO_NOUN
    return score


def _closeness(one: Value, other: Value) -> float:
    """1 for equal numbers or days, towards 0 for numbers of another magnitude and years far apart."""
    if one.kind in DAY_KINDS:
        if one.extent is None or other.extent is None:
            return 0.0
        near = 1 / (1 + float(one.extent.gap(other.extent)) / _YEAR)
        return near if one.kind == other.kind else near * _OTHER_LENGTH
    if one.number is None or other.number is None or one.unit != other.unit:
        return 0.0
    low, high = sorted((abs(one.number), abs(other.number)))
    return float(low / high) ** _PEAK if high else 1.0


def _order_score(i: int, j: int, left: Sequence[Mention], right: Sequence[Mention]) -> float:
    rank = sum(_may_answer(m.value, left[i].value) for m in left[:i])
    return _POSITION if rank == sum(_may_answer(m.value, right[j].value) for m in right[:j]) else 0.0


def _one_to_one(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best candidates first, each value once; ties fall to what stands earlier in both texts."""
    chosen: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (-c.score, c.i + c.j, abs(c.i - c.j), c.name)):
        if all(c.i != other.i and c.j != other.j for other in chosen):
            chosen.append(c)
    return chosen
