"""Two statements: which value of one answers which of the other, and how the statements relate."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from attrs import evolve

from claimcheck.align.bounds import bounded
from claimcheck.align.bridges import Bridge, bridged
from claimcheck.align.chances import one_is_a_chance
from claimcheck.align.comparatives import compared
from claimcheck.align.dates import with_year
from claimcheck.align.doubts import doubted
from claimcheck.align.moments import Moment, dated, moment
from claimcheck.align.negation import bounds_read
from claimcheck.align.opposites import turned
from claimcheck.align.pairing import Aligned, Alignment, align
from claimcheck.align.places import other_place
from claimcheck.align.readings import answering
from claimcheck.align.refusing import refused
from claimcheck.align.regions import other_region
from claimcheck.align.scores import scored
from claimcheck.align.texts import compare_texts
from claimcheck.align.versions import changed, in_one_order
from claimcheck.align.windows import apart
from claimcheck.grammar.directions import OPPOSED, opposed
from claimcheck.grammar.senses import DAY_KINDS, senses
from claimcheck.model.claim import Mention, Modality
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.policy import Policy

__all__ = ["Aligned", "Alignment", "Bridge", "align", "compare", "compare_texts"]

Relate = Callable[[Side, Side], Comparison]
Imply = Callable[[str, Sequence[Mention]], Sequence[Bridge]]

_ONE_SENTENCE = 0.9  # share of all their words from which two texts are versions of one sentence

_DAYS = DAY_KINDS | {"ordinal"}  # what says when or which rather than how much

# Where the relations outside the order stand when a whole is judged by its parts: figures of different times keep
# two statements from agreeing, a pair that cannot be compared says nothing.
_OUTSIDE = {Relation.STALE: 1.5, Relation.NOT_COMPARABLE: 5.0}


def compare(
    left_text: str,
    left: Sequence[Mention],
    right_text: str,
    right: Sequence[Mention],
    relate: Relate,
    policy: Policy,
    imply: Imply = lambda text, mentions: (),
) -> Comparison:
    """How two statements relate: the weakest relation between values that answer one another.

    Args:
        left_text: One statement.
        left: Its values, with offsets in it.
        right_text: The other statement.
        right: Its values.
        relate: How two single values relate that are known to answer one another, whatever their nouns.
        policy: What wordings license.
        imply: What the values of a text imply together.

    Returns:
        The comparison of the whole, `parts` holding those of the aligned values, weakest first.
    """
    left, right = with_year(
        *answering(left_text, _bounds(left_text, left), right_text, _bounds(right_text, right))
    )
    found = align(left, right, left_text, right_text)
    told = _told(found, left_text, right_text, relate, policy)
    if left and right and not found.refusal:
        apart = not all(part.relation.agrees for part in told)  # what a text implies matters to what has no answer
        sides = (
            (left_text, imply(left_text, left) if apart or found.right_alone else ()),
            (right_text, imply(right_text, right) if apart or found.left_alone else ()),
        )
        if sides[0][1] or sides[1][1]:
            told, *rest = bridged(told, found, *sides)
            found = evolve(found, left_alone=rest[0], right_alone=rest[1])
    if not found.refusal:
        told = (*told, *_scores(found, left_text, left, right_text, right))
    parts = sorted(told, key=_weakness)
    alone = tuple(Side(m.surface, m.value, m.span) for m in (*found.left_alone, *found.right_alone))
    relation, reason = _verdict(parts, found, left, right)
    if not parts and not found.refusal and len(left) == len(right) == 1:
        reason = _why_alone(relate(_side(left[0], policy), _side(right[0], policy)), reason)
    sizes = parts[0] if len(parts) == 1 and relation is parts[0].relation else None
    return Comparison(
        Side(left_text),
        Side(right_text),
        relation,
        reason,
        sizes.gap if sizes else None,
        sizes.gap_share if sizes else None,
        sizes.unit if sizes else "",
        tuple(parts),
        alone,
    )


def _scores(
    found: Alignment, left_text: str, left: Sequence[Mention], right_text: str, right: Sequence[Mention]
) -> tuple[Comparison, ...]:
    """The comparisons of scores; an edited sentence's are told with what else was changed in it."""
    if _are_versions(found, left_text, right_text):
        return ()
    return scored(left_text, [m.span for m in left], right_text, [m.span for m in right], found.kinship)


