"""Ratings: `7.5/10`, `4/5 stars`, `8 out of 10 points`; kept apart from fractions, shares, dates and odds.

A slash or `out of` makes a rating where the number has a decimal point, where stars or points are named, or where
the text speaks of ratings, scores or reviews. What is out of ten or a hundred in digits and counts nothing
(`60/100`, `60 out of 100`) is one too. Before a counted noun it is a share (`8 out of 10 critics`), elsewhere
`4/5` is a fraction and `5/1` is nothing.

>>> from claimcheck.grammar.tokens import tokenize
>>> [(r.last, str(r.numeral.number), r.best) for r in ratings(tokenize("7.5/10, and 4 out of 5 stars"))]
[(3, '7.5', 10), (10, '4', 5)]
"""

from decimal import Decimal
from typing import Final, NamedTuple

from claimcheck.grammar.digits import ONE, digits
from claimcheck.grammar.fraction_words import RATING_WORDS
from claimcheck.grammar.function_words import MONTHS
from claimcheck.grammar.noun_phrases import counted
from claimcheck.grammar.number_words import UNITS
from claimcheck.grammar.numeral import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

_BEST: Final = {"5": 5, "five": 5, "10": 10, "ten": 10, "100": 100, "four": 4, "4": 4}
_ALWAYS: Final = frozenset({10, 100})
_NAMED: Final = frozenset({"stars", "star", "points"})
_CLOSING: Final = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "(", "”", '"', "-", "–", "—"}) | words(
    "on from by based at for with and but while to as which making rating score or"
)
"""What stands after a rating, rather than the verb or noun behind a share (`7 out of 10 said so`)."""


class Rating(NamedTuple):
    """A rating.

    Attributes:
        last: The token after it.
        numeral: The number given.
        best: The best rating there is.
    """

    last: int
    numeral: Numeral
    best: int


def ratings(text: Tokens) -> list[Rating]:
    """Every rating of `text`, in its order."""
    if "/" not in text.present and "out" not in text.present:
        return []
    found = []
    rated = not text.present.isdisjoint(RATING_WORDS)
    for i, word in enumerate(text.words):
        if word != "/" and word != "out":
            continue
        end = _end(text, i)
        best = _BEST.get(text.near[end - 1]) if end else None
        if best is not None and (rating := _rating(text, i, end, best, rated)):
            found.append(rating)
    return found


def _end(text: Tokens, i: int) -> int:
    """The token after the best rating behind `/` or `out of` at token `i`; 0 where neither is one."""
    if text.words[i] == "out":
        of = i + 2 if text.near[i + 1] == "of" else 0
        return of and of + 1 + (text.near[of] == "a" and text.near[of + 1] == "possible")
    alone = text.glued(i) == text.glued(i + 1) and not (text.near[i + 2] == "/" and text.glued(i + 2))
    return i + 2 if alone and text.near[i - 2] not in ("/", "-") else 0


def _rating(text: Tokens, i: int, end: int, best: int, rated: bool) -> Rating | None:
    """The rating whose `/` or `out` is token `i`; None where the words there are none."""
    named = text.near[i - 1] in _NAMED
    given = _given(text, i - 1 - named)
    if given is None or given.number is None or given.number > best:
        return None
    last = end
    if text.near[end] in _NAMED:
        named, last = True, end + 1
    slash = text.words[i] == "/"
    sure = named or given.stated or (rated and (slash or not counted(text, end)))
    if not sure and not (best in _ALWAYS and given.digits and _is_bare(text, end, slash=slash)):
        return None
    return Rating(last, given, best)


def _given(text: Tokens, i: int) -> Numeral | None:
    """The number at token `i`: of at most three digits and two places, or one word."""
    word = text.near[i]
    if word in UNITS:
        return Numeral(i, i + 1, Decimal(UNITS[word]), ONE)
    whole, _, places = word.partition(".")
    if not whole.isdecimal() or len(whole) > 3 or (places and not (places.isdecimal() and len(places) < 3)):
        return None
    if text.near[i - 1] in (".", ",") and text.glued(i):
        return None
    number, step, stated = digits(word) or (ONE, ONE, False)
    return Numeral(i, i + 1, number, step, stated, digits=True)


_NO_RATING: Final = MONTHS | {"of"}


def _is_bare(text: Tokens, end: int, *, slash: bool) -> bool:
    """Whether nothing is counted behind the best rating, which ends before token `end`."""
    after = text.near[end]
    if slash:
        return after not in _NO_RATING and counted(text, end) is None and not (after == "/" and text.glued(end))
    return after in _CLOSING
