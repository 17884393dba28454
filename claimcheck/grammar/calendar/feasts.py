"""Feasts of calendars that go by the moon: Jewish, Islamic, Chinese and Indian ones, as days of a Gregorian year.

The Jewish calendar is arithmetic and exact; its days begin at sunset, so a feast has begun on the evening before.
Islamic months are announced by sight: the tabular calendar is right to within a day or so. Chinese and Indian
feasts hang on the hour of a new or full moon, reckoned to within some minutes.
"""

from functools import lru_cache
from math import floor
from typing import Final

from claimcheck.grammar.calendar.days import civil, ordinal, weekday
from claimcheck.grammar.calendar.indian import INDIAN
from claimcheck.grammar.calendar.moon import JULIAN_ZERO, Rule, moon_from

_HEBREW_EPOCH: Final = -1373427  # 1 Tishri of year 1, on the axis of `ordinal`
_HEBREW_OFFSET: Final = 3761  # the Hebrew year that begins in autumn of a Gregorian year, less that year
_ISLAMIC_EPOCH: Final = 227014  # the day before 1 Muharram of year 1
_SOLSTICE: Final = 2451900.067  # Julian date of the winter solstice of 2000
_YEAR: Final = 365.24274  # days from one winter solstice to the next


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


@lru_cache(maxsize=256)
def jewish_new_year(year: int) -> int:
    """The day of 1 Tishri of a Hebrew year."""
    before, this, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + delay


def _autumn(plus: int) -> Rule:
    return lambda year: jewish_new_year(year + _HEBREW_OFFSET) + plus


def _spring(plus: int) -> Rule:
    """Days after the first of Passover, which is 163 days before the next new year."""
    return lambda year: jewish_new_year(year + _HEBREW_OFFSET) - 163 + plus


def _hanukkah(year: int) -> int:
    first = jewish_new_year(year + _HEBREW_OFFSET)
    long = (jewish_new_year(year + _HEBREW_OFFSET + 1) - first) % 10 == 5
    return first + 30 + (30 if long else 29) + 24


def _tu_bishvat(year: int) -> int:
    """15 Shevat: two months of one length or the other lie between it and the new year."""
    first = jewish_new_year(year + _HEBREW_OFFSET - 1)
    length = (jewish_new_year(year + _HEBREW_OFFSET) - first) % 10
    return first + 30 + {3: 58, 4: 59, 5: 60}[length] + 29 + 14


def _tisha_b_av(year: int) -> int:
    day = jewish_new_year(year + _HEBREW_OFFSET) - 51
    return day + (weekday(day) == 5)


def _yom_hashoah(year: int) -> int:
    day = _spring(12)(year)
    return day + {4: -1, 6: 1}.get(weekday(day), 0)


def islamic_day(year: int, month: int, day: int) -> int:
    """A day of the tabular Islamic calendar."""
    return (
        _ISLAMIC_EPOCH + day + 29 * (month - 1) + (6 * month - 1) // 11 + 354 * (year - 1) + (3 + 11 * year) // 30
    )


def _islamic(month: int, day: int) -> Rule:
    def find(year: int) -> int:
        guess = (year - 622) * 33 // 32 - 1
        return next(
            found for n in range(guess, guess + 4) if civil(found := islamic_day(n, month, day))[0] == year
        )

    return find


def _last_friday_of_ramadan(year: int) -> int:
    last = _islamic(10, 1)(year) - 1
    return last - (weekday(last) - 4) % 7


@lru_cache(maxsize=256)
def chinese_new_year(year: int) -> int:
    """The second new moon after the month of the winter solstice began, by the clock of Beijing.

    It is the third where a leap month comes between, so that the year would begin before 21 January.
    """
    solstice = floor(_SOLSTICE - JULIAN_ZERO + _YEAR * (year - 2001) + 8 / 24)
    day = floor(moon_from(solstice - 29, 8))
    after = floor(moon_from(day + 1, 8))
    day = after if after <= solstice else day
    for _ in range(2):
        day = floor(moon_from(day + 1, 8))
    return day if day >= ordinal(year, 1, 21) else floor(moon_from(day + 1, 8))


def _mid_autumn(year: int) -> int:
    return floor(moon_from(ordinal(year, 8, 24), 8)) + 14


_SUNSET: Final = 17.7 / 24  # of a day, in India in October and November
_EVENING: Final = 18.4 / 24  # in March


def _diwali(year: int) -> int:
    """The last evening before the new moon between noon of 17 October and 15 November, by the clock of India."""
    new = moon_from(ordinal(year, 10, 17) + 0.5, 5.5)
    return floor(new - _SUNSET)


