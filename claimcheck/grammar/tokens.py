"""A text cut into tokens, once, for all grammars."""

import re
from collections.abc import Iterable
from itertools import accumulate, chain
from operator import add, sub
from typing import Final

from claimcheck.grammar.memo import Memo
from claimcheck.model.text import Span

# Digits keep their inner separators ("9,052", "3.3", "1.300.000"); words keep inner apostrophes ("isn't"), but a
# possessive 's is a token of its own; dotted abbreviations of single letters ("U.S.", "p.m.") stay whole;
# everything else is a token of one character. Naming the letters is twice as fast as the class of all letters,
# so texts in Latin letters, nearly all there are, are cut by a pattern of their own.
_SHAPE: Final = (
    r"{0}\.(?:{0}\.)+|{0}+(?:['’](?!s(?!{0}|\d)){0}+)*|\d+(?:[.,]\d+)*|['’]s(?!{0}|\d)|[^\s\u200b\ufeff]"
)
_LATIN: Final = re.compile(_SHAPE.format("[a-zªµº²³¹¼½¾ß-öø-ɏ]"))
_ANY: Final = re.compile(_SHAPE.format(r"[^\W\d_]"))
_BEYOND_LATIN: Final = re.compile(r"[^\x00-Æ×ß-ö÷-ɏ\u2000-\u206f\u20a0-\u20cf]")
_PAD: Final = ("",) * 12


class Tokens:
    """The tokens of a text, as parallel tuples (plain tuples, because every grammar walks them).

    Attributes:
        text: The text.
        words: The tokens in lower case.
        starts: Offset of each token in `text`.
        ends: Offset after each token.
        near: The tokens with empty ones after them, so that `near[i]` needs no test of its bounds: it is the
            empty string where there is no token, for any `i` from 12 before the first to 12 after the last.
        present: The tokens as a set, to see at once what a text does not hold.

    >>> tokenize("U.S. $3.3bn, the 13-year-old pact").words
    ('u.s.', '$', '3.3', 'bn', ',', 'the', '13', '-', 'year', '-', 'old', 'pact')
    """

    __slots__ = ("__weakref__", "ends", "near", "present", "starts", "text", "words")

    def __init__(self, text: str, lower: str, chunks: list[str]) -> None:
        """Cut a text.

        Args:
            text: The text.
            lower: The text in lower case, character for character.
            chunks: What stands between the white space of `lower`.
        """
        words: list[str] = []
        advances: list[int] = []
        for more, further in map(_cut_chunk, chunks):
            words += more
            advances += further
        self.text = text
        self.words = tuple(words)
        self.near = self.words + _PAD
        self.present = frozenset(words)
        self._place(lower, advances)

    def _place(self, lower: str, advances: list[int]) -> None:
        """Tell where the tokens stand, each ending `advances` characters behind the one before."""
        words = self.words
        ends = tuple(accumulate(advances, initial=-1))[1:]
        if ends and ends[-1] == len(lower):  # one space between any two chunks, none at the ends, nothing left out
            self.starts, self.ends = tuple(map(sub, ends, map(len, words))), ends
            return
        starts = []
        end = 0
        for word in words:
            start = lower.find(word, end)  # at once: only what prints nothing stands between
            end = start + len(word)
            starts.append(start)
        self.starts, self.ends = tuple(starts), tuple(map(add, starts, map(len, words)))

    def __repr__(self) -> str:
        return f"Tokens({self.text!r})"

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Where the tokens `[first, last)` stand in the text; `first < last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def surface(self, first: int, last: int) -> str:
        """The characters under the tokens `[first, last)`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def glued(self, i: int) -> bool:
        """Whether token `i` follows token `i - 1` without white space between them."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def word(self, i: int) -> str:
        """Token `i` in lower case, or the empty string where there is none (`i` may lie outside)."""
        return self.words[i] if 0 <= i < len(self.words) else ""


def lowered(text: str) -> str:
    """`text` in lower case, character for character."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)  # a few capitals grow: "İ"


def _cut(chunk: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The tokens of a stretch without white space; how far each ends behind the last, the first after a space."""
    found = tuple((_ANY if _BEYOND_LATIN.search(chunk) else _LATIN).findall(chunk))
    lengths = list(map(len, found))
    if lengths:
        lengths[0] += 1
    return found, tuple(lengths)


_cut_chunk: Final = Memo(_cut).__getitem__


def pieces(chunk: str) -> tuple[str, ...]:
    """The tokens of a stretch in lower case and without white space."""
    return _cut_chunk(chunk)[0]


def cut(lower: str) -> Iterable[str]:
    """The tokens of a text in lower case, without their places."""
    chunks = lower.split()
    if lower.isascii() and all(map(str.isalpha, chunks)):  # as most spellings in the tables are
        return chunks
    return chain.from_iterable(map(pieces, chunks))


def _tokens(text: str) -> Tokens:
    lower = lowered(text)
    return Tokens(text, lower, lower.split())


# One stage after another reads a sentence, so the latest ones are kept; not long ones, which cost much memory.
_TOKENS: Final = Memo(_tokens, most=128, longest=1_000)
tokenize: Final = _TOKENS.__getitem__
"""The tokens of a text; white space is dropped, nothing else is."""


def tokens_of(text: str, lower: str, chunks: list[str]) -> Tokens:
    """What `tokenize` says of `text`, where it stands ready in lower case and in chunks (see `Tokens`)."""
    found = _TOKENS.get(text)
    return _TOKENS.keep(text, Tokens(text, lower, chunks)) if found is None else found
