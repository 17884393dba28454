"""Lengths of time: an amount and a unit, in one piece or several, with the rules for what they leave open.

Years and months that are merely counted are *completed*: thirteen years are said until the fourteenth is full,
so their extent is `[13, 14)`. A length in one word (`a six-year term`, `a 30-day truce`) is planned or whole and
means just that number. Decades and centuries are counted in years, with the decade or century as their step.
"""

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck.grammar.calendar.marks import AGE, AGES, IN, LASTING, LONG, TENS, UNIT
from claimcheck.grammar.calendar.names import BETWEEN, DECADE_WORDS, UNITS, listed
from claimcheck.grammar.calendar.period import Scan
from claimcheck.grammar.durations.amounts import Part, counted
from claimcheck.grammar.durations.wording import value_of
from claimcheck.grammar.hedges import hedged, link
from claimcheck.grammar.records import record
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
_OPENERS: Final = frozenset(listed("a an one another all half several few many"))
_SELF: Final = frozenset({*(word for word, unit in UNITS.items() if word != unit), *LONG})
"""Words that may be a length by themselves: `decades`, `for years`, `daylong`."""
_PRONOUNS: Final = frozenset(listed("his her their my your our its"))
_GLUED: Final = frozenset(listed("h yo y.o. hr hrs min mins"))
_OWNED: Final = frozenset(["s", "'s", "’s"])
NEEDS: Final = frozenset({*UNITS, *_GLUED, *_OWNED, *LONG, *AGES, *DECADE_WORDS})
"""Words one of which stands in every text that holds a length of time."""
_JOINED: Final = frozenset({*listed("- – — to and or of a an through , plus"), *BETWEEN})
"""Words that may stand between a number and the unit that counts it, other numbers aside."""
_NEAR: Final = 8  # tokens within which the unit of a range or a sum follows its first number


class Length(NamedTuple):
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
    """Tokens at which a length may start: what follows a number, or stands before a unit, shows it."""
    words, units = scan.words, scan.units
    found = []
    tens = False
    for i, mark in scan.marks:
        if mark & UNIT:
            if words[i] in _SELF or (words[i + 2] == "long" and words[i + 1] == "-"):
                found.append(i)
            found += [k for k in range(i - 3, i) if words[k] in _OPENERS and k >= 0]
        elif mark & (LASTING | AGE):
            found.append(i)
        tens = tens or mark & TENS > 0
    for i, numeral in scan.numerals.items():
        after = words[numeral.last]
        if after in UNITS or after in _GLUED:
            found.append(i)
        elif after in _JOINED and units:
            k = bisect_left(units, numeral.last)
            if k < len(units) and units[k] - numeral.last < _NEAR:
                found.append(i)
        elif after in _OWNED:
            found += [k for k in range(max(0, i - 4), i) if words[k] == "in"]
    if tens:
        found += [i for i, mark in scan.marks if mark & IN and words[i + 1] in _PRONOUNS]
    return sorted(set(found)) if len(found) > 1 else found


def length_at(scan: Scan, i: int, floor: int = 0) -> Length | None:
    """The length of time that starts at token `i`, before its hedge; None where there is none."""
    word = scan.words[i]
    if word in AGES:
        return _aged(scan, i)
    if word == "in":
        return _in_tens(scan, i)
    if word in LONG:
        return _finished(scan, Part(i, i + 1, _ONE, _ONE, False, LONG[word], True), i)
    part = counted(scan, i)
    if part is None:
        return _vague(scan, i)
    return _finished(scan, part, floor)


def _old(scan: Scan, part: Part) -> Part:
    """`-old`, `years old`, `years of age`, `yo`: an age, in completed units."""
    j = part.last
    if scan.words[j] == "-" and scan.words[j + 1] in ("old", "olds"):
        return part._replace(last=j + 2, old=True)
    if scan.words[j] in ("old", "olds"):
        return part._replace(last=j + 1, old=True)
    if scan.text.words[j : j + 2] == ("of", "age"):
        return part._replace(last=j + 2, old=True)
    if part.joined and scan.words[j] == "-" and scan.words[j + 1] == "long":
        return part._replace(last=j + 2)
    return part


def _finished(scan: Scan, part: Part, floor: int) -> Length | None:
    """A part with its age words and hedges, as a value."""
    unit = part.unit
    part = _in_years(_old(scan, part))
    if unit == "fortnight":
        part = part._replace(unit="week", number=part.number * 2, upper=part.upper and part.upper * 2)
    elif unit == "night":
        part = part._replace(unit="day", why="a night is counted as a day")
    ago = scan.words[part.last] == "ago" and not part.joined
    first, last, hedge = part.first, part.last, Hedge.NONE
    if part.upper is None:
        around = hedged(scan.text, first, last, floor=floor, but=_but(scan, part, ago))
        first, last, hedge = around.first, around.last, around.hedge
    last += scan.words[last] == "ago" and not part.joined
    value = value_of(part, hedge, scan.text.surface(first, last))
    amount = part.number if part.upper is None else None
    return record(Length, (first, last, value, amount, part.unit, ago, part.why))


