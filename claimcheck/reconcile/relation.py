"""The relation of two readings: which of the ordered relations holds, by how much they differ, and why.

The rules stand, with worked examples, on the semantics page (docs/semantics.md).
"""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from claimcheck.grammar.senses import DAY_KINDS, LOOKS_ROUNDED, senses
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import Policy
from claimcheck.reconcile import reasons
from claimcheck.reconcile.conversion import same_unit
from claimcheck.reconcile.gap import Gap, gap
from claimcheck.reconcile.scope import incomparable
from claimcheck.reconcile.texts import are_texts, relate_texts, same_text

_ROUND_DIGITS = 2  # significant digits up to which a figure with a scale word looks rounded: $3.3 billion


class Pair(NamedTuple):
    """Two sides in one unit, in an order that does not depend on which was given first.

    Attributes:
        first: Value of the one.
        second: Value of the other.
        first_senses: Its senses, ordinary first, in the common unit.
        second_senses: The other's likewise.
        policy: The policy.
        gap: The distance of what was written.
    """

    first: Value
    second: Value
    first_senses: tuple[Sense, ...]
    second_senses: tuple[Sense, ...]
    policy: Policy
    gap: Gap | None

    @property
    def ordinary(self) -> tuple[Interval, Interval]:
        """The two ordinary senses."""
        return self.first_senses[0].interval, self.second_senses[0].interval

    def turned(self) -> "Pair":
        """The same pair, the second value first."""
        return Pair(self.second, self.first, self.second_senses, self.first_senses, self.policy, self.gap)


Judgement = tuple[Relation, str]


def relate(left: Side, right: Side, policy: Policy, *, matched: bool = False) -> Comparison:
    """How two readings relate.

    Relation, gap and reason do not depend on which side is left.

    Args:
        left: One side; its senses are worked out under `policy` where it carries none.
        right: The other.
        policy: Caps and shares; `rounding_cap` is named in the reason where it decides.
        matched: Whether it is established already that both speak of the same quantity, so that differently
            named nouns (`critics`, `reviews`) are no obstacle.

    >>> from claimcheck.policy import DEFAULT
    >>> def usd(number, step):
    ...     value = Value("money", f"${number}", Decimal(number), "USD", step=Decimal(step), step_stated=True)
    ...     return Side(value.normal, value)
    >>> relate(usd("3E9", "1E9"), usd("3.3E9", "1E8"), DEFAULT).reason
    'differ by $0.3 billion (9 %); 3.3 rounds to 3 at one digit, but that is more than the 5 % cap on rounding'
    """
    if left.value is not None and right.value is not None and are_texts(left.value, right.value):
        return Comparison(left, right, *relate_texts(left.value, right.value))
    refusal = incomparable(left.value, right.value, matched=matched)
    if refusal or left.value is None or right.value is None:
        return Comparison(left, right, Relation.NOT_COMPARABLE, refusal)
    pair = _pair(left, right, policy)
    relation, reason = _judge(pair)
    if pair.gap is None:
        return Comparison(left, right, relation, reason)
    return Comparison(left, right, relation, reason, pair.gap.size, pair.gap.share, pair.gap.unit)


def _pair(left: Side, right: Side, policy: Policy) -> Pair:
    sides = [(v, side.senses or senses(v, policy)) for side in (left, right) if (v := side.value) is not None]
    (one, one_senses), (other, other_senses) = sorted(same_unit(sides[0], sides[1], policy), key=_order)
    return Pair(one, other, one_senses, other_senses, policy, gap(one, other))


def _order(side: tuple[Value, tuple[Sense, ...]]) -> tuple[Decimal, str, str]:
    value = side[0]
    number = value.number if value.number is not None and value.kind not in DAY_KINDS else None
    if number is None and value.extent is not None:
        number = value.extent.low if value.extent.low is not None else value.extent.high
    return (number or Decimal(0), value.hedge.value, value.normal)


def _judge(pair: Pair) -> Judgement:
    if says_the_same(pair.first, pair.second):
        return Relation.EXACT, reasons.both_say(pair.first)
    bounds = (pair.first.hedge.is_bound, pair.second.hedge.is_bound)
    if all(bounds):
        return _two_bounds(pair)
    if bounds[0]:
        return _number_and_bound(pair.turned())
    if bounds[1]:
        return _number_and_bound(pair)
    return _two_numbers(pair)


def says_the_same(one: Value, other: Value) -> bool:
    """Whether both wrote the same number (or days) with the same hedge or bound, however precisely."""
    if are_texts(one, other):
        return same_text(one, other)
    if one.hedge is not other.hedge or one.upper != other.upper:
        return False
    if one.number is None or other.number is None or one.kind in DAY_KINDS:
        return one.extent == other.extent
    return one.number == other.number


def _two_numbers(pair: Pair) -> Judgement:
    """Two values that say how much, not just on which side: bare, hedged, ranges, vague words, dates."""
    a, b = pair.ordinary
    if _are_periods(pair):
        return Relation.DISCREPANT, reasons.other_ends(pair.first, a, pair.second, b)
    vague = Hedge.VAGUE in (pair.first.hedge, pair.second.hedge)
    if a.inside(b) or b.inside(a):
        outer = pair if b.inside(a) else pair.turned()
        relation = Relation.COMPATIBLE if vague else Relation.WITHIN_PRECISION
        return relation, reasons.holds(outer.first, outer.first_senses[0], outer.second)
    common = a.meet(b)
    if common is not None:
        enough = a.share(b) >= pair.policy.compatible_share
        relation = Relation.COMPATIBLE if enough else Relation.TENSION
        return relation, reasons.overlap(pair.first, a, pair.second, b, common, enough=enough)
    return _apart(pair)


