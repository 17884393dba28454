"""Writing a calculation down: what is done with the values of claims, what it comes to, what that leaves open."""

from collections.abc import Mapping
from decimal import Decimal

from claimcheck.grammar.calendar import say_days
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.wording import say_amount, say_interval
from claimcheck.model.interval import Interval
from claimcheck.model.ties import Derivation, Operation
from claimcheck.model.value import Value
from claimcheck.reconcile.evaluation import RESULT

_SHOWN, _TIDY = 6, 4  # significant digits that are shown as they are, and those that longer numbers are cut to
_TIME_DIGITS = 3  # … and times, which nobody tells to a thousandth of a year
_NOTHING = Decimal("0.001")  # share of a number by which it may be uncertain without a word
_SCALED = Decimal(10) ** 6  # from here on numbers are told with a scale word


def say(interval: Interval, kind: str, unit: str, noun: str) -> str:
    """A calculated interval as people write it, long numbers rounded outwards."""
    if kind in DAY_KINDS:
        return say_days(interval)
    low, high = interval.low, interval.high
    if low is not None and high is not None and high - low <= abs(low) * _NOTHING:
        return say_amount(tidy(low), unit, noun)
    return say_interval(outwards(interval, _TIME_DIGITS if kind == "duration" else _TIDY), unit, noun)


def outwards(interval: Interval, digits: int = _TIDY) -> Interval:
    """The interval with long ends rounded outwards to what is shown, so that nothing is lost."""
    low, high = interval.low, interval.high
    first = None if low is None else tidy(low, digits, down=True)
    last = None if high is None else tidy(high, digits, down=False)
    return Interval(first, last, interval.low_closed, interval.high_closed)


def tidy(number: Decimal, digits: int = _TIDY, *, down: bool | None = None) -> Decimal:
    """A calculated number with a few digits; whole numbers below a million, and short ones, as they are."""
    shown = digits if abs(number) >= _SCALED or digits < _TIDY else _SHOWN
    whole = abs(number) < _SCALED and number == number.to_integral_value()
    if whole or len(number.normalize().as_tuple().digits) <= shown:
        return number
    way = {None: "ROUND_HALF_EVEN", True: "ROUND_FLOOR", False: "ROUND_CEILING"}[down]
    return number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1), rounding=way)


def calculation(left: str, value: Value, interval: Interval, number: Decimal | None, per: str = "") -> str:
    """The whole line: what is done, the number it comes to, and the stretch that this leaves.

    Args:
        left: What is done, up to its result.
        value: What is implied.
        interval: Its ordinary sense.
        number: What the written numbers come to; None where some have none.
        per: What a rate is told to (` a year`).
    """
    if number is None or value.hedge.is_bound:
        return f"{left} {value.normal}{per}"
    stretch = say(interval, value.kind, value.unit, value.noun)
    if interval.width is not None and interval.width <= abs(number) * _NOTHING:
        return f"{left} {stretch}{per}"
    return f"{left} {say_amount(tidy(number), value.unit, value.noun)}{per}, so from {stretch}"


def line(derivation: Derivation, role: int, names: Mapping[int, str]) -> str:
    """What is calculated, up to its result."""
    operation = derivation.operation
    if operation is Operation.SUM:
        parts = [names[r] for r in sorted(names) if r >= 0]
        return f"{' + '.join(parts)} =" if role == RESULT else f"{' − '.join([names[RESULT], *parts])} ="
    if operation is Operation.DIFFERENCE:
        rest = [names[r] for r in sorted(names) if r > 0]
        if role == 0:
            return f"{' + '.join([names[RESULT], *rest])} ="
        return f"{' − '.join([names[0], *(() if role == RESULT else (names[RESULT],)), *rest])} ="
    return _LINES[operation][role].format(
        a=names.get(0, ""),
        b=names.get(1, ""),
        r=names.get(RESULT, ""),
        each=_each(derivation.each, "/" if role == 0 else "×"),
    )


def _each(each: Decimal, sign: str) -> str:
    return "" if each == 1 else f" {sign} {each:,f}"


_LINES = {
    Operation.CHANGE: {RESULT: "from {a} to {b}:"},
    Operation.SHARE: {RESULT: "{a} of {b} are", 0: "{r} of {b} are", 1: "{a} are {r} of"},
    Operation.PORTION: {RESULT: "{a} of {b} are", 0: "{r} of {b} are", 1: "{r} are {a} of"},
    Operation.RATIO: {RESULT: "{a} / {b}{each} =", 0: "{r} × {b}{each} =", 1: "{a} / {r}{each} ="},
    Operation.SPAN: {RESULT: "from {a} to {b}:", 0: "{b} less {r}:", 1: "{a} and {r} more:"},
}
