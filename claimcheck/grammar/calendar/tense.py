"""Whether the verb beside a bare weekday or month points back or ahead."""

from typing import Final

from claimcheck.grammar.calendar.names import listed
from claimcheck.grammar.calendar.period import Scan
from claimcheck.grammar.memo import Memo

_AHEAD: Final = frozenset(
    listed(
        "will 'll shall would may can must should want wants expected expects expect scheduled due planned plans"
        " plan planning hopes hope intends going upcoming please won't won’t please next tomorrow"
    )
)
_BACK: Final = frozenset(
    listed(
        "was were had did said told took made began went came held left won gave met saw got found sent"
        " spoke wrote became rose fell grew drew flew ran led lost paid put sold shot hit cut kept"
        " brought bought built caught fought taught thought knew heard read understood stood struck spent"
        " broke chose drove froze forgot hid rode sang sank spun stole swore swam threw woke wore has"
        " have been since recent recently ago last died born dropped"
    )
)
_EITHER: Final = 2
_WAYS: Final = {
    **dict.fromkeys(_BACK, -1),
    **dict.fromkeys(_AHEAD, 1),
    **dict.fromkeys(("have", "be", "set", "let"), _EITHER),
}
_STOPS: Final = frozenset([".", ";", "!", "?", ":"])
_NOT_VERBS: Final = frozenset(listed("need indeed red hundred united speed wed bed used shed"))
_REACH: Final = 14  # tokens looked at to each side


def lean(scan: Scan, first: int, last: int) -> int:
    """1 where the nearest verb form points ahead, -1 where it points back, 0 where there is none.

    The words before the date in its sentence are asked first, the nearest deciding, then those after it. A date
    in the possessive (`Friday's talks`) belongs to its noun and leans nowhere.
    """
    if scan.possessive(last):
        return 0
    return _toward(scan, range(first - 1, max(-1, first - 1 - _REACH), -1)) or _toward(
        scan, range(last, min(len(scan.text), last + _REACH))
    )


_leans: Final = Memo(
    lambda word: word in _STOPS or word in _WAYS or (len(word) > 3 and word[-2:] in ("ed", "ll"))
).__getitem__
"""Whether a word may say where a date leans, or that none behind it does."""


def _toward(scan: Scan, indices: range) -> int:
    words, lines = scan.words, "\n" in scan.text.text
    for i in indices:
        word = words[i]
        if not lines and not _leans(word):
            continue
        if (word in _STOPS and not _abbreviation(scan, i)) or (lines and _broken(scan, i, indices.step)):
            return 0
        way = _WAYS.get(word, 0)
        if word == "may" and scan.capital(i) and i:
            continue  # the month
        if way == 0 and len(word) > 3 and ((word[-2:] == "ed" and word not in _NOT_VERBS) or word[-2:] == "ll"):
            way = -1 if word[-2:] == "ed" else word[-3] in "'’"
        if way == 0:
            continue
        if way == _EITHER:
            way = _either(scan, i, word)
        elif way < 0 and words[i - 1] == "be":
            # "will be held": what stands before `be` decides, and `to` does so at once
            way = 1 if words[i - 2] == "to" else 0
        if way:
            return way
    return 0


def _either(scan: Scan, i: int, word: str) -> int:
    """Where a word leans that only looks ahead beside another: `to have`, `set to`, `let's`."""
    before = scan.words[i - 1]
    if word == "set":
        return 1 if scan.words[i + 1] == "to" else -1
    if word == "let":
        return int(scan.words[i + 1] in ("'s", "’s"))
    if before == "to" or _WAYS.get(before) == 1:
        return 1
    return -1 if word == "have" else 0


def _abbreviation(scan: Scan, i: int) -> bool:
    """Whether the full stop at token `i` only closes a short word, with small letters or a figure after it."""
    if scan.words[i] != "." or i + 1 >= len(scan.text):
        return False
    return len(scan.words[i - 1]) <= 4 and not scan.capital(i + 1)


def _broken(scan: Scan, i: int, step: int) -> bool:
    """Whether a line ends between token `i` and the one nearer to the date."""
    a, b = (i, i + 1) if step < 0 else (i - 1, i)
    return a >= 0 and b < len(scan.text) and "\n" in scan.text.text[scan.text.ends[a] : scan.text.starts[b]]
