"""A text cut into tokens, once, for all grammars."""

import re

from attrs import frozen

from claimcheck.model.text import Span

# Digits keep their inner separators ("9,052", "3.3", "1.300.000"); words keep inner apostrophes; dotted
# abbreviations of single letters ("U.S.", "p.m.") stay whole; everything else is a token of one character.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\s\u200b\ufeff]")


@frozen(slots=True)
class Tokens:
    """The tokens of a text, as parallel tuples (plain tuples, because every grammar walks them).

    Attributes:
        text: The text.
        words: The tokens in lower case.
        starts: Offset of each token in `text`.
        ends: Offset after each token.

    >>> tokenize("U.S. $3.3bn, the 13-year-old pact").words
    ('u.s.', '$', '3.3', 'bn', ',', 'the', '13', '-', 'year', '-', 'old', 'pact')
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

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


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens; white space is dropped, nothing else is."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals grow in lower case: "İ"
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    spans = [found.span() for found in _TOKEN.finditer(lower)]
    if not spans:
        return Tokens(text, (), (), ())
    starts, ends = zip(*spans, strict=True)
    return Tokens(text, tuple([lower[start:end] for start, end in spans]), starts, ends)
