"""The forms in which texts that are no values are compared: words, times of day, lists of names."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.grammar.function_words import MONTHS, WEEKDAYS

_WORDS = re.compile(r"[\w:.]+")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?::\d{2})?\s*(?:([ap])\.?\s?m?\b\.?|([ap])(?=[A-Z]))?", re.IGNORECASE)
_BESIDE_A_CLOCK = re.compile(r"[^\W\d_]+")
_LEAST_NAME = 4  # letters that a name must have for another to be taken to end in it: `Ann` ends `Joann` by chance
HELD_FROM = 1 / 3
"""Share of a list's sources that must give a name: leaving one out (`and others`) counts half of giving it."""


def normal_form(text: str) -> str:
    """The form in which texts are compared: letters and digits in lower case, list items in order.

    A time of day stands for itself, however it is written, and with or without its date.

    >>> normal_form("Knuth, Donald;  ADAMS") == normal_form("Adams; Knuth Donald")
    True
    >>> normal_form("6:55 p.m."), normal_form("18:55"), normal_form("02-Dec 6:55p")
    ('18:55', '18:55', '18:55')
    """
    return clock(text) or "; ".join(names(text))


def names(text: str) -> tuple[str, ...]:
    """The items of a list that semicolons separate, in lower case and in alphabetical order."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    items = (" ".join(_WORDS.findall(item.casefold())) for item in folded.split(";"))
    return tuple(sorted({item for item in items if item}))


def clock(text: str) -> str:
    """The time of day, as `18:55`, of a text that holds one and else at most a date; empty for any other."""
    found = _CLOCK.findall(text)
    if len(found) != 1:
        return ""
    hours, minutes, half, glued = found[0]
    rest = _BESIDE_A_CLOCK.findall(_CLOCK.sub(" ", text).lower())
    if any(word not in MONTHS and word not in WEEKDAYS for word in rest):
        return ""
    hour = int(hours)
    if half or glued:
        hour = hour % 12 + (12 if (half or glued).lower() == "p" else 0)
    return f"{hour:02}:{minutes}" if hour < 24 and int(minutes) < 60 else ""


def folded(lists: Sequence[tuple[str, ...]]) -> Mapping[str, str]:
    """For each name of several lists of the same people, the name that stands for it.

    A name that ends in one that others give (`donald knuth`, `knuth`) is taken to be the same person, unless some
    list gives both.

    >>> folded([("donald knuth",), ("knuth",), ("adams",)])["donald knuth"]
    'knuth'
    """
    given = Counter(name for names in lists for name in set(names))
    together = {(one, other) for names in lists for one in names for other in names if one != other}
    stands: dict[str, str] = {}
    for name in given:
        ends = [n for n in given if n != name and len(n) >= _LEAST_NAME and name.endswith(n)]
        shorter = [n for n in ends if (name, n) not in together]
        if shorter:
            stands[name] = max(shorter, key=lambda n: (given[n], n))
    return {name: _last(name, stands) for name in given}


def _last(name: str, stands: Mapping[str, str]) -> str:
    while name in stands:  # each step is to a shorter name
        name = stands[name]
    return name


def backing(lists: Iterable[tuple[frozenset[str], int]]) -> Mapping[frozenset[str], float]:
    """How well each list agrees with what all give, higher is better.

    Names are judged one by one, as in the latent truth model (B. Zhao, B. Rubinstein, J. Gemmell and J. Han, "A
    Bayesian Approach to Discovering Truth from Conflicting Sources for Data Integration", VLDB 2012), for which a
    source that leaves a true name out is a lesser fault than one that gives a false one. Here without learning:
    a name counts for a list by how far the share of sources that give it exceeds `HELD_FROM`.

    Args:
        lists: Each list and how many sources give it.
    """
    counts = dict(lists)
    total = sum(counts.values())
    said: Counter[str] = Counter()
    for names, count in counts.items():
        for name in names:
            said[name] += count
    return {names: sum(said[name] / total - HELD_FROM for name in sorted(names)) for names in counts}
