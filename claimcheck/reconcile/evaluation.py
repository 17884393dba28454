"""Equations between claims, solved on intervals for any of their members."""

from collections.abc import Mapping
from decimal import Decimal

from claimcheck.model.interval import Interval
from claimcheck.model.ties import Derivation, Operation
from claimcheck.reconcile.arithmetic import CALENDAR, began, elapsed, ended, minus, over, plus, times, total

RESULT = -1
"""The role of the claim that an equation stands at; its operands have 0, 1, …"""

_ONE, _HUNDRED, _PERCENT = (Interval.point(Decimal(n)) for n in ("1", "100", "0.01"))

Known = Mapping[int, Interval]


def evaluate(derivation: Derivation, role: int, x: Known, lasted: str, unit: str) -> Interval | None:
    """An equation on intervals: whatever the operands are inside theirs, the exact result is inside this one.

    Args:
        derivation: The equation.
        role: The role asked for.
        x: For every other role its interval; those that must share a unit do.
        lasted: The unit of the duration between two days, where that is known.
        unit: The unit of the duration asked for.

    Returns:
        None where nothing follows.
    """
    operation, rest = derivation.operation, [x[r] for r in sorted(x) if r > 0]
    each = Interval.point(derivation.each)
    if operation is Operation.SUM:
        parts = [x[r] for r in sorted(x) if r >= 0]
        return total(parts) if role == RESULT else minus(x[RESULT], total(parts)) if parts else x[RESULT]
    if operation is Operation.DIFFERENCE:
        if role == RESULT:
            return minus(x[0], total(rest))
        if role == 0:
            return plus(x[RESULT], total(rest))
        return minus(x[0], total([x[RESULT], *rest]))
    if operation is Operation.SPAN:
        if role == RESULT:
            return elapsed(x[0], x[1], unit)
        if lasted not in CALENDAR:
            return None
        return began(x[RESULT], lasted, x[1]) if role == 0 else ended(x[RESULT], lasted, x[0])
    if operation is Operation.CHANGE:
        ratio = over(x[1], x[0])
        return None if ratio is None else times(minus(ratio, _ONE), _HUNDRED)
    if operation is Operation.SHARE:
        return _proportion(role, x, (0, 1, RESULT))
    if operation is Operation.PORTION:
        return _proportion({0: RESULT, 1: 1, RESULT: 0}[role], _renamed(x), (0, 1, RESULT))
    if role == RESULT:
        rate = over(x[0], x[1])
        return None if rate is None else times(rate, each)
    return over(times(x[RESULT], x[1]), each) if role == 0 else over(times(x[0], each), x[RESULT])


def _renamed(x: Known) -> Known:
    """A portion (percent, whole, its result) as a share (part, whole, its percent)."""
    return {{0: RESULT, 1: 1, RESULT: 0}[r]: interval for r, interval in x.items()}


def _proportion(role: int, x: Known, roles: tuple[int, int, int]) -> Interval | None:
    """Part, whole and percent: each from the two others."""
    part, whole, percent = roles
    if role == percent:
        share = over(x[part], x[whole])
        return None if share is None else times(share, _HUNDRED)
    if role == part:
        return times(times(x[percent], x[whole]), _PERCENT)
    return over(times(x[part], _HUNDRED), x[percent])
