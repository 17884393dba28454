"""Percentages that tell how likely something is, and not how much of a whole: `95 % confidence`."""

import re

from claimcheck.model.claim import Mention

_AFTER = re.compile(
    r"[-\s]+(?:[a-z]+\s+)?(?:probability|likelihood|chances?|odds|confidence|confident|certainty|certain|likely|sure)\b",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:probability|likelihood|chances?|odds|confidence|certainty)(?:\s+level|\s+of\s+[a-z]+)?"
    r"(?:\s+(?:was|is|of|at|to|be|as|that))?"
    r"\s+\(?(?:about|only|over|under)?\s*$",
    re.I,
)
_REACH = 40  # characters before a percentage in which its measure may be named


def one_is_a_chance(left_text: str, left: Mention, right_text: str, right: Mention) -> str:
    """Why two percentages do not answer one another: only one is a probability; empty otherwise."""
    if left.kind != "percent" or right.kind != "percent":
        return ""
    same = _is_chance(left_text, left) is _is_chance(right_text, right)
    return "" if same else "one is a probability, the other a share"


def _is_chance(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    return _AFTER.match(text, mention.span.end) is not None or _BEFORE.search(before) is not None
