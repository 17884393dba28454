"""One date at one token, whatever its form: the table of rules, and what may follow a date."""

from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve

from claimcheck.grammar.calendar.absolute import day_first, day_number, digits, month_first
from claimcheck.grammar.calendar.days import bounds, civil, weekday
from claimcheck.grammar.calendar.distance import ahead, apart_at, apart_from, day_beside, weekend
from claimcheck.grammar.calendar.figures import numeric
from claimcheck.grammar.calendar.holidays import FIRST_WORDS
from claimcheck.grammar.calendar.named import (
    ERAS,
    bare_year,
    decade,
    holiday,
    named_year,
    quarter_code,
    season,
    year_month,
)
from claimcheck.grammar.calendar.names import (
    DECADE_WORDS,
    LAST,
    MONTHS,
    NEXT,
    PARTS,
    SEASONS,
    THIS,
    UNITS,
    WEEKDAYS,
    listed,
)
from claimcheck.grammar.calendar.parts import nth, part, possessive, week
from claimcheck.grammar.calendar.period import Node, Partial, Rule, Scan, day_period
from claimcheck.grammar.calendar.relative import beside, day_word, explained, unresolved_node
from claimcheck.grammar.calendar.resolve import settle
from claimcheck.grammar.calendar.units import holiday_weekend, unit_period
from claimcheck.grammar.calendar.weekdays import weekday_at
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
    if scan.text.word(i) == "the":
        found = date_at(scan, i + 1, depth) if scan.text.word(i + 1) != "the" else None
        if found is None:
            bare = _numbered_day(scan, i + 1)
            found = _extended(scan, bare, depth) if bare else None
        return evolve(found, first=i) if found else None
    rules = _RULES.get(scan.word(i), ())
    if not rules and (i in scan.numerals or scan.text.word(i)[0].isdigit() or scan.text.word(i) in "'’‘"):
        rules = _NUMBER_RULES if _dateable(scan, i) else ()
    best: Node | None = None
    for rule in rules:
        found = rule(scan, i, depth)
        if found and (best is None or found.last > best.last):
            best = found
    return _extended(scan, best, depth) if best else None


def _dateable(scan: Scan, i: int) -> bool:
    """Whether what follows a number can make it a date at all: a cheap test before the rules."""
    word = scan.text.word(i)
    if len(word) in (4, 8) or "." in word:
        return True
    numeral = scan.numerals.get(i)
    after = numeral.last if numeral else i + 1
    if after in scan.numerals and not digits(word):
        return True  # "nineteen eighty six"
    return scan.word(i + 1) in _FOLLOWING or scan.word(after) in _FOLLOWING


def _numbered_day(scan: Scan, i: int) -> Node | None:
    """`the 18th`, with its suffix or in words, after a word that a date follows."""
    found = day_number(scan, i)
    before = scan.text.word(i - 2)
    if i == 1 and found and found[1] == len(scan.text):
        return Node(i, found[1], partial=Partial(day=found[0]))
    if found is None or before not in ("on", "by", "until", "till", "since", "of", "from", "to", "through", "and"):
        return None
    number, last = found
    numeral = scan.numerals.get(i)
    ordinal = (digits(scan.text.word(i)) and last == i + 2) or (numeral is not None and numeral.ordinal)
    after = scan.text.word(last)
    ends = not after.isalpha() or after in (
        "of",
        "at",
        "for",
        "this",
        "to",
        "through",
        "until",
        "and",
        "or",
        "till",
    )
    if not ordinal or not ends or (before in ("of", "to", "and", "from") and not _day_context(scan, i)):
        return None
    if after == "this" and scan.text.word(last + 1) == "month":
        last += 2
    return Node(i, last, partial=Partial(day=number))


def _day_context(scan: Scan, i: int) -> bool:
    """Whether the words just before make a bare number a day (`the week of the 18th`, `from the 3rd`)."""
    return bool({"week", "weekend", "day"} & set(scan.text.words[max(0, i - 4) : i]))


def _extended(scan: Scan, node: Node, depth: int) -> Node:
    """A date with what follows it: `Friday of next week`, `30 January next year`, `two days after Christmas`."""
    found = _with_year(scan, node) or _inside(scan, node, depth)
    return found or node


def _with_year(scan: Scan, node: Node) -> Node | None:
    """A yearless date followed by `this year`, `of last year`, `next month`."""
    partial, j = node.partial, node.last
    if partial is None or partial.year is not None or scan.possessive(node.last):
        return None
    j += scan.text.word(j) in (",", "of", "in") and scan.text.word(j + 1) in ("this", "last", "next", "the")
    j += scan.text.word(j) == "the"
    way = {"this": 0, "current": 0, "last": -1, "next": 1}.get(scan.text.word(j))
    unit = scan.word(j + 1)
    if way is None or unit not in ("year", "month", "week"):
        return None
    if unit == "year" and partial.month is not None:
        return _in_relative_year(scan, node, j + 2, way)
    if unit == "week" and partial.weekday is not None and partial.day is None:
        return _placed(scan, node, j + 2, lambda day: day - weekday(day) + 7 * way + (partial.weekday or 0))
    if unit == "month" and partial.day is not None and partial.month is None:
        return _day_of_month(scan, node, j + 2, way, partial.day)
    return None


