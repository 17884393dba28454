"""Two numbers that are one quantity: ranges, sums, tolerances, and the unit that both ends of a change share."""

from collections.abc import Container
from decimal import Decimal
from typing import Final

from claimcheck.grammar.digits import ONE, place
from claimcheck.grammar.hedges import hedge_after, hedge_before, link, opening
from claimcheck.grammar.numeral import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.unit import Quantity, Ratio, Unit
from claimcheck.model.value import Hedge

_OR_RANGE: Final = Decimal(2)  # "two or three" is a range, "5 or 50" is a choice
_DOZEN: Final = 12
_FALL: Final = 10  # a fall from ten times as much is still told in one scale word
_MANY: Final = 10  # "half to three miles" is a range, a share and so many are none
_MOST_UNSCALED: Final = Decimal(1000)  # "3 to 4 billion" shares the billion, "1,000 to 4 billion" does not


def range_of(
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
    low = _sharing_scale(text, one, other)
    chosen = unit2 or unit
    if low.number is None or chosen is None or not low.number < other.number:
        return None
    if low.step is None and low.number < 1 and other.number >= _MANY:
        return None  # `fell by a third to 40,000`
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
    onwards = by == "to" and text.near[last] == "to" and text.near[last + 1][:1].isdecimal()
    if onwards and text.near[first - 1] == "from":
        return first
    return opening(text, first, by, floor=floor, both=unit is not None and unit2 is not None)


def _counts_something(text: Tokens, last: int) -> bool:
    """Whether the number before token `last` counts something of its own: `paid $3 to 5 people`."""
    word = text.near[last]
    return word in ("%", "percent", "per") or (len(word) > 3 and word.endswith("s") and not text.glued(last))


def _is_short(text: Tokens, one: Numeral, other: Numeral) -> bool:
    """Whether the lower end leaves out its thousands: `15-20,000 people`."""
    if one.number is None or other.number is None or one.stated or not (one.digits and other.digits):
        return False
    thousands = other.number / _MOST_UNSCALED
    glued = other.first == one.last + 1 and text.glued(one.last) and text.glued(other.first)
    return glued and 0 < one.number < thousands == thousands.to_integral() and thousands < one.number * 10


def _in_thousands(one: Numeral) -> Numeral:
    number = one.number and one.number * _MOST_UNSCALED
    return one._replace(number=number, step=one.step and one.step * _MOST_UNSCALED)


def _sharing_scale(text: Tokens, one: Numeral, other: Numeral) -> Numeral:
    """The lower end with the scale word that stands at the upper one only: `3 to 4 billion`."""
    if one.number is None or other.number is None or one.scale != 1:
        return one
    if other.scale == 1:
        return _in_thousands(one) if _is_short(text, one, other) else one
    if one.number >= _MOST_UNSCALED or not 0 < one.number < other.number / other.scale:
        return one
    if one.step is None or (one.stated and other.scale == _DOZEN):
        return one
    return _with_scale(one, other)


def _with_scale(one: Numeral, other: Numeral) -> Numeral:
    step = one.step if one.stated and one.step is not None else ONE
    number = one.number and one.number * other.scale
    return one._replace(number=number, step=step * other.scale, stated=True, scale=other.scale)


def sum_of(
    text: Tokens, one: Numeral, other: Numeral, unit: Unit, unit2: Unit, ratio: Ratio
) -> tuple[Numeral, Unit] | None:
    """`7 feet 10 inches` as one number in the smaller unit."""
    between = text.words[unit.last : unit2.first]
    listed = between == (",",) and unit.last > one.last and text.near[unit2.last] != ","
    if (between not in ((), ("and",)) and not listed) or one.number is None or other.number is None:
        return None
    many = ratio(unit, unit2)
    if many is None or not 0 <= other.number < many * 10 or one.step is None or other.step is None:
        return None
    if one.stated or many != many.to_integral():
        return None
    number = one.number * many + other.number
    step = other.step if other.stated else place(number)
    total = other._replace(first=one.first, number=number, digits=False, step=step)
    return total, unit2._replace(first=unit.first)


def shared(text: Tokens, one: Numeral, other: Numeral, unit: Unit) -> tuple[Unit | None, Numeral]:
    """Of a change `from 4.8 to 4.7 percent` the first number too has the unit, and the scale, of the second."""
    if not _is_change(text, one) or unit.first != other.first or one.number is None or not unit.name:
        return None, one
    return unit._replace(first=one.first, last=one.last), scaled(text, one, other)


def scaled(text: Tokens, one: Numeral, other: Numeral) -> Numeral:
    """The first number of a change with the scale word of the second (`rose from 5 to 7 million`)."""
    if not _is_change(text, one) or other.first != one.last + 1 or one.number is None or other.number is None:
        return one
    end = other.number / other.scale
    falls = end <= one.number < min(_MOST_UNSCALED, end * _FALL) and one.scale == 1 and other.scale > 1
    if not falls or one.step is None or (one.stated and other.scale == _DOZEN):
        return _sharing_scale(text, one, other)
    return _with_scale(one, other)


def _is_change(text: Tokens, one: Numeral) -> bool:
    return text.near[one.first - 1] == "from" and text.near[one.last] == "to"


def tolerance(text: Tokens, one: Numeral, other: Numeral, unit: Unit) -> Quantity | None:
    """`2.5 ± 0.1 kg`, from 2.4 to 2.6."""
    if text.near[one.last] != "±" or other.first != one.last + 1 or one.number is None:
        return None
    if other.number is None or other.number < 0:
        return None
    low, high = one.number - other.number, one.number + other.number
    ends = (one._replace(number=low, step=other.step), other._replace(number=high))
    return Quantity(one.first, unit.last, *ends, unit, Hedge.BETWEEN, one.first)
