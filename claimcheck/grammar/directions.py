"""Changes: whether a figure says by how much something rose or fell, or from or to what.

A figure of a change keeps its size as written (`fell by 2.5 %` is 2.5 %) and has the direction beside it: `up` and
`down` for the size of a change, `up from` and `down from` for where it began, `rising to` and `falling to` for
where it ended.

>>> from claimcheck.grammar.tokens import tokenize
>>> [direction(tokenize(t), i, i + 2) for t, i in (("fell by 2 %", 2), ("a 2 % drop", 1), ("rose to 9 %", 2))]
['down', 'down', 'rising to']
"""

from collections.abc import Iterable
from typing import Final

from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

_UP: Final = words(
    "rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing jump "
    "jumps jumped jumping grow grows grew grown growing growth surge surges surged surging soar soars soared "
    "soaring swell swelled swollen upped rebound rebounded rocketed spike spiked advance advanced widen widens "
    "widened widening up doubled doubling tripled tripling trebled quadrupled quintupled"
)
_DOWN: Final = words(
    "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline "
    "declines declined declining plunge plunges plunged plunging plummet plummets plummeted plummeting shrink "
    "shrinks shrank shrunk shrinking slip slips slipped slipping slide slides slid sliding dip dipped tumble "
    "tumbled sink sinks sank sunk narrow narrows narrowed narrowing ease eases eased easing down halved halving"
)
_MADE_UP: Final = words("raise raises raised raising gain gains gained hike hiked lifted boost boosted added")
_MADE_DOWN: Final = words(
    "cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing reduction trim trimmed lose "
    "loses lost loss shed slash slashed"
)
_UPWARDS: Final = _UP | _MADE_UP
_DOWNWARDS: Final = _DOWN | _MADE_DOWN
_CHANGES: Final = _UPWARDS | _DOWNWARDS
LEADS: Final = _CHANGES | words("by from to of a an another further the this")
"""Words before a figure that may be one of a change."""
TAILS: Final = words(
    "rise increase climb jump growth surge spike advance rebound raise gain hike boost fall drop decrease decline "
    "plunge slide slip dip tumble cut reduction loss -"
)
"""Nouns after one, `-` for `a 5-point rise`; of a verb (`the 28 provinces fell`) it would be the subject."""
_SHARES: Final = words("% percent cent pct point points bps pc")
_STOPS: Final = frozenset(".;:!?,()") | words("and but or while as which that who")
_NOT_REACHING: Final = words("led due according thanks compared close next prior contributed amounted related up")
_REACH: Final = 7
_SIZES: Final = frozenset({"up", "down"})
_PARTS: Final = {
    "up": "size",
    "down": "size",
    "up from": "start",
    "down from": "start",
    "rising to": "end",
    "falling to": "end",
}


def direction(text: Tokens, first: int, last: int) -> str:
    """What the figure in the tokens `[first, last)` is to a change; empty where the words tell of none."""
    near = text.near
    before = near[first - 1]
    if before == "by":
        return _told(text, first - 1)
    if before == "from":
        way = _told(text, first - 1)
        return f"{way} from" if way else ""
    if before == "to":
        way = "" if near[first - 2] in _NOT_REACHING else _told(text, first - 1)
        return {"up": "rising to", "down": "falling to"}.get(way, "")
    after = near[last + 1] if near[last] == "-" and text.glued(last) else near[last]
    if after in TAILS and near[first - 1] in ("a", "an", "the", "this"):
        return _way(after)
    if before == "of" or (before in ("a", "an", "another", "further") and near[first - 2] in _CHANGES):
        return _way(near[first - 2])
    if before in _UP or before in _DOWN:
        return _way(before)
    return _way(before) if before in _CHANGES and near[last - 1] in _SHARES else ""


def change(scope: Iterable[str]) -> str:
    """`up` or `down` where the words that limit a figure make it the size of a change; empty for any other."""
    return next((words for words in scope if words in _SIZES), "")


def part_of_change(scope: Iterable[str]) -> str:
    """Which part of a change a figure is, by the words that limit it: `size`, `start`, `end`; empty for none."""
    return next((_PARTS[words] for words in scope if words in _PARTS), "")


def opposed(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether one figure is the size of a rise and the other that of a fall, by the words that limit them."""
    return {change(one), change(other)} == _SIZES


OPPOSED: Final = "one is a rise, the other a fall"
"""Why two such figures cannot both be right."""


def _told(text: Tokens, before: int) -> str:
    """The direction that the nearest word of change before token `before` has, in the same clause."""
    if text.near[before - 1] == ",":  # `fell by 2 %, from 41 to 40`
        before -= 1
    for k in range(before - 1, max(-1, before - 1 - _REACH), -1):
        word = text.words[k]
        if word == "from":  # `to 40` goes the way of the `from 41` before it
            return _told(text, k)
        if word in _STOPS:
            return ""
        if word in _CHANGES:
            return _way(word)
    return ""


def _way(word: str) -> str:
    return "up" if word in _UPWARDS else "down" if word in _DOWNWARDS else ""
