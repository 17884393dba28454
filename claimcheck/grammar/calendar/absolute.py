"""Dates by their name or number: days, months, weekdays and years, whole or in part."""

from typing import Final

from claimcheck.grammar.calendar.days import civil, is_day
from claimcheck.grammar.calendar.names import (
    DOUBTFUL_MONTHS,
    ERAS,
    LOWER_DOUBTFUL,
    MONTHS,
    PREPOSITIONS,
    listed,
)
from claimcheck.grammar.calendar.national import year_of_event
from claimcheck.grammar.calendar.period import Node, Partial, Scan
from claimcheck.grammar.memo import Memo

_SUFFIXES: Final = frozenset(["st", "nd", "rd", "th"])
_SEPARATORS: Final = frozenset("/-.")
_APOSTROPHES: Final = frozenset("'’‘`")
_NOON_CUES: Final = frozenset(
    listed("on from by until till since to this next last before after through between and or starting due date")
)
_BEFORE_MONTHS: Final = frozenset(listed("in since until till last next this early late mid during through"))
_NEAR: Final = 40  # tokens back to which "that year" looks for its year
_PIVOT: Final = 20  # two-digit years run from 79 years before to 20 years after the reference year


digits: Final = Memo(lambda word: word.isascii() and word.isdigit()).__getitem__
"""Whether a token is figures alone."""


def day_number(scan: Scan, i: int) -> tuple[int, int] | None:
    """A day of the month at token `i` (`8`, `8th`, `eighth`, `twenty nine`) and the token after it."""
    word = scan.words[i]
    if digits(word):
        if len(word) > 2 or not 1 <= int(word) <= 31:
            return None
        after = i + 1
        if scan.words[after] in _SUFFIXES and scan.text.glued(after):
            after += 1
        return int(word), after
    found = scan.numerals.get(i)
    if found is None or found.number is None or found.stated or not 1 <= found.number <= 31:
        return None
    return (int(found.number), found.last) if found.number == int(found.number) else None


def full_year(short: int, scan: Scan) -> int:
    """The year that two figures stand for."""
    near = civil(scan.today)[0] if scan.today is not None else 2010
    year = near // 100 * 100 + short
    return year - 100 if year > near + _PIVOT else year + 100 if year <= near - 100 + _PIVOT else year