def _but(scan: Scan, part: Part, ago: bool) -> frozenset[str]:
    """`over 13 years` is mostly `in the course of`; it is `more than` of an age and after a verb of lasting."""
    if part.old or ago or scan.words[part.first - 2] in _OVER:
        return frozenset()
    return frozenset(["over", "some"]) if part.number == 1 else frozenset(["over"])


def _in_years(part: Part) -> Part:
    """Decades, centuries and millennia counted in years, themselves the step."""
    years = _YEARS_OF.get(part.unit)
    if years is None:
        return part
    step = None if part.step is None else part.step * years
    upper = None if part.upper is None else part.upper * years
    return part._replace(
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
    j += scan.words[j] in ("of", "between", "from", ":")
    low = scan.numerals.get(j)
    if low is None or low.number is None or low.ordinal or low.coded or not 0 < low.number < 130:
        return None
    if (
        scan.words[low.last] in ("%", "percent")
        or low.number != int(low.number)
        or (scan.words[i + 1] == "of" and (scan.words[i - 1] in ("the", "an")))
    ):
        return None
    part = Part(i, low.last, low.number, low.step, low.stated, "year", old=True)
    for start in (low.last + 1, low.last + 2):
        high = scan.numerals.get(start)
        if high and high.number and link(scan.text, low.last, start) and low.number < high.number < 130:
            part = part._replace(last=high.last, upper=high.number)
            break
    unit = UNITS.get(scan.words[part.last])
    if unit is not None and unit != "year":
        return None
    return _finished(scan, part._replace(last=part.last + (unit is not None)), i)


def _in_tens(scan: Scan, i: int) -> Length | None:
    """`in his 30s`, `in her early forties`: ten years of age."""
    j = i + 2 + (scan.words[i + 2] in ("early", "mid", "late")) + (scan.words[i + 3] == "-")
    if scan.words[i + 1] not in _PRONOUNS:
        return None
    decade = DECADE_WORDS.get(scan.words[j])
    if decade:
        tens, last = Decimal(decade), j + 1
    else:
        found = scan.numerals.get(j)
        glued = scan.words[j + 1] in ("s", "'s", "’s") and scan.text.glued(j + 1)
        if found is None or found.number is None or found.last != j + 1 or not glued:
            return None
        tens, last = found.number, j + 2
    if tens % 10 or not 10 <= tens < 120:
        return None
    part = Part(i, last, tens, Decimal(10), False, "year", upper=tens + 9, old=True)
    return _finished(scan, part, i)


def _vague(scan: Scan, i: int) -> Length | None:
    """`several weeks`, `a few days`, `decades`, `for years`: no number, but a span."""
    word = scan.words[i]
    j = i + (word == "a")
    size = _VAGUE.get(scan.words[j])
    if size and word != "some":
        unit_at = j + 1 + (scan.words[j + 1] in BETWEEN)
        unit = UNITS.get(scan.words[unit_at])
        if unit is None or unit in ("night", "weekend") or scan.words[unit_at] == unit:
            return None
        return _spanning(scan, i, unit_at + 1, unit, size[0], size[1])
    plural = UNITS.get(scan.words[i])
    if plural not in _VAGUE_PLURAL or scan.words[i] == plural or len(word) < 4 or i in scan.numerals:
        return None
    long = scan.text.words[i + 1 : i + 3] == ("-", "long")
    before = scan.words[i - 1]
    if not (long or before in _LASTING or (plural == "decade" and before not in ("recent", "past", "last", "-"))):
        return None
    unit, low, high = _VAGUE_PLURAL[plural]
    return _spanning(scan, i, i + 1 + 2 * long, unit, low, high, scaled=True)


def _spanning(scan: Scan, i: int, last: int, unit: str, low: int, high: int, *, scaled: bool = False) -> Length:
    years = _ONE if scaled else _YEARS_OF.get(unit, _ONE)
    unit = "year" if unit in _YEARS_OF else unit
    extent = Interval.half_open(low * years, high * years)
    ago = scan.words[last] == "ago"
    words = " ".join(scan.text.surface(i, last).lower().split())
    normal = words if words.split()[-1] != "years" or " " in words else "for years"
    if scaled and "decade" not in words:
        normal = f"for {words.removesuffix('-long')}"
    written = scan.text.surface(i, last + ago)
    value = Value("duration", normal, None, unit, hedge=Hedge.VAGUE, extent=extent, written=written)
    return Length(i, last + ago, value, None, unit, ago)
