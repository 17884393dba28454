"""What most independent origins jointly say: a sweep over interval ends.

The sweep is Marzullo's algorithm, which NTP uses to select clocks (K. Marzullo, "Maintaining the Time in a
Distributed System", 1984; RFC 5905, section 11.2.1), extended to open, closed and unbounded ends.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import IntEnum
from functools import reduce
from itertools import groupby, pairwise
from typing import NamedTuple

from claimcheck.model.finding import Consensus
from claimcheck.model.interval import Interval


class Weight(IntEnum):
    """What a vote counts for."""

    SUPPORTS = 0  # vague words: named among the supporters, but they decide nothing
    BOUNDS = 1  # `more than $3 billion`: counts, but does not narrow what the others say
    DECIDES = 2  # says how much


class Vote(NamedTuple):
    """One reading's say.

    Attributes:
        origin: The independent origin; however many votes it has, it counts once.
        source_id: The source that carries it.
        interval: The ordinary sense.
        weight: What it counts for.
        wording: The reading as people write it.
        unit: What the interval counts; votes in different units never meet.
    """

    origin: str
    source_id: str
    interval: Interval
    weight: Weight = Weight.DECIDES
    wording: str = ""
    unit: str = ""


class Stretch(NamedTuple):
    """A stretch that the same origins cover throughout.

    Attributes:
        interval: The stretch.
        origins: The origins, sorted.
    """

    interval: Interval
    origins: tuple[str, ...]


# A place between numbers where something begins or ends: -1 or 1 for unbounded ends, the number, 0 before it and 1
# after it.
Cut = tuple[int, Decimal, int]


def sweep(votes: Iterable[Vote]) -> tuple[Stretch, ...]:
    """The stretches that the most origins cover, in order of their numbers; several are a tie.

    Takes O(n log n) for n votes, besides writing down the stretches. The order of the votes does not matter.

    >>> stretch, = sweep([Vote("a", "a", Interval.closed(Decimal(1), Decimal(3))),
    ...                   Vote("b", "b", Interval.half_open(Decimal(2), Decimal(5))),
    ...                   Vote("c", "c", Interval.point(Decimal(9)))])
    >>> str(stretch.interval), stretch.origins
    ('[2, 3]', ('a', 'b'))
    """
    ends = sorted(_ends(votes), key=lambda end: end[0])
    cuts = [(cut, tuple((origin, change) for _, origin, change in group)) for cut, group in groupby(ends, _cut)]
    covered = list(_counts(cuts))
    most = max((count for count, _ in covered), default=0)
    best = (
        (start, end, origins)
        for ((start, _), (end, _)), (count, origins) in zip(pairwise(cuts), covered, strict=False)
        if count == most
    )
    return tuple(_joined(best)) if most else ()


def _cut(end: tuple[Cut, str, int]) -> Cut:
    return end[0]


def _ends(votes: Iterable[Vote]) -> Iterator[tuple[Cut, str, int]]:
    for vote in votes:
        low, high = vote.interval.low, vote.interval.high
        yield (-1, Decimal(0), 0) if low is None else (0, low, int(not vote.interval.low_closed)), vote.origin, 1
        yield (1, Decimal(0), 0) if high is None else (0, high, int(vote.interval.high_closed)), vote.origin, -1


def _counts(cuts: Sequence[tuple[Cut, tuple[tuple[str, int], ...]]]) -> Iterator[tuple[int, frozenset[str]]]:
    """After each cut, how many origins are on, and (only while that may be the most) which."""
    on: Counter[str] = Counter()
    most = 0
    for _, changes in cuts:
        for origin, change in changes:
            on[origin] += change
            if not on[origin]:
                del on[origin]
        most = max(most, len(on))
        yield len(on), frozenset(on) if len(on) == most else frozenset()


def _joined(best: Iterable[tuple[Cut, Cut, frozenset[str]]]) -> Iterator[Stretch]:
    """Stretches, neighbours with the same origins joined into one."""
    start: Cut | None = None
    last: Cut | None = None
    held: frozenset[str] = frozenset()
    for begin, end, origins in best:
        if start is not None and last == begin and origins == held:
            last = end
            continue
        if start is not None and last is not None:
            yield _stretch(start, last, held)
        start, last, held = begin, end, origins
    if start is not None and last is not None:
        yield _stretch(start, last, held)


def _stretch(start: Cut, end: Cut, origins: frozenset[str]) -> Stretch:
    low, high = (None if side else number for side, number, _ in (start, end))
    interval = Interval(low, high, low is not None and not start[2], high is not None and bool(end[2]))
    return Stretch(interval, tuple(sorted(origins)))


Say = Callable[[Interval, str], str]


def jointly(votes: Sequence[Vote], say: Say) -> tuple[Consensus, ...]:
    """What the votes jointly say: one consensus, or several that tie; none without votes.

    Bounds count where they admit a stretch but do not narrow it: `more than $3 billion` beside twice `$3 billion`
    makes three for `$3 billion`. Vague words are named as supporters of a stretch that they meet; only where
    nothing more definite has two origins do they count like the rest.

    Args:
        votes: The votes, in the order of the report.
        say: Writes an interval, in a unit, that no single reading says.
    """
    definite = _most(votes, [vote for vote in votes if vote.weight], say)
    if len(definite) == 1 and definite[0].origins > 1:
        return definite
    return _most(votes, votes, say)


def _most(votes: Sequence[Vote], counted: Sequence[Vote], say: Say) -> tuple[Consensus, ...]:
    """What most of the counted votes cover, unit by unit."""
    found: dict[tuple[str, Interval], set[str]] = {}
    swept = [(unit, sweep(v for v in counted if v.unit == unit)) for unit in sorted({v.unit for v in counted})]
    most = max((len(stretches[0].origins) for _, stretches in swept), default=0)
    for unit, stretches in swept:
        for stretch in stretches:
            if len(stretch.origins) == most:
                meeting = [v for v in counted if v.unit == unit and v.interval.meets(stretch.interval)]
                # An origin with several votes may cover a stretch that none of them covers by itself.
                inside = [v for v in meeting if stretch.interval.inside(v.interval)] or meeting
                shaping = [v.interval for v in inside if v.weight is Weight.DECIDES] or [
                    v.interval for v in inside
                ]
                found.setdefault((unit, reduce(_meet, shaping)), set()).update(v.source_id for v in inside)
    return tuple(_consensus(unit, interval, ids, votes, say) for (unit, interval), ids in found.items())


def _meet(one: Interval, other: Interval) -> Interval:
    common = one.meet(other)
    return one if common is None else common


def _consensus(unit: str, interval: Interval, ids: set[str], votes: Sequence[Vote], say: Say) -> Consensus:
    meeting = {v.source_id for v in votes if not v.weight and v.unit == unit and v.interval.meets(interval)}
    inside = ids | meeting
    return Consensus(
        interval,
        _wording(unit, interval, votes, say),
        tuple(dict.fromkeys(v.source_id for v in votes if v.source_id in inside)),
        len({v.origin for v in votes if v.source_id in inside}),
        tuple(dict.fromkeys(v.source_id for v in votes if v.source_id not in inside)),
    )


def _wording(unit: str, interval: Interval, votes: Sequence[Vote], say: Say) -> str:
    """The commonest wording of a reading that says just this; else the interval itself."""
    said = Counter(v.wording for v in votes if v.unit == unit and v.interval == interval and v.wording)
    return min(said, key=lambda wording: (-said[wording], len(wording), wording)) if said else say(interval, unit)
