"""Dates written in figures alone: 2021-10-08, 10/8/2021, 8.10.2021."""

from typing import Final

from claimcheck.grammar.calendar.absolute import digits, full_year, year_number
from claimcheck.grammar.calendar.days import is_day, ordinal
from claimcheck.grammar.calendar.names import MONTH_FIRST, MONTHS, listed
from claimcheck.grammar.calendar.national import ATTACKS
from claimcheck.grammar.calendar.period import Node, Partial, Scan, day_period

_SEPARATORS: Final = frozenset("/-.")
_CUES: Final = frozenset(
    listed("on from by until till since to this next last before after through between starting due date")
)
"""Words after which `10/8` is a day and a month."""


def numeric(scan: Scan, i: int, *, cued: bool = False) -> Node | None:
    """All-figure dates: `2021-10-08`, `10/8/2021`, `8.10.2021`, `20211008`; `10/8` only when cued."""
    word = scan.words[i]
    if not word[:1].isdigit() or not word.isascii() or (run_on(scan, i) and not cued):
        return None
    if digits(word) and len(word) == 8:
        return _from_figures(scan, i, i + 1, (word[:4], word[4:6], word[6:]))
    parts, last = _figures(scan, i)
    if len(parts) == 3:
        return _from_figures(scan, i, last, parts)
    if parts == ATTACKS and scan.words[i + 1] == "/" and not cued and scan.words[last] != "of":
        why = "9/11: 11 September 2001, the day of the attacks known by these figures"
        return Node(i, last, (day_period(ordinal(2001, 9, 11)),), why, Partial(2001, 9, 11))
    if len(parts) == 2 and (cued or _expected(scan, i)):
        return _day_and_month(scan, i, last, parts)
    return None


def _expected(scan: Scan, i: int) -> bool:
    """Whether a word before two figures makes them a day and a month; a dot between them needs one after them."""
    before = scan.words[i - 1]
    if scan.words[i + 3] in ("-", "–") and scan.words[i + 5] == "/" and scan.text.glued(i + 3):
        return scan.words[i + 1] == "/"  # 2/29-3/1
    if before in ("and", "or", ","):
        return scan.words[i - 3] == "/"  # "12/27 and 12/28", but not "two and 1/2"
    if "." in scan.words[i]:
        return before == "on" and scan.words[i + 1] == "." and scan.text.glued(i + 1)
    return before in _CUES


def slashed(scan: Scan, i: int) -> bool:
    """Whether the number at token `i`, before a slash, may begin a date: `6/10` only where one is expected."""
    word, other = scan.words[i], scan.words[i + 2]
    if digits(word) and len(word) <= _DAY and digits(other):
        return (word, other) == ATTACKS or scan.words[i + 3] == "/" or _expected(scan, i)
    return digits(word) or not word[:1].isdigit()  # no "6.6/10"


_DAY: Final = 2
"""Figures of a day or month."""


def run_on(scan: Scan, i: int) -> bool:
    """Whether the figures at token `i` go on from figures before them (a phone number, a part number)."""
    sign = scan.text.glued(i) and scan.words[i - 1] in _SEPARATORS
    return sign and scan.text.glued(i - 1) and scan.words[i - 2][-1:].isdigit()


def _figures(scan: Scan, i: int) -> tuple[tuple[str, ...], int]:
    """The parts of an all-figure date at token `i`, and the token after it."""
    word = scan.words[i]
    if "." in word:
        return tuple(word.split(".")), i + 1
    if word[-1:] == "," or not digits(word):
        return (), i
    sign = scan.words[i + 1]
    if sign not in ("/", "-", "."):
        return _spaced_figures(scan, i)
    parts, j = [word], i + 1
    while len(parts) < 3 and scan.words[j] == sign and scan.text.glued(j) and scan.text.glued(j + 1):
        part = scan.words[j + 1]
        if not digits(part) and part not in MONTHS:
            break
        parts.append(part)
        j += 2
    if scan.words[j] == sign and scan.text.glued(j) and digits(scan.words[j + 1]) and scan.text.glued(j + 1):
        following = scan.words[j + 1]  # a second date may follow: 10-1-2018-10-7-2018
        if not (len(parts) == 3 and len(parts[2]) == 4 and len(following) <= 2):
            return (), i
    if len(parts) == 2 and sign != "/":
        return (), i
    return tuple(parts), j


