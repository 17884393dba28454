"""Fiscal years: `fiscal 2020`, `FY19`, `the 2019-20 financial year`, `the last fiscal year`.

Which months they run over is said by no wording: it is a matter of the country, and of the company.
"""

from typing import Final, NamedTuple

from claimcheck.grammar.calendar.absolute import digits, full_year, year_number
from claimcheck.grammar.calendar.days import civil, ordinal
from claimcheck.grammar.calendar.names import LAST, NEXT, THIS
from claimcheck.grammar.calendar.period import Node, Partial, Period, Scan, span_period, year_period
from claimcheck.grammar.calendar.relative import said, unresolved_node

FISCAL: Final = frozenset(["fiscal", "financial"])
_DASHES: Final = frozenset("-–/")


class _Run(NamedTuple):
    """How a country's fiscal years run: their first month, and whether they are named for the year they end in."""

    month: int
    ends: bool


def _runs(month: int, ends: bool, places: str) -> dict[str, _Run]:
    return dict.fromkeys(places.split(), _Run(month, ends))


_RUNS: Final = {
    **_runs(10, True, "US TH PR"),
    **_runs(4, True, "GB IN CA ZA HK IE"),
    **_runs(4, False, "JP SG"),
    **_runs(7, True, "AU NZ PK BD EG KE UG TZ NP"),
}
"""The governments whose fiscal year is not the calendar year."""
_PAIRED: Final = {"US": 7}
"""First month of fiscal years named by two years, where it is another: American states and schools, from July."""
_USUAL: Final = (7, 4)


def fiscal(scan: Scan, i: int, depth: int) -> Node | None:
    """`fiscal 2020`, `fiscal year 2019-20`, `FY2020`, `FY 19/20`."""
    word, j = scan.words[i], i + 1
    if word not in FISCAL and word != "fy":
        return None
    j += scan.words[j] == "year"
    year = year_number(scan, j)
    short = scan.words[j]
    if year is None and word == "fy" and len(short) == 2 and digits(short):
        year = full_year(int(short), scan), j + 1
    return _of_years(scan, i, *year) if year else None


def fiscal_after(scan: Scan, i: int, depth: int) -> Node | None:
    """`2020 fiscal year`, `2019-20 financial year`, `2019/20 tax year`."""
    year = year_number(scan, i)
    if year is None:
        return None
    last = _second_year(scan, *year) or year[1]
    if scan.words[last] not in FISCAL | {"tax"} or scan.words[last + 1] != "year":
        return None
    found = _of_years(scan, i, *year)
    return found._replace(last=last + 2, why=found.why) if found.last == last else None


def fiscal_beside(scan: Scan, i: int, depth: int) -> Node | None:
    """`last fiscal year`, `the current financial year`."""
    word = scan.words[i]
    if scan.words[i + 1] not in FISCAL or scan.words[i + 2] != "year":
        return None
    way = -1 if word in LAST else 1 if word in NEXT else 0 if word in THIS else None
    if way is None:
        return None
    if scan.today is None:
        return unresolved_node(scan, i, i + 3)
    year = civil(scan.today)[0]
    run = _RUNS.get(scan.context.place)
    running = year + bool(run and run.ends and scan.today >= ordinal(year, run.month))
    running -= bool(run and not run.ends and scan.today < ordinal(year, run.month))
    return _one_year(scan, i, i + 3, year + way, running + way)


def _of_years(scan: Scan, i: int, year: int, last: int) -> Node:
    second = _second_year(scan, year, last)
    return _two_years(scan, i, second, year) if second else _one_year(scan, i, last, year, year)


def _second_year(scan: Scan, year: int, last: int) -> int | None:
    """The token after `-20` or `/2020` behind the year before it; None where another figure or none follows."""
    short = scan.words[last + 1]
    if scan.words[last] not in _DASHES or not scan.text.glued(last) or not digits(short):
        return None
    follows = int(short) == (year + 1 if len(short) == 4 else (year + 1) % 100)
    return last + 2 if len(short) in (2, 4) and follows else None


def _one_year(scan: Scan, first: int, last: int, year: int, number: int) -> Node:
    """A fiscal year named by one year: the calendar year, and that of the government, whose number is `number`."""
    whole = year_period(year)
    named = Period(whole.days, "fiscal", f"fiscal {whole.normal}")
    why = f"{said(scan, first, last)}: {named.normal}, taken as the calendar year"
    run = _RUNS.get(scan.context.place)
    if run is None:
        return Node(first, last, (named,), f"{why}; a fiscal year may begin before it")
    other = _year_from(number - run.ends, run.month)
    why += f"; that of the government in {scan.context.place} is {other.normal}"
    return Node(first, last, (named, other), why)


def _two_years(scan: Scan, first: int, last: int, year: int) -> Node:
    place = scan.context.place
    month = _PAIRED.get(place) or (_RUNS[place].month if place in _RUNS else _USUAL[0])
    periods = tuple(_year_from(year, m) for m in dict.fromkeys((month, *_USUAL)))
    why = f"fiscal {year}-{(year + 1) % 100:02d}: {periods[0].normal}, as such years mostly run in {place}"
    return Node(first, last, periods, why)


def _year_from(year: int, month: int) -> Period:
    """Twelve months from the first day of one."""
    return span_period(ordinal(year, month), ordinal(year, month + 12))


def pair_of_years(scan: Scan, i: int) -> tuple[int, int] | None:
    """`2019-20` at token `i`, as the year it begins in and the token after it."""
    year = year_number(scan, i)
    last = _second_year(scan, *year) if year else None
    return (year[0], last) if year and last else None


def calendar_year(scan: Scan, i: int, depth: int) -> Node | None:
    """`the year 2008`, `calendar year 2019`, `CY19`."""
    word, j = scan.words[i], i + 1
    j += scan.words[j] == ("of" if word == "year" else "year")
    year = year_number(scan, j)
    short = scan.words[j]
    if year is None and word == "cy" and len(short) == 2 and digits(short):
        year = full_year(int(short), scan), j + 1
    return Node(i, year[1], (year_period(year[0]),), partial=Partial(year[0])) if year else None
