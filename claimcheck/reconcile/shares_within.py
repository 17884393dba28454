"""Shares and their wholes in one text: `half of the 200 houses` are 100, `4 of its 10 games` are 40 %."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.grammar.senses import EXACT, senses
from claimcheck.model.claim import Mention
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.arithmetic import over, times
from claimcheck.reconcile.calculation import say
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

_OF_WHOLE = re.compile(r"\s+of\s+(?:(?:all|the|its|their|his|her|our|these|those|some)\s+){0,2}", re.I)
_HUNDRED, _ONE = Decimal(100), Decimal(1)


def shares(text: str, mentions: Sequence[Mention], policy: Policy) -> Iterator[Implied]:
    """The values that shares, or parts, and their wholes imply.

    Args:
        text: The text.
        mentions: Its values with a number, in order, with offsets in it.
        policy: What wordings license.
    """
    for share, whole in pairwise(mentions):
        between = text[share.span.end : whole.span.start]
        if is_share(whole.value) or not _OF_WHOLE.fullmatch(between):
            continue
        if whole.value.hedge not in (Hedge.NONE, Hedge.ABOUT) or whole.kind not in ("count", "money", "measure"):
            continue
        if is_share(share.value):
            yield _portion(text, share, whole, policy)
        elif _is_part(share, whole):
            yield _percentage(text, share, whole, policy)


def _is_part(part: Mention, whole: Mention) -> bool:
    """Whether one figure is a part of the next: `4 of its 10 games`."""
    one, other = part.value, whole.value
    alike = (one.kind, one.unit) == (other.kind, other.unit) and one.noun in ("", other.noun)
    return alike and is_plain(one) and not is_multiple(one) and 0 < (one.number or 0) <= (other.number or 0)


def _percentage(text: str, part: Mention, whole: Mention, policy: Policy) -> Implied:
    number = _HUNDRED * (part.value.number or _ONE) / (whole.value.number or _ONE)
    found = both(
        (part.value, senses(part.value, policy)),
        (whole.value, senses(whole.value, policy)),
        lambda a, b: over(times(a, Interval.point(_HUNDRED)), b),
    )
    value = valued(Value("percent", "%", unit="percent"), number, found)
    line = f"{part.surface} of {whole.value.normal}: {value.normal}"
    return follows(text, value, found, line, (part, whole))


def _portion(text: str, share: Mention, whole: Mention, policy: Policy) -> Implied:
    rate = _HUNDRED if is_percent(share.value) else _ONE
    number = EXACT.multiply(share.value.number or _ONE, whole.value.number or _ONE) / rate
    hedge = share.value.hedge
    if hedge in (Hedge.NONE, Hedge.ABOUT):
        scale = Interval.point(_ONE / rate)
        wide = rounded((share.value, senses(share.value, policy)), policy)
        of = (whole.value, senses(whole.value, policy))
        found = both((share.value, wide), of, lambda a, b: times(times(a, b), scale))
        value = valued(whole.value, number, found)
    else:  # a bound of the share is one of the part
        value = _like(whole.value, number, hedge)
        found = senses(value, policy)
    line = f"{share.surface.lower()} of {whole.value.normal}: {value.normal}"
    return follows(text, value, found, line, (share, whole))


def _like(whole: Value, number: Decimal, hedge: Hedge) -> Value:
    wording = say(Interval.point(number), whole.kind, whole.unit, whole.noun)
    normal = f"{hedge.value} {wording}"
    step = whole.step if whole.step is not None and whole.step <= number else None
    return Value(whole.kind, normal, number, whole.unit, whole.noun, step=step, hedge=hedge, written=normal)