def year_number(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year written out at token `i` (`2008`, `'08`, `nineteen eighty six`) and the token after it."""
    word = scan.words[i]
    if digits(word):
        return (int(word), i + 1) if len(word) == 4 and 1000 <= int(word) < 3000 else None
    if word in _APOSTROPHES:
        short = scan.words[i + 1]
        if len(short) == 2 and digits(short) and scan.text.glued(i + 1) and scan.words[i + 2] != "s":
            return full_year(int(short), scan), i + 2
        return None
    return _year_in_words(scan, i)


def _year_in_words(scan: Scan, i: int) -> tuple[int, int] | None:
    first = scan.numerals.get(i)
    if first is None or first.digits or first.number is None or first.ordinal:
        return None
    if 1000 <= first.number < 3000 and first.number == int(first.number):
        return int(first.number), first.last
    rest = scan.numerals.get(first.last)
    if rest is None or rest.digits or rest.number is None or first.number not in range(13, 22):
        return None
    if 10 <= rest.number < 100 and not rest.ordinal:
        return int(first.number * 100 + rest.number), rest.last
    return None


def month_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """A month's name at token `i`, with the full stop of an abbreviation, and the token after it."""
    word = scan.words[i]
    month = MONTHS.get(word)
    if month is None:
        return None
    short = len(word) <= 4 and word not in ("may", "june", "july")
    dot = short and scan.words[i + 1] == "." and scan.text.glued(i + 1)
    return month, i + 1 + dot


def year_named_before(scan: Scan, i: int) -> int | None:
    """The year in figures that was named last, not far before token `i`; None where there is none."""
    words = scan.words
    for j in range(i - 1, max(-1, i - 1 - _NEAR), -1):
        word = words[j]
        if len(word) == 4 and digits(word) and 1500 <= int(word) <= 2200 and not _counts(scan, j + 1):
            return int(word)
    return None


def _sure_month(scan: Scan, i: int, last: int) -> bool:
    """Whether a month's name without day or year is a month at all, and no verb, adjective or person."""
    word, capital = scan.words[i], scan.capital(i)
    if capital and scan.words[last] == "of" and scan.words[last + 2] == "year":
        return True  # "March of last year"
    alone = len(scan.text) <= last - i + 1
    if word not in DOUBTFUL_MONTHS:
        return capital or len(word) > 4 or alone
    before = scan.words[i - 1]
    if last < len(scan.text) and scan.capital(last) and before not in _BEFORE_MONTHS:
        return False
    if scan.words[last] in ("-", "–", "/", "to", "through") and month_at(scan, last + 1):
        return True  # Jan-Feb
    if alone or (before in PREPOSITIONS and (capital or word not in ("may", "mar", "jan"))):
        return word != "may" or capital or alone
    if word in LOWER_DOUBTFUL and (not capital or word in ("may", "march", "mar", "jan", "dec")):
        return capital and scan.possessive(last) and word in ("march",)
    return capital and not (last < len(scan.text) and scan.capital(last))


def _lower_word(scan: Scan, i: int) -> bool:
    """Whether a month's name stands in small letters where it may be another word."""
    return scan.words[i] in LOWER_DOUBTFUL and not scan.capital(i)


def _year_after(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year that belongs to the day or month before token `i`: `, 2021`, `of 2021`, `in 2021`, `'21`."""
    j = i + 1 if scan.words[i] in (",", "of", "in", "-", "/") else i
    if scan.words[j] in ERAS or scan.words[j + 1] in ERAS:
        return _year_of_era(scan, j)
    found = year_number(scan, j)
    if found and not _counts(scan, found[1]):
        return found
    short = scan.words[j]
    if scan.words[i] == "of" and len(short) == 2 and digits(short):
        return full_year(int(short), scan), j + 1
    return None


def _year_of_era(scan: Scan, i: int) -> tuple[int, int] | None:
    """`AD 79`, `44 BC` at token `i`."""
    first = ERAS.get(scan.words[i])
    figures = scan.words[i + (first is not None)]
    if not digits(figures) or len(figures) > 4 or int(figures) == 0:
        return None
    before = (first or ERAS.get(scan.words[i + 1], 1)) < 0
    return (1 - int(figures) if before else int(figures)), i + 2


def _counts(scan: Scan, last: int) -> bool:
    """Whether the figure before `last` goes on (`2008.5`, `2008:30`, `2008%`)."""
    after = scan.words[last]
    clock = after == ":" and scan.text.glued(last + 1) and digits(scan.words[last + 1])
    return scan.text.glued(last) and (clock or after in ("%", "$") or digits(after))


def month_first(scan: Scan, i: int) -> Node | None:
    """`October 8, 2021`, `Oct. 8`, `October 2021`, `Oct-2021`, `October`."""
    found = month_at(scan, i)
    if found is None:
        return None
    month, last = found
    if scan.possessive(last):
        return Node(i, last, partial=Partial(month=month)) if _sure_month(scan, i, last) else None
    j = last + (scan.words[last] in ("-", "/", "the") and not (scan.words[last] == "-" and _spaced(scan, last)))
    day = day_number(scan, j)
    if day and not _counts(scan, day[1]) and scan.words[day[1]] != "s":
        number, after = day
        year = _year_after(scan, after)
        if year and is_day(year[0], month, number):
            return Node(i, year[1], partial=Partial(year[0], month, number))
        if is_day(2000, month, number) and not (
            _lower_word(scan, i) and scan.words[i] == "may" and after - j == 1
        ):
            return Node(i, after, partial=Partial(year_of_event(month, number, scan.words[after]), month, number))
    year = _year_after(scan, last)
    if year:
        tail = scan.words[year[1] + 1] if scan.words[year[1]] == "-" else ""
        if digits(tail) and len(tail) == 2 and is_day(year[0], month, int(tail)):  # September-2020-23
            return Node(i, year[1] + 2, partial=Partial(year[0], month, int(tail)))
        return Node(i, year[1], partial=Partial(year[0], month))
    return Node(i, last, partial=Partial(month=month)) if _sure_month(scan, i, last) else None


def _spaced(scan: Scan, i: int) -> bool:
    """Whether token `i` has white space on either side."""
    return not (scan.text.glued(i) and scan.text.glued(i + 1))


def day_first(scan: Scan, i: int) -> Node | None:
    """`8 October 2021`, `8th of October`, `eighth day of October`, `8-Oct-21`."""
    found = day_number(scan, i) if scan.monthly else None
    if found is None or scan.words[i - 1] in ("$", "€", "£"):
        return None
    number, j = found
    bare = j == i + 1 and digits(scan.words[i])
    if scan.words[j] == "day":
        j += 1
    if scan.words[j] in ("of", "-", "/", ","):
        bare = bare and scan.words[j] in "-,"
        j += 1
    month = month_at(scan, j)
    if month is None or not is_day(2000, month[0], number):
        return None
    year = _year_after(scan, month[1]) or _short_year(scan, month[1])
    if year and is_day(year[0], month[0], number):
        return Node(i, year[1], partial=Partial(year[0], month[0], number))
    if scan.words[j - 1] == "," or (bare and _lower_word(scan, j)):
        return None
    return Node(i, month[1], partial=Partial(month=month[0], day=number))


def _short_year(scan: Scan, i: int) -> tuple[int, int] | None:
    """Two bare figures after day and month, where nothing follows that they could count."""
    j = i + (scan.words[i] in ("-", "/"))
    word, after = scan.words[j], scan.words[j + 1]
    if len(word) == 2 and digits(word) and not after.isalpha() and after not in ("%", ":", "-", "$"):
        return full_year(int(word), scan), j + 1
    return None
