"""Measures: a number with a unit of length, area, volume, mass, speed, temperature, power, energy, data and so on.

Read: `1.3 tons`, `85,000 square metres`, `3-inch`, `5 ft 2 in`, `120 miles an hour`, `70°F`, `between 30 and
40 degrees Celsius`, `half a mile`, `2.4-litre`, `thousands of kilograms`. The unit is its English name in the
singular, as in `claimcheck.grammar.units`, which also converts. A unit with several meanings (`ton`, `gallon`)
keeps the others as alternatives and says so.

Left alone: single letters that are no unit here (`5G`, `13F`), `2 pm`, `in` as a preposition, money in pounds,
and spans of time, which are durations.

>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> from claimcheck.model.text import Context
>>> text = tokenize("approximately 1.3 tons, then 7 feet 10 inches at over 80 km/h")
>>> for found in KIND.read(text, numerals(text), Context()):
...     print(found.value, "|", found.value.unit, "|", *found.alternatives)
about 1.3 tons | ton | about 1.3 tonnes about 1.3 long tons
94 inches | inch |
more than 80 kilometres per hour | kilometre per hour |
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from claimcheck.grammar import units
from claimcheck.grammar.ambiguous import is_length, local_unit, millions
from claimcheck.grammar.amounts import value_of
from claimcheck.grammar.continental import grouped
from claimcheck.grammar.continental import why as why_grouped
from claimcheck.grammar.currencies import say_money
from claimcheck.grammar.digits import ONE
from claimcheck.grammar.hedges import hedge_before
from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.quantity import Quantity, Unit, quantities
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words
from claimcheck.model.text import Context
from claimcheck.model.value import Value

_GLUED_ONLY: Final = frozenset({"V", "b"})
_NEVER_ALONE: Final = frozenset({"A", "B", "N", "J", "K", "b", "kt", "gr", "ct", "mb"})
_TEMPERATURES: Final = frozenset({"C", "F"})
_HEAT: Final = words(
    "temperature temperatures weather heat hot cold cool warm outside degrees degree thermometer fever freezing "
    "oven high low highs lows boil boils boiling melts freezes bake"
)
_RATES: Final = {"second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour"} | {
    "millisecond": "millisecond",
    "ms": "millisecond",
}
_AFTER_ARTICLE: Final = words(
    "inch mile acre hectare litre liter gallon pint ounce lb kilometre kilometer metre meter kilo kilogram gram"
)
_NAMES: Final = frozenset({"Stone", "Gray", "Bar", "Grain"})
_EXTENTS: Final = frozenset({".", ",", ")", "thick", "long", "wide", "tall", "deep", "high", "across", "by"})
_FEET: Final = frozenset({"ft", "foot", "feet"})
_AFTER: Final = units.FIRST_WORDS | {"of", "(", "[", "{", '"'}
_WINDOW: Final = 8


class Measure:
    """The kind `measure`; see the module."""

    name: Final = "measure"
    example: Final = "1.3 tons"
    triggers: Final = TRIGGERS | _AFTER_ARTICLE
    needs: Final = units.FIRST_WORDS | {'"'}

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
        """Every measure in `text`."""
        counted = _with_articles(text, numerals)
        found = quantities(text, counted, _unit_at, after=_AFTER, ratio=_ratio)
        return [_found(text, quantity, context.place) for quantity in found]


KIND: Final = Measure()


def _with_articles(text: Tokens, numerals: tuple[Numeral, ...]) -> tuple[Numeral, ...]:
    """The numerals, with `a` before a unit as the number one where it is one (`within a mile`)."""
    if text.present.isdisjoint(_AFTER_ARTICLE):
        return numerals
    taken = {k for n in numerals for k in range(n.first, min(n.last, n.first + 8))}
    more = [
        Numeral(i - 1, i, ONE, ONE)
        for i, word in enumerate(text.words)
        if word in _AFTER_ARTICLE
        and text.near[i - 1] in ("a", "an")
        and i - 1 not in taken
        and _starts(text, i - 1)
    ]
    return tuple(sorted((*numerals, *more), key=lambda n: n.first)) if more else numerals


def _starts(text: Tokens, article: int) -> bool:
    """Whether the article counts: not in `$3 a gallon`, `30 miles to a gallon`."""
    return (
        article == 0 or text.near[article - 1] in ("within", "every") or hedge_before(text, article)[0] < article
    )


def _unit_at(text: Tokens, first: int, last: int) -> Unit | None:
    word = text.near[last]
    if word == "of" and text.words[last - 1] not in ("a", "an"):  # "thousands of kilograms"
        last, word = last + 1, text.near[last + 1]
        if text.near[last - 2][-1:] != "s":
            return None
    if word not in units.FIRST_WORDS:
        return _bracketed(text, first, last) if word in _BRACKETS else _inch_mark(text, first, last)
    found = units.unit_at(text, last)
    if found is None:
        return None
    end, unit = found
    if end < len(text) and text.glued(end) and (text.near[end][0].isalnum() or text.near[end] == "_"):
        return None  # "3 m&m", "5mx"
    if not _is_symbol_in_place(text, first, last, end):
        return None
    return Unit(first, *_rate(text, end, unit.name))


def _bracketed(text: Tokens, first: int, last: int) -> Unit | None:
    """`20 (kg)`."""
    found = units.unit_at(text, last + 1)
    if found is None or text.near[found[0]] != _BRACKETS[text.words[last]] or found[1].name in ("degree",):
        return None
    return Unit(first, found[0] + 1, found[1].name)


_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}


def _inch_mark(text: Tokens, first: int, last: int) -> Unit | None:
    """`5"`: a straight quotation mark behind digits that closes no quotation, or before a word of extent."""
    if text.near[last] != '"' or not text.near[last - 1][-1:].isdecimal():
        return None
    closes = text.text.count('"', max(0, text.starts[last] - _QUOTED), text.starts[last]) % 2
    if text.near[last + 1] in _LONG or (text.glued(last) and not closes and text.near[last + 1] in _EXTENTS_END):
        return Unit(first, last + 1, "inch")
    return None


_QUOTED: Final = 1000  # characters in which a quotation may have been opened
_LONG: Final = frozenset({"thick", "long", "wide", "tall", "deep", "high", "across"})
_EXTENTS_END: Final = frozenset({"", ".", ",", ")", "by", "x", "×"})


def _is_symbol_in_place(text: Tokens, first: int, last: int, end: int) -> bool:
    """Whether a short symbol is a unit here and not a word, a grade or a name."""
    raw = text.surface(last, end)
    glued = text.glued(last) and text.near[last - 1] != "-"
    if raw in _TEMPERATURES:
        around = text.words[max(0, first - _WINDOW) : end + _WINDOW]
        return not _HEAT.isdisjoint(around) or "°" in around
    if raw == "K":
        return glued and "°" in text.present
    if raw in _NEVER_ALONE:
        return False
    if raw in _GLUED_ONLY:
        return glued
    if raw == "in":
        return glued or end == len(text) or text.near[end] in _EXTENTS or text.near[first - 1] in _FEET
    if raw == "in.":
        return end == len(text) or text.near[end][0] in ",;)" or text.text[text.starts[end]].islower()
    if len(raw) == 1 and raw.isalpha():
        return glued or _ends_phrase(text, end)
    return raw not in _NAMES and not (raw in ("bar", "stone") and text.words[first:last] == ("one",))


def _ends_phrase(text: Tokens, end: int) -> bool:
    """Whether a letter that stands alone is not the beginning of something else."""
    if end == len(text):
        return True
    after = text.near[end]
    return not (after == "-" and text.glued(end)) and (not after[0].isalnum() or len(after) > 1)


def _rate(text: Tokens, end: int, name: str) -> tuple[int, str]:
    """`40 litres per minute`, `5 metres a second`: a rate by the hour or faster is a unit of its own."""
    if text.near[end] in ("per", "a", "an", "/") and text.near[end + 1] in _RATES and " per " not in name:
        return end + 2, f"{name} per {_RATES[text.near[end + 1]]}"
    if text.near[end] in ("/", "per") and " per " not in name and (below := units.unit_at(text, end + 1)):
        return below[0], f"{name} per {below[1].name}"
    return end, name


def _ratio(unit: Unit, other: Unit) -> Decimal | None:
    """Whether two measures can be summed, the larger unit first: `7 feet 10 inches`."""
    one, two = units.UNITS.get(unit.name), units.UNITS.get(other.name)
    if one is None or two is None or one.dimension != two.dimension or one.offset or one is two:
        return None
    many = one.factor / two.factor
    return Decimal(many.numerator) / Decimal(many.denominator) if many > 1 else None


def _plural(name: str) -> str:
    unit = units.UNITS.get(name)
    if unit is not None:
        return unit.plural
    head, _, rate = name.partition(" per ")
    return f"{units.UNITS[head].plural} per {rate}"


def _found(text: Tokens, found: Quantity, place: str) -> Found:
    name = found.unit.name
    unit = units.UNITS.get(name)
    others, why = (unit.others, unit.why) if unit is not None else ((), "")
    if others and (local := local_unit(name, place)) != name:
        others = (*(other for other in others if other != local), name)
        name, why = local, f"a {name} is taken for the {local} in texts of {place}"
    value = _value(text, found, name)
    alternatives = [_value(text, found, other) for other in others]
    if name == "pound" and found.unit.last > 0 and text.near[found.unit.last - 1] in ("pound", "pounds"):
        money = value_of("money", text, found, lambda amount: say_money("GBP", amount), unit="GBP")
        alternatives.append(money)
        why = "pounds without a word of paying are weight"
    if (other := grouped(text, found.low)) is not None and found.high is None:
        alternatives.append(_value(text, found._replace(low=other), name))
        why = "; ".join(filter(None, (why, why_grouped(found.low, other))))
    short = name == "metre" and text.near[found.unit.last - 1] == "m" and text.near[found.first - 1] != "("
    if short and not is_length(text.near[found.last]) and (more := millions(value)) is not None:
        alternatives.append(more)
        why = "m is the metre; it may also stand for million"
    if name == "degree":
        why = "degrees without a scale: of temperature or of arc"
    return Found(found.first, found.last, value, tuple(alternatives), why)


def _value(text: Tokens, found: Quantity, name: str) -> Value:
    plural = _plural(name)
    return value_of(
        "measure",
        text,
        found,
        lambda amount: f"{amount} {plural}",
        unit=name,
        vague=plural,
    )
