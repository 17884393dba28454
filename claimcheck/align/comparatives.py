"""Comparatives against a second value: `higher than the 5,000 of 2019` says more than 5,000.

Beside its number a comparative is a hedge (`more than 5,000`) and read with it. Here it stands further off, before
words that say what the number is a number of.
"""

import re
from collections.abc import Iterable

from claimcheck.align.negation import as_bound
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.claim import Mention
from claimcheck.model.value import Hedge

_REACH = 80  # characters before a value in which it may be said that something is more
_TELLING = ("than", "exceed", "surpass", "beat", "topp", "short of")  # without any of which nothing is compared
_MORE = r"more|higher|greater|larger|bigger|longer|taller|older|heavier|faster|better|wider|deeper|later"
_LESS = r"less|lower|fewer|smaller|shorter|younger|lighter|slower|narrower|earlier"
# What the number is a number of: words up to it, the first of which tells that something known is meant.
_KNOWN = r"(?:the|its|their|his|her|our|last|that|those|any|a|an|\w+['’]s)"
_OF_WHAT = rf"\s+{_KNOWN}\s+(?:[\w'’-]+\s+){{0,5}}$"
_PASSING = r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:s|ing)?|topp(?:ed|ing)"
_ABOVE = re.compile(rf"(?<!times )\b(?:(?:{_MORE})\s+than|{_PASSING}){_OF_WHAT}", re.I)
_BELOW = re.compile(rf"(?<!times )\b(?:(?:{_LESS})\s+than|f[ae]ll(?:s|ing|en)?\s+short\s+of){_OF_WHAT}", re.I)


def compared(text: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, values that something is said to be more or less than read as the bounds that this makes.

    Args:
        text: The text.
        mentions: Its values, with offsets in it.
    """
    lower = text.lower()
    if not any(word in lower for word in _TELLING):
        return tuple(mentions)
    return tuple(_bound(text, m) for m in mentions)


def _bound(text: str, mention: Mention) -> Mention:
    value = mention.value
    if value.number is None or value.hedge is not Hedge.NONE or value.upper is not None or value.kind in DAY_KINDS:
        return mention
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    if _ABOVE.search(before):
        return as_bound(mention, Hedge.MORE_THAN)
    if _BELOW.search(before):
        return as_bound(mention, Hedge.LESS_THAN)
    return mention
