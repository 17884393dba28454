"""Amounts of time: a number and a unit, in one piece or several (`6 months and 3 days`, `an hour and a half`)."""

from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck.grammar.calendar.absolute import digits
from claimcheck.grammar.calendar.names import BETWEEN, LAST, NEXT, UNITS, listed
from claimcheck.grammar.calendar.period import Scan
from claimcheck.grammar.durations.sums import ORDER, SMALLER, factor_of, place_of
from claimcheck.grammar.hedges import link, opening
from claimcheck.grammar.records import record

_ONE: Final = Decimal(1)
_ARTICLES: Final = frozenset(["a", "an", "one", "another", "half"])
_SHORT: Final = {
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "m": "minute",
    "s": "second",
}
_SINGLE: Final = frozenset(
    listed(
        "for in within over after than about nearly almost took take takes least most last lasted lasts before"
        " under every spent half past approximately roughly around only exactly just full another whole , ("
    )
)
_AFTER_SINGLE: Final = frozenset(listed("ago later earlier before after from now or and old long"))
_BESIDE: Final = LAST | NEXT
_QUARTERS: Final = {"half": 2, "halves": 2, "quarter": 1, "quarters": 1}


class Part(NamedTuple):
    """An amount with its unit, before hedges.

    Attributes:
        first: Its first token.
        last: The token after it.
        number: How many units.
        step: The place of the number's last digit.
        stated: Whether the wording states the step.
        unit: The unit.
        joined: Whether number and unit are one word (`six-year`).
        upper: The second number of a range.
        old: Whether it is an age.
        why: What was assumed.
        group: How many years the unit was that is now counted in years (`decade`, `century`).
    """

    first: int
    last: int
    number: Decimal
    step: Decimal | None
    stated: bool
    unit: str
    joined: bool = False
    upper: Decimal | None = None
    old: bool = False
    why: str = ""
    group: Decimal | None = None


def counted(scan: Scan, i: int) -> Part | None:
    """The amount of time at token `i`, sums and ranges included; None where there is none."""
    part = _range(scan, i) or _mixed(scan, i) or _simple(scan, i)
    if part is None:
        return None
    if part.upper is not None or scan.words[i - 1] in _BESIDE:
        return part  # "the last 3 months and 2 days ago" is two things
    return _compound(scan, _and_a_half(scan, part))


def _simple(scan: Scan, i: int) -> Part | None:
    """An amount and a unit: `13 years`, `13-year-old`, `half an hour`, `an hour`, `all week`, `day-long`."""
    numeral = scan.numerals.get(i)
    if numeral is not None and not numeral.ordinal and not numeral.coded and numeral.number is not None:
        if scan.words[i - 1] in ("$", "€", "£", "#") or numeral.number < 0:
            return None
        if scan.words[numeral.last] in ("yo", "y.o."):
            return Part(i, numeral.last + 1, numeral.number, numeral.step, numeral.stated, "year", old=True)
        found = _unit_after(scan, numeral.last, numeral.number)
        if found is None:
            return _glued(scan, i, numeral.last, numeral.number)
        last, unit, joined = found
        first = i
        if numeral.number == int(numeral.number) and numeral.digits and _era(scan, i, numeral.last):
            return None
        more = (joined, None, False, "", None)
        return record(Part, (first, last, numeral.number, numeral.step, numeral.stated, unit, *more))
    return _single(scan, i)


def _era(scan: Scan, first: int, last: int) -> bool:
    """Whether the number is bound to what stands before it (`Oct. 13 days` never, `COVID-19 days`)."""
    return scan.text.glued(first) and scan.words[first - 1] in ("-", "/", ".", ":", "#", "_")


def _mixed(scan: Scan, i: int) -> Part | None:
    """`one and a quarter of an hour`, `two and three quarter hours`: a whole number and quarters of the unit."""
    whole = scan.numerals.get(i)
    if whole is None or whole.number is None or whole.number % 1 or whole.ordinal or whole.coded:
        return None
    j = whole.last
    if scan.words[j] != "and":
        return None
    many = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}.get(scan.words[j + 1], 0)
    j += 1 + bool(many)
    quarters = _QUARTERS.get(scan.words[j], 0)
    if not quarters:
        return None
    j += 1 + (scan.words[j + 1] == "of")
    j += scan.words[j] in ("a", "an")
    unit = UNITS.get(scan.words[j])
    if unit is None or unit in ("night", "weekend", "quarter"):
        return None
    number = whole.number + Decimal(quarters * max(1, many)) / 4
    return Part(i, j + 1, number, Decimal("0.1") if number * 10 % 1 == 0 else Decimal("0.01"), True, unit)


