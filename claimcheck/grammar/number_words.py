"""The words that write numbers, as plain tables."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from claimcheck.grammar.word_sets import in_order

_UNITS = in_order(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = in_order("twenty thirty forty fifty sixty seventy eighty ninety")
_UNIT_ORDINALS = in_order(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TEN_ORDINALS = in_order("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")

UNITS: Final[dict[str, int]] = {word: n for n, word in enumerate(_UNITS)} | {"nil": 0, "nought": 0, "naught": 0}
"""Zero to nineteen."""

TENS: Final[dict[str, int]] = {word: 10 * n for n, word in enumerate(_TENS, 2)} | {"fourty": 40}
"""Twenty to ninety."""

JOINED: Final[dict[str, int]] = {tens + unit: TENS[tens] + UNITS[unit] for tens in _TENS for unit in _UNITS[1:10]}
"""`twentyone` to `ninetynine`, written without a hyphen."""

SCALES: Final[dict[str, Decimal]] = {
    "thousand": Decimal("1E3"),
    "lakh": Decimal("1E5"),
    "lac": Decimal("1E5"),
    "million": Decimal("1E6"),
    "crore": Decimal("1E7"),
    "billion": Decimal("1E9"),
    "trillion": Decimal("1E12"),
    "quadrillion": Decimal("1E15"),
    "quintillion": Decimal("1E18"),
    "sextillion": Decimal("1E21"),
}
"""Words that multiply the number before them and state its precision."""

PLURAL_SCALES: Final[dict[str, Decimal]] = {
    **{f"{word}s": scale for word, scale in SCALES.items()},
    "tens": Decimal(10),
    "hundreds": Decimal(100),
}
"""The same in the plural, with no number of their own (`tens of thousands`)."""

LARGEST_SCALE: Final = Decimal("1E21")
"""Scale words multiply one another up to here (`thousand million`); beyond, nobody means it."""

DOZENS: Final[dict[str, int]] = {
    "dozen": 12,
    "dozens": 12,
    "doz": 12,
    "dozs": 12,
    "dz": 12,
    "dzs": 12,
    "score": 20,
}
"""Words for a group of so many; their step is the group."""

SUFFIXES: Final[dict[str, Decimal]] = {
    "k": Decimal("1E3"),
    "mn": Decimal("1E6"),
    "mln": Decimal("1E6"),
    "mio": Decimal("1E6"),
    "bn": Decimal("1E9"),
    "bln": Decimal("1E9"),
    "tn": Decimal("1E12"),
    "trn": Decimal("1E12"),
    "tln": Decimal("1E12"),
}
"""Abbreviated scales, glued to digits (`3.3bn`) or, but for `k`, after a space."""

MONEY_SUFFIXES: Final[dict[str, Decimal]] = {
    "m": Decimal("1E6"),
    "mm": Decimal("1E6"),
    "mil": Decimal("1E6"),
    "b": Decimal("1E9"),
    "t": Decimal("1E12"),
    "g": Decimal("1E9"),
}
"""Abbreviated scales that are units of measure elsewhere; read only beside a currency or a counted noun."""

ORDINALS: Final[dict[str, int]] = {
    **{word: n for n, word in enumerate(_UNIT_ORDINALS)},
    **{word: 10 * n for n, word in enumerate(_TEN_ORDINALS, 2)},
    **{tens + ordinal: TENS[tens] + n for tens in _TENS for n, ordinal in enumerate(_UNIT_ORDINALS[1:10], 1)},
    "nineth": 9,
    "twelveth": 12,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
"""Ordinals in words, with the commonest slips of the pen."""

ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})

DENOMINATORS: Final[dict[str, int]] = {
    "half": 2,
    "quarter": 4,
    **{word: n for word, n in ORDINALS.items() if n > 2},
}
"""Names of unit fractions in the singular."""

DENOMINATORS_PLURAL: Final[dict[str, int]] = {
    "halves": 2,
    **{f"{word}s": n for word, n in DENOMINATORS.items() if word != "half"},
}
"""Names of unit fractions in the plural."""

VULGAR: Final[dict[str, Fraction]] = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5),
    "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5),
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}
"""Fractions that are one character."""

VAGUE_LEADS: Final[dict[str, int]] = {"several": 3, "few": 2, "many": 2}
"""Words that make the scale word after them vague (`several hundred`), with the least multiple they mean."""
