"""Feasts of the Hindu, Jain, Sikh and Buddhist calendars of India, as days of a Gregorian year.

A lunar month is named for the sign of the zodiac that the sun enters in it; a feast falls on the day on which its
lunar day, a thirtieth of the month, holds at a set hour. Sun and moon are reckoned by the longest terms of
J. Meeus (Astronomical Algorithms, chapters 25 and 47), right to some minutes, and the zodiac by the ayanamsa of
Lahiri. Where the hour decides by minutes, and where regions differ, the day may be one off.
"""

from functools import lru_cache
from math import floor, radians, sin
from typing import Final

from claimcheck.grammar.calendar.days import civil, ordinal
from claimcheck.grammar.calendar.moon import JULIAN_ZERO, Rule, moon_from

_INDIA: Final = 5.5  # hours ahead of Greenwich
_J2000: Final = 2451545.0
_CENTURY: Final = 36525.0
_AYANAMSA: Final = 23.853, 1.3972  # degrees in 2000, and how many more a century later
_ENTRY: Final = ordinal(2000, 4, 13) - ordinal(2000, 1, 1)  # days into a year at which the sun enters Aries
_SIGN: Final = 365.2564 / 12  # days in a sign
# Longest terms of the moon's longitude: degrees, and the multiples of D, M, M' and F.
_MOON: Final = (
    (6.288774, 0, 0, 1, 0), (1.274027, 2, 0, -1, 0), (0.658314, 2, 0, 0, 0), (0.213618, 0, 0, 2, 0),
    (-0.185116, 0, 1, 0, 0), (-0.114332, 0, 0, 0, 2), (0.058793, 2, 0, -2, 0), (0.057066, 2, -1, -1, 0),
    (0.053322, 2, 0, 1, 0), (0.045758, 2, -1, 0, 0), (-0.040923, 0, 1, -1, 0), (-0.03472, 1, 0, 0, 0),
    (-0.030383, 0, 1, 1, 0), (0.015327, 2, 0, 0, -2), (0.010675, 4, 0, -1, 0), (0.010034, 0, 0, 3, 0),
)  # fmt: skip


def _sun(julian: float) -> float:
    """The sun's apparent longitude in degrees."""
    t = (julian - _J2000) / _CENTURY
    m = radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(m) + 0.019993 * sin(2 * m) + 0.000289 * sin(3 * m)
    return 280.46646 + 36000.76983 * t + centre - 0.00569


def _moon(julian: float) -> float:
    """The moon's longitude in degrees."""
    t = (julian - _J2000) / _CENTURY
    d, m = radians(297.8501921 + 445267.1114034 * t), radians(357.52911 + 35999.05029 * t)
    a, f = radians(134.9633964 + 477198.8675055 * t), radians(93.272095 + 483202.0175233 * t)
    terms = sum(size * sin(i * d + j * m + k * a + n * f) for size, i, j, k, n in _MOON)
    return 218.3164477 + 481267.88123421 * t + terms


def _sidereal(tropical: float, julian: float) -> float:
    return tropical - _AYANAMSA[0] - _AYANAMSA[1] * (julian - _J2000) / _CENTURY


@lru_cache(maxsize=256)
def _entered(year: int, sign: int) -> float:
    """When the sun enters a sign, as a day of the axis: 0 is Aries, in April; from 9 on it is in the next year."""
    day = ordinal(year) + _ENTRY + sign * _SIGN
    for _ in range(4):
        julian = day + JULIAN_ZERO - _INDIA / 24
        off = (_sidereal(_sun(julian), julian) - 30 * sign + 180) % 360 - 180
        day -= off * 365.2564 / 360
    return day


def _lunar_day(day: float, since: float) -> int:
    """The lunar day that holds at a time, 1 from the new moon at `since` on."""
    julian = day + JULIAN_ZERO - _INDIA / 24
    apart = (_moon(julian) - _sun(julian)) % 360
    if day - since < 5 and apart > 270:
        apart -= 360
    elif day - since > 25 and apart < 90:
        apart += 360
    return floor(apart / 12) + 1


@lru_cache(maxsize=1024)
def _in_month(year: int, month: int, number: int, hour: float) -> int:
    """The day on which lunar day `number` of a month (0 for Chaitra) holds at an hour, by the clock of India."""
    entered = _entered(year, month)
    new = moon_from(entered - 31, _INDIA)
    while (later := moon_from(new + 20, _INDIA)) <= entered:
        new = later
    day = floor(new) + number - 3
    while (holds := _lunar_day(day + hour / 24, new)) < number:
        day += 1
    return day if holds == number else day - 1  # skipped at that hour: it began on the day before


def lunar(month: int, number: int, hour: float = 6) -> Rule:
    """The rule of a feast on a lunar day (1 to 30) of a month (0 for Chaitra, in March or April)."""

    def find(year: int) -> int:
        found = [_in_month(year - (month > 8) + n, month, number, hour) for n in (0, -1, 1)]
        return next((day for day in found if civil(day)[0] == year), found[0])

    return find


def solar(sign: int, plus: int = 0) -> Rule:
    """The rule of a feast on the day on which the sun enters a sign, or the next where that is after sunset."""
    return lambda year: floor(_entered(year - (sign > 8), sign) + 0.26) + plus


