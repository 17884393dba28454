"""Amounts of money, in ISO 4217 currencies.

Read: signs (`$3 billion`, `$ 3 billion`, `€2.5bn`, `-$5`, `18,00€`), signs with a country (`U.S. $3.3 billion`,
`A$5`, `$US5`, `C$ 100`), codes (`USD 10m`, `3 million EUR`), names (`two million dollars`, `40 Egyptian
pounds`, `750 euros`, `hundreds of millions of dollars`, `million-dollar`), minor units (`50 cents` is 0.50 of
the currency), sums (`3 dollars and 50 cents`), ranges (`$3-4 billion`, `between $3 and $4 billion`).

A bare `$` or `dollar` is the dollar of the context's place and says so; other names that several currencies
share (`peso`, `rupee`) likewise, or the best known of them. `pounds` are money in British texts and beside
words of paying; elsewhere they are weight, and the other reading is kept as an alternative. Amounts per
something keep their scope.

Left alone: money without a number, and names of money that are other words (`real`, `won the`, `sen.`).

>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> from claimcheck.model.text import Context
>>> text = tokenize("about U.S. $3.3 billion, or A$5, and hundreds of millions of dollars")
>>> for found in KIND.read(text, numerals(text), Context()):
...     print(found.value, found.value.unit, found.value.number or found.value.extent)
about $3.3 billion USD 3.3E+9
A$5 AUD 5
hundreds of millions of dollars USD [200000000, 1000000000)
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from claimcheck.grammar import currencies
from claimcheck.grammar.ambiguous import with_old_billions
from claimcheck.grammar.amounts import value_of
from claimcheck.grammar.cardinals import cardinal
from claimcheck.grammar.continental import WITHOUT_CENTS, grouped, why
from claimcheck.grammar.digits import ONE
from claimcheck.grammar.kind import Found
from claimcheck.grammar.money_units import AFTER, BEFORE, MONEY_TOKENS, is_number, money_at
from claimcheck.grammar.number_words import UNITS
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.quantity import Quantity, Unit, quantities
from claimcheck.grammar.records import record
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context
from claimcheck.model.value import Value

_ONES: Final = frozenset({"dollar", "euro", "cent", "penny", "buck"})


class Money:
    """The kind `money`; see the module."""

    name: Final = "money"
    example: Final = "$3.3 billion"
    triggers: Final = TRIGGERS | _ONES
    needs: Final = MONEY_TOKENS

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
        """Every amount of money in `text`."""
        counted = _with_units(text, numerals)
        unit_at = money_at(context.place)
        found = [
            _found(text, _with_cents(text, quantity))
            for quantity in quantities(text, counted, unit_at, after=AFTER, before=BEFORE, ratio=_ratio)
        ]
        return with_old_billions(found, context)


KIND: Final = Money()


def _with_units(text: Tokens, numerals: tuple[Numeral, ...]) -> tuple[Numeral, ...]:
    """The numerals, with an article before a name of money as the number one (`a dollar`)."""
    if text.present.isdisjoint(_ONES):
        return numerals
    return tuple(sorted([*numerals, *_articles(text, numerals)], key=lambda n: n.first))


def _articles(text: Tokens, numerals: tuple[Numeral, ...]) -> Iterator[Numeral]:
    taken = {k for n in numerals for k in range(n.first, min(n.last, n.first + 8))}
    for i, word in enumerate(text.words):
        if word in _ONES and text.near[i - 1] == "a" and i - 1 not in taken and text.near[i + 1] != "-":
            yield Numeral(i - 1, i, ONE, ONE)


def _found(text: Tokens, found: Quantity) -> Found:
    unit = found.unit
    code = unit.name

    def say(amount: str) -> str:
        return currencies.say_money(code, amount)

    def value(low: Numeral) -> Value:
        return value_of("money", text, found._replace(low=low), say, unit=code, vague=_name(unit))

    other = grouped(text, found.low) if found.high is None and unit.factor is ONE else None
    if other is None:
        shown = value_of("money", text, found, say, unit=code, vague=_name(unit))
        return record(Found, (found.first, found.last, shown, (), unit.why, ()))
    one, other = (other, found.low) if code in WITHOUT_CENTS else (found.low, other)
    reason = "; ".join(filter(None, (unit.why, why(one, other))))
    return Found(found.first, found.last, value(one), (value(other),), reason)


_CENTS: Final = Decimal("0.01")


def _with_cents(text: Tokens, found: Quantity) -> Quantity:
    """`15 dollars and 50`, `$20 43`: two digits that follow a whole amount and count nothing are cents."""
    low = found.low
    if found.high is not None or low.number is None or low.step is None or low.stated or found.unit.factor != 1:
        return found
    i = found.last + (text.near[found.last] == "and")
    word = text.near[i]
    if i >= len(text) or found.last != found.unit.last or not is_number(word) or text.near[i + 1] not in _ENDS:
        return found
    part = cardinal(text, i)
    if part is None or part.step is None or part.stated or part.ordinal or not 1 <= part.number < 100:
        return found
    if text.near[part.end] not in _ENDS or (part.digits and len(word) != 2):
        return found
    total = low._replace(number=low.number + part.number * _CENTS, step=_CENTS, stated=True)
    return found._replace(last=part.end, low=total)


_ENDS: Final = frozenset({"", ".", ";", "!", "?", ")", "more", "-", *UNITS})


def _name(unit: Unit) -> str:
    """The plural of a unit of money in words, for amounts without a number."""
    if unit.factor is not ONE:
        return "pence" if unit.name == "GBP" else "cents"
    return _PLURALS.get(unit.name) or (f"{unit.name}s" if unit.name.islower() else unit.name)


_PLURALS: Final = {"USD": "dollars", "EUR": "euros"}


def _ratio(unit: Unit, other: Unit) -> Decimal | None:
    """Whole and minor units of one currency can be summed: `3 dollars and 50 cents`."""
    same = unit.name == other.name
    return unit.factor / other.factor if same and unit.factor > other.factor else None
