"""Quantities: numerals with a unit, their ranges and hedges, and the values they make; shared by the number kinds.

A kind only says what its units look like beside a number (a function that is asked for each numeral); here the
rest is done once: ranges with a shared unit and scale (`$3-4 billion`, `between 5 and 7 percent`, `2 to 3 km`),
sums (`7 feet 10 inches`), hedges on both sides, and the wording in which the value is written back.
"""

from collections.abc import Callable, Container, Iterator
from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from claimcheck.grammar.digits import ONE, place
from claimcheck.grammar.hedges import hedge_after, hedge_before, hedged, link, opening, stronger
from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.value import Hedge

_REACH: Final = 8  # tokens between two numbers beyond which they are not tried as a range
_TAILS: Final = frozenset({"or", "-", "+", "odd", "and", "of"})
_OR_RANGE: Final = Decimal(2)  # "two or three" is a range, "5 or 50" is a choice
_DOZEN: Final = 12
_MOST_UNSCALED: Final = Decimal(1000)  # "3 to 4 billion" shares the billion, "1,000 to 4 billion" does not


@frozen(slots=True)
class Unit:
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


@frozen(slots=True)
class Quantity:
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


def quantities(
    text: Tokens,
    numerals: tuple[Numeral, ...],
    unit_at: UnitAt,
    *,
    ratio: Ratio | None = None,
    but: Container[str] = (),
) -> Iterator[Quantity]:
    """Every numeral of `numerals` that has a unit, alone or as a range, in the order of the text.

    Args:
        text: The text.
        numerals: Its numerals.
        unit_at: What the units of the kind look like.
        ratio: Which units can be summed.
        but: Hedges that mean something else beside this kind (see `hedged`).
    """
    return _merged(text, _each(text, numerals, unit_at, ratio, but))


_BOTH: Final = frozenset({"and", "but", ","})


def _merged(text: Tokens, found: Iterator[Quantity]) -> Iterator[Quantity]:
    """`more than 5 but fewer than 10` as one range."""
    held: Quantity | None = None
    for one in found:
        if held is not None:
            both = _bounded(text, held, one)
            if both is not None:
                held = both
                continue
            yield held
        held = one
    if held is not None:
        yield held


def _bounded(text: Tokens, one: Quantity, other: Quantity) -> Quantity | None:
    if not (one.hedge.is_lower and other.hedge in (Hedge.LESS_THAN, Hedge.AT_MOST)) or other.high is not None:
        return None
    if other.first - one.last != 1 or text.words[one.last] not in _BOTH:
        return None
    if (one.unit.name and one.unit.name != other.unit.name) or one.unit.factor != other.unit.factor:
        return None
    if one.low.number is None or other.low.number is None or not one.low.number < other.low.number:
        return None
    return Quantity(one.first, other.last, one.low, other.low, other.unit, Hedge.BETWEEN, one.core)


def _each(
    text: Tokens,
    numerals: tuple[Numeral, ...],
    unit_at: UnitAt,
    ratio: Ratio | None,
    but: Container[str],
) -> Iterator[Quantity]:
    floor, k, count = 0, 0, len(numerals)
    ahead: tuple[int, tuple[Numeral, Unit | None]] | None = None
    while k < count:
        one = numerals[k]
        one, unit = ahead[1] if ahead is not None and ahead[0] == k else _with_sign(one, _unit(text, one, unit_at))
        other = numerals[k + 1] if k + 1 < count else None
        found = None
        used = 1
        if other is not None and other.first - one.last <= _REACH and not one.coded:
            other, unit2 = _with_sign(other, _unit(text, other, unit_at))
            ahead = (k + 1, (other, unit2))
            if unit is not None or unit2 is not None:
                found = _range(text, one, other, unit, unit2, floor, but)
                used = 2 if found else 1
                while found is None and unit and unit2 and ratio:
                    total = _sum(text, one, other, unit, unit2, ratio)
                    if total is None:
                        break
                    one, unit = total
                    used += 1
                    if k + used >= count:
                        break
                    other = numerals[k + used]
                    unit2 = _unit(text, other, unit_at)
        if found is None and unit is not None:
            around = hedged(text, unit.first, unit.last, floor=floor, but=but)
            hedge = stronger(around.hedge, unit.hedge)
            found = Quantity(around.first, around.last, one, None, unit, hedge, unit.first)
        if found is not None:
            yield found
            floor = found.last
        k += used


def _with_sign(numeral: Numeral, unit: Unit | None) -> tuple[Numeral, Unit | None]:
    """A minus that stood before the unit (`-$5`) belongs to the number."""
    if unit is None or unit.factor > 0:
        return numeral, unit
    unit = evolve(unit, factor=-unit.factor)
    return (numeral if numeral.number is None else evolve(numeral, number=-numeral.number)), unit


