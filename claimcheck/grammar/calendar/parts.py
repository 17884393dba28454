"""Dates inside other dates: the end of the month, the first Monday of October, week 31 of 2018."""

from typing import Final

from claimcheck.grammar.calendar.absolute import digits
from claimcheck.grammar.calendar.days import bounds, civil, week_of_year, weekday
from claimcheck.grammar.calendar.names import PARTS, listed
from claimcheck.grammar.calendar.period import Node, Period, Scan, span_period
from claimcheck.grammar.calendar.relative import explained, said, unresolved_node
from claimcheck.grammar.calendar.resolve import settle
from claimcheck.grammar.calendar.units import (
    holiday_weekend,
    part_period,
    unit_period,
    week_period,
)

_LINKS: Final = frozenset(listed("of in for during , -"))
_SPELLS: Final = frozenset(listed("years days months weeks part stages hours"))
_OWN: Final = frozenset(["-", "'s", "’s"])
_WHOLE: Final = frozenset(listed("year month week quarter decade century"))


def part(scan: Scan, i: int, depth: int) -> Node | None:
    """`early 2007`, `late last year`, `mid-October`, `the end of the month`, `earlier this year`."""
    word, j = scan.words[i], i + 1
    part = PARTS.get(word, "late")
    if word in ("earlier", "later", "rest", "remainder"):
        return _part_of_current(scan, i, depth)
    noun = word not in ("early", "mid", "late")
    if noun and scan.words[j] == "of":
        j += 1
    elif noun and not (word == "end" and scan.words[j] == "-"):
        return None
    elif scan.words[j] in _SPELLS and scan.words[j + 1] == "of":
        j += 2  # "the early years of the 20th century"
    elif scan.words[j] == "in" and scan.words[j + 1] in ("the", "this", "that"):
        j += 1
    elif scan.words[j] in ("-", "to") and _second_part(scan, j):
        return _between_parts(scan, i, _second_part(scan, j), part, depth)
    elif scan.words[j] == "-" or (word == "mid" and scan.words[j] == "to"):
        j += 1
    article = scan.words[j] == "the"
    unit = scan.words[j + article]
    if noun and unit in _WHOLE:
        return _parts(scan, i, current(scan, j + article, unit), part)
    whole = scan.date_at(j, depth + 1)
    return _parts(scan, i, settle(scan, whole), part) if whole else None


def _second_part(scan: Scan, j: int) -> int:
    """The token of `late` in `mid-to-late`, from the token after `mid` on; 0 where there is none."""
    for word in ("-", "to", "-"):
        j += scan.words[j] == word
    return j if scan.words[j] in PARTS else 0


def _between_parts(scan: Scan, i: int, j: int, part: str, depth: int) -> Node | None:
    """`mid-to-late 2020`, `early to mid-October`: from the first day of one part to the last of the other."""
    second = PARTS[scan.words[j]]
    j += 1 + (scan.words[j + 1] == "-")
    whole = scan.date_at(j, depth + 1)
    whole = settle(scan, whole) if whole else None
    if whole is None:
        return None
    if not whole.periods:
        return unresolved_node(scan, i, whole.last)
    pairs = [(part_period(p, part), part_period(p, second)) for p in whole.periods]
    return Node(i, whole.last, tuple(span_period(*bounds(a.days.hull(b.days))) for a, b in pairs), whole.why)


def middle(scan: Scan, i: int, depth: int) -> Node | None:
    """`midway through 2020`, `halfway through last year`."""
    if scan.words[i + 1] != "through":
        return None
    whole = scan.date_at(i + 2, depth + 1)
    return _parts(scan, i, settle(scan, whole), "mid") if whole else None


def year_end(scan: Scan, i: int, depth: int) -> Node | None:
    """`year-end`, `by year's end`, `year-end 2020`."""
    if scan.words[i + 1] not in _OWN or scan.words[i + 2] != "end":
        return None
    whole = scan.date_at(i + 3, depth + 1)
    if whole and whole.partial and whole.partial.month is None and whole.partial.year:
        return _parts(scan, i, settle(scan, whole), "late")
    return _parts(scan, i, current(scan, i, "year")._replace(last=i + 3), "late")