def _unit_after(scan: Scan, i: int, number: Decimal) -> tuple[int, str, bool] | None:
    """The token after the unit at token `i`, the unit, and whether it is one word with its number."""
    j = i
    if number % 1:
        j += scan.words[j] == "of"
        j += scan.words[j] in ("a", "an")
    joined = scan.words[j] == "-" and scan.words[j + 1] in UNITS
    if joined:
        j += 1
    else:
        for _ in range(2):
            j += scan.words[j] in BETWEEN
    unit = UNITS.get(scan.words[j])
    if (
        unit is None
        or unit == "weekend"
        or (unit == "night" and scan.words[j] == unit and not joined)
        or (unit == "second" and j == i and not _seconds(scan, j))
    ):
        return None
    if (
        scan.words[j] in ("mo", "min", "sec", "hr", "wk", "yr")
        and scan.words[j + 1] == "."
        and (scan.text.glued(j + 1) and j + 2 < len(scan.text) and not scan.capital(j + 2))
    ):
        return j + 2, unit, joined
    singular = scan.words[j] == unit and not scan.possessive(j + 1)
    adjective = singular and number > 1 and _noun_follows(scan, j + 1)  # "a 15 minute call"
    return j + 1, unit, joined or adjective


def _noun_follows(scan: Scan, i: int) -> bool:
    return scan.words[i].isalpha() and scan.words[i] not in ("old", "ago", "later", "and", "or", "earlier")


def _seconds(scan: Scan, i: int) -> bool:
    """Whether `second` after a number is the unit and no ordinal (`one second official`)."""
    after = scan.words[i + 1]
    if scan.words[i] != "second" or scan.words[i - 1] == "-" or not after.isalpha():
        return True
    return after in ("time", "delay", "later", "ago", "of", "to", "and", "or", "in", "pause", "gap")


def _single(scan: Scan, i: int) -> Part | None:
    """`a decade`, `an hour`, `another day`, `all week`, `day-long`, where no rate or article is meant."""
    word, j = scan.words[i], i + 1
    unit = UNITS.get(scan.words[i])
    if unit and unit not in ("night", "weekend") and scan.words[j] == "-" and scan.words[j + 1] == "long":
        if scan.words[i] != unit or scan.words[i - 1] == "-":
            return None
        return Part(i, j + 2, _ONE, _ONE, False, unit, True)
    if word not in ("a", "an", "one", "another", "all", "half"):
        return None
    j += scan.words[j] in BETWEEN
    unit = UNITS.get(scan.words[j])
    if unit is None or unit in ("night", "weekend", "second") or scan.words[j] != unit:
        return None
    if word == "all":
        return Part(i, j + 1, _ONE, _ONE, False, unit, True) if unit in ("day", "week", "month", "year") else None
    joined = scan.words[j + 1] == "-" and scan.words[j + 2] in ("long", "old")
    before, after = scan.words[i - 1], scan.words[j + 1]
    alone = i == 0 and j + 1 >= len(scan.text)
    if not (joined or alone or word == "another" or before in _SINGLE or after in _AFTER_SINGLE):
        return None
    if scan.possessive(j + 1) and unit in ("day", "year"):
        return None
    return Part(i, j + 1, _ONE, _ONE, False, unit, joined)


def _glued(scan: Scan, i: int, last: int, number: Decimal) -> Part | None:
    """`1h30`, `2h 15m`, `45min`: short units glued to figures."""
    unit = _SHORT.get(scan.words[last])
    apart = scan.words[last] == "h" and not scan.words[last + 1].isalpha()  # "5 h"
    if unit is None or not (apart or scan.text.glued(last)) or unit == "second":
        return None
    if scan.words[last] == "m":
        return None
    after = scan.words[last + 1]
    if unit == "hour" and digits(after) and len(after) == 2 and int(after) < 60:
        end = last + 2 + (scan.words[last + 2] in ("m", "min", "mins") and scan.text.glued(last + 2))
        minutes = number * 60 + int(after)
        return Part(i, end, minutes, place_of(minutes), False, "minute")
    step = Decimal(1).scaleb(min(0, int(number.as_tuple().exponent)))
    return Part(i, last + 1, number, step, step < 1, unit)


