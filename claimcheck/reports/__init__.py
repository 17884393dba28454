"""Report formats: an open set, one file a format, each a pure function from a report to a string.

A run writes one format. The others, with what they need (cattrs, the entities of HTML, templates), would take
longer to import than the check itself takes to run, so a member is imported when it is asked for.
"""

import os
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from claimcheck.errors import InvalidInput, Problem
from claimcheck.model.finding import Report


class Format(Protocol):
    """What every member of the set offers.

    Attributes:
        NAME: The name it is asked for by.
        SUFFIXES: Endings of file names, with the dot, that choose it.
    """

    NAME: str
    SUFFIXES: tuple[str, ...]

    def render(
        self, report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0
    ) -> str:
        """The report as a string; members take no notice of settings that mean nothing to them."""
        ...


MEMBERS: Final[dict[str, tuple[str, ...]]] = {
    "full": (".txt",),
    "concise": (".log",),
    "json": (".json",),
    "ndjson": (".ndjson", ".jsonl"),
    "junit": (".xml",),
    "sarif": (".sarif",),
    "github": (),
    "markdown": (".md",),
    "html": (".html", ".htm"),
    "csv": (".csv",),
    "claimreview": (),
    "webannotation": (".jsonld",),
    "wikitext": (".wiki",),
}
"""The name of every member, which is that of its file, and its `SUFFIXES`; the first is the default."""

FORMATS: tuple[Format, ...]
"""All members, each imported; in the order of `MEMBERS`."""


def __getattr__(name: str) -> object:
    if name == "FORMATS":
        return tuple(map(by_name, MEMBERS))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def by_name(name: str) -> Format:
    """The format of that name.

    Raises:
        InvalidInput: If there is none.
    """
    if name not in MEMBERS:
        raise InvalidInput(Problem(f"no report format is called {name!r}", f"choose one of {', '.join(MEMBERS)}"))
    return cast(Format, import_module(f"{__name__}.{name}"))


def for_path(path: Path | str) -> Format:
    """The format that the ending of a file name chooses.

    Raises:
        InvalidInput: If it chooses none.
    """
    suffix = Path(path).suffix.lower()
    for name, suffixes in MEMBERS.items():
        if suffix in suffixes:
            return by_name(name)
    known = ", ".join(f"{suffix} ({name})" for name, suffixes in MEMBERS.items() for suffix in suffixes)
    raise InvalidInput(Problem(f"the ending of {path} names no report format", f"end the name in one of {known}"))


def write(report: Report, path: Path | str, format: str | None = None) -> None:
    """Write a report to a file, all of it or nothing.

    Args:
        report: The report.
        path: The file; one that exists is replaced.
        format: Name of the format; the ending of the file name chooses it otherwise.

    Raises:
        InvalidInput: If the format is unknown or the file cannot be written.
    """
    member = by_name(format) if format else for_path(path)
    write_text(path, member.render(report))


def write_text(path: Path | str, text: str) -> None:
    """Write UTF-8 text beside the file and move it into place, so that nobody ever sees half of it.

    Raises:
        InvalidInput: If the file cannot be written.
    """
    target = Path(path)
    try:
        if not target.exists() or target.is_file():
            _replace(target.resolve(), text)
        else:  # a pipe or a device (/dev/stdout) has no place to be moved into
            target.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InvalidInput(
            Problem(f"cannot write {path}: {why}", "choose a file in a folder that exists")
        ) from None


def _replace(target: Path, text: str) -> None:
    import tempfile  # only files need it, and with it come four ways to compress

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def read_report(path: Path | str) -> Report:
    """Read back a report that was written as JSON.

    Raises:
        InvalidInput: If the file cannot be read or is not such a report.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else (error.strerror or "").lower()
        raise InvalidInput(Problem(f"cannot read {path}: {why}")) from None
    from claimcheck.reports import json  # only who reads a report needs what structures it

    return json.read(text)