def current(scan: Scan, i: int, unit: str) -> Node:
    """The unit, named at token `i`, that holds the reference day."""
    if scan.today is None:
        return unresolved_node(scan, i, i + 1)
    period = unit_period(scan.today, unit)
    return explained(scan, Node(i, i + 1, (period,)))


def _parts(scan: Scan, i: int, whole: Node, part: str) -> Node:
    if not whole.periods:
        return unresolved_node(scan, i, whole.last)
    periods = tuple(part_period(p, part) for p in whole.periods)
    return Node(i, whole.last, periods, whole.why, said=said(scan, i, whole.last))


def _part_of_current(scan: Scan, i: int, depth: int) -> Node | None:
    """`earlier this month` ends before the reference day, `later this week` starts after it."""
    j = i + 1 + (scan.words[i + 1] in ("in", "of"))
    k = j + (scan.words[j] == "the")
    if k > i + 1 and scan.words[k] in _WHOLE:
        whole: Node | None = current(scan, k, scan.words[k])
    else:
        whole = scan.date_at(j, depth + 1)
    if whole is None or scan.words[k] in ("that", "same"):
        return None  # "later that year" is after the day named before it: the year is all that is sure
    whole = settle(scan, whole)
    if not whole.periods or scan.today is None:
        return unresolved_node(scan, i, whole.last)
    low, high = bounds(whole.periods[0].days)
    if high - low == 1:
        return whole._replace(first=i)
    if not low <= scan.today < high:
        return _parts(scan, i, whole, PARTS.get(scan.words[i], "late"))
    first, end = {"earlier": (low, scan.today), "later": (scan.today + 1, high)}.get(
        scan.words[i], (scan.today, high)
    )
    return explained(scan, Node(i, whole.last, (span_period(first, end),))) if first < end else None


def week(scan: Scan, i: int, depth: int) -> Node | None:
    """`week of 4 October`, `weekend of Halloween`, `week commencing Monday`, `week 31 of 2018`."""
    weekend = scan.words[i] == "weekend"
    j = i + 1
    if scan.words[j] in ("of", "commencing", "beginning", "starting", "ending"):
        day = scan.date_at(j + 1, depth + 1)
        day = settle(scan, day) if day else None
        if day is None or not day.periods or day.periods[0].grain not in ("day", "span"):
            return None
        make = holiday_weekend if weekend else _week_of if scan.words[j] == "of" else week_period
        return day._replace(first=i, periods=tuple(make(bounds(p.days)[0]) for p in day.periods), partial=None)
    word = scan.words[j]
    if weekend or not digits(word) or not 1 <= int(word) <= 53:
        return None
    year = _year_of(scan, j + 1, depth)
    if year is None:
        return None
    return Node(i, year[1], (week_period(bounds(week_of_year(year[0], int(word)))[0]),), year[2])


def _week_of(day: int) -> Period:
    """`the week of 3 October`: the day is its first, so that of a Sunday is the one that begins on the Monday."""
    return week_period(day + (weekday(day) == 6))


def _year_of(scan: Scan, i: int, depth: int) -> tuple[int, int, str] | None:
    """The year that `of 2018`, `2018` or nothing at all names at token `i`, the token after it, and why."""
    j = i + (scan.words[i] in _LINKS)
    whole = scan.date_at(j, depth + 1)
    if whole:
        whole = settle(scan, whole)
    if whole and whole.periods and whole.periods[0].grain == "year":
        return civil(bounds(whole.periods[0].days)[0])[0], whole.last, whole.why
    if scan.today is None:
        return None
    year = civil(scan.today)[0]
    return year, i, f"in the year of the reference date, {year}"


def shorthand(scan: Scan, i: int, depth: int) -> Node | None:
    """`EOM`, `EOY`: the end of the month, of the year."""
    whole = current(scan, i, "month" if scan.words[i] == "eom" else "year")
    return _parts(scan, i, whole, "late")
