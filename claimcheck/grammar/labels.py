"""Numbers that name instead of count: products, streets, ages beside a name, days of a month."""

from typing import Final

from claimcheck.grammar.function_words import FUNCTION_WORDS, MONTHS, VERBS, WEEKDAYS
from claimcheck.grammar.number_words import UNITS as NUMBER_WORDS
from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words


def is_name(text: Tokens, low: Numeral) -> bool:
    """Whether a number in words is part of a name or an ending: `Six Nations`, `the top three`, `ground zero`."""
    i = low.last
    named = i < len(text) and text.words[i].isalpha() and text.text[text.starts[i]].isupper()
    if named and text.glued(i + 1) and text.near[i + 1][:1].isdecimal():
        named = False  # "sixteen A321s"
    return named or text.near[low.first - 1] in _NAMED


_NAMED: Final = words("top bottom final last first ground absolute net year big these those")


def is_date_or_time(text: Tokens, low: Numeral, *, noun: bool) -> bool:
    """Whether the number belongs to the month beside it; not so in `In June 40 people died`."""
    before, after = text.near[low.first - 1], text.near[low.last]
    if noun and before in MONTHS and text.near[low.first - 2] in _WHEN and _no_day(text, low):
        return False
    if (before in MONTHS and before not in ("may", "march")) or (
        after in MONTHS and after not in ("may", "march")
    ):
        return True
    return before in ("may", "march") and text.surface(low.first - 1, low.first)[0].isupper()


def _no_day(text: Tokens, low: Numeral) -> bool:
    word = text.words[low.first]
    return len(word) == DAY and word.isdecimal() and int(word) > _LAST_DAY


DAY: Final = 2
"""Figures of a day of the month at most, and of a year of the century."""
_LAST_DAY: Final = 31
_WHEN: Final = frozenset({"in", "by", "since", "until", "during", "last", "this", *map(str, range(1, 32))})


def is_age(text: Tokens, low: Numeral, raw: str) -> bool:
    """`, 44, ` or `, 44)` after a name."""
    if len(raw) > 2 or text.near[low.first - 1] != "," or text.near[low.last] not in (",", ")"):
        return False
    i = low.first - 2
    return i >= 0 and text.text[text.starts[i]].isupper()


def is_label(text: Tokens, low: Numeral) -> bool:
    """Whether the number is part of a name: `Boeing 737`, `iPhone 11`, `Windows 10`."""
    i = low.first - 1
    if i < 0 or text.starts[low.first] - text.ends[i] > 1 or not text.words[i][:1].isalpha():
        return False
    word = text.words[i]
    if word in FUNCTION_WORDS or word in MONTHS or word in WEEKDAYS or word in VERBS or word in NUMBER_WORDS:
        return False
    raw = text.surface(i, i + 1)
    return not raw.islower() and any(c.isupper() for c in raw)


def is_brand(text: Tokens, low: Numeral) -> bool:
    """Whether the word before has a capital inside, as the names of products have: `iPhone 11 cameras`."""
    i = low.first - 1
    if i < 0 or not text.words[i].isalpha() or text.starts[low.first] - text.ends[i] > 1:
        return False
    raw = text.surface(i, i + 1)
    return not (raw.isupper() or raw.islower()) and any(c.isupper() for c in raw[1:])


def is_address(text: Tokens, low: Numeral) -> bool:
    """`10 Downing Street`: a number before a name."""
    i = low.last
    if i >= len(text) or not text.words[i].isalpha() or not text.text[text.starts[i]].isupper():
        return False
    return not _STREETS.isdisjoint(text.words[i : i + 4])


_STREETS: Final = words("street st avenue ave road rd drive lane boulevard blvd way place court square")