def _and_a_half(scan: Scan, part: Part) -> Part:
    """`an hour and a half`, `a year and a quarter`."""
    j = part.last
    if scan.words[j] != "and" or part.joined:
        return part
    j += 1 + (scan.words[j + 1] == "a" and scan.numerals.get(j + 1) is None)
    numeral = scan.numerals.get(j)
    if numeral is None or numeral.number is None or not 0 < numeral.number < 1 or numeral.number * 4 % 1:
        return part
    if UNITS.get(scan.words[numeral.last]) or scan.words[numeral.last] == "of":
        return part
    number = part.number + numeral.number
    step = Decimal("0.1") if number * 10 % 1 == 0 else Decimal("0.01")
    return part._replace(last=numeral.last, number=number, step=step, stated=True)


def _compound(scan: Scan, part: Part) -> Part:
    """`6 months and 3 days`, `2 years, 3 months`, `1 hour thirty`: one number of the smallest unit."""
    while part.unit in SMALLER and not part.joined and part.number == int(part.number):
        j = part.last
        j += scan.words[j] == ","
        j += scan.words[j] == "and"
        more = _simple(scan, j) if j in scan.numerals or scan.words[j] in _ARTICLES else None
        if more is None or more.joined:
            break
        if more.unit not in ORDER or ORDER.index(more.unit) <= ORDER.index(part.unit):
            break
        factor, rough = factor_of(part.unit, more.unit)
        if rough and more.unit == "week":
            factor, _ = factor_of(part.unit, "day")
            more = more._replace(number=more.number * 7, unit="day")
        why = "a year counted as 365 days, a month as 30" if rough else part.why
        number = part.number * factor + more.number
        step = more.step if more.stated else place_of(number)
        part = Part(part.first, more.last, number, step, more.stated, more.unit, why=why)
    if part.unit == "hour" and part.number == int(part.number) and not part.joined:
        return _bare_minutes(scan, part)
    return part


def _bare_minutes(scan: Scan, part: Part) -> Part:
    """`1 hour thirty`, `2 hours and 10`."""
    j = part.last + (scan.words[part.last] == "and")
    numeral = scan.numerals.get(j)
    if numeral is None or numeral.number is None or numeral.ordinal or not 5 <= numeral.number < 60:
        return part
    if scan.words[numeral.last].isalpha() or scan.words[numeral.last] in ("%", ":", "-", "$"):
        return part
    minutes = part.number * 60 + numeral.number
    return part._replace(last=numeral.last, number=minutes, step=place_of(minutes), stated=False, unit="minute")


def _range(scan: Scan, i: int) -> Part | None:
    """`two to three years`, `10-15 years`, `between 5 and 10 years`, `a month or two`."""
    low = scan.numerals.get(i)
    if low is None or low.number is None or low.ordinal or low.coded:
        return _or_two(scan, i)
    j = low.last
    unit = UNITS.get(scan.words[j])
    after_unit = j + (unit is not None)
    for start in range(after_unit + 1, after_unit + 3):
        high = scan.numerals.get(start)
        if high is None or high.number is None or high.ordinal or high.coded:
            continue
        by = link(scan.text, after_unit, start)
        found = _unit_after(scan, high.last, high.number)
        if not by or found is None or (unit and unit != found[1]) or high.number < low.number:
            return None
        first = opening(scan.text, i, by, both=unit is not None)
        if first is None or (by == "or" and high.number != low.number + 1):
            return None
        return Part(first, found[0], low.number, low.step, low.stated, found[1], upper=high.number)
    return None


def _or_two(scan: Scan, i: int) -> Part | None:
    unit = UNITS.get(scan.words[i + 1])
    if scan.words[i] not in ("a", "an") or unit is None or scan.text.words[i + 2 : i + 4] != ("or", "two"):
        return None
    return Part(i, i + 4, _ONE, _ONE, False, unit, upper=Decimal(2))
