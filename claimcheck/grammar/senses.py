"""Senses: the intervals that a wording licenses, ordinary first.

The table that this follows stands, with worked examples, on the semantics page (docs/semantics.md). Intervals
are in the unit of the value: dollars, years of a duration, days of a date.
"""

from collections.abc import Iterator
from decimal import Context, Decimal
from functools import lru_cache

from claimcheck.grammar.calendar import bounds, civil, shift_months
from claimcheck.grammar.hedge_words import NO_HEDGE
from claimcheck.grammar.wording import say_number, say_share
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import Policy

DAY_KINDS = frozenset({"date", "year"})
"""Kinds whose intervals count days on one axis, so that a month can be held against a year."""

EXACT = Context(prec=400)
"""Arithmetic that keeps every digit of whatever a text may hold, so that no interval collapses by rounding."""

LOOKS_ROUNDED = 100
"""Step from which an integer looks rounded: one in ten ends in a zero by chance, only one in a hundred in two."""

_COUNTED_ONE_BY_ONE = 100  # durations up to here are counted unit by unit, longer ones rounded like any number
_ONE = Decimal(1)
_ZERO = Decimal(0)
_ORDINARY, _LOOSE, _LOGICAL = SenseKind.ORDINARY, SenseKind.LOOSE, SenseKind.LOGICAL


def senses(value: Value, policy: Policy, rounding: Decimal | None = None) -> tuple[Sense, ...]:
    """The intervals that `value` licenses, its ordinary sense first, then loose ones, then the logical one.

    Args:
        value: The value as written.
        policy: Caps and widths.
        rounding: Half-width that plain rounding may have, as a share of the number, in place of the policy's;
            `Decimal("Infinity")` allows full rounding, 0 none.

    Returns:
        The senses; empty for a wording without number and extent.

    >>> from claimcheck.policy import DEFAULT
    >>> for s in senses(Value("money", "$3 billion", Decimal("3E9"), "USD", step=Decimal("1E9"),
    ...                       step_stated=True), DEFAULT):
    ...     print(s.kind, s.interval, s.reason)
    ordinary [2850000000, 3150000000) rounded to 1 billion, at most 5 %
    loose [2500000000, 3500000000) rounded to 1 billion
    """
    cap = policy.rounding_cap if rounding is None else rounding
    if not value.has_number:
        return ()
    if value.kind in DAY_KINDS:
        return tuple(_days(value)) if value.extent else ()
    if value.hedge is Hedge.VAGUE or value.number is None:
        return (Sense(_ORDINARY, value.extent, "what the words span"),) if value.extent else ()
    if value.upper is not None:
        return (Sense(_ORDINARY, value.extent or Interval.closed(value.number, value.upper), "a range"),)
    if value.kind == "duration":
        return tuple(_duration(value, value.number, policy, cap))
    return tuple(_number(value, value.number, policy, cap))


def _share_of(number: Decimal, cap: Decimal) -> Decimal | None:
    """`cap` as a share of `number`; None where there is no cap."""
    return (abs(number) * cap).normalize() if cap.is_finite() else None


def _capped(width: Decimal, number: Decimal, cap: Decimal) -> Decimal:
    limit = _share_of(number, cap)
    return width if limit is None else min(width, limit)


def _around(number: Decimal, half: Decimal, *, closed: bool) -> Interval:
    if half == 0:
        return Interval.point(number)
    return Interval(EXACT.subtract(number, half), EXACT.add(number, half), True, closed)


def _number(value: Value, v: Decimal, policy: Policy, cap: Decimal) -> Iterator[Sense]:
    if value.hedge is Hedge.NONE:
        return _bare(value, v, cap)
    if value.hedge is Hedge.ABOUT:
        return _about(value, v, policy)
    return _one_sided(value, v, value.step or _ONE, policy.nearly_cap)


def _bare(value: Value, v: Decimal, cap: Decimal) -> Iterator[Sense]:
    """A number without hedge: rounded as far as its step says, but no further than the cap."""
    full = (value.step or _ZERO) / 2
    half = _capped(full, v, cap)
    if value.step_stated:
        says = _rounded_to(value.step)
        if half == 0:
            yield Sense(_ORDINARY, Interval.point(v), "exactly, no rounding allowed")
        else:
            within = _at_most(cap) if half < full else ""
            yield Sense(_ORDINARY, _around(v, half, closed=False), says + within)
        if half < full:
            yield Sense(_LOOSE, _around(v, full, closed=False), says)
        return
    yield Sense(_ORDINARY, Interval.point(v), "exactly")
    if half > 0 and value.step is not None and value.step >= LOOKS_ROUNDED:
        says = f"rounded at its zeros, to {say_number(value.step, value.step)}"
        yield Sense(_LOOSE, _around(v, half, closed=False), says)


@lru_cache(maxsize=256)
def _rounded_to(step: Decimal | None) -> str:
    return f"rounded to {say_number(step or _ONE, step, stated=True)}"


@lru_cache(maxsize=256)
def _at_most(cap: Decimal) -> str:
    return f", at most {say_share(cap)}"


