"""Places that two dates belong to: a premiere in Los Angeles does not answer one in Paris."""

import re

from claimcheck.grammar.function_words import MONTHS
from claimcheck.model.claim import Mention

_REACH = 30  # characters between a date and the place that it belongs to
_PLACE = re.compile(r"\b(?:in|at|from)\s+(?:the\s+)?((?:[A-Z][\w’'-]+\s?)+)")


def other_place(left_text: str, left: Mention, right_text: str, right: Mention) -> str:
    """Why two dates are of two events: each has one place beside it, another one; empty where that is not so.

    Args:
        left_text: One text.
        left: A date in it.
        right_text: The other text.
        right: A date in it.
    """
    one, other = _place(left_text, left), _place(right_text, right)
    if not one or not other or _known(one, right_text) or _known(other, left_text):
        return ""
    first, second = sorted((one, other))
    return f"one is in {first}, the other in {second}"


def _place(text: str, mention: Mention) -> str:
    """The only place named in the clause of a date."""
    start, end = max(0, mention.span.start - _REACH), mention.span.end + _REACH
    found = [m[1].strip() for m in _PLACE.finditer(text, 0, end) if m.end() > start]
    places = [place for place in found if place.lower() not in MONTHS]
    return places[0] if len(places) == 1 else ""


def _known(place: str, text: str) -> bool:
    """Whether another text speaks of a place too, if only by a part of its name or its initials."""
    words = place.split()
    initials = "".join(word[0] for word in words)
    return any(word in text for word in words) or (len(words) > 1 and initials in text.replace(".", ""))
