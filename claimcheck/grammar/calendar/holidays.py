"""Holidays whose day is fixed or can be computed, by name.

Movable ones follow their usual definition: Easter by the Gregorian computus, the others by their weekday
(American where two countries differ). Feasts that go by the moon are in `feasts`.
"""

from typing import Final

from claimcheck.grammar.calendar.days import ordinal, weekday
from claimcheck.grammar.calendar.feasts import FEASTS, RAMADAN
from claimcheck.grammar.calendar.moon import Rule
from claimcheck.grammar.calendar.names import WEEKDAYS
from claimcheck.grammar.calendar.national import fixed, nth
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


def _before(rule: Rule, plus: int) -> Rule:
    return lambda year: rule(year) + plus


def _boss(year: int) -> int:
    """The working day nearest to 16 October."""
    day = ordinal(year, 10, 16)
    return day + {5: -1, 6: 1}.get(weekday(day), 0)


def _advent(year: int) -> int:
    """The fourth Sunday before Christmas Day."""
    christmas = ordinal(year, 12, 25)
    return christmas - (weekday(christmas) + 1) - 21


def _easter(plus: int) -> Rule:
    return lambda year: easter(year) + plus


def _orthodox(plus: int) -> Rule:
    return lambda year: orthodox_easter(year) + plus


_NAMED: tuple[tuple[str, Rule], ...] = (
    ("christmas|christmas day|xmas|xmas day", fixed(12, 25)),
    ("christmas eve|xmas eve", fixed(12, 24)),
    ("boxing day", fixed(12, 26)),
    ("new year's day|new year day|new years day|new year", fixed(1, 1)),
    ("new year's eve|new years eve", fixed(12, 31)),
    ("valentine's day|valentines day|valentine day|st valentine's day", fixed(2, 14)),
    ("st patrick's day|st. patrick's day|saint patrick's day|saint patrick", fixed(3, 17)),
    ("earth day", fixed(4, 22)),
    ("april fools' day|april fool's day|april fools day", fixed(4, 1)),
    ("may day|international workers' day", fixed(5, 1)),
    ("cinco de mayo", fixed(5, 5)),
    ("juneteenth|freedom day|jubilee day", fixed(6, 19)),
    ("independence day", fixed(7, 4)),
    ("bastille day", fixed(7, 14)),
    ("halloween|hallowe'en", fixed(10, 31)),
    ("all saints' day|all saints day", fixed(11, 1)),
    ("day of the dead|all souls' day", fixed(11, 2)),
    ("guy fawkes night|guy fawkes day|bonfire night", fixed(11, 5)),
    ("veterans day|remembrance day|armistice day", fixed(11, 11)),
    ("international women's day", fixed(3, 8)),
    ("world aids day", fixed(12, 1)),
    ("human rights day", fixed(12, 10)),
    ("world vegan day", fixed(11, 1)),
    ("pearl harbor day", fixed(12, 7)),
    ("groundhog day", fixed(2, 2)),
    ("king's day", fixed(4, 27)),
    ("anzac day", fixed(4, 25)),
    ("australia day", fixed(1, 26)),
    ("canada day", fixed(7, 1)),
    ("ides of march", fixed(3, 15)),
    ("epiphany", fixed(1, 6)),
    ("lohri", fixed(1, 13)),
    ("inauguration day", fixed(1, 20)),
    ("republic day", fixed(1, 26)),
    ("international holocaust remembrance day", fixed(1, 27)),
    ("candlemas", fixed(2, 2)),
    ("world cancer day", fixed(2, 4)),
    ("waitangi day", fixed(2, 6)),
    ("st david's day|st. david's day", fixed(3, 1)),
    ("pi day", fixed(3, 14)),
    ("world water day", fixed(3, 22)),
    ("world tb day|world tuberculosis day", fixed(3, 24)),
    ("earth hour", nth(3, 5, -1)),
    ("super tuesday", nth(3, 1, 1)),
    ("world health day", fixed(4, 7)),
    ("siblings day|national siblings day", fixed(4, 10)),
    ("tax day", fixed(4, 15)),
    ("emancipation day", fixed(4, 16)),
    ("st george's day|st. george's day", fixed(4, 23)),
    ("arbor day", nth(4, 4, -1)),
    ("administrative professionals' day|administrative professionals day|administrative professional day"
     "|administrative professional's day|secretaries day|secretaries' day|secretary's day|admin day",
     nth(4, 5, -1, -3)),
    ("walpurgis night", fixed(4, 30)),
    ("national day of prayer", nth(5, 3, 1)),
    ("world press freedom day", fixed(5, 3)),
    ("star wars day", fixed(5, 4)),
    ("victory day|europe day", fixed(5, 9)),
    ("rabindra jayanti|rabindranath jayanti|rabindranath tagore jayanti", fixed(5, 9)),
    ("military spouse day", nth(5, 6, 2, -2)),
    ("armed forces day", nth(5, 5, 3)),
    ("syttende mai", fixed(5, 17)),
    ("victoria day", lambda year: ordinal(year, 5, 24) - weekday(ordinal(year, 5, 24))),
    ("spring bank holiday", nth(5, 0, -1)),
    ("early may bank holiday", nth(5, 0, 1)),
    ("world environment day", fixed(6, 5)),
    ("flag day", fixed(6, 14)),
    ("world refugee day", fixed(6, 20)),
    ("midsummer|midsummer's day|midsummer day|st john's day|st. john's day", fixed(6, 24)),
    ("parents' day|parents day|parent's day", nth(7, 6, 4)),
    ("assumption day|assumption of mary|feast of the assumption", fixed(8, 15)),
    ("summer bank holiday|august bank holiday", nth(8, 0, -1)),
    ("patriot day", fixed(9, 11)),
    ("grandparents day|grandparents' day|national grandparents day|national grandparents' day", nth(9, 0, 1, 6)),
    ("constitution day", fixed(9, 17)),
    ("international day of peace|world peace day", fixed(9, 21)),
    ("gandhi jayanti", fixed(10, 2)),
    ("german unity day", fixed(10, 3)),
    ("world mental health day", fixed(10, 10)),
    ("canadian thanksgiving|canadian thanksgiving day", nth(10, 0, 2)),
    ("boss's day|boss' day|bosses' day|boss day|bosses day|national boss's day|national boss day", _boss),
    ("world food day", fixed(10, 16)),
    ("united nations day", fixed(10, 24)),
    ("election day", nth(11, 0, 1, 1)),
    ("melbourne cup day", nth(11, 1, 1)),
    ("singles day|singles' day", fixed(11, 11)),
    ("remembrance sunday", nth(11, 6, 2)),
    ("st andrew's day|st. andrew's day", fixed(11, 30)),
    ("small business saturday", nth(11, 3, 4, 2)),
    ("giving tuesday", nth(11, 3, 4, 5)),
    ("st nicholas day|st. nicholas day|st nicholas' day", fixed(12, 6)),
    ("immaculate conception|feast of the immaculate conception", fixed(12, 8)),
    ("st stephen's day|st. stephen's day", fixed(12, 26)),
    ("kwanzaa", fixed(12, 26)),
    ("martin luther king day|martin luther king's day|martin luther king jr day|mlk day|mlk jr day"
     "|mlk jr. day|martin luther king jr. day|civil rights day", nth(1, 0, 3)),
    ("presidents' day|presidents day|president's day|washington's birthday", nth(2, 0, 3)),
    ("mother's day|mothers' day|mothers day", nth(5, 6, 2)),
    ("memorial day", nth(5, 0, -1)),
    ("father's day|fathers' day|fathers day", nth(6, 6, 3)),
    ("labor day|labour day", nth(9, 0, 1)),
    ("columbus day|indigenous peoples' day", nth(10, 0, 2)),
    ("thanksgiving|thanksgiving day", nth(11, 3, 4)),
    ("black friday", nth(11, 3, 4, 1)),
    ("cyber monday", nth(11, 3, 4, 4)),
    ("shrove tuesday|pancake day|mardi gras|fat tuesday", _easter(-47)),
    ("ash wednesday", _easter(-46)),
    ("palm sunday|branch sunday|yew sunday", _easter(-7)),
    ("maundy thursday|holy thursday|covenant thursday|sheer thursday|thursday of mysteries", _easter(-3)),
    ("good friday", _easter(-2)),
    ("holy saturday|easter saturday|easter eve", _easter(-1)),
    ("easter|easter sunday|easter day", _easter(0)),
    ("easter monday", _easter(1)),
    ("ascension day|ascension thursday", _easter(39)),
    ("pentecost|whit sunday|whitsunday", _easter(49)),
    ("whit monday|pentecost monday|monday of the holy spirit", _easter(50)),
    ("trinity sunday", _easter(56)),
    ("corpus christi", _easter(60)),
    ("clean monday|orthodox shrove monday", _orthodox(-48)),
    ("lazarus saturday", _orthodox(-8)),
    ("orthodox palm sunday", _orthodox(-7)),
    ("orthodox easter monday", _orthodox(1)),
    ("orthodox pentecost", _orthodox(49)),
    ("orthodox easter|orthodox easter sunday|pascha", _orthodox(0)),
    ("orthodox good friday|orthodox great friday", _orthodox(-2)),
    ("orthodox christmas", fixed(1, 7)),
)  # fmt: skip

