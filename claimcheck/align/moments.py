"""Figures of different moments: `91 cases as of 25 March` does not contradict `87 cases as of 24 March`.

Where two statements speak as of different times, both may tell a quantity rightly that moves with time. What only
ever grows (people killed, copies sold, money earned) still binds: told later, it cannot be less.
"""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.value import Hedge, Value

_LEADING = re.compile(
    r"\b(?:as of|as at|as on|until|till|through|to date|up to|since then|currently|now)\W*$", re.I
)
_REACH = 24  # characters before a date in which it may be said that a figure is of that date
_MOMENT = 31  # days that a moment may last; longer stretches are periods, whose totals neither bound nor follow
_MOVING = frozenset({"count", "money", "percent", "measure"})
_OF_DATES = (Relation.DISCREPANT, Relation.COMPATIBLE)
_GROWING = frozenset({"count", "money"})


@frozen
class Moment:
    """When a statement speaks of.

    Attributes:
        mention: The date that says so.
        marked: Whether the words before it say that figures are of that date.
    """

    mention: Mention
    marked: bool


def moment(text: str, mention: Mention) -> Moment | None:
    """What a date or count says of the moment of the figures beside it; None for what names no moment.

    `By 25 March` and `as of 25 March` name one, and so does `after 40 matches`; `before` and `after` a day leave
    the moment open.
    """
    hedge = mention.value.hedge
    if mention.kind == "count":
        return Moment(mention, text[: mention.span.start].lower().endswith("after "))
    if mention.kind not in DAY_KINDS or mention.value.extent is None or hedge not in (Hedge.NONE, Hedge.AT_MOST):
        return None
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    return Moment(mention, hedge is Hedge.AT_MOST or _LEADING.search(before) is not None)


def dated(
    parts: Sequence[Comparison], moments: Sequence[tuple[Moment | None, Moment | None]]
) -> tuple[Comparison, ...]:
    """The parts, differing figures of differing moments marked as stale.

    Args:
        parts: The comparisons of aligned values.
        moments: For each part, what its two sides say of the moment, where they are dates.
    """
    apart = [i for i, part in enumerate(parts) if _are_apart(part, moments[i])]
    if len(apart) != 1:
        return tuple(parts)
    when = parts[apart[0]]
    later = _later(when)
    found = tuple(_stale(part, when, later) for part in parts)
    if found == tuple(parts):
        return found
    return tuple(_stale_date(part) if i == apart[0] else part for i, part in enumerate(found))


def _are_apart(part: Comparison, sides: tuple[Moment | None, Moment | None]) -> bool:
    """Whether two dates, or two counts, name different moments, one of them in so many words."""
    left, right = sides
    if left is None or right is None or not (left.marked or right.marked) or part.relation not in _OF_DATES:
        return False
    if left.mention.kind == "count":
        return part.relation is Relation.DISCREPANT
    one, other = left.mention.value.extent, right.mention.value.extent
    return one is not None and other is not None and not one.meets(other)


def _later(when: Comparison) -> int:
    """1 where the right side speaks of a later moment, -1 where the left one does, 0 for periods."""
    times = []
    for side in (when.left, when.right):
        if side.value is not None and side.value.kind == "count" and side.value.number is not None:
            times.append(side.value.number)
            continue
        days = side.value.extent if side.value else None
        if side.value is None or days is None or days.low is None or days.high is None:
            return 0
        if days.high - days.low > _MOMENT:
            return 0
        times.append(days.low)
    return (times[1] > times[0]) - (times[1] < times[0])


def _stale(part: Comparison, when: Comparison, later: int) -> Comparison:
    one, other = part.left.value, part.right.value
    if (
        part is when
        or part.relation is not Relation.DISCREPANT
        or one is None
        or other is None
        or one.kind not in _MOVING
    ):
        return part
    if later and one.kind in _GROWING and not _may_have_grown(*((one, other) if later > 0 else (other, one))):
        return part
    said = " and ".join(sorted((when.left.text, when.right.text)))
    return evolve(part, relation=Relation.STALE, reason=f"{part.reason}, but are of different times: {said}")


def _stale_date(part: Comparison) -> Comparison:
    if part.relation is not Relation.DISCREPANT:
        return part
    return evolve(part, relation=Relation.STALE, reason=f"{part.reason}, and so may their figures")


def _may_have_grown(earlier: Value, later: Value) -> bool:
    """Whether a figure told later may be the earlier one, grown."""
    if earlier.number is None or later.number is None or earlier.unit != later.unit:
        return True
    at_least = None if earlier.hedge in (Hedge.LESS_THAN, Hedge.AT_MOST) else earlier.number
    at_most = None if later.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST) else later.upper or later.number
    return at_least is None or at_most is None or at_least <= at_most
