"""Numerals: digits, number words and scale words, read once for all kinds.

One pass finds the tokens that can begin a numeral; at each of them a small grammar reads as far as it goes:

* digits with separators (`9,052`, `3.3`, `1 300 000`, `1.300.000` where it cannot be a decimal, `12,34,567`),
  with a sign (`-5`, `minus 5`), with a scale (`3.3bn`, `93k`, `$2.5m`, `3.3 billion`, `4 thousand 3 hundred and
  21`);
* words (`twenty-one`, `one hundred and five thousand`, `a hundred`, `two dozen`, `nil`, `one point five`);
* fractions (`1½`, `3/4`, `one third`, `half a million`, `one and a half billion`, `three quarters of a
  million`, `two out of three`);
* vague numerals (`hundreds of millions` is [2E8, 1E9), `several hundred`, `dozens`), which have no number;
* ordinals (`third`, `twenty-first`, `21st`).

Digits that belong to a name or a code (`H-2`, `COVID-19`, `[ad_1]`, telephone numbers, web addresses) are
returned with `coded=True`, since a date may still be read from some of them.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from attrs import frozen

from claimcheck.grammar import codes
from claimcheck.grammar.cardinals import STARTS, Part, cardinal, hundreds
from claimcheck.grammar.digits import ONE, exact
from claimcheck.grammar.function_words import FUNCTION_WORDS, TIME_UNITS
from claimcheck.grammar.number_words import (
    DENOMINATORS,
    DOZENS,
    ORDINAL_SUFFIXES,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    VAGUE_LEADS,
    VULGAR,
)
from claimcheck.grammar.scales import scale_at
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.interval import Interval


@frozen(slots=True)
class Numeral:
    """A number as written, without unit or hedge.

    Attributes:
        first: Its first token.
        last: The token after it.
        number: The number, scale included; None for a vague one (`hundreds of millions`).
        step: The place of its last significant digit; None for a vague one and for fractions that no decimal
            writes out (`one third`).
        stated: Whether a scale word or a decimal point states the step.
        extent: What a vague numeral spans; None for all others.
        digits: Whether it is written in digits alone, without a scale word (so that `2008` may be a year).
        ordinal: Whether it is an ordinal (`third`, `21st`).
        scale: What the number was multiplied by through a scale word; 1 where there is none.
        coded: Whether it is part of a name, code, address or telephone number rather than a quantity.
    """

    first: int
    last: int
    number: Decimal | None
    step: Decimal | None
    stated: bool = False
    extent: Interval | None = None
    digits: bool = False
    ordinal: bool = False
    scale: Decimal = Decimal(1)
    coded: bool = False


_TRIGGERS: Final = frozenset(
    STARTS
    | SCALES.keys()
    | PLURAL_SCALES.keys()
    | DOZENS.keys()
    | ORDINALS.keys()
    | VULGAR.keys()
    | {"hundred", "dozens", "scores", "half", "quarter", "couple"}
)
_MINUS: Final = frozenset("-−–")
_ARTICLES: Final = frozenset({"a", "an"})
_TEN: Final = Decimal(10)
_PLURAL_GROUPS: Final = {"dozens": 12, "scores": 20}


def numerals(text: Tokens) -> tuple[Numeral, ...]:
    """Every numeral of `text`, in order, not overlapping.

    >>> from claimcheck.grammar.tokens import tokenize
    >>> [str(n.number) for n in numerals(tokenize("one and a half billion of the 9,052"))]
    ['1500000000', '9052']
    """
    return tuple(_scan(text))


def _scan(text: Tokens) -> Iterator[Numeral]:
    words = text.words
    noise = codes.noise(text.text)
    floor = 0
    for i in [i for i, word in enumerate(words) if word in _TRIGGERS or word[0].isdecimal()]:
        if i < floor:
            continue
        word = words[i]
        found = _digits(text, i, floor) if word[0].isdecimal() else _words(text, i, word, floor)
        if found is None:
            continue
        if noise and codes.inside(noise, text.starts[i]):
            found = Numeral(found.first, found.last, found.number, found.step, digits=True, coded=True)
        yield found
        floor = found.last


def _numeral(first: int, part: Part, *, negative: bool = False) -> Numeral:
    number = -part.number if negative else part.number
    return Numeral(first, part.end, number, part.step, part.stated, None, part.digits, part.ordinal, part.scale)


def _digits(text: Tokens, i: int, floor: int) -> Numeral | None:
    """A numeral that begins with digits."""
    code_end = codes.code_at(text, i)
    if code_end:
        return Numeral(i, code_end, Decimal(0), ONE, digits=True, coded=True)
    spaced = codes.spaced_groups(text, i)
    if spaced:
        end, number, step, stated = spaced
        end, scale = scale_at(text, i, end)
        part = Part(end, number * scale, step * scale, stated or scale > 1, scale, digits=scale == 1)
        return _signed(text, i, part, floor)
    if text.word(i - 1) == "." and text.glued(i) and i - 1 >= floor:
        leading = codes.leading_point(text, i)
        if leading:
            first, number, step = leading
            end, scale = scale_at(text, i, i + 1)
            if scale == 12:
                end, scale = i + 1, ONE
            part = Part(end, number * scale, step * scale, True, scale, digits=scale == 1)
            return _signed(text, first, part, floor)
    part = cardinal(text, i, joined=text.word(i - 1) != "between") or Part(0, ONE, ONE)
    if part.end == 0:
        return None
    if part.end == i + 1 and not part.stated and text.glued(part.end) and text.word(part.end) in ORDINAL_SUFFIXES:
        part = part._replace(end=part.end + 1, ordinal=True, digits=False)
    return _signed(text, i, codes.power(text, part) or part, floor)


def _signed(text: Tokens, i: int, part: Part, floor: int) -> Numeral:
    """The numeral with the sign before it, where that is one (and not a dash or a hyphen)."""
    before = text.word(i - 1)
    if i - 1 >= floor and before in _MINUS and text.glued(i) and not part.ordinal:
        free = not text.glued(i - 1) or text.word(i - 2) in ("(", "[", "<", ">", "=", "~", "≈", "≥", "≤")
        if free and not text.word(i - 2)[-1:].isdecimal():
            return _numeral(i - 1, part, negative=True)
        if text.word(i - 2) in ("minus", "negative") and i - 2 >= floor:
            return _numeral(i - 2, part, negative=True)
    if (
        before in ("minus", "negative")
        and i - 1 >= floor
        and not part.ordinal
        and not text.word(i - 2)[-1:].isdecimal()
    ):
        return _numeral(i - 1, part, negative=True)
    return _numeral(i, part)


def _words(text: Tokens, i: int, word: str, floor: int) -> Numeral | None:
    """A numeral that begins with a word."""
    if word in STARTS:
        if text.glued(i) and text.word(i - 1) in ("'", "’"):
            return None
        part = cardinal(text, i, joined=text.word(i - 1) != "between")
        return _one_in(text, i, _signed(text, i, part, floor)) if part else None
    if word in ORDINALS:
        return _ordinal(text, i, word, floor)
    if word in PLURAL_SCALES or word in _PLURAL_GROUPS:
        return _plural(text, i, word, floor)
    if word in VULGAR:
        number = Decimal(VULGAR[word].numerator) / VULGAR[word].denominator
        end, scale = scale_at(text, i, i + 1, of=True)
        return _fraction(i, end, VULGAR[word], scale) if scale > 1 else Numeral(i, i + 1, number, None)
    if word == "half":
        return _half(text, i, floor)
    if word == "quarter":
        return _share(text, i, Fraction(1, 4), floor)
    if word == "couple":
        return _couple(text, i, floor)
    return _bare_scale(text, i, floor)


def _one_in(text: Tokens, i: int, found: Numeral) -> Numeral:
    """`one in five adults` as the share that it is."""
    if found.number != 1 or text.word(found.last) != "in" or found.step is None:
        return found
    j = found.last + 1
    word = text.word(j)
    part = cardinal(text, j) if word in STARTS or word[:1].isdecimal() else None
    if part is None or part.ordinal or part.stated or not 1 < part.number <= 10**6 or part.step is None:
        return found
    if part.digits and len(word) == 4:  # "one in 2019" is a year
        return found
    after = text.word(part.end)
    if (after and not after.isalpha()) or after in TIME_UNITS or after in FUNCTION_WORDS:
        return found
    return Numeral(i, part.end, ONE / part.number, None)


def _ordinal(text: Tokens, i: int, word: str, floor: int) -> Numeral | None:
    """An ordinal in words; `a third of` is a fraction, and a `second` that is counted is a unit."""
    article = text.word(i - 1) in _ARTICLES and i - 1 >= floor
    if ORDINALS[word] > 2 and article and text.word(i + 1) == "of":
        return _share(text, i, Fraction(1, ORDINALS[word]), floor)
    if word == "second" and (text.word(i - 1) == "per" or text.word(i - 1)[-1:].isdecimal()):
        return None
    return Numeral(i, i + 1, Decimal(ORDINALS[word]), ONE, ordinal=True)


def _share(text: Tokens, i: int, share: Fraction, floor: int) -> Numeral | None:
    """`a quarter of a million`, `a third of`, `a quarter million`; `i` is the token that names the share."""
    if text.word(i - 1) not in _ARTICLES or i - 1 < floor:
        return None
    end, scale = scale_at(text, i, i + 1, of=True)
    if scale > 1:
        return _fraction(i - 1, end, share, scale)
    if text.word(i + 1) != "of":
        return None
    return Numeral(i - 1, i + 1, exact(share)[0], None)


def _fraction(first: int, last: int, share: Fraction, scale: Decimal) -> Numeral:
    step = exact(share)[1]
    number = exact(share * Fraction(scale))[0]
    if scale == 12 and number == number.to_integral():  # "half a dozen" is counted
        return Numeral(first, last, number, ONE, scale=scale)
    return Numeral(first, last, number, None if step is None else step * scale, step is not None, scale=scale)


def _half(text: Tokens, i: int, floor: int) -> Numeral | None:
    """`half a million`, `half-million`, `half of`, `half a mile`; not the first half of a match."""
    before = text.word(i - 1)
    if before in ORDINALS or before in codes.NOT_BEFORE_HALF:
        return None
    after = text.word(i + 1)
    start = i + 2 if after in _ARTICLES else i + 1
    end, scale = scale_at(text, i, start)
    first = i - 1 if before in _ARTICLES and i - 1 >= floor else i
    if scale > 1:
        return _fraction(first, end, Fraction(1, 2), scale)
    return Numeral(first, start, Decimal("0.5"), None)


def _couple(text: Tokens, i: int, floor: int) -> Numeral | None:
    """`a couple of hundred`, `a couple of arrests`: two, or not much more."""
    if text.word(i - 1) != "a" or i - 1 < floor:
        return None
    j = i + 2 if text.word(i + 1) == "of" else i + 1
    end, scale = j, ONE
    if text.word(j) == "hundred":
        end, scale = j + 1, Decimal(100)
    end, more = scale_at(text, i, end)
    scale *= more
    if scale == 1:
        return Numeral(i - 1, j, Decimal(2), ONE) if text.word(i + 1) == "of" else None
    return Numeral(i - 1, end, 2 * scale, scale, more > 1, scale=more)


def _plural(text: Tokens, i: int, word: str, floor: int) -> Numeral | None:
    """`hundreds of millions`, `dozens`, `many thousands`; from two of the scale to one of the next."""
    if word in _PLURAL_GROUPS:
        size = Decimal(_PLURAL_GROUPS[word])
        if word == "scores" and text.word(i + 1) != "of":
            return None
        return Numeral(i, i + 1, None, None, extent=Interval.half_open(2 * size, Decimal(100)))
    low = PLURAL_SCALES[word]
    high = low * 10 if low < 1000 else low * 1000
    last, scale = i + 1, ONE
    if word in ("tens", "hundreds", "thousands"):
        if text.word(i + 1) == "of" and PLURAL_SCALES.get(text.word(i + 2), ONE) >= 1000:
            last, scale = i + 3, PLURAL_SCALES[text.word(i + 2)]
        elif word == "tens" and text.word(i + 1) != "of":
            return None
    lead = VAGUE_LEADS.get(text.word(i - 1), 0) if i - 1 >= floor else 0
    first = i - 1 if lead else i
    return Numeral(first, last, None, None, extent=Interval.half_open((lead or 2) * low * scale, high * scale))


def _bare_scale(text: Tokens, i: int, floor: int) -> Numeral | None:
    """`a hundred`, `a million`, `several hundred thousand`, `million-dollar`."""
    before = text.word(i - 1) if i - 1 >= floor else ""
    if before in VAGUE_LEADS:
        return _several(text, i, before, floor)
    hyphen = text.word(i + 1) == "-" and text.glued(i + 1)
    if before not in _ARTICLES and not hyphen and i > 0:
        return None
    first = i - 1 if before in _ARTICLES else i
    if text.word(i) == "score":
        return Numeral(first, i + 1, Decimal(20), _TEN) if text.word(i + 1) == "of" else None
    part = hundreds(text, i + 1) if text.word(i) == "hundred" else Part(i, ONE, ONE)
    end, scale = scale_at(text, i, part.end)
    if text.word(end) == "and" and text.word(end + 1) == "a" and text.word(end + 2) in DENOMINATORS:
        share = Fraction(1, DENOMINATORS[text.word(end + 2)])
        if text.word(end + 3) != "of" and (scale > 1 or part.number == 100):
            return _fraction(first, end + 3, 1 + share, scale if scale > 1 else Decimal(100))
    if scale == 1:
        return _numeral(first, part)
    return Numeral(first, end, part.number * scale, scale, True, scale=scale)


def _several(text: Tokens, i: int, lead: str, floor: int) -> Numeral:
    """`several hundred`, `a few thousand`, `a few hundred million`, `several dozen`."""
    end, scale = (i + 1, Decimal(100)) if text.word(i) == "hundred" else (i, ONE)
    end, more = scale_at(text, i, end)
    scale *= more
    first = i - 2 if text.word(i - 2) == "a" and i - 2 >= floor else i - 1
    low = VAGUE_LEADS[lead] * scale
    return Numeral(first, max(end, i + 1), None, None, extent=Interval.half_open(low, _TEN * scale))
