"""A length of time as a value, and the words to write it back in."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from claimcheck.grammar.durations.amounts import Part
from claimcheck.grammar.records import record
from claimcheck.grammar.wording import say_number
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value

_COMPLETED: Final = frozenset(["year", "month"])
_PHRASES: Final = {
    Hedge.ABOUT: "about ",
    Hedge.NEARLY: "nearly ",
    Hedge.MORE_THAN: "more than ",
    Hedge.AT_LEAST: "at least ",
    Hedge.LESS_THAN: "less than ",
    Hedge.AT_MOST: "at most ",
}
_LARGE: Final = {
    Decimal(10): ("decade", "decades"),
    Decimal(100): ("century", "centuries"),
    Decimal(1000): ("millennium", "millennia"),
}


def value_of(part: Part, hedge: Hedge, written: str = "") -> Value:
    """The value of an amount under a hedge, with its extent where the wording leaves one open."""
    _, _, number, step, stated, unit, joined, upper, old, _, group = part
    part = record(Part, (0, 0, number, step, stated, unit, joined, upper, old, "", group))  # wherever it stands
    return _value(part, hedge, written)


_BACKWARDS: Final = {
    Hedge.MORE_THAN: Hedge.LESS_THAN,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.LESS_THAN: Hedge.MORE_THAN,
    Hedge.AT_MOST: Hedge.AT_LEAST,
}


def length_of(number: Decimal, unit: str, hedge: Hedge, written: str) -> Value:
    """The length of time between the reference day and a date that is told by it (`two weeks ago`).

    Args:
        number: How many units, a whole number.
        unit: The unit.
        hedge: How the words stand to the date: what lies before it is longer ago.
        written: The words.
    """
    unit, number = ("week", number * 2) if unit == "fortnight" else (unit, number)
    part = Part(0, 0, number, Decimal(1), False, unit)
    return value_of(part, _BACKWARDS.get(hedge, hedge), written)


@lru_cache(maxsize=2048)
def _value(part: Part, hedge: Hedge, written: str) -> Value:
    """The same for an amount wherever it stands; kept, since texts count in the same few lengths."""
    if part.upper is not None:
        extent: Interval | None = Interval.closed(part.number, part.upper)
        if part.old and part.unit == "year":  # aged 18 to 24 is until the 25th birthday
            extent = Interval.half_open(part.number, part.upper + 1)
        hedge = Hedge.BETWEEN
    elif hedge is Hedge.NONE and _completes(part):
        extent = Interval.half_open(part.number, part.number + 1)
    else:
        extent = None
    return Value(
        "duration",
        _normal(part, hedge, extent),
        part.number,
        part.unit,
        step=part.step,
        step_stated=part.stated,
        hedge=hedge,
        upper=part.upper,
        extent=extent,
        written=written,
    )


def _completes(part: Part) -> bool:
    """Whether the wording counts completed units: an age in any unit, or bare whole years and months."""
    if part.number != int(part.number) or part.number == 0 or (part.stated and part.step != 1):
        return False
    return part.old or (part.unit in _COMPLETED and not part.joined)


def _normal(part: Part, hedge: Hedge, extent: Interval | None) -> str:
    if part.group is not None:
        return _PHRASES.get(hedge, "") + _large(part, part.group)
    number = say_number(part.number, part.step, stated=part.stated)
    if part.upper is not None and part.old and part.unit == "year":
        return f"aged {number} to {say_number(part.upper, part.step, stated=part.stated)}"
    if part.upper is not None:
        return f"{number} to {say_number(part.upper, part.step, stated=part.stated)} {part.unit}s"
    if hedge is Hedge.NONE and extent is None and part.unit in _COMPLETED and part.number == int(part.number):
        return f"{number}-{part.unit}"
    if extent is not None and part.unit not in _COMPLETED:
        return f"{number}-{part.unit}-old"
    if part.number == Decimal("0.5") and part.step is None:
        article = "an" if part.unit == "hour" else "a"
        return f"{_PHRASES.get(hedge, '')}half {article} {part.unit}"
    return f"{_PHRASES.get(hedge, '')}{number} {part.unit}{'' if part.number == 1 else 's'}"


def _large(part: Part, group: Decimal) -> str:
    """`2 decades`, `1 century`, `half a century`."""
    unit, plural = _LARGE[group]
    if part.step is None:
        return f"half a {unit}" if part.number * 2 == group else f"{say_number(part.number / group)} {unit}"
    step = part.step / group
    ends = [say_number(n / group, step, stated=step < 1) for n in (part.number, part.upper) if n is not None]
    return f"{' to '.join(ends)} {unit if ends == ['1'] else plural}"
