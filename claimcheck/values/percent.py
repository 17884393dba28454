"""Shares in percent, percentage points and basis points.

Read: `1 percent`, `4.5%`, `7 per cent`, `30 pct`, `two-thirds of a percent`, `between 5 and 7 percent`, `5-7%`,
`half a percentage point`, `25 basis points`. The unit is `percent` or `percentage point`; a basis point is a
hundredth of a percentage point. A change from one percentage to another is two values.

Left alone: `percentage` without a number, and shares written as fractions (`a third of`), which are counts.

>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> from claimcheck.model.text import Context
>>> text = tokenize("growth of around 1 percent, up from 0.75% and cut by 25 basis points")
>>> for found in KIND.read(text, numerals(text), Context()):
...     print(found.value, found.value.number, found.value.unit, found.value.hedge)
about 1% 1 percent about
0.75% 0.75 percent none
0.25 percentage points 0.25 percentage point none
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from claimcheck.grammar.amounts import value_of
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.quantity import Quantity, Unit, quantities
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context

PERCENT: Final = "percent"
POINT: Final = "percentage point"
_BASIS: Final = Decimal("0.01")
_SIGNS: Final = frozenset({"%", "percent", "pct", "percents", "pc", "％"})
_NAMES: Final = _SIGNS | {"cent", "percentage", "basis", "bp", "bps"}
_AFTER: Final = _NAMES | {"per", "a", "of"}


class Percent:
    """The kind `percent`; see the module."""

    name: Final = "percent"
    example: Final = "4.5%"
    triggers: Final = TRIGGERS
    needs: Final = _NAMES

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
        """Every percentage in `text`."""
        if not numerals:
            return ()
        return [_found(text, found) for found in quantities(text, numerals, _unit_at, after=_AFTER)]


KIND: Final = Percent()


def _found(text: Tokens, found: Quantity) -> Found:
    unit = found.unit.name
    vague = "basis points" if found.unit.factor == _BASIS else _VAGUE[unit]
    return Found(found.first, found.last, value_of("percent", text, found, _SAY[unit], unit=unit, vague=vague))


def _unit_at(text: Tokens, first: int, last: int) -> Unit | None:
    word = text.near[last]
    if word in _SIGNS:
        if word == "pc" and not text.glued(last):
            return None
        end = last + 1
        if text.near[end] == "-" and text.near[end + 1] == "point":
            end += 1
        if text.near[end] in ("point", "points"):
            return Unit(first, end + 1, POINT)
        return Unit(first, last + 1, PERCENT)
    after = text.near[last + 1]
    if word == "per" and after == "cent":
        return Unit(first, last + 2, PERCENT)
    if word == "percentage" and after in ("point", "points"):
        return Unit(first, last + 2, POINT)
    if word == "basis" and after in ("point", "points"):
        return Unit(first, last + 2, POINT, _BASIS)
    if word in ("bp", "bps"):
        return Unit(first, last + 1, POINT, _BASIS)
    if word == "a" and (after in ("percent", "percentage") or after == "per"):
        return _unit_at(text, first, last + 1)
    if word == "of" and after in ("percentage", "basis"):  # "hundreds of basis points"
        return _unit_at(text, first, last + 1)
    if word == "of" and after in ("a", "one") and text.near[last + 2] in ("percent", "percentage", "per"):
        return _unit_at(text, first, last + 2)
    return None


_VAGUE: Final = {PERCENT: "", POINT: "percentage points"}
_SAY: Final = {PERCENT: lambda amount: f"{amount}%", POINT: lambda amount: f"{amount} percentage points"}
