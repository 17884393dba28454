"""Where a date may start: a cheap test on a word and the one after it, before any rule is tried."""

from typing import Final

from claimcheck.grammar.calendar.anchored import APART, BESIDE
from claimcheck.grammar.calendar.current import RUNNING, UNTIL, runs
from claimcheck.grammar.calendar.expressions import FEAST_WORDS, FIGURES, FOLLOWING, TRIGGERS
from claimcheck.grammar.calendar.figures import run_on, slashed
from claimcheck.grammar.calendar.fiscal import FISCAL
from claimcheck.grammar.calendar.holidays import HOLIDAYS
from claimcheck.grammar.calendar.marks import FIGURES as LONG_FIGURES
from claimcheck.grammar.calendar.marks import IN, ONE, TRIGGER, UNIT
from claimcheck.grammar.calendar.names import DECADE_WORDS, LAST, MONTHS, NEXT, UNIT_WORDS, UNITS, WEEKDAYS, listed
from claimcheck.grammar.calendar.period import Scan
from claimcheck.grammar.calendar.stretches import ENDS
from claimcheck.grammar.numerals import Numeral

_APART: Final = frozenset(listed("ago back from after before following"))
_SURE: Final = frozenset({*MONTHS, *WEEKDAYS, *LAST, *NEXT, "s", "'s", "’s", "'", "’", "q", "h"})
_SIGNS: Final = frozenset("-–—/.,")
_LISTS: Final = frozenset([",", "and", "&"])
_LISTED: Final = frozenset(["on", "of", ",", "and"])
"""Words before the first day of `3, 4 and 5 May`."""
_JOINTS: Final = frozenset(listed("to through thru till until and"))
_LATER: Final = frozenset(listed("the now present date current"))
_TELLING: Final = _SURE | UNIT_WORDS | _SIGNS | _JOINTS | FISCAL | {"of", "day"}
"""Words that may follow a number at the start of a date; besides them, only its own form tells."""
_PAIRED: Final = frozenset("&")
_BEHIND_ORDINAL: Final = FOLLOWING | frozenset(listed("at for this through until or till thru"))
"""Words that may follow an ordinal at the start of a date, numbers and signs aside."""
_LED: Final = UNIT_WORDS | {"couple", "few", "a", "and"}
"""Words that may follow `a` or `in` at the start of a date."""
_APOSTROPHES: Final = frozenset(["'", "’", "‘"])
_BESIDE_MONTH: Final = frozenset(listed("the this next last current previous"))
_MINUS: Final = frozenset("-−–")
_NUMBERS: Final = _APOSTROPHES | {"the"}
"""Words that belong to the number after them (`the 18th`, `'08`)."""
_NOW: Final = frozenset(["now", "date"])
_BEFORE_NOW: Final = UNTIL | {"between"}
_OF: Final = frozenset(["of"])


def _followers() -> dict[str, frozenset[str]]:
    """Words that start a date only before certain others."""
    table = dict.fromkeys(listed("end start beginning middle opening close"), _OF)
    table["end"] = _OF | {"-"}
    table |= {word: frozenset(["through"]) for word in ("midway", "halfway")}
    table["night"] = frozenset(["before"])
    table |= {"day": frozenset(["after", "before"]), "month": ENDS | {"before"}, "quarter": ENDS}
    table |= {word: UNIT_WORDS | {"half"} for word in ("final",)}
    for name in HOLIDAYS:
        first = name[0]
        if len(name) > 1 and name[:1] not in HOLIDAYS and (first in FEAST_WORDS or first in table):
            table[first] = table.get(first, frozenset()) | {name[1]}
    return table


_FOLLOWERS: Final = _followers()
_NAMING: Final = frozenset(listed("year fiscal financial calendar fy cy week q h"))
"""Words that start a date only before a number or one of a few words."""
_NAMED_AFTER: Final = frozenset(listed("year quarter of commencing beginning starting before - 's ’s ' ’")) | ENDS
_WHOLE_YEARS: Final = frozenset(listed("last previous next this current"))
_AFTER_YEAR: Final = frozenset(listed("'s ’s to through thru till until - – — ~"))


