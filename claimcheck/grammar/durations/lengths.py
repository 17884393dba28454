"""Lengths of time: an amount and a unit, in one piece or several, with the rules for what they leave open.

Years and months that are merely counted are *completed*: thirteen years are said until the fourteenth is full,
so their extent is `[13, 14)`. A length in one word (`a six-year term`, `a 30-day truce`) is planned or whole and
means just that number. Decades and centuries are counted in years, with the decade or century as their step.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from claimcheck.grammar.calendar.names import UNITS, listed
from claimcheck.grammar.calendar.period import Scan
from claimcheck.grammar.durations.amounts import BETWEEN, Part, counted
from claimcheck.grammar.durations.wording import value_of
from claimcheck.grammar.hedges import hedged, link
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value

_ONE: Final = Decimal(1)
_YEARS_OF: Final = {"decade": Decimal(10), "century": Decimal(100), "millennium": Decimal(1000)}
_VAGUE: Final = {"several": (3, 10), "few": (2, 5), "many": (3, 100), "some": (2, 10)}
_VAGUE_PLURAL: Final = {
    "decade": ("year", 20, 100),
    "century": ("year", 200, 1000),
    "year": ("year", 2, 10),
    "month": ("month", 2, 12),
    "week": ("week", 2, 9),
    "day": ("day", 2, 14),
    "hour": ("hour", 2, 24),
    "minute": ("minute", 2, 60),
}
_LASTING: Final = frozenset(
    listed("for take takes taking took lasted lasts lasting over after spent within waited of")
)
_OVER: Final = frozenset(listed("for well just is are was were of lasted took after took little slightly by"))
_LONG: Final = {f"{unit}long": unit for unit in ("hour", "day", "week", "month", "year", "decade")}
_OPENERS: Final = frozenset(
    {*UNITS, *_LONG, *listed("a an one another all half several few many some aged age ages in")}
)
_PRONOUNS: Final = frozenset(listed("his her their my your our its"))
_TRIGGERS: Final = frozenset({*UNITS, *_LONG, "aged", "ages", "age", "h", "s", "yo", "y.o."})


@frozen(slots=True)
class Length:
    """A length of time found in a text.

    Attributes:
        first: Its first token, hedge included.
        last: The token after it.
        value: What it says.
        amount: The number of units, for counting days back from it; None where it is vague or a range.
        unit: The unit as written (`decade`, not ten years).
        ago: Whether `ago` follows it, which is then part of it.
        why: What was assumed.
    """

    first: int
    last: int
    value: Value
    amount: Decimal | None
    unit: str
    ago: bool = False
    why: str = ""


def lengths(scan: Scan) -> Iterator[Length]:
    """Every length of time in a text, in order."""
    end = 0
    for i in _starts(scan):
        if i < end:
            continue
        found = length_at(scan, i, end)
        if found:
            yield found
            end = found.last


def _starts(scan: Scan) -> list[int]:
    """Tokens at which a length may start: the units name the places, so that other numbers cost nothing."""
    words = scan.text.words
    near: set[int] = set()
    for i, word in enumerate(words):
        if word in _TRIGGERS or (word[-2:] in ("'s", "’s") and word[:-2] in UNITS):
            near.update(range(max(0, i - 8), i + 1))
    return sorted(i for i in near if i in scan.numerals or words[i] in _OPENERS)


def length_at(scan: Scan, i: int, floor: int = 0) -> Length | None:
    """The length of time that starts at token `i`, before its hedge; None where there is none."""
    word = scan.text.word(i)
    if word in ("aged", "age", "ages"):
        return _aged(scan, i)
    if word == "in":
        return _in_tens(scan, i)
    if word in _LONG:
        return _finished(scan, Part(i, i + 1, _ONE, _ONE, False, _LONG[word], True), i)
    part = counted(scan, i)
    if part is None:
        return _vague(scan, i)
    return _finished(scan, part, floor)


def _old(scan: Scan, part: Part) -> Part:
    """`-old`, `years old`, `years of age`, `yo`: an age, in completed units."""
    j = part.last
    if scan.text.word(j) == "-" and scan.text.word(j + 1) in ("old", "olds"):
        return evolve(part, last=j + 2, old=True)
    if scan.text.word(j) in ("old", "olds"):
        return evolve(part, last=j + 1, old=True)
    if scan.text.words[j : j + 2] == ("of", "age"):
        return evolve(part, last=j + 2, old=True)
    if part.joined and scan.text.word(j) == "-" and scan.text.word(j + 1) == "long":
        return evolve(part, last=j + 2)
    return part


def _finished(scan: Scan, part: Part, floor: int) -> Length | None:
    """A part with its age words and hedges, as a value."""
    unit = part.unit
    part = _in_years(_old(scan, part))
    if unit == "fortnight":
        part = evolve(part, unit="week", number=part.number * 2, upper=part.upper and part.upper * 2)
    ago = scan.text.word(part.last) == "ago" and not part.joined
    first, last, hedge = part.first, part.last, Hedge.NONE
    if part.upper is None:
        around = hedged(scan.text, first, last, floor=floor, but=_but(scan, part, ago))
        first, last, hedge = around.first, around.last, around.hedge
    last += scan.text.word(last) == "ago" and not part.joined
    value = value_of(part, hedge).written_as(scan.text.surface(first, last))
    amount = part.number if part.upper is None else None
    return Length(first, last, value, amount, part.unit, ago, part.why)


def _but(scan: Scan, part: Part, ago: bool) -> frozenset[str]:
    """`over 13 years` is mostly `in the course of`; it is `more than` of an age and after a verb of lasting."""
    if part.old or ago or scan.text.word(part.first - 2) in _OVER:
        return frozenset()
    return frozenset(["over", "some"]) if part.number == 1 else frozenset(["over"])


def _in_years(part: Part) -> Part:
    """Decades, centuries and millennia counted in years, themselves the step."""
    years = _YEARS_OF.get(part.unit)
    if years is None:
        return part
    step = None if part.step is None else part.step * years
    upper = None if part.upper is None else part.upper * years
    return evolve(
        part,
        number=part.number * years,
        upper=upper,
        step=step,
        stated=step is not None,
        unit="year",
        joined=True,
        group=years,
    )


def _aged(scan: Scan, i: int) -> Length | None:
    """`aged 34`, `age 87`, `aged 18 to 24`, `ages 6-12`."""
    j = i + 1
    j += scan.text.word(j) in ("of", "between", "from", ":")
    low = scan.numerals.get(j)
    if low is None or low.number is None or low.ordinal or low.coded or not 0 < low.number < 130:
        return None
    if (
        scan.text.word(low.last) in ("%", "percent")
        or low.number != int(low.number)
        or (scan.text.word(i + 1) == "of" and (scan.text.word(i - 1) in ("the", "an")))
    ):
        return None
    part = Part(i, low.last, low.number, low.step, low.stated, "year", old=True)
    for start in (low.last + 1, low.last + 2):
        high = scan.numerals.get(start)
        if high and high.number and link(scan.text, low.last, start) and low.number < high.number < 130:
            part = evolve(part, last=high.last, upper=high.number)
            break
    unit = UNITS.get(scan.text.word(part.last))
    if unit is not None and unit != "year":
        return None
    return _finished(scan, evolve(part, last=part.last + (unit is not None)), i)


def _in_tens(scan: Scan, i: int) -> Length | None:
    """`in his 30s`, `in her early 40s`: ten years of age."""
    j = i + 2 + (scan.text.word(i + 2) in ("early", "mid", "late")) + (scan.text.word(i + 3) == "-")
    tens = scan.numerals.get(j)
    if scan.text.word(i + 1) not in _PRONOUNS or tens is None or tens.number is None or tens.number % 10:
        return None
    if (
        tens.last != j + 1
        or scan.text.word(j + 1) != "s"
        or not scan.text.glued(j + 1)
        or not 10 <= tens.number < 120
    ):
        return None
    part = Part(i, j + 2, tens.number, tens.step, False, "year", upper=tens.number + 9, old=True)
    return _finished(scan, part, i)


def _vague(scan: Scan, i: int) -> Length | None:
    """`several weeks`, `a few days`, `decades`, `for years`: no number, but a span."""
    word = scan.text.word(i)
    j = i + (word == "a")
    size = _VAGUE.get(scan.text.word(j))
    if size and word != "some":
        unit_at = j + 1 + (scan.text.word(j + 1) in BETWEEN)
        unit = UNITS.get(scan.word(unit_at))
        if unit is None or unit in ("night", "weekend") or scan.word(unit_at) == unit:
            return None
        return _spanning(scan, i, unit_at + 1, unit, size[0], size[1])
    plural = UNITS.get(scan.word(i))
    if plural not in _VAGUE_PLURAL or scan.word(i) == plural or len(word) < 4 or i in scan.numerals:
        return None
    long = scan.text.words[i + 1 : i + 3] == ("-", "long")
    before = scan.text.word(i - 1)
    if not (long or before in _LASTING or (plural == "decade" and before not in ("recent", "past", "last", "-"))):
        return None
    unit, low, high = _VAGUE_PLURAL[plural]
    return _spanning(scan, i, i + 1 + 2 * long, unit, low, high, scaled=True)


def _spanning(scan: Scan, i: int, last: int, unit: str, low: int, high: int, *, scaled: bool = False) -> Length:
    years = _ONE if scaled else _YEARS_OF.get(unit, _ONE)
    unit = "year" if unit in _YEARS_OF else unit
    extent = Interval.half_open(low * years, high * years)
    ago = scan.text.word(last) == "ago"
    words = " ".join(scan.text.surface(i, last).lower().split())
    normal = words if words.split()[-1] != "years" or " " in words else "for years"
    if scaled and "decade" not in words:
        normal = f"for {words.removesuffix('-long')}"
    value = Value("duration", normal, None, unit, hedge=Hedge.VAGUE, extent=extent)
    return Length(i, last + ago, value.written_as(scan.text.surface(i, last + ago)), None, unit, ago)
