"""What the grammar of dates builds: periods, dates of which a part is unsaid, and the nodes that carry them."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from itertools import compress, count
from typing import Final, NamedTuple

from claimcheck.grammar.calendar.days import (
    civil,
    days_of_day,
    days_of_month,
    days_of_year,
    is_day,
    ordinal,
    weekday,
)
from claimcheck.grammar.calendar.marks import UNIT
from claimcheck.grammar.calendar.names import DAY_NAMES, MONTH_NAMES, MONTHS
from claimcheck.grammar.calendar.saying import say_day, say_month, say_span, say_year
from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.interval import Interval
from claimcheck.model.text import Context

_KEPT: Final = 2048  # periods kept: an article names the same few days over and over
_MONTHS: Final = frozenset(MONTHS)
_OWNED: Final = frozenset(["'s", "’s"])


class Scan(NamedTuple):
    """A text on its way through the grammar.

    Attributes:
        text: Its tokens.
        words: The tokens in lower case, empty where there is none: a rule may look 12 tokens past either end.
        marks: The tokens that are something to the calendar, each with what (see `marks`).
        units: The tokens that name a unit of time.
        monthly: Whether any token is the name of a month.
        numerals: Its numerals by their first token.
        context: What is known from outside.
        today: The reference day on the axis; None where there is none.
        reader: The rule that reads any date at a token, at a depth of dates within dates.
        read: What it has read so far, by token and depth, so that no stretch is read twice and time stays linear.
    """

    text: Tokens
    words: tuple[str, ...]
    marks: list[tuple[int, int]]
    units: list[int]
    monthly: bool
    numerals: dict[int, Numeral]
    context: Context
    today: int | None
    reader: "Rule"
    read: "dict[tuple[int, int], Node | None]"

    @classmethod
    def of(
        cls,
        text: Tokens,
        numerals: tuple[Numeral, ...],
        context: Context,
        reader: "Rule",
        mark: Callable[[str], int],
    ) -> "Scan":
        """Make a text ready for the grammar; `mark` tells the marks of a word."""
        today = context.reference_date.toordinal() if context.reference_date else None
        words = text.words
        marks = [(i, mark(words[i])) for i in compress(count(), map(mark, words))]
        units = [i for i, told in marks if told & UNIT]
        monthly = not _MONTHS.isdisjoint(text.present)
        first = {n.first: n for n in numerals}
        return cls(text, text.near, marks, units, monthly, first, context, today, reader, {})

    def date_at(self, i: int, depth: int = 0) -> "Node | None":
        """The longest date that starts at token `i`; rules use it for the dates that they hold."""
        return self.reader(self, i, depth)

    def capital(self, i: int) -> bool:
        """Whether token `i` starts with a capital letter."""
        return self.text.text[self.text.starts[i]].isupper()

    def possessive(self, last: int) -> bool:
        """Whether a possessive `'s` stands at token `last`."""
        return self.words[last] in _OWNED


class Period(NamedTuple):
    """A stretch of days that words name.

    Attributes:
        days: The days.
        grain: `day`, `week`, `weekend`, `month`, `quarter`, `half`, `season`, `year`, `decade`, `century`, `part`
            (of a unit) or `span` (anything from one day to another).
        normal: The words to write it back in; they need no reference date.
    """

    days: Interval
    grain: str
    normal: str


class Partial(NamedTuple):
    """A date of which a part may be unsaid."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def complete(self) -> bool:
        """Whether it needs no reference date."""
        return self.year is not None and (self.day is None or self.month is not None)


class Node(NamedTuple):
    """Words read as a date.

    Attributes:
        first: Their first token.
        last: The token after them.
        periods: What they may mean, likeliest first; empty while unresolved.
        why: How they were resolved.
        partial: What they say of year, month, day and weekday, where they are a plain date.
        said: The words to write back where they stay unresolved.
        amount: How many units before the reference day it is told to be (`two weeks ago`); None for all others.
    """

    first: int
    last: int
    periods: tuple[Period, ...] = ()
    why: str = ""
    partial: Partial | None = None
    said: str = ""
    amount: tuple[Decimal, str] | None = None


Rule = Callable[[Scan, int, int], Node | None]
"""Reads a date at a token: the text, the token, how deep it lies in other dates."""


@lru_cache(maxsize=_KEPT)
def day_period(day: int) -> Period:
    """One day."""
    return Period(days_of_day(*civil(day)), "day", say_day(day))


@lru_cache(maxsize=_KEPT)
def month_period(year: int, month: int) -> Period:
    """One month; `month` carries into the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Period(days_of_month(year, month), "month", say_month(year, month))


def year_period(year: int) -> Period:
    """One year."""
    return Period(days_of_year(year), "year", say_year(year))


def span_period(first: int, end: int) -> Period:
    """From one day to the day before another."""
    return Period(Interval.half_open(Decimal(first), Decimal(end)), "span", say_range(first, end))


def say_range(first: int, end: int) -> str:
    """A stretch written as a range, so that reading it back gives a range even where it is one unit."""
    text = say_span(first, end - 1)
    return text if " to " in text else f"{say_day(first)} to {say_day(end - 1)}"


def exact(partial: Partial) -> Period:
    """The period of a complete date.

    Raises:
        ValueError: If the calendar has no such day.
    """
    year = partial.year or 0
    if partial.day is not None and partial.month is not None:
        return day_period(ordinal(year, partial.month, partial.day))
    return year_period(year) if partial.month is None else month_period(year, partial.month)


@lru_cache(maxsize=_KEPT)
def say_partial(partial: Partial) -> str:
    """What an incomplete date says: `8 October`, `Friday`, `Friday 8 October`, `the 18th`."""
    words = [] if partial.weekday is None else [DAY_NAMES[partial.weekday]]
    if partial.day is not None:
        words.append(str(partial.day) if partial.month else f"the {partial.day}{_suffix(partial.day)}")
    if partial.month is not None:
        words.append(MONTH_NAMES[partial.month - 1])
    return " ".join(words)


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_REACH: Final = 100  # months looked through: a 29 February may be eight years off


@lru_cache(maxsize=_KEPT)
def around(partial: Partial, today: int) -> tuple[Period | None, Period | None]:
    """The latest period on or before `today` that fits an incomplete date, and the first one that starts after it.

    A period that holds `today` counts as the earlier one.
    """
    if partial.day is None and partial.month is None:
        back = (weekday(today) - (partial.weekday or 0)) % 7
        return day_period(today - back), day_period(today - back + 7)
    year, month, _ = civil(today)
    first = month if partial.month is None else partial.month
    step = 1 if partial.month is None else 12
    turns = range(0, _REACH, step)
    past = (_fit(partial, year, first - n) for n in (-step, *turns))
    future = (_fit(partial, year, first + n) for n in (-step, *turns))
    return (
        next((p for p in past if p and p.days.low is not None and p.days.low <= today), None),
        next((p for p in future if p and p.days.low is not None and p.days.low > today), None),
    )


def _fit(partial: Partial, year: int, month: int) -> Period | None:
    """The period of an incomplete date in a given month, where there is one."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if partial.day is None:
        return month_period(year, month)
    if not is_day(year, month, partial.day):
        return None
    day = ordinal(year, month, partial.day)
    # with a month, the weekday is only a reminder; with a bare number it is what finds the day
    if partial.month is None and partial.weekday is not None and weekday(day) != partial.weekday:
        return None
    return day_period(day)
