"""The noun that a number counts: found by closed word classes and plural endings, without a lexicon of English.

>>> from claimcheck.grammar.tokens import tokenize
>>> counted(tokenize("93,000 drug overdose deaths in a year"), 1)
(4, 'drug overdose death')
>>> counted(tokenize("9,052 in 2019"), 1) is None
True
"""

from typing import Final

from claimcheck.grammar import wording
from claimcheck.grammar.function_words import FUNCTION_WORDS, MONTHS, TIME_UNITS, VERBS, WEEKDAYS
from claimcheck.grammar.number_words import JOINED, PLURAL_SCALES, SCALES, SUFFIXES, TENS, UNITS
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

_MOST_WORDS: Final = 5  # a counted noun and what stands before it: "drug overdose deaths"
_IRREGULAR: Final = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "leaves": "leaf",
    "loaves": "loaf",
    "halves": "half",
    "thieves": "thief",
    "shelves": "shelf",
    "selves": "self",
    "teeth": "tooth",
    "feet": "foot",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "gunmen": "gunman",
    "fishermen": "fisherman",
    "firemen": "fireman",
    "militiamen": "militiaman",
    "congressmen": "congressman",
    "businessmen": "businessman",
    "crewmen": "crewman",
    "crises": "crisis",
    "analyses": "analysis",
    "buses": "bus",
    "gases": "gas",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "movies": "movie",
    "species": "species",
    "series": "series",
    "headquarters": "headquarters",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "sheep": "sheep",
    "fish": "fish",
    "deer": "deer",
    "cattle": "cattle",
    "police": "police",
    "staff": "staff",
    "personnel": "personnel",
    "crew": "crew",
    "dead": "dead",
    "wounded": "wounded",
    "injured": "injured",
    "missing": "missing",
    "homeless": "homeless",
    "percent": "percent",
    "rpm": "rpm",
    "chinese": "chinese",
    "japanese": "japanese",
    "vietnamese": "vietnamese",
    "portuguese": "portuguese",
    "swiss": "swiss",
    "british": "british",
    "irish": "irish",
}
_NOT_PLURAL: Final = words(
    "this his its is was has does as us yes thus plus across always perhaps besides sometimes towards afterwards "
    "upwards downwards overseas news gas bus campus census virus crisis basis analysis texas paris congress "
    "times says goes makes takes gets gives comes runs wants needs uses ones means lets others' yours theirs "
    "hers ours besides christmas less unless minus versus gross james charles thomas lucas jesus mars venus "
    "wales brussels los las des les laos athens naples atlas alas canvas chaos bias lens "
) - {"times", "uses", "runs", "needs"}
_NUMBERS: Final = (
    UNITS.keys() | TENS.keys() | JOINED.keys() | SCALES.keys() | PLURAL_SCALES.keys() | SUFFIXES.keys()
)
_STOP: Final = FUNCTION_WORDS | VERBS | MONTHS | WEEKDAYS | _NUMBERS | words("dozen dozens hundred half")
_MODIFIER_OF_ONE: Final = 3
_SUFFIX_OF_NAMES: Final = ("street", "st", "avenue", "ave", "road", "rd", "drive", "lane", "boulevard", "blvd")


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like the plural of a noun."""
    if word in _IRREGULAR:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))
        and word not in _NOT_PLURAL
    )


def singular(word: str) -> str:
    """The singular of a plural in lower case, by the regular rules and a short list.

    >>> [singular(w) for w in ("people", "agencies", "deaths", "boxes", "houses", "classes", "churches")]
    ['person', 'agency', 'death', 'box', 'house', 'class', 'church']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")) and len(word) > 4:
        return word[:-2]
    return word[:-1] if is_plural(word) else word


def plural(noun: str) -> str:
    """The plural of a noun in the singular, as `singular` undoes it.

    >>> [plural(w) for w in ("person", "agency", "cylinder", "box")]
    ['people', 'agencies', 'cylinders', 'boxes']
    """
    return _PLURALS.get(noun) or wording.plural(noun)


_PLURALS: Final = {one: many for many, one in reversed(_IRREGULAR.items())}


def counted(text: Tokens, i: int, *, one: bool = False) -> tuple[int, str] | None:
    """The noun phrase that begins at token `i` and is counted by the number before it.

    Args:
        text: The text.
        i: The token after the number.
        one: Whether the number is one, so that the noun is in the singular.

    Returns:
        The token after the phrase, and the phrase in the singular and in lower case (names keep their capitals
        out of it too); None where no counted noun follows.
    """
    return _singular_phrase(text, i) if one else _plural_phrase(text, i)


def _plural_phrase(text: Tokens, i: int) -> tuple[int, str] | None:
    end = 0
    j = i
    for _ in range(_MOST_WORDS):
        word = text.word(j)
        if not word[:1].isalpha() or word in _STOP or word.endswith(("'s", "’s")) or _is_address(text, i, j, word):
            break
        if is_plural(word) and word not in TIME_UNITS:
            end = j + 1
        elif end:
            break
        elif text.word(j + 1) == "-" and text.glued(j + 1) and text.word(j + 2).isalpha():
            j += 3  # "10 high-rise buildings"
            continue
        j += 1
    if not end:
        return None
    words = [*text.words[i : end - 1], singular(text.words[end - 1])]
    return end, " ".join(words).replace(" - ", "-")


def _is_address(text: Tokens, i: int, j: int, word: str) -> bool:
    return word in _SUFFIX_OF_NAMES and text.text[text.starts[i]].isupper()


def _singular_phrase(text: Tokens, i: int) -> tuple[int, str] | None:
    j = i
    while j < i + _MODIFIER_OF_ONE:
        word = text.word(j)
        if not word.isalpha() or word in _STOP or word in TIME_UNITS or word.endswith(("ly", "ing", "ed")):
            break
        if is_plural(word) or text.text[text.starts[j]].isupper():
            break
        j += 1
    return (j, " ".join(text.words[i:j])) if j > i else None
