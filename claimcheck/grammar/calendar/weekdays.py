"""Weekdays, alone or with their date: Friday, Fri., Friday the 8th, Friday (Oct. 8)."""

from claimcheck.grammar.calendar.absolute import day_first, day_number, month_first
from claimcheck.grammar.calendar.figures import numeric
from claimcheck.grammar.calendar.names import DAY_PARTS, DOUBTFUL_WEEKDAYS, MONTHS, PREPOSITIONS, WEEKDAYS, listed
from claimcheck.grammar.calendar.period import Node, Partial, Scan

_EPITHETS = frozenset(listed("bloody bowl black blue super fat big good wicked"))
"""Words that make a weekday the name of an event, where no feast has that name."""
_AFTER = frozenset(listed("at in and or for with from until till"))


def weekday_at(scan: Scan, i: int) -> Node | None:
    """`Friday`, `Fri.`, `Friday the 8th`, `Friday 8 October 2021`, `Friday, Oct. 8`, `Friday (Oct. 8)`."""
    word = scan.words[i]
    day = WEEKDAYS.get(word)
    if day is None:
        return None
    last = i + 1
    if word in DOUBTFUL_WEEKDAYS and scan.words[last] == "." and scan.text.glued(last):
        last += 1
    if not scan.possessive(last):
        fuller = _dated_weekday(scan, i, last, day)
        if fuller:
            return fuller
    return Node(i, last, partial=Partial(weekday=day)) if _sure_weekday(scan, i, last) else None


def _dated_weekday(scan: Scan, i: int, last: int, day: int) -> Node | None:
    j = last
    while scan.words[j] in (",", "the", "(", "on") and j < last + 2:
        j += 1
    found = month_first(scan, j) or numeric(scan, j, cued=True) or day_first(scan, j)
    if found and found.partial and found.partial.day is not None:
        closes = scan.words[j - 1] == "(" and scan.words[found.last] == ")"
        partial = Partial(found.partial.year, found.partial.month, found.partial.day, day)
        return Node(i, found.last + closes, found.periods, partial=partial)
    number = day_number(scan, j) if j <= last or scan.words[j - 1] == "the" else None
    if number is None or (scan.words[i] in DOUBTFUL_WEEKDAYS and number[1] == j + 1):
        return None
    if (
        scan.words[number[1]] in (":", "%", "am", "pm", "a.m.", "p.m.", "-", "to")
        or (scan.words[number[1]] == "." and scan.text.glued(number[1] + 1))
        or (scan.words[number[1]].isalpha() and scan.words[number[1]] not in _AFTER and number[1] == j + 1)
    ):
        return None
    return Node(i, number[1], partial=Partial(day=number[0], weekday=day))


def _name(scan: Scan, i: int, last: int) -> bool:
    """Whether a weekday belongs to the name of something: Bloody Sunday, the Sunday Times, Friday Night Lights."""
    words, before = scan.words, scan.words[i - 1]
    if i and before in _EPITHETS and scan.capital(i - 1):
        return True
    if last >= len(scan.text) or not scan.capital(last) or words[last] in MONTHS:
        return False
    if words[last] in DAY_PARTS:
        following = last + 1
        named = following < len(scan.text) and scan.capital(following) and words[following] not in PREPOSITIONS
        return named and words[following].isalpha() and before not in ("on", "last", "this", "next")
    return before == "the" and words[last].isalpha()


def _sure_weekday(scan: Scan, i: int, last: int) -> bool:
    """Whether a weekday's name is a day, and no `Sun`, `Sat` or `Wed` of another kind."""
    if scan.words[i] not in DOUBTFUL_WEEKDAYS:
        return not _name(scan, i, last)
    if len(scan.text) <= last - i + 1:
        return True
    named = last < len(scan.text) and scan.capital(last)
    return scan.words[i - 1] in PREPOSITIONS - {"the", "about", "for"} and scan.capital(i) and not named
