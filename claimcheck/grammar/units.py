"""Units of measure that news uses: names, symbols, dimensions and exact factors to SI; a static table.

Factors are exact by definition: international yard and pound (1959), US liquid gallon (231 cubic inches),
imperial gallon (4.54609 litres), nautical mile (1852 m), the SI and its prefixes. A unit whose name means
different things (`ton`, `gallon`, `pint`) is listed with its other meanings.

>>> convert(Decimal(94), "inch", "foot") == Decimal(94) / 12
True
>>> convert(Decimal(32), "degree Fahrenheit", "degree Celsius")
Decimal('0')
>>> convert(Decimal(1), "mile", "kilogram") is None
True
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from claimcheck.grammar import unit_table as table
from claimcheck.grammar.tokens import Tokens, cut
from claimcheck.grammar.word_sets import words


class MeasureUnit(NamedTuple):
    """A unit of measure.

    Attributes:
        name: English name in the singular (`kilometre`).
        plural: The same in the plural.
        dimension: What it measures (`length`).
        factor: How many units of the dimension's base one of it is.
        offset: What is added after multiplying, for temperatures.
        others: Names of the other units that the same word may mean.
        why: Why the first meaning is taken, where there are others.
    """

    name: str
    plural: str
    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    others: tuple[str, ...] = ()
    why: str = ""


def _units() -> tuple[dict[str, MeasureUnit], dict[str, list[str]], dict[str, list[str]]]:
    """Units by name, the words that mean each, the symbols that mean each."""
    units: dict[str, MeasureUnit] = {}
    words: dict[str, list[str]] = {}
    symbols: dict[str, list[str]] = {}
    for line in table.TABLE.strip().splitlines():
        name, plural, dimension, factor, more, signs = line.split("|")
        others, why = table.MEANINGS.get(name, ((), ""))
        offset = table.OFFSETS.get(name, Fraction(0))
        # Fraction reads a text by a pattern, slowly; of a decimal number it can be told the ratio.
        ratio = Fraction(factor) if "/" in factor else Fraction(*Decimal(factor).as_integer_ratio())
        unit = MeasureUnit(name, plural or f"{name}s", dimension, ratio, offset, others, why)
        units[name] = unit
        words[name] = [name, unit.plural, *(word for word in more.split(",") if word)]
        symbols[name] = [sign.replace("_", " ") for sign in signs.split()]
    for base, prefixes in table.PREFIXED.items():
        for prefix in prefixes.split():
            sign, factor_ = table.PREFIXES[prefix]
            unit = units[base]
            name = prefix + base
            units[name] = MeasureUnit(name, prefix + unit.plural, unit.dimension, factor_ * unit.factor)
            words[name] = [prefix + word for word in words[base]]
            spelled = [sign + s for s in symbols[base] if s in _SYMBOLS_WITH_PREFIX]
            symbols[name] = [s for s in spelled if s != "pm"]  # hours in the afternoon
    for name, more in table.EXTRA_SYMBOLS.items():
        symbols[name] += more.split()
    return units, words, symbols


_SYMBOLS_WITH_PREFIX = words("m g l L W Wh J B Hz Pa V A N Gy Sv eV Bq Ω")
UNITS, _WORDS, _SYMBOLS = _units()
"""Units by name."""

for _dimension, _names in table.RATES.items():
    for _name, _factor in _names.items():
        _plural = {"century": "centuries", "millennium": "millennia"}.get(_name, f"{_name}s")
        UNITS[_name] = MeasureUnit(_name, _plural, _dimension, Fraction(_factor))

_Spelling = tuple[tuple[str, ...], str, str]  # tokens in lower case, as written (empty: any case), unit


def _spellings() -> dict[str, list[_Spelling]]:
    """Every spelling by its first token, the longest first; of equal ones the first counts."""
    found: dict[str, list[_Spelling]] = {}
    for named, cased in ((_WORDS, False), (_SYMBOLS, True)):
        for name, spelled in named.items():
            for spelling in spelled:
                tokens = tuple(cut(spelling.lower()))
                found.setdefault(tokens[0], []).append((tokens, spelling if cased else "", name))
    for spellings in found.values():
        if len(spellings) > 1:
            spellings.sort(key=lambda s: -len(s[0]))
    return found


_BY_FIRST: Final = _spellings()
FIRST_WORDS: Final = frozenset(_BY_FIRST)
"""First tokens of all spellings, for a quick test."""


def unit_at(text: Tokens, i: int) -> tuple[int, MeasureUnit] | None:
    """The unit whose name or symbol begins at token `i`, and the token after it; the longest wins."""
    words = text.words
    for tokens, cased, name in _BY_FIRST.get(text.near[i], ()):
        end = i + len(tokens)
        if words[i:end] != tokens:
            continue
        if cased and text.surface(i, end) != cased:
            continue
        return end, UNITS[name]
    return None


def convert(number: Decimal, unit: str, other: str) -> Decimal | None:
    """`number` of `unit` in units of `other`; None where they do not measure the same or are not known."""
    one, two = UNITS.get(unit), UNITS.get(other)
    if one is None or two is None or one.dimension != two.dimension:
        return None
    result = (Fraction(number) * one.factor + one.offset - two.offset) / two.factor
    return Decimal(result.numerator) / Decimal(result.denominator)
