"""Bytes to text, and offsets to places: what goes wrong before any format comes into it."""

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from claimcheck.errors import InvalidInput, Place, Problem
from claimcheck.located_yaml.telling import did_you_mean

_LONGEST_LINE = 10_000  # characters; a longer line is not carried by a place, or a thousand problems hold it all
_BREAK = re.compile(r"\r\n|\n|\r")  # the line breaks that editors count; YAML itself would count U+2028 too


class Lines:
    """The lines of a text, to turn offsets into places.

    Args:
        path: The file as the user named it.
        text: Its text.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line."""
        return (0, *(m.end() for m in _BREAK.finditer(self.text)))

    def line_span(self, line: int) -> tuple[int, int]:
        """Offsets of the line numbered `line` (from 0), without its line break."""
        start = self.starts[line]
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    def line(self, offset: int) -> str:
        """The line that holds `offset`, without its line break."""
        start, end = self.line_span(self.number(offset))
        return self.text[start:end]

    def number(self, offset: int) -> int:
        """Number of the line that holds `offset`, counted from 0."""
        return bisect_right(self.starts, offset) - 1

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the characters `[start, end)`, underlined up to the end of their first line.

        Args:
            start: Offset of the first character; clamped to the text.
            end: Offset after the last one; None is one character.
        """
        start = max(0, min(start, len(self.text)))
        number = self.number(start)
        line_start, line_end = self.line_span(number)
        stop = min(start + 1 if end is None else end, line_end)
        shown = self.text[line_start:line_end] if line_end - line_start <= _LONGEST_LINE else ""
        return Place(self.path, number + 1, start - line_start + 1, max(1, stop - start), shown)


def read_bytes(path: Path, limit: int, shown: str, too_large: str) -> bytes:
    """The bytes of a file.

    Args:
        path: The file.
        limit: The most bytes that are read.
        shown: The file as the user named it.
        too_large: What to do when it is larger.

    Raises:
        InvalidInput: If it is missing, a folder, unreadable or larger than `limit`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise InvalidInput(Problem(f"there is no file `{shown}`", _nearest_file(path))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InvalidInput(Problem(f"{shown} cannot be read: {reason.lower()}")) from error
    if len(data) > limit:
        raise InvalidInput(Problem(f"{shown} is larger than {limit / 1e6:g} MB", too_large))
    return data


def decode(data: bytes, shown: str) -> str:
    """The text of UTF-8 bytes, a byte-order mark kept as U+FEFF.

    Raises:
        InvalidInput: If they are not UTF-8; it says where the first wrong byte stands and what they may be.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = 1 + len(_BREAK.findall(data[: error.start].decode("utf-8")))
        before = _BREAK.split(data[: error.start].decode("utf-8"))[-1]
        message = f"not UTF-8: byte {error.start} is 0x{data[error.start]:02X}"
        advice = f"save the file as UTF-8{_guess(data, error)}"
        raise InvalidInput(Problem(message, advice, Place(shown, line, len(before) + 1))) from None


def _guess(data: bytes, error: UnicodeDecodeError) -> str:
    """What the bytes look like instead of UTF-8, as the rest of a sentence."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:200].count(0) > len(data[:200]) // 4:
        return "; it looks like UTF-16 (`Unicode` in some editors)"
    if error.reason == "unexpected end of data":
        return "; it stops in the middle of a character, so it may be cut off"
    if 0x80 <= data[error.start] <= 0x9F:
        return "; it looks like Windows-1252 (typographic quotation marks or dashes)"
    return "; it looks like Latin-1 or Windows-1252 (accented letters)"


def _nearest_file(path: Path) -> str:
    """Advice that names the file one may have meant, or says that the folder itself is missing."""
    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {folder} either; paths are counted from the folder you are in"
    return did_you_mean(path.name, [p.name for p in folder.iterdir()])
