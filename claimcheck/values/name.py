"""Names of persons, bodies and places, compared part by part.

Read: capitalised words side by side with what belongs inside a name (`de la`, `of`, an initial); the office before
a person's name (`U.S. Secretary of State`) and a possessive after it are not part of it, an office before `of` is
part of the name of a body (`Ministry of Water`).

Left alone: days and months; offices alone; nations as adjectives (`Mexican`, `U.S.`); the first word of a sentence
by itself, unless its document writes it with a capital inside a sentence too (`Blinken said` after `met Blinken`).

>>> str(KIND.value(" Ana  María Ruiz "))
'Ana María Ruiz'
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from claimcheck.errors import InvalidValue
from claimcheck.grammar.name_words import GROUPS, NATIONALITIES, OPENERS
from claimcheck.grammar.names import (
    NO_SUBJECTS,
    PARTICLES,
    PRONOUNS,
    Token,
    is_body,
    is_office,
    tokens,
    without_offices,
    without_possessive,
)
from claimcheck.grammar.text_kind import NAME
from claimcheck.grammar.word_sets import words
from claimcheck.model.claim import Mention
from claimcheck.model.text import Sentence, Span
from claimcheck.model.value import Value

_LINKS: Final = frozenset({"of", "for", "on"})
_BESIDE_OFFICES: Final = frozenset({"U.S.", "US", "U.K.", "UK", "U.N.", "UN", "EU"})
_LETTERS: Final = re.compile(r"[^\W\d_]{2}|[^\W\d_]\.[^\W\d_]")
_LONGEST: Final = 12  # words; more capitals in a row are a headline, not a name
_MONTHS_THAT_ARE_NAMES: Final = frozenset({"may", "april", "june", "august"})
_NO_NAMES: Final = NO_SUBJECTS | PRONOUNS | GROUPS | words("jan feb mar apr aug sept oct nov dec")


class Name:
    """The kind `name`; see the module."""

    name: Final = NAME

    def mentions(self, sentences: Sequence[Sentence]) -> tuple[tuple[Mention, ...], ...]:
        """The names in each sentence."""
        read = [tuple(_runs(sentence.text)) for sentence in sentences]
        known = {word for runs in read for run in runs for word in run.words if not run.doubtful}
        return tuple(
            tuple(_mention(s, run) for run in runs if not run.doubtful or run.words[0] in known)
            for s, runs in zip(sentences, read, strict=True)
        )

    def value(self, text: str) -> Value:
        """The name that `text` is, as written."""
        written = " ".join(text.split()).strip(",")
        if not any(map(str.isupper, written)) or not _LETTERS.search(written):
            advice = "; names begin with a capital letter; write, for example, 'Ana María Ruiz'"
            raise InvalidValue(f"{text.strip()!r} is not a name{advice}")
        return Value(NAME, written, written=text.strip())


class _Run(NamedTuple):
    """A name in a sentence.

    Attributes:
        start: Where it starts in the sentence.
        end: Where it ends.
        words: Its words.
        doubtful: Whether it is only the first word of the sentence, which has a capital in any case.
    """

    start: int
    end: int
    words: tuple[str, ...]
    doubtful: bool


def _mention(sentence: Sentence, run: _Run) -> Mention:
    surface = sentence.text[run.start : run.end]
    span = Span(run.start, run.end).shifted(sentence.span.start)
    quotation = next((q for q in sentence.quotations if q.span.holds(span)), None)
    return Mention(span, surface, Value(NAME, " ".join(surface.split()), written=surface), quotation=quotation)


def _runs(text: str) -> Iterator[_Run]:
    """The names in a sentence, in order."""
    found = tokens(text, 0, len(text))
    first = next((i for i, token in enumerate(found) if token[0][0].isalnum()), 0)
    i = 0
    while i < len(found):
        last = _end(text, found, i)
        if last > i:
            run = _named(found[i:last], opening=i <= first)
            if run is not None:
                yield run
                last = next(k for k in range(i, last) if found[k][2] >= run.end) + 1
        i = max(last, i + 1)


def _end(text: str, found: list[Token], first: int) -> int:
    """The token after the capitalised run that starts at `first`; `first` itself where none does."""
    last = first
    linked = False
    while last < len(found) and last - first < _LONGEST:
        word, start, end = found[last]
        if last > first and (text[found[last - 1][2] : start].strip() or not text[found[last - 1][2] : start]):
            break
        if _is_capital(word) and not _ends_run(found, first, last):
            last += 1
            if without_possessive(word) != word or (end < len(text) and text[end] == ","):
                break
            continue
        following = found[last + 1][0] if last + 1 < len(found) else ""
        inside = last > first and _is_capital(following) and following.lower() not in _NO_NAMES
        link = word in _LINKS or (word in ("the", "and") and linked)
        particle = word in PARTICLES and (inside or _runs_on(found, last))
        if last == first or not (particle or (link and inside)):
            break
        linked = linked or (word in _LINKS and is_body(found[last - 1][0]))
        last += 1
    return last


def _runs_on(found: list[Token], at: int) -> bool:
    """Whether several particles (`de la`) lead to a capital."""
    while at < len(found) and found[at][0] in PARTICLES:
        at += 1
    return at < len(found) and _is_capital(found[at][0])


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or (
        word[:2] in ("al", "el") and word[2:3] in ("-", "’", "'") and word[3:4].isupper()
    )


def _ends_run(found: list[Token], first: int, at: int) -> bool:
    """Whether a capitalised word is no part of a name: a day, a month, an opening word inside the run."""
    small = without_possessive(found[at][0]).lower()
    if small in _MONTHS_THAT_ARE_NAMES and at > first and not is_office(found[at - 1][0]):
        return False
    return small in _NO_NAMES or found[at][0] in OPENERS


def _named(run: list[Token], *, opening: bool) -> _Run | None:
    """The name in a capitalised run, its offices stripped; None where nothing is left."""
    written = [without_possessive(word) for word, _, _ in run]
    while len(written) > 1 and written[-1][0].islower():
        written.pop()
    of_a_body = any(word in _LINKS and is_body(written[i - 1]) for i, word in enumerate(written) if i)
    kept = written if of_a_body else without_offices(written)
    first = next(i for i in range(len(written)) if written[i : i + len(kept)] == kept)
    after_of = first > 1 and written[first - 1] in _LINKS and len(kept) == 1
    if not kept or after_of or all(map(_no_name, kept)) or kept[0][0].islower():
        return None
    last = first + len(kept) - 1
    start, end = run[first][1], run[last][1] + len(kept[-1])
    return _Run(start, end, tuple(kept), opening and first == 0 and len(kept) == 1)


def _no_name(word: str) -> bool:
    """Whether a word makes no name: an office, a nation as an adjective, a number, an initial."""
    return is_office(word) or word in _BESIDE_OFFICES or word.lower() in NATIONALITIES or not _LETTERS.search(word)


KIND: Final = Name()
