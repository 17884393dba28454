"""Denied bounds: `never reached 40` says less than 40, and `failed to exceed 40` says at most 40."""

import re
from collections.abc import Iterable

from attrs import evolve

from claimcheck.model.claim import Mention, Modality
from claimcheck.model.value import Hedge

_REACH = 40  # characters before a value in which it may be said that it was not reached
_TELLING = ("never", "not", "fail", "n't", "n’t")  # without any of which nothing is denied
_NOT_REACHED = re.compile(
    r"(?:\b(?:never|not|failed to|failing to)|n['’]t)\s+(?:reach(?:ed|ing)?|hit|attain(?:ed)?)\s*$",
    re.I,
)
_NOT_EXCEEDED = re.compile(
    r"(?:\b(?:never|not|failed to|failing to)|n['’]t)\s+"
    r"(?:exceed(?:ed)?|surpass(?:ed)?|top(?:ped)?|pass(?:ed)?|rose above|rise above|go (?:above|over|beyond))\s*$",
    re.I,
)
_UNSAID = (Hedge.NONE, Hedge.MORE_THAN)


def bounds_read(text: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, values that were not reached or not exceeded read as the bounds that this makes of them."""
    lower = text.lower()
    if not any(word in lower for word in _TELLING):
        return tuple(mentions)
    return tuple(_bound(text, m) if m.value.number is not None else m for m in mentions)


def _bound(text: str, mention: Mention) -> Mention:
    if mention.value.hedge not in _UNSAID or mention.value.upper is not None:
        return mention
    digits = next((i for i, c in enumerate(mention.surface) if c.isdigit() or c in "$€£¥"), 0)
    start = mention.span.start + digits  # the bound may stand within what was read: `exceed $40 million`
    before = text[max(0, start - _REACH) : start]
    if _NOT_EXCEEDED.search(before):
        return as_bound(mention, Hedge.AT_MOST)
    if _NOT_REACHED.search(before):
        return as_bound(mention, Hedge.LESS_THAN)
    return mention


def as_bound(mention: Mention, hedge: Hedge) -> Mention:
    """The mention, its number read as a bound."""
    plain = mention.value.normal.removeprefix(f"{mention.value.hedge.value} ")
    value = evolve(mention.value, hedge=hedge, normal=f"{hedge.value} {plain}", extent=None)
    return evolve(mention, value=value, modality=Modality.STATED)
