"""Cardinal numbers at one place of a text: digits and words, with fractions and scales, as far as they go."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from claimcheck.grammar.digits import MOST_DIGITS, ONE, digits, exact, place
from claimcheck.grammar.number_words import (
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    JOINED,
    ORDINALS,
    SCALES,
    TENS,
    UNITS,
    VULGAR,
)
from claimcheck.grammar.scales import scale_at
from claimcheck.grammar.tokens import Tokens

STARTS: Final = UNITS.keys() | TENS.keys() | JOINED.keys()
"""Words that begin a cardinal."""


class Part(NamedTuple):
    """A number read from the tokens up to `end`.

    Attributes:
        end: The token after it.
        number: The number, scale included.
        step: The place of its last written digit; None for a fraction.
        stated: Whether a scale word or a decimal point states the step.
        scale: The last scale it was multiplied by.
        digits: Whether it is written in digits alone.
        ordinal: Whether it ends in an ordinal.
    """

    end: int
    number: Decimal
    step: Decimal | None
    stated: bool = False
    scale: Decimal = ONE
    digits: bool = False
    ordinal: bool = False


def cardinal(text: Tokens, i: int, *, joined: bool = True) -> Part | None:
    """The longest cardinal that begins at token `i`, with everything that multiplies or adds to it.

    Args:
        text: The text.
        i: A token of digits or a number word.
        joined: Whether `and` may join two parts (not after `between`).
    """
    part = _scaled(text, i, joined)
    if part is None or part.ordinal or part.step is None:
        return part
    limit = part.scale
    while limit > 1:  # "two million three hundred thousand and five"
        j = part.end
        if joined and text.word(j) == "and":
            j += 1
        following = _scaled(text, j, joined) if _may_follow(text, i, j, part) else None
        if following is None or following.step is None or not following.number < limit:
            break
        part = following._replace(number=part.number + following.number, digits=False)
        limit = following.scale
    return part


def _may_follow(text: Tokens, i: int, j: int, part: Part) -> bool:
    """Whether the number at `j` can be a lower part of the one that begins at `i`."""
    word, after = text.word(j), text.word(j + 1)
    if word in STARTS:
        return UNITS.get(word) != 0 and (part.end == j or part.scale > 1)
    if not word[:1].isdecimal() or not text.word(i)[:1].isdecimal():
        return False
    return after in SCALES or after == "hundred" or (part.end < j and part.scale <= 1000 and len(word) <= 2)


def _scaled(text: Tokens, i: int, joined: bool) -> Part | None:
    """A group below a thousand or a run of digits, with its fraction and its scale words."""
    part = _group(text, i, joined)
    if part is None or part.ordinal:
        return part
    part = _spoken_decimal(text, part)
    fraction = fraction_after(text, part)
    if fraction is not None:
        end, value = fraction
        bare = value < 1
        end, scale = scale_at(text, i, end, of=bare)
        number, step = exact(value * Fraction(scale))
        if scale == 12 and step == 1:  # "half a dozen" is counted
            return Part(end, number, place(number), scale=scale)
        if scale == 1 and bare:
            step = None
        return Part(end, number, step and _scale_step(value, scale), step is not None, scale)
    end, scale = scale_at(text, i, part.end)
    if scale == 1 or (scale == 12 and part.stated):
        return part
    step = (part.step or ONE) if part.stated else ONE
    number = part.number * scale
    if scale == 20:
        return Part(end, number, place(number))
    if text.word(end) == "and" and (half := _fraction_word(text, end + 1, part.number)):
        end, value = half
        whole, step_ = exact(Fraction(part.number) + value)
        return Part(end, whole * scale, step_ and step_ * scale, step_ is not None, scale)
    return Part(end, number, step * scale, True, scale)


def _scale_step(value: Fraction, scale: Decimal) -> Decimal | None:
    step = exact(value)[1]
    return None if step is None else step * scale


def _group(text: Tokens, i: int, joined: bool) -> Part | None:
    word = text.word(i)
    if word[:1].isdecimal():
        read = digits(word)
        if read is None:
            return None
        end, number, step, stated = i + 1, *read
        if text.word(end) == "hundred" and number < 100 and not stated:
            return _hundreds(text, Part(end, number, step, stated, digits=True), joined)
        return Part(end, number, step, stated, digits=True)
    part = _below_hundred(text, i)
    if part is not None and not part.ordinal and text.word(part.end) == "hundred" and part.number > 0:
        return _hundreds(text, part, joined)
    return part


def _below_hundred(text: Tokens, i: int) -> Part | None:
    word = text.word(i)
    if (n := UNITS.get(word)) is not None or (n := JOINED.get(word)) is not None:
        return _integer(i + 1, n)
    n = TENS.get(word)
    if n is None:
        return None
    j = i + 2 if text.word(i + 1) in ("-", "‐", "‑") and text.glued(i + 1) and text.glued(i + 2) else i + 1
    unit = text.word(j)
    if 0 < UNITS.get(unit, 0) < 10 and (j > i + 1 or text.word(j + 1) not in ("-", "hundred")):
        return _integer(j + 1, n + UNITS[unit])
    if 0 < ORDINALS.get(unit, 0) < 10:
        return _integer(j + 1, n + ORDINALS[unit], ordinal=True)
    return _integer(i + 1, n)


def _integer(end: int, n: int, *, ordinal: bool = False) -> Part:
    return Part(end, Decimal(n), Decimal(10) if n and n % 10 == 0 else ONE, ordinal=ordinal)


def hundreds(text: Tokens, i: int) -> Part:
    """`a hundred` with what follows it, `i` being the token after `hundred`."""
    return _hundreds(text, Part(i - 1, ONE, ONE), True)


def _hundreds(text: Tokens, part: Part, joined: bool) -> Part:
    number = part.number * 100
    hundred = Part(part.end + 1, number, place(number), scale=ONE, digits=False)
    j = hundred.end
    if text.word(j) == "and":
        if not joined:
            return hundred
        j += 1
    rest = _below_hundred(text, j)
    if rest is None and j > hundred.end and part.digits and len(text.word(j)) <= 2:
        read = digits(text.word(j)) if text.word(j)[:1].isdecimal() else None
        rest = Part(j + 1, read[0], read[1]) if read else None
    if rest is None and 0 < ORDINALS.get(text.word(j), 0) < 100 and text.word(j) != "second":
        rest = _integer(j + 1, ORDINALS[text.word(j)], ordinal=True)
    if rest is not None and j > hundred.end and text.word(rest.end) in DENOMINATORS_PLURAL:
        return hundred  # "two hundred and three quarters"
    if rest is None or text.word(rest.end) == "hundred" or rest.number == 0:
        return hundred
    return rest._replace(number=number + rest.number)


def _spoken_decimal(text: Tokens, part: Part) -> Part:
    """`one point five`."""
    if text.word(part.end) != "point" or part.stated:
        return part
    j, places = part.end + 1, ""
    while len(places) < MOST_DIGITS:
        word = text.word(j)
        if UNITS.get(word, 10) < 10:
            places += str(UNITS[word])
        elif not places and word in STARTS:
            tens = _below_hundred(text, j)
            if tens is not None and not tens.ordinal:
                places, j = f"{tens.number:f}", tens.end
            break
        elif word.isdecimal() and len(word) < MOST_DIGITS:
            places += word
        else:
            break
        j += 1
    if not places:
        return part
    number = part.number + Decimal(f"0.{places}")
    return Part(j, number, Decimal((0, (1,), -len(places))), True)


def fraction_after(text: Tokens, part: Part) -> tuple[int, Fraction] | None:
    """The fraction that a number makes with the words or signs after it (`1½`, `two thirds`, `two and a half`)."""
    j = part.end
    word = text.word(j)
    if not word or part.stated:
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
        found = _fraction_word(text, j + 1, part.number)
        return (found[0], whole + found[1]) if found else None
    if word == "-" and text.glued(j) and text.glued(j + 1):
        if part.digits and text.word(j + 1).isdecimal() and len(text.word(j + 1)) < 4:  # "2-1/2"
            slashed = _slashed(text, j + 2, Fraction(int(text.word(j + 1))))
            return (slashed[0], whole + slashed[1]) if slashed else None
        word, j = text.word(j + 1), j + 1
    if word in DENOMINATORS_PLURAL and part.number > 0:
        return j + 1, whole / DENOMINATORS_PLURAL[word]
    if word in DENOMINATORS and part.number == 1:
        return j + 1, whole / DENOMINATORS[word]
    if word == "out" and text.word(j + 1) == "of":
        return _out_of(text, j + 2, whole)
    return None


def _slashed(text: Tokens, slash: int, numerator: Fraction) -> tuple[int, Fraction] | None:
    """`/4` after a numerator, both sides glued or both spaced; not a date, a rating or a path."""
    below = text.word(slash + 1)
    if text.word(slash) != "/" or not below.isdecimal() or len(below) > 4:
        return None
    if text.glued(slash) != text.glued(slash + 1) or (text.word(slash + 2) == "/" and text.glued(slash + 2)):
        return None
    denominator = int(below)
    if not denominator > 1 or not numerator < denominator or numerator.denominator != 1 or numerator == 0:
        return None
    return slash + 2, numerator / denominator


def _out_of(text: Tokens, j: int, whole: Fraction) -> tuple[int, Fraction] | None:
    word = text.word(j)
    part = _group(text, j, True) if word in STARTS or word[:1].isdecimal() else None
    if part is None or part.ordinal or not whole <= part.number or part.number == 0:
        return None
    end, scale = scale_at(text, j, part.end)
    return end, whole / Fraction(part.number * scale)


def _fraction_word(text: Tokens, j: int, whole: Decimal) -> tuple[int, Fraction] | None:
    """`a half`, `one quarter`, `three fifths` after `and`."""
    word, after = text.word(j), text.word(j + 1)
    if word in ("a", "one") and after in DENOMINATORS and text.word(j + 2) != "of":
        return j + 2, Fraction(1, DENOMINATORS[after])
    count = UNITS.get(word)
    if count and after in DENOMINATORS_PLURAL and count < DENOMINATORS_PLURAL[after]:
        return j + 2, Fraction(count, DENOMINATORS_PLURAL[after])
    if word == "half" and after not in ("of", "the", "a", "an") and whole < 1000:
        return j + 1, Fraction(1, 2)
    return None
