"""The noun that a number counts: found by closed word classes and plural endings, without a lexicon of English.

>>> from claimcheck.grammar.tokens import tokenize
>>> counted(tokenize("93,000 drug overdose deaths in a year"), 1)
(4, 'drug overdose death')
>>> counted(tokenize("9,052 in 2019"), 1) is None
True
"""

from typing import Final

from claimcheck.grammar.function_words import (
    DETERMINERS,
    FUNCTION_WORDS,
    MONTHS,
    PREPOSITIONS,
    TIME_UNITS,
    VERBS,
    WEEKDAYS,
)
from claimcheck.grammar.hedge_words import CHANGES
from claimcheck.grammar.irregular_plurals import IRREGULAR
from claimcheck.grammar.memo import Memo
from claimcheck.grammar.number_words import JOINED, PLURAL_SCALES, SCALES, SUFFIXES, TENS, UNITS
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

_MOST_WORDS: Final = 5  # a counted noun and what stands before it: "drug overdose deaths"
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
    return _plurals[word]


def _is_plural(word: str) -> bool:
    return word in IRREGULAR or (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))
        and word not in _NOT_PLURAL
    )


_plurals: Final = Memo(_is_plural)


def singular(word: str) -> str:
    """The singular of a plural in lower case, by the regular rules and a short list.

    >>> [singular(w) for w in ("people", "agencies", "deaths", "boxes", "houses", "classes", "churches")]
    ['person', 'agency', 'death', 'box', 'house', 'class', 'church']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")) and len(word) > 4:
        return word[:-2]
    return word[:-1] if is_plural(word) else word


def counted(text: Tokens, i: int, *, one: bool = False, verb: bool = False) -> tuple[int, str] | None:
    """The noun phrase that begins at token `i` and is counted by the number before it.

    Args:
        text: The text.
        i: The token after the number.
        one: Whether the number is one, so that the noun is in the singular.
        verb: Whether a verb in the singular may follow the plural (`one in five adults smokes`).

    Returns:
        The token after the phrase, and the phrase in the singular and in lower case (names keep their capitals
        out of it too); None where no counted noun follows.
    """
    return _singular_phrase(text, i) if one else _plural_phrase(text, i, verb=verb)


def _plural_phrase(text: Tokens, i: int, *, verb: bool) -> tuple[int, str] | None:
    end = 0
    j = i
    near = text.near
    if not near[i][:1].isalpha() or near[i] in _STOP:
        return None
    for _ in range(_MOST_WORDS):
        word = near[j]
        if not word[:1].isalpha() or word in _STOP or word.endswith(("'s", "’s")) or _is_address(text, i, j, word):
            break
        if is_plural(word) and word not in TIME_UNITS:
            end = j + 1
            if verb:
                break
        elif end:
            break
        elif near[j + 1] == "-" and text.glued(j + 1) and near[j + 2].isalnum() and text.glued(j + 2):
            j += 3  # "10 high-rise buildings", "10 Covid-19 cases"
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
        word = text.near[j]
        if not word.isalpha() or word in _STOP or word in TIME_UNITS or word.endswith(("ly", "ing", "ed")):
            break
        if is_plural(word) or text.text[text.starts[j]].isupper():
            break
        j += 1
    return (j, " ".join(text.words[i:j])) if j > i else None


def subject(text: Tokens, first: int) -> str:
    """The noun that a bare number counts because it is what changed or came to it; empty where there is none.

    >>> from claimcheck.grammar.tokens import tokenize
    >>> subject(tokenize("arrests of suspects fell from 9,052 to 6,673"), 5)
    'arrest'
    """
    i = _verb_before(text, first)
    if i < 0:
        return ""
    noun = ""
    near = text.near
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        word = near[j]
        if word in _BARRED or not word[:1].isalnum():
            break
        if word in FUNCTION_WORDS or (j and text.text[text.starts[j]].isupper()) or word[0].isdecimal():
            continue
        if not is_plural(word) or word in TIME_UNITS or word in VERBS:
            if near[j - 1] not in PREPOSITIONS and near[j - 1] not in DETERMINERS:
                break
        elif not noun or near[j + 1] == "of":
            noun = singular(word)
    return "" if noun in _NOT_COUNTED else noun


_REACH: Final = 8
_BARRED: Final = CHANGES | words("that which who and but or while as when after before because if although than")
_REACHING: Final = CHANGES | words("reached reaches totaled totalled numbered stood hit exceeded topped averaged")
_BETWEEN: Final = words("to from at by of in on about last this year month week quarter just only nearly almost")
_NOT_COUNTED: Final = words(
    "share stock price temperature rate market future yield point sale earning profit revenue wage fee cost "
    "thousand million billion hundred dozen percent dollar euro pound"
)


def _verb_before(text: Tokens, first: int) -> int:
    """The verb of change or of reaching before token `first`, with nothing but figures and particles between."""
    near = text.near
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = near[i]
        if word in _REACHING and word not in ("up", "down"):
            return i
        if word not in _BETWEEN and not word[:1].isdecimal() and not word.endswith("ly"):
            break
    return -1
