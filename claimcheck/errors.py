"""Every error a user can meet: one base class, each saying where it is and what to do.

Problems of one input are gathered and raised together, so that a file is mended in one go.
"""

from attrs import field, frozen, validators

_at_least_one = validators.ge(1)


@frozen
class Place:
    """Where in a file something stands.

    Attributes:
        path: The file as the user named it, or `<text>` for a string.
        line: Line number, counted from 1.
        column: Column in characters, counted from 1.
        width: How many characters the caret underlines, at least 1.
        source_line: The line itself, without its line break; empty where it is not to be shown.
    """

    path: str
    line: int = field(default=1, validator=_at_least_one)
    column: int = field(default=1, validator=_at_least_one)
    width: int = field(default=1, validator=_at_least_one)
    source_line: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@frozen
class Problem:
    """One thing that is wrong, where it is and what to write instead.

    Attributes:
        message: What is wrong, in one sentence without a full stop.
        advice: What to do about it; empty where the message says it all.
        place: Where it stands, if it stands in a file.
    """

    message: str
    advice: str = ""
    place: Place | None = None

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.message}" if self.place else self.message]
        if self.place and self.place.source_line:
            lines += _framed(self.place)
        if self.advice:
            lines.append(f"  help: {self.advice}")
        return "\n".join(lines)


_WINDOW = 100  # characters of a source line shown around a caret


def _framed(place: Place) -> list[str]:
    """The source line with a caret under the place, cropped around it when the line is long."""
    start = max(0, place.column - 1 - _WINDOW // 2)
    shown = "".join(c if c.isprintable() else " " for c in place.source_line[start : start + _WINDOW])
    width = max(1, min(place.width, start + len(shown) - place.column + 1))
    gutter = f"{place.line:>5} | "
    caret = " " * (place.column - 1 - start) + "^" * width
    return [gutter + shown, " " * (len(gutter) - 2) + "| " + caret]


class ClaimcheckError(Exception):
    """Base of every error that claimcheck raises on purpose."""


class InvalidValue(ClaimcheckError, ValueError):
    """A value, span or interval that breaks one of its invariants."""


class InvalidInput(ClaimcheckError, ValueError):
    """An input file that cannot be used; carries all of its problems.

    Attributes:
        problems: Every problem found, in the order in which they stand in the file.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class ClaimFileError(InvalidInput):
    """A claim file that is not valid."""


class SourceError(InvalidInput):
    """A manifest or a source that cannot be read, or is not what the manifest says."""


class MissingExtra(ClaimcheckError, ImportError):
    """An optional dependency is needed; the message names the extra that brings it."""


class EngineError(ClaimcheckError, RuntimeError):
    """Work that no worker could carry through; the message names the documents, where some are to blame."""
