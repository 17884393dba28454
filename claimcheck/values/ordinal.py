"""Ordinals: places in an order.

Read: `third`, `twenty-first`, `21st`, `two hundred and thirty-second`. The number is the place; the unit is
empty.

Left alone: `second` as a unit of time, ordinals that name a share (`a third of`, `two thirds`), and days of a
month, which are dates.

>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> from claimcheck.model.text import Context
>>> text = tokenize("the third official came 21st, a third of a second behind")
>>> [str(found.value) for found in KIND.read(text, numerals(text), Context())]
['3rd', '21st']
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from claimcheck.grammar.kind import Found
from claimcheck.grammar.number_words import ORDINAL_SUFFIXES, ORDINALS
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context
from claimcheck.model.value import Value

_ONE: Final = Decimal(1)


class Ordinal:
    """The kind `ordinal`; see the module."""

    name: Final = "ordinal"
    example: Final = "3rd"
    triggers: Final = TRIGGERS
    needs: Final = frozenset(ORDINALS.keys() | ORDINAL_SUFFIXES)

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
        """Every ordinal in `text`."""
        for numeral in numerals:
            if not numeral.ordinal or numeral.number is None or numeral.coded or _is_unit(text, numeral):
                continue
            value = Value(
                "ordinal",
                say_ordinal(int(numeral.number)),
                numeral.number,
                step=_ONE,
                written=text.surface(numeral.first, numeral.last),
            )
            yield Found(numeral.first, numeral.last, value)


KIND: Final = Ordinal()


def _is_unit(text: Tokens, numeral: Numeral) -> bool:
    """Whether `second` is the unit of time: `a split second`, `one second`, `the last second of`."""
    if text.words[numeral.first : numeral.last] != ("second",):
        return False
    before = text.near[numeral.first - 1]
    return before in ("a", "one", "split", "half", "each", "every", "final", "last", "per") and (
        text.near[numeral.last]
        in ("", ".", ",", "of", "before", "after", "later", "and", "to", "behind", "ahead", "or")
    )


def say_ordinal(number: int) -> str:
    """Write an ordinal in digits.

    >>> [say_ordinal(n) for n in (1, 2, 3, 4, 11, 21, 112, 1003)]
    ['1st', '2nd', '3rd', '4th', '11th', '21st', '112th', '1003rd']
    """
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
