"""In which units the members of an equation are calculated with, and in which unit what it comes to is told."""

from collections.abc import Mapping
from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.ties import Operation
from claimcheck.model.value import Sense, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.arithmetic import elapsed, over
from claimcheck.reconcile.conversion import Sided, common_units
from claimcheck.reconcile.evaluation import RESULT

_IN_A_YEAR = {"month": Decimal(12), "quarter": Decimal(4), "decade": Decimal("0.1"), "century": Decimal("0.01")}


def in_one_unit(operation: Operation, sides: Mapping[int, Sided], policy: Policy) -> dict[int, Sided] | None:
    """The sides, those that must share a unit brought to one; None where they do not convert."""
    apart = {
        Operation.SHARE: (RESULT,),
        Operation.CHANGE: (RESULT,),
        Operation.PORTION: (0,),
        Operation.RATIO: (1,),
        Operation.SPAN: (RESULT, 0, 1),
    }.get(operation, ())
    together = [r for r in sides if r not in apart]
    found = dict(sides)
    found |= zip(together, common_units([sides[r] for r in together], policy), strict=True)
    if len({found[r][0].unit for r in together}) > 1:
        return None
    if operation is Operation.RATIO and 1 in found and found[1][0].kind == "duration":
        found[1] = _in_years(found[1])
    return found


def _in_years(side: Sided) -> Sided:
    """A time by which something is divided, in years where it is told in months, quarters or decades."""
    size = _IN_A_YEAR.get(side[0].unit)
    if size is None:
        return side
    year = Interval.point(size)
    senses = tuple(Sense(s.kind, over(s.interval, year) or s.interval, s.reason) for s in side[1])
    value = Value("duration", side[0].normal, unit="year", hedge=side[0].hedge, extent=senses[0].interval)
    return value, senses


def unit_of(operation: Operation, role: int, told: Mapping[int, Sided], wanted: str) -> str:
    """The unit of what is implied."""
    if operation is Operation.SPAN:
        return "day" if role != RESULT else (wanted or _calendar_unit(told))
    percent = {Operation.SHARE: RESULT, Operation.CHANGE: RESULT, Operation.PORTION: 0}.get(operation)
    if role == percent:
        return "percent"
    if operation is Operation.RATIO and role == 1:
        return wanted
    like = next(r for r in told if r != percent and (operation is not Operation.RATIO or r != 1))
    return told[like][0].unit


def _calendar_unit(told: Mapping[int, Sided]) -> str:
    """Years from two years on, months from two months on, else days."""
    days = elapsed(told[0][1][0].interval, told[1][1][0].interval, "day")
    least = abs(days.low if days.low is not None else days.high or Decimal(0))
    return "year" if least >= 730 else "month" if least >= 60 else "day"
