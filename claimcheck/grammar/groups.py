"""The groups that cardinal numbers are made of: digits, and words below a thousand."""

from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck.grammar.digits import MOST_DIGITS, ONE, digits, place
from claimcheck.grammar.number_words import DENOMINATORS_PLURAL, JOINED, ORDINALS, TENS, UNITS
from claimcheck.grammar.tokens import Tokens

STARTS: Final = UNITS.keys() | TENS.keys() | JOINED.keys()
"""Words that begin a cardinal."""
_HUNDREDTH: Final = Decimal("0.01")
_HYPHENS: Final = frozenset("-‐‑—")


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


def group(text: Tokens, i: int, joined: bool) -> Part | None:
    word = text.near[i]
    if word[:1].isdecimal():
        read = digits(word)
        if read is None:
            return None
        end, number, step, stated = i + 1, *read
        if text.near[end] == "hundred" and number < 100:
            if stated:
                return Part(end + 1, number * 100, max(step * 100, ONE), step < _HUNDREDTH, Decimal(100))
            return _hundreds(text, Part(end, number, step, stated, digits=True), joined)
        return Part(end, number, step, stated, digits=True)
    part = below_hundred(text, i)
    if part is not None and not part.ordinal and text.near[part.end] == "hundred" and part.number > 0:
        return _hundreds(text, part, joined)
    return part


def below_hundred(text: Tokens, i: int) -> Part | None:
    word = text.near[i]
    if (n := UNITS.get(word)) is not None or (n := JOINED.get(word)) is not None:
        return _spoken_hundreds(text, i, n) or _integer(i + 1, n)
    n = TENS.get(word)
    if n is None:
        return None
    j = after_hyphen(text, i + 1)
    unit = text.near[j]
    if 0 < UNITS.get(unit, 0) < 10 and (j > i + 1 or text.near[j + 1] not in ("-", "hundred")):
        return _integer(j + 1, n + UNITS[unit])
    if 0 < ORDINALS.get(unit, 0) < 10:
        return _integer(j + 1, n + ORDINALS[unit], ordinal=True)
    return _integer(i + 1, n)


def after_hyphen(text: Tokens, i: int) -> int:
    """The token after the hyphen at token `i`, be it glued on both sides or spaced on both; `i` without one."""
    if text.near[i] not in _HYPHENS or text.glued(i) != text.glued(i + 1):
        return i
    return i + 1


def _spoken_hundreds(text: Tokens, i: int, n: int) -> Part | None:
    """`one twenty two` is 122."""
    tens = TENS.get(text.near[i + 1])
    if tens is None or not 0 < n < 10:
        return None
    unit = UNITS.get(text.near[i + 2], 0)
    if not 0 < unit < 10 or text.near[i + 3] == "-" or text.near[i - 1] in STARTS:
        return None
    return _integer(i + 3, 100 * n + tens + unit)


def _integer(end: int, n: int, *, ordinal: bool = False) -> Part:
    return Part(end, Decimal(n), Decimal(10) if n and n % 10 == 0 else ONE, ordinal=ordinal)


def hundreds(text: Tokens, i: int) -> Part:
    """`a hundred` with what follows it, `i` being the token after `hundred`."""
    return _hundreds(text, Part(i - 1, ONE, ONE), True)


def _hundreds(text: Tokens, part: Part, joined: bool) -> Part:
    number = part.number * 100
    hundred = Part(part.end + 1, number, place(number), scale=ONE, digits=False)
    j = hundred.end
    if text.near[j] == "and":
        if not joined:
            return hundred
        j += 1
    rest = below_hundred(text, j)
    if rest is None and j > hundred.end and part.digits and len(text.near[j]) <= 2:
        read = digits(text.near[j]) if text.near[j][:1].isdecimal() else None
        rest = Part(j + 1, read[0], read[1]) if read else None
    if rest is None and 0 < ORDINALS.get(text.near[j], 0) < 100 and text.near[j] != "second":
        rest = _integer(j + 1, ORDINALS[text.near[j]], ordinal=True)
    if rest is not None and j > hundred.end and rest.number < DENOMINATORS_PLURAL.get(text.near[rest.end], 0):
        return hundred  # "two hundred and three quarters", but not "one hundred and thirty fifths"
    if rest is None or text.near[rest.end] == "hundred" or rest.number == 0:
        return hundred
    return rest._replace(number=number + rest.number)


def spoken_decimal(text: Tokens, part: Part) -> Part:
    """`one point five`."""
    if text.near[part.end] != "point" or part.stated:
        return part
    j, places = part.end + 1, ""
    while len(places) < MOST_DIGITS:
        word = text.near[j]
        if UNITS.get(word, 10) < 10:
            places += str(UNITS[word])
        elif not places and word in STARTS:
            tens = below_hundred(text, j)
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
