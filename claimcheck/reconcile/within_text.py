"""What values that stand together in one text imply: shares of a stated whole, and changes from here to there.

`40 % of the 200 houses` are 80 houses; what `rose from 5 million to 7 million` rose by 40 % and by 2 million; what
`doubled to 10 million` was 5 million before. A text that states the one is no other opinion than a text that
states the other.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.grammar.directions import change
from claimcheck.grammar.senses import EXACT, senses
from claimcheck.model.claim import Mention
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Sense, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.arithmetic import minus, over, plus, times
from claimcheck.reconcile.equations import rounded
from claimcheck.reconcile.following import (
    Implied,
    both,
    follows,
    is_multiple,
    is_percent,
    is_plain,
    is_share,
    valued,
)
from claimcheck.reconcile.shares_within import shares

__all__ = ["Implied", "implied"]

_REACH = 60  # characters between the two ends of a change, or between its size and an end
_FROM = {"up from": "up", "down from": "down"}
_TO = {"rising to": "up", "falling to": "down"}
_HUNDRED, _ONE = Decimal(100), Decimal(1)


def implied(text: str, mentions: Sequence[Mention], policy: Policy) -> tuple[Implied, ...]:
    """Everything that the values of a text imply together: by shares first, then by changes.

    Args:
        text: The text.
        mentions: Its values, in order, with offsets in it.
        policy: What wordings license.
    """
    plain = [m for m in mentions if m.value.number and m.value.upper is None]
    if len(plain) < 2 and not any(is_multiple(m.value) for m in plain):
        return ()
    return (*shares(text, plain, policy), *_changes(text, plain, policy))


def _changes(text: str, mentions: Sequence[Mention], policy: Policy) -> Iterator[Implied]:
    for i, one in enumerate(mentions):
        if is_multiple(one.value) and one.value.hedge in (Hedge.NONE, Hedge.ABOUT):
            yield from _growth(text, one, policy)
        for other in mentions[i + 1 :]:
            if other.span.start - one.span.end > _REACH:
                break
            ends = _ends(one, other)
            if ends is not None:
                yield from _from_to(text, *ends, policy)
            else:
                yield from _size_and_end(text, one, other, policy)


def _ends(one: Mention, other: Mention) -> tuple[Mention, Mention, str] | None:
    """From what, to what and which way, where two values are the ends of one change."""
    for start, end in ((one, other), (other, one)):
        way, way_ = _scope(start, _FROM), _scope(end, _TO)
        same = start.kind == end.kind and start.value.unit == end.value.unit
        if way and way == way_ and same and is_plain(start.value) and is_plain(end.value):
            rises = (end.value.number or 0) > (start.value.number or 0)
            return (start, end, way) if rises == (way == "up") else None
    return None


def _from_to(text: str, start: Mention, end: Mention, way: str, policy: Policy) -> Iterator[Implied]:
    a, b = start.value.number or _ONE, end.value.number or _ONE
    wide = (start.value, senses(start.value, policy)), (end.value, senses(end.value, policy))
    told = f"from {start.value.normal} to {end.value.normal}"
    parts = (start, end)
    by = abs(EXACT.subtract(b, a))
    size = both(*wide, lambda x, y: minus(y, x) if way == "up" else minus(x, y))
    if is_percent(start.value):
        like = evolve(start.value, unit="percentage point")
        value = valued(like, by, size)
        yield follows(text, value, size, f"{told}: {value.normal}", parts, way)
        return
    value = valued(start.value, by, size)
    yield follows(text, value, size, f"{told}: {value.normal} {'more' if way == 'up' else 'less'}", parts, way)
    if a <= 0 or b <= 0:
        return
    ratios = both(*wide, lambda x, y: over(y, x))
    if ratios:
        yield follows(text, *_multiple(b / a, ratios), f"{told}: {say_times(b / a)}", parts)
        yield _percent_change(text, b / a, ratios, told, parts)


def _growth(text: str, multiple: Mention, policy: Policy) -> Iterator[Implied]:
    """What doubled rose by 100 %."""
    wide = rounded((multiple.value, senses(multiple.value, policy)), policy)
    yield _percent_change(text, multiple.value.number or _ONE, wide, multiple.surface, (multiple,))


def _percent_change(
    text: str, ratio: Decimal, ratios: tuple[Sense, ...], told: str, parts: tuple[Mention, ...]
) -> Implied:
    sign = _HUNDRED if ratio >= 1 else -_HUNDRED
    scale, one = Interval.point(sign), Interval.point(_ONE)
    found = tuple(Sense(s.kind, times(minus(s.interval, one), scale), s.reason) for s in ratios)
    value = valued(Value("percent", "%", unit="percent"), (ratio - 1) * sign, found)
    way = "up" if ratio >= 1 else "down"
    return follows(
        text, value, found, f"{told}: {'a rise' if way == 'up' else 'a fall'} of {value.normal}", parts, way
    )


def _size_and_end(text: str, one: Mention, other: Mention, policy: Policy) -> Iterator[Implied]:
    """Where a change began or ended that is told by its size and its other end."""
    for size, end in ((one, other), (other, one)):
        ratio = _ratio(size, policy)
        if ratio is None or not is_plain(end.value) or is_share(end.value) or is_multiple(end.value):
            continue
        number, wide = ratio
        way, way_ = _scope(end, _TO), _scope(end, _FROM)
        if (way or way_) != ("up" if number > 1 else "down"):
            continue
        known = senses(end.value, policy)
        was = end.value.number or _ONE
        found = both((end.value, known), (size.value, wide), over if way else times)
        if found:
            value = valued(end.value, was / number if way else was * number, found)
            line = f"{size.surface} {'to' if way else 'from'} {end.value.normal}: "
            line += f"{value.normal} before" if way else f"{value.normal} after"
            scope = {"up": "up from", "down": "down from"} if way else {"up": "rising to", "down": "falling to"}
            yield follows(text, value, found, line, (size, end), scope[way or way_])


def _ratio(size: Mention, policy: Policy) -> tuple[Decimal, tuple[Sense, ...]] | None:
    """By how many times something changed, told as a multiple or in percent."""
    value = size.value
    if value.number is None or value.hedge not in (Hedge.NONE, Hedge.ABOUT):
        return None
    multiple = is_multiple(value)
    way = change(size.scope)
    if multiple and value.number == 1:
        return None
    if not multiple and (not way or not is_percent(value) or (way == "down" and value.number >= _HUNDRED)):
        return None
    wide = rounded((value, senses(value, policy)), policy)
    if multiple:
        return value.number, wide
    sign = Interval.point(_ONE / _HUNDRED if way == "up" else -_ONE / _HUNDRED)
    one = Interval.point(_ONE)
    found = tuple(Sense(s.kind, plus(one, times(s.interval, sign)), s.reason) for s in wide)
    return _ONE + value.number * (sign.low or _ONE), found


def _multiple(ratio: Decimal, ratios: tuple[Sense, ...]) -> tuple[Value, tuple[Sense, ...]]:
    wording = say_times(ratio)
    return Value(
        "count", wording, ratio, noun="time", extent=ratios[0].interval, written=f"{ratio:.2f}-fold"
    ), ratios


def say_times(ratio: Decimal) -> str:
    """`2 times`, `0.71 times`."""
    return f"{ratio:.2f}".rstrip("0").rstrip(".") + " times"


def _scope(mention: Mention, ways: dict[str, str]) -> str:
    return next((ways[s] for s in mention.scope if s in ways), "")
