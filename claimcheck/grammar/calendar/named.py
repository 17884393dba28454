"""Periods by name or number of year: years, seasons, quarters, holidays."""

from collections.abc import Callable
from typing import Final

from claimcheck.grammar.calendar.absolute import digits, full_year, year_named_before, year_number
from claimcheck.grammar.calendar.days import bounds, civil, shift_months
from claimcheck.grammar.calendar.feasts import UNSURE
from claimcheck.grammar.calendar.fiscal import pair_of_years
from claimcheck.grammar.calendar.holidays import SPANS, holiday_at
from claimcheck.grammar.calendar.names import ERAS, SEASONS, listed
from claimcheck.grammar.calendar.national import national
from claimcheck.grammar.calendar.period import Node, Partial, Period, Scan, day_period, span_period
from claimcheck.grammar.calendar.relative import explained, said
from claimcheck.grammar.calendar.resolve import settle, yearly
from claimcheck.grammar.calendar.units import (
    half_period,
    holiday_weekend,
    quarter_period,
    season_period,
)

_THINGS: Final = frozenset(
    listed(
        "agreement accord accords island islands rising uprising offensive tree trees egg eggs bunny card cards"
        " gift gifts present presents shopping carol carols decorations costume costumes market markets cake song"
        " songs movie movies film bonus bonuses spirit jumper dinner pudding turkey"
    )
)
"""Words that make the name of a feast one of a thing: the Good Friday agreement, a Christmas tree."""
_WORDS: Final = frozenset(["advent", "lent", "epiphany", "midsummer"])
"""Names of feasts that are other words in small letters."""
_OVER_NEW_YEAR: Final = "the one that begins in that year, though it may be the one that ends in it"


def of_year(scan: Scan, first: int, last: int, depth: int, make: Callable[[int], Period]) -> Node | None:
    """A numbered part of a year, with the year after it or the year it most likely belongs to."""
    j = last + (scan.words[last] in (",", "of", "in", "-", "/"))
    whole = scan.date_at(j, depth + 1)
    whole = settle(scan, whole) if whole else None
    if whole and whole.periods and whole.periods[0].grain == "year":
        periods = tuple(make(civil(bounds(p.days)[0])[0]) for p in whole.periods)
        return Node(first, whole.last, periods, whole.why)
    if whole and whole.periods and whole.periods[0].grain == "fiscal":
        return Node(first, whole.last, _of_fiscal_year(whole.periods, make), whole.why)
    of = last + 1 + (scan.words[last + 1] == "the")
    if scan.words[last] == "of" and scan.words[of] == "year" and scan.today is not None:
        return explained(scan, Node(first, of + 1, (make(civil(scan.today)[0]),)))
    if scan.words[last] == "of" and whole is None and scan.words[of] != "year":
        return None  # "the first quarter of the game"
    node = Node(first, last, said=said(scan, first, last))
    return yearly(scan, node, make)


def _of_fiscal_year(years: tuple[Period, ...], make: Callable[[int], Period]) -> tuple[Period, ...]:
    """A numbered part of a fiscal year in each of its readings."""
    start = bounds(years[0].days)[0]
    part = make(civil(start)[0])
    (year, month, _), ends = civil(start), bounds(part.days)
    periods = [part]
    for other in years[1:]:
        y, m, _ = civil(bounds(other.days)[0])
        months = 12 * (y - year) + m - month
        periods.append(span_period(*(shift_months(end, months) for end in ends)))
    return tuple(periods)


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
    if scan.words[i - 1] in ("no", "#") or (scan.words[i - 1] == "." and scan.words[i - 2] in ("no", "nos")):
        return None  # "Order No. 2019-04"
    if len(year) != 4 or len(month) != 2 or not digits(year) or not digits(month) or not 1 <= int(month) <= 12:
        return None
    if int(month) == (int(year) + 1) % 100 or (scan.text.glued(i + 3) and digits(scan.words[i + 3])):
        return None
    return Node(i, i + 3, partial=Partial(int(year), int(month)))


def code_after(scan: Scan, i: int, depth: int) -> Node | None:
    """`3Q 2019`, `3Q19`, `1H 2020`: the figure before its letter."""
    figure, letter = scan.words[i], scan.words[i + 1]
    if letter not in ("q", "h") or not scan.text.glued(i + 1) or not digits(figure) or len(figure) != 1:
        return None
    most, make = (4, quarter_period) if letter == "q" else (2, half_period)
    if not 1 <= int(figure) <= most:
        return None
    short = scan.words[i + 2]
    if scan.text.glued(i + 2) and len(short) == 2 and digits(short):
        return Node(i, i + 3, (make(full_year(int(short), scan), int(figure)),))
    found = of_year(scan, i, i + 2, depth, lambda year: make(year, int(figure)))
    return found if found and (found.last > i + 2 or (letter == "q" and scan.capital(i + 1))) else None


