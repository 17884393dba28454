"""One unit for the readings that share an axis."""

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from claimcheck.grammar.senses import DAY_KINDS, EXACT
from claimcheck.grammar.units import convert
from claimcheck.model.finding import Evidence
from claimcheck.model.interval import Interval
from claimcheck.model.value import Value

# Exact factors between units of time; a year has no exact number of days, so the two families stay apart.
_TIME = {
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3_600),
    "day": ("second", 86_400),
    "week": ("second", 604_800),
    "fortnight": ("second", 1_209_600),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
    "decade": ("month", 120),
    "century": ("month", 1_200),
}


@frozen
class Into:
    """A conversion: `factor` times a number, plus `offset`."""

    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    def number(self, number: Decimal) -> Decimal:
        """The number in the other unit."""
        return EXACT.add(EXACT.multiply(number, self.factor), self.offset)

    def interval(self, interval: Interval) -> Interval:
        """The interval in the other unit."""
        low, high = (None if end is None else self.number(end) for end in (interval.low, interval.high))
        return Interval(low, high, interval.low_closed, interval.high_closed)


def into(value: Value, unit: str) -> Into | None:
    """How the numbers of a value convert into a unit; None where they do not."""
    if value.unit == unit:
        return Into()
    if value.kind == "duration":
        (family, size), (other, other_size) = (_TIME.get(u, (u, 1)) for u in (value.unit, unit))
        return Into(Decimal(size) / Decimal(other_size)) if family == other else None
    offset, one = convert(Decimal(0), value.unit, unit), convert(Decimal(1), value.unit, unit)
    return None if offset is None or one is None else Into(one - offset, offset)


def unit_of(evidence: Sequence[Evidence]) -> str:
    """The unit of an axis: the smallest of those that the most readings are in or convert into exactly.

    That is the unit in which the reconciler lays the values over one another.
    """
    values = [e.value for e in evidence]
    units = dict.fromkeys(value.unit for value in values)
    if len(units) == 1:
        return values[0].unit
    return min(units, key=lambda unit: _rank(unit, values), default="")


def _rank(unit: str, values: Sequence[Value]) -> tuple[int, Decimal]:
    found = [line for line in (into(value, unit) for value in values) if line is not None]
    return -len(found), -min((line.factor for line in found), default=Decimal(0))


def by_days(value: Value) -> bool:
    """Whether its numbers are days of the calendar."""
    return value.kind in DAY_KINDS
