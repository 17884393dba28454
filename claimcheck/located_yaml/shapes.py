"""Shapes: what located data must look like, as one table that reads it and gives the JSON Schema.

Those of single texts are in `scalars`, those that hold others here. Each shape reads a part of a file to a value
and the problems found on the way; a shape that holds others gathers theirs, so that all problems of a file come
out at once. Reading never raises. (A structuring library could do the first half; the places, the advice and the
schema would each need a second table beside it.)
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from claimcheck.errors import Problem
from claimcheck.located_yaml.building import MOST_REPORTED, Data, Path
from claimcheck.located_yaml.document import Located
from claimcheck.located_yaml.scalars import EMPTY, Read, named, who
from claimcheck.located_yaml.telling import by_place, did_you_mean, short


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
            message = f"{who(path)} has {len(data) or 'no'} item{'s' * (len(data) != 1)} and needs {wanted}"
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
            return Problem(f"{who(path)} is empty", EMPTY, file.key_place(path))
        begin = f"[{short(data)}]" if isinstance(data, str) else "items, each beginning with `- `"
        message = f"{who(path)} is a {named(data)} where a list should be"
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


class Record:
    """A mapping with known keys.

    Args:
        what: What it is (`claim`).
        fields: Its keys.
    """

    def __init__(self, what: str, fields: tuple[Field, ...]) -> None:
        self.what = what
        self.fields = fields
        self._by_name = {entry.name: entry for entry in fields}

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
        message = f"a {named(data)} where a {self.what} should be"
        glued = isinstance(data, str) and re.match(r"([\w-]+):(\S)", data)
        hint = "; a space belongs after the colon" if glued else ""
        return Problem(message, f"a {self.what} has keys and values, like {example}{hint}", file.place(path))

    def schema(self) -> dict[str, Any]:
        """An object without other keys."""
        properties = {entry.name: {"description": entry.about} | entry.shape.schema() for entry in self.fields}
        required = [entry.name for entry in self.fields if entry.required]
        head = {"type": "object", "additionalProperties": False, "properties": properties}
        return head | ({"required": required} if required else {})
