"""Bringing values into one unit before they are compared or laid over one another."""

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from attrs import evolve

from claimcheck.grammar.senses import DAY_KINDS, EXACT
from claimcheck.grammar.units import convert
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import Policy

# Exact factors between units of time; a year has no exact number of days, so the two families stay apart.
_TIME = {
    "second": ("second", Decimal(1)),
    "minute": ("second", Decimal(60)),
    "hour": ("second", Decimal(3600)),
    "day": ("second", Decimal(86400)),
    "week": ("second", Decimal(604800)),
    "fortnight": ("second", Decimal(1209600)),
    "month": ("month", Decimal(1)),
    "quarter": ("month", Decimal(3)),
    "year": ("month", Decimal(12)),
    "decade": ("month", Decimal(120)),
    "century": ("month", Decimal(1200)),
}

Sided = tuple[Value, tuple[Sense, ...]]
"""A value and its senses, ordinary first."""


class _Line(NamedTuple):
    """`factor` times a number, plus `offset`: every conversion there is, temperatures included."""

    factor: Decimal
    offset: Decimal = Decimal(0)

    def at(self, number: Decimal | None) -> Decimal | None:
        return None if number is None else EXACT.add(EXACT.multiply(number, self.factor), self.offset)

    def over(self, interval: Interval) -> Interval:
        return Interval(self.at(interval.low), self.at(interval.high), interval.low_closed, interval.high_closed)


def _line(unit: str, into: str, kind: str) -> _Line | None:
    """How a unit converts into another; None where it does not."""
    if kind == "duration":
        (family, size), (other, other_size) = (_TIME.get(u, (u, Decimal(1))) for u in (unit, into))
        return _Line(size / other_size) if family == other else None
    offset, one = convert(Decimal(0), unit, into), convert(Decimal(1), unit, into)
    return None if offset is None or one is None else _Line(one - offset, offset)


def converts(one: Value, other: Value) -> bool:
    """Whether two values are in the same unit or in units that convert exactly."""
    return one.unit == other.unit or one.kind in DAY_KINDS or _line(one.unit, other.unit, one.kind) is not None


def same_unit(one: Sided, other: Sided, policy: Policy) -> tuple[Sided, Sided]:
    """Both values and their senses in one unit, the smaller of the two; as they are where units do not convert.

    Measures that stand in different units have been converted by somebody, and rounded: then a plain integer is no
    longer exact but good to half its step, as far as the cap on rounding allows.
    """
    if one[0].unit == other[0].unit or one[0].kind in DAY_KINDS or one[0].kind != other[0].kind:
        return one, other
    line = _line(one[0].unit, other[0].unit, one[0].kind)
    if line is None:
        return one, other
    if one[0].kind != "duration":
        one, other = _rounded(one, policy), _rounded(other, policy)
    if line.factor >= 1:
        return _converted(one, line, other[0].unit), other
    back = _line(other[0].unit, one[0].unit, one[0].kind)
    return (one, _converted(other, back, one[0].unit)) if back is not None else (one, other)


def common_units(sides: Sequence[Sided], policy: Policy) -> tuple[Sided, ...]:
    """The same values in the same order, those whose units convert brought to the smallest unit among them."""
    samples = {side[0].unit: side for side in sides}.values()
    return tuple(reduce(lambda one, other: same_unit(one, other, policy)[0], samples, side) for side in sides)


def _rounded(side: Sided, policy: Policy) -> Sided:
    value, senses = side
    if value.hedge is not Hedge.NONE or value.step_stated or value.number is None or value.step is None:
        return side
    half = min(value.step / 2, abs(value.number) * policy.rounding_cap) if value.number else value.step / 2
    if not half or not senses:
        return side
    interval = Interval.half_open(EXACT.subtract(value.number, half), EXACT.add(value.number, half))
    return value, (Sense(SenseKind.ORDINARY, interval, "converted and rounded"),)


def _converted(side: Sided, line: _Line, unit: str) -> Sided:
    value, senses = side
    converted = evolve(
        value,
        number=line.at(value.number),
        upper=line.at(value.upper),
        step=None if value.step is None else value.step * line.factor,
        extent=value.extent and line.over(value.extent),
        unit=unit,
    )
    return converted, tuple(evolve(sense, interval=line.over(sense.interval)) for sense in senses)
