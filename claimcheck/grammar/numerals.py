"""Numerals: digits, number words and scale words, read once for all kinds."""

from decimal import Decimal

from attrs import frozen

from claimcheck.grammar.tokens import Tokens
from claimcheck.model.interval import Interval


@frozen(slots=True)
class Numeral:
    """A number as written, without unit or hedge.

    Attributes:
        first: Its first token.
        last: The token after it.
        number: The number, scale included; None for a vague one (`hundreds of millions`).
        step: The place of its last significant digit; None for a vague one and for fractions.
        stated: Whether a scale word or a decimal point states the step.
        extent: What a vague numeral spans; None for all others.
        digits: Whether it is written in digits alone, without a scale word (so that `2008` may be a year).
        ordinal: Whether it is an ordinal (`third`, `21st`).
    """

    first: int
    last: int
    number: Decimal | None
    step: Decimal | None
    stated: bool = False
    extent: Interval | None = None
    digits: bool = False
    ordinal: bool = False


def numerals(text: Tokens) -> tuple[Numeral, ...]:
    """Every numeral of `text`, in order, not overlapping."""
    raise NotImplementedError
