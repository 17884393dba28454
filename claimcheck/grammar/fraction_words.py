"""Fractions in words and signs after a number: `1½`, `two thirds`, `and a half`, `3/4`, `nine out of ten`."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from claimcheck.grammar.digits import digits
from claimcheck.grammar.groups import STARTS, Part, after_hyphen, below_hundred, group
from claimcheck.grammar.number_words import DENOMINATORS, DENOMINATORS_PLURAL, ORDINALS, TENS, VULGAR
from claimcheck.grammar.scales import scale_at
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

_STARTS: Final = frozenset({*VULGAR, *DENOMINATORS, *DENOMINATORS_PLURAL, *TENS, "/", "and", "-", "out", "over"})
_ROUND: Final = frozenset(map(Decimal, (100, 1000, 10**4, 10**5, 10**6)))
_CLOSING: Final = frozenset({"", ".", ",", ";", ")", "?", "!"})
RATED: Final = frozenset(map(Decimal, (5, 10, 100)))
"""What ratings are out of."""
RATING_WORDS: Final = words(
    "rating ratings rated rates score scores scored stars star points review reviews reviewer critics grade graded"
)
"""Words that tell a rating (`4/5`) from a fraction."""


def fraction_after(text: Tokens, part: Part) -> tuple[int, Fraction] | None:
    """The fraction that a number makes with the words or signs after it (`1½`, `two thirds`, `two and a half`)."""
    j = part.end
    word = text.near[j]
    if part.stated or (word not in _STARTS and not word[:1].isdecimal()):
        return None
    whole = Fraction(part.number)
    if word in VULGAR:
        return j + 1, whole + VULGAR[word]
    if word == "/":
        return _slashed(text, j, whole) if part.digits else None
    if word[0].isdecimal() and part.digits and not text.glued(j):
        inner = digits(word)
        slashed = inner and not inner[2] and _slashed(text, j + 1, Fraction(inner[0]))
        return (slashed[0], whole + slashed[1]) if slashed else None
    if word == "and":
        found = fraction_word(text, j + 1, part.number)
        return (found[0], whole + found[1]) if found else None
    if word == "over":
        return _over(text, j + 1, whole)
    if word in TENS and (below := _compound_denominator(text, j)):
        return below[0], whole / below[1]
    if word == "-" and text.glued(j) and text.glued(j + 1):
        if part.digits and text.near[j + 1].isdecimal() and len(text.near[j + 1]) < 4:  # "2-1/2"
            slashed = _slashed(text, j + 2, Fraction(int(text.near[j + 1])))
            return (slashed[0], whole + slashed[1]) if slashed else None
        word, j = text.near[j + 1], j + 1
    if word in DENOMINATORS_PLURAL and part.number > 0:
        return j + 1, whole / DENOMINATORS_PLURAL[word]
    if word in DENOMINATORS and part.number == 1:
        return j + 1, whole / DENOMINATORS[word]
    if word == "out" and text.near[j + 1] == "of":
        return _out_of(text, j + 2 + (text.near[j + 2] == "every"), whole)
    return None


def _slashed(text: Tokens, slash: int, numerator: Fraction) -> tuple[int, Fraction] | None:
    """`/4` after a numerator, both sides glued or both spaced; not a date, a rating or a path."""
    below = text.near[slash + 1]
    if text.near[slash] != "/" or not below.isdecimal() or len(below) > 4:
        return None
    if text.glued(slash) != text.glued(slash + 1) or (text.near[slash + 2] == "/" and text.glued(slash + 2)):
        return None
    denominator = int(below)
    if not denominator > 1 or not numerator < denominator or numerator.denominator != 1 or numerator == 0:
        return None
    return slash + 2, numerator / denominator


def _below(text: Tokens, j: int) -> tuple[int, Decimal] | None:
    """The whole number at token `j` that something is divided by, and the token after it."""
    word = text.near[j]
    part = group(text, j, True) if word in STARTS or word[:1].isdecimal() else None
    if part is None or part.ordinal or part.stated or part.number == 0:
        return None
    end, scale = scale_at(text, j, part.end)
    return end, part.number * scale


def _out_of(text: Tokens, j: int, whole: Fraction) -> tuple[int, Fraction] | None:
    """`nine out of ten` is a share; `16 out of 28` are two figures, and `8 out of 10` for a film is a rating."""
    below = _below(text, j)
    if below is None or not whole <= below[1]:
        return None
    if not (below[1] <= 10 or below[1] in _ROUND or (below[1] % 100 == 0 and text.near[j] in STARTS)):
        return None
    if below[1] in RATED and (
        not text.present.isdisjoint(RATING_WORDS) or text.near[below[0]] in ("stars", "points")
    ):
        return None
    return below[0], whole / Fraction(below[1])


def _over(text: Tokens, j: int, whole: Fraction) -> tuple[int, Fraction] | None:
    """`1 over 20`, where the second number counts nothing."""
    below = _below(text, j)
    if below is None or not 0 < whole < below[1] or text.near[below[0]][:1].isalpha() or whole.denominator > 1:
        return None
    return (below[0], whole / Fraction(below[1])) if text.near[below[0]] in _CLOSING else None


def _compound_denominator(text: Tokens, j: int) -> tuple[int, int] | None:
    """`twenty-firsts`."""
    k = after_hyphen(text, j + 1)
    word = text.near[k]
    unit = ORDINALS.get(word[:-1], 0) if word.endswith("s") else 0
    return (k + 1, TENS[text.near[j]] + unit) if 0 < unit < 10 else None


def fraction_word(text: Tokens, j: int, whole: Decimal) -> tuple[int, Fraction] | None:
    """`a half`, `one quarter`, `three fifths` after `and`."""
    word, after = text.near[j], text.near[j + 1]
    if word in ("a", "one") and after in DENOMINATORS and text.near[j + 2] != "of":
        return j + 2, Fraction(1, DENOMINATORS[after])
    count = below_hundred(text, j)
    if count is not None and 0 < count.number < (below := DENOMINATORS_PLURAL.get(text.near[count.end], 0)):
        return count.end + 1, Fraction(int(count.number), below)
    if word == "half" and after not in ("of", "the", "a", "an") and whole < 1000:
        return j + 1, Fraction(1, 2)
    return None
