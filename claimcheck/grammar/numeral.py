"""A number as written: what `claimcheck.grammar.numerals` finds."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.grammar.digits import ONE
from claimcheck.grammar.groups import Part
from claimcheck.grammar.records import record
from claimcheck.model.interval import Interval


class Numeral(NamedTuple):
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
    scale: Decimal = ONE
    coded: bool = False


def numeral_of(first: int, part: Part, *, negative: bool = False) -> Numeral:
    """A number that was read from token `first` on, or what is less than nothing by as much."""
    number = -part.number if negative else part.number
    return record(
        Numeral,
        (first, part.end, number, part.step, part.stated, None, part.digits, part.ordinal, part.scale, False),
    )
