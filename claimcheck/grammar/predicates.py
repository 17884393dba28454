"""The verb that governs a value: `has channeled about $3.3 billion`, `300 people were hurt`; empty when unsure.

The words before the value are read backwards within its clause until a verb is met: a form in the past, a verb
after `will` or `to`, or one in the present right before the value. A value that begins its clause may be the
subject of a passive after it. Of `soured last October, when agents arrested him` the verb after `when` is taken,
for that is what happened then.

Left alone: a value behind `the` or `its`, which belongs to something known (`the $3 billion programme`); what
somebody only said, told or reported; participles before a noun (`organized crime`); quotations of words.

>>> text = "The council has given the harbour $3 million since 2008."
>>> predicate(text, Span(34, 44)), predicate(text, Span(51, 55))
('given', 'given')
>>> predicate("the $3 million harbour", Span(4, 14))
''
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.grammar.function_words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from claimcheck.grammar.stems import stem
from claimcheck.grammar.word_sets import words
from claimcheck.model.text import Span

_REACH: Final = 10  # words looked at to each side
_WORD: Final = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_ENDS: Final = frozenset('.;:!?,()[]“”"«»—–…')
_CLAUSES: Final = words(
    "and but or nor so yet if although though while whereas unless whether that which who whose because as than "
    "when where until before after"
)
_KNOWN: Final = words("the its his her their our my your this these those a an")
_ADJUNCTS: Final = DETERMINERS | PREPOSITIONS
# Irregular forms of the past that are no other word as well; a list of our own.
_PAST: Final = words(
    "gave given took taken made came became ran rose risen fell fallen grew grown saw seen got brought bought "
    "built sent spent lent lost won paid sold held left led met found fought caught taught kept wrote written "
    "drove driven spoke broke broken chose chosen stole stolen drew drawn threw thrown flew flown shot struck "
    "shook shaken began begun went gone cost cut put set hit hurt shut spread slid sank sunk swept laid fled "
    "fed dealt drank ate eaten"
)
_NOT_PAST: Final = words(
    "need indeed red hundred speed wed bed used shed seed feed exceed proceed succeed kindred"
)
_BASES: Final = words(
    "give take make come become run rise fall grow see get bring buy build send spend lend lose win pay sell "
    "hold leave lead meet find fight catch teach keep write drive break choose steal draw throw fly shoot "
    "strike begin go cost cut put set hit deal provide receive seize approve allocate appropriate invest earn "
    "raise donate grant need employ hire kill launch promote start end last cover serve produce export import "
    "save owe borrow"
)
_MODALS: Final = words("will would shall should can could may might must to 'll ’ll")
_REPORTING: Final = words(
    "said told reported announced added wrote estimated believed thought claimed stated noted warned argued "
    "explained called described according compared based including followed showed shown says say tells reports "
    "estimates"
)
_BE: Final = words("was were been being is are be got")


def predicate(text: str, span: Span) -> str:
    """The verb that governs the value at `span`, as written; empty where none surely does.

    Args:
        text: The sentence, or a text around it.
        span: Where the value stands, in characters of `text`.
    """
    after = _tokens(text[span.end :])
    if after[:1] == ["when"] or after[:2] == [",", "when"]:
        return _first_past(after[after.index("when") + 1 :])
    before = _tokens(text[: span.start])
    if before and before[-1].lower() in _KNOWN:
        return ""
    return _governing(before) or _passive(after)


def same_predicate(one: str, other: str) -> bool:
    """Whether two verbs are forms of one.

    >>> same_predicate("given", "gave"), same_predicate("channeled", "given")
    (True, False)
    """
    return stem(one.lower()) == stem(other.lower())


def _tokens(text: str) -> list[str]:
    return [found.group() for found in _WORD.finditer(text)]


def _governing(before: Sequence[str]) -> str:
    """The verb that the words before a value end in, or that they hang on."""
    for k in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
        word = before[k]
        if word in _ENDS or word.lower() in _CLAUSES or word in _REPORTING:
            return ""
        leading = before[k - 1].lower() if k else ""
        if _is_past(word):
            if leading in _ADJUNCTS:  # `the alleged`, `by organized`
                continue
            return word
        if word in _BASES and leading in _MODALS:
            return word
        beside = all(w.lower() in ADVERBS or w.endswith("ly") for w in before[k + 1 :])
        if beside and word.endswith("s") and word[:-1] in _BASES and leading not in _ADJUNCTS:
            return word
    return ""


def _is_past(word: str) -> bool:
    if not word.islower() or not word.isalpha() or word in _NOT_PAST:
        return False
    return word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in AUXILIARIES)


def _passive(after: Sequence[str]) -> str:
    """The verb of a passive whose subject the value is or counts."""
    clause = list(_clause(after))
    for k, word in enumerate(clause):
        if word.lower() in PREPOSITIONS - {"of"} or word in PRONOUNS:
            return ""
        if word in _BE:
            rest = [w for w in clause[k + 1 :] if w not in ADVERBS and w not in _BE and not w.endswith("ly")]
            return rest[0] if rest and _is_past(rest[0]) and rest[0] not in _REPORTING else ""
        if _is_past(word):
            return ""
    return ""


def _first_past(after: Sequence[str]) -> str:
    for k, word in enumerate(_clause(after)):
        if _is_past(word) and word not in _REPORTING and (not k or after[k - 1].lower() not in _ADJUNCTS):
            return word
    return ""


def _clause(after: Sequence[str]) -> Iterator[str]:
    """The words up to the end of the clause."""
    for word in after[:_REACH]:
        if word in _ENDS or word.lower() in _CLAUSES:
            return
        yield word
