"""What values that stand together in one text imply: shares of a stated whole, and changes from here to there.

`40 % of the 200 houses` are 80 houses; what `rose from 5 million to 7 million` rose by 40 % and by 2 million; what
`doubled to 10 million` was 5 million before. A text that states the one is no other opinion than a text that
states the other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from attrs import evolve

from claimcheck.grammar.senses import EXACT, senses
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.interval import Interval
from claimcheck.model.text import Span
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.arithmetic import minus, over, plus, times
from claimcheck.reconcile.calculation import say, tidy
from claimcheck.reconcile.equations import rounded
from claimcheck.reconcile.relation import relate

_OF_WHOLE = re.compile(r"\s+of\s+(?:(?:all|the|its|their|his|her|our|these|those|some)\s+){0,2}", re.I)
_REACH = 60  # characters between the two ends of a change, or between its size and an end
_FROM = {"up from": "up", "down from": "down"}
_TO = {"rising to": "up", "falling to": "down"}
_SIZES = ("up", "down")
_HUNDRED, _ONE = Decimal(100), Decimal(1)


class Implied(NamedTuple):
    """A value that values of one text imply.

    Attributes:
        mention: The value, with the span from the first to the last of the values that it follows from.
        senses: What it licenses, ordinary first.
        arithmetic: The calculation in a few words.
        parts: The values that it follows from.
    """

    mention: Mention
    senses: tuple[Sense, ...]
    arithmetic: str
    parts: tuple[Mention, ...]

    def against(self, other: Mention, policy: Policy) -> Comparison:
        """How it relates to a value that another text states; shares and multiples are told rounded."""
        value = other.value
        stated = senses(value, policy)
        if _percent(value) or _is_multiple(value):
            stated = rounded((value, stated), policy)
        ours = Side(self.mention.surface, self.mention.value, self.mention.span, senses=self.senses)
        found = relate(ours, Side(other.surface, value, other.span, senses=stated), policy, matched=True)
        if found.relation is not Relation.EXACT:
            return evolve(found, reason=f"{self.arithmetic}; {found.reason}")
        calculated = self.senses[0].interval.width  # from rounded figures, good to that much and no more
        relation = Relation.WITHIN_PRECISION if calculated else Relation.EXACT
        return evolve(found, relation=relation, reason=f"{self.arithmetic}, as the other says")


def implied(text: str, mentions: Sequence[Mention], policy: Policy) -> tuple[Implied, ...]:
    """Everything that the values of a text imply together, in the order of the text.

    Args:
        text: The text.
        mentions: Its values, in order, with offsets in it.
        policy: What wordings license.
    """
    plain = [m for m in mentions if m.value.number and m.value.upper is None]
    if not any(_is_share(m.value) or m.scope or _is_multiple(m.value) for m in plain):
        return ()
    return (*_shares(text, plain, policy), *_changes(text, plain, policy))


def _shares(text: str, mentions: Sequence[Mention], policy: Policy) -> Iterator[Implied]:
    """`half of the 200 houses`."""
    for share, whole in pairwise(mentions):
        between = text[share.span.end : whole.span.start]
        if not _is_share(share.value) or _is_share(whole.value) or not _OF_WHOLE.fullmatch(between):
            continue
        if whole.value.hedge in (Hedge.NONE, Hedge.ABOUT) and whole.kind in ("count", "money", "measure"):
            yield _portion(text, share, whole, policy)


def _portion(text: str, share: Mention, whole: Mention, policy: Policy) -> Implied:
    rate = _HUNDRED if _percent(share.value) else _ONE
    number = EXACT.multiply(share.value.number or _ONE, whole.value.number or _ONE) / rate
    hedge = share.value.hedge
    if hedge in (Hedge.NONE, Hedge.ABOUT):
        scale = Interval.point(_ONE / rate)
        wide = rounded((share.value, senses(share.value, policy)), policy)
        found = _both(wide, senses(whole.value, policy), lambda a, b: times(times(a, b), scale))
        hedge = Hedge.NONE
        value = _value(whole.value, number, found)
    else:  # a bound of the share is one of the part
        value = _like(whole.value, number, hedge)
        found = senses(value, policy)
    line = f"{share.surface.lower()} of {whole.value.normal}: {value.normal}"
    return _implied(text, value, found, line, (share, whole))


def _changes(text: str, mentions: Sequence[Mention], policy: Policy) -> Iterator[Implied]:
    for i, one in enumerate(mentions):
        if _is_multiple(one.value) and one.value.hedge in (Hedge.NONE, Hedge.ABOUT):
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
        if way and way == way_ and same and _is_plain(start.value) and _is_plain(end.value):
            rises = (end.value.number or 0) > (start.value.number or 0)
            return (start, end, way) if rises == (way == "up") else None
    return None


def _from_to(text: str, start: Mention, end: Mention, way: str, policy: Policy) -> Iterator[Implied]:
    a, b = start.value.number or _ONE, end.value.number or _ONE
    wide = senses(start.value, policy), senses(end.value, policy)
    told = f"from {start.value.normal} to {end.value.normal}"
    parts = (start, end)
    by = abs(EXACT.subtract(b, a))
    size = _both(*wide, lambda x, y: minus(y, x) if way == "up" else minus(x, y))
    if _percent(start.value):
        like = evolve(start.value, unit="percentage point")
        value = _value(like, by, size)
        yield _implied(text, value, size, f"{told}: {value.normal}", parts, way)
        return
    value = _value(start.value, by, size)
    yield _implied(text, value, size, f"{told}: {value.normal} {'more' if way == 'up' else 'less'}", parts, way)
    if a <= 0 or b <= 0:
        return
    ratios = _both(*wide, lambda x, y: over(y, x))
    if ratios:
        yield _implied(text, *_multiple(b / a, ratios), f"{told}: {say_times(b / a)}", parts)
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
    value = _value(Value("percent", "%", unit="percent"), (ratio - 1) * sign, found)
    way = "up" if ratio >= 1 else "down"
    return _implied(
        text, value, found, f"{told}: {'a rise' if way == 'up' else 'a fall'} of {value.normal}", parts, way
    )


def _size_and_end(text: str, one: Mention, other: Mention, policy: Policy) -> Iterator[Implied]:
    """Where a change began or ended that is told by its size and its other end."""
    for size, end in ((one, other), (other, one)):
        ratio = _ratio(size, policy)
        if ratio is None or not _is_plain(end.value) or _is_share(end.value) or _is_multiple(end.value):
            continue
        number, wide = ratio
        way, way_ = _scope(end, _TO), _scope(end, _FROM)
        if (way or way_) != ("up" if number > 1 else "down"):
            continue
        known = senses(end.value, policy)
        was = end.value.number or _ONE
        found = _both(known, wide, over if way else times)
        if found:
            value = _value(end.value, was / number if way else was * number, found)
            line = f"{size.surface} {'to' if way else 'from'} {end.value.normal}: "
            line += f"{value.normal} before" if way else f"{value.normal} after"
            scope = {"up": "up from", "down": "down from"} if way else {"up": "rising to", "down": "falling to"}
            yield _implied(text, value, found, line, (size, end), scope[way or way_])


def _ratio(size: Mention, policy: Policy) -> tuple[Decimal, tuple[Sense, ...]] | None:
    """By how many times something changed, told as a multiple or in percent."""
    value = size.value
    if value.number is None or value.hedge not in (Hedge.NONE, Hedge.ABOUT):
        return None
    multiple = _is_multiple(value)
    way = next((s for s in size.scope if s in _SIZES), "")
    if multiple and value.number == 1:
        return None
    if not multiple and (not way or not _percent(value) or (way == "down" and value.number >= _HUNDRED)):
        return None
    wide = rounded((value, senses(value, policy)), policy)
    if multiple:
        return value.number, wide
    sign = Interval.point(_ONE / _HUNDRED if way == "up" else -_ONE / _HUNDRED)
    one = Interval.point(_ONE)
    found = tuple(Sense(s.kind, plus(one, times(s.interval, sign)), s.reason) for s in wide)
    return _ONE + value.number * (sign.low or _ONE), found


Operator = Callable[[Interval, Interval], Interval | None]


def _both(one: tuple[Sense, ...], other: tuple[Sense, ...], come_to: Operator) -> tuple[Sense, ...]:
    """The senses of a result: of the ordinary ones, and of those taken as loosely as they go."""
    ordinary = come_to(one[0].interval, other[0].interval)
    if ordinary is None:
        return ()
    found = [Sense(SenseKind.ORDINARY, ordinary, "calculated")]
    loose = come_to(_loosest(one), _loosest(other))
    if loose is not None and loose != ordinary:
        found.append(Sense(SenseKind.LOOSE, loose, "calculated from what is taken loosely"))
    return tuple(found)


def _loosest(wide: tuple[Sense, ...]) -> Interval:
    hull = wide[0].interval
    for sense in wide[1:]:
        if sense.kind is SenseKind.LOOSE:
            hull = hull.hull(sense.interval)
    return hull


def _value(like: Value, number: Decimal, found: tuple[Sense, ...]) -> Value:
    wording = say(Interval.point(tidy(number)), like.kind, like.unit, like.noun)
    return Value(like.kind, wording, number, like.unit, like.noun, extent=found[0].interval, written=wording)


def _like(whole: Value, number: Decimal, hedge: Hedge) -> Value:
    wording = say(Interval.point(number), whole.kind, whole.unit, whole.noun)
    normal = f"{hedge.value} {wording}"
    step = whole.step if whole.step is not None and whole.step <= number else None
    return Value(whole.kind, normal, number, whole.unit, whole.noun, step=step, hedge=hedge, written=normal)


def _multiple(ratio: Decimal, ratios: tuple[Sense, ...]) -> tuple[Value, tuple[Sense, ...]]:
    wording = say_times(ratio)
    return Value(
        "count", wording, ratio, noun="time", extent=ratios[0].interval, written=f"{ratio:.2f}-fold"
    ), ratios


def say_times(ratio: Decimal) -> str:
    """`2 times`, `0.71 times`."""
    return f"{ratio:.2f}".rstrip("0").rstrip(".") + " times"


def _implied(
    text: str,
    value: Value,
    found: tuple[Sense, ...],
    arithmetic: str,
    parts: tuple[Mention, ...],
    scope: str = "",
) -> Implied:
    span = Span(min(m.span.start for m in parts), max(m.span.end for m in parts))
    surface = text[span.start : span.end]
    scopes = (scope,) if scope else ()
    quotation = parts[0].quotation
    mention = Mention(span, surface, value, scope=scopes, modality=parts[0].modality, quotation=quotation)
    return Implied(mention, found, arithmetic, parts)


def _scope(mention: Mention, ways: dict[str, str]) -> str:
    return next((ways[s] for s in mention.scope if s in ways), "")


def _percent(value: Value) -> bool:
    return value.kind == "percent" and value.unit == "percent"


def _is_share(value: Value) -> bool:
    fraction = value.kind == "count" and value.noun != "time" and value.number is not None and 0 < value.number < 1
    return fraction or _percent(value)


def _is_multiple(value: Value) -> bool:
    return value.kind == "count" and value.noun == "time" and value.number is not None and value.number > 0


def _is_plain(value: Value) -> bool:
    return value.number is not None and value.upper is None and value.hedge in (Hedge.NONE, Hedge.ABOUT)
