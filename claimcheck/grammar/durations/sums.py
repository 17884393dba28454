"""What the units of time are to one another, for sums such as 6 months and 3 days."""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.calendar.names import listed

SMALLER: Final = {
    # unit: (next smaller unit, how many of them); a year is 365 days and a month 30 where days are added to them
    "year": ("month", Decimal(12)),
    "quarter": ("month", Decimal(3)),
    "month": ("day", Decimal(30)),
    "week": ("day", Decimal(7)),
    "day": ("hour", Decimal(24)),
    "hour": ("minute", Decimal(60)),
    "minute": ("second", Decimal(60)),
}
ORDER: Final = listed("year quarter month week day hour minute second")
"""The units from the largest to the smallest."""
_ONE: Final = Decimal(1)


def place_of(number: Decimal) -> Decimal:
    """The place of the last digit of a whole number that is not 0."""
    return Decimal(1).scaleb(number.normalize().adjusted() - len(number.normalize().as_tuple().digits) + 1)


def factor_of(larger: str, smaller: str) -> tuple[Decimal, bool]:
    """How many of the smaller unit make the larger, and whether that is only roughly so."""
    if larger == "year" and smaller in ("day", "hour", "minute", "second"):
        factor, _ = factor_of("day", smaller) if smaller != "day" else (_ONE, False)
        return 365 * factor, True
    factor, unit, rough = _ONE, larger, False
    if smaller == "week" and larger in ("year", "quarter", "month"):
        return _ONE, True  # counted in days instead
    while unit != smaller:
        rough = rough or unit == "month"
        unit, many = SMALLER[unit]
        factor *= many
    return factor, rough
