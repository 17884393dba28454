"""The distance between two written values, in their unit and in percent, and the words for it."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.grammar.calendar import bounds, civil
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.wording import plural, say_amount, say_share
from claimcheck.model.interval import Interval
from claimcheck.model.value import Value

POINT = "percentage point"
_TENTH = Decimal("0.1")


class Gap(NamedTuple):
    """How far two written values lie apart.

    Attributes:
        size: The distance, at least 0, in `unit`.
        share: `size` as a share of the larger number; None where that means nothing (dates, or both are 0).
        unit: Its unit: that of the values, `percentage point` for percentages, `year`, `month` or `day` for dates.
        like: The number whose scale the distance is written on.
    """

    size: Decimal
    share: Decimal | None
    unit: str
    like: Decimal

    def __str__(self) -> str:
        if self.unit == POINT:
            said = f"{say_amount(self.size)} {POINT if self.size == 1 else plural(POINT)}"
        else:
            said = say_amount(self.size, self.unit, like=self.like)
        return said if self.share is None else f"{said} ({say_share(self.share)})"


def gap(left: Value, right: Value) -> Gap | None:
    """The distance of what was written: numbers, the nearest ends of ranges, the bound of a bound.

    Both values must be in the same unit. None where one has neither number nor extent.
    """
    if left.kind in DAY_KINDS and right.kind in DAY_KINDS:
        return _gap_of_days(left.extent, right.extent) if left.extent and right.extent else None
    near, far = _ends(left, right)
    if near is None or far is None:
        return None
    size, larger = abs(near - far) or Decimal(0), max(abs(near), abs(far))
    if _is_fraction(left) and _is_fraction(right):
        return Gap((size * 100).quantize(_TENTH).normalize(), size / larger if larger else None, POINT, larger)
    unit = POINT if left.unit == "percent" else left.unit
    return Gap(size, size / larger if larger else None, unit, larger)


def _is_fraction(value: Value) -> bool:
    """Whether it tells a share as `one in ten` does: then it has no step."""
    return value.kind == "count" and value.number is not None and value.step is None and 0 < value.number < 1


def _ends(left: Value, right: Value) -> tuple[Decimal | None, Decimal | None]:
    """The two written numbers that lie nearest to one another; None where one has none."""
    if left.upper is right.upper is None and left.number is not None and right.number is not None:
        return left.number, right.number
    one, other = _written(left), _written(right)
    return (None, None) if one is None or other is None else _nearest(one, other)


def _written(value: Value) -> Interval | None:
    """What was written, hedge aside: a point, a range, or the stretch of a vague word."""
    if value.number is None:
        return value.extent
    return Interval.closed(value.number, value.upper) if value.upper is not None else Interval.point(value.number)


def _nearest(one: Interval, other: Interval) -> tuple[Decimal | None, Decimal | None]:
    """The two numbers, one of each interval, that lie nearest to one another (the same one where they meet)."""
    common = one.meet(other)
    if common is not None:
        inner = common.low if common.low is not None else common.high
        return inner, inner
    if one.high is not None and other.low is not None and one.high <= other.low:
        return one.high, other.low
    return one.low, other.high


def _gap_of_days(one: Interval, other: Interval) -> Gap | None:
    """Whole years apart in years, whole months in months, anything else in days between the nearest days."""
    if None in (one.low, one.high, other.low, other.high):
        return None
    (first, end), (next_first, next_end) = sorted((bounds(one), bounds(other)))
    if next_first < end:
        return Gap(Decimal(0), None, "day", Decimal(0))
    ends = [civil(day) for day in (first, end, next_first, next_end)]
    months = (ends[2][0] - ends[1][0]) * 12 + ends[2][1] - ends[1][1] + 1
    if all(month == day == 1 for _, month, day in ends):
        return Gap(Decimal((months - 1) // 12 + 1), None, "year", Decimal(0))
    if all(day == 1 for _, _, day in ends):
        return Gap(Decimal(months), None, "month", Decimal(0))
    return Gap(Decimal(next_first - end + 1), None, "day", Decimal(0))
