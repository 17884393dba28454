"""Holidays whose day is fixed or can be computed, by name.

Movable ones follow their usual definition: Easter by the Gregorian computus, the others by their weekday
(American where two countries differ). Feasts that go by the moon are in `feasts`.
"""

from typing import Final

from claimcheck.grammar.calendar.days import ordinal, weekday
from claimcheck.grammar.calendar.feasts import FEASTS, Rule
from claimcheck.grammar.tokens import cut


def easter(year: int) -> int:
    """Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return ordinal(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Easter Sunday of the Orthodox churches, as a day of the Gregorian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return ordinal(year, month, day + 1) + year // 100 - year // 400 - 2


def nth_weekday(year: int, month: int, day: int, number: int) -> int:
    """The `number`-th weekday `day` (0 for Monday) of a month; from the end where `number` is negative."""
    if number < 0:
        last = ordinal(year, month + 1) - 1
        return last - (weekday(last) - day) % 7 + 7 * (number + 1)
    first = ordinal(year, month)
    return first + (day - weekday(first)) % 7 + 7 * (number - 1)


def _fixed(month: int, day: int) -> Rule:
    return lambda year: ordinal(year, month, day)


def _nth(month: int, day: int, number: int, plus: int = 0) -> Rule:
    return lambda year: nth_weekday(year, month, day, number) + plus


def _easter(plus: int) -> Rule:
    return lambda year: easter(year) + plus


def _orthodox(plus: int) -> Rule:
    return lambda year: orthodox_easter(year) + plus


_NAMED: tuple[tuple[str, Rule], ...] = (
    ("christmas|christmas day|xmas|xmas day", _fixed(12, 25)),
    ("christmas eve|xmas eve", _fixed(12, 24)),
    ("boxing day", _fixed(12, 26)),
    ("new year's day|new year day|new years day|new year", _fixed(1, 1)),
    ("new year's eve|new years eve", _fixed(12, 31)),
    ("valentine's day|valentines day|valentine day|st valentine's day", _fixed(2, 14)),
    ("st patrick's day|st. patrick's day|saint patrick's day|saint patrick", _fixed(3, 17)),
    ("earth day", _fixed(4, 22)),
    ("april fools' day|april fool's day|april fools day", _fixed(4, 1)),
    ("may day|international workers' day", _fixed(5, 1)),
    ("cinco de mayo", _fixed(5, 5)),
    ("juneteenth|freedom day|jubilee day", _fixed(6, 19)),
    ("independence day", _fixed(7, 4)),
    ("bastille day", _fixed(7, 14)),
    ("halloween|hallowe'en", _fixed(10, 31)),
    ("all saints' day|all saints day", _fixed(11, 1)),
    ("day of the dead|all souls' day", _fixed(11, 2)),
    ("guy fawkes night|guy fawkes day|bonfire night", _fixed(11, 5)),
    ("veterans day|remembrance day|armistice day", _fixed(11, 11)),
    ("international women's day", _fixed(3, 8)),
    ("world aids day", _fixed(12, 1)),
    ("human rights day", _fixed(12, 10)),
    ("world vegan day", _fixed(11, 1)),
    ("pearl harbor day", _fixed(12, 7)),
    ("groundhog day", _fixed(2, 2)),
    ("king's day", _fixed(4, 27)),
    ("anzac day", _fixed(4, 25)),
    ("australia day", _fixed(1, 26)),
    ("canada day", _fixed(7, 1)),
    ("ides of march", _fixed(3, 15)),
    ("martin luther king day|martin luther king's day|martin luther king jr day|mlk day|mlk jr day"
     "|mlk jr. day|martin luther king jr. day|civil rights day", _nth(1, 0, 3)),
    ("presidents' day|presidents day|president's day|washington's birthday", _nth(2, 0, 3)),
    ("mother's day|mothers' day|mothers day", _nth(5, 6, 2)),
    ("memorial day", _nth(5, 0, -1)),
    ("father's day|fathers' day|fathers day", _nth(6, 6, 3)),
    ("labor day|labour day", _nth(9, 0, 1)),
    ("columbus day|indigenous peoples' day", _nth(10, 0, 2)),
    ("thanksgiving|thanksgiving day", _nth(11, 3, 4)),
    ("black friday", _nth(11, 3, 4, 1)),
    ("cyber monday", _nth(11, 3, 4, 4)),
    ("shrove tuesday|pancake day|mardi gras", _easter(-47)),
    ("ash wednesday", _easter(-46)),
    ("palm sunday", _easter(-7)),
    ("maundy thursday|holy thursday", _easter(-3)),
    ("good friday", _easter(-2)),
    ("holy saturday", _easter(-1)),
    ("easter|easter sunday|easter day", _easter(0)),
    ("easter monday", _easter(1)),
    ("ascension day", _easter(39)),
    ("pentecost|whit sunday", _easter(49)),
    ("whit monday", _easter(50)),
    ("trinity sunday", _easter(56)),
    ("corpus christi", _easter(60)),
    ("orthodox easter", _orthodox(0)),
    ("orthodox good friday|orthodox great friday", _orthodox(-2)),
    ("orthodox christmas", _fixed(1, 7)),
)  # fmt: skip

HOLIDAYS: Final[dict[tuple[str, ...], tuple[str, Rule]]] = {
    tuple(cut(name)): (names.split("|")[0], rule) for names, rule in _NAMED + FEASTS for name in names.split("|")
}
"""The words of each name, to the name to write back and the rule for its day."""

FIRST_WORDS: Final = frozenset(name[0] for name in HOLIDAYS)
_BY_FIRST: Final = {
    first: tuple(sorted((name for name in HOLIDAYS if name[0] == first), key=len, reverse=True))
    for first in FIRST_WORDS
}


def holiday_at(words: tuple[str, ...], i: int) -> tuple[str, Rule, int] | None:
    """The holiday whose name starts at word `i`: its name, its rule and the index after it; the longest wins."""
    for name in _BY_FIRST.get(words[i], ()) if i < len(words) else ():
        end = i + len(name)
        if words[i:end] == name or tuple(w.replace("’", "'") for w in words[i:end]) == name:
            return (*HOLIDAYS[name], end)
    return None
