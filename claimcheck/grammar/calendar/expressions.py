"""One date at one token, whatever its form: the table of rules, and what may follow a date."""

import re
from collections.abc import Iterable
from typing import Final

from claimcheck.grammar.calendar.absolute import day_first, digits, month_first, year_named_before
from claimcheck.grammar.calendar.completing import (
    day_of_month_beside,
    inside,
    numbered_day,
    suffixed_day,
    with_year,
)
from claimcheck.grammar.calendar.counted import nth, possessive
from claimcheck.grammar.calendar.current import running, to_date, until_now
from claimcheck.grammar.calendar.days import bounds, weekday
from claimcheck.grammar.calendar.decades import CENTURIES, decade, spelt_decade
from claimcheck.grammar.calendar.distance import ahead, apart_from, before_last, day_beside, weekend
from claimcheck.grammar.calendar.figures import numeric
from claimcheck.grammar.calendar.fiscal import calendar_year, fiscal, fiscal_after, fiscal_beside
from claimcheck.grammar.calendar.holidays import FIRST_WORDS
from claimcheck.grammar.calendar.lists import listed_day
from claimcheck.grammar.calendar.marks import marker
from claimcheck.grammar.calendar.named import (
    bare_year,
    code_after,
    holiday,
    quarter_code,
    season,
    year_month,
)
from claimcheck.grammar.calendar.names import (
    DECADE_WORDS,
    ERAS,
    LAST,
    MONTHS,
    NEXT,
    PARTS,
    SEASONS,
    THIS,
    UNIT_WORDS,
    UNITS,
    WEEKDAYS,
    listed,
)
from claimcheck.grammar.calendar.parts import middle, part, shorthand, week, year_end
from claimcheck.grammar.calendar.period import Node, Partial, Rule, Scan, day_period
from claimcheck.grammar.calendar.relative import beside, day_word, explained, unresolved_node
from claimcheck.grammar.calendar.stretches import stretch
from claimcheck.grammar.calendar.weekdays import weekday_at
from claimcheck.grammar.memo import Memo
from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context

_DEPTH: Final = 3  # how deep dates may hold one another: "the first week of the end of last year"


def date_at(scan: Scan, i: int, depth: int = 0) -> Node | None:
    """The longest date that starts at token `i`, an article before it included; None where there is none.

    Bare years count here: it is for the caller to leave them to their own kind.
    """
    if depth > _DEPTH or i >= len(scan.text):
        return None
    key = (i, depth)
    if key not in scan.read:
        scan.read[key] = _date_at(scan, i, depth)
    return scan.read[key]


def _date_at(scan: Scan, i: int, depth: int) -> Node | None:
    if scan.words[i] == "the":
        found = date_at(scan, i + 1, depth) if scan.words[i + 1] != "the" else None
        if found is None:
            bare = numbered_day(scan, i + 1)
            found = _extended(scan, bare, depth) if bare else None
        return found._replace(first=i) if found else None
    word = scan.words[i]
    rules = _RULES.get(word, ())
    if not rules and (i in scan.numerals or word[0].isdigit() or word in "'’‘") and _dateable(scan, i):
        rules = _number_rules(scan, i, word)
    best: Node | None = None
    for rule in rules:
        found = rule(scan, i, depth)
        if found and (best is None or found.last > best.last):
            best = found
    return _extended(scan, best, depth) if best else None


def _dateable(scan: Scan, i: int) -> bool:
    """Whether what follows a number can make it a date at all: a cheap test before the rules."""
    word = scan.words[i]
    if len(word) in (4, 8) or "." in word:
        return True
    numeral = scan.numerals.get(i)
    after = numeral.last if numeral else i + 1
    if after in scan.numerals and not digits(word):
        return True  # "nineteen eighty six"
    return scan.words[i + 1] in FOLLOWING or scan.words[after] in FOLLOWING


def _extended(scan: Scan, node: Node, depth: int) -> Node:
    """A date with what follows it: `Friday of next week`, `30 January next year`, `two days after Christmas`."""
    found = with_year(scan, node) or inside(scan, node, depth)
    return found or node


def _month(scan: Scan, i: int, depth: int) -> Node | None:
    return month_first(scan, i)


def _weekday(scan: Scan, i: int, depth: int) -> Node | None:
    found = weekday_at(scan, i)
    plain = found and found.partial and found.partial.day is None and not found.periods
    if found is None or not plain or scan.text.words[found.last : found.last + 2] != ("after", "next"):
        return found
    if scan.today is None:
        return unresolved_node(scan, i, found.last + 2)
    ahead = (WEEKDAYS[scan.words[i]] - weekday(scan.today) - 1) % 7 + 1
    return explained(scan, Node(i, found.last + 2, (day_period(scan.today + ahead + 7),)))


def _day_word(scan: Scan, i: int, depth: int) -> Node | None:
    return day_word(scan, i)


def _beside(scan: Scan, i: int, depth: int) -> Node | None:
    found = beside(scan, i)
    if found and scan.words[found.last - 1] in WEEKDAYS:
        fuller = weekday_at(scan, found.last - 1)  # "this Friday (Oct. 8)": the figures decide
        if fuller and fuller.partial and fuller.partial.day is not None and fuller.partial.month is not None:
            return fuller._replace(first=i)
    if found and scan.words[found.last - 1] == "week" and not scan.possessive(found.last):
        after = found.last + (scan.words[found.last] == "on")
        day = WEEKDAYS.get(scan.words[after])
        if day is not None and found.periods:
            monday = bounds(found.periods[-1].days)[0]
            return explained(scan, Node(i, after + 1, (day_period(monday + day),)))
    return found


