"""Whether a value is stated as a fact, from the words before it; a fact unless the words are clear.

The words before the value are read backwards, at most ten, until something ends the clause: a stop, a comma, a
quotation mark, a conjunction, or a verb in the past. What is met first decides. A value behind `the`, `its` or
`this` belongs to something known (`will replace the $3 billion programme`) and is a fact.

>>> from claimcheck.grammar.tokens import tokenize
>>> modality(tokenize("they will spend 5"), 3), modality(tokenize("will replace the 5"), 3)
(<Modality.PLANNED: 'planned'>, <Modality.STATED: 'stated'>)
"""

from typing import Final

from claimcheck.grammar.function_words import CONJUNCTIONS
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words
from claimcheck.model.claim import Modality

_REACH: Final = 10
_KNOWN: Final = words("the its his her their our this that these those")
_PLANNED: Final = words(
    "will shall would plan plans planned planning expect expects expected expecting intend intends intended "
    "aim aims aimed hope hopes hoped propose proposes proposed proposal promise promises promised pledge "
    "pledges pledged scheduled slated projected forecast forecasts target targets seeking seeks we'll they'll "
    "it'll he'll she'll i'll we’ll they’ll it’ll he’ll she’ll i’ll"
)
_DENIED: Final = words(
    "never denied denies deny denying didn't doesn't don't wasn't weren't isn't aren't hasn't haven't cannot "
    "didn’t doesn’t don’t wasn’t weren’t isn’t aren’t hasn’t haven’t nor neither"
)
_HYPOTHETICAL: Final = words("if unless could might suppose supposing hypothetical hypothetically")
_ENDS: Final = (
    frozenset('.;:!?,()[]“”"«»—–…')
    | (CONJUNCTIONS - {"if", "unless", "nor", "and", "or"})
    | words("which who that because after before when as than")
)
_TELLING: Final = _PLANNED | _DENIED | _HYPOTHETICAL | {"not", "be", "is", "are"}
# What is required is a fact about the requirement: `needed to earn 5`, `will have to earn 5`.
_REQUIRING: Final = words("need needs needed have has had required requires require")
# What is said to be so is put forward as a fact: `is said to be the largest at 5`, `considered it to be 5`.
_SAYING: Final = words(
    "said believed thought known reported estimated considered found rumoured rumored alleged claimed calculated "
    "reckoned deemed judged consider considers believe believes estimate estimates"
)
_ASIDE: Final = 4  # words between what is said and `to be`
_PAST: Final = words("was were had did has have is are said says told")


def tells(text: Tokens) -> bool:
    """Whether any word of a text tells more of a value than that it is stated."""
    return not text.present.isdisjoint(_TELLING)


def modality(text: Tokens, first: int) -> Modality:
    """How the value that begins at token `first` is put forward."""
    words = text.words
    if first == 0 or words[first - 1] in _KNOWN or not tells(text):
        return Modality.STATED
    if "that" in text.present and not _DENYING.isdisjoint(text.present) and _denies_that(text, first):
        return Modality.DENIED
    for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = words[k]
        if word in _ENDS:
            return Modality.STATED
        if word in _DENIED or (word == "not" and words[k + 1] not in ("only", "less", "more", "fewer")):
            return Modality.DENIED
        if word in _HYPOTHETICAL:
            return Modality.HYPOTHETICAL
        if word == "to" and words[k - 1] in _REQUIRING:
            return Modality.STATED
        if word in _PLANNED and words[k - 1] in ("as", "than"):
            return Modality.STATED  # "higher than expected" compares
        if word in _PLANNED:
            had = word == "would" and words[k + 1] == "have"
            return Modality.HYPOTHETICAL if had else Modality.PLANNED
        if word == "to" and words[k + 1] == "be" and not _SAYING.isdisjoint(words[max(0, k - _ASIDE) : k]):
            return Modality.STATED
        if (word == "to" and words[k + 1] == "be") or (word in ("is", "are") and words[k + 1] == "to"):
            return Modality.PLANNED
        if word in _PAST or (word.endswith("ed") and len(word) > 4):
            if k and words[k - 1] in ("not", "never"):
                return Modality.DENIED
            if k and (words[k - 1] in ("be", "would", "could", "might") or word == "have"):
                continue
            return Modality.STATED
    return Modality.STATED


def _denies_that(text: Tokens, first: int) -> bool:
    """Whether the value before token `first` stands in a clause that is denied: `denied that it owed 5`."""
    words = text.words
    for k in range(first - 1, max(0, first - 1 - _REACH), -1):
        if words[k] in _STOPS:
            return False
        if words[k] == "that":
            return words[k - 1] in _DENYING
    return False


_DENYING: Final = words("denied denies deny denying")
_STOPS: Final = frozenset(".;:!?")
