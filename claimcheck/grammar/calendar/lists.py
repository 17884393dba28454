"""Dates in lists, of which the last alone says month or year: `June and July 2019`, `3, 4 and 5 May`."""

from collections.abc import Iterator
from typing import Final

from claimcheck.grammar.calendar.absolute import day_first, day_number, digits, year_number
from claimcheck.grammar.calendar.days import is_day
from claimcheck.grammar.calendar.period import Node, Partial, Scan

LINKS: Final = frozenset([",", "and", "or", "&"])
"""Words between the members of a list."""
_CUES: Final = frozenset(["on", "of", "the", "and", ",", "or", "&"])
_MOST: Final = 5  # members of a list looked at


def _next(scan: Scan, i: int) -> int:
    """The token after the commas and words that join members of a list at token `i`; `i` where there is none."""
    for _ in range(2):
        i += scan.words[i] in LINKS
    return i


def with_year_after(scan: Scan, node: Node) -> Node:
    """A day or month takes the year of the date that ends its list."""
    partial = node.partial
    if partial is None or partial.year is not None or partial.month is None or node.periods:
        return node
    last = node.last
    for _ in range(_MOST):
        start = _next(scan, last)
        if start == last:
            return node
        if scan.words[start] == "the":
            start += 1
        right = scan.date_at(start)
        if right is not None and right.partial is not None and right.partial.month is not None:
            year, last = right.partial.year, right.last
        else:
            day = day_number(scan, start) if partial.day is not None else None
            found = _year_after(scan, day[1]) if day else None
            if day is None:
                return node
            year, last = (found, day[1])
        if year is not None:
            fits = partial.day is None or is_day(year, partial.month, partial.day)
            why = "in the year of the date that ends the list"
            return node._replace(partial=partial._replace(year=year), why=why) if fits else node
    return node


def _year_after(scan: Scan, i: int) -> int | None:
    found = year_number(scan, i + (scan.words[i] == ","))
    return found[0] if found else None


def listed_day(scan: Scan, i: int, depth: int) -> Node | None:
    """`3` in `on 3, 4 and 5 May 2019`: a bare number whose month ends the list."""
    if not scan.monthly or scan.words[i - 1] not in _CUES or not _bare_day(scan, i):
        return None
    number, j = int(scan.words[i]), i
    for _ in range(_MOST):
        following = _next(scan, j + 1)
        if following == j + 1:
            return None
        right = day_first(scan, following)
        if right is not None and right.partial is not None and right.partial.day is not None:
            year, month = right.partial.year, right.partial.month
            fits = month is not None and number < right.partial.day and is_day(year or 2000, month, number)
            return Node(i, i + 1, partial=Partial(year, month, number)) if fits else None
        if not _bare_day(scan, following):
            return None
        j = following
    return None


def _bare_day(scan: Scan, i: int) -> bool:
    word = scan.words[i]
    return digits(word) and len(word) <= 2 and 1 <= int(word) <= 31 and scan.words[i + 1] in LINKS


def days_after(scan: Scan, node: Node) -> Iterator[tuple[int, int, int]]:
    """The further days of `May 3, 4 and 5`: the number of each, its token and the token after it."""
    partial, last = node.partial, node.last
    if partial is None or partial.day is None or partial.month is None:
        return
    found, before = [], partial.day
    for _ in range(_MOST):
        start = _next(scan, last)
        day = day_number(scan, start) if start > last and digits(scan.words[start]) else None
        if day is None or day[0] <= before or not is_day(2000, partial.month, day[0]):
            break
        found.append((day[0], start, day[1]))
        before, last = day[0], day[1]
        if scan.words[start - 1] == "and":
            if not scan.words[last].isalnum() or scan.words[last] in _FOLLOWING:
                year = year_number(scan, last + (scan.words[last] == ","))
                found[-1] = (*found[-1][:2], year[1] if year and year[0] == partial.year else last)
                yield from found
            return


_FOLLOWING: Final = frozenset("at in and to for with it they he she when while before after".split())
