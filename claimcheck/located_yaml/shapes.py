"""Shapes: what located data must look like, as one table that reads it and gives the JSON Schema.

Each shape reads a part of a file to a value and the problems found on the way; a shape that holds others gathers
theirs, so that all problems of a file come out at once. Reading never raises. (A structuring library could do
the first half; the places, the advice and the schema would each need a second table beside it.)
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from attrs import field, frozen

from claimcheck.errors import Problem
from claimcheck.located_yaml.building import MOST_REPORTED, Data, Path
from claimcheck.located_yaml.document import Located
from claimcheck.located_yaml.telling import by_place, did_you_mean, short

Read = tuple[Any, tuple[Problem, ...]]  # a value (None where it could not be read) and what is wrong with it


class Shape(Protocol):
    """What a part of a file must look like."""

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """The value of the part at `path`, whose data is `data`, and its problems."""
        ...

    def schema(self) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of it."""
        ...


def structure(file: Located, shape: Shape) -> Read:
    """Read a whole file by its shape; keys given twice count among its problems."""
    value, problems = shape.read(file, (), file.data)
    return value, by_place((*file.problems, *problems))


def json_schema(shape: Shape, title: str, identifier: str) -> dict[str, Any]:
    """The JSON Schema of a whole file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": identifier, "title": title}
    return head | shape.schema()


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
            message = f"{_who(path)} is a {_named(data)} where a text should be"
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
    advice = f"quote the text: a `#` begins a comment, and {short(cut)} was cut off" if cut else _EMPTY
    place = file.place(path) if data or not file.is_plain(path) else file.key_place(path)
    return Problem(f"{_who(path)} is empty", advice, place)


_EMPTY = "write a value, or leave the key out"


def _who(path: Path) -> str:
    """The value at a path, for a message: its key, or whose item it is."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if not key:
        return "an item" if path else "the file"
    return f"`{key}`" if path[-1] == key else f"an item of `{key}`"


def _named(data: Data) -> str:
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


class Items(NamedTuple):
    """A list of one shape.

    Attributes:
        item: The shape of each.
        least: How many it has at least.
    """

    item: Shape
    least: int = 0

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """The values as a tuple; None stands where one could not be read."""
        if not isinstance(data, list):
            return None, (self._not_a_list(file, path, data),)
        if len(data) < self.least:
            wanted = "at least one item" if self.least == 1 else f"at least {self.least} items"
            message = f"{_who(path)} has {len(data) or 'no'} item{'s' * (len(data) != 1)} and needs {wanted}"
            return None, (Problem(message, "", file.place(path)),)
        values: list[Any] = []
        problems: list[Problem] = []
        for i, entry in enumerate(data):
            if len(problems) >= MOST_REPORTED:
                advice = "mend the problems above first"
                problems.append(Problem("the rest of this list is not checked", advice, file.place((*path, i))))
                break
            value, found = self.item.read(file, (*path, i), entry)
            values.append(value)
            problems += found
        return tuple(values), tuple(problems)

    def _not_a_list(self, file: Located, path: Path, data: Data) -> Problem:
        if isinstance(data, str) and not data.strip():
            return Problem(f"{_who(path)} is empty", _EMPTY, file.key_place(path))
        begin = f"[{short(data)}]" if isinstance(data, str) else "items, each beginning with `- `"
        message = f"{_who(path)} is a {_named(data)} where a list should be"
        return Problem(message, f"write {begin}", file.place(path))

    def schema(self) -> dict[str, Any]:
        """An array."""
        least = {"minItems": self.least} if self.least else {}
        return {"type": "array", "items": self.item.schema()} | least


class Field(NamedTuple):
    """One key of a record.

    Attributes:
        name: The key.
        shape: The shape of its value.
        about: What it is for, one sentence; shown by editors that know the schema.
        required: Whether it must be there.
        example: What may stand there, as it would in the file.
    """

    name: str
    shape: Shape
    about: str
    required: bool = False
    example: str = ""


@frozen
class Record:
    """A mapping with known keys.

    Attributes:
        what: What it is (`claim`).
        fields: Its keys.
    """

    what: str
    fields: tuple[Field, ...]
    _by_name: Mapping[str, Field] = field(init=False, repr=False)

    @_by_name.default
    def _index(self) -> Mapping[str, Field]:
        return {entry.name: entry for entry in self.fields}

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """A dictionary of the values that could be read; None where it is not a mapping at all."""
        if not isinstance(data, dict):
            return None, (self._not_a_mapping(file, path, data),)
        values: dict[str, Any] = {}
        problems: list[Problem] = [*self._unknown(file, path, data), *self._missing(file, path, data)]
        for entry in self.fields:
            if entry.name in data:
                value, found = entry.shape.read(file, (*path, entry.name), data[entry.name])
                problems += found
                if value is not None:
                    values[entry.name] = value
        return values, tuple(problems)

    def _unknown(self, file: Located, path: Path, data: Mapping[str, Data]) -> Iterable[Problem]:
        unknown = [key for key in data if key not in self._by_name]
        free = [name for name in self._by_name if name not in data]
        for key in unknown[:10]:
            advice = did_you_mean(key, free) or f"the keys of a {self.what} are {', '.join(self._by_name)}"
            message = f"a {self.what} has no key `{short(key)}`" if key else "a key is missing before this colon"
            yield Problem(message, advice, file.key_place((*path, key)))
        if len(unknown) > 10:
            place = file.key_place((*path, unknown[10]))
            yield Problem(f"and {len(unknown) - 10} more keys that a {self.what} has not", place=place)

    def _missing(self, file: Located, path: Path, data: Mapping[str, Data]) -> Iterable[Problem]:
        for entry in self.fields:
            if entry.required and entry.name not in data:
                advice = f"add it, for example `{entry.name}: {entry.example or '…'}`"
                yield Problem(f"the {self.what} has no `{entry.name}`", advice, file.place(path))

    def _not_a_mapping(self, file: Located, path: Path, data: Data) -> Problem:
        if isinstance(data, str) and not data.strip():
            place = file.key_place(path)
            return Problem(f"the {self.what} is empty", f"its keys are {', '.join(self._by_name)}", place)
        example = next((f"`{f.name}: {f.example or '…'}`" for f in self.fields), "")
        message = f"a {_named(data)} where a {self.what} should be"
        glued = isinstance(data, str) and re.match(r"([\w-]+):(\S)", data)
        hint = "; a space belongs after the colon" if glued else ""
        return Problem(message, f"a {self.what} has keys and values, like {example}{hint}", file.place(path))

    def schema(self) -> dict[str, Any]:
        """An object without other keys."""
        properties = {entry.name: {"description": entry.about} | entry.shape.schema() for entry in self.fields}
        required = [entry.name for entry in self.fields if entry.required]
        head = {"type": "object", "additionalProperties": False, "properties": properties}
        return head | ({"required": required} if required else {})
