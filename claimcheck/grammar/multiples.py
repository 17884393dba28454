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
from claimcheck.grammar.word_sets import words
from claimcheck.model.value import Hedge, Value

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
_TWICE: Final = {"twice": Decimal(2), "thrice": Decimal(3)}
_DOUBLE: Final = {
    "double": Decimal(2),
    "triple": Decimal(3),
    "treble": Decimal(3),
    "quadruple": Decimal(4),
    "halve": _HALF,
}
_THINGS: Final = words("the that this these those its their his her our what last")
_TO: Final = words("to will would could may might should can must")
_CLOSING: Final = frozenset({"", ".", ",", ";", ")"}) | words(
    "in by from over within since between and every this"
)
MULTIPLES: Final = frozenset({*_TIMES, *_TWICE, *_DOUBLE, "half"})
"""The words that are read as multiples."""


def multiples(text: Tokens) -> list[Found]:
    """Every multiple of `text`, in its order."""
    found = []
    for i, word in enumerate(text.words):
        if word in MULTIPLES:
            first, hedge = hedge_before(text, i)
            number = _TIMES.get(word) or _beside(text, i, word, hedged=first < i)
            if number is not None:
                found.append(_found(text, i, number, first, hedge))
    return found


def _beside(text: Tokens, i: int, word: str, *, hedged: bool) -> Decimal | None:
    """What `twice` and `double` multiply by where something is measured against: `twice as many`, `double the`."""
    after = text.near[i + 1]
    if word == "half":
        return _HALF if after == "as" else None
    if word in _TWICE:
        return _TWICE[word] if after == "as" or after in _THINGS else None
    told = text.near[i - 1] in _TO and (after in _CLOSING or after in _THINGS)
    return _DOUBLE[word] if hedged or told or (word != "halve" and after in _THINGS) else None


def _found(text: Tokens, i: int, number: Decimal, first: int, hedge: Hedge) -> Found:
    step, stated = (_TENTH, True) if number == _HALF else (place(number), False)
    written = text.surface(first, i + 1)
    normal = f"{HEDGES[hedge]}{number} times"
    value = Value(
        "count", normal, number, noun="time", step=step, step_stated=stated, hedge=hedge, written=written
    )
    return Found(first, i + 1, value)
