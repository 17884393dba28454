"""The words around a date: bounds and hedges, `since` and `until`."""

from typing import Final, NamedTuple

from claimcheck.grammar.calendar.clock import NEAR
from claimcheck.grammar.calendar.names import listed
from claimcheck.grammar.calendar.period import Scan
from claimcheck.grammar.hedges import hedge_before
from claimcheck.grammar.records import record
from claimcheck.model.value import Hedge

_BEFORE: Final[tuple[tuple[tuple[str, ...], Hedge], ...]] = (
    (("no", "later", "than"), Hedge.AT_MOST),
    (("not", "later", "than"), Hedge.AT_MOST),
    (("no", "earlier", "than"), Hedge.AT_LEAST),
    (("not", "earlier", "than"), Hedge.AT_LEAST),
    (("not", "before"), Hedge.AT_LEAST),
    (("later", "than"), Hedge.MORE_THAN),
    (("earlier", "than"), Hedge.LESS_THAN),
    (("prior", "to"), Hedge.LESS_THAN),
    (("ahead", "of"), Hedge.LESS_THAN),
    (("on", "or", "after"), Hedge.AT_LEAST),
    (("in", "or", "after"), Hedge.AT_LEAST),
    (("on", "or", "before"), Hedge.AT_MOST),
    (("in", "or", "before"), Hedge.AT_MOST),
    (("up", "to"), Hedge.AT_MOST),
    (("as", "early", "as"), Hedge.AT_LEAST),
    (("as", "soon", "as"), Hedge.AT_LEAST),
    (("as", "far", "back", "as"), Hedge.AT_LEAST),
    (("until", "at", "least"), Hedge.AT_LEAST),
    (("till", "at", "least"), Hedge.AT_LEAST),
    (("through", "at", "least"), Hedge.AT_LEAST),
    (("since", "at", "least"), Hedge.AT_MOST),
    (("from", "at", "least"), Hedge.AT_MOST),
    (("as", "late", "as"), Hedge.AT_MOST),
    (("as", "recently", "as"), Hedge.AT_LEAST),
    (("sometime", "before"), Hedge.LESS_THAN),
    (("sometimes", "before"), Hedge.LESS_THAN),
    (("before",), Hedge.LESS_THAN),
    (("after",), Hedge.MORE_THAN),
    (("by",), Hedge.AT_MOST),
    (("post", "-"), Hedge.MORE_THAN),
    (("pre", "-"), Hedge.LESS_THAN),
)
_AFTER: Final[tuple[tuple[tuple[str, ...], Hedge], ...]] = (
    (("or", "later"), Hedge.AT_LEAST),
    (("and", "later"), Hedge.AT_LEAST),
    (("or", "after"), Hedge.AT_LEAST),
    (("and", "greater"), Hedge.AT_LEAST),
    (("or", "newer"), Hedge.AT_LEAST),
    (("onwards",), Hedge.AT_LEAST),
    (("onward",), Hedge.AT_LEAST),
    (("or", "earlier"), Hedge.AT_MOST),
    (("and", "earlier"), Hedge.AT_MOST),
    (("or", "before"), Hedge.AT_MOST),
    (("or", "so"), Hedge.ABOUT),
    (("at", "the", "latest"), Hedge.AT_MOST),
    (("at", "the", "earliest"), Hedge.AT_LEAST),
)
_BY_LAST: Final = {
    last: tuple((words, hedge) for words, hedge in _BEFORE if words[-1] == last)
    for last in {words[-1] for words, _ in _BEFORE}
}
_AGO: Final = {
    Hedge.MORE_THAN: Hedge.LESS_THAN,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.LESS_THAN: Hedge.MORE_THAN,
    Hedge.AT_MOST: Hedge.AT_LEAST,
    Hedge.NEARLY: Hedge.ABOUT,
}
"""What a hedge of a distance into the past is for the date: more than two weeks ago is before that day."""
_DAY_OF_TIME: Final = {
    Hedge.LESS_THAN: Hedge.AT_MOST,
    Hedge.MORE_THAN: Hedge.AT_LEAST,
    Hedge.ABOUT: Hedge.NONE,
    Hedge.NEARLY: Hedge.NONE,
}
"""What the hedge of a time of day is for its day: after 2 p.m. on Friday is on Friday or later."""
_FIRST_WORDS: Final = frozenset(words[0] for words, _ in _AFTER)
SCOPES: Final = frozenset(listed("since until till through thru from starting beginning"))
_UP_TO: Final = ("up", "to")
_NOT_UP_TO: Final = frozenset(listed("- run build lead back"))
"""Words before `up to` that make no bound of it: the run-up to Christmas."""
_OPEN: Final = frozenset(["since", "until", "till", "through"])
_BOUNDS: Final = frozenset([Hedge.LESS_THAN, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.AT_LEAST])
_PHRASES: Final = {
    Hedge.ABOUT: "about ",
    Hedge.LESS_THAN: "before ",
    Hedge.MORE_THAN: "after ",
    Hedge.AT_MOST: "by ",
}