def _in_relative_year(scan: Scan, node: Node, last: int, way: int) -> Node:
    if scan.today is None:
        return unresolved_node(scan, node.first, last)
    year = civil(scan.today)[0] + way
    partial = evolve(node.partial or Partial(), year=year)
    settled = settle(scan, evolve(node, last=last, partial=partial, periods=()))
    return explained(scan, settled)


def _placed(scan: Scan, node: Node, last: int, where: Callable[[int], int]) -> Node:
    if scan.today is None:
        return unresolved_node(scan, node.first, last)
    return explained(scan, Node(node.first, last, (day_period(where(scan.today)),)))


def _day_of_month(scan: Scan, node: Node, last: int, way: int, number: int) -> Node | None:
    if scan.today is None:
        return unresolved_node(scan, node.first, last)
    month = unit_period(scan.today, "month", way)
    low, high = bounds(month.days)
    if low + number - 1 >= high:
        return None
    return explained(scan, Node(node.first, last, (day_period(low + number - 1),)))


def _inside(scan: Scan, node: Node, depth: int) -> Node | None:
    """`Friday next week` in its other orders: `Monday two weeks from now`, `labor day weekend`."""
    if scan.text.word(node.last) == "weekend" and not scan.possessive(node.last):
        day = settle(scan, node)
        if day.periods and day.periods[0].grain == "day":
            periods = tuple(holiday_weekend(bounds(p.days)[0]) for p in day.periods)
            return evolve(day, last=node.last + 1, periods=periods, partial=None)
    if node.partial and node.partial.weekday is not None and node.partial.day is None:
        shift = apart_at(scan, node.last, depth + 1)
        if shift and shift.periods and scan.text.word(shift.last - 1) in ("now", "today", "tomorrow"):
            exact_day = bounds(shift.periods[-1].days)[0]
            day_in_week = exact_day - weekday(exact_day) + node.partial.weekday
            return explained(scan, Node(node.first, shift.last, (day_period(day_in_week),)))
    return None


def _month(scan: Scan, i: int, depth: int) -> Node | None:
    return month_first(scan, i)


def _weekday(scan: Scan, i: int, depth: int) -> Node | None:
    return weekday_at(scan, i)


def _day_word(scan: Scan, i: int, depth: int) -> Node | None:
    return day_word(scan, i)


def _beside(scan: Scan, i: int, depth: int) -> Node | None:
    found = beside(scan, i)
    if found and scan.word(found.last - 1) == "week" and not scan.possessive(found.last):
        after = found.last + (scan.text.word(found.last) == "on")
        day = WEEKDAYS.get(scan.word(after))
        if day is not None and found.periods:
            monday = bounds(found.periods[-1].days)[0]
            return explained(scan, Node(i, after + 1, (day_period(monday + day),)))
    return found


def _numeric(scan: Scan, i: int, depth: int) -> Node | None:
    return numeric(scan, i)


def _day_first(scan: Scan, i: int, depth: int) -> Node | None:
    return day_first(scan, i)


_NUMBER_RULES: tuple[Rule, ...] = (_day_first, _numeric, bare_year, year_month, decade, nth, apart_from)


def scan(text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Scan:
    """Make a text ready for the grammar."""
    today = context.reference_date.toordinal() if context.reference_date else None
    return Scan(text, {n.first: n for n in numerals}, context, today, date_at, {})


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
    add(("week",), week)
    add(("weekend",), week, weekend)
    add(("day",), day_beside)
    add(("q", "h"), quarter_code)
    add(("year", "fiscal", "financial", "calendar", "fy", "cy"), named_year)
    add(ERAS, bare_year)
    add(DECADE_WORDS, decade)
    add(("a", "an", "one"), apart_from)
    add(("in",), ahead)
    add(("first", "second", "third", "fourth", "fifth"), *_NUMBER_RULES)
    return rules


_FOLLOWING: Final = frozenset(
    {*MONTHS, *WEEKDAYS, *UNITS, *LAST, *NEXT, *ERAS}
    | set(listed("st nd rd th s day of - / . , ' ’ – — to half quarter last more full whole business working"))
)
"""Words after a number that may make it a date."""
_RULES: Final = _table()
TRIGGERS: Final = frozenset(_RULES) - {"a", "an", "one", "in"}
"""Words at which a date may start, but for numerals and the words that need one after them."""
