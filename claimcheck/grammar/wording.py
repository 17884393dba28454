"""Writing numbers, amounts, shares and intervals the way people do."""

from decimal import Decimal
from fractions import Fraction

from claimcheck.grammar.calendar import say_days
from claimcheck.grammar.irregular_plurals import PLURALS
from claimcheck.model.interval import Interval
from claimcheck.model.value import Value

_SCALES = (
    (Decimal(1000), " thousand"),
    (Decimal(10) ** 6, " million"),
    (Decimal(10) ** 9, " billion"),
    (Decimal(10) ** 12, " trillion"),
    (Decimal(10) ** 15, " quadrillion"),
    (Decimal(10) ** 18, " quintillion"),
    (Decimal(10) ** 21, " sextillion"),
)


def say_number(number: Decimal, step: Decimal | None = None, *, stated: bool = False) -> str:
    """Write a number so that reading it gives back number, step and whether the step was stated.

    Args:
        number: The number.
        step: The place of its last written digit: a power of ten, or twelve for dozens; None for a whole number
            or a fraction that no decimal writes out.
        stated: Whether a scale word or decimal point states the step.

    >>> say_number(Decimal("3.3E9"), Decimal("1E8"), stated=True)
    '3.3 billion'
    >>> say_number(Decimal(9052), Decimal(1)), say_number(Decimal(24), Decimal(12), stated=True)
    ('9,052', '2 dozen')
    >>> say_number(Decimal("0.5")), say_number(Decimal(7) / Decimal(3))
    ('1/2', '2 1/3')
    """
    if step is None:
        return _say_fraction(number)
    if not stated:
        return f"{number:,f}"
    if step == _DOZEN:
        return f"{number / _DOZEN:,f} dozen"
    if step < 1:
        return f"{number:,.{max(0, -step.adjusted())}f}"
    least = step.adjusted()
    index = min(number.adjusted() // 3, len(_SCALES))  # the largest scale word below the number
    if index < 1 or 3 * index < least:
        index = min(max(1, -(-least // 3)), len(_SCALES))  # or the smallest above the step
    scale, word = _SCALES[index - 1]
    return f"{number / scale:,.{max(0, 3 * index - least)}f}{word}"


_DOZEN = Decimal(12)
_LARGEST_DENOMINATOR = 1000
_NEAR_ENOUGH = Decimal("1E-9")


def _say_fraction(number: Decimal) -> str:
    """`2 1/3`: the fraction with a small denominator that `number` stands for."""
    sign, size = ("-" if number < 0 else ""), abs(number)
    fraction = Fraction(size).limit_denominator(_LARGEST_DENOMINATOR)
    if abs(Decimal(fraction.numerator) / fraction.denominator - size) > size * _NEAR_ENOUGH:  # one in 5,000
        fraction = Fraction(size).limit_denominator(10**9)
    whole, rest = divmod(fraction.numerator, fraction.denominator)
    if rest == 0:
        return f"{sign}{whole:,}"
    return f"{sign}{whole:,} {rest}/{fraction.denominator}" if whole else f"{sign}{rest}/{fraction.denominator}"


_CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩"}
_PLURALS = PLURALS | {
    "inch": "inches",
    "hertz": "hertz",
    "celsius": "celsius",
    "fahrenheit": "fahrenheit",
}
_LEAST_SCALE = Decimal(10) ** 6  # people write 93,000 but 93 million
_TIDY_DIGITS = 4  # significant digits up to which a scale word is shorter to read than all the digits
_WITHIN_SCALE = 100  # how many times smaller the lower end of an interval may be and still share the scale word
_SHARE_DIGITS = 2  # significant digits up to which a percentage is not rounded
_SHOWN_DIGITS = 6  # significant digits of a number that was calculated, not written


def say_share(share: Decimal) -> str:
    """Write a share as a percentage: exact where it is short, else whole, below 1 % with two significant digits.

    >>> say_share(Decimal("0.0909")), say_share(Decimal("0.0042")), say_share(Decimal("0.0000001"))
    ('9 %', '0.42 %', 'less than 0.01 %')
    """
    percent = share * 100
    if percent == 0 or percent >= 1:
        short = percent == _significant(percent, _SHARE_DIGITS)
        return f"{_plain(percent if short else _significant(percent, _before(percent)))} %"
    if percent < Decimal("0.01"):
        return "less than 0.01 %"
    return f"{_plain(_significant(percent, 2))} %"


def say_amount(number: Decimal, unit: str = "", noun: str = "", *, like: Decimal | None = None) -> str:
    """Write a calculated amount with its unit; exact where it has up to six significant digits.

    Args:
        number: The amount.
        unit: ISO 4217 code, `percent`, or an English singular name; empty for counts.
        noun: The counted noun, in the singular; empty where there is none.
        like: A number whose scale word it shall share (a gap of two billions is `$0.3 billion`).

    >>> say_amount(Decimal("3E8"), "USD", like=Decimal("3.3E9")), say_amount(Decimal("3E8"), "USD")
    ('$0.3 billion', '$300 million')
    >>> say_amount(Decimal(13), "year"), say_amount(Decimal("1.3"), "ton"), say_amount(Decimal(9), "percent")
    ('13 years', '1.3 tons', '9 %')
    >>> say_amount(Decimal(2379), noun="arrest")
    '2,379 arrests'
    """
    return _with_unit(*_scaled(number, number if like is None else like), number, unit, noun)


def say_interval(interval: Interval, unit: str = "", noun: str = "") -> str:
    """Write an interval of amounts; a scale word and unit that both ends share stand once.

    >>> say_interval(Interval.half_open(Decimal("2.85E9"), Decimal("3.15E9")), "USD")
    '$2.85 to $3.15 billion'
    >>> say_interval(Interval.half_open(Decimal(13), Decimal(14)), "year")
    '13 to 14 years'
    >>> say_interval(Interval.from_(Decimal(127), closed=False), noun="critic")
    'more than 127 critics'
    """
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any amount"
    if low is None or high is None:
        end = high if low is None else low
        words = ("at most", "less than") if low is None else ("at least", "more than")
        closed = interval.high_closed if low is None else interval.low_closed
        return f"{words[0 if closed else 1]} {say_amount(end or Decimal(0), unit, noun)}"
    if low == high:
        return say_amount(low, unit, noun)
    sign = _CURRENCY_SIGNS.get(unit, "")
    near = low == 0 or abs(low) * _WITHIN_SCALE >= abs(high)
    (first, scale), (last, last_scale) = _scaled(low, high if near else low), _scaled(high, high)
    shared = scale == last_scale
    start = f"{'−' if low < 0 else ''}{sign}{first.removeprefix('-')}{'' if shared else scale}"
    return f"{start} to {_with_unit(last, last_scale, high, unit, noun)}"


def say_sense(interval: Interval, value: Value) -> str:
    """Write an interval in the unit of `value`: days as dates, everything else as amounts."""
    if value.unit == "day" and value.kind != "duration":
        return say_days(interval)
    return say_interval(interval, value.unit, value.noun)


def plural(noun: str) -> str:
    """The plural of an English noun phrase in the singular, by the regular rules and a short list.

    >>> plural("year"), plural("overdose death"), plural("agency"), plural("inch")
    ('years', 'overdose deaths', 'agencies', 'inches')
    >>> plural("angry man"), plural("child"), plural("aircraft"), plural("box")
    ('angry men', 'children', 'aircraft', 'boxes')
    >>> plural("degree Celsius"), plural("watt per square metre")
    ('degrees Celsius', 'watts per square metre')
    """
    if noun.startswith("degree ") or " per " in noun:  # it is the first word that is counted
        head, _, rest = noun.partition(" ")
        return f"{plural(head)} {rest}"
    head, _, last = noun.rpartition(" ")
    if last in _PLURALS:
        last = _PLURALS[last]
    elif last.endswith("y") and last[-2:-1] not in ("", *"aeiou"):
        last = f"{last[:-1]}ies"
    else:
        last += "es" if last.endswith(("s", "x", "z", "ch", "sh")) else "s"
    return f"{head} {last}" if head else last


def _with_unit(digits: str, scale: str, number: Decimal, unit: str, noun: str) -> str:
    said = f"{digits}{scale}"
    minus, said = ("−", said.removeprefix("-")) if number < 0 else ("", said)
    if unit in _CURRENCY_SIGNS:
        return f"{minus}{_CURRENCY_SIGNS[unit]}{said}"
    if unit == "percent":
        return f"{minus}{said} %"
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {minus}{said}"
    name = " ".join(part for part in (unit, noun) if part)
    if not name:
        return f"{minus}{said}"
    return f"{minus}{said} {name if abs(number) == 1 and not scale else plural(name)}"


def _scaled(number: Decimal, like: Decimal) -> tuple[str, str]:
    """The digits of `number` on the scale that suits `like`, and the scale word with a space before it."""
    if abs(like) >= _LEAST_SCALE:
        scale, word = _SCALES[min(like.adjusted() // 3, len(_SCALES)) - 1]
        over = number / scale
        if _digits(over) <= _TIDY_DIGITS or _digits(like / scale) <= _TIDY_DIGITS:
            return _plain(_significant(over, _SHOWN_DIGITS)), word
    return _plain(number if number == number.to_integral() else _significant(number, _SHOWN_DIGITS)), ""


def _digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)


def _before(number: Decimal) -> int:
    """How many digits stand before the decimal point."""
    return max(1, number.adjusted() + 1)


def _significant(number: Decimal, digits: int) -> Decimal:
    """`number` rounded to so many significant digits."""
    return number if number == 0 else number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1))


def _plain(number: Decimal) -> str:
    """Digits without exponent or trailing zeros, thousands set apart."""
    said = f"{number:,f}"
    return said.rstrip("0").rstrip(".") if "." in said else said
