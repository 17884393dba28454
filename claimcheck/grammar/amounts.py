"""The value that a quantity states, with the wording in which it is written back."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from attrs import evolve

from claimcheck.grammar.digits import ONE, place
from claimcheck.grammar.hedge_words import NO_HEDGE
from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.quantity import Quantity
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.wording import say_number
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value

_DOZEN: Final = 12
_THOUSAND: Final = 1000
_MOST_OF_A_SCALE: Final = 1000  # "300 million" stays so, "93,000 million" does not
HEDGES: Final = {
    Hedge.NONE: "",
    Hedge.ABOUT: "about ",
    Hedge.NEARLY: "nearly ",
    Hedge.MORE_THAN: "more than ",
    Hedge.AT_LEAST: "at least ",
    Hedge.LESS_THAN: "less than ",
    Hedge.AT_MOST: "at most ",
}


def value_of(
    kind: str,
    text: Tokens,
    found: Quantity,
    say: Callable[[str], str],
    *,
    unit: str = "",
    noun: str = "",
    vague: str = "",
) -> Value:
    """The value that a quantity states.

    Args:
        kind: Name of the kind.
        text: The text.
        found: The quantity.
        say: Adds the unit to a number written out (`3 billion` to `$3 billion`).
        unit: The unit of the value.
        noun: The counted noun.
        vague: The plural of the unit, to write a vague number with (`hundreds of millions of dollars`).
    """
    written = text.surface(found.first, found.last)
    factor, low = found.unit.factor, found.low
    if factor is ONE and found.hedge is NO_HEDGE and low.number is not None:  # most are, so these go first
        normal = say(say_number(low.number, low.step, stated=low.stated))
        return _value(kind, normal, low.number, unit, noun, low.step, low.stated, NO_HEDGE, written)
    if low.number is None:
        words = " ".join(text.words[low.first : low.last]).replace(" - ", "-")
        extent = low.extent and _scaled(low.extent, factor)
        normal = say_vague(words, vague) if vague else say(words)
        return Value(kind, normal, None, unit, noun, hedge=Hedge.VAGUE, extent=extent, written=written)
    number, step, stated = _in_unit(low, factor)
    if found.high is None or found.high.number is None:
        hedge = found.hedge
        shown = step
        if hedge is not NO_HEDGE and _ends_in_zeros(low):
            step = place(number)  # a hedge says that the zeros are round
            shown = (
                low.step
                if factor == 1 and abs(number) < low.scale * _MOST_OF_A_SCALE and _is_named(low.scale)
                else step
            )
        normal = HEDGES[hedge] + say(say_number(number, shown, stated=stated))
        return _value(kind, normal, number, unit, noun, step, stated, hedge, written)
    upper, step2, stated2 = _in_unit(found.high, factor)
    ends = say_number(number, step, stated=stated), say_number(upper, step2, stated=stated2)
    normal = f"between {say(ends[0])} and {say(ends[1])}"
    finest = min(step, step2) if step is not None and step2 is not None else None
    extent = Interval.closed(number, upper)
    return Value(
        kind, normal, number, unit, noun, finest, stated or stated2, Hedge.BETWEEN, upper, extent, written
    )


def _value(
    kind: str,
    normal: str,
    number: Decimal,
    unit: str,
    noun: str,
    step: Decimal | None,
    stated: bool,
    hedge: Hedge,
    written: str,
) -> Value:
    """A value of one number; kept, since texts speak of the same few amounts over and over."""
    key = kind, normal, number, unit, noun, step, stated, hedge._value_, written
    value = _KEPT.get(key)
    if value is None:
        value = Value(kind, normal, number, unit, noun, step, stated, hedge, written=written)
        if len(written) <= _LONGEST_KEPT:
            if len(_KEPT) >= _MOST_KEPT:
                _KEPT.clear()
            _KEPT[key] = value
    return value


_MOST_KEPT: Final = 4096
_LONGEST_KEPT: Final = 64  # longer wordings are rare, and keeping them could cost much memory
_KEPT: Final[dict[tuple[object, ...], Value]] = {}


def _ends_in_zeros(numeral: Numeral) -> bool:
    """Whether a whole number of thousands, millions … was written, whose zeros may be significant or not."""
    return bool(numeral.stated and numeral.scale >= _THOUSAND and numeral.step == numeral.scale and numeral.number)


def _is_named(scale: Decimal) -> bool:
    """Whether numbers are written back with this scale word (not with lakh and crore)."""
    return scale.adjusted() % 3 == 0


def say_vague(words: str, name: str) -> str:
    """A vague number in words with its unit.

    >>> say_vague("hundreds of millions", "dollars"), say_vague("several hundred", "miles")
    ('hundreds of millions of dollars', 'several hundred miles')
    """
    return f"{words} of {name}" if words.endswith("s") else f"{words} {name}"


def _in_unit(numeral: Numeral, factor: Decimal) -> tuple[Decimal, Decimal | None, bool]:
    """Number, step and whether it is stated, in the unit of the value."""
    number = numeral.number if numeral.number is not None else Decimal(0)
    if abs(factor) == 1:
        return number * factor, numeral.step, numeral.stated
    if numeral.step is None:
        return number * factor, None, False
    step = (numeral.step if numeral.stated and numeral.step != _DOZEN else ONE) * abs(factor)
    return number * factor, step, True


def _scaled(extent: Interval, factor: Decimal) -> Interval:
    if factor == 1 or extent.low is None or extent.high is None:
        return extent
    return evolve(extent, low=extent.low * factor, high=extent.high * factor)
