"""Names, cues and rejected words: short word sequences, and where a text has them."""

from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from claimcheck.grammar.stems import noun
from claimcheck.matching.words import FUNCTION_WORDS, Words, cut, listed
from claimcheck.similarity import alike, slips_allowed

_ARTICLES = listed("the a an")
_GLUE = frozenset("-'\".’")  # punctuation that may stand within a name without being part of it


class Phrase(NamedTuple):
    """A sequence of words to look for.

    Attributes:
        text: As its author wrote it.
        words: Its words, folded.
        stems: Their stems.
        proper: Whether it is a name: one of its words, an article aside, has a capital letter.
        grammatical: Whether it consists of function words alone (`since`), which tell only right beside a value.
        nominal: Whether it names something, so that of its forms only plural and possessive are it.
        shouted: Whether it must be written with a capital letter to be it (`US`, `It`).
    """

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    proper: bool
    grammatical: bool
    nominal: bool
    shouted: bool


class Occurrence(NamedTuple):
    """Where a phrase stands.

    Attributes:
        phrase: The phrase.
        first: Its first word in the text.
        last: The word after it.
    """

    phrase: Phrase
    first: int
    last: int


@lru_cache(maxsize=4096)  # many claims share a subject and its aliases
def phrase(text: str, *, nominal: bool = False) -> Phrase | None:
    """Compile a phrase; None where `text` has no word."""
    words = cut(text)
    kept = [i for i in range(len(words)) if words.folded[i][0].isalnum() or words.folded[i] == "%"]
    if not kept:
        return None
    folded = tuple(words.folded[i] for i in kept)
    proper = any(words.capital(i) and words.folded[i] not in _ARTICLES for i in kept)
    return Phrase(
        text=text,
        words=folded,
        stems=tuple(words.stems[i] for i in kept),
        proper=proper,
        grammatical=all(w in FUNCTION_WORDS for w in folded),
        nominal=nominal,
        shouted=proper and len(folded) == 1 and len(folded[0]) <= 3,
    )


def phrases(texts: tuple[str, ...], *, nominal: bool = False) -> tuple[Phrase, ...]:
    """Compile several, dropping repetitions and those without words."""
    found = (phrase(text, nominal=nominal) for text in dict.fromkeys(texts))
    return tuple(p for p in found if p)


def occurrences(wanted: Phrase, words: Words, skipped: Container[int] = ()) -> Iterator[Occurrence]:
    """Where `wanted` stands in `words`, the words `skipped` taken out (`the 13-year-old security accord`)."""
    for first in places(wanted.words[0], wanted.stems[0], words):
        if first in skipped or not _same(wanted, 0, words, first):
            continue
        last = _rest(wanted, words, first, skipped)
        if last is not None and not (wanted.shouted and not words.capital(first)):
            yield Occurrence(wanted, first, last)


@lru_cache(maxsize=4096)  # a claim asks several times in each sentence, and many claims share a subject
def places(word: str, word_stem: str, words: Words) -> tuple[int, ...]:
    """Where a word stands: itself, a form of it, or it mistyped; in the order of the text."""
    near = words.initials.get(word[0], ()) if slips_allowed(word) else ()
    there = {*words.places.get(word, ()), *words.places.get(word_stem, ())}
    there.update(i for i in near if i not in there and alike(word, words.folded[i]))
    return tuple(sorted(there))


def _rest(wanted: Phrase, words: Words, first: int, skipped: Container[int]) -> int | None:
    """The word after the phrase that starts at `first`, or None if the rest of it does not follow."""
    at, folded = first + 1, words.folded
    for n in range(1, len(wanted.words)):
        while at < len(folded) and (at in skipped or folded[at] in _GLUE):
            at += 1
        if at >= len(folded) or not _same(wanted, n, words, at):
            return None
        at += 1
    return at


def _same(wanted: Phrase, n: int, words: Words, i: int) -> bool:
    """Whether word `i` is the phrase's word `n`: the same, of the same stem, or mistyped."""
    return (
        words.folded[i] == wanted.words[n]
        or (words.stems[i] == wanted.stems[n] and not wanted.nominal)
        or (wanted.nominal and noun(words.folded[i]) == noun(wanted.words[n]))
        or (wanted.words[n][0] == words.folded[i][0] and alike(wanted.words[n], words.folded[i]))
    )
