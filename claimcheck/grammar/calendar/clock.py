"""Times of day: they belong to the date beside them and say which part of it is meant."""

from typing import Final

from claimcheck.grammar.calendar.absolute import digits
from claimcheck.grammar.calendar.names import CLOCK, DAY_PARTS, ZONES, listed
from claimcheck.grammar.calendar.period import Scan

NEAR: Final = frozenset(listed("just shortly soon right immediately moments minutes seconds"))
"""Words that keep `before` and `after` to the time of day itself, so that the day is that of the time."""
_NAMED: Final = frozenset(listed("noon midnight midday dawn dusk sunrise sunset daybreak nightfall sundown"))
_HOURS: Final = frozenset(listed("one two three four five six seven eight nine ten eleven twelve"))
_MINUTES: Final = _HOURS | {"twenty", "quarter", "half", "minutes"}
_PAST: Final = frozenset(listed("past to after before till"))
_KINDS_OF_TIME: Final = frozenset(listed("standard daylight summer"))
_JOINTS: Final = frozenset(listed("- – — to until till through and"))
_LEADS: Final = frozenset(
    listed("at about around roughly approximately before after by from between until till since shortly just")
)
_FOLLOWING: Final = _LEADS | _NAMED | _HOURS | DAY_PARTS | {",", "early", "late", "half", "a", "quarter", "twenty"}
"""Words at which a time of day may follow a date."""
_ENDS: Final = CLOCK | ZONES | _NAMED | _HOURS | DAY_PARTS | {")", "time", "hours"}
_LONGEST: Final = 9  # tokens of a time of day: "at 10:30 a.m. (0735 GMT)"
_LEADING: Final = 3  # words before a time of day: "from shortly before 9 a.m."


def time_after(scan: Scan, last: int) -> int:
    """The token after a time of day that follows a date (`at 10:30 a.m.`, `morning`); `last` where none does."""
    j, word = last, scan.words[last]
    if word not in _FOLLOWING and not word[:1].isdigit():
        return last
    if word == ",":
        following = scan.words[j + 1]
        if following not in _FOLLOWING and not following[:1].isdigit():
            return last
        j += clock_end(scan, j + 1) > j + 1
    j += scan.words[j] == "at"
    early = j + (scan.words[j] in ("early", "late"))
    if scan.words[early] in DAY_PARTS and scan.words[early + 1] != "-":
        return max(early + 1, clock_end(scan, early + 1))
    end = clock_end(scan, j)
    return end if end > j else last


def clock_end(scan: Scan, i: int) -> int:
    """The token after a time of day, or a stretch of them, from token `i` on, the words before it included.

    `at about 3 p.m.`, `between 9:30 and 11:00`, `3–5 pm`; `i` where there is none.
    """
    words, j = scan.words, i
    while words[j] in _LEADS and j < i + _LEADING:
        j += 1
    end = clock_at(scan, j)
    joint = end if end > j else _hour(scan, j)
    if joint and words[joint] in _JOINTS:
        second = clock_at(scan, joint + 1)
        if second > joint + 1:
            return second
    return end if end > j else i


def time_before(scan: Scan, first: int, floor: int = 0) -> int:
    """The first token of a time of day that stands before a date (`9 a.m. Tuesday`); `first` where none does.

    Args:
        scan: The text.
        first: First token of the date.
        floor: Token before which nothing belongs to it.
    """
    words = scan.words
    end = _before_date(scan, first)
    word = words[end - 1] if end else ""
    if word not in _ENDS and not (words[end - 2] == ":" and word[:1].isdigit()):
        return first
    start = _start(scan, end)
    if start is None or start < floor or "\n" in scan.text.text[scan.text.starts[start] : scan.text.starts[first]]:
        return first
    whole = _start_of_stretch(scan, start)
    return whole if whole >= floor else start


def _before_date(scan: Scan, first: int) -> int:
    """The token at which a time of day would end: before `on the`, `,`, `on the night of`."""
    words, j = scan.words, first
    j -= words[j - 1] == "the"
    if words[j - 1] == "of" and words[j - 2] in DAY_PARTS:
        j -= 2
        j -= words[j - 1] == "the"
    return max(0, j - (words[j - 1] in ("on", ",")))


