"""The open set of value kinds: one file a kind, listed here in the order that settles ties between them."""

from typing import Final

from claimcheck.grammar.kind import Kind
from claimcheck.grammar.text_kind import TextKind
from claimcheck.values import count, date, duration, measure, money, name, ordinal, percent, quote, year

KINDS: Final[tuple[Kind, ...]] = (
    money.KIND,
    percent.KIND,
    date.KIND,
    year.KIND,
    duration.KIND,
    measure.KIND,
    ordinal.KIND,
    count.KIND,
)
"""Every kind. Of overlapping finds the longest wins, then the kind listed first."""

TEXT_KINDS: Final[tuple[TextKind, ...]] = (name.KIND, quote.KIND)
"""The kinds whose values are words; they are read only for claims that ask for them."""
