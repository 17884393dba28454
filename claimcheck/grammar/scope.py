"""The words beside a value that limit it: `per year`, `each`, `in total`, `so far`, `a record`, `up from`,
`since 2007`, `an estimated`, and the direction of a change.

>>> from claimcheck.grammar.tokens import tokenize
>>> scope(tokenize("up from 5 tons a year in total"), 2, 4)
('up from', 'per year', 'in total')
"""

from typing import Final

from claimcheck.grammar.directions import LEADS, TAILS, direction
from claimcheck.grammar.function_words import MONTHS
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
    "further": "another",
    "combined": "in total",
    "cumulative": "in total",
}
_BEFORE_TWO: Final = {
    ("up", "from"): "up from",
    ("down", "from"): "down from",
    ("total", "of"): "in total",
    ("average", "of"): "on average",
    ("record", "of"): "a record",
}
_LIMITING: Final = frozenset({*_BEFORE, *(word for _, word in _BEFORE_TWO)})
_EARLIER: Final = {
    "initially": "initially",
    "altogether": "in total",
    "annually": "per year",
    "cumulatively": "in total",
}
_FOLLOWING: Final = frozenset(
    {"per", "a", "an", "every", "each", "/", "-", "since", *_AFTER, *(one for one, _ in _AFTER_TWO)}
)
_HEADS: Final = _LIMITING | LEADS
_NEXT: Final = _FOLLOWING | TAILS
_ASIDE: Final = frozenset({*_EARLIER, "total", "all", "far"})
_ESTIMATING: Final = frozenset({"an", "estimated"})
_REACH: Final = 10
_STOPS: Final = frozenset(".;!?")


def reaches(text: Tokens) -> bool:
    """Whether a text holds a word that limits values further off."""
    return not text.present.isdisjoint(_ASIDE)


def scope(
    text: Tokens, first: int, last: int, known: tuple[str, ...] = (), kind: str = "", *, aside: bool = True
) -> tuple[str, ...]:
    """What limits the value in the tokens `[first, last)`, after what its kind `known` of it.

    Args:
        text: The text.
        first: First token of the value, hedge and unit included.
        last: Token after it.
        known: What the kind itself found.
        kind: Name of the kind; dates and years do not rise or fall, and `since` after one says nothing of it.
        aside: What `reaches` says of the text, or True.
    """
    near = text.near
    before, after = near[first - 1], near[last]
    if not aside and before not in _HEADS and after not in _NEXT and near[first] not in _ESTIMATING:
        return known if len(known) < 2 else tuple(dict.fromkeys(known))
    found = list(known)
    if before in _LIMITING:
        found += _before(text, first)
    if aside:
        found += _aside(text, first)
    if kind not in _DAYS:
        if (before in LEADS or after in TAILS) and (way := direction(text, first, last)):
            found.append(way)
        if near[first] in _ESTIMATING and "estimated" in text.words[first : first + 2]:
            found.append("an estimated")
    if after in _FOLLOWING:
        found += _after(text, last, kind)
    return tuple(dict.fromkeys(found)) if found else ()


def _before(text: Tokens, first: int) -> list[str]:
    near = text.near
    told = _BEFORE_TWO.get((near[first - 2], near[first - 1])) or _BEFORE.get(near[first - 1])
    return [told] if told else []


def _aside(text: Tokens, first: int) -> list[str]:
    """What a word further before limits the value: `In total, …`, `so far …`."""
    found = []
    words = text.words
    for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = words[k]
        if word in _STOPS:
            break
        if word in _EARLIER:
            found.append(_EARLIER[word])
        elif word == "in" and words[k + 1] in ("total", "all") and text.near[k + 2] == ",":
            found.append("in total")
        elif word == "so" and words[k + 1] == "far" and k + 1 < first:
            found.append("so far")
    return found


def _after(text: Tokens, last: int, kind: str) -> list[str]:
    found = []
    for _ in range(3):
        word, second = text.near[last], text.near[last + 1]
        if word == "-" and text.glued(last) and second in _RATES:  # "$20-an-hour"
            last += 1
        elif (rate := _rate(text, last, word, second)) is not None:
            found.append(rate[1])
            last = rate[0]
        elif (two := _AFTER_TWO.get((word, second))) is not None:
            found.append(two)
            last += 2
        elif word in _AFTER:
            found.append(_AFTER[word])
            last += 1
        elif word == "since" and kind not in _DAYS and (then := _since(text, last + 1)):
            found.append(then)
            break
        else:
            break
    return found


def _rate(text: Tokens, i: int, word: str, second: str) -> tuple[int, str] | None:
    """`per year`, `a month`, `/hour`, `per square foot`, `per 100,000`: the token after it, and the words."""
    if word not in _RATES:
        return None
    end = i + 1
    if second == "-" and text.glued(i + 1):  # "a-year"
        end, second = i + 2, text.near[i + 2]
    if second in _PER:
        return None if text.near[end + 1] in _AGO else (end + 1, f"per {second}")
    if word != "per" and word != "/":
        return None
    if second in ("square", "cubic") and text.near[end + 1].isalpha():
        return end + 2, f"per {second} {text.near[end + 1]}"
    if word == "per" and ((second.isalpha() and second not in _NOT_PER) or second[:1].isdecimal()):
        return end + 1, f"per {second}"
    return None


_RATES: Final = frozenset({"per", "a", "an", "every", "each", "/"})
_AGO: Final = words("earlier ago later before after previously old")
"""Words that make `a year` a stretch of time and not a rate: `from $5m a year earlier`."""
_NOT_PER: Final = words("cent se the")


def _since(text: Tokens, i: int) -> str:
    """`since 2007`, `since June`, `since then`."""
    word = text.near[i]
    if word == "then" or word in MONTHS or (word.isdecimal() and len(word) == 4):
        return f"since {text.surface(i, i + 1)}"
    return ""


_DAYS: Final = frozenset({"date", "year"})