SPANS: Final[dict[str, tuple[Rule, Rule]]] = {
    "advent": (_advent, fixed(12, 25)),
    "lent": (_easter(-46), _easter(0)),
    "holy week": (_easter(-7), _easter(0)),
    "ramadan": RAMADAN,
}
"""Seasons of the churches and mosques: the rules for their first day and for the day after their last."""
_SPANNED: Final = tuple((name, first) for name, (first, _) in SPANS.items())


def _short(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A name with its weekday, if it has one, cut short as well (`Covenant Thu`)."""
    day = WEEKDAYS.get(words[-1]) if len(words) > 1 else None
    if day is None:
        return (words,)
    return (words, *((*words[:-1], w) for w, d in WEEKDAYS.items() if d == day and len(w) <= 5))


HOLIDAYS: Final[dict[tuple[str, ...], tuple[str, Rule]]] = {
    words: (names[0], rule)
    for names, rule in ((joined.split("|"), rule) for joined, rule in _NAMED + FEASTS + _SPANNED)
    for name in names
    for words in _short(tuple(cut(name)))
}
"""The words of each name, to the name to write back and the rule for its day."""

FIRST_WORDS: Final = frozenset(name[0] for name in HOLIDAYS)


_Names = list[tuple[tuple[str, ...], tuple[str, ...]]]


def _by_first() -> dict[str, _Names]:
    """The names that start with each word, the longest first, each also with typographic apostrophes."""
    found: dict[str, _Names] = {}
    for name in sorted(HOLIDAYS, key=len, reverse=True):
        curled = tuple(word.replace("'", "’") for word in name) if "'" in "".join(name) else name
        found.setdefault(name[0], []).append((name, curled))
    return found


_BY_FIRST: Final = _by_first()


def holiday_at(words: tuple[str, ...], i: int) -> tuple[str, Rule, int] | None:
    """The holiday whose name starts at word `i`: its name, its rule and the index after it; the longest wins."""
    for name, curled in _BY_FIRST.get(words[i], ()) if i < len(words) else ():
        end = i + len(name)
        here = words[i:end]
        if here in (name, curled):
            return (*HOLIDAYS[name], end)
    return None
