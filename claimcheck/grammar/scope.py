"""The words beside a value that limit it: `per year`, `each`, `in total`, `so far`, `a record`, `up from`,
`since`.

>>> from claimcheck.grammar.tokens import tokenize
>>> scope(tokenize("up from 5 tons a year in total"), 2, 4)
('up from', 'per year', 'in total')
"""

from typing import Final

from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

_PER: Final = words(
    "second minute hour day night week month quarter year season decade person head capita household family "
    "worker employee student child barrel gallon litre liter ton tonne pound ounce kilogram mile kilometre "
    "kilometer acre share unit game match piece vote customer user patient resident inhabitant shift trip visit"
)
_AFTER: Final = {
    "each": "each",
    "apiece": "each",
    "annually": "per year",
    "yearly": "per year",
    "monthly": "per month",
    "weekly": "per week",
    "daily": "per day",
    "hourly": "per hour",
    "overall": "in total",
    "altogether": "in total",
    "combined": "in total",
}
_AFTER_TWO: Final = {
    ("in", "total"): "in total",
    ("in", "all"): "in total",
    ("so", "far"): "so far",
    ("to", "date"): "so far",
    ("thus", "far"): "so far",
    ("on", "average"): "on average",
}
_BEFORE: Final = {
    "record": "a record",
    "since": "since",
    "until": "until",
    "till": "until",
    "averaging": "on average",
    "averaged": "on average",
    "average": "on average",
    "totaling": "in total",
    "totalling": "in total",
    "totaled": "in total",
    "totalled": "in total",
    "total": "in total",
    "another": "another",
    "additional": "another",
}
_BEFORE_TWO: Final = {
    ("up", "from"): "up from",
    ("down", "from"): "down from",
    ("total", "of"): "in total",
    ("average", "of"): "on average",
    ("record", "of"): "a record",
}
_EARLIER: Final = {
    "initially": "initially",
    "altogether": "in total",
    "annually": "per year",
    "cumulatively": "in total",
}
_FOLLOWING: Final = frozenset({"per", "a", "an", "every", "each", "/", *_AFTER, *(one for one, _ in _AFTER_TWO)})
_ASIDE: Final = frozenset({*_EARLIER, "total", "all", "far"})
_REACH: Final = 10
_STOPS: Final = frozenset(".;!?")


def scope(text: Tokens, first: int, last: int, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What limits the value in the tokens `[first, last)`, after what its kind `known` of it."""
    found = [*known, *_before(text, first)]
    if text.near[last] in _FOLLOWING:
        found += _after(text, last)
    return tuple(dict.fromkeys(found)) if found else ()


def _before(text: Tokens, first: int) -> list[str]:
    found = []
    words = text.words
    if first >= 2 and (pair := _BEFORE_TWO.get((words[first - 2], words[first - 1]))):
        found.append(pair)
    elif first >= 1 and (word := _BEFORE.get(words[first - 1])):
        found.append(word)
    if text.present.isdisjoint(_ASIDE):
        return found
    for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word_ = words[k]
        if word_ in _STOPS:
            break
        if word_ in _EARLIER:
            found.append(_EARLIER[word_])
        elif word_ == "in" and words[k + 1] in ("total", "all") and text.near[k + 2] == ",":
            found.append("in total")
        elif word_ == "so" and words[k + 1] == "far" and k + 1 < first:
            found.append("so far")
    return found


def _after(text: Tokens, last: int) -> list[str]:
    found = []
    for _ in range(3):
        word, second = text.near[last], text.near[last + 1]
        if word in ("per", "a", "an", "every", "each", "/") and second in _PER:
            found.append(f"per {second}")
            last += 2
        elif (two := _AFTER_TWO.get((word, second))) is not None:
            found.append(two)
            last += 2
        elif word in _AFTER:
            found.append(_AFTER[word])
            last += 1
        else:
            break
    return found
