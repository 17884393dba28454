"""A unit beside a number, and a number with its unit: what `claimcheck.grammar.quantity` reads."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from claimcheck.grammar.digits import ONE
from claimcheck.grammar.numeral import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.value import Hedge


class Unit(NamedTuple):
    """A unit beside a number.

    Attributes:
        first: First token of number and unit together.
        last: Token after both.
        name: What the unit is, in the terms of the kind.
        factor: What the number is multiplied by to be in the unit that the value is kept in.
        hedge: A hedge that stood between number and unit (`50-odd miles`).
        why: What is to be explained about the unit.
    """

    first: int
    last: int
    name: str
    factor: Decimal = ONE
    hedge: Hedge = Hedge.NONE
    why: str = ""


UnitAt = Callable[[Tokens, int, int], Unit | None]
"""Given a text and the tokens `[first, last)` of a number, the unit right before or right after them."""

Ratio = Callable[[Unit, Unit], Decimal | None]
"""How many of the second unit make one of the first where the two can be summed (12 for foot and inch)."""


class Quantity(NamedTuple):
    """A number or range with its unit and hedge, where it stands.

    Attributes:
        first: First token, hedge included.
        last: Token after it, hedge included.
        low: The number, or the lower one of a range.
        high: The upper number of a range; None where there is one number.
        unit: The unit.
        hedge: How the wording stands to the number.
        core: First token without the hedge before it.
    """

    first: int
    last: int
    low: Numeral
    high: Numeral | None
    unit: Unit
    hedge: Hedge
    core: int
