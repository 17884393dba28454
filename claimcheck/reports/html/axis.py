"""The common axis of a plot: where a number stands, in percent of the width, and the round numbers beside it."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import islice

from attrs import frozen

from claimcheck.grammar.calendar import civil, ordinal, say_day, say_year
from claimcheck.grammar.calendar.names import MONTH_NAMES
from claimcheck.grammar.senses import EXACT
from claimcheck.grammar.wording import say_amount

_MARGIN = Decimal("0.06")  # of the stretch to each side, so that arrows and half a label have room
_MOST = 7  # labels
_LETTERS = 72  # of all labels together: a column of prose holds them, and every second one fits a phone
_TIDY = 6  # significant digits that an amount is written with; ticks with more get no unit
_NEAR_EDGE = 8  # percent of the width within which a label is not centred on its tick
_ROUND = (1, 2, 5)
_MONTHS = (1, 3, 6)
_DAYS = (1, 2, 7)  # by sevens they fall on Mondays


@frozen
class Tick:
    """A labelled place of an axis.

    Attributes:
        x: Where it stands, in percent of the width.
        label: The number or day as people write it.
        side: Where the label stands to the tick: `start`, `middle` or `end`.
    """

    x: str
    label: str
    side: str


@frozen
class Axis:
    """A stretch of numbers laid over the width of a plot.

    Attributes:
        low: The number at the left edge.
        high: The number at the right edge, above `low`.
        ticks: Its labels, from left to right.
    """

    low: Decimal
    high: Decimal
    ticks: tuple[Tick, ...] = ()

    def at(self, number: Decimal) -> Decimal:
        """Where a number stands, in percent of the width; numbers beyond an edge stand at the edge."""
        inside = min(max(number, self.low), self.high)
        share = EXACT.divide(EXACT.subtract(inside, self.low), EXACT.subtract(self.high, self.low))
        return EXACT.multiply(share, Decimal(100)).quantize(Decimal("0.01"))


def axis(numbers: Sequence[Decimal], unit: str, *, days: bool = False, whole: bool = False) -> Axis:
    """An axis that shows all of the numbers.

    Args:
        numbers: The numbers, at least one.
        unit: What they count.
        days: Whether they are days of the calendar.
        whole: Whether fractions mean nothing (people, votes).
    """
    low, high = min(numbers), max(numbers)
    stretch = EXACT.subtract(high, low)
    margin = EXACT.multiply(stretch, _MARGIN) if stretch else max(abs(high) / 10, Decimal(1))
    left, right = EXACT.subtract(low, margin), EXACT.add(high, margin)
    bare = Axis(left, right)
    first = max(left, Decimal(0)) if low >= 0 else left
    found = _day_ticks(left, right) if days else _number_ticks(first, right, unit, whole=whole)
    return Axis(left, right, tuple(Tick(f"{bare.at(n):f}", label, _side(bare.at(n))) for n, label in found))


def _side(x: Decimal) -> str:
    if x < _NEAR_EDGE:
        return "start"
    return "end" if x > 100 - _NEAR_EDGE else "middle"


_Labels = list[tuple[Decimal, str]]


def _number_ticks(low: Decimal, high: Decimal, unit: str, *, whole: bool) -> _Labels:
    """Multiples of one, two or five times a power of ten: the closest that have room."""
    place = EXACT.subtract(high, low).adjusted() - 2
    labels: _Labels = []
    for power in range(place, place + 4):
        for digit in _ROUND:
            step = Decimal(digit).scaleb(power)
            if whole and step < 1:
                continue
            places = list(islice(_multiples(low, high, step), _MOST + 1))
            if len(places) > _MOST:
                continue  # saying a number takes longer than finding it
            labels = [(n, _label(n, unit, high)) for n in places]
            if _fit(labels):
                return labels
    return labels[:1]


def _multiples(low: Decimal, high: Decimal, step: Decimal) -> Iterator[Decimal]:
    n = EXACT.divide(low, step).to_integral_value(ROUND_CEILING)
    while (multiple := EXACT.multiply(n, step)) <= high:
        yield multiple
        n = EXACT.add(n, Decimal(1))


def _label(number: Decimal, unit: str, like: Decimal) -> str:
    """A tick in words; one with more digits than an amount is written with is written in full, without unit."""
    digits = len(number.normalize(EXACT).as_tuple().digits)
    if number and digits > _TIDY:
        return f"{number:,f}".replace("-", "−")
    return say_amount(number, unit, like=like if number else Decimal(0))


def _fit(labels: _Labels) -> bool:
    return len(labels) <= _MOST and sum(len(label) for _, label in labels) <= _LETTERS


def _day_ticks(low: Decimal, high: Decimal) -> _Labels:
    """First days of days, weeks, months, years or many years: the closest that have room."""
    first, last = int(low.to_integral_value(ROUND_CEILING)), int(high.to_integral_value(ROUND_FLOOR))
    labels: _Labels = []
    for step in _DAYS:
        start = first + (1 - first) % step
        labels = [(Decimal(day), say_day(day)) for day in range(start, min(last, start + step * _MOST) + 1, step)]
        if _fit(labels):
            return labels
    for months in _MONTHS:
        labels = list(_month_ticks(first, last, months))
        if _fit(labels):
            return labels
    for power in range(8):
        for digit in _ROUND:
            labels = list(_year_ticks(first, last, digit * 10**power))
            if _fit(labels):
                return labels
    return labels[:1]


def _month_ticks(first: int, last: int, step: int) -> Iterator[tuple[Decimal, str]]:
    year, month, _ = civil(first)
    count = (year * 12 + month - 1) // step * step
    for n in range(_MOST + 3):
        at = count + n * step
        day = ordinal(at // 12, at % 12 + 1)
        if first <= day <= last:
            yield Decimal(day), f"{MONTH_NAMES[at % 12][:3]} {say_year(at // 12)}"


def _year_ticks(first: int, last: int, step: int) -> Iterator[tuple[Decimal, str]]:
    year = civil(first)[0] // step * step
    for n in range(_MOST + 3):
        day = ordinal(year + n * step)
        if first <= day <= last:
            yield Decimal(day), say_year(year + n * step)
