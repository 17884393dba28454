"""The unit that is running on the reference day: the year to date, in the week, till date."""

from typing import Final

from claimcheck.grammar.calendar.days import bounds
from claimcheck.grammar.calendar.period import Node, Scan, day_period, span_period
from claimcheck.grammar.calendar.relative import explained, unresolved_node
from claimcheck.grammar.calendar.units import unit_period

RUNNING: Final = frozenset(["day", "week", "month", "quarter", "year"])
UNTIL: Final = frozenset(["till", "until"])
_DURING: Final = frozenset(["in", "for", "during"])
_ENDS: Final = frozenset(["", ".", ",", ";", "!", "?", ")", "”", '"'])


def to_date(scan: Scan, i: int, depth: int) -> Node | None:
    """`year to date`, `month-to-date`: from its first day to the day before the reference day."""
    words, unit = scan.words, scan.words[i]
    j = i + 1 + (words[i + 1] == "-")
    last = j + 2 + (words[j + 1] == "-")
    if unit not in RUNNING or words[j] != "to" or words[last - 1] != "date":
        return None
    if scan.today is None:
        return unresolved_node(scan, i, last)
    first = bounds(unit_period(scan.today, unit).days)[0]
    return explained(scan, Node(i, last, (span_period(first, max(scan.today, first + 1)),)))


def until_now(scan: Scan, i: int, depth: int) -> Node | None:
    """`date` or `now` in `till date`, `until now`: the reference day."""
    if scan.words[i - 1] not in UNTIL:
        return None
    if scan.today is None:
        return unresolved_node(scan, i, i + 1)
    return explained(scan, Node(i, i + 1, (day_period(scan.today),)))


def runs(scan: Scan, i: int) -> bool:
    """Whether the unit at token `i` is the running one, with its clause at an end: `for the week.`"""
    words = scan.words
    return words[i] in RUNNING and words[i - 1] == "the" and words[i - 2] in _DURING and words[i + 1] in _ENDS


def running(scan: Scan, i: int, depth: int) -> Node | None:
    """`in the week`, `for the quarter` at the end of a clause; years are left to their kind."""
    if not runs(scan, i) or scan.words[i] == "year":
        return None
    if scan.today is None:
        return unresolved_node(scan, i, i + 1)
    return explained(scan, Node(i, i + 1, (unit_period(scan.today, scan.words[i]),)))