def _are_periods(pair: Pair) -> bool:
    """Whether both say from when to when: then each end is a statement of its own."""
    return all(v.kind in DAY_KINDS and v.hedge is Hedge.BETWEEN for v in (pair.first, pair.second))


def _apart(pair: Pair) -> Judgement:
    """Ordinary senses disjoint: tension where an accepted loose sense still meets the other value."""
    met = _meeting(pair, lambda value, sense: not _is_rounding_beyond_cap(value, sense))
    if met:
        return Relation.TENSION, reasons.loosely(pair.gap, *met)
    rounded = _meeting(pair, lambda value, sense: True)
    rounding = reasons.rounding(pair.first, pair.second, pair.policy) if rounded else ""
    return Relation.DISCREPANT, reasons.differ(pair.first, pair.second, pair.gap) + rounding


def _is_rounding_beyond_cap(value: Value, sense: Sense) -> bool:
    """Plain rounding beyond the cap explains a difference but does not excuse it (semantics, rules)."""
    return sense.kind is SenseKind.LOOSE and value.hedge is Hedge.NONE and value.step_stated


Accept = Callable[[Value, Sense], bool]


def _meeting(pair: Pair, accept: Accept) -> tuple[Value, Sense, Value, Sense] | None:
    """The first accepted senses, logical ones aside, that meet: fewest loose ones first."""
    firsts, seconds = (
        [sense for sense in side if sense.kind is not SenseKind.LOGICAL and accept(value, sense)]
        for value, side in ((pair.first, pair.first_senses), (pair.second, pair.second_senses))
    )
    both = [(one, other) for one in firsts for other in seconds if one.interval.meets(other.interval)]
    if not both:
        return None
    one, other = min(both, key=lambda senses: sum(sense.kind is SenseKind.LOOSE for sense in senses))
    return pair.first, one, pair.second, other


def _logical(value_senses: tuple[Sense, ...]) -> Interval:
    return next(s.interval for s in value_senses if s.kind is SenseKind.LOGICAL)


def _number_and_bound(pair: Pair) -> Judgement:
    """A number (first) against a bound (second): what the bound literally allows decides."""
    number, bound = pair.first, pair.second
    if _own_number(number, bound):
        return _bound_and_own_number(number, bound)
    sense, allowed = pair.ordinary[0], _logical(pair.second_senses)
    if sense.inside(allowed):
        return Relation.COMPATIBLE, reasons.fits(number, bound, pair.gap)
    if sense.meets(allowed):
        enough = sense.share(allowed) >= pair.policy.compatible_share
        relation = Relation.COMPATIBLE if enough else Relation.TENSION
        return relation, reasons.partly_fits(number, sense, bound, enough=enough)
    loose = [s for s in pair.first_senses[1:] if s.interval.meets(allowed)]
    if any(not _is_rounding_beyond_cap(number, s) for s in loose):
        return Relation.TENSION, reasons.loosely_fits(number, loose[0], bound, pair.gap)
    rounding = reasons.rounding(number, bound, pair.policy) if loose else ""
    return Relation.DISCREPANT, reasons.breaks(number, bound, pair.gap) + rounding


def _own_number(number: Value, bound: Value) -> bool:
    """Whether a bound names the very number; not so for completed years, which run on to the next."""
    if number.kind == "duration" and number.extent is not None:
        return False
    same_days = number.kind in DAY_KINDS and number.extent == bound.extent
    return number.hedge is Hedge.NONE and (same_days or (number.number == bound.number is not None))


def _bound_and_own_number(number: Value, bound: Value) -> Judgement:
    """`more than X` against X: people round to X when X is round; where X is exact they mean it."""
    if bound.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST):
        return Relation.COMPATIBLE, reasons.fits(number, bound, None)
    if is_round(bound):
        return Relation.COMPATIBLE, reasons.round_bound(number, bound)
    return Relation.DISCREPANT, reasons.exact_bound(number, bound)


def is_round(value: Value) -> bool:
    """Whether a figure looks rounded: a scale word after one or two digits, or an integer that ends in `00`."""
    if value.number is None or value.step is None or value.kind in DAY_KINDS:
        return False
    if not value.step_stated:
        return value.step >= LOOKS_ROUNDED
    return value.step >= 10 and value.number.adjusted() - value.step.adjusted() < _ROUND_DIGITS


def _two_bounds(pair: Pair) -> Judgement:
    """The pragmatic senses decide; what the bounds literally allow neither hides a contradiction nor makes one."""
    first, second = pair.first, pair.second
    a, b = pair.ordinary
    if a.meets(b):
        enough = a.share(b) >= pair.policy.compatible_share
        return Relation.COMPATIBLE if enough else Relation.TENSION, reasons.bounds_meet(
            first, second, enough=enough
        )
    if first.hedge.is_lower is not second.hedge.is_lower and _logical(pair.first_senses).meets(
        _logical(pair.second_senses)
    ):
        near = pair.gap is not None and (pair.gap.share or 0) <= pair.policy.nearly_cap
        return Relation.COMPATIBLE if near else Relation.TENSION, reasons.enclose(first, second, near=near)
    return Relation.DISCREPANT, reasons.differ(first, second, pair.gap)
