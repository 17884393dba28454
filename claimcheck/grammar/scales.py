"""Scale words and abbreviations after a number: `billion`, `dozen`, `bn`, `m`."""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.currencies import MONEY_WORDS
from claimcheck.grammar.digits import ONE
from claimcheck.grammar.number_words import (
    DOZENS,
    LARGEST_SCALE,
    MONEY_SUFFIXES,
    PLURAL_SCALES,
    SCALES,
    SUFFIXES,
    UNITS,
)
from claimcheck.grammar.tokens import Tokens

_PERSONS: Final = frozenset({"people", "men", "women", "children"})


def scale_at(text: Tokens, first: int, j: int, *, of: bool = False) -> tuple[int, Decimal]:
    """The scale words from token `j` on: the token after them and their product, 1 where there are none.

    Args:
        text: The text.
        first: First token of the number, to see what stands before it.
        j: Where a scale word may stand.
        of: Whether `of a` may stand between (`three quarters of a million`).
    """
    word = text.near[j]
    if not word:
        return j, ONE
    if of and word == "of" and text.near[j + 1] in ("a", "an") and _is_scale(text.near[j + 2]):
        j, word = j + 2, text.near[j + 2]
    if word == "-" and text.glued(j) and text.glued(j + 1) and _is_scale(text.near[j + 1]):
        j, word = j + 1, text.near[j + 1]
    product = ONE
    while True:
        scale = SCALES.get(word) or (PLURAL_SCALES.get(word) if word not in ("tens", "hundreds") else None)
        if scale is None:
            break
        if product * scale > LARGEST_SCALE:
            break
        product *= scale
        j += 1
        word = text.near[j]
    if product > 1:
        return j, product
    if word in DOZENS and (word != "score" or text.near[first] in UNITS):
        return j + 1, Decimal(DOZENS[word])
    return _suffix(text, first, j, word)


def _is_scale(word: str) -> bool:
    return word in SCALES or word == "dozen"


def _suffix(text: Tokens, first: int, j: int, word: str) -> tuple[int, Decimal]:
    """An abbreviated scale after digits: `bn` anywhere, `k` glued, `m` where money or a counted noun is meant."""
    if not text.near[j - 1][-1:].isdecimal():
        return j, ONE
    glued = text.glued(j)
    if word == "k" and "°" in text.present and text.surface(j, j + 1) == "K":
        return j, ONE  # kelvins
    if scale := SUFFIXES.get(word):
        return (j + 1, scale) if glued or word != "k" else (j, ONE)
    scale = MONEY_SUFFIXES.get(word)
    if scale is None:
        return j, ONE
    if glued and word == "m" and text.surface(j, j + 1) == "M" and not text.glued(j + 1):
        return j + 1, scale  # a metre is never a capital
    before, after = text.near[first - 1], text.near[j + 1]
    if before in MONEY_WORDS and (glued or word not in ("a",)):
        return j + 1, scale
    if glued and word in ("m", "b", "mil") and (after in MONEY_WORDS or _counts(text, j, after)):
        return j + 1, scale
    return j, ONE


def _counts(text: Tokens, j: int, after: str) -> bool:
    """Whether a counted noun follows the letter at `j`: `2.5m people`."""
    return not text.glued(j + 1) and (after in _PERSONS or _plural(after))


def _plural(word: str) -> bool:
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
