"""Settling what a date leaves unsaid: which of two periods a bare `Friday` or `October` means."""

from collections.abc import Callable

from claimcheck.grammar.calendar.days import bounds, civil
from claimcheck.grammar.calendar.period import Node, Partial, Period, Scan, around, day_period, exact, say_partial
from claimcheck.grammar.calendar.saying import say_day
from claimcheck.grammar.calendar.tense import lean
from claimcheck.grammar.records import record

_MUCH = 8  # times as near: a weekday is never more than six times as near as its other reading
UNRESOLVED = "not resolved: the text has no reference date"


def settle(scan: Scan, node: Node) -> Node:
    """Give an incomplete date its periods; any other node is returned as it is."""
    if node.partial is None or node.periods:
        return node
    first, last, _, why, partial, words, amount = node
    if node.partial.complete:
        return record(Node, (first, last, (exact(node.partial),), why, partial, words, amount))
    said = say_partial(node.partial)
    if scan.today is None:
        return record(Node, (first, last, (), UNRESOLVED, partial, said, amount))
    past, future = around(node.partial, scan.today)
    return pick(scan, record(Node, (first, last, (), why, partial, said, amount)), past, future)


def pick(scan: Scan, node: Node, past: Period | None, future: Period | None) -> Node:
    """Choose between the latest period that has begun and the next to come; the other is kept as second reading.

    The verb beside the date decides; where none does, the nearer one wins, and the earlier of two equally near.
    A period that holds the reference day is right for either tense, and one much nearer than the other needs no
    verb: nobody leaves the year out for something so far off.
    """
    if scan.today is None or (past is None and future is None):
        return node._replace(why=node.why or UNRESOLVED)
    if past is None or future is None:
        only = past or future
        return node._replace(periods=(only,) if only else (), why=f"{node.said}: the only one near")
    end = bounds(past.days)[1]
    away = max(0, scan.today - end + 1)
    ahead = bounds(future.days)[0] - scan.today
    if away == 0:
        return _held(scan, node, past, future)
    near = max(away, ahead) >= _MUCH * min(away, ahead)
    way = 0 if near else lean(scan, node.first, node.last)
    if way:
        first, second = (future, past) if way > 0 else (past, future)
        return _chosen(node, first, second, "as the verb looks ahead" if way > 0 else "as the verb looks back")
    first, second = (past, future) if away <= ahead else (future, past)
    return _chosen(node, first, second, f"the nearest to {say_day(scan.today)}")


def _held(scan: Scan, node: Node, running: Period, future: Period) -> Node:
    """The period that holds the reference day; of a weekday the verb says which other one it may be."""
    if running.grain != "day":
        return _chosen(node, running, future, f"the one running on {say_day(scan.today or 0)}")
    partial = node.partial
    if partial and partial.weekday is not None and partial.day is None and lean(scan, node.first, node.last) < 0:
        future = day_period(bounds(running.days)[0] - 7)
    return _chosen(node, running, future, "the reference date itself")


def _chosen(node: Node, first: Period, second: Period, reason: str) -> Node:
    start, last, _, _, partial, said, amount = node
    return record(Node, (start, last, (first, second), f"{said}: {first.normal}, {reason}", partial, said, amount))


def yearly(scan: Scan, node: Node, make: Callable[[int], Period]) -> Node:
    """Resolve what comes once a year (a holiday, a quarter, a season) and is named without its year."""
    if scan.today is None:
        return node._replace(why=UNRESOLVED)
    year = civil(scan.today)[0]
    periods = [make(y) for y in range(year - 2, year + 3)]
    past = [p for p in periods if bounds(p.days)[0] <= scan.today]
    future = [p for p in periods if bounds(p.days)[0] > scan.today]
    return pick(scan, node, past[-1], future[0])


def joined(node: Node, **parts: int) -> Node:
    """The same partial date with more of its parts known."""
    return node._replace(partial=(node.partial or Partial())._replace(**parts), periods=())
