"""The words around a value that say what it is a value of, and how alike two sets of them are."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from attrs import frozen

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
from claimcheck.grammar.tokens import Tokens, tokenize
from claimcheck.model.claim import Mention

Weights = Mapping[str, float]

_REACH = 12  # words to each side that may label a value
_FADING = 6.0  # words after which a label word counts for half
_OVER_A_BREAK = 0.4  # what a label word counts for across a comma, or across another value
_OPENING = 0.1  # what words before the first of several values count for where they introduce them all
_NOUN = 0.6  # what a counted noun weighs, a word right beside the value being 1
_FADED = (0.0, *(1 / (1 + (distance - 1) / _FADING) for distance in range(1, _REACH + 1)))
_CROSSED = tuple(_OVER_A_BREAK ** min(count, 3) for count in range(_REACH + 2))
_BREAKS = frozenset(",;:()–—")
_PLACE = 4  # words that may name a place: `outside of the United States`
_BEFORE_A_PLACE = frozenset({"of", "the"})
_TELLING = 3  # words that a text must have before the lack of shared ones says that it speaks of something else
_SUBJECT = DETERMINERS | PRONOUNS
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
    return _SAME.get(found, found)


_LINES = tuple(map(str.split, _SYNONYMS.strip().splitlines()))
_SAME = {plain_stem(word): plain_stem(line[0]) for line in _LINES for word in line}


def _content(word: str) -> str:
    return stem(word) if word[0].isalpha() and len(word) > 1 and word not in _STOP else ""


content = Memo(_content).__getitem__
"""The stem of a word that says what a value is a value of; empty for any other token."""


@frozen(slots=True)
class Labelled:
    """A text with what labels its values.

    Attributes:
        words: Every content word outside the values, and the counted nouns, as stems.
        labels: For each mention, the stems around it and how much each counts.
    """

    words: frozenset[str]
    labels: tuple[Weights, ...]


def labelled(text: str, mentions: Sequence[Mention], wanted: Container[int] | None = None) -> Labelled:
    """The labels of the values of a text.

    Args:
        text: The text.
        mentions: Its values, with offsets in it.
        wanted: Indices of the values whose labels are asked for, the others being left empty; None for all.
    """
    tokens = tokenize(text)
    places = [_tokens_of(tokens, mention) for mention in mentions]
    stems = _stems(tokens)
    clauses = [i for i, word in enumerate(tokens.words) if word in CONJUNCTIONS and tokens.word(i + 1) in _SUBJECT]
    crossed = _breaks(tokens, places, stems, clauses)
    several = len({m.kind for m in mentions}) < len(mentions)
    opening = 0 if clauses or not several else min((first for first, _ in places), default=0)
    labels = tuple(
        _label(places[i], stems, crossed, m, opening if clauses or _shares_kind(m, mentions) else 0)
        if wanted is None or i in wanted
        else {}
        for i, m in enumerate(mentions)
    )
    words = {stem for stem in stems if stem}
    for mention in mentions:
        words.update(_noun(mention))
    return Labelled(frozenset(words), labels)


def _stems(tokens: Tokens) -> list[str]:
    """The stem of each token; empty for what is no content word, and for the place that a figure is outside of."""
    stems = list(map(content, tokens.words))
    if "outside" in tokens.words:
        at = tokens.words.index("outside") + 1
        end = at
        while end < len(stems) and end - at < _PLACE and (stems[end] or tokens.words[end] in _BEFORE_A_PLACE):
            end += 1
        stems[at:end] = [""] * (end - at)
    return stems


def _shares_kind(mention: Mention, mentions: Sequence[Mention]) -> bool:
    return any(m.kind == mention.kind for m in mentions if m is not mention)


def _noun(mention: Mention) -> list[str]:
    """The stems of a value's counted noun."""
    noun = mention.value.noun
    return [found for word in noun.lower().split() if (found := content(word))] if noun else []


def _breaks(
    tokens: Tokens, places: Sequence[tuple[int, int]], stems: list[str], clauses: Sequence[int]
) -> list[int]:
    """How many breaks stand before each token; what stands under a value is no word of the text any more.

    A conjunction before a new subject (`… and the tunnel cost …`) is a break too; `clauses` are their places.
    """
    breaks = [word in _BREAKS for word in tokens.words]
    for i in clauses:
        breaks[i] = True
    for first, last in places:
        stems[first:last] = [""] * (last - first)
        breaks[first:last] = [True] + [False] * (last - first - 1)
    return list(accumulate(breaks, initial=0))


def _tokens_of(tokens: Tokens, mention: Mention) -> tuple[int, int]:
    first = bisect_right(tokens.starts, mention.span.start) - 1
    return max(first, 0), max(bisect_left(tokens.starts, mention.span.end), first + 1)


def _label(
    place: tuple[int, int], stems: Sequence[str], crossed: Sequence[int], mention: Mention, opening: int
) -> Weights:
    """The stems around a value and their weights; those before token `opening` belong to every value alike."""
    first, last = place
    weights: dict[str, float] = {}
    for i in range(max(0, first - _REACH), first):
        if word := stems[i]:
            weight = _CROSSED[crossed[first] - crossed[i]] * _FADED[first - i]
            if i < opening:
                weight *= _OPENING
            if weight > weights.get(word, 0.0):
                weights[word] = weight
    for i in range(last, min(len(stems), last + _REACH)):
        if word := stems[i]:
            weight = _CROSSED[crossed[i] - crossed[last]] * _FADED[i - last + 1]
            if weight > weights.get(word, 0.0):
                weights[word] = weight
    for word in _noun(mention):
        weights[word] = _NOUN
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