def _named_year(scan: Scan, i: int, depth: int) -> Node | None:
    """`that year`, `the same year` inside a longer date (`the end of that year`); alone it is of its own kind."""
    named = year_named_before(scan, i) if depth and scan.words[i + 1] == "year" else None
    why = f"{named}, the year named before it"
    return Node(i, i + 2, why=why, partial=Partial(named)) if named is not None else None


def _numeric(scan: Scan, i: int, depth: int) -> Node | None:
    return numeric(scan, i)


def _day_first(scan: Scan, i: int, depth: int) -> Node | None:
    return day_first(scan, i)


_NUMBER_RULES: tuple[Rule, ...] = (
    _day_first,
    day_of_month_beside,
    _numeric,
    bare_year,
    year_month,
    decade,
    nth,
    apart_from,
    stretch,
)
_YEAR_RULES: tuple[Rule, ...] = (_numeric, bare_year, fiscal_after, year_month, decade, apart_from)
_DAY_RULES: tuple[Rule, ...] = (
    _day_first,
    suffixed_day,
    day_of_month_beside,
    _numeric,
    bare_year,
    decade,
    nth,
    apart_from,
    stretch,
    listed_day,
)


def _number_rules(scan: Scan, i: int, word: str) -> tuple[Rule, ...]:
    """The rules for a number, by its form."""
    if not digits(word):
        return _NUMBER_RULES
    if len(word) == 4:
        return _YEAR_RULES
    if len(word) == 1 and scan.words[i + 1] in ("q", "h"):
        return (code_after,)
    if len(word) <= 2:
        return (_day_first,) if scan.words[i + 1] in MONTHS else _DAY_RULES
    return (_numeric,) if len(word) == 8 else (bare_year, nth, apart_from)


class _Latest:
    """The text read last: the kinds read a text one after another, so one scan serves them all."""

    entry: tuple[Tokens, tuple[Numeral, ...], Context, Scan | None] | None = None


def scan(text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Scan | None:
    """Make a text ready for the grammar, once for all kinds that read it; None where it can hold no date."""
    entry = _Latest.entry
    if entry and entry[0] is text and entry[1] is numerals and entry[2] is context:
        return entry[3]
    bare = not numerals and TELLING.isdisjoint(text.present) and not FIGURES.search(text.text)
    ready = None if bare else Scan.of(text, numerals, context, date_at, _mark)
    _Latest.entry = (text, numerals, context, ready)
    return ready


def _table() -> dict[str, tuple[Rule, ...]]:
    rules: dict[str, tuple[Rule, ...]] = {}

    def add(words: Iterable[str], *more: Rule) -> None:
        for word in words:
            rules[word] = rules.get(word, ()) + more

    add(MONTHS, _month)
    add(WEEKDAYS, _weekday)
    add(SEASONS, season)
    add(FIRST_WORDS, holiday)
    add(("today", "tonight", "yesterday", "tomorrow", "tomorrows", "tmrw", "tmr", "last", "this"), _day_word)
    add(LAST | NEXT | THIS, _beside, possessive)
    add(("last", "final"), nth)
    add({*PARTS, "rest", "remainder"}, part)
    add(("week",), week, to_date, running)
    add(("month", "quarter"), to_date, running)
    add(("year",), to_date)
    add(("weekend",), week, weekend)
    add(("day",), day_beside, running)
    add(("date", "now"), until_now)
    add(("q", "h"), quarter_code)
    add(("year", "calendar", "cy"), calendar_year)
    add(("fiscal", "financial", "fy"), fiscal, stretch)
    add(("week", "month", "quarter", "year"), stretch)
    add(LAST | NEXT | THIS, fiscal_beside)
    add(ERAS, bare_year)
    add(DECADE_WORDS, decade)
    add(("a", "an", "one"), apart_from)
    add(("that", "same"), _named_year)
    add(CENTURIES, *_NUMBER_RULES, spelt_decade)
    add(("midway", "halfway"), middle)
    add(("week", "month", "weekend", "night"), before_last)
    add(("year",), year_end)
    add(("eom", "eoy"), shorthand)
    add(("in",), ahead)
    add(("first", "second", "third", "fourth", "fifth"), *_NUMBER_RULES)
    return rules


_RULES: Final = _table()
FEAST_WORDS: Final = frozenset(word for word, rules in _RULES.items() if rules == (holiday,))
"""Words that start nothing but the name of a feast."""
TRIGGERS: Final = frozenset(_RULES) - {"a", "an", "one", "in", "that", "same", *CENTURIES}
"""Words at which a date may start, but for numerals and the words that need one after them."""
_mark: Final = Memo(marker(TRIGGERS)).__getitem__
FOLLOWING: Final = frozenset(
    {*MONTHS, *WEEKDAYS, *UNITS, *LAST, *NEXT, *ERAS}
    | set(
        listed(
            "st nd rd th s 's ’s day of and & - / . , ' ’ – — to half quarter last more full whole business q h"
        )
    )
)
"""Words after a number that may make it a date."""
TELLING: Final = TRIGGERS | UNIT_WORDS
"""Words one of which, a numeral or figures stand in every text that holds a date or a duration."""
FIGURES: Final = re.compile(r"[0-9][0-9.]{5}")
"""Figures that may be a date though they are no number: 8.10.2021, 20211008."""
