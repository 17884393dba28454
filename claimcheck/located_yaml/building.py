"""From the YAML parser's events to plain data and marks.

The data is built straight from the events, with a stack of its own. So nothing recurses (composing nodes with the
C loader kills the interpreter at 100,000 nested brackets), nothing is expanded (aliases make a bomb) and no
resolver guesses at types. What claim files have no use for (anchors, aliases, tags, a second document) is refused.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, NoReturn

import yaml

from claimcheck.errors import InvalidInput, Problem
from claimcheck.located_yaml.telling import short
from claimcheck.located_yaml.textfile import Lines

Data = str | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]

DEPTH_LIMIT = 40  # claim files need 6
NODE_LIMIT = 50_000  # keys and values, about 4,000 claims: what is read and checked within a second
MOST_REPORTED = 100  # problems of one sort; a file with more has one cause for many of them


class Mark(NamedTuple):
    """Where a value stands (a plain tuple, because a file has as many as it has values).

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        key: Start and end of its key; None for the items of a list and the whole document.
        plain: Whether it is a text without quotation marks.
    """

    start: int
    end: int
    key: tuple[int, int] | None = None
    plain: bool = False


def _span(event: yaml.Event) -> tuple[int, int]:
    """Offsets of an event; the parser gives every event both of its marks."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0, end.index if end else 0)


class _Level:
    """A list or mapping that is being filled."""

    def __init__(self, data: list[Data] | dict[str, Data], path: Path) -> None:
        self.data = data
        self.path = path
        self.key: tuple[str, int, int] | None = None  # of a mapping: the key that waits for its value
        self.seen: dict[str, int] = {}


class Builder:
    """Builds data and marks from events; lives inside one call of `load`."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.root: Data | None = None
        self.marks: dict[Path, Mark] = {}
        self.refused: list[Problem] = []
        self.repeated: list[Problem] = []
        self._levels: list[_Level] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event.

        Raises:
            InvalidInput: If reading on would be a waste or a danger.
        """
        start, end = _span(event)
        if isinstance(event, yaml.NodeEvent):
            self._nodes += 1
            if self._nodes > NODE_LIMIT:
                self._stop(start, None, f"more than {NODE_LIMIT:,} keys and values", "split the file")
            if event.anchor or getattr(event, "tag", None):
                self._refuse(event, start, end)
            self._node(event, start, end)
        elif isinstance(event, yaml.CollectionEndEvent):
            level = self._levels.pop()
            self.marks[level.path] = self.marks[level.path]._replace(end=end)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(start, start + 3, "a second document begins here", "keep one document a file")

    def _node(self, event: yaml.NodeEvent, start: int, end: int) -> None:
        level = self._levels[-1] if self._levels else None
        if level is not None and level.key is None and isinstance(level.data, dict):
            self._key(level, event, start, end)
        elif isinstance(event, yaml.ScalarEvent):
            plain = not event.style  # None says the pure parser, the C one an empty text
            self._add(level, event.value, start, end, plain)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self._levels) >= DEPTH_LIMIT:
                self._stop(start, None, f"nested deeper than {DEPTH_LIMIT} levels", "claim files need six")
            data: list[Data] | dict[str, Data] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
            self._levels.append(_Level(data, self._add(level, data, start, end)))
        else:
            self._add(level, "", start, end)  # an alias, which has been refused

    def _key(self, level: _Level, event: yaml.NodeEvent, start: int, end: int) -> None:
        """Note the key of the next value, and complain when it stands there already."""
        if not isinstance(event, yaml.ScalarEvent):
            advice = "quote a text that begins with `{` or `[`"
            self._stop(start, None, "a list or mapping cannot be a key", advice)
        key = event.value
        if key in level.seen and len(self.repeated) < MOST_REPORTED:
            first = self.lines.number(level.seen[key]) + 1
            message = f"the key `{short(key)}` is given twice (first on line {first})"
            self.repeated.append(Problem(message, "keep one of the two", self.lines.place(start, end)))
        level.seen.setdefault(key, start)
        level.key = (key, start, end)

    def _add(self, level: _Level | None, data: Data, start: int, end: int, plain: bool = False) -> Path:
        """Put a value into its list or mapping, and its mark under its path."""
        path: Path = ()
        key: tuple[int, int] | None = None
        if level is None:
            self.root = data
        elif isinstance(level.data, list):
            path = (*level.path, len(level.data))
            level.data.append(data)
        elif level.key is not None:
            name, *ends = level.key
            path, key, level.key = (*level.path, name), (ends[0], ends[1]), None
            level.data[name] = data
        self.marks[path] = Mark(start, end, key, plain)
        return path

    def _refuse(self, event: yaml.NodeEvent, start: int, end: int) -> None:
        self.refused += _refusals(event, self.lines, start, end)
        if len(self.refused) >= MOST_REPORTED:
            raise InvalidInput(*self.refused)

    def _stop(self, start: int, end: int | None, message: str, advice: str) -> NoReturn:
        raise InvalidInput(*self.refused, Problem(message, advice, self.lines.place(start, end)))


def _refusals(event: yaml.NodeEvent, lines: Lines, start: int, end: int) -> Iterator[Problem]:
    """What of an event has no business in a claim file."""
    if isinstance(event, yaml.AliasEvent):
        message = f"`*{event.anchor}` refers to another part of the file, which is not allowed here"
        yield Problem(message, "write the text out; quote it if it is to begin with `*`", lines.place(start, end))
        return
    if event.anchor:
        message = f"`&{event.anchor}` names a part of the file, which is not allowed here"
        place = lines.place(start, start + len(event.anchor) + 1)
        yield Problem(message, "leave it out; quote a text that begins with `&`", place)
    if getattr(event, "tag", None):
        sign = re.compile(r"\S*").match(lines.text, start)
        place = lines.place(*sign.span()) if sign else lines.place(start)
        yield Problem("a tag (`!…`) is not allowed here", "quote a text that begins with `!`", place)
