"""Figures of different days: both may be right, and they bound one another.

Two readings that differ are `stale` where each is told as of a day, the days differ, and the quantity moves. What
only grows still binds: told later, it cannot be less.
"""

from collections.abc import Iterable, Sequence

from attrs import evolve

from claimcheck.grammar.as_of import may_have_grown
from claimcheck.grammar.calendar import say_days
from claimcheck.grammar.predicates import same_predicate
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Evidence
from claimcheck.model.interval import Interval
from claimcheck.model.ties import OverTime
from claimcheck.reconcile.consensus import Vote, Weight

_MOVING = frozenset({"count", "money", "percent", "measure", "duration"})
_GROWING = frozenset({"count", "money", "duration"})
_APART = (Relation.TENSION, Relation.DISCREPANT)


def over_time(comparison: Comparison, one: Evidence, other: Evidence, declared: OverTime | None) -> Comparison:
    """The comparison of two readings, `stale` where they tell of different days and both may be right.

    Args:
        comparison: How they relate as if of one day.
        one: A reading.
        other: The other.
        declared: How the claim says that the quantity moves; without it people killed, money spent and time
            passed are taken to grow, and shares and measures to change.
    """
    kind = one.value.kind
    if comparison.relation not in _APART or kind not in _MOVING or one.as_of is None or other.as_of is None:
        return comparison
    if one.as_of.meets(other.as_of):
        return comparison
    earlier, later = sorted((one, other), key=_day)
    when = f"{comparison.reason}, as of {_said(earlier)} and of {_said(later)}"
    if declared is OverTime.CHANGES or (declared is None and kind not in _GROWING):
        reason = f"{when}: both may be right"
        return evolve(comparison, relation=Relation.STALE, reason=reason)
    if may_have_grown(earlier.senses, later.senses):
        reason = f"{when}: a total that grows may have been both"
        return evolve(comparison, relation=Relation.STALE, reason=reason)
    reason = f"{when}, but a total that only grows is never less later"
    return evolve(comparison, reason=reason)


def with_predicates(comparison: Comparison, one: Evidence, other: Evidence) -> Comparison:
    """The comparison, its reason saying so where the two do not agree and differ in their verbs too.

    Whether money was appropriated, given or spent is not the same question, and may be why figures differ.
    """
    if comparison.relation not in (*_APART, Relation.STALE) or not one.predicate or not other.predicate:
        return comparison
    if same_predicate(one.predicate, other.predicate):
        return comparison
    first, second = sorted((one, other), key=lambda e: (e.source_id, e.predicate))
    said = f"{first.source_id} says {first.predicate}, {second.source_id} {second.predicate}"
    return evolve(comparison, reason=f"{comparison.reason} ({said})")


def _day(e: Evidence) -> tuple[bool, object]:
    low = e.as_of.low if e.as_of else None
    return low is not None, low or 0


def _said(e: Evidence) -> str:
    return say_days(e.as_of) if e.as_of else ""


def bounded(
    votes: Sequence[Vote], best: Iterable[Evidence], pairs: Iterable[Comparison], declared: OverTime | None
) -> tuple[Vote, ...]:
    """The votes, those of a growing total told earlier as lower bounds of what is told later.

    Args:
        votes: The votes.
        best: The readings that they stand for.
        pairs: The comparisons of these, stale ones among them.
        declared: How the claim says that the quantity moves.
    """
    if declared is OverTime.CHANGES:
        return tuple(votes)
    growing = [e for e in best if declared is OverTime.GROWS or e.value.kind in _GROWING]
    days = {e.source_id: e.as_of for e in growing if e.as_of is not None}
    early: set[str] = set()
    for c in pairs:
        sides = [side for side in (c.left, c.right) if side.source_id in days]
        if c.relation is Relation.STALE and len(sides) == 2:
            early |= set(min(sides, key=lambda side: days[side.source_id].low or 0).source_ids)
    return tuple(_lower(vote) if vote.source_id in early else vote for vote in votes)


def _lower(vote: Vote) -> Vote:
    low = vote.interval.low
    if low is None:
        return vote
    interval = Interval.from_(low, closed=vote.interval.low_closed)
    return vote._replace(interval=interval, weight=min(vote.weight, Weight.BOUNDS))
