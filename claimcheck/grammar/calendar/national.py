"""Days that one country keeps on another day than the rest, and days that one event is known by."""

from typing import Final

from claimcheck.grammar.calendar.days import ordinal, weekday
from claimcheck.grammar.calendar.moon import Rule


def nth_weekday(year: int, month: int, day: int, number: int) -> int:
    """The `number`-th weekday `day` (0 for Monday) of a month; from the end where `number` is negative."""
    if number < 0:
        last = ordinal(year, month + 1) - 1
        return last - (weekday(last) - day) % 7 + 7 * (number + 1)
    first = ordinal(year, month)
    return first + (day - weekday(first)) % 7 + 7 * (number - 1)


def fixed(month: int, day: int) -> Rule:
    """The rule of a day with a date of its own."""
    return lambda year: ordinal(year, month, day)


def nth(month: int, day: int, number: int, plus: int = 0) -> Rule:
    """The rule of the `number`-th weekday of a month, or of the day so many days after it."""
    return lambda year: nth_weekday(year, month, day, number) + plus


_COUNTRIES: Final = (
    "AR argentina argentine argentinian|BD bangladesh bangladeshi|BR brazil brazilian|CA canada canadian|"
    "CL chile chilean|CO colombia colombian|FI finland finnish|GH ghana ghanaian|GR greece greek|"
    "GT guatemala guatemalan|HN honduras honduran|HT haiti haitian|ID indonesia indonesian|IN india indian|"
    "JM jamaica jamaican|KE kenya kenyan|LB lebanon lebanese|MX mexico mexican|MY malaysia malaysian|"
    "NG nigeria nigerian|PE peru peruvian|PH philippines philippine filipino|PK pakistan pakistani|"
    "PL poland polish|UA ukraine ukrainian|VE venezuela venezuelan|SV salvador salvadoran|"
    "US us u.s. america american|GB uk u.k. britain british|AU australia australian|ZA africa african"
)
_COUNTRY_OF: Final = {word: entry[:2] for entry in _COUNTRIES.split("|") for word in entry[3:].split()}
_INDEPENDENCE: Final = (
    "AR 7 9|BD 3 26|BR 9 7|CL 9 18|CO 7 20|FI 12 6|GH 3 6|GR 3 25|GT 9 15|HN 9 15|HT 1 1|ID 8 17|IN 8 15|JM 8 6|"
    "KE 12 12|LB 11 22|MX 9 16|MY 8 31|NG 10 1|PE 7 28|PH 6 12|PK 8 14|PL 11 11|SV 9 15|UA 8 24|VE 7 5"
)
_WORKERS: Final = "AR BD BR CL CO FI GH GR GT HN HT ID IN KE LB MX MY NG PE PH PK PL SV UA VE ZA FR DE IT ES"
_NATIONAL: Final[dict[tuple[str, str], Rule]] = {
    **{
        ("independence day", code): fixed(int(month), int(day))
        for code, month, day in map(str.split, _INDEPENDENCE.split("|"))
    },
    **{("labor day", code): fixed(5, 1) for code in _WORKERS.split()},
    ("thanksgiving", "CA"): nth(10, 0, 2),
    ("father's day", "AU"): nth(9, 6, 1),
    ("constitution day", "MX"): fixed(2, 5),
    ("constitution day", "IN"): fixed(11, 26),
    ("constitution day", "PL"): fixed(5, 3),
    ("republic day", "PK"): fixed(3, 23),
}
"""Days of another date in one country: by the name to write back and the country's ISO 3166-1 code."""

_EVENTS: Final[dict[tuple[int, int], tuple[int, frozenset[str]]]] = {
    (9, 11): (2001, frozenset("attack attacks terror terrorist hijackings hijackers".split())),
    (3, 11): (2004, frozenset("bombings bombing".split())),
    (7, 7): (2005, frozenset("bombings bombing bombers".split())),
    (1, 6): (2021, frozenset("attack riot riots insurrection rioters committee".split())),
    (10, 7): (2023, frozenset("attack attacks massacre".split())),
}
"""Days by which one event is known: the year of it, and the words after the day that show that it is meant."""
ATTACKS: Final = ("9", "11")
"""Figures that are the name of a day in 2001."""


def national(name: str, rule: Rule, before: tuple[str, ...], place: str) -> Rule:
    """The rule of a day in the country that the words before it name (`Mexico's`), or else in that of the text.

    Args:
        name: The name to write back.
        rule: Its rule elsewhere.
        before: The words before it, the nearest last.
        place: ISO 3166-1 alpha-2 code of the text's country.
    """
    words = [word for word in before[-2:] if word not in ("'s", "’s")]
    code = next((_COUNTRY_OF[word] for word in reversed(words) if word in _COUNTRY_OF), place)
    return _NATIONAL.get((name, code), rule)


def year_of_event(month: int, day: int, after: str) -> int | None:
    """The year of an event that its day and the word after it name (`the September 11 attacks`)."""
    year, words = _EVENTS.get((month, day), (None, frozenset[str]()))
    return year if after in words else None
