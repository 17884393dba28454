"""Periods by name or number of year: years, decades, seasons, quarters, holidays."""

from collections.abc import Callable
from typing import Final

from claimcheck.grammar.calendar.absolute import digits, full_year, year_number
from claimcheck.grammar.calendar.days import bounds, civil
from claimcheck.grammar.calendar.feasts import UNSURE
from claimcheck.grammar.calendar.holidays import holiday_at
from claimcheck.grammar.calendar.names import DECADE_WORDS, PARTS, SEASONS, listed
from claimcheck.grammar.calendar.period import Node, Partial, Period, Scan, day_period, year_period
from claimcheck.grammar.calendar.relative import said
from claimcheck.grammar.calendar.resolve import settle, yearly
from claimcheck.grammar.calendar.units import (
    century_period,
    decade_period,
    half_period,
    holiday_weekend,
    quarter_period,
    season_period,
)

_PRONOUNS: Final = frozenset(listed("his her their my your our its"))
ERAS: Final = {"bc": -1, "b.c.": -1, "bce": -1, "b.c.e.": -1, "ad": 1, "a.d.": 1, "ce": 1, "c.e.": 1}
"""Words of an era: -1 before year 1, 1 after."""


def of_year(scan: Scan, first: int, last: int, depth: int, make: Callable[[int], Period]) -> Node | None:
    """A numbered part of a year, with the year after it or the year it most likely belongs to."""
    j = last + (scan.words[last] in (",", "of", "in", "-", "/"))
    whole = scan.date_at(j, depth + 1)
    whole = settle(scan, whole) if whole else None
    if whole and whole.periods and whole.periods[0].grain == "year":
        periods = tuple(make(civil(bounds(p.days)[0])[0]) for p in whole.periods)
        return Node(first, whole.last, periods, whole.why)
    node = Node(first, last, said=said(scan, first, last))
    return yearly(scan, node, make)


def bare_year(scan: Scan, i: int, depth: int) -> Node | None:
    """A bare year (`2008`, `AD 800`, `44 BC`) as part of a longer date."""
    word = scan.words[i]
    if word in ERAS and digits(scan.words[i + 1]) and len(scan.words[i + 1]) <= 4:
        year = int(scan.words[i + 1])
        return Node(i, i + 2, partial=Partial(year)) if ERAS[word] > 0 and 0 < year < 3000 else None
    era = ERAS.get(scan.words[i + 1])
    if digits(word) and era and len(word) <= 4 and int(word) > 0:
        return Node(i, i + 2, partial=Partial(int(word) if era > 0 else 1 - int(word)))
    found = year_number(scan, i)
    if found is None or not 1500 <= found[0] <= 2200:
        return None
    if scan.words[found[1]] == "s" and scan.text.glued(found[1]):
        return None
    following = scan.words[found[1]]
    if following in ("-", "/") and scan.text.glued(found[1]) and _code(scan, found[1] + 1):
        return _quarter_of(scan, i, found[1] + 1, found[0])
    if _code(scan, found[1]):
        return _quarter_of(scan, i, found[1], found[0])
    return Node(i, found[1], partial=Partial(found[0]))


def _code(scan: Scan, i: int) -> bool:
    figure = scan.words[i + 1]
    return scan.words[i] == "q" and scan.text.glued(i + 1) and figure in ("1", "2", "3", "4")


def _quarter_of(scan: Scan, first: int, i: int, year: int) -> Node:
    return Node(first, i + 2, (quarter_period(year, int(scan.words[i + 1])),))


def year_month(scan: Scan, i: int, depth: int) -> Node | None:
    """`2015-12`, unless it reads better as a pair of years (`2011-12`)."""
    year, month = scan.words[i], scan.words[i + 2]
    if scan.words[i + 1] != "-" or not (scan.text.glued(i + 1) and scan.text.glued(i + 2)):
        return None
    if len(year) != 4 or len(month) != 2 or not digits(year) or not digits(month) or not 1 <= int(month) <= 12:
        return None
    if int(month) == (int(year) + 1) % 100 or (scan.text.glued(i + 3) and digits(scan.words[i + 3])):
        return None
    return Node(i, i + 3, partial=Partial(int(year), int(month)))


