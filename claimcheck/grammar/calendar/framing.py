"""The words around a date: bounds and hedges, `since` and `until`, and the time of day that goes with it."""

from typing import Final, NamedTuple

from claimcheck.grammar.calendar.absolute import digits
from claimcheck.grammar.calendar.names import CLOCK, DAY_PARTS, ZONES, listed
from claimcheck.grammar.calendar.period import Scan
from claimcheck.grammar.hedges import hedge_before
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
    (("as", "early", "as"), Hedge.AT_LEAST),
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
)
_LAST_WORDS: Final = frozenset(words[-1] for words, _ in _BEFORE)
_AGO: Final = {
    Hedge.MORE_THAN: Hedge.LESS_THAN,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.LESS_THAN: Hedge.MORE_THAN,
    Hedge.AT_MOST: Hedge.AT_LEAST,
    Hedge.NEARLY: Hedge.ABOUT,
}
"""What a hedge of a distance into the past is for the date: more than two weeks ago is before that day."""
_CLOCK_ENDS: Final = CLOCK | ZONES | {"noon", "midnight", "midday", ")"}
_FIRST_WORDS: Final = frozenset(words[0] for words, _ in _AFTER)
SCOPES: Final = frozenset(listed("since until till through thru from starting beginning"))
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
    if word in _LAST_WORDS:
        found = _hedge_before(scan, before, attributive)
        if found:
            at_end = found[1] is Hedge.LESS_THAN and scan.words[first] == "end"
            return Frame(found[0], last, Hedge.AT_MOST if at_end else found[1])
    if not scan.possessive(last):
        start, hedge = hedge_before(scan.text, before)
        if hedge is not Hedge.NONE and (apart or hedge is Hedge.ABOUT):
            return Frame(start, last, _AGO.get(hedge, hedge) if apart < 0 else hedge)
    if word == "on" and scan.words[before - 2] in ("starting", "beginning"):
        return Frame(first, last, scope=(scan.words[before - 2],))
    if word in SCOPES and not (attributive and word in ("through", "from", "beginning")):
        return _scoped(scan, first, last, word)
    return Frame(first, last)


def _hedge_before(scan: Scan, before: int, attributive: bool) -> tuple[int, Hedge] | None:
    for words, hedge in _BEFORE:
        start = before - len(words)
        if start >= 0 and scan.text.words[start:before] == words and not (attributive and hedge in _BOUNDS):
            return start, hedge
    return None


def _scoped(scan: Scan, first: int, last: int, word: str) -> Frame:
    if word == "from" and scan.words[last] == "on" and not scan.words[last + 1].isalnum():
        return Frame(first - 1, last + 1, Hedge.AT_LEAST)
    return Frame(first, last, scope=(word,))


def time_after(scan: Scan, last: int) -> int:
    """The token after a time of day that follows a date (`at 10:30 a.m.`, `morning`); `last` where none does."""
    j = last
    if scan.words[j] == "," and _clock(scan, j + 1) > j + 1:
        j += 1
    j += scan.words[j] == "at"
    early = j + (scan.words[j] in ("early", "late"))
    if scan.words[early] in DAY_PARTS and scan.words[early + 1] != "-":
        j = early + 1
        clock = j + (scan.words[j] == "at")
        return max(j, _clock(scan, clock) if _clock(scan, clock) > clock else 0)
    end = _clock(scan, j)
    return end if end > j else last


def time_before(scan: Scan, first: int) -> int:
    """The first token of a time of day that stands before a date (`9 a.m. Tuesday`); `first` where none does."""
    words = scan.words
    j = first - (words[first - 1] in ("on", ","))
    end = words[j - 1]
    if end not in _CLOCK_ENDS and not (words[j - 2] == ":" and end[:1].isdigit()):
        return first
    for start in range(max(0, j - 6), j):
        if "\n" in scan.text.text[scan.text.starts[start] : scan.text.starts[first]]:
            continue
        if _clock(scan, start) == j and not (start and scan.text.glued(start) and scan.words[start - 1] in ":-"):
            return start
    return first


def _clock(scan: Scan, i: int) -> int:
    """The token after a time of day at token `i` (`10:30`, `10 a.m.`, `noon`); `i` where there is none."""
    word = scan.words[i]
    if word in ("noon", "midnight", "midday"):
        return i + 1
    hour = word.split(".")[0]
    if not digits(hour) or len(hour) > 2 or int(hour) > 24:
        return i
    j, exact = i + 1, False
    while scan.words[j] == ":" and scan.text.glued(j) and digits(scan.words[j + 1][:2]):
        j, exact = j + 2, True
    if scan.words[j] in CLOCK:
        j, exact = j + 1, True
    if not exact:
        return i
    zone = j + (scan.words[j] == "(")
    if scan.words[zone] in ZONES:
        j = zone + 1 + (zone > j and scan.words[zone + 1] == ")")
    return j