class Frame(NamedTuple):
    """What the words beside a date make of it.

    Attributes:
        first: First token, hedge included.
        last: Token after the last, hedge or time of day included.
        hedge: How the words stand to the date.
        scope: `since`, `until` and the like.
    """

    first: int
    last: int
    hedge: Hedge = Hedge.NONE
    scope: tuple[str, ...] = ()


def hedged_normal(hedge: Hedge, normal: str) -> str:
    """The words for a date with a hedge, which read back as the same."""
    if hedge is Hedge.AT_LEAST:
        return f"{normal} or later"
    return _PHRASES.get(hedge, "") + normal


def framed(scan: Scan, first: int, last: int, *, attributive: bool, apart: int = 0) -> Frame:
    """What stands around the date `[first, last)`.

    Args:
        scan: The text.
        first: First token of the date.
        last: The token after it.
        attributive: Whether the date only belongs to a noun (`the 2016 election`, `Friday's talks`): then a bound
            before it bounds the noun's time and is not the date's own.
        apart: -1 where the date is told by its distance into the past (`two weeks ago`): more than that is before
            it; 1 where by its distance ahead; 0 otherwise.
    """
    for words, hedge in _AFTER if scan.words[last] in _FIRST_WORDS else ():
        if scan.text.words[last : last + len(words)] == words and not (
            words[-1] in ("before", "after") and scan.words[last + 2].isalnum()
        ):
            return Frame(first, last + len(words), hedge)
    article = scan.words[first - 1] == "the"
    before = first - article
    word = scan.words[before - 1]
    if word in _BY_LAST:
        found = _hedge_before(scan, before, attributive)
        if found:
            at_end = found[1] is Hedge.LESS_THAN and scan.words[first] == "end"
            kept = (word,) if (word := scan.words[found[0]]) in _OPEN else ()  # "since at least 2010"
            return Frame(found[0], last, Hedge.AT_MOST if at_end else found[1], kept)
    if not scan.possessive(last):
        start, hedge = hedge_before(scan.text, before)
        if hedge is not Hedge.NONE and (apart or hedge is Hedge.ABOUT):
            joined = start - (scan.words[start] != "or")  # "on or about 1 October"
            if scan.words[joined] == "or" and scan.words[joined - 1] in ("in", "on"):
                start = joined - 1
            return Frame(start, last, _AGO.get(hedge, hedge) if apart < 0 else hedge)
    if word == "on" and scan.words[before - 2] in ("starting", "beginning"):
        return Frame(first, last, scope=(scan.words[before - 2],))
    if word in SCOPES and not (attributive and word in ("through", "from", "beginning")):
        return _scoped(scan, first, last, word)
    return record(Frame, (first, last, Hedge.NONE, ()))


def _hedge_before(scan: Scan, before: int, attributive: bool) -> tuple[int, Hedge] | None:
    for words, hedge in _BY_LAST[scan.words[before - 1]]:
        start = before - len(words)
        if words == _UP_TO and scan.words[start - 1] in _NOT_UP_TO:
            continue
        if start >= 0 and scan.text.words[start:before] == words and not (attributive and hedge in _BOUNDS):
            return start, hedge
    return None


def _scoped(scan: Scan, first: int, last: int, word: str) -> Frame:
    if word == "from" and scan.words[last] == "on" and not scan.words[last + 1].isalnum():
        return Frame(first - 1, last + 1, Hedge.AT_LEAST)
    return Frame(first, last, scope=(word,))


def of_day(scan: Scan, frame: Frame) -> Frame:
    """The frame of a time of day as one of its day; `just after 2 p.m. on Friday` is on that Friday."""
    if frame.hedge in (Hedge.LESS_THAN, Hedge.MORE_THAN) and scan.words[frame.first - 1] in NEAR:
        return frame._replace(first=frame.first - 1, hedge=Hedge.NONE)
    return frame._replace(hedge=_DAY_OF_TIME.get(frame.hedge, frame.hedge))
