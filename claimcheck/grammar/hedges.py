"""Hedges: how the words around a number stand to it, and which two numbers make a range.

One grammar serves every kind. `hedged` widens a stretch of tokens (the number with its unit) by the hedge
before it (`about`, `just under`, `no more than`, `an estimated`) and the one after it (`or so`, `or more`,
`-odd`), and names the hedge. `opening` says whether two numbers that a word joins (`a to b`, `between a and b`,
`a-b`) are the ends of a range, or two values, because something *changed* from one to the other.

>>> from claimcheck.grammar.tokens import tokenize
>>> text = tokenize("it cost well over $3 billion or so")
>>> hedged(text, 4, 7)
Hedged(first=2, last=9, hedge=<Hedge.MORE_THAN: 'more than'>)
"""

from collections.abc import Container
from typing import Final, NamedTuple

from claimcheck.grammar import hedge_words
from claimcheck.grammar.hedge_words import NO_HEDGE
from claimcheck.grammar.records import record
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.value import Hedge

_Phrases = tuple[tuple[tuple[str, ...], Hedge], ...]
_Table = dict[str, dict[str, _Phrases]]


def _table(source: dict[Hedge, str], near: int, far: int) -> _Table:
    """Phrases by the word next to the number and the word beyond it (empty: there is none), the longest first."""
    grouped: dict[str, dict[str, list[tuple[tuple[str, ...], Hedge]]]] = {}
    for hedge, phrases in source.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            second = words[far] if len(words) > 1 else ""
            grouped.setdefault(words[near], {}).setdefault(second, []).append((words, hedge))
    return {
        word: {beyond: tuple(sorted(found, key=lambda item: -len(item[0]))) for beyond, found in seconds.items()}
        for word, seconds in grouped.items()
    }


_BEFORE: Final = _table(hedge_words.BEFORE, -1, -2)
_AFTER: Final = _table(hedge_words.AFTER, 0, 1)
_EMPTY: Final[_Phrases] = ()
BEHIND_COMMA: Final = frozenset(_AFTER[","])
"""Words behind a comma that may make a hedge of the number before it: `5, or more`."""
_STRENGTH: Final = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.NEARLY, Hedge.ABOUT)
_MAX_CHAIN: Final = 3  # hedges pile up no higher: "at least some", "as many as about"


class Hedged(NamedTuple):
    """A stretch of tokens with the hedge around it.

    Attributes:
        first: First token, hedge included.
        last: Token after it, hedge included.
        hedge: How the words stand to the number.
    """

    first: int
    last: int
    hedge: Hedge


def hedged(text: Tokens, first: int, last: int, *, floor: int = 0, but: Container[str] = ()) -> Hedged:
    """The tokens `[first, last)` widened by the hedges that stand around them.

    Args:
        text: The text.
        first: First token of the number with its unit.
        last: Token after it.
        floor: Token that the hedge may not reach before (the end of the value before).
        but: Hedges that are something else beside this kind (`over` before a duration), as they are written.
    """
    near = text.near
    if near[last] not in _AFTER and (word := near[first - 1]) not in _BEFORE and word != ",":
        return record(Hedged, (first, last, NO_HEDGE))
    start, before = hedge_before(text, first, floor=floor, but=but)
    if before is Hedge.AT_MOST and text.near[last] == "from" and text.near[first - 2] == "up":
        start, before = first, NO_HEDGE  # "up to 5 percent from 3 percent" is a change
    end, after = hedge_after(text, last)
    return record(Hedged, (start, end, stronger(before, after)))


def stronger(one: Hedge, other: Hedge) -> Hedge:
    """The hedge of a number with two of them: a bound beats an approximation.

    >>> stronger(Hedge.ABOUT, Hedge.AT_LEAST)
    <Hedge.AT_LEAST: 'at least'>
    """
    if one is Hedge.NONE:
        return other
    if other is Hedge.NONE:
        return one
    return min(one, other, key=_STRENGTH.index)


def may_hedge(word: str) -> bool:
    """Whether a hedge before a number may end with `word`."""
    return word in _BEFORE


def hedge_before(text: Tokens, first: int, *, floor: int = 0, but: Container[str] = ()) -> tuple[int, Hedge]:
    """The first token of the hedge that ends before token `first`, and which it is."""
    start, hedge = first, NO_HEDGE
    if (word := text.near[first - 1]) not in _BEFORE and word != ",":
        return start, hedge
    for _ in range(_MAX_CHAIN):
        found = _phrase_before(text, start, floor, but)
        if found is None or (hedge.is_bound and found[1].is_bound and hedge.is_lower is not found[1].is_lower):
            break  # in "over less than 5" the first is a preposition
        start = found[0]
        hedge = found[1] if hedge is NO_HEDGE or found[1].is_bound else hedge
    return start, hedge


def _phrase_before(text: Tokens, first: int, floor: int, but: Container[str]) -> tuple[int, Hedge] | None:
    end = first
    if text.near[end - 1] == "," and text.near[end - 2] in ("think", "guess", "believe", "perhaps", "maybe"):
        end -= 1
    phrases = _BEFORE.get(text.near[end - 1])
    if phrases is None:
        return None
    words = text.words
    for phrase, hedge in phrases.get(text.near[end - 2], _EMPTY) + phrases.get("", _EMPTY):
        start = end - len(phrase)
        if start < floor or words[start:end] != phrase:
            continue
        if phrase == ("up", "to") and (
            text.near[start - 1] in hedge_words.CHANGES or text.near[start - 1] == "back"
        ):
            return None  # "climbed up to 5 percent"
        if len(phrase) == 1 and (phrase[0] in but or _is_something_else(text, start, phrase[0])):
            return None
        return _widened(text, start, hedge, floor)
    return None


