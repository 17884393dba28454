"""Shapes of single texts: free ones, words of a list, days."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from claimcheck.errors import Problem
from claimcheck.located_yaml.building import Data, Path
from claimcheck.located_yaml.document import Located
from claimcheck.located_yaml.telling import did_you_mean, short

Read = tuple[Any, tuple[Problem, ...]]
"""A value (None where it could not be read) and what is wrong with it."""

# YAML tools read an unquoted 2007 as a number and `no` as a boolean, claimcheck as the text that was written.
_ANY_SCALAR = ["string", "number", "boolean"]
_NULLS = {"null", "Null", "NULL", "~"}
_TYPOGRAPHIC = re.compile(r"[“„«].*[”“»]|‘.*’", re.DOTALL)


class Text(NamedTuple):
    """A text, not empty.

    Attributes:
        pattern: What the whole text must match; empty for anything.
        wording: The pattern in words, with an example (`letters, digits, …, like merida-age`).
        repair: A better text to offer where the pattern does not match; may give an empty one.
        convert: What the text becomes.
        words: Whether it is a free text, which a `#` may have cut.
        numeric: Whether YAML tools may take it for a number or boolean, which the schema must then allow.
        quoted: Whether typographic quotation marks around the whole may belong to it.
    """

    pattern: str = ""
    wording: str = ""
    repair: Callable[[str], str] | None = None
    convert: Callable[[str], Any] = str
    words: bool = True
    numeric: bool = True
    quoted: bool = False

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """The text, converted."""
        if not isinstance(data, str):
            message = f"{who(path)} is a {named(data)} where a text should be"
            return None, (Problem(message, _text_advice(data), file.place(path)),)
        if not data.strip() or (file.is_plain(path) and data in _NULLS):
            return None, (_empty(file, path, data),)
        problems = tuple(self._complaints(file, path, data))
        return (None if problems else self.convert(data.strip())), problems

    def _complaints(self, file: Located, path: Path, data: str) -> Iterable[Problem]:
        cut = file.cut(path) if self.words else ""
        if cut:
            message = f"`{short(cut)}` is cut off: a `#` after a space begins a comment"
            advice = 'write quotation marks around the whole text, or a space after the `#` of a comment: "# …"'
            yield Problem(message, advice, file.place(path))
        if not self.quoted and file.is_plain(path) and _TYPOGRAPHIC.fullmatch(data):
            advice = f'YAML knows only straight ones: "{short(data[1:-1])}"'
            yield Problem("typographic quotation marks are taken as part of the text", advice, file.place(path))
        elif self.pattern and not re.fullmatch(self.pattern, data.strip()):
            better = self.repair(data.strip()) if self.repair else ""
            message = f"`{short(data)}` is not {self.wording}"
            yield Problem(message, f"write `{better}`" if better else "", file.place(path))

    def schema(self) -> dict[str, Any]:
        """A scalar; the pattern holds only for what YAML tools take for a text."""
        pattern = rf"^\s*(?:{self.pattern})\s*$" if self.pattern else r"\S"
        return {"type": _ANY_SCALAR if self.numeric else "string", "pattern": pattern}


def _empty(file: Located, path: Path, data: str) -> Problem:
    """The problem of a key without a value, or with one that only looks like nothing."""
    cut = file.cut(path)
    advice = f"quote the text: a `#` begins a comment, and {short(cut)} was cut off" if cut else EMPTY
    place = file.place(path) if data or not file.is_plain(path) else file.key_place(path)
    return Problem(f"{who(path)} is empty", advice, place)


EMPTY = "write a value, or leave the key out"
"""What to do about a key without a value."""


def who(path: Path) -> str:
    """The value at a path, for a message: its key, or whose item it is."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if not key:
        return "an item" if path else "the file"
    return f"`{key}`" if path[-1] == key else f"an item of `{key}`"


def named(data: Data) -> str:
    """What data is, for a message."""
    return "list" if isinstance(data, list) else "mapping (`key: value`)" if isinstance(data, dict) else "text"


def _text_advice(data: Data) -> str:
    if isinstance(data, dict) and len(data) == 1 and next(iter(data.values())) == "":
        return 'quote a text that begins with `{`: "{' + next(iter(data)) + '} …"'
    return "write one text" if isinstance(data, list) else "write one text; quote it if it holds `: `"


class Choice(NamedTuple):
    """One word of a list.

    Attributes:
        options: The words.
        what: What they are, in the plural (`kinds`).
        convert: What the word becomes.
    """

    options: tuple[str, ...]
    what: str
    convert: Callable[[str], Any] = str

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """The word, converted."""
        text, problems = Text(words=False).read(file, path, data)
        if problems or text in self.options:
            return (None if problems else self.convert(text)), problems
        known = f"the {self.what} are {', '.join(self.options)}"
        near = did_you_mean(text, self.options)
        advice = f"{near} ({known})" if near else known
        message = f"`{short(text)}` is not one of the {self.what}"
        return None, (Problem(message, advice, file.place(path)),)

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        return {"enum": list(self.options)}


class Day:
    """A calendar day, `2021-10-08`."""

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """The day as a date."""
        text, problems = Text(words=False).read(file, path, data)
        if problems:
            return None, problems
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            try:
                return date.fromisoformat(text), ()
            except ValueError as error:
                message = f"`{text}` is no day of the calendar ({error})"
                return None, (Problem(message, "", file.place(path)),)
        advice = "write year-month-day, like 2021-10-08"
        return None, (Problem(f"`{short(text)}` is not a date", advice, file.place(path)),)

    def schema(self) -> dict[str, Any]:
        """A text of that form; that the day exists is left to the loader and to format checkers."""
        return {"type": "string", "format": "date", "pattern": r"^\s*\d{4}-\d{2}-\d{2}\s*$"}
