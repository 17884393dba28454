"""A line of styled words, measured in the cells of a terminal, and the breaking of lines that are too long.

Rich has a class for this, but it takes as long to import as attrs, and colours are all that is needed of it; so it
is left to `Pen.paint`, which is given colours to write or not.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

Run = tuple[str, str]
"""A string and the name of its style (a rich style; empty for none)."""

_WORD = re.compile(r"\s*\S+\s*")
# Latin letters, typography and the signs of our reports take one cell each; what else there is must be looked up.
_NARROW = re.compile(r"[ -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u21ff≈✓✗●│]*")


@frozen
class Line:
    """Styled words, side by side.

    Attributes:
        runs: The words, each with its style.
    """

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The words without their styles."""
        return "".join(words for words, _ in self.runs)

    def __add__(self, other: "Line") -> "Line":
        return Line(self.runs + other.runs)

    def cut(self, start: int, end: int) -> "Line":
        """The characters `[start, end)`."""
        runs, at = list[Run](), 0
        for words, style in self.runs:
            inside = words[max(0, start - at) : max(0, end - at)]
            if inside:
                runs.append((inside, style))
            at += len(words)
        return Line(tuple(runs))

    def styled(self, style: str, start: int, end: int) -> "Line":
        """The same line, its characters `[start, end)` in a style of their own."""
        before, inside, after = self.cut(0, start), self.cut(start, end), self.cut(end, len(self.plain))
        return before + Line(((inside.plain, style),)) + after

    def stripped(self) -> "Line":
        """The line without blanks at its end."""
        return self.cut(0, len(self.plain.rstrip()))

    def wrapped(self, width: int) -> tuple["Line", ...]:
        """The line in pieces of at most `width` cells, one at least, without the blanks at their ends."""
        plain = self.plain
        offsets = (0, *breaks(plain, width), len(plain))
        return tuple(self.cut(a, b).stripped() for a, b in pairwise(offsets))


def breaks(text: str, width: int) -> Iterator[int]:
    """Where to break a text so that its pieces take at most `width` cells, blanks at their ends not counted.

    Breaks are between words; only a word that no line has room for is broken inside.
    """
    used = 0
    measure = len if _NARROW.fullmatch(text) else cells
    for found in _WORD.finditer(text):
        word, at = found[0], found.start()
        if used and used + measure(word.rstrip()) > width:
            yield at
            used = 0
        while measure(word.rstrip()) > width:
            fitting = max(1, fitting_in(word, width))
            word, at = word[fitting:], at + fitting
            yield at
        used += measure(word)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: wide characters take two, combining ones none."""
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # a table of all characters

    return cell_len(text)


def fitting_in(text: str, width: int) -> int:
    """How many leading characters of a text fit into a width in cells."""
    if _NARROW.fullmatch(text):
        return max(0, min(len(text), width))
    used = 0
    for n, char in enumerate(text):
        used += cells(char)
        if used > width:
            return n
    return len(text)
