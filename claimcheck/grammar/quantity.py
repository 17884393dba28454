"""Quantities: numerals with a unit, their ranges and hedges, and the values they make; shared by the number kinds.

A kind only says what its units look like beside a number (a function that is asked for each numeral); here the
rest is done once: ranges with a shared unit and scale (`$3-4 billion`, `between 5 and 7 percent`, `2 to 3 km`),
sums (`7 feet 10 inches`), hedges on both sides, and the wording in which the value is written back.
"""

from collections.abc import Container
from typing import Final

from claimcheck.grammar.digits import ONE
from claimcheck.grammar.hedge_words import NO_HEDGE
from claimcheck.grammar.hedges import hedge_after, hedged, stronger
from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.ranges import range_of, scaled, shared, sum_of, tolerance
from claimcheck.grammar.records import record
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.unit import Quantity, Ratio, Unit, UnitAt
from claimcheck.model.value import Hedge

__all__ = ["REACH", "Quantity", "Ratio", "Unit", "UnitAt", "quantities"]

REACH: Final = 8
"""Tokens between two numbers beyond which they are not tried as a range."""
_TAILS: Final = frozenset({"or", "-", "+", "odd", "and", "of"})


def quantities(
    text: Tokens,
    numerals: tuple[Numeral, ...],
    unit_at: UnitAt,
    *,
    after: Container[str] | None = None,
    before: Container[str] = (),
    ratio: Ratio | None = None,
    but: Container[str] = (),
) -> list[Quantity]:
    """Every numeral of `numerals` that has a unit, alone or as a range, in the order of the text.

    Args:
        text: The text.
        numerals: Its numerals.
        unit_at: What the units of the kind look like.
        after: Tokens one of which stands after every number that has a unit, unless one of `before` stands before
            it; None for any. It only saves the time of asking.
        before: Tokens one of which stands before a number that has a unit.
        ratio: Which units can be summed.
        but: Hedges that mean something else beside this kind (see `hedged`).
    """
    near = text.near
    read: list[tuple[Numeral, Unit | None]] = []
    some = False
    for one in numerals:
        unit = None
        first, last = one.first, one.last
        tail = near[last]
        beside = after is None or tail in after or tail in _TAILS or near[first - 1] in before
        if beside and not (one.coded or one.ordinal):
            unit = unit_at(text, first, last)
            if unit is None and tail in _TAILS:
                unit = _unit_behind(text, one, tail, unit_at)
            if unit is not None:
                some = True
                if unit.factor is not ONE and unit.factor < 0:
                    one, unit = _with_sign(one, unit)
        read.append((one, unit))
    return _merged(text, _each(text, read, ratio, but)) if some else []


_BOTH: Final = frozenset({"and", "but", ","})


def _merged(text: Tokens, found: list[Quantity]) -> list[Quantity]:
    """`more than 5 but fewer than 10` as one range."""
    if len(found) < 2:
        return found
    merged = [found[0]]
    for one in found[1:]:
        both = _bounded(text, merged[-1], one)
        if both is None:
            merged.append(one)
        else:
            merged[-1] = both
    return merged


def _bounded(text: Tokens, one: Quantity, other: Quantity) -> Quantity | None:
    if other.first - one.last != 1 or text.words[one.last] not in _BOTH or other.high is not None:
        return None
    if not (one.hedge.is_lower and other.hedge in (Hedge.LESS_THAN, Hedge.AT_MOST)):
        return None
    if (one.unit.name and one.unit.name != other.unit.name) or one.unit.factor != other.unit.factor:
        return None
    if one.low.number is None or other.low.number is None or not one.low.number < other.low.number:
        return None
    return Quantity(one.first, other.last, one.low, other.low, other.unit, Hedge.BETWEEN, one.core)


def _each(
    text: Tokens, read: list[tuple[Numeral, Unit | None]], ratio: Ratio | None, but: Container[str]
) -> list[Quantity]:
    """Ranges, sums and single quantities among the numerals, each with its unit or None."""
    found: list[Quantity] = []
    floor, k, count = 0, 0, len(read)
    while k < count:
        one, unit = read[k]
        k += 1
        if k < count and (unit is not None or read[k][1] is not None):
            other, unit2 = read[k]
            if other.first - one.last <= REACH and not one.coded:
                range_ = range_of(text, one, other, unit, unit2, floor, but)
                if range_ is not None:
                    found.append(range_)
                    floor = range_.last
                    k += 1
                    continue
                if unit is None and unit2 is not None:
                    if around := tolerance(text, one, other, unit2):
                        found.append(around)
                        floor = around.last
                        k += 1
                        continue
                    unit, one = shared(text, one, other, unit2)
                elif unit is not None and unit2 is not None and not unit.name:
                    one = scaled(text, one, other)
                while unit and unit2 and ratio and (total := sum_of(text, one, other, unit, unit2, ratio)):
                    one, unit = total
                    k += 1
                    if k == count:
                        break
                    other, unit2 = read[k]
        if unit is not None:
            first, last, hedge = hedged(text, unit.first, unit.last, floor=floor, but=but)
            if unit.hedge is not Hedge.NONE:
                hedge = stronger(hedge, unit.hedge)
            if hedge is NO_HEDGE and found and text.near[first - 1] == "(":
                hedge = _echoed(found[-1], first - 1, unit)
            found.append(record(Quantity, (first, last, one, None, unit, hedge, unit.first)))
            floor = last
    return found


def _echoed(before: Quantity, bracket: int, unit: Unit) -> Hedge:
    """The hedge of a figure that is given again in another unit: `more than 100 km (60 miles)`."""
    again = before.last == bracket and before.unit.name and unit.name and before.unit.name != unit.name
    return before.hedge if again and before.hedge not in (Hedge.BETWEEN, Hedge.VAGUE) else NO_HEDGE


def _with_sign(numeral: Numeral, unit: Unit | None) -> tuple[Numeral, Unit | None]:
    """A minus that stood before the unit (`-$5`) belongs to the number."""
    if unit is None or unit.factor > 0:
        return numeral, unit
    unit = unit._replace(factor=-unit.factor)
    return (numeral if numeral.number is None else numeral._replace(number=-numeral.number)), unit


def _unit_behind(text: Tokens, numeral: Numeral, tail: str, unit_at: UnitAt) -> Unit | None:
    """The unit of a number that is not right before it, but behind a hyphen, a hedge or `of a`."""
    first, last = numeral.first, numeral.last
    unit = None
    if tail == "-" and text.glued(last):  # "3-mile"
        unit = unit_at(text, first, last + 1)
    elif tail == "of" and numeral.step is None and text.near[last + 1] in ("a", "an"):  # "a third of a mile"
        unit = unit_at(text, first, last + 2)
    if unit is None:
        end, hedge = hedge_after(text, last)
        if end > last:  # "300 or so miles", "50-odd miles"
            end += 1 if text.near[end] == "-" and text.glued(end) else 0
            unit = unit_at(text, first, end)
            unit = unit._replace(hedge=hedge) if unit else None
    return unit if unit is not None and unit.last > last + 1 else None
