"""The words by which texts are ranked: numbers, days and amounts as what they say, not as how they are written.

`Nov. 6`, `6 November` and `November 6th` are one day, `180K` and `180,000` one number, `eight` and `8` too; and a
day of the month is no number, so `6 November` has nothing in common with six boats. A contraction is the words
that it stands for: formal texts do not have `I'm`, and what is rare there would pass for telling.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.grammar.calendar.names import DOUBTFUL_MONTHS, MONTH_NAMES, MONTHS
from claimcheck.grammar.number_words import ORDINAL_SUFFIXES, SCALES, SUFFIXES, TENS, UNITS
from claimcheck.matching.terms import words

_AGAIN = 0.5  # what a word counts for more when the query says it again …
_OFTEN = 3  # … up to the third time
_ATTRIBUTED = 0.7  # what the words of an attribution count for: they say who and when, not what
_DASH = re.compile(r"\s(?:[—–]\s*|--?\s+)")
_HANDLE = re.compile(r"(?<!\w)@\w")
_YEAR = re.compile(r"\b\d{4}\b")
_LONGEST_ATTRIBUTION = 100  # characters
_SCALES = {**SCALES, **SUFFIXES, "m": Decimal("1E6"), "b": Decimal("1E9")}
_NUMBERS = {word: str(n) for word, n in (UNITS | TENS).items() if word != "one"}  # `one` is a pronoun too often
_DAY = re.compile(r"0?([1-9]|[12]\d|3[01])")
_LINKS = ORDINAL_SUFFIXES | {"of"}
_ENDING = re.compile(r"(?<=\d)(?:['’]?s|st|nd|rd|th)\b", re.IGNORECASE)  # `the 1970s`, `24th`
_CONTRACTED = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_NEGATED = {"won": "will", "shan": "shall", "can": "can", "ain": "is"}  # others leave their word whole


def ranked_words(text: str) -> list[str]:
    """The words of `text` for ranking, in order.

    >>> ranked_words("On Nov. 6 the eight piers cost $3.3 million")
    ['on', 'november', '6 november', 'the', '8', 'piers', 'cost', '3300000', 'million']
    """
    return list(_read(words(_ENDING.sub("", text))))


def query_words(text: str) -> dict[str, float]:
    """The distinct words of a query in order, each with what it counts for, 1 for a word that it says once.

    What it says more often counts for more; words of an attribution at its end, as posts and quotations have one,
    for less.

    >>> counted = query_words("Piers sink! Piers! — Ana Ruiz (@anaruiz) May 3, 2019")
    >>> counted["sink"], counted["piers"], counted["ruiz"]
    (1.0, 1.5, 0.7)
    """
    end = _attribution(text)
    counted = {word: 1 + _AGAIN * (min(n, _OFTEN) - 1) for word, n in Counter(ranked_words(text[:end])).items()}
    for word in ranked_words(text[end:]):
        counted.setdefault(word, _ATTRIBUTED)
    return counted


def _attribution(text: str) -> int:
    """Where the attribution at the end of a text begins, its length where there is none.

    It follows a dash and gives a handle, or a year among words that all have a capital letter.
    """
    dashes = list(_DASH.finditer(text, max(0, len(text) - _LONGEST_ATTRIBUTION)))
    if not dashes:
        return len(text)
    who = text[dashes[-1].end() :]
    named = all(word[0].isupper() or not word[0].isalpha() for word in who.split())
    return dashes[-1].start() if _HANDLE.search(who) or (named and _YEAR.search(who)) else len(text)


def is_day(word: str) -> bool:
    """Whether a word for ranking is a day of the year."""
    return word[0].isdigit() and word[-1].isalpha()


def _read(written: list[str]) -> Iterator[str]:
    """The words, months, numbers and days put into one form."""
    for i, word in enumerate(written):
        following = written[i + 1] if i + 1 < len(written) else ""
        if word[0].isdigit():
            month = _month_beside(written, i)
            day = _DAY.fullmatch(word)
            if month and day:
                yield f"{day[1]} {month}"
            else:
                yield _scaled(word, following)
        elif word in MONTHS and (following[:1].isdigit() or (i and _number_before(written, i))):
            yield _month(word)
        elif "'" in word:
            yield from _uncontracted(word)
        else:
            yield _NUMBERS.get(word, word)


def _uncontracted(word: str) -> tuple[str, ...]:
    """A contraction as the words that it stands for; a possessive and a name (`o'brien`) as they are."""
    head, _, tail = word.rpartition("'")
    if tail == "t" and head.endswith("n"):
        return (_NEGATED.get(head, head[:-1] or head), "not")
    return (head, _CONTRACTED[tail]) if tail in _CONTRACTED else (word,)


def _number_before(written: list[str], i: int) -> bool:
    at = i - 1
    while at > 0 and written[at] in _LINKS:
        at -= 1
    return written[at][0].isdigit()


def _month_beside(written: list[str], i: int) -> str:
    """The month that the number at `i` is a day of, in full; empty where there is none."""
    before = written[i - 1] if i else ""
    if before in MONTHS:
        return _month(before)
    at = i + 1
    while at < len(written) and written[at] in _LINKS:
        at += 1
    after = written[at] if at < len(written) else ""
    if after not in MONTHS or (after in DOUBTFUL_MONTHS and _is_verb(written, at, i)):
        return ""
    return _month(after)


def _is_verb(written: list[str], at: int, i: int) -> bool:
    """Whether a doubtful month is rather a verb (`all 12 may come`): neither a year nor `6th of` stands there."""
    following = written[at + 1] if at + 1 < len(written) else ""
    return at == i + 1 and not following[:1].isdigit()


def _month(word: str) -> str:
    return MONTH_NAMES[MONTHS[word] - 1].lower()


def _scaled(number: str, scale: str) -> str:
    """A number times the scale word after it, where that makes a whole number; else as it is."""
    if scale not in _SCALES or number.count(".") > 1:
        return number
    product = Decimal(number) * _SCALES[scale]
    return f"{product:f}".split(".")[0] if product == product.to_integral_value() else number
