"""One token of digits as a number, and where its last significant digit stands."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

ONE: Final = Decimal(1)
MOST_DIGITS: Final = 24  # longer runs of digits are keys and hashes, not figures
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(\.\d+)?|\d+(\.\d+)")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(,\d+)?|\d{1,3}(?:\.\d{3})+(,\d+)|\d+(,\d{1,2})")


def digits(word: str) -> tuple[Decimal, Decimal, bool] | None:
    """The number, its step and whether the step is stated, of one token of digits; None if it is no number.

    A comma or point before exactly three digits groups; `1.300` is a decimal, `1.300.000` cannot be one, and
    `31,93` is a decimal in the way of the continent.
    """
    if len(word) > MOST_DIGITS + 10:
        return None
    if word.isdecimal():
        if len(word) > MOST_DIGITS:
            return None
        zeros = len(word) - len(word.rstrip("0"))
        number = Decimal(word)
        return number, (Decimal(10) ** zeros if zeros and number else ONE), False
    if found := _GROUPED.fullmatch(word):
        plain = word.replace(",", "")
    elif found := _EUROPEAN.fullmatch(word):
        plain = word.replace(".", "").replace(",", ".")
    else:
        return None
    if not any(found.groups()):
        return digits(plain)
    number = Decimal(plain)
    return number, Decimal((0, (1,), number.as_tuple().exponent)), True  # type: ignore[arg-type]


def exact(fraction: Fraction) -> tuple[Decimal, Decimal | None]:
    """A fraction as a decimal and its step, which is None where no decimal writes it out."""
    rest = fraction.denominator
    places = 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    number = Decimal(fraction.numerator) / Decimal(fraction.denominator)
    return number, Decimal(1).scaleb(-(places + max(twos, fives))) if rest == 1 else None


def place(number: Decimal) -> Decimal:
    """The place of the last digit of `number` that is not zero; 1 for zero.

    >>> place(Decimal(93000)), place(Decimal("7.50"))
    (Decimal('1E+3'), Decimal('0.1'))
    """
    if not number:
        return ONE
    exponent = number.normalize().as_tuple().exponent
    return Decimal((0, (1,), exponent))  # type: ignore[arg-type]
