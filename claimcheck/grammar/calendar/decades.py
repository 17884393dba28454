"""Decades and centuries: the mid-1990s, the nineteen-eighties, a 12th-century castle, the 5th century BC."""

from typing import Final

from claimcheck.grammar.calendar.absolute import digits
from claimcheck.grammar.calendar.days import bounds, civil, days_of_years
from claimcheck.grammar.calendar.names import DECADE_WORDS, PARTS, listed
from claimcheck.grammar.calendar.period import Node, Period, Scan, span_period
from claimcheck.grammar.calendar.relative import said
from claimcheck.grammar.calendar.units import century_period, decade_period

_PRONOUNS: Final = frozenset(listed("his her their my your our its"))
CENTURIES: Final = {"sixteen": 1600, "seventeen": 1700, "eighteen": 1800, "nineteen": 1900}
"""Words before a decade's name: nineteen-eighties."""
_BEFORE_CHRIST: Final = frozenset(listed("bc bce b.c. b.c.e."))
_MOST: Final = 30  # the last century that anyone writes of


def century(first: int, last: int, number: int, scan: Scan) -> Node | None:
    """The `number`-th century, whose words end at token `last`; before Christ where an era says so."""
    if not 0 < number <= _MOST:
        return None
    if scan.words[last] not in _BEFORE_CHRIST:
        return Node(first, last, (century_period(number),))
    days = days_of_years(1 - 100 * number, 100 - 100 * number)
    return Node(first, last + 1, (Period(days, "century", f"{century_period(number).normal} BC"),))


def centuries(first: int, last: int, ends: tuple[int, int]) -> Node | None:
    """`the 18th and 19th centuries`: from the first day of one to the last of the other."""
    low, high = ends
    if not 0 < low < high <= _MOST:
        return None
    period = century_period(low).days.hull(century_period(high).days)
    return Node(first, last, (span_period(*bounds(period)),))


def spelt_decade(scan: Scan, i: int, depth: int) -> Node | None:
    """`nineteen-eighties`, `nineteen twenties`."""
    start = CENTURIES.get(scan.words[i])
    j = i + 1 + (scan.words[i + 1] == "-")
    years = DECADE_WORDS.get(scan.words[j])
    return Node(i, j + 1, (decade_period(start + years),)) if start and years else None


def decade(scan: Scan, i: int, depth: int) -> Node | None:
    """`the 1990s`, `the 80s`, `the '90s`, `the 1800s`, `the nineties`."""
    word, j = scan.words[i], i
    before = scan.words[i - 1]
    if word in DECADE_WORDS:
        shown = before == "the" or before in PARTS or scan.words[i - 2] in PARTS or before == "in"
        owned = before in _PRONOUNS or (before in PARTS and scan.words[i - 2] in _PRONOUNS)  # an age
        return _short_decade(scan, i, i + 1, DECADE_WORDS[word]) if shown and not owned else None
    if word in ("'", "’", "‘", "`"):
        word, j = scan.words[i + 1], i + 1
    last = j + 1
    if scan.words[last] in ("'", "’") and scan.text.glued(last):
        last += 1
    if scan.words[last] not in ("s", "'s", "’s") or not digits(word) or not word.endswith("0"):
        return None
    glued = scan.text.glued(last)
    if len(word) == 4 and glued and 1000 <= int(word) < 2200:
        if scan.words[last + 1] == "decade":
            return Node(i, last + 2, (decade_period(int(word)),))
        return _long_decade(i, last + 1, int(word))
    shown = before in ("the", "in", "-") or before in PARTS or j > i
    if len(word) == 2 and (int(word) >= 10 or word == "00") and shown and before not in _PRONOUNS:
        return _short_decade(scan, i, last + 1, int(word))
    return None


def _long_decade(first: int, last: int, year: int) -> Node:
    decade, century = decade_period(year), century_period(year // 100 + 1)
    if year % 100:
        return Node(first, last, (decade,))
    periods = (century, decade) if year < 2000 else (decade, century)
    return Node(first, last, periods, f"the {year}s: {periods[0].normal}, though it may be the {periods[1].grain}")


def _short_decade(scan: Scan, first: int, last: int, years: int) -> Node:
    near = civil(scan.today)[0] if scan.today is not None else 2010
    latest = near // 100 * 100 + years
    latest -= 100 if latest > near else 0
    decade, other = decade_period(latest), decade_period(latest - 100)
    words = said(scan, first, last)
    return Node(first, last, (decade, other), f"{words}: {decade.normal}, the latest that has begun", said=words)
