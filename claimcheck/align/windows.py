"""Figures of different windows: `5 cases in 2013` does not contradict `7 cases in 2014`."""

import re
from collections.abc import Sequence

from claimcheck.align.moments import moment
from claimcheck.align.refusing import refused
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.text import Span
from claimcheck.model.value import Hedge

_SHORTEST = 28  # days of a window; a single day dates an event rather than a figure
_FIGURES = frozenset({"count", "money", "percent", "measure"})


def apart(
    parts: Sequence[Comparison], left_text: str, left: Sequence[Mention], right_text: str, right: Sequence[Mention]
) -> tuple[Comparison, ...]:
    """The parts, figures that differ refused where each text names one window, and not the same.

    The windows themselves then differ with reason, and do not contradict one another either. What figures are told
    `as of` is no window of theirs, for totals grow from one such day to the next.

    Args:
        parts: How the aligned values relate.
        left_text: One text.
        left: Its values.
        right_text: The other text.
        right: Its values.
    """
    if not any(_differs(part) and _kind(part) in _FIGURES for part in parts):
        return tuple(parts)
    one, other = _window(left_text, left), _window(right_text, right)
    if one is None or other is None or one.value.extent is None or other.value.extent is None:
        return tuple(parts)
    if one.value.extent.meets(other.value.extent):
        return tuple(parts)
    told = " and ".join(sorted((one.surface, other.surface)))
    return tuple(
        refused(part, f"of different times, {told}")
        if _differs(part) and _kind(part) in _FIGURES | DAY_KINDS
        else part
        for part in parts
    )


def _window(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The only time that a text names, where it is a plain month or more and dates no event of its own."""
    times = [m for m in mentions if m.kind in DAY_KINDS and m.value.extent is not None]
    if len(times) != 1 or times[0].value.hedge is not Hedge.NONE or times[0].value.extent is None:
        return None
    width = times[0].value.extent.width
    named = moment(text, times[0])
    if not width or width < _SHORTEST or (named and named.marked) or _dates_an_event(text, times[0], mentions):
        return None
    return times[0]


def _dates_an_event(text: str, time: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a time says when something happened once, in a clause without figures: `opened in 2014 and …`."""
    start = max((found.end() for found in _BREAK.finditer(text, 0, time.span.start)), default=0)
    after = _BREAK.search(text, time.span.end)
    clause = Span(start, after.start() if after else len(text))
    if not _ONCE.search(text, clause.start, clause.end):
        return False
    return not any(m.kind in _FIGURES and clause.start <= m.span.start < clause.end for m in mentions)


_BREAK = re.compile(r"[,;:()–—]|\b(?:and|but|which|who|when|while|with)\b")
_ONCE = re.compile(
    r"\b(?:opened|founded|established|built|born|died|began|begun|started|launched|released|signed|created|formed|"
    r"completed|closed|ended|premiered|published|introduced|inaugurated|incorporated|erected|elected|appointed|"
    r"married|joined|retired|discovered|invented|constructed|dissolved|abolished|adopted|ratified)\b",
    re.I,
)


def _differs(part: Comparison) -> bool:
    return part.relation is Relation.DISCREPANT


def _kind(part: Comparison) -> str:
    return part.left.value.kind if part.left.value is not None else ""
