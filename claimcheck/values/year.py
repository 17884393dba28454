"""Whole calendar years, by number or by their place to the reference year.

Read: four figures or words after a word that years follow (`since 2007`, `a 2008 pact`, `in nineteen eighty
six`), or between 1900 and 2100 where nothing else claims them (`Athens 2004`); `'07`; years with an era (`44
BC` is the number -43); `last year`, `this year`, `next year`; `the same year`, `the following year`, `three
years later`, counted from the year named before them (the last with its length as second reading); ranges
(`between 2012 and 2018`, `2009 to 2012`, `2019-20`), with their last year taken in.

The number is the year, the days stand in `extent`. `about`, `before`, `after`, `by` and `or later` are hedges;
`since` and `until` only stand in `scope`, for who says `since 2007` names the year. In `after the 2016
election` it is the election that bounds, so the year has no hedge.

Left alone: counts (`2008 people`), money, measures, `2,008`, figures in names and codes, round numbers that no
word shows to be years, `the past year` (a stretch of days: kind `date`), and the year of a fuller date.

>>> from datetime import date
>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> text = tokenize("Since 2007, and between 2012 and 2018, some 2008 people left; last year none did.")
>>> for found in KIND.read(text, numerals(text), Context(date(2021, 10, 8))):
...     print([str(found.value), found.scope, found.why])
['2007', ('since',), '']
['2012 to 2018', (), '']
['2020', (), 'last year: 2020, counted from 8 October 2021']
"""

from collections.abc import Sequence
from typing import Final

from claimcheck.grammar.calendar.dates import Dated
from claimcheck.grammar.calendar.expressions import TELLING, scan
from claimcheck.grammar.calendar.years import years
from claimcheck.grammar.durations import length_of
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.records import record
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context


class Year:
    """The kind `year`."""

    name: Final = "year"
    example: Final = "2007"
    triggers: Final = TELLING | TRIGGERS

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Sequence[Found]:
        """Every whole calendar year of `text`, in its order."""
        ready = scan(text, numerals, context)
        return [_found(dated) for dated in years(ready)] if ready else ()


def _found(dated: Dated) -> Found:
    """A year as a find; `three years later` also says how long that was."""
    value, others = dated.values[0], dated.values[1:]
    if dated.node.amount is not None:
        others = (*others, length_of(*dated.node.amount, value.hedge, value.written))
    return record(Found, (dated.first, dated.last, value, others, dated.why, dated.scope))


KIND = Year()
