"""Multiples said by a verb or an adverb: `doubled`, `trebled`, `halved`, `a tenfold rise`.

They are read as counts of times, as `three times as many` is.

>>> from claimcheck.grammar.tokens import tokenize
>>> [str(found.value) for found in multiples(tokenize("exports more than doubled and debt was nearly halved"))]
['more than 2 times', 'nearly 0.5 times']
"""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.amounts import HEDGES
from claimcheck.grammar.digits import place
from claimcheck.grammar.hedges import hedge_before
from claimcheck.grammar.kind import Found
from claimcheck.grammar.number_words import UNITS
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.value import Value

_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
_TIMES: Final = {
    "doubled": Decimal(2),
    "tripled": Decimal(3),
    "trebled": Decimal(3),
    "quadrupled": Decimal(4),
    "quintupled": Decimal(5),
    "halved": _HALF,
    **{f"{word}fold": Decimal(n) for word, n in UNITS.items() if n > 1},
}
MULTIPLES: Final = frozenset(_TIMES)
"""The words that are read as multiples."""


def multiples(text: Tokens) -> list[Found]:
    """Every multiple of `text`, in its order."""
    return [_found(text, i, _TIMES[word]) for i, word in enumerate(text.words) if word in _TIMES]


def _found(text: Tokens, i: int, number: Decimal) -> Found:
    first, hedge = hedge_before(text, i)
    step, stated = (_TENTH, True) if number == _HALF else (place(number), False)
    written = text.surface(first, i + 1)
    normal = f"{HEDGES[hedge]}{number} times"
    value = Value(
        "count", normal, number, noun="time", step=step, step_stated=stated, hedge=hedge, written=written
    )
    return Found(first, i + 1, value)