def _is_something_else(text: Tokens, start: int, word: str) -> bool:
    """Whether a lone hedge word is a preposition or part of a longer word here."""
    before = text.near[start - 1]
    if word == "about":
        return before in hedge_words.TALK
    if word in ("c", "ca"):
        return True
    if word == "over" and before in hedge_words.SPREAD:  # averaged over 60 games, but she averaged over 20 points
        return text.near[start - 2] in hedge_words.PASSIVE
    return before == "-" and text.glued(start)


def _widened(text: Tokens, start: int, hedge: Hedge, floor: int) -> tuple[int, Hedge]:
    """The hedge with the degree before it: `well over`, `just under`, `a little more than`."""
    degree = text.near[start - 1]
    if start - 1 < floor or hedge is Hedge.ABOUT:
        return start, hedge
    if degree in hedge_words.MEASURED:
        start -= 2 if text.near[start - 2] == "a" and start - 2 >= floor else 1
    elif degree in hedge_words.DEGREES:
        start -= 1
        if degree in hedge_words.NOT:
            hedge = _NEGATED.get(hedge, hedge)
    if degree in hedge_words.CLOSELY and hedge is Hedge.LESS_THAN:
        hedge = Hedge.NEARLY
    return start, hedge


_SIGNS: Final = frozenset("$€£¥")
_NEGATED: Final = {
    Hedge.MORE_THAN: Hedge.AT_MOST,
    Hedge.LESS_THAN: Hedge.AT_LEAST,
}


def hedge_after(text: Tokens, last: int) -> tuple[int, Hedge]:
    """The token after the hedge that begins at token `last`, and which it is."""
    phrases = _AFTER.get(text.near[last])
    if phrases is None:
        return last, NO_HEDGE
    words = text.words
    for phrase, hedge in phrases.get(text.near[last + 1], _EMPTY) + phrases.get("", _EMPTY):
        end = last + len(phrase)
        if words[last:end] != phrase:
            continue
        after = text.near[end]
        if phrase[-1] in ("more", "less", "higher", "lower", "fewer", "older", "greater") and after == "than":
            continue
        if phrase[-1] == "than" and after[:1].isalnum():
            continue
        if phrase[0] in ("-", "+", "odd") and not _glued_tail(text, last, end, phrase[0]):
            continue
        if (after[-1:].isdecimal() or after[:1] in _SIGNS) and phrase[0] != "or":
            continue  # "under $5 and over $3" are two amounts
        return end, hedge
    return last, NO_HEDGE


def _glued_tail(text: Tokens, last: int, end: int, first: str) -> bool:
    """Whether `-odd`, `-plus`, `+` hang on the number, and `odd` stands before a plural."""
    if first == "odd":
        return text.near[end].endswith("s")
    return (
        text.glued(last)
        and all(text.glued(k) for k in range(last + 1, end))
        and not (first == "+" and text.glued(end) and text.near[end][-1:].isalnum())
    )


_DASHES: Final = frozenset("-–—‐‑−")
_REACH: Final = 8  # tokens in which a verb of change can govern "from a to b"
_STOPS: Final = frozenset(".;:!?")


def link(text: Tokens, end: int, start: int) -> str:
    """What joins two numbers, the first ending before token `end`, the second beginning at `start`.

    Returns:
        `to`, `-`, `and`, `or`; empty where they are not joined. A hedge may stand before the second.
    """
    if not 1 <= start - end <= 4:
        return ""
    word = text.words[end]
    rest = end + 1
    if word == "-" and text.glued(end) and text.near[rest] in ("to", "or", "and"):  # "8- to 16-metre"
        word, rest = text.words[rest], rest + 1
        if rest + 1 == start and text.words[rest] == "-" and text.glued(rest) and text.glued(start):
            return word  # "8-to-10", "18-and-19"
    if word == "up" and text.near[rest] == "to":
        word, rest = "to", rest + 1
    if rest != start:
        if word == "or":
            return ""
        if word in _DASHES and rest + 1 == start and text.words[rest] in _DASHES:
            return "-"
        if hedge_before(text, start, floor=rest)[0] != rest:
            return ""
    if word in ("to", "through", "till", "until"):
        return "to"
    if word == "~" and text.glued(end) and text.glued(start):
        return "-"
    if word in _DASHES:
        return "-" if text.glued(end) == text.glued(end + 1) or word == "–" else ""
    return word if word in ("and", "or") else ""


def opening(text: Tokens, first: int, by: str, *, floor: int = 0, both: bool = False) -> int | None:
    """The first token of the range whose first number begins at token `first`; None where it is no range.

    Args:
        text: The text.
        first: First token of the first number with its unit.
        by: What joins the two numbers, as `link` says.
        floor: Token that the wording may not reach before.
        both: Whether each number has its own unit (`5 percent to 7 percent`).
    """
    before = text.near[first - 1] if first - 1 >= floor else ""
    if by == "and":
        return first - 1 if before == "between" else None
    if by == "or":
        return first
    if before == "from":
        if not changes(text, first - 1):
            return first - 1
        return first if by == "-" else None
    if before == "between":
        return first - 1
    if by == "to" and both and changes(text, first, reach=4):
        return None
    return first


def changes(text: Tokens, before: int, *, reach: int = _REACH) -> bool:
    """Whether the words before token `before` say that something changed."""
    for word in reversed(text.words[max(0, before - reach) : before]):
        if word in _STOPS:
            return False
        if word in hedge_words.CHANGES:
            return True
    return False
