"""Which readings of many sources are held against one another, so that cost and report stay bounded.

Few sources are compared two by two. Of many, those that say the same are taken together first, and one comparison
stands for all pairs of two such groups. Where even the groups are many, each is held against its neighbours on the
axis, against the commonest one, and against the two that show whether there is disagreement at all: of intervals
some two are apart exactly when the one that ends first and the one that begins last are.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from attrs import evolve

from claimcheck.grammar.directions import change
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.finding import Evidence
from claimcheck.model.interval import Interval

SINGLY = 20
"""Sources up to which every two are compared: 190 lines are the most that anyone reads through."""

DISTINCT = 20
"""Groups that say something different up to which every two of them are compared, for the same reason."""

Relate = Callable[[Evidence, Evidence], Comparison]
_Group = list[Evidence]


class Compared(NamedTuple):
    """The comparisons of many sources' readings.

    Attributes:
        comparisons: The comparisons, each for all sources of its two sides.
        left_out: Pairs of sources that no comparison stands for.
    """

    comparisons: tuple[Comparison, ...]
    left_out: int = 0


def compared(best: Sequence[Evidence], relate: Relate) -> Compared:
    """The best readings of the sources, held against one another.

    Args:
        best: The best reading of each source, in the order of the report.
        relate: How two of them relate.
    """
    if len(best) <= SINGLY:
        return Compared(tuple(relate(one, other) for one, other in combinations(best, 2)))
    groups = _groups(best)
    chosen = sorted(_chosen(groups))
    within = [_of_two(group, group, relate) for group in groups if len(group) > 1]
    between = [_of_two(groups[i], groups[j], relate) for i, j in chosen]
    told = sum(len(groups[i]) * len(groups[j]) for i, j in chosen) + sum(_pairs(len(group)) for group in groups)
    return Compared((*within, *between), _pairs(len(best)) - told)


def _pairs(members: int) -> int:
    return members * (members - 1) // 2


def _groups(best: Sequence[Evidence]) -> list[_Group]:
    """Readings that say the same, in the same sense, mood and time, in the order of the first of each."""
    groups: dict[object, _Group] = {}
    for e in best:
        groups.setdefault((e.value, e.senses, e.modality, e.as_of, change(e.scope)), []).append(e)
    return list(groups.values())


def _chosen(groups: Sequence[_Group]) -> set[tuple[int, int]]:
    """The groups to be held against one another, by their numbers, the lower first."""
    if len(groups) <= DISTINCT:
        return set(combinations(range(len(groups)), 2))
    commonest = max(range(len(groups)), key=lambda i: (len({e.origin for e in groups[i]}), -i))
    found = {(commonest, i) for i in range(len(groups))}
    axes: dict[object, list[int]] = {}
    for i, (e, *_) in enumerate(groups):
        axes.setdefault((e.value.kind, e.value.unit, e.modality), []).append(i)
    for members in axes.values():
        found |= set(_along(groups, members))
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _along(groups: Sequence[_Group], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbours on one axis, and each with the one that ends first and the one that begins last."""
    placed = sorted((i for i in members if groups[i][0].senses), key=lambda i: _begin(groups[i]))
    yield from pairwise(placed)
    if placed:
        ends_first, begins_last = min(placed, key=lambda i: _end(groups[i])), placed[-1]
        for i in placed:
            yield ends_first, i
            yield begins_last, i


_NO_END = Decimal("Infinity")


def _begin(group: _Group) -> tuple[Decimal, bool, Decimal, str]:
    """Where a group begins, and a tie broken by what else can be told of it."""
    interval = _interval(group)
    low = -_NO_END if interval.low is None else interval.low
    return low, not interval.low_closed, *_end(group)[:1], group[0].value.normal


def _end(group: _Group) -> tuple[Decimal, bool, str]:
    interval = _interval(group)
    return _NO_END if interval.high is None else interval.high, interval.high_closed, group[0].value.normal


def _interval(group: _Group) -> Interval:
    return group[0].senses[0].interval


def _of_two(one: _Group, other: _Group, relate: Relate) -> Comparison:
    """One comparison for all pairs of two groups, or within one: of two origins, where there are two."""
    left, right = _two_origins(one, other)
    found = relate(left, right)
    if one is other:
        rest = tuple(e.source_id for e in one if e is not left and e is not right)
        return evolve(found, right=evolve(found.right, others=rest))
    return evolve(found, left=_with(found.left, one), right=_with(found.right, other))


def _with(side: Side, group: _Group) -> Side:
    return evolve(side, others=tuple(e.source_id for e in group if e.source_id != side.source_id))


def _two_origins(one: _Group, other: _Group) -> tuple[Evidence, Evidence]:
    first = one[0]
    for e in other:
        if e is not first and e.origin != first.origin:
            return first, e
    for e in one:
        if e is not other[0] and e.origin != other[0].origin:
            return e, other[0]
    return first, next(e for e in other if e is not first)
