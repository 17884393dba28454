"""Numerals that begin with no cardinal: ordinals, shares, groups and scale words without a number."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from claimcheck.grammar import codes
from claimcheck.grammar.digits import ONE, exact
from claimcheck.grammar.groups import Part, hundreds
from claimcheck.grammar.number_words import (
    DENOMINATORS,
    ORDINALS,
    PLURAL_SCALES,
    VAGUE_LEADS,
    VULGAR,
)
from claimcheck.grammar.numeral import Numeral, numeral_of
from claimcheck.grammar.scales import scale_at
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words
from claimcheck.model.interval import Interval

_ARTICLES: Final = frozenset({"a", "an"})
_TEN: Final = Decimal(10)
_PLURAL_GROUPS: Final = {"dozens": 12, "scores": 20}


def vulgar(text: Tokens, i: int, floor: int) -> Numeral:
    """`½`, `¾ million`."""
    share = VULGAR[text.words[i]]
    end, scale = scale_at(text, i, i + 1, of=True)
    if scale > 1:
        return _fraction(i, end, share, scale)
    return Numeral(i, i + 1, Decimal(share.numerator) / share.denominator, None)


def quarter(text: Tokens, i: int, floor: int) -> Numeral | None:
    """`a quarter of`, `a quarter million`."""
    return _share(text, i, _QUARTER, floor) if text.near[i - 1] in _ARTICLES else None


def ordinal(text: Tokens, i: int, floor: int) -> Numeral | None:
    """An ordinal in words; `a third of` is a fraction, and a `second` that is counted is a unit."""
    word = text.words[i]
    article = text.near[i - 1] in _ARTICLES and i - 1 >= floor
    if ORDINALS[word] > 2 and article and (text.near[i + 1] in _ENDS or text.near[i - 2] in _MEASURING):
        return _share(text, i, Fraction(1, ORDINALS[word]), floor)
    if word == "second" and (text.near[i - 1] == "per" or text.near[i - 1][-1:].isdecimal()):
        return None
    return Numeral(i, i + 1, Decimal(ORDINALS[word]), ONE, ordinal=True)


def _share(text: Tokens, i: int, share: Fraction, floor: int) -> Numeral | None:
    """`a quarter of a million`, `a third of`, `a quarter million`; `i` is the token that names the share."""
    if text.near[i - 1] not in _ARTICLES or i - 1 < floor:
        return None
    end, scale = scale_at(text, i, i + 1, of=True)
    if scale > 1:
        return _fraction(i - 1, end, share, scale)
    if text.near[i + 1] not in _ENDS and text.near[i - 2] not in _MEASURING:
        return None
    if share == _QUARTER and text.near[i + 1] != "of" and text.near[i - 2] != "by":
        return None  # a quarter of a year
    return Numeral(i - 1, i + 1, exact(share)[0], None)


_QUARTER: Final = Fraction(1, 4)
_ENDS: Final = frozenset({"", "of", ".", ",", ";", "!", "?", ")", "or"})
_MEASURING: Final = frozenset({"by", "nearly", "almost", "roughly", "than"})
"""Words after which `a third` is a share and not one more in a row (`rose by a third`)."""


def _fraction(first: int, last: int, share: Fraction, scale: Decimal) -> Numeral:
    step = exact(share)[1]
    number = exact(share * Fraction(scale))[0]
    if scale == 12 and number == number.to_integral():  # "half a dozen" is counted
        return Numeral(first, last, number, ONE, scale=scale)
    return Numeral(first, last, number, None if step is None else step * scale, step is not None, scale=scale)


def half(text: Tokens, i: int, floor: int) -> Numeral | None:
    """`half a million`, `half-million`, `half of`, `half a mile`; not the first half of a match."""
    before = text.near[i - 1]
    if before in ORDINALS or before in codes.NOT_BEFORE_HALF:
        return None
    after = text.near[i + 1]
    start = i + 2 if after in _ARTICLES else i + 1
    end, scale = scale_at(text, i, start)
    first = i - 1 if before in _ARTICLES and i - 1 >= floor else i
    if scale > 1:
        return _fraction(first, end, Fraction(1, 2), scale)
    return Numeral(first, start, Decimal("0.5"), None)


def couple(text: Tokens, i: int, floor: int) -> Numeral | None:
    """`a couple of hundred`, `a couple of arrests`: two, or not much more."""
    if text.near[i - 1] != "a" or i - 1 < floor:
        return None
    j = i + 2 if text.near[i + 1] == "of" else i + 1
    end, scale = j, ONE
    if text.near[j] == "hundred":
        end, scale = j + 1, Decimal(100)
    end, more = scale_at(text, i, end)
    scale *= more
    if scale == 1:
        alone = text.words[i] == "pair" and not text.near[i + 1]
        return Numeral(i - 1, j, Decimal(2), ONE) if text.near[i + 1] == "of" or alone else None
    return Numeral(i - 1, end, 2 * scale, scale, more > 1, scale=more)


def plural(text: Tokens, i: int, floor: int) -> Numeral | None:
    """`hundreds of millions`, `dozens`, `many thousands`; from two of the scale to one of the next."""
    word = text.words[i]
    if word in _PLURAL_GROUPS:
        size = Decimal(_PLURAL_GROUPS[word])
        if word == "scores" and text.near[i + 1] != "of":
            return None
        return Numeral(i, i + 1, None, None, extent=Interval.half_open(2 * size, Decimal(100)))
    low = PLURAL_SCALES[word]
    high = low * 10 if low < 1000 else low * 1000
    last, scale = i + 1, ONE
    if word in ("tens", "hundreds", "thousands"):
        if text.near[i + 1] == "of" and PLURAL_SCALES.get(text.near[i + 2], ONE) >= 1000:
            last, scale = i + 3, PLURAL_SCALES[text.near[i + 2]]
        elif word == "tens" and text.near[i + 1] != "of":
            return None
    lead = VAGUE_LEADS.get(text.near[i - 1], 0) if i - 1 >= floor else 0
    first = i - 1 if lead else i
    return Numeral(first, last, None, None, extent=Interval.half_open((lead or 2) * low * scale, high * scale))


_MARKING: Final = words("more less fewer higher lower over under above below about around at up exactly only just")


def bare_scale(text: Tokens, i: int, floor: int) -> Numeral | None:
    """`a hundred`, `a million`, `several hundred thousand`, `million-dollar`."""
    before = text.near[i - 1] if i - 1 >= floor else ""
    if before in VAGUE_LEADS:
        return _several(text, i, before, floor)
    hyphen = text.near[i + 1] == "-" and text.glued(i + 1)
    if before not in _ARTICLES and not hyphen and i > 0:
        return None
    first = i - 1 if before in _ARTICLES else i
    if text.near[i] == "score":
        after = text.near[i + 2]  # not "a score of 52", "a score of more than 52"
        counts = text.near[i + 1] == "of" and not after[:1].isdecimal() and after not in _MARKING
        return Numeral(first, i + 1, Decimal(20), _TEN) if counts else None
    part = hundreds(text, i + 1) if text.near[i] == "hundred" else Part(i, ONE, ONE)
    end, scale = scale_at(text, i, part.end)
    if text.near[end] == "and" and text.near[end + 1] == "a" and text.near[end + 2] in DENOMINATORS:
        share = Fraction(1, DENOMINATORS[text.near[end + 2]])
        if text.near[end + 3] != "of" and (scale > 1 or part.number == 100):
            return _fraction(first, end + 3, 1 + share, scale if scale > 1 else Decimal(100))
    if scale == 1:
        return numeral_of(first, part)
    return Numeral(first, end, part.number * scale, scale, True, scale=scale)


def _several(text: Tokens, i: int, lead: str, floor: int) -> Numeral:
    """`several hundred`, `a few thousand`, `a few hundred million`, `several dozen`."""
    end, scale = (i + 1, Decimal(100)) if text.near[i] == "hundred" else (i, ONE)
    end, more = scale_at(text, i, end)
    scale *= more
    first = i - 2 if text.near[i - 2] == "a" and i - 2 >= floor else i - 1
    low = VAGUE_LEADS[lead] * scale
    return Numeral(first, max(end, i + 1), None, None, extent=Interval.half_open(low, _TEN * scale))
