"""`300.000`: three hundred to a thousandth, or three hundred thousand in the way of the continent."""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.digits import place
from claimcheck.grammar.numeral import Numeral
from claimcheck.grammar.tokens import Tokens

_THOUSANDTH: Final = Decimal("0.001")
_THOUSAND: Final = 1000
WITHOUT_CENTS: Final = frozenset(
    {"IDR", "VND", "CLP", "COP", "PYG", "HUF", "CRC", "ISK", "UGX", "RWF", "XAF", "XOF", "XPF"}
)
"""Currencies that are not divided, by ISO 4217 or in practice, so that a point in them can only group digits."""


def grouped(text: Tokens, numeral: Numeral) -> Numeral | None:
    """The other reading of a number such as `300.000`; None where the point can only be a decimal point.

    >>> from claimcheck.grammar.numerals import numerals
    >>> from claimcheck.grammar.tokens import tokenize
    >>> text = tokenize("300.000, or 0.125, or 3.000 billion")
    >>> [other.number if (other := grouped(text, n)) else None for n in numerals(text)]
    [Decimal('300000'), None, None]
    """
    if numeral.step != _THOUSANDTH or not numeral.digits or numeral.number is None or abs(numeral.number) < 1:
        return None
    number = (numeral.number * _THOUSAND).to_integral()
    if abs(number) >= _THOUSAND**2 or "," in text.surface(numeral.first, numeral.last):
        return None
    return numeral._replace(number=number, step=place(number), stated=False)


def why(first: Numeral, other: Numeral) -> str:
    """Why the first reading was taken, and what the other is.

    >>> why(Numeral(0, 1, Decimal("1.300"), _THOUSANDTH, True), Numeral(0, 1, Decimal(1300), Decimal(100)))
    'the point is taken for a decimal point; where it groups thousands this is 1,300'
    >>> why(Numeral(0, 1, Decimal(1300), Decimal(100)), Numeral(0, 1, Decimal("1.300"), _THOUSANDTH, True))
    'the point is taken to group thousands; as a decimal point it makes 1.300'
    """
    if first.stated:
        return f"the point is taken for a decimal point; where it groups thousands this is {other.number:,f}"
    return f"the point is taken to group thousands; as a decimal point it makes {other.number:,f}"