def named_year(scan: Scan, i: int, depth: int) -> Node | None:
    """`the year 2008`, `fiscal 2020`, `fiscal year 2020`, `FY2020`, `calendar year 2019`."""
    word, j = scan.words[i], i + 1
    fiscal = word in ("fiscal", "financial", "fy")
    j += scan.words[j] == "year" and word != "year"
    j += scan.words[j] == "of" and word == "year"
    year = year_number(scan, j)
    short = scan.words[j]
    if year is None and word in ("fy", "cy") and len(short) == 2 and digits(short):
        year = full_year(int(short), scan), j + 1
    if year is None:
        return None
    period = year_period(year[0])
    if not fiscal:
        return Node(i, year[1], (period,), partial=Partial(year[0]))
    named = Period(period.days, "fiscal", f"fiscal {period.normal}")
    why = f"fiscal {period.normal}: taken as the calendar year; a fiscal year may begin before it"
    return Node(i, year[1], (named,), why)


def quarter_code(scan: Scan, i: int, depth: int) -> Node | None:
    """`Q1 2018`, `Q3`, `H1 2020`; the letter glued to its figure."""
    letter, figure = scan.words[i], scan.words[i + 1]
    if not scan.text.glued(i + 1) or (not scan.capital(i) and letter == "h"):
        return None
    most, make = (4, quarter_period) if letter == "q" else (2, half_period)
    if not digits(figure) or len(figure) != 1 or not 1 <= int(figure) <= most:
        return None
    return of_year(scan, i, i + 2, depth, lambda year: make(year, int(figure)))


def season(scan: Scan, i: int, depth: int) -> Node | None:
    """`summer 2021`, `the winter of 2008`, `autumn of last year`; a bare season only after `in` or `this`."""
    word = scan.words[i]
    season = SEASONS[word]
    j = i + 1 + (scan.words[i + 1] in ("of", "in", ","))
    whole = scan.date_at(j, depth + 1)
    whole = settle(scan, whole) if whole else None
    if whole and whole.periods and whole.periods[0].grain == "year":
        periods = tuple(
            season_period(civil(bounds(p.days)[0])[0], season, scan.context.place) for p in whole.periods
        )
        return Node(i, whole.last, periods, whole.why)
    before, article = scan.words[i - 1], scan.words[i - 1] == "the"
    if i == 0 and len(scan.text) == 1:
        before = "in"
    cued = scan.words[i - 2] in ("in", "since", "by", "until", "during", "over") if article else before == "in"
    if not cued or (word == "fall" and not article) or scan.words[i + 1] in ("of", "-"):
        return None
    node = Node(i, i + 1, said=said(scan, i, i + 1))
    return yearly(scan, node, lambda year: season_period(year, season, scan.context.place))


def holiday(scan: Scan, i: int, depth: int) -> Node | None:
    """`Christmas 2014`, `Thanksgiving`, `Independence Day of this year`."""
    found = holiday_at(scan.words, i)
    if found is None:
        return None
    name, rule, last = found
    weekend = scan.words[last] == "weekend"
    j = last + weekend
    j += scan.words[j] in ("of", "in", ",")
    whole = scan.date_at(j, depth + 1)
    whole = settle(scan, whole) if whole and j > i else None
    if whole and whole.periods and whole.periods[0].grain == "year":
        make = holiday_weekend if weekend else day_period
        periods = tuple(make(rule(civil(bounds(p.days)[0])[0])) for p in whole.periods)
        return _unsure(Node(i, whole.last, periods, f"{name}: {periods[0].normal}"), name)
    node = Node(i, last, said=name)
    return _unsure(yearly(scan, node, lambda year: day_period(rule(year))), name)


def _unsure(node: Node, name: str) -> Node:
    """A feast whose day is not sure, with the days that it may also be."""
    if name not in UNSURE or not node.periods:
        return node
    offsets, reason = UNSURE[name]
    day = bounds(node.periods[0].days)[0]
    others = tuple(day_period(day + offset) for offset in offsets)
    periods = (node.periods[0], *others, *node.periods[1:])
    return node._replace(periods=periods, why=f"{node.why}; {reason}")


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
        return _long_decade(i, last + 1, int(word))
    shown = before in ("the", "in", "-") or before in PARTS or j > i
    if len(word) == 2 and int(word) >= 10 and shown and before not in _PRONOUNS:
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
