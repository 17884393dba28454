"""What some claims of an equation imply for another: `total = part + part`, solved for any of them.

An equation is evaluated on intervals: whatever its operands are inside their senses, the exact result lies inside
the sense that is implied.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.grammar.calendar import say_days
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.wording import say_amount
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.ties import Derivation, Operation, Statement
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.arithmetic import CALENDAR, times
from claimcheck.reconcile.calculation import calculation, line, outwards, say, tidy
from claimcheck.reconcile.conversion import Sided
from claimcheck.reconcile.equation_units import in_one_unit, unit_of
from claimcheck.reconcile.evaluation import RESULT, evaluate

__all__ = ["RESULT", "Equation", "Solution", "Told", "loosest", "rounded", "solve", "widest"]

_ROUNDED = frozenset({Operation.CHANGE, Operation.SHARE, Operation.PORTION, Operation.RATIO})


class Equation(NamedTuple):
    """A derivation at its claim.

    Attributes:
        claim: The claim whose value follows.
        derivation: From what, and how.
    """

    claim: Claim
    derivation: Derivation

    @property
    def ids(self) -> dict[int, str]:
        """The claims by their roles."""
        return {RESULT: self.claim.id, **dict(enumerate(self.derivation.operands))}

    @property
    def is_rounded(self) -> bool:
        """Whether its result is a share or a rate, which nobody tells to the last digit."""
        return self.derivation.operation in _ROUNDED


class Told(NamedTuple):
    """A value of a claim as it goes into an equation.

    Attributes:
        value: The value.
        senses: What it licenses, ordinary first.
        statements: The readings it rests on.
    """

    value: Value
    senses: tuple[Sense, ...]
    statements: tuple[Statement, ...]

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Who states it."""
        return tuple(dict.fromkeys(i for statement in self.statements for i in statement.source_ids))


class Solution(NamedTuple):
    """What an equation comes to for one role.

    Attributes:
        value: The value implied; its number is that of a bound, everything else is an extent.
        senses: What it licenses, ordinary first.
        arithmetic: The calculation in one line.
    """

    value: Value
    senses: tuple[Sense, ...]
    arithmetic: str


def solve(
    equation: Equation, role: int, kind: str, unit: str, known: Mapping[int, tuple[Sided, str]], policy: Policy
) -> Solution | None:
    """What the known values of an equation imply for the role that is left.

    Args:
        equation: The equation.
        role: The role asked for: `RESULT`, or the index of an operand.
        kind: Value kind of the claim in that role.
        unit: The unit that is wanted for it where the known values leave it open; empty for any.
        known: For every other role its value with its senses, ordinary first, and how it is named in the line.
        policy: The policy, for converted figures.

    Returns:
        None where nothing follows: units that do not convert, a division by what may be nothing, bounds that pull
        in opposite directions, a change asked back for what it is a change of.
    """
    operation = equation.derivation.operation
    if operation is Operation.CHANGE and role != RESULT:
        return None
    sides = {r: side for r, (side, _) in known.items()}
    told = in_one_unit(operation, {r: _as_told(equation, r, side, policy) for r, side in sides.items()}, policy)
    if told is None or any(not senses for _, senses in told.values()):
        return None
    unit = unit_of(operation, role, told, unit)
    if kind == "duration" and operation is Operation.SPAN and unit not in CALENDAR:
        return None

    lasted = told[RESULT][0].unit if RESULT in told else ""

    def come_to(pick: Callable[[Sided], Interval]) -> Interval | None:
        known_now = {r: pick(side) for r, side in told.items()}
        found = evaluate(equation.derivation, role, known_now, lasted, unit)
        return found if found is None or kind in DAY_KINDS or pick is _written else outwards(found)

    senses = _senses(tuple(told.values()), come_to)
    if senses is None:
        return None
    fell = operation is Operation.CHANGE and _is_fall(senses[0].interval)
    if fell:  # people tell a change by its size
        senses = tuple(Sense(s.kind, times(s.interval, Interval.point(Decimal(-1))), s.reason) for s in senses)
    noun = _noun(operation, role, told, unit)
    value = _value(kind, unit, noun, senses, tuple(v for v, _ in told.values()))
    if value is None:
        return None
    names = {r: name for r, (_, name) in known.items()}
    left = line(equation.derivation, role, names)
    if operation is Operation.CHANGE:
        left += " a fall of" if fell else " a rise of" if _is_rise(senses[0].interval) else " a change of"
    exact = come_to(_written) if _are_numbers(told) else None
    number = None if exact is None or exact.low is None else abs(exact.low) if fell else exact.low
    per = ""
    if operation is Operation.RATIO and role == RESULT and told[1][0].kind == "duration":
        per = f" a {told[1][0].unit}"
    return Solution(value, senses, calculation(left, value, senses[0].interval, number, per))


def _as_told(equation: Equation, role: int, side: Sided, policy: Policy) -> Sided:
    """A side as it goes into the calculation: shares and rates as rounded as people tell them."""
    share = role == RESULT or (role == 0 and equation.derivation.operation is Operation.PORTION)
    return (side[0], rounded(side, policy)) if share and equation.is_rounded else side


