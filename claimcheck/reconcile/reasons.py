"""The one line that says why two readings relate as they do.

Every line is the same whichever reading comes first: the caller hands the values over in a fixed order.
"""

from decimal import Decimal

from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.wording import say_number, say_sense, say_share
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Sense, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.gap import Gap

_DIGITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def both_say(value: Value) -> str:
    """Exact."""
    return f"both say {value.normal}"


def holds(outer: Value, sense: Sense, inner: Value) -> str:
    """One ordinary sense inside the other."""
    if outer.kind in DAY_KINDS and outer.hedge is Hedge.NONE:
        return f"{inner.normal} lies within {outer.normal}"
    if outer.hedge is Hedge.BETWEEN:
        return f"{outer.normal} holds {inner.normal}"
    return f"{outer.normal} covers {say_sense(sense.interval, outer)}, which holds {inner.normal}"


def overlap(one: Value, a: Interval, other: Value, b: Interval, common: Interval, *, enough: bool) -> str:
    """Ordinary senses that overlap, neither inside the other."""
    much = "most of the narrower" if enough else "less than half of the narrower"
    return f"{_spans(one, a)} and {_spans(other, b)} share {say_sense(common, one)}, {much}"


def other_ends(one: Value, a: Interval, other: Value, b: Interval) -> str:
    """Two periods that begin or end on different days."""
    if a.low != b.low and a.high != b.high:
        return f"{one.normal} and {other.normal} neither begin nor end alike"
    return f"{one.normal} and {other.normal} {'end' if a.low == b.low else 'begin'} differently"


def _spans(value: Value, interval: Interval) -> str:
    said = say_sense(interval, value)
    return value.normal if said == value.normal else f"{value.normal} ({said})"


def loosely(gap: Gap | None, one: Value, sense: Sense, other: Value, other_sense: Sense) -> str:
    """Only loose senses meet."""
    return f"{_by(gap)}; only {_loose_words(one, sense)} would meet {_loose_words(other, other_sense)}"


def _loose_words(value: Value, sense: Sense) -> str:
    loosely = " taken loosely" if sense.kind.value == "loose" else ""
    return f"{_spans(value, sense.interval)}{loosely}"


def differ(one: Value, other: Value, gap: Gap | None) -> str:
    """Discrepant."""
    if gap is not None and gap.size:
        return _by(gap)
    return f"{one.normal} and {other.normal} leave nothing in common"


def _by(gap: Gap | None) -> str:
    return f"differ by {gap}" if gap is not None else "differ"


def rounding(one: Value, other: Value, policy: Policy) -> str:
    """That plain rounding would explain the difference, but goes beyond the cap."""
    coarse, fine = sorted((one, other), key=lambda value: -(value.step or Decimal(0)))
    cap = policy.rounding_cap
    but = "no rounding is allowed here" if cap == 0 else f"that is more than the {say_share(cap)} cap on rounding"
    if coarse.number is None or fine.number is None or coarse.step is None or coarse.hedge is not Hedge.NONE:
        return f"; rounding would explain it, but {but}"
    if not coarse.number - coarse.step / 2 <= fine.number <= coarse.number + coarse.step / 2:
        return f"; rounding would explain it, but {but}"
    digits = max(1, coarse.number.adjusted() - coarse.step.adjusted() + 1) if coarse.number else 1
    at = f"{_DIGITS[digits] if digits < len(_DIGITS) else digits} digit{'s' if digits > 1 else ''}"
    return f"; {_bare(fine, coarse)} rounds to {_bare(coarse, coarse)} at {at}, but {but}"


def _bare(value: Value, like: Value) -> str:
    """The number without unit, and without its scale word where `like` has the same."""
    if value.number is None:
        return value.normal
    said = say_number(value.number, value.step, stated=value.step_stated)
    scale = say_number(like.number or Decimal(0), like.step, stated=like.step_stated).partition(" ")[2]
    return said.removesuffix(f" {scale}") if scale and said.endswith(f" {scale}") else said


def fits(number: Value, bound: Value, gap: Gap | None) -> str:
    """A bound that admits a number."""
    by = f", {gap} from its bound" if gap is not None and gap.size else ""
    return f"“{bound.normal}” admits {number.normal}{by}"


def partly_fits(number: Value, sense: Interval, bound: Value, *, enough: bool) -> str:
    """A bound that admits a part of a number's sense."""
    much = "most" if enough else "less than half"
    return f"“{bound.normal}” admits {much} of {_spans(number, sense)}"


def loosely_fits(number: Value, sense: Sense, bound: Value, gap: Gap | None) -> str:
    """A bound that admits only a loose sense of a number."""
    return f"{_by(gap)}; “{bound.normal}” admits only {_loose_words(number, sense)}"


def breaks(number: Value, bound: Value, gap: Gap | None) -> str:
    """A bound that a number breaks."""
    by = f": they {_by(gap)}" if gap is not None and gap.size else ""
    return f"{number.normal} is not “{bound.normal}”{by}"


def round_bound(number: Value, bound: Value) -> str:
    """A bound against its own round number."""
    return f"{number.normal} is a round figure, which “{bound.normal}” may be rounded to"


def exact_bound(number: Value, bound: Value) -> str:
    """A bound against its own exact number."""
    return f"{number.normal} is an exact figure, and not “{bound.normal}”"


def bounds_meet(one: Value, other: Value, *, enough: bool) -> str:
    """Two bounds that suggest overlapping amounts."""
    same = "much the same amounts" if enough else "amounts that hardly overlap"
    return f"“{one.normal}” and “{other.normal}” suggest {same}"


def enclose(one: Value, other: Value, *, near: bool) -> str:
    """A lower and an upper bound that leave room between them."""
    so = "leave a narrow stretch between them" if near else "can both be true, but suggest different amounts"
    return f"“{one.normal}” and “{other.normal}” {so}"