def starts_of_dates(scan: Scan) -> list[int]:
    """Tokens at which a date may start, in order; whole calendar years are left to their kind."""
    text, words = scan.text, scan.words
    found = []
    figures = False
    for i, mark in scan.marks:
        if mark & TRIGGER and _word_leads(scan, i, words[i]):
            found.append(i)
        if mark & UNIT:
            if words[i - 1] in BESIDE and i:
                found.append(i - 1)
        elif scan.units and ((mark & ONE and words[i + 1] in _LED) or (mark & IN and _led(scan, i + 1))):
            found.append(i)
        figures = figures or mark & LONG_FIGURES > 0
    for i, numeral in scan.numerals.items():
        word, after = words[i], words[numeral.last]
        if numeral.coded:
            found += [k for k in range(i, numeral.last) if words[k][0].isdigit() and _code_leads(scan, k)]
            if words[i - 1] in _APOSTROPHES:
                found.append(i - 1)
        elif (
            after in _TELLING
            or numeral.ordinal
            or words[i + 1] == "/"
            or len(word) >= _WHOLE
            or (len(word) >= _YEAR and (after in _PAIRED or after[:1].isdigit() or words[i - 1] == "on"))
        ) and _leads(scan, i, numeral):
            found.append(i)
            if words[i - 1] in _NUMBERS:
                found.append(i - 1)
    if figures and FIGURES.search(text.text):
        found += [i for i, mark in scan.marks if mark & LONG_FIGURES]
    return sorted(set(found)) if len(found) > 1 else found


def _led(scan: Scan, i: int) -> bool:
    """Whether what follows `in` may be an amount of time."""
    numeral = scan.numerals.get(i)
    return scan.words[numeral.last] in UNITS if numeral else scan.words[i] in _LED


def _word_leads(scan: Scan, i: int, word: str) -> bool:
    """Whether the word after a trigger allows a date."""
    following = scan.words[i + 1]
    if word in RUNNING:
        j = i + 1 + (following == "-")
        if (scan.words[j] == "to" and j + 1 < len(scan.text)) or runs(scan, i):
            return True
    if word in _FOLLOWERS:
        return following in _FOLLOWERS[word]
    if word in _NOW:
        return scan.words[i - 1] in _BEFORE_NOW
    if word in _NAMING:
        return following[:1].isdigit() or following in _NAMED_AFTER or i + 1 in scan.numerals
    if following == "year" and word in _WHOLE_YEARS:
        return scan.words[i + 2] in _AFTER_YEAR
    return True


def _code_leads(scan: Scan, i: int) -> bool:
    """Whether the figures at token `i`, which are part of a code or of a list, may begin a date."""
    word, after = scan.words[i], scan.words[i + 1]
    if after == "/" and not slashed(scan, i):
        return False
    if after == "," and len(word) < _YEAR and not scan.monthly:
        return False
    return not run_on(scan, i)


_YEAR: Final = 4
"""Figures of a year."""
_WHOLE: Final = 8
"""Figures of a whole date: 20211008."""


def _leads(scan: Scan, i: int, numeral: Numeral) -> bool:
    """Whether what follows the number at token `i` allows a date."""
    words, last = scan.words, numeral.last
    word, after = words[i], words[last]
    if word in _MINUS:
        return False
    if numeral.ordinal:
        return after in _BEHIND_ORDINAL or not after.isalpha() or last in scan.numerals
    if after in _SURE or (words[i + 1] == "/" and slashed(scan, i)):
        return True
    following = words[last + 1]
    if after in UNITS:
        return following in _APART or following in APART or following in ENDS
    if len(word) == 4 and len(following) == 4 and following.isdigit():
        return False  # two years
    if (len(word) >= _WHOLE and "," not in word) or (len(word) == 4 and after[:1].isdigit()):
        return True
    if scan.monthly and after in _LISTS and words[i - 1] in _LISTED and following[:1].isdigit():
        return after != "," or len(word) <= 2
    if after in _SIGNS:
        return (
            following in MONTHS
            or following in DECADE_WORDS
            or following == "century"
            or (after != "," and (following[:1].isdigit() or following in _LATER or last + 1 in scan.numerals))
        )
    if after == "and" and words[i - 1] != "between":
        return False
    if after in _JOINTS:
        return following in TRIGGERS or following in _LATER or last + 1 in scan.numerals
    if after == "of":
        return following in MONTHS or following in _BESIDE_MONTH
    return after == "day" or after in FISCAL or ("." in word and words[i - 1] == "on")