def _bounds(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The values of a text, those read as bounds that the words around them make bounds."""
    return compared(text, bounds_read(text, mentions))


def _told(
    found: Alignment, left_text: str, right_text: str, relate: Relate, policy: Policy
) -> tuple[Comparison, ...]:
    """How the aligned values relate, in view of what the two texts are to one another."""
    left = [*(pair.left for pair in found.pairs), *found.left_alone]
    right = [*(pair.right for pair in found.pairs), *found.right_alone]
    told = tuple(_placed(_part(pair, relate, policy), pair, left_text, right_text) for pair in found.pairs)
    told = tuple(turned(part, left_text, right_text) for part in told)
    versions = _are_versions(found, left_text, right_text)
    if not versions:
        told = doubted(tuple(map(bounded, told)), found)
    told = apart(told, left_text, left, right_text, right)
    if any(part.relation is Relation.DISCREPANT for part in told):
        told = dated(
            told,
            [(moment(left_text, p.left), moment(right_text, p.right)) for p in found.pairs],
            _moments(left_text, found.left_alone),
            _moments(right_text, found.right_alone),
        )
    return _edited(told, left_text, right_text) if versions else told


def _are_versions(found: Alignment, left_text: str, right_text: str) -> bool:
    return found.kinship >= _ONE_SENTENCE and in_one_order(left_text, right_text)


def _edited(told: tuple[Comparison, ...], left_text: str, right_text: str) -> tuple[Comparison, ...]:
    """The parts of two versions of one sentence: who changes a figure takes back the one that stood there.

    That the figures are of different days is said, but the versions still state different things.
    """
    told = tuple(evolve(p, relation=Relation.DISCREPANT) if p.relation is Relation.STALE else p for p in told)
    if any(part.relation is Relation.DISCREPANT for part in told):
        return told
    return (*told, *changed(left_text, right_text, told))


def _moments(text: str, mentions: Sequence[Mention]) -> list[Moment]:
    return [found for mention in mentions if (found := moment(text, mention)) is not None]


def _side(mention: Mention, policy: Policy) -> Side:
    return Side(mention.surface, mention.value, mention.span, senses=_senses(mention.value, policy))


_senses = lru_cache(maxsize=1 << 10)(senses)  # few figures are met once only


def _part(pair: Aligned, relate: Relate, policy: Policy) -> Comparison:
    """How two aligned values relate, where they can be compared at all."""
    left, right = _side(pair.left, policy), _side(pair.right, policy)
    if refusal := _refusal(pair.left, pair.right):
        return Comparison(left, right, Relation.NOT_COMPARABLE, refusal)
    if opposed(pair.left.scope, pair.right.scope):
        return Comparison(left, right, Relation.DISCREPANT, OPPOSED)
    return relate(left, right)


def _placed(part: Comparison, pair: Aligned, left_text: str, right_text: str) -> Comparison:
    """The part, refused where two dates are of events in different places, or only one share is a probability."""
    why = one_is_a_chance(left_text, pair.left, right_text, pair.right)
    if not why and part.relation is Relation.DISCREPANT:
        if _is_day(part):
            why = other_place(left_text, pair.left, right_text, pair.right)
        else:
            why = other_region(left_text, right_text)
    return refused(part, why) if why else part


def _refusal(left: Mention, right: Mention) -> str:
    """Why two values that answer one another cannot be compared all the same; empty where they can."""
    modalities = {left.modality, right.modality}
    if len(modalities) > 1 and Modality.STATED in modalities:
        (other,) = modalities - {Modality.STATED}
        return f"one is stated, the other {other.value}"
    rates = sorted((_rate(left), _rate(right)), reverse=True)
    return f"one is {rates[0]}, the other {rates[1] or 'is not'}" if rates[0] != rates[1] else ""


def _rate(mention: Mention) -> str:
    """What the figure is told for each of (`per year`, `each`); empty for a plain figure."""
    return next((words for words in mention.scope if words == "each" or words.startswith("per ")), "")


def _why_alone(only: Comparison, reason: str) -> str:
    """Why the only values of two texts do not answer one another."""
    if only.relation is Relation.NOT_COMPARABLE:
        return only.reason
    first, second = sorted((only.left.text, only.right.text))
    return f"{reason}: the words around {first} and {second} are too unlike"


def _weakness(part: Comparison) -> tuple[float, bool, float, list[str]]:
    """Weakest first, figures before dates, the widest gap first; the same whichever text is left."""
    strength = part.relation.strength
    rank = _OUTSIDE[part.relation] if strength is None else strength
    return rank, _is_day(part), -float(part.gap_share or 0), sorted((part.left.text, part.right.text))


def _is_day(part: Comparison) -> bool:
    return part.left.value is not None and part.left.value.kind in _DAYS


def _verdict(
    parts: Sequence[Comparison], found: Alignment, left: Sequence[Mention], right: Sequence[Mention]
) -> tuple[Relation, str]:
    if not parts and not (left and right):
        return (
            Relation.NOT_COMPARABLE,
            "neither holds a value" if not left and not right else "only one holds a value",
        )
    if found.refusal:
        return Relation.NOT_COMPARABLE, found.refusal
    if not parts:
        return Relation.NOT_COMPARABLE, "no value of one answers a value of the other"
    weakest = parts[0]
    if (
        weakest.relation.agrees
        and _only_days(parts)
        and _figures(found.left_alone)
        and _figures(found.right_alone)
    ):
        return Relation.NOT_COMPARABLE, "only the dates answer one another, the figures do not"
    return weakest.relation, f"{weakest.left.text} and {weakest.right.text}: {weakest.reason}"


def _only_days(parts: Sequence[Comparison]) -> bool:
    return all(map(_is_day, parts))


def _figures(mentions: Sequence[Mention]) -> bool:
    return any(mention.kind not in _DAYS for mention in mentions)
