"""Of which day a figure is told: `91 cases as of 25 March`, `3,000 so far`.

A day is named by `as of`, `by`, `until` or `through` before it; `so far`, `to date` and `until now` name the day
of the article. Where a sentence names several days the figure's is not known.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from claimcheck.grammar.calendar import days_of_day, say_day
from claimcheck.model.claim import Mention
from claimcheck.model.interval import Interval
from claimcheck.model.text import Span
from claimcheck.model.value import Hedge, Sense

_NAMING: Final = re.compile(r"\b(?:as of|as at|as on|by|until|till|up to|up until|through)\W*(?:the\W*)?$", re.I)
_SO_FAR: Final = re.compile(
    r"\b(?:so far|to date|as of (?:now|today|this writing)|(?:until|till|up to|up until) now|thus far)\b", re.I
)
_REACH: Final = 24  # characters before a date in which it may be said that a figure is of that date
_DAYS: Final = frozenset({"date", "year"})
_DAY_BY: Final = re.compile(r"(?:as of|as at|as on|by|until|till|up to|up until|through)\b", re.I)


def as_of(
    text: str, start: int, figure: Span, mentions: Iterable[Mention], told: date | None
) -> tuple[Interval, str] | None:
    """The days of which the figure at `figure` is told, and the words that say so; None where none do.

    Args:
        text: The sentence.
        start: Where it begins in its document, in characters counted from 0.
        figure: Where the figure stands, in characters of the document.
        mentions: The values of the sentence.
        told: The reference date of the article, if it has one.
    """
    named = [m for m in mentions if m.kind in _DAYS and not m.span.meets(figure) and _names(text, start, m)]
    if len(named) == 1:
        days = named[0].value.extent
        return None if days is None else (days, f"as of {named[0].value.normal.removeprefix('by ')}")
    found = _SO_FAR.search(text)
    if named or found is None or told is None:
        return None
    day = days_of_day(told.year, told.month, told.day)
    return day, f"“{found.group()}” in an article of {say_day(told.toordinal())}"


def _names(text: str, start: int, mention: Mention) -> bool:
    """Whether a date is said to be the one of which figures are told."""
    value, at = mention.value, mention.span.start - start
    if value.extent is None or value.hedge not in (Hedge.NONE, Hedge.AT_MOST):
        return False
    return bool(_DAY_BY.match(mention.surface) or _NAMING.search(text[max(0, at - _REACH) : at]))


def may_have_grown(earlier: Iterable[Sense], later: Iterable[Sense]) -> bool:
    """Whether a total that only grows may have been the one first and the other later, each in any of its senses.

    Both are in one unit. Without senses nothing is known, so that it may.
    """
    firsts, thens = list(earlier), list(later)
    if not firsts or not thens:
        return True
    return any(may_precede(one.interval, other.interval) for one in firsts for other in thens)


def may_precede(one: Interval, other: Interval) -> bool:
    """Whether something of the one is at most something of the other."""
    if one.low is None or other.high is None or one.low < other.high:
        return True
    return one.low == other.high and one.low_closed and other.high_closed
