"""Words for a terminal: made inert, measured in cells, cropped around a value, coloured.

Articles are other people's text. Nothing in them may move the cursor, colour the screen, turn the writing
direction round or be taken for markup, so every string passes through `Pen.safe` before it is shown.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import NamedTuple

from claimcheck.line import Line, Run, cells, fitting_in
from claimcheck.model.text import Span

__all__ = ["STYLES", "Line", "Pen", "Run", "cells", "inert", "pad"]

_WIDTH_LIMIT = 10_000
_PROSE_LIMIT = 100  # longer lines of prose are tiring to read, however wide the terminal
_MARKED = "bold underline"

STYLES = {"bad": "bold red", "doubt": "bold yellow", "good": "bold green", "plain": "bold"}
"""The style of each tone of a verdict; words and symbols say the same without it."""

_BLANK = re.compile(r"\r\n|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_RUN = re.compile(r" {2,}")
# Characters without a width that only guide line breaking: they carry nothing that could be shown.
_DROPPED = dict.fromkeys(map(ord, "\ufeff\u200b\u2060\u00ad"))
# Lines that a build runner obeys when it meets them in a log, blanks before them or not: `::error::`, `##[error]`.
_COMMAND = re.compile(r"\s*(?:::|##)")
_GUARD = "│ "
_JOINERS = "\u200c\u200d"  # Persian, Hindi and emoji are spelled with these
_PLAIN = str.maketrans(
    {
        "✓": "+", "≈": "~", "✗": "x", "·": "-", "…": "...", "—": "--", "–": "-", "−": "-", "‐": "-", "‑": "-",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " ",
        "\u202f": " ", "\u2009": " ", "€": "EUR ", "£": "GBP ", "¥": "JPY ", "₹": "INR ", "×": "x", "½": " 1/2",
        "¼": " 1/4", "¾": " 3/4", "∞": "inf", "≥": ">=", "≤": "<=", "±": "+/-", "°": " deg", "→": "->", "●": "*",
        "│": "|",
        "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ð": "d", "þ": "th",
    }
)  # fmt: skip


def inert(text: str, *, ascii: bool = False) -> str:
    """The text as one line that a terminal shows and does not obey.

    Line breaks and tabs become spaces. Control characters become pictures (`␛`), and
    other characters that steer instead of showing (changes of writing direction, surrogates, unassigned ones)
    their number in angle brackets (`<U+202E>`). Everything else stays as it is, brackets included.

    Args:
        text: Any text.
        ascii: Whether to write it in ASCII: typographic characters by their plain counterparts, accented
            letters without the accent, anything else as `?`.

    >>> inert("a \\x1b[31mred\\r\\nline")
    'a ␛[31mred line'
    >>> inert("Mérida “pact” — €3", ascii=True)
    'Merida "pact" -- EUR 3'
    """
    shown = _BLANK.sub(" ", text).translate(_DROPPED)
    if not shown.isprintable():
        shown = "".join(map(_visible, shown))
    return _as_ascii(shown) if ascii and not shown.isascii() else shown


def _visible(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn") and char not in _JOINERS:
        return f"<U+{code:04X}>"
    return char


def _as_ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c if c.isascii() else "" if unicodedata.combining(c) else _unknown(c) for c in folded)


def _unknown(char: str) -> str:
    code = ord(char) - 0x2400
    return f"^{chr(code + 64)}" if 0 <= code < 32 else "?"


class Pen(NamedTuple):
    """How to write: how wide, in colour or not, in ASCII or not.

    Attributes:
        width: Cells of a line.
        color: Whether to write ANSI styles.
        ascii: Whether to write ASCII only.
    """

    width: int = 100
    color: bool = False
    ascii: bool = False

    def safe(self, text: str) -> str:
        """The text made inert, in this pen's characters."""
        return inert(text, ascii=self.ascii)

    def line(self, *runs: Run) -> Line:
        """One line of styled runs, as long as they are."""
        return Line(tuple((self.safe(words), style) for words, style in runs))

    def wrapped(self, runs: Sequence[Run], *, first: str = "", rest: str = "") -> list[Line]:
        """Runs of prose, wrapped to the width.

        Args:
            runs: The prose.
            first: What the first line begins with (counted in the width).
            rest: What every further line begins with.
        """
        indent = max(cells(first), cells(rest))
        room = max(12, min(self.width, _PROSE_LIMIT) - indent)
        lines = enumerate(self.line(*runs).wrapped(room))
        return [self._begun(rest if n else first, line.plain) + line for n, line in lines]

    def _begun(self, indent: str, words: str) -> Line:
        """The beginning of a line, with a stroke before words that would make it a command to a build runner."""
        guarded = not indent.strip() and _COMMAND.match(words)
        return Line(((indent + self.safe(_GUARD) if guarded else indent, ""),))

    def excerpt(self, text: str, span: Span, *, indent: str = "", style: str = "") -> list[Line]:
        """One line of a text, cropped around the words under a span, which are underlined.

        Without colour the underline is a second line of tildes, so that the article's words stay as they are.
        An empty span underlines nothing; runs of blanks are shown as one.
        """
        pieces = text[: span.start], span.of(text), text[span.end :]
        room = max(12, self.width - cells(indent))
        before, inside, after = (_RUN.sub(" ", self.safe(piece)) for piece in pieces)
        if self._begun(indent, before + inside).plain != indent:
            room -= len(_GUARD)
        before, inside, after = _crop(before, inside, after, room, self._gap)
        begun = self._begun(indent, before + inside)
        lines = [begun + Line(((before, style), (inside, f"{style} {_MARKED}".strip()), (after, style)))]
        if cells(inside) and not self.color:
            lines.append(_under(cells(begun.plain + before), "~" * cells(inside)))
        return lines

    def marked(self, text: str, spans: Iterable[Span], *, first: str = "", rest: str = "") -> list[Line]:
        """A whole text, wrapped to the width, the words under some spans underlined as in `excerpt`.

        Args:
            text: The text.
            spans: Spans of it, ordered, not overlapping.
            first: What the first line begins with.
            rest: What every further line begins with.
        """
        runs, end = list[Run](), 0
        for span in spans:
            runs += [(text[end : span.start], ""), (span.of(text), _MARKED)]
            end = span.end
        whole = self.line(*runs, (text[end:], ""))
        indent = max(cells(first), cells(rest))
        room = max(12, self.width - indent)
        lines: list[Line] = []
        for n, line in enumerate(whole.wrapped(room)):
            begun = self._begun(rest if n else first, line.plain)
            lines.append(begun + line)
            if not self.color and any(style for _, style in line.runs):
                lines.append(_under(cells(begun.plain), _tildes(line)))
        return lines

    @property
    def _gap(self) -> str:
        return self.safe("…")

    def fit(self, text: str, width: int) -> str:
        """The text made inert, cut to a width in cells."""
        return _head(self.safe(text), width, self._gap)

    def paint(self, lines: Iterable[Line]) -> str:
        """The lines as one string that ends with a line break (empty for no lines)."""
        if not self.color:
            return "".join(line.plain.rstrip() + "\n" for line in lines)
        return _painted(line.stripped() for line in lines)


