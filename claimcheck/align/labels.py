"""The words around a value that say what it is a value of, and how alike two sets of them are."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from claimcheck.grammar.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
)
from claimcheck.grammar.tokens import Tokens, tokenize
from claimcheck.model.claim import Mention

Weights = Mapping[str, float]

_REACH = 6  # words to each side that may label a value
_FADING = 4.0  # words after which a label word counts for half
_OVER_A_BREAK = 0.5  # what a label word counts for across a comma, or across another value
_OPENING = 0.2  # what words before the first of several values count for where they introduce them all
_NOUN = 2.0  # a counted noun says more than any word beside the value
_BREAKS = frozenset(",;:()–—")
# What is left of a word after the first of these that fits is its stem.
_SUFFIXES: tuple[str, ...] = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ors", "er", "or"),
    *("ies", "ied", "ed", "es", "ly", "al", "s", "e", "y"),
)
_LEAST_STEM = 3
_TELLING = 3  # words that a text must have before the lack of shared ones says that it speaks of something else
_SUBJECT = DETERMINERS | PRONOUNS
_STOP = (
    PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | AUXILIARIES | MONTHS | {"not", "also", "than", "well"}
)

# Words that news uses for one another beside figures; each line counts as one word. A list of our own.
_SYNONYMS = """
worldwide globally global world internationally
total totals totalled totaled overall altogether combined sum aggregate
deaths death died dead dies fatality fatalities killed
cases case infections infection infected
earned earnings grossed gross revenue takings collected collection made
critics critic reviews review reviewers reviewer reviewed
score scored rating rated rate
inhabitants population residents
overseas abroad outside foreign
domestic domestically
shares stocks
injured wounded hurt
employees staff workers workforce
"""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending, or what stands for its synonyms: `rated` meets `rating`, `killed` `deaths`.

    >>> stem("rated") == stem("rating"), stem("reviewers") == stem("reviews"), stem("cities") == stem("city")
    (True, True, True)
    """
    word = word.removesuffix("'s").removesuffix("’s")
    word = _SAME.get(word, word)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST_STEM:
            return word[: -len(suffix)]
    return word


_SAME = {word: line.split()[0] for line in _SYNONYMS.strip().splitlines() for word in line.split()}


@frozen
class Labelled:
    """A text with what labels its values.

    Attributes:
        words: Every content word outside the values, and the counted nouns, as stems.
        names: Those written with a capital letter inside a sentence.
        labels: For each mention, the stems around it and how much each counts.
    """

    words: frozenset[str]
    names: frozenset[str]
    labels: tuple[Weights, ...]


def labelled(text: str, mentions: Sequence[Mention]) -> Labelled:
    """The labels of the values of a text; the spans of the mentions are offsets in it."""
    tokens = tokenize(text)
    places = [_tokens_of(tokens, mention) for mention in mentions]
    inside = {i for first, last in places for i in range(first, last)}
    content = {i: stem(w) for i, w in enumerate(tokens.words) if i not in inside and _is_content(w)}
    outside = [i for i in range(len(tokens)) if i not in inside]
    clauses = [i for i in outside if _begins_clause(tokens, i)]
    breaks = sorted(
        {i for i in outside if tokens.words[i] in _BREAKS} | {first for first, _ in places} | set(clauses)
    )
    kinds = Counter(m.kind for m in mentions)
    opening = 0 if clauses else min((first for first, _ in places), default=0)
    labels = tuple(
        _label(place, content, breaks, m, opening if kinds[m.kind] > 1 else 0)
        for place, m in zip(places, mentions, strict=True)
    )
    names = frozenset(s for i, s in content.items() if i and text[tokens.starts[i]].isupper())
    nouns = {stem(word) for m in mentions for word in m.value.noun.lower().split() if _is_content(word)}
    return Labelled(frozenset(content.values()) | nouns, names, labels)


def _begins_clause(tokens: Tokens, i: int) -> bool:
    """Whether a token is a conjunction before a new subject (`… and the tunnel cost …`)."""
    return tokens.words[i] in CONJUNCTIONS and tokens.word(i + 1) in _SUBJECT


def _is_content(word: str) -> bool:
    return word[0].isalpha() and len(word) > 1 and word not in _STOP


def _tokens_of(tokens: Tokens, mention: Mention) -> tuple[int, int]:
    first = bisect_right(tokens.starts, mention.span.start) - 1
    return max(first, 0), max(bisect_left(tokens.starts, mention.span.end), first + 1)


def _label(
    place: tuple[int, int], content: Mapping[int, str], breaks: Sequence[int], mention: Mention, opening: int
) -> Weights:
    """The stems around a value and their weights; those before token `opening` belong to every value alike."""
    first, last = place
    weights: dict[str, float] = {}
    for i in (*range(first - _REACH, first), *range(last, last + _REACH)):
        word = content.get(i)
        if word is None:
            continue
        distance = first - i if i < first else i - last + 1
        low, high = (i, first) if i < first else (last, i)
        crossed = bisect_left(breaks, high) - bisect_left(breaks, low)
        weight = _OVER_A_BREAK ** min(crossed, 3) / (1 + (distance - 1) / _FADING)
        if i < opening:
            weight *= _OPENING
        weights[word] = max(weight, weights.get(word, 0.0))
    for word in mention.value.noun.lower().split():
        if _is_content(word):
            weights[stem(word)] = _NOUN
    return weights


def alike(one: Weights, other: Weights) -> float:
    """How much of the poorer label the richer one shares, 0 to 1."""
    poorer = min(sum(one.values()), sum(other.values()))
    if not poorer:
        return 0.0
    return min(1.0, sum(min(weight, other[word]) for word, weight in one.items() if word in other) / poorer)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that the larger one holds; 1 where the smaller is too small to tell."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= _TELLING else 1.0