def parsi_new_year(year: int) -> int:
    """The new year of the Shahenshahi calendar, whose years have 365 days."""
    known = ordinal(2018, 8, 17)
    return known + 365 * round((ordinal(year, 8, 17) - known) / 365.2425)


def nowruz(year: int) -> int:
    """The Persian new year: the day of the spring equinox, or the next where that is after noon in Tehran."""
    day = float(ordinal(year, 3, 20))
    for _ in range(4):
        day -= ((_sun(day + JULIAN_ZERO - 3.5 / 24) + 180) % 360 - 180) * 365.2422 / 360
    return floor(day + 0.5)


def onam(year: int) -> int:
    """The day in the sun's month of Leo on whose morning the moon stands in Shravana."""
    day = floor(_entered(year, 4))
    while True:
        julian = day + JULIAN_ZERO + (8 - _INDIA) / 24
        if 280 <= _sidereal(_moon(julian), julian) % 360 < 280 + 360 / 27:
            return day
        day += 1


_NOON: Final = 12.0
_AFTERNOON: Final = 14.5
_EVENING: Final = 18.0
_MIDNIGHT: Final = 24.0

INDIAN: Final[tuple[tuple[str, Rule], ...]] = (
    ("ugadi|yugadi|gudi padwa|chaitra sukladi|samvatsaradi|telugu new year", lunar(0, 1)),
    ("ram navami|rama navami|ramnavami|ramanavami", lunar(0, 9, _NOON)),
    ("mahavir jayanti|mahavira jayanti|mahaveer jayanti|mahavir janma kalyanak|mahaveer janma kalyanak",
     lunar(0, 13)),
    ("hanuman jayanti", lunar(0, 15)),
    ("akshaya tritiya|akha teej", lunar(1, 3)),
    ("vesak|vesak day|vaisakha|buddha purnima|buddha jayanti|buddha day|buddha's birthday", lunar(1, 15)),
    ("rath yatra|ratha yatra|ratha - yatra|rathayatra|rathyatra", lunar(3, 2)),
    ("guru purnima|vyasa purnima", lunar(3, 15)),
    ("raksha bandhan|rakhi|rakhi purnima", lunar(4, 15)),
    ("janmashtami|krishna janmashtami|gokulashtami|sreekrishna jayanti|krishnashtami", lunar(4, 23, _MIDNIGHT)),
    ("ganesh chaturthi|vinayaka chaturthi", lunar(5, 4, _NOON)),
    ("mahalaya", lunar(5, 30)),
    ("maha saptami", lunar(6, 7)),
    ("durga ashtami|maha ashtami", lunar(6, 8)),
    ("maha navami|mahanavami|ayudha puja", lunar(6, 9)),
    ("dussehra|dasara|dasha hara|vijayadashami|vijaya dashami|dasain", lunar(6, 10, _AFTERNOON)),
    ("valmiki jayanti|maharishi valmiki jayanti|pargat diwas|sharad purnima|kojagiri purnima", lunar(6, 15)),
    ("karva chauth|karwa chauth|karaka chaturthi", lunar(6, 19, _EVENING)),
    ("dhanteras|dhanatrayodashi", lunar(6, 28, _EVENING)),
    ("guru nanak jayanti|guru nanak gurpurab|gurpurab|kartik purnima|dev deepavali|dev diwali", lunar(7, 15)),
    ("guru gobind singh jayanti|guru govind singh jayanti|guru gobind singh birthday|guru govind singh birthday"
     "|guru gobind singh gurpurab", lunar(9, 7)),
    ("vasant panchami|basant panchami|saraswati puja", lunar(10, 5)),
    ("guru ravidas jayanti|guru ravidass jayanti|guru ravidas birthday|guru ravidass birthday|ravidas jayanti"
     "|magha purnima", lunar(10, 15)),
    ("dayananda saraswati jayanti|dayanand saraswati jayanti|saraswati jayanti|swami dayanand jayanti"
     "|maharishi dayanand saraswati jayanti", lunar(10, 25)),
    ("maha shivaratri|maha shivratri|mahashivratri|mahashivaratri|shivratri|shivaratri", lunar(10, 29, _MIDNIGHT)),
    ("makar sankranti|makara sankranti|makara sankranthi|makar sankranthi|maghi|uttarayan|pongal|thai pongal"
     "|surya pongal", solar(9)),
    ("bhogi|bhogi pandigai", solar(9, -1)),
    ("mattu pongal|maattu pongal", solar(9, 1)),
    ("kanni pongal|kaanum pongal|kanum pongal", solar(9, 2)),
    ("vaisakhi|baisakhi|vasakhi|vaishakhi", solar(0)),
    ("puthandu|tamil new year|vishu|mesha sankranti", solar(0)),
    ("onam|thiruvonam|thiru onam", onam),
    ("parsi new year|jamshedi navroz|navroz|pateti", parsi_new_year),
    ("nowruz|norouz|nauruz|persian new year|iranian new year", nowruz),
)  # fmt: skip
"""The names of each feast and the rule for its day."""