def _spaced_figures(scan: Scan, i: int) -> tuple[tuple[str, ...], int]:
    if len(scan.words[i]) != 4:
        return (), i
    parts = tuple(scan.words[i + k] for k in range(3))
    padded = all(digits(p) and len(p) == n for p, n in zip(parts, (4, 2, 2), strict=True))
    ends = not scan.text.glued(i + 3) or scan.words[i + 3] in (",", ".", ";", ")")
    return (parts, i + 3) if padded and ends else ((), i)


def _from_figures(scan: Scan, i: int, last: int, parts: tuple[str, ...]) -> Node | None:
    if parts[1] in MONTHS:
        return _ordered(scan, i, last, parts[0], str(MONTHS[parts[1]]), parts[2])
    if not all(map(digits, parts)):
        return None
    if len(parts[0]) == 4:
        return _ordered(scan, i, _clock_after(scan, last), *parts)
    if len(parts[2]) not in (2, 4) or len(parts[0]) > 2 or len(parts[1]) > 2:
        return None
    year = int(parts[2]) if len(parts[2]) == 4 else full_year(int(parts[2]), scan)
    readings = _orders(scan, year, int(parts[0]), int(parts[1]))
    if not readings or not 1500 <= year <= 2200:
        return None
    periods = tuple(day_period(ordinal(*r)) for r in readings)
    why = (
        "" if len(readings) == 1 else f"{periods[0].normal}: {_order_of(scan)}, as written in {scan.context.place}"
    )
    return Node(i, last, periods, why, Partial(*readings[0]))


def _ordered(scan: Scan, i: int, last: int, year: str, month: str, day: str) -> Node | None:
    y, m = (int(year), int(month)) if len(year) == 4 else (0, 0)
    if not y and len(day) == 4:
        return _ordered(scan, i, last, day, month, year)
    valid = 1500 <= y <= 2200 and digits(day) and is_day(y, m, int(day))
    return Node(i, last, partial=Partial(y, m, int(day))) if valid else None


def _order_of(scan: Scan) -> str:
    return "month before day" if scan.context.place in MONTH_FIRST else "day before month"


def _orders(scan: Scan, year: int, a: int, b: int) -> list[tuple[int, int, int]]:
    """The dates that two figures can be, the order of the context's place first."""
    both = [(year, a, b), (year, b, a)]
    if _order_of(scan) != "month before day":
        both.reverse()
    return [r for r in dict.fromkeys(both) if is_day(*r)]


def _day_and_month(scan: Scan, i: int, last: int, parts: tuple[str, ...]) -> Node | None:
    if not all(digits(p) and len(p) <= 2 for p in parts) or scan.words[last] == "%":
        return None
    readings = _orders(scan, 2000, int(parts[0]), int(parts[1]))
    if not readings:
        return None
    year = year_number(scan, last + 1) if scan.words[last] == "," else None
    if year:
        return Node(i, year[1], partial=Partial(year[0], *readings[0][1:]))
    return Node(i, last, partial=Partial(None, *readings[0][1:]))


def _clock_after(scan: Scan, last: int) -> int:
    """The token after a time glued to an ISO date (`T14:30:00Z`)."""
    if not (scan.words[last] in ("t", "tz") and scan.text.glued(last) and digits(scan.words[last + 1])):
        return last
    last += 2
    while last < len(scan.text) and scan.text.glued(last):
        word = scan.words[last]
        if not (word in ":+-.z" or word[0].isdigit()) or (word in ".-" and not scan.text.glued(last + 1)):
            break
        last += 1
    return last