def _under(ahead: int, tildes: str) -> Line:
    return Line(((" " * ahead + tildes, ""),))


def _tildes(line: Line) -> str:
    """Tildes under the styled words of a line, spaces under the others."""
    under = "".join(
        "~" * cells(words.rstrip()) + " " * cells(words[len(words.rstrip()) :]) if style else " " * cells(words)
        for words, style in line.runs
    )
    return under.rstrip()


def pad(text: str, width: int) -> str:
    """The text, filled with spaces to a width in cells."""
    return text + " " * max(0, width - cells(text))


def _painted(lines: Iterable[Line]) -> str:
    """The lines with ANSI styles, by a console that writes to memory and knows nothing of its surroundings."""
    # Only colours need it, and what is piped or written to a file has none.
    from rich.console import Console
    from rich.text import Text

    file = StringIO()
    console = Console(
        file=file,
        width=_WIDTH_LIMIT,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for line in lines:
        text = Text()
        for words, style in line.runs:
            text.append(words, style or None)
        console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)
    return file.getvalue()


def _crop(before: str, inside: str, after: str, width: int, gap: str) -> tuple[str, str, str]:
    """The three pieces, shortened at the outer ends until they fit; `inside` goes last."""
    before, after = before.lstrip(), after.rstrip()
    used = cells(inside)
    if used > width:
        return "", _head(inside, width, gap), ""
    room = width - used
    left, right = cells(before), cells(after)
    if left + right > room:
        # What comes before a value mostly says what it is of, so it gets the larger part of the room.
        share = max(room - right, min(left, room * 3 // 5))
        before = _tail(before, share, gap)
        after = _head(after, room - cells(before), gap)
    return before, inside, after


_WORD = 14  # a cut is moved by at most this many characters to fall between two words


def _head(text: str, width: int, gap: str) -> str:
    """The beginning of a text, at most `width` cells, with a mark where it was cut."""
    if cells(text) <= width:
        return text
    room = width - cells(gap)
    if room <= 0:
        return gap if room == 0 else ""
    cut = text[: fitting_in(text, room)]
    space = cut.rfind(" ")
    if not text[len(cut) : len(cut) + 1].isspace() and space > 0 and len(cut) - space <= min(_WORD, room // 2):
        cut = cut[:space]
    return cut.rstrip() + gap


def _tail(text: str, width: int, gap: str) -> str:
    """The end of a text, at most `width` cells, with a mark where it was cut."""
    if cells(text) <= width:
        return text
    room = width - cells(gap)
    if room <= 0:
        return gap if room == 0 else ""
    cut = text[len(text) - fitting_in(text[::-1], room) :]
    cut = cut[_leading_marks(cut) :]
    space = cut.find(" ")
    if not text[: len(text) - len(cut)].endswith(" ") and 0 <= space < min(_WORD, room // 2):
        cut = cut[space:]
    return gap + cut.lstrip() if cut.strip() else gap


def _leading_marks(text: str) -> int:
    """How many combining characters a text begins with."""
    return next((n for n, char in enumerate(text) if cells(char)), len(text))
