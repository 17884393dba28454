"""Stretches told by their length and their end: the 12 months to June, the year ended 30 September 2020."""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.calendar.days import bounds, move
from claimcheck.grammar.calendar.fiscal import FISCAL
from claimcheck.grammar.calendar.names import listed
from claimcheck.grammar.calendar.period import Node, Scan, span_period
from claimcheck.grammar.calendar.relative import amount_at, unit_at
from claimcheck.grammar.calendar.resolve import settle

ENDED: Final = frozenset(["ended", "ending"])
ENDS: Final = ENDED | {"to", "through"}
"""Words between a length and the date that it ends with."""
_BEFORE: Final = frozenset(listed("the in for over during first last latest"))
_UNITS: Final = frozenset(["week", "month", "quarter", "year"])
_ENDING: Final = frozenset(["day", "month"])


def stretch(scan: Scan, i: int, depth: int) -> Node | None:
    """`the year to March 2021`, `nine months through September`, `the fiscal year ended June 30, 2020`."""
    if not scan.units:
        return None
    words = scan.words
    j = i + (words[i] in FISCAL)
    amount = amount_at(scan, j)
    unit = unit_at(scan, amount[1] if amount else j)
    if unit is None or unit[0] not in _UNITS:
        return None
    number, link = amount[0] if amount else Decimal(1), unit[1]
    link += words[link] == "that"
    if words[link] not in ENDS or number != int(number) or (amount is None and words[link - 1].endswith("s")):
        return None
    if words[link] not in ENDED and words[i - 1] not in _BEFORE and i > 0:
        return None
    whole = scan.date_at(link + 1 + (words[link + 1] == "on"), depth + 1)
    whole = settle(scan, whole) if whole else None
    if whole is None or not whole.periods or whole.periods[0].grain not in _ENDING:
        return None
    ends = (bounds(p.days)[1] for p in whole.periods)
    periods = tuple(span_period(move(end, -number, unit[0]), end) for end in ends)
    return Node(i, whole.last, periods, whole.why)
