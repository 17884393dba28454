"""The words of the calendar: months, weekdays, seasons, units and what stands around dates."""

from typing import Final


def listed(words: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(words.split())


MONTH_NAMES: Final = listed(
    "January February March April May June July August September October November December"
)
DAY_NAMES: Final = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

MONTHS: Final = {
    **{name.lower(): i for i, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3].lower(): i for i, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
    "janu": 1,
    "febr": 2,
}
# Months that are other words or names too: only what stands beside them shows that a month is meant.
DOUBTFUL_MONTHS: Final = frozenset(listed("may march mar jan dec april june august janu febr"))
LOWER_DOUBTFUL: Final = frozenset(listed("may march mar jan dec august sep"))  # in small letters, even more so

WEEKDAYS: Final = {
    **{name.lower(): i for i, name in enumerate(DAY_NAMES)},
    **{name[:3].lower(): i for i, name in enumerate(DAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
    **{name.lower() + "s": i for i, name in enumerate(DAY_NAMES)},
}
DOUBTFUL_WEEKDAYS: Final = frozenset(listed("mon tue tues wed weds thu thur thurs fri sat sun"))

SEASONS: Final = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

UNITS: Final = {
    **{u: u for u in listed("second minute hour day week fortnight month quarter year decade century weekend")},
    **{u + "s": u for u in listed("second minute hour day week fortnight month quarter year decade weekend")},
    "centuries": "century",
    "millennium": "millennium",
    "millennia": "millennium",
    "yr": "year",
    "yrs": "year",
    "wk": "week",
    "wks": "week",
    "qtr": "quarter",
    "mo": "month",
    "mos": "month",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "night": "night",
    "nights": "night",
}
UNIT_WORDS: Final = frozenset(UNITS)
BETWEEN: Final = frozenset(
    listed(
        "more further additional extra full whole long straight consecutive successive solid calendar other"
        " entire business working short"
    )
)
"""Words that may stand between a number and its unit."""
CALENDAR_UNITS: Final = frozenset(listed("day week fortnight month quarter year decade century weekend"))

PARTS: Final = {
    **dict.fromkeys(listed("early beginning start earlier opening"), "early"),
    **dict.fromkeys(listed("mid middle"), "mid"),
    **dict.fromkeys(listed("late end later close"), "late"),
}
"""Words for the first, middle and last third of a unit."""

LAST: Final = frozenset(listed("last previous preceding past"))
NEXT: Final = frozenset(listed("next coming upcoming following"))
THIS: Final = frozenset(listed("this current"))

DAY_PARTS: Final = frozenset(
    listed("morning mornings afternoon evening night midnight noon midday lunchtime overnight")
)
CLOCK: Final = frozenset(listed("am pm a.m. p.m. a.m p.m o'clock oclock"))
ZONES: Final = frozenset(
    listed("gmt utc bst est edt cst cdt mst mdt pst pdt et pt cet cest ist jst aest zulu eastern central pacific")
)

PREPOSITIONS: Final = frozenset(
    listed(
        "in on of since until till by from to before after during through throughout last next this early late mid"
        " past between and or around about for starting beginning thru previous coming every each end beginning"
        " start middle prior following circa ending earlier later over - – —"
    )
)
"""Words after which a doubtful month or weekday is one."""

DECADE_WORDS: Final = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

ERAS: Final = {"bc": -1, "b.c.": -1, "bce": -1, "b.c.e.": -1, "ad": 1, "a.d.": 1, "ce": 1, "c.e.": 1}
"""Words of an era: -1 before year 1, 1 after."""

# Countries that write the month before the day in all-figure dates; all others put the day first.
MONTH_FIRST: Final = frozenset(listed("US PH PW FM MH PR GU AS VI BZ"))
