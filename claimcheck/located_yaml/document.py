"""YAML to plain data and a map from path to place.

Everything scalar stays the text that was written: nothing is guessed of `no`, `12:30`, `0010` or `2007-13-45`.
"""

import re
from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import NamedTuple

import yaml
from yaml.reader import Reader

from claimcheck.errors import InvalidInput, Place, Problem
from claimcheck.located_yaml.building import Builder, Data, Mark, Path
from claimcheck.located_yaml.textfile import Lines, decode, read_bytes

SIZE_LIMIT = 5_000_000  # bytes; a thousand claims take about 500 kB
LINE_LIMIT = 200_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the pure one reads the same, 30 times slower
_FORBIDDEN = Reader.NON_PRINTABLE  # compiled already: with its 1.1 million characters it takes 8 ms
_CUT = re.compile(r"[ \t]+(#[^\s#].*)")


class Located(NamedTuple):
    """Plain data and where each of its parts stands.

    Attributes:
        data: Texts, lists and mappings with text keys.
        lines: The lines of the file.
        marks: The mark of each part by its path; the path of the whole is `()`.
        problems: What is wrong without making the rest unreadable: keys that are given twice.
    """

    data: Data
    lines: Lines
    marks: Mapping[Path, Mark]
    problems: tuple[Problem, ...] = ()

    def place(self, path: Path = ()) -> Place:
        """The place of a value.

        Raises:
            KeyError: If there is no such path.
        """
        mark = self.marks[path]
        return self.lines.place(mark.start, mark.end)

    def key_place(self, path: Path) -> Place:
        """The place of a value's key; of the value itself in a list.

        Raises:
            KeyError: If there is no such path.
        """
        mark = self.marks[path]
        return self.lines.place(*mark.key) if mark.key else self.place(path)

    def is_plain(self, path: Path) -> bool:
        """Whether the value is a text without quotation marks."""
        return self.marks[path].plain

    def cut(self, path: Path) -> str:
        """What a `#` seems to have cut off a text without quotation marks, `#` included; empty where nothing is.

        A comment is written `# so`. A `#` with no space after it, as in `Area #51`, is taken for a part of the
        text that its writer did not mean to lose.
        """
        mark = self.marks[path]
        _, line_end = self.lines.line_span(self.lines.number(mark.end))
        found = _CUT.match(self.lines.text, mark.end, line_end) if mark.plain else None
        return found.group(1).rstrip() if found else ""


def read(path: FilePath, shown: str | None = None, limit: int = SIZE_LIMIT) -> Located:
    """Read a YAML file.

    Args:
        path: The file, in UTF-8; a byte-order mark is dropped.
        shown: The file as errors name it; None is `path` as given.
        limit: The most bytes that it may have.

    Raises:
        InvalidInput: If it cannot be read, is too large, not UTF-8, empty, or not YAML that `load` takes.
    """
    name = str(path) if shown is None else shown
    data = read_bytes(path, limit, name, "split it into several files")
    return load(decode(data, name), name)


def load(text: str, path: str = "<text>") -> Located:
    """Read YAML.

    Args:
        text: The YAML; a byte-order mark at its start is dropped.
        path: The file as errors name it.

    Raises:
        InvalidInput: If it is empty, not YAML, or has anchors, aliases, tags, more than one document, more
            than 40 levels, 50,000 keys and values or 200,000 lines. Columns count characters, from 1.
    """
    if not text.removeprefix("\ufeff").strip():
        raise InvalidInput(Problem("the file is empty", place=Place(path)))
    if text.count("\n") + text.count("\r") > 2 * LINE_LIMIT:
        raise InvalidInput(Problem(f"more than {LINE_LIMIT:,} lines", "split the file", Place(path)))
    lines = Lines(path, text.removeprefix("\ufeff"))
    _refuse_control_characters(lines)
    builder = Builder(lines)
    try:
        for event in yaml.parse(lines.text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        # Most files are YAML, and then nobody needs what can be said of the others.
        from claimcheck.located_yaml.syntax import explain

        raise InvalidInput(*builder.refused, explain(error, lines)) from None
    except yaml.YAMLError as error:
        raise InvalidInput(*builder.refused, Problem(f"not YAML: {error}", place=Place(path))) from error
    if builder.refused:
        raise InvalidInput(*builder.refused)
    if builder.root is None:
        raise InvalidInput(Problem("the file holds nothing but comments", place=Place(path)))
    return Located(builder.root, lines, builder.marks, tuple(builder.repeated))


def _refuse_control_characters(lines: Lines) -> None:
    """Raise for the first character that YAML does not allow; the parser would not say where it stands."""
    found = _FORBIDDEN.search(lines.text)
    if found is None:
        return
    code = ord(found.group())
    advice = "it is not a text file" if code == 0 else "delete it; it may have come with copied text"
    message = f"the control character U+{code:04X} cannot stand in YAML"
    raise InvalidInput(Problem(message, advice, lines.place(found.start())))