def _unit(text: Tokens, numeral: Numeral, unit_at: UnitAt) -> Unit | None:
    if numeral.coded or numeral.ordinal:
        return None
    first, last = numeral.first, numeral.last
    unit = unit_at(text, first, last)
    if unit is not None:
        return unit
    tail = text.word(last)
    if tail not in _TAILS:
        return None
    if tail == "-" and text.glued(last):  # "3-mile"
        unit = unit_at(text, first, last + 1)
    elif tail == "of" and numeral.step is None and text.word(last + 1) in ("a", "an"):  # "a third of a mile"
        unit = unit_at(text, first, last + 2)
    if unit is None:
        end, hedge = hedge_after(text, last)
        if end > last:  # "300 or so miles", "50-odd miles"
            end += 1 if text.word(end) == "-" and text.glued(end) else 0
            unit = unit_at(text, first, end)
            unit = evolve(unit, hedge=hedge) if unit else None
    return unit if unit is not None and unit.last > last + 1 else None


def _range(
    text: Tokens,
    one: Numeral,
    other: Numeral,
    unit: Unit | None,
    unit2: Unit | None,
    floor: int,
    but: Container[str],
) -> Quantity | None:
    """The range from `one` to `other`, where the words make them one."""
    if one.number is None or other.number is None or one.ordinal or other.ordinal or other.coded:
        return None
    if unit and not unit.name and unit2:
        unit = None  # "5 to 7 people": the first number needs no noun of its own
    if unit and unit2 and unit.name != unit2.name:
        return None
    if unit and not unit2 and (unit.last > one.last or _counts_something(text, other.last)):
        return None
    end = unit.last if unit else one.last
    first = unit.first if unit else one.first
    by = link(text, end, unit2.first if unit2 else other.first)
    if not by:
        return None
    low = _sharing_scale(one, other)
    chosen = unit2 or unit
    if low.number is None or chosen is None or not low.number < other.number:
        return None
    if by == "or" and (other.number > low.number * _OR_RANGE or (unit is not None and unit2 is not None)):
        return None
    start = _opened(text, first, by, floor, unit, unit2, max(chosen.last, other.last))
    if start is None:
        return None
    start, _ = hedge_before(text, start, floor=floor, but=but)
    last = hedge_after(text, max(chosen.last, other.last))[0]
    return Quantity(start, last, low, other, chosen, Hedge.BETWEEN, first)


def _opened(
    text: Tokens, first: int, by: str, floor: int, unit: Unit | None, unit2: Unit | None, last: int
) -> int | None:
    """Where the range begins; a range that something changed from (`from 5 to 7 percent to 3`) stays one."""
    onwards = by == "to" and text.word(last) == "to" and text.word(last + 1)[:1].isdecimal()
    if onwards and text.word(first - 1) == "from":
        return first
    return opening(text, first, by, floor=floor, both=unit is not None and unit2 is not None)


def _counts_something(text: Tokens, last: int) -> bool:
    """Whether the number before token `last` counts something of its own: `paid $3 to 5 people`."""
    word = text.word(last)
    return word in ("%", "percent", "per") or (len(word) > 3 and word.endswith("s") and not text.glued(last))


def _sharing_scale(one: Numeral, other: Numeral) -> Numeral:
    """The lower end with the scale word that stands at the upper one only: `3 to 4 billion`."""
    if one.number is None or other.number is None or one.scale != 1 or other.scale == 1:
        return one
    if one.number >= _MOST_UNSCALED or not 0 < one.number < other.number / other.scale:
        return one
    if one.step is None or (one.stated and other.scale == _DOZEN):
        return one
    step = one.step if one.stated else ONE
    return evolve(one, number=one.number * other.scale, step=step * other.scale, stated=True, scale=other.scale)


def _sum(
    text: Tokens, one: Numeral, other: Numeral, unit: Unit, unit2: Unit, ratio: Ratio
) -> tuple[Numeral, Unit] | None:
    """`7 feet 10 inches` as one number in the smaller unit."""
    between = text.words[unit.last : unit2.first]
    listed = between == (",",) and unit.last > one.last and text.word(unit2.last) != ","
    if (between not in ((), ("and",)) and not listed) or one.number is None or other.number is None:
        return None
    many = ratio(unit, unit2)
    if many is None or not 0 <= other.number < many * 10 or one.step is None or other.step is None:
        return None
    if one.stated or many != many.to_integral():
        return None
    number = one.number * many + other.number
    step = other.step if other.stated else place(number)
    total = evolve(other, first=one.first, number=number, digits=False, step=step)
    return total, evolve(unit2, first=unit.first)