def _start(scan: Scan, end: int) -> int | None:
    """The first token of the longest time of day that ends before token `end`."""
    for start in range(max(0, end - _LONGEST), end):
        glued = start and scan.text.glued(start) and scan.words[start - 1] in ":.-–"
        loose = glued and scan.words[start - 1] in "-–" and _start_of_stretch(scan, start) < start
        if (not glued or loose) and clock_at(scan, start) == end:
            return start
    return None


def _start_of_stretch(scan: Scan, start: int) -> int:
    """The first token of `from 9 a.m. to 5 p.m.`, of which the second time starts at `start`; else `start`."""
    words, joint = scan.words, start - 1
    if joint < 1 or words[joint] not in _JOINTS:
        return start
    for first in range(max(0, joint - _LONGEST), joint):
        if clock_at(scan, first) == joint or _hour(scan, first) == joint:
            if words[joint] == "and":
                return first - 1 if words[first - 1] == "between" else start
            return first - (words[first - 1] == "from")
    return start


def clock_at(scan: Scan, i: int) -> int:
    """The token after a time of day at token `i` (`10:30`, `10 a.m.`, `noon`, `half past nine`, `1500 GMT`).

    `i` where there is none.
    """
    word = scan.words[i]
    if word in _NAMED:
        return _with_zone(scan, i + 1)
    end = _counted(scan, i) if word in _MINUTES or word == "a" else 0
    end = end or _in_figures(scan, i)
    return _with_zone(scan, end) if end else i


def _hour(scan: Scan, i: int) -> int:
    """The token after a bare hour (`9`, `9:30`, `nine`); 0 where there is none."""
    word = scan.words[i]
    if word in _HOURS:
        return i + 1
    hour = word.split(".")[0]
    return i + 1 if digits(hour) and len(hour) <= 2 and int(hour) <= 24 else 0


def _counted(scan: Scan, i: int) -> int:
    """`half past nine`, `a quarter to nine`, `twenty minutes past six`; 0 where there is none."""
    words = scan.words
    j = i + (words[i] == "a")
    if words[j] not in _MINUTES:
        return 0
    j += 1
    j += words[j] == "minutes"
    return _hour(scan, j + 1) if words[j] in _PAST and (words[j - 1] != "half" or words[j] == "past") else 0


def _in_figures(scan: Scan, i: int) -> int:
    """`10:30`, `10 a.m.`, `3 in the afternoon`, `1500 GMT`; 0 where there is none."""
    words, word = scan.words, scan.words[i]
    if len(word) == 4 and digits(word):
        return i + 1 if is_clock(scan, i) else 0
    end = _hour(scan, i)
    if not end:
        return 0
    j, exact = end, False
    while words[j] == ":" and scan.text.glued(j) and digits(words[j + 1][:2]):
        j, exact = j + 2, True
    if words[j] in CLOCK:
        j, exact = j + 1, True
    part = _part_of_day(scan, j)
    return part or (j if exact else 0)


def is_clock(scan: Scan, i: int) -> bool:
    """Whether four figures at token `i` are a time of day: `1500 GMT`, `0735 UTC`."""
    zone = scan.words[i + 1]
    return zone in ZONES and len(zone) > 2 and scan.text.surface(i + 1, i + 2).isupper()


def _part_of_day(scan: Scan, i: int) -> int:
    """The token after `in the morning`, `at night`; 0 where neither stands at token `i`."""
    words = scan.words
    if words[i] == "in" and words[i + 1] == "the" and words[i + 2] in DAY_PARTS:
        return i + 3
    return i + 2 if words[i] == "at" and words[i + 1] == "night" else 0


def _with_zone(scan: Scan, i: int) -> int:
    """The token after what tells a time's zone or part of the day: `GMT`, `(ET)`, `local time`, `(0735 GMT)`."""
    words = scan.words
    i = _part_of_day(scan, i) or i
    bracket = i + (words[i] == "(")
    end = bracket
    if words[end] in ZONES:
        end += 1
        end += words[end] in _KINDS_OF_TIME
        end += words[end] == "time"
    elif words[end + 1] == "time" and (words[end] == "local" or (end < len(scan.text) and scan.capital(end))):
        end += 2
    elif bracket > i:
        end = clock_at(scan, bracket) if words[bracket][:1].isdigit() else bracket
    if bracket > i:
        return end + 1 if end > bracket and words[end] == ")" else i
    return end