def _holi(year: int) -> int:
    """The day after the last evening before the full moon of March."""
    full = moon_from(ordinal(year, 2, 26), 5.5, full=True)
    return floor(full - _EVENING) + 1


def _after(rule: Rule, plus: int) -> Rule:
    return lambda year: rule(year) + plus


FEASTS: Final[tuple[tuple[str, Rule], ...]] = (
    ("rosh hashanah|rosh hashana|jewish new year", _autumn(0)),
    ("yom kippur|day of atonement", _autumn(9)),
    ("sukkot|feast of tabernacles", _autumn(14)),
    ("shemini atzeret", _autumn(21)),
    ("simchat torah", _autumn(22)),
    ("hanukkah|chanukah|hannukah|hanukah", _hanukkah),
    ("tu bishvat|tu b'shvat|tu bi - shvat", _tu_bishvat),
    ("purim", _spring(-30)),
    ("shushan purim", _spring(-29)),
    ("passover|pesach", _spring(0)),
    ("yom hashoah|yom ha - shoah|holocaust remembrance day", _yom_hashoah),
    ("lag b'omer|lag baomer|lag la'omer", _spring(33)),
    ("shavuot|feast of weeks", _spring(50)),
    ("tisha b'av", _tisha_b_av),
    ("islamic new year|muslim new year|hijri new year|arabic new year|amun jadid", _islamic(1, 1)),
    ("ashura|day of ashura", _islamic(1, 10)),
    ("mawlid|mawlid al - nabi|prophet's birthday|eid milad - un - nabi", _islamic(3, 12)),
    ("isra and mi'raj|prophet's ascension|night journey|ascension to heaven|lailat al miraj", _islamic(7, 27)),
    ("shab - e - barat|shab e barat", _islamic(8, 15)),
    ("laylat al - qadr|laylat al qadr|lailat al - qadr|night of power|night of destiny|night of measures"
     "|night of decree", _islamic(9, 27)),
    ("jumu'atul - wida|jumuatul - wida|jumatul wida|jumuatul wida", _last_friday_of_ramadan),
    ("day of arafah|day of arafat|arafat day", _islamic(12, 9)),
    ("eid al - fitr|eid al fitr|eid ul - fitr|eid ul fitr|id al - fitr|id ul - fitr", _islamic(10, 1)),
    ("eid al - adha|eid al adha|eid ul - adha|eid ul adha|id al - adha|id ul - adha|feast of the sacrifice|"
     "festival of sacrifice|sacrifice feast|bakr - eid|bakr eid|bakr - id|bakr id|bakrid", _islamic(12, 10)),
    ("chinese new year|chinese new year's day|lunar new year|lunar new year's day|chinese lunar new year|"
     "chinese lunar new year's day|spring festival", chinese_new_year),
    ("mid - autumn festival|moon festival", _mid_autumn),
    ("choti diwali|chhoti diwali|kali chaudas|naraka chaturdashi|narak chaturdashi", _after(_diwali, -1)),
    ("diwali|deepavali|festival of lights|lakshmi puja", _diwali),
    ("govardhan puja", _after(_diwali, 1)),
    ("bhai dooj|bhaiya dooj|bhau beej|bhai tika", _after(_diwali, 2)),
    ("chhath|chhath puja|chhathi", _after(_diwali, 6)),
    ("choti holi|chhoti holi|holika dahan|kamudu pyre", _after(_holi, -1)),
    ("holi|festival of colours|festival of colors|dhulandi|dhuleti|phagwah|dol purnima|rangwali holi", _holi),
    *INDIAN,
)  # fmt: skip
RAMADAN: Final = (_islamic(9, 1), _after(_islamic(9, 1), 30))  # not Eid: it may be that of another Ramadan
"""The first day of the month and the day after its last."""
_JEWISH: Final = 14
_ISLAMIC: Final = 10
UNSURE: Final[dict[str, tuple[tuple[int, ...], str]]] = {
    **{names.split("|")[0]: ((-1,), "it begins at sunset of the day before") for names, _ in FEASTS[:_JEWISH]},
    **{names.split("|")[0]: ((1, -1), "regions may keep the day before or after") for names, _ in INDIAN},
    **{
        names.split("|")[0]: ((1, -1), "announced by sight, so it may fall a day to either side")
        for names, _ in FEASTS[_JEWISH : _JEWISH + _ISLAMIC]
    },
}
"""What else the day may be, as days after the one reckoned, and why."""
