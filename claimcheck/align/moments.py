"""Figures of different moments: `91 cases as of 25 March` does not contradict `87 cases as of 24 March`.

Where two statements speak as of different times, both may tell a quantity rightly that moves with time. What only
ever grows (people killed, copies sold, money earned) still binds: told later, it cannot be less.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from claimcheck.grammar.as_of import may_have_grown
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge

_LEADING = re.compile(
    r"\b(?:as of|as at|as on|until|till|through|to date|up to|since then|currently|now)\W*$", re.I
)
_REACH = 24  # characters before a date in which it may be said that a figure is of that date
_MOMENT = 31  # days that a moment may last; longer stretches are periods, whose totals neither bound nor follow
_MOVING = frozenset({"count", "money", "percent", "measure"})
_GROWING = frozenset({"count", "money"})
_TIMES = (Hedge.NONE, Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.MORE_THAN)


@frozen
class Moment:
    """When a statement speaks of.

    Attributes:
        mention: The date, or count, that says so.
        time: The days that it may be, or the count.
        marked: Whether the words before it say that figures are of that date.
        open: Whether it names one side only: `before 25 March`, `after 25 March`.
    """

    mention: Mention
    time: Interval
    marked: bool
    open: bool = False

    @property
    def is_date(self) -> bool:
        """Whether it is a date rather than a count such as `after 40 matches`."""
        return self.mention.kind in DAY_KINDS


def moment(text: str, mention: Mention) -> Moment | None:
    """What a date or count says of the moment of the figures beside it; None for what names no moment.

    `By 25 March` and `as of 25 March` name one, `before` and `after` a day name one side of it, and `after 40
    matches` counts on another clock.
    """
    value = mention.value
    if mention.kind == "count":
        if value.number is None:
            return None
        after = text[: mention.span.start].lower().endswith("after ")
        return Moment(mention, Interval.point(value.number), after)
    if mention.kind not in DAY_KINDS or value.extent is None or value.hedge not in _TIMES:
        return None
    if value.hedge in (Hedge.LESS_THAN, Hedge.MORE_THAN):
        time = _side(value.extent, value.hedge)
        return None if time is None else Moment(mention, time, marked=False, open=True)
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    return Moment(mention, value.extent, value.hedge is Hedge.AT_MOST or _LEADING.search(before) is not None)


def _side(days: Interval, hedge: Hedge) -> Interval | None:
    """Everything before or after the days."""
    if hedge is Hedge.LESS_THAN:
        return None if days.low is None else Interval.up_to(days.low, closed=False)
    return None if days.high is None else Interval.from_(days.high)


Sides = tuple[Moment, Moment]


def dated(
    parts: Sequence[Comparison],
    moments: Sequence[tuple[Moment | None, Moment | None]],
    left: Iterable[Moment] = (),
    right: Iterable[Moment] = (),
) -> tuple[Comparison, ...]:
    """The parts, differing figures of differing moments marked as stale.

    Args:
        parts: The comparisons of aligned values.
        moments: For each part, what its two sides say of the moment, where they are dates.
        left: The moments of the left text's values that no other answers.
        right: Those of the right text.
    """
    apart = {i: sides for i, two in enumerate(moments) if (sides := _apart(*two)) is not None}
    if not apart and (sides := _alone([*left, *_dates(moments, 0)], [*right, *_dates(moments, 1)])) is not None:
        apart = {-1: sides}
    if len(apart) != 1:
        return tuple(parts)
    ((at, sides),) = apart.items()
    found = tuple(part if i == at else _stale(part, sides) for i, part in enumerate(parts))
    if at < 0 or found == tuple(parts):
        return found
    return tuple(_stale_date(part) if i == at else part for i, part in enumerate(found))


def _dates(moments: Iterable[tuple[Moment | None, Moment | None]], side: int) -> list[Moment]:
    return [m for two in moments if (m := two[side]) is not None and m.is_date]


def _apart(left: Moment | None, right: Moment | None) -> Sides | None:
    """Two dates, or two counts, that name different moments, one of them in so many words."""
    if left is None or right is None or not (left.marked or right.marked) or left.is_date is not right.is_date:
        return None
    return None if left.time.meets(right.time) else (left, right)


def _alone(left: Sequence[Moment], right: Sequence[Moment]) -> Sides | None:
    """The one marked date of each text, where they are different moments although neither answers the other."""
    one, other = ([m for m in side if m.is_date and m.marked] for side in (left, right))
    return _apart(one[0], other[0]) if len(one) == len(other) == 1 else None


def _later(sides: Sides) -> int:
    """1 where the right side speaks of a later moment, -1 where the left one does, 0 for periods."""
    left, right = (side.time for side in sides)
    if any(side.is_date and (side.time.width or 0) > _MOMENT for side in sides):
        return 0
    return 1 if _begin(right) > _begin(left) else -1


def _begin(time: Interval) -> Decimal:
    return Decimal("-Infinity") if time.low is None else time.low


def _stale(part: Comparison, sides: Sides) -> Comparison:
    one, other = part.left.value, part.right.value
    if part.relation is not Relation.DISCREPANT or one is None or other is None or one.kind not in _MOVING:
        return part
    later = _later(sides)
    sides_in_order = (part.left, part.right) if later > 0 else (part.right, part.left)
    if later and one.kind in _GROWING and not _may_have_grown(*sides_in_order):
        return part
    said = " and ".join(sorted(side.mention.surface for side in sides))
    return evolve(part, relation=Relation.STALE, reason=f"{part.reason}, but are of different times: {said}")


def _stale_date(part: Comparison) -> Comparison:
    if part.relation is not Relation.DISCREPANT:
        return part
    return evolve(part, relation=Relation.STALE, reason=f"{part.reason}, and so may their figures")


def _may_have_grown(earlier: Side, later: Side) -> bool:
    one, other = earlier.value, later.value
    if one is None or other is None or one.unit != other.unit:
        return True
    return may_have_grown(earlier.senses, later.senses)