def quarter_code(scan: Scan, i: int, depth: int) -> Node | None:
    """`Q1 2018`, `Q3`, `H1 2020`; the letter glued to its figure."""
    letter, figure = scan.words[i], scan.words[i + 1]
    if not scan.text.glued(i + 1) or (not scan.capital(i) and letter == "h"):
        return None
    most, make = (4, quarter_period) if letter == "q" else (2, half_period)
    if not digits(figure) or len(figure) != 1 or not 1 <= int(figure) <= most:
        return None
    after = scan.words[i + 2]
    if scan.text.glued(i + 2) and after.isalpha() and after != "fy":  # `H1N1`
        return None
    return of_year(scan, i, i + 2, depth, lambda year: make(year, int(figure)))


def season(scan: Scan, i: int, depth: int) -> Node | None:
    """`summer 2021`, `the winter of 2008`, `autumn of last year`; a bare season only after `in` or `this`."""
    word = scan.words[i]
    season = SEASONS[word]
    j = i + 1 + (scan.words[i + 1] in ("of", "in", ","))
    whole = scan.date_at(j, depth + 1)
    whole = settle(scan, whole) if whole else None
    pair = pair_of_years(scan, j)
    if pair:
        found = season_period(pair[0], season, scan.context.place)
        return Node(i, pair[1], (found,)) if civil(bounds(found.days)[1])[0] > pair[0] else None
    if whole and whole.periods and whole.periods[0].grain == "year":
        year = civil(bounds(whole.periods[0].days)[0])[0]
        periods = tuple(dict.fromkeys(season_period(y, season, scan.context.place) for y in (year, year - 1)))
        over = civil(bounds(periods[0].days)[1])[0] > year  # it may be the one that ends in that year
        return Node(i, whole.last, periods if over else periods[:1], whole.why or (_OVER_NEW_YEAR if over else ""))
    listed_year = _season_after(scan, i, depth)
    if listed_year is not None:
        why = "in the year of the season after it"
        return Node(i, i + 1, (season_period(listed_year, season, scan.context.place),), why)
    before, article = scan.words[i - 1], scan.words[i - 1] == "the"
    named = year_named_before(scan, i) if before in ("that", "same") else None
    if named is not None:
        why = f"counted from {named}, the year named before it"
        return Node(i, i + 1, (season_period(named, season, scan.context.place),), why)
    if i == 0 and len(scan.text) == 1:
        before = "in"
    cued = scan.words[i - 2] in ("in", "since", "by", "until", "during", "over") if article else before == "in"
    if not cued or (word == "fall" and not article) or scan.words[i + 1] in ("of", "-"):
        return None
    node = Node(i, i + 1, said=said(scan, i, i + 1))
    return yearly(scan, node, lambda year: season_period(year, season, scan.context.place))


def _season_after(scan: Scan, i: int, depth: int) -> int | None:
    """The year that the second of two seasons is given (`the spring and summer of 2019`)."""
    if scan.words[i + 1] not in ("and", "or") or scan.words[i + 2] not in SEASONS:
        return None
    j = i + 3 + (scan.words[i + 3] in ("of", "in"))
    year = year_number(scan, j)
    return year[0] if year and 1500 <= year[0] <= 2200 else None


def holiday(scan: Scan, i: int, depth: int) -> Node | None:
    """`Christmas 2014`, `Thanksgiving`, `Independence Day of this year`."""
    found = holiday_at(scan.words, i)
    if found is None:
        return None
    name, rule, last = found
    if scan.words[last] in _THINGS or (name in _WORDS and not scan.capital(i)):
        return None
    rule = national(name, rule, scan.text.words[max(0, i - 2) : i], scan.context.place)
    weekend = scan.words[last] == "weekend"

    def make(year: int) -> Period:
        if name in SPANS:
            return span_period(SPANS[name][0](year), SPANS[name][1](year))
        return holiday_weekend(rule(year)) if weekend else day_period(rule(year))

    j = last + weekend
    coming = scan.date_at(j, depth + 1) if scan.words[j] == "in" else None  # "Christmas in two years"
    j += scan.words[j] in ("of", "in", ",")
    whole = coming or scan.date_at(j, depth + 1)
    whole = settle(scan, whole) if whole else None
    if whole and whole.periods and whole.periods[0].grain == "year":
        periods = tuple(make(civil(bounds(p.days)[0])[0]) for p in whole.periods if p.grain == "year")
        return _unsure(Node(i, whole.last, periods, f"{said(scan, i, whole.last)}: {periods[0].normal}"), name)
    node = Node(i, last, said=said(scan, i, last))
    return _unsure(yearly(scan, node, lambda year: make(year) if not weekend else day_period(rule(year))), name)


def _unsure(node: Node, name: str) -> Node:
    """A feast whose day is not sure, with the days that it may also be."""
    if name not in UNSURE or not node.periods:
        return node
    offsets, reason = UNSURE[name]
    day = bounds(node.periods[0].days)[0]
    others = tuple(day_period(day + offset) for offset in offsets)
    periods = (node.periods[0], *others, *node.periods[1:])
    return node._replace(periods=periods, why=f"{node.why}; {reason}")
