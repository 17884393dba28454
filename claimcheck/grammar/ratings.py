"""Ratings: `7.5/10`, `4/5 stars`, `8 out of 10 points`; kept apart from fractions, dates and odds.

A slash or `out of` makes a rating where the number has a decimal point, where stars or points are named after it,
or where the text speaks of ratings, scores or reviews. Elsewhere `4/5` is a fraction and `5/1` is nothing.

>>> from claimcheck.grammar.tokens import tokenize
>>> ratings(tokenize("gave it 7.5/10, and critics 4 out of 5 stars"))
[Rating(first=2, last=5, numeral=2, best=10), Rating(first=8, last=13, numeral=8, best=5)]
"""

from typing import Final, NamedTuple

from claimcheck.grammar.fraction_words import RATING_WORDS
from claimcheck.grammar.tokens import Tokens

_BEST: Final = {"5": 5, "five": 5, "10": 10, "ten": 10, "100": 100}
_NAMED: Final = frozenset({"stars", "star", "points"})


class Rating(NamedTuple):
    """A rating.

    Attributes:
        first: Its first token.
        last: The token after it.
        numeral: The token of the number.
        best: The best rating there is.
    """

    first: int
    last: int
    numeral: int
    best: int


def ratings(text: Tokens) -> list[Rating]:
    """Every rating of `text` that is written in digits, in its order."""
    if "/" not in text.present and "out" not in text.present:
        return []
    found = []
    rated = not text.present.isdisjoint(RATING_WORDS)
    for i, word in enumerate(text.words):
        if word != "/" and word != "out":
            continue
        given, end = text.near[i - 1], _end(text, i)
        best = _BEST.get(text.near[end - 1]) if end else None
        if best is None or not given[:1].isdecimal() or not _is_below(given, best):
            continue
        named = text.near[end] in _NAMED
        if named or rated or "." in given:
            found.append(Rating(i - 1, end + named, i - 1, best))
    return found


def _end(text: Tokens, i: int) -> int:
    """The token after the best rating behind `/` or `out of` at token `i`; 0 where neither is one."""
    if text.words[i] == "out":
        return i + 3 if text.near[i + 1] == "of" else 0
    alone = text.glued(i) and text.glued(i + 1) and not (text.near[i + 2] == "/" and text.glued(i + 2))
    return i + 2 if alone and text.near[i - 2] not in ("/", "-") else 0


def _is_below(given: str, best: int) -> bool:
    whole, _, places = given.partition(".")
    if not whole.isdecimal() or len(whole) > 3 or (places and not (places.isdecimal() and len(places) < 3)):
        return False
    return int(whole) < best or (int(whole) == best and not places.strip("0"))
