"""A quotation cut into words to be compared: typography, capitals, accents and contractions taken out."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from claimcheck.grammar.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from claimcheck.grammar.number_words import TENS, UNITS
from claimcheck.grammar.word_sets import words
from claimcheck.similarity import fold

GAP: Final = "…"
"""Key of an ellipsis, and of words in square brackets, which stand for whatever the other quotation has there."""

_TOKEN: Final = re.compile(
    r"\[[^\]]*\]|\.\.\.+|…|\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|[.;:!?,%—–]|-(?=\s)"
)
_STOPS: Final = frozenset(".;:!?,—–-")
_NUMBERS: Final = {word: str(n) for word, n in (*UNITS.items(), *TENS.items()) if word != "one"}
_CONTRACTIONS: Final = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "gonna": "going to",
    "wanna": "want to",
    "%": "percent",
}
_ENDINGS: Final = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"))
_BEFORE_IS: Final = words("it he she that there what who where how here this everything nobody")
_GRAMMAR: Final = (
    CONJUNCTIONS
    | DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | words(
        "is are was were be been being am has have had having do does did will would shall should can could may "
        "might must not also very just so too then than well as"
    )
)


class Word(NamedTuple):
    """A word of a quotation.

    Attributes:
        key: What it is compared by; `…` for an ellipsis and for words in square brackets.
        written: As it stands in the quotation; of a contraction written out, the whole (`it's`).
        capital: Whether it has a capital although it opens no sentence.
        clause: Number of the stretch between marks that it stands in, counted from 0.
    """

    key: str
    written: str
    capital: bool
    clause: int

    @property
    def matters(self) -> bool:
        """Whether it carries matter rather than grammar."""
        return self.key not in _GRAMMAR and self.key != GAP

    @property
    def is_number(self) -> bool:
        """Whether it is a figure."""
        return self.key[0].isdigit()


@lru_cache(maxsize=1024)
def utterance(text: str) -> tuple[Word, ...]:
    """The words of a quotation, in order.

    >>> [word.key for word in utterance("“It’s time – we can’t wait [for them]…”")]
    ['it', 'is', 'time', 'we', 'can', 'not', 'wait', '…', '…']
    """
    found: list[Word] = []
    clause, opening = 0, True
    for match in _TOKEN.finditer(text):
        written = match.group()
        if written[0] in "[…" or written.startswith(".."):
            found.append(Word(GAP, written, False, clause))
        elif written in _STOPS:
            clause += 1
            opening = opening or written in ".!?"
        else:
            capital = written[0].isupper() and not opening and written not in ("I", "I'm", "I’m")
            found += [Word(key, written, capital, clause) for key in _keys(fold(written))]
            opening = False
    return tuple(found)


_SHORT: Final = 72  # characters of a quotation where it is only named, not shown


def shortened(text: str) -> str:
    """A quotation cut to its first words, where it would fill a line.

    >>> shortened("“We will finish the dam by May, and the road to it, and the bridge over the river as well”")
    '“We will finish the dam by May, and the road to it, and the bridge over…”'
    """
    if len(text) <= _SHORT or text[0] != "“":
        return text
    return f"{text[: _SHORT - 1].rpartition(' ')[0].rstrip(',;:')}…”"


def _keys(word: str) -> tuple[str, ...]:
    """What a folded word is compared by: the words of a contraction, a number in figures."""
    if word in _CONTRACTIONS:
        return tuple(_CONTRACTIONS[word].split())
    for ending, full in _ENDINGS:
        if word.endswith(ending) and word != ending:
            return word.removesuffix(ending), full
    if word.endswith("'s") and word[:-2] in _BEFORE_IS:
        return word[:-2], "is"
    plain = word.replace(".", "") if word[0].isalpha() else word.replace(",", "")
    return (_NUMBERS.get(plain, plain),)
