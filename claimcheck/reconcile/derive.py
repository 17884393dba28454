"""Values that other claims imply: a duration, told on a day, implies when it began.

Derived values annotate a finding and are compared with what is stated; they never vote.
"""

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from claimcheck.grammar.calendar import say_day, say_days, window_of_start
from claimcheck.grammar.wording import say_interval
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.finding import Derived, Evidence
from claimcheck.model.interval import Interval
from claimcheck.model.ties import Statement
from claimcheck.model.value import Hedge, Sense, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.relation import relate, says_the_same

_UNITS = frozenset({"day", "week", "fortnight", "month", "quarter", "year", "decade", "century"})
# What has lasted more than so long began before the window's day, and the other way round.
_TURNED = {
    Hedge.MORE_THAN: Hedge.LESS_THAN,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.LESS_THAN: Hedge.MORE_THAN,
    Hedge.AT_MOST: Hedge.AT_LEAST,
}


def starts(
    durations: Iterable[Evidence],
    from_claim: str,
    told: dict[str, date],
    stated: Iterable[Evidence],
    policy: Policy,
) -> tuple[Derived, ...]:
    """When each reading of a duration places the start, and how that lies to the stated starts.

    Args:
        durations: Readings of the duration; those without a number, or in a unit under a day, imply nothing.
        from_claim: Id of the duration's claim.
        told: Reference date of each source that has one; without it a reading implies nothing.
        stated: Readings of the start.
        policy: Shares that decide the relation.

    Returns:
        One for each source and distinct duration, in the order given.
    """
    distinct = _distinct(stated)
    seen: list[Evidence] = []
    found = []
    for e in durations:
        repeated = any(e.source_id == s.source_id and says_the_same(e.value, s.value) for s in seen)
        if repeated or not e.senses or e.value.unit not in _UNITS or e.source_id not in told:
            continue
        seen.append(e)
        found.append(_start(e, from_claim, told[e.source_id], distinct, policy))
    return tuple(found)


def _distinct(stated: Iterable[Evidence]) -> tuple[Evidence, ...]:
    kept: list[Evidence] = []
    for e in stated:
        if e.value.has_number and not any(says_the_same(e.value, k.value) for k in kept):
            kept.append(e)
    return tuple(kept)


def _start(e: Evidence, from_claim: str, day: date, stated: tuple[Evidence, ...], policy: Policy) -> Derived:
    senses = tuple(_window(sense, e.value.unit, day) for sense in e.senses)
    window = senses[0].interval
    wording = say_days(window)
    lasted = say_interval(e.senses[0].interval, e.value.unit)
    value = Value(
        "date", wording, unit="day", extent=window, hedge=_TURNED.get(e.value.hedge, Hedge.NONE), written=wording
    )
    side = Side(wording, value, source_id=e.source_id, senses=senses)
    return Derived(
        e.source_id,
        from_claim,
        window,
        wording,
        f"{say_day(day.toordinal())} less {lasted}: {wording}",
        tuple(_compared(side, s, policy) for s in stated),
        (Statement(from_claim, e.value.normal, (e.source_id,)),),
    )


def _window(sense: Sense, unit: str, day: date) -> Sense:
    return evolve(sense, interval=window_of_start(sense.interval, unit, day))


def _compared(side: Side, stated: Evidence, policy: Policy) -> Comparison:
    other = Side(stated.value.normal, stated.value, stated.excerpt.document_span, stated.source_id, stated.senses)
    comparison = relate(side, other, policy)
    if not side.senses or not stated.senses:
        return comparison
    derived, said = side.senses[0].interval, stated.senses[0].interval
    common = derived.meet(said)
    if common is None or common.width is None or derived.inside(said) or said.inside(derived):
        return comparison
    return evolve(comparison, reason=shared_days(common, stated.value.normal, "the start"))


def shared_days(common: Interval, stated: str, what: str = "it") -> str:
    """That two stretches of days share some, and what would have to be true for both to be right.

    Args:
        common: The days that they share.
        stated: The one that is stated.
        what: What lies there.
    """
    days = f"{common.width:f} day{'' if common.width == 1 else 's'}"
    return f"shares {days} with {stated}: both are right only if {what} lies {_between(common)}"


def _between(days: Interval) -> str:
    said = say_days(days)
    first, to, last = said.partition(" to ")
    if to:
        return f"between {first} and {last}"
    return f"on {said}" if days.width == 1 else f"in {said}"