def rounded(side: Sided, policy: Policy) -> tuple[Sense, ...]:
    """The senses of a share or a rate, which is calculated and rounded.

    A plain integer is then not exact but good to half its step, as far as the cap on rounding allows.
    """
    value, senses = side
    if value.hedge is not Hedge.NONE or value.number is None or value.step is None or value.step_stated:
        return senses
    half = value.step / 2
    if value.number:
        half = min(half, abs(value.number) * policy.rounding_cap)
    interval = Interval.closed(value.number - half, value.number + half)
    return (Sense(SenseKind.ORDINARY, interval, "calculated and rounded"), *senses[1:])


def _senses(
    sides: Sequence[Sided], come_to: Callable[[Callable[[Sided], Interval]], Interval | None]
) -> tuple[Sense, ...] | None:
    """The senses of the result: of all ordinary ones, of the loosest that the policy accepts, and of bounds."""
    ordinary = come_to(lambda side: side[1][0].interval)
    if ordinary is None:
        return None
    found = [Sense(SenseKind.ORDINARY, ordinary, "calculated")]
    if any(loosest(side) != side[1][0].interval for side in sides):
        loose = come_to(loosest)
        found += [] if loose is None else [Sense(SenseKind.LOOSE, loose, "calculated from what is taken loosely")]
    if any(value.hedge.is_bound for value, _ in sides):
        logical = come_to(widest)
        if logical is None or (logical.low is None and logical.high is None):
            return None  # bounds that pull both ways leave everything open
        found.append(Sense(SenseKind.LOGICAL, logical, "what the bounds literally allow"))
    return tuple(found)


def loosest(side: Sided) -> Interval:
    """The hull of the ordinary sense and the loose ones; plain rounding beyond the cap is no excuse."""
    value, senses = side
    hull = senses[0].interval
    for sense in senses[1:]:
        if sense.kind is SenseKind.LOOSE and not (value.hedge is Hedge.NONE and value.step_stated):
            hull = hull.hull(sense.interval)
    return hull


def widest(side: Sided) -> Interval:
    """Everything that a wording literally allows."""
    hull = loosest(side)
    for sense in side[1]:
        if sense.kind is SenseKind.LOGICAL:
            hull = hull.hull(sense.interval)
    return hull


def _is_fall(interval: Interval) -> bool:
    return interval.high is not None and interval.high <= 0 and interval != Interval.point(Decimal(0))


def _is_rise(interval: Interval) -> bool:
    return interval.low is not None and interval.low >= 0


def _noun(operation: Operation, role: int, told: Mapping[int, Sided], unit: str) -> str:
    """What is counted: in a rate what is told of each, else what all of that unit count."""
    if operation is Operation.RATIO:
        return "" if role == 1 else told[0 if role == RESULT else RESULT][0].noun
    nouns = {value.noun for value, _ in told.values() if value.unit == unit}
    return nouns.pop() if len(nouns) == 1 else ""


def _value(
    kind: str, unit: str, noun: str, senses: tuple[Sense, ...], operands: tuple[Value, ...]
) -> Value | None:
    """The value implied, by the interval and, for bounds, by the number they bound it with."""
    ordinary = senses[0].interval
    kind = "date" if kind in DAY_KINDS else kind
    if any(value.hedge is Hedge.VAGUE for value in operands):
        wording = say(ordinary, kind, unit, noun)
        return Value(kind, wording, unit=unit, noun=noun, hedge=Hedge.VAGUE, extent=ordinary, written=wording)
    logical = next((s.interval for s in senses if s.kind is SenseKind.LOGICAL), None)
    if logical is None:
        wording = say(ordinary, kind, unit, noun)
        return Value(kind, wording, unit=unit, noun=noun, extent=ordinary, written=wording)
    lower = logical.low == ordinary.low and logical.low is not None
    number, closed = (logical.low, logical.low_closed) if lower else (logical.high, logical.high_closed)
    if number is None:
        return None
    hedges = (Hedge.AT_LEAST, Hedge.MORE_THAN) if lower else (Hedge.AT_MOST, Hedge.LESS_THAN)
    hedge = hedges[0 if closed else 1]
    if kind == "date":
        wording = say_days(logical)
        return Value(kind, wording, unit=unit, hedge=hedge, extent=ordinary, written=wording)
    wording = f"{hedge.value} {say_amount(tidy(number), unit, noun)}"
    steps = [value.step for value in operands if value.step is not None]
    step = max(steps) if steps else None
    stated = any(value.step_stated for value in operands)
    return Value(kind, wording, number, unit, noun, step=step, step_stated=stated, hedge=hedge, written=wording)


def _are_numbers(told: Mapping[int, Sided]) -> bool:
    """Whether each of the values has one number that was written."""
    return all(v.number is not None and v.upper is None and v.kind not in DAY_KINDS for v, _ in told.values())


def _written(side: Sided) -> Interval:
    return Interval.point(side[0].number or Decimal(0))