def _about(value: Value, v: Decimal, policy: Policy) -> Iterator[Sense]:
    """`about`: one step to each side, capped; a fraction has no step and takes the cap itself."""
    limit = _share_of(v, policy.about_cap)
    full = value.step if value.step is not None else (limit if limit is not None else _ZERO)
    width = _capped(full, v, policy.about_cap)
    within = _at_most(policy.about_cap) if width < full else ""
    yield Sense(_ORDINARY, _around(v, width, closed=True), f"one step to each side{within}")
    if width < full:
        yield Sense(_LOOSE, _around(v, full, closed=True), "one step to each side")


_ENDS = {
    # hedge: (grows upwards, the number itself is in)
    Hedge.NEARLY: (False, False),
    Hedge.MORE_THAN: (True, False),
    Hedge.AT_LEAST: (True, True),
    Hedge.LESS_THAN: (False, False),
    Hedge.AT_MOST: (False, True),
}


def _beside(v: Decimal, width: Decimal, hedge: Hedge) -> Interval:
    up, closed = _ENDS[hedge]
    if up:
        return Interval(v, EXACT.add(v, width), closed, True)
    return Interval(EXACT.subtract(v, width), v, True, closed)


def _one_sided(value: Value, v: Decimal, full: Decimal, cap: Decimal) -> Iterator[Sense]:
    """`nearly` and the bounds: one step to one side, capped; a bound allows literally everything beyond it."""
    width = _capped(full, v, cap) or full
    within = _at_most(cap) if width < full else ""
    side = "above" if _ENDS[value.hedge][0] else "below"
    yield Sense(_ORDINARY, _beside(v, width, value.hedge), f"up to one step {side}{within}")
    if width < full:
        yield Sense(_LOOSE, _beside(v, full, value.hedge), f"up to one step {side}")
    if value.hedge.is_bound:
        yield Sense(_LOGICAL, _beyond(v, value.hedge), "what the words literally allow")


def _beyond(v: Decimal, hedge: Hedge) -> Interval:
    up, closed = _ENDS[hedge]
    return Interval.from_(v, closed=closed) if up else Interval.up_to(v, closed=closed)


def _duration(value: Value, v: Decimal, policy: Policy, cap: Decimal) -> Iterator[Sense]:
    """Durations are counted in whole units; hedged ones are meant to the unit, or by fives."""
    if value.hedge is Hedge.NONE:
        if value.extent is None:
            return _bare(value, v, cap)
        return iter((Sense(_ORDINARY, value.extent, f"completed {value.unit}s"),))
    if value.step_stated or value.step is None or abs(v) >= _COUNTED_ONE_BY_ONE:
        return _number(value, v, policy, cap)
    if value.hedge is Hedge.ABOUT:
        return _about_units(value, v, policy)
    return _one_sided(value, v, _ONE, Decimal("Infinity"))


def _about_units(value: Value, v: Decimal, policy: Policy) -> Iterator[Sense]:
    yield Sense(_ORDINARY, _around(v, _ONE, closed=True), f"one {value.unit} to each side")
    if v % policy.loose_multiple == 0:
        half = Decimal(policy.loose_multiple) / 2
        says = f"{value.unit}s counted by {say_number(Decimal(policy.loose_multiple))}s"
        yield Sense(_LOOSE, _around(v, half, closed=True), says)


def _days(value: Value) -> Iterator[Sense]:
    """A date is its days; a hedge moves its ends by one more unit of its own length."""
    days = value.extent
    if days is None:
        return
    if value.hedge in (NO_HEDGE, Hedge.BETWEEN, Hedge.VAGUE):
        yield Sense(_ORDINARY, days, "its days")
        return
    before, after = _neighbour(days, -1), _neighbour(days, 1)
    hedge = value.hedge
    if hedge is Hedge.ABOUT:
        yield Sense(_ORDINARY, before.hull(after), "one unit to each side")
    elif hedge in (Hedge.NEARLY, Hedge.LESS_THAN):
        yield Sense(_ORDINARY, before, "the unit before")
    elif hedge is Hedge.MORE_THAN:
        yield Sense(_ORDINARY, after, "the unit after")
    elif hedge is Hedge.AT_LEAST:
        yield Sense(_ORDINARY, days.hull(after), "it and the unit after")
    else:
        yield Sense(_ORDINARY, before.hull(days), "it and the unit before")
    if hedge.is_bound:
        yield Sense(_LOGICAL, _beyond_days(days, hedge), "what the words literally allow")


def _beyond_days(days: Interval, hedge: Hedge) -> Interval:
    """Everything before or after the days, with or without them."""
    low, high = {
        Hedge.LESS_THAN: (None, days.low),
        Hedge.AT_MOST: (None, days.high),
        Hedge.MORE_THAN: (days.high, None),
        Hedge.AT_LEAST: (days.low, None),
    }[hedge]
    return Interval(low, high, low is not None, False)


def _neighbour(days: Interval, step: int) -> Interval:
    """The stretch of the same calendar length just before (-1) or after (1); months count as months."""
    if days.low is None or days.high is None:
        return days
    first, end = bounds(days)
    (year, month, day), (last_year, last_month, last_day) = civil(first), civil(end)
    if day == last_day == 1:
        months = step * ((last_year - year) * 12 + last_month - month)
        return Interval.half_open(Decimal(shift_months(first, months)), Decimal(shift_months(end, months)))
    length = step * (end - first)
    return Interval.half_open(days.low + length, days.high + length)
