"""Dates: days, weeks, months, quarters, seasons, decades, centuries and stretches of days.

Read: days (`8 October 2021`, `Oct. 8, 2021`, `2021-10-08`, `10/8/2021` in the order of the context's place,
with the other order as second reading), months, quarters (`Q3 2019`), halves, seasons (by hemisphere), decades
(`mid-1990s`, `the '80s`), centuries, parts (`early 2007`, `the end of last week`), weeks and weekends, holidays
whose day is fixed or can be computed, fiscal years (marked), places in a period (`the first Monday of
October`), weekdays and months without their year, `today`, `last October`, `next Friday`, `the past two
months`, `the next 4 business days`, `the year to date`, `two weeks ago`, `three days after Easter`, ranges
(`July 13 to 15`, `from March to May 2019`), stretches up to a day (`the year to March 2021`). Feasts that go by
the moon (Passover, Eid, Diwali, the Chinese new year) are reckoned; `why` says where the day is not sure, and
the days beside it are further readings. So are the months of a season on the other half of the globe, and the
fiscal year of the government of the context's place.

A time of day belongs to the date beside it, and the value is the day: a bound on the time is one on its day
(`after 2 pm on Friday` is Friday or later), `about` and `just before` leave the day exact.

What is left unsaid is found from the reference date: a bare weekday or month is the nearest one, unless the
verb beside it looks back or ahead; both readings are kept, and `why` says which was taken. `last October` is
the latest October that is over, `last Friday` the latest before the reference day, `next Friday` that of next
week. Without a reference date nothing is guessed: the value has no days, and `why` says so.

`that day`, `the next day` and `two days later` are counted from a date named shortly before them, `that summer`
from the year named before it, and in a list a day takes the year of the date before it or at its end. `two
weeks ago` is a date first; that it is two weeks is its last reading, of the kind `duration`.

A value has no number: its days stand in `extent`, half-open, counted as `datetime.date.toordinal` does.
`before`, `after`, `by`, `or later` and `around` are hedges; `since`, `until` and `from` only stand in `scope`.
A stretch from one day to another has the hedge `between`.

Left alone: whole calendar years (kind `year`), years ago (kind `duration`, which also says when), times of day
alone, `two days later` where no date is named before it, `every Monday`, `today's` in the possessive (as often
the present age), `recent months`, and whatever only looks like a date: `H-2`, `may` and `march` as verbs, `fall`
and `spring`, scores and telephone numbers, the Sunday Times, a Christmas tree.

>>> from datetime import date
>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> text = tokenize("It met on Monday and will report by January 30 next year, as it did last October")
>>> for found in KIND.read(text, numerals(text), Context(date(2021, 10, 8))):
...     print(found.value, "|", found.why)
4 October 2021 | Monday: 4 October 2021, as the verb looks back
by 30 January 2022 | January 30 next year: 30 January 2022, counted from 8 October 2021
October 2020 | last October: October 2020, the latest that is over on 8 October 2021
"""

from collections.abc import Sequence
from typing import Final

from claimcheck.grammar.calendar.dates import Dated, dates
from claimcheck.grammar.calendar.expressions import TELLING, scan
from claimcheck.grammar.durations import length_of
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.records import record
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context


class Date:
    """The kind `date`."""

    name: Final = "date"
    example: Final = "8 October 2021"
    triggers: Final = TELLING | TRIGGERS

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Sequence[Found]:
        """Every date of `text`, in its order."""
        ready = scan(text, numerals, context)
        return [_found(dated) for dated in dates(ready)] if ready else ()


def _found(dated: Dated) -> Found:
    """A date as a find; `two weeks ago` also says how long something has lasted."""
    value, others = dated.values[0], dated.values[1:]
    if dated.node.amount is not None:
        others = (*others, length_of(*dated.node.amount, value.hedge, value.written))
    return record(Found, (dated.first, dated.last, value, others, dated.why, dated.scope))


KIND = Date()
