"""Durations and ages: how long something lasts, lasted or has lasted.

Read: a number or article and a unit (`13 years`, `an hour`, `two and a half years`, `another day`), one word
(`six-year`, `day-long`), ages (`13-year-old`, `34 years old`, `aged 34`, `in his 30s`), sums in the smaller
unit (`6 months and 3 days`, `1h30`), ranges (`10-15 years`, `a month or two`), vague ones (`decades`, `several
weeks`, `for months`: no number, but an extent), `13 years ago`.

Completed units: bare whole years and months, and ages in any unit, are said until the next one is full; thirteen
years have the extent `[13, 14)`. One word without `old` (`a six-year term`) is a planned or whole length:
exactly six. Weeks, days and shorter units, fractions, sums of days and hedged numbers have no extent but their
number. Decades and centuries are counted in years (`two decades` is 20, rounded to ten); a fortnight is two
weeks, and a night is counted as a day. Where days are added to months or years, a month counts as 30 days and a
year as 365, and `why` says so.

`13 years ago` is a duration first, as what was launched then has now lasted so long; its second reading is the
date: the days on which thirteen years were completed, then the very day. `over 13 years` is the course of
thirteen years, unless an age or a verb of lasting makes it more than thirteen. `now` after it stands in
`scope`.

Left alone: ordinals (`the third year`), rates (`$1 billion a year`), `recent months`, `this year` (dates).

>>> from datetime import date
>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> text = tokenize("The 13-year-old accord, for, I think, 13 years now; a six-year term, launched 13 years ago")
>>> for found in KIND.read(text, numerals(text), Context(date(2021, 10, 8))):
...     print(found.value, found.value.extent, [str(value) for value in found.alternatives])
13 years [13, 14) []
about 13 years None []
6-year None []
13 years [13, 14) ['9 October 2007 to 8 October 2008', '8 October 2008']
"""

from collections.abc import Sequence
from typing import Final

from claimcheck.grammar.calendar import say_day
from claimcheck.grammar.calendar.dates import starts
from claimcheck.grammar.calendar.expressions import TELLING, scan
from claimcheck.grammar.calendar.period import Scan
from claimcheck.grammar.durations import NEEDS, Length, lengths
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.records import record
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context


class Duration:
    """The kind `duration`."""

    name: Final = "duration"
    example: Final = "13 years"
    triggers: Final = TELLING | TRIGGERS
    needs: Final = NEEDS

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Sequence[Found]:
        """Every length of time in `text`, in its order."""
        ready = scan(text, numerals, context)
        return [_found(ready, found) for found in lengths(ready)] if ready else ()


def _found(ready: Scan, found: Length) -> Found:
    """A length as a find; with `ago` it also says when that was."""
    scope = ("now",) if ready.words[found.last] == "now" else ()
    if not found.ago or found.amount is None:
        return record(Found, (found.first, found.last, found.value, (), found.why, scope))
    dates = starts(ready, found.amount, found.unit)
    written = tuple(value.written_as(found.value.written) for value in dates)
    if ready.today is None:
        why = "completed units; when they began is not resolved: the text has no reference date"
    elif dates:
        why = f"completed {found.unit}s; on {say_day(ready.today)} begun {written[0].normal}"
    else:
        why = f"completed {found.unit}s"  # hours, and years past counting by days
    return Found(found.first, found.last, found.value, written, why, scope)


KIND = Duration()
