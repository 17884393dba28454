"""Days without a year: two statements held against one another are taken to mean the same year."""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from claimcheck.grammar.calendar import civil, days_of_day, days_of_month, is_day
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.claim import Mention
from claimcheck.model.interval import Interval

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_YEARLESS = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)})$")
_MONTH = 31
_ANY_YEAR = 2000  # a leap year, so that 29 February is a day


def with_year(
    left: Sequence[Mention], right: Sequence[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Both sides' mentions, days and months without a year placed in the one year that both texts speak of.

    The year is the only one that the two texts name; of several, days take the only one that is named with a month
    or day. It is any one where they name none, and where both have days without a year and none with one, so that
    these answer one another. Otherwise nothing is assumed and the values stay unresolved.
    """
    both = any(map(_yearless, left)), any(map(_yearless, right))
    if not any(both):
        return tuple(left), tuple(right)
    years = {year for m in (*left, *right) for year in _years(m)}
    several = len(years) > 1
    if several:
        years = {year for m in (*left, *right) if _is_near(m) for year in _years(m)}
        if len(years) > 1 or not (years or all(both)):
            return tuple(left), tuple(right)
    year = years.pop() if years else _ANY_YEAR
    return _placed(left, year, months=not several), _placed(right, year, months=not several)


def _is_near(mention: Mention) -> bool:
    """Whether it names a day or month rather than a year or decade."""
    days = mention.value.extent
    return mention.kind == "date" and days is not None and days.width is not None and days.width <= _MONTH


def _yearless(mention: Mention) -> bool:
    return mention.kind == "date" and mention.value.extent is None and mention.value.number is None


def _years(mention: Mention) -> Iterable[int]:
    """The years in which the days of a dated mention begin and end."""
    days = mention.value.extent
    if mention.kind not in DAY_KINDS or days is None or days.low is None or days.high is None:
        return ()
    return {civil(int(days.low))[0], civil(int(days.high) - 1)[0]}


def _placed(mentions: Iterable[Mention], year: int, *, months: bool) -> tuple[Mention, ...]:
    return tuple(
        evolve(m, value=evolve(m.value, extent=days)) if _yearless(m) and (days := _days(m, year, months)) else m
        for m in mentions
    )


def _days(mention: Mention, year: int, months: bool) -> Interval | None:
    found = _YEARLESS.search(mention.value.normal)
    if found is None:
        return None
    month = _MONTHS.index(found[2]) + 1
    if found[1] is None:
        return days_of_month(year, month) if months else None
    return days_of_day(year, month, int(found[1])) if is_day(year, month, int(found[1])) else None
