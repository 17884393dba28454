"""Settings from `claimcheck.toml` or the table `[tool.claimcheck]` of `pyproject.toml`."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import InvalidInput, Place, Problem

FAIL_ON = ("tension", "discrepant", "single_source")
_KEYS = ("claims", "sources", "sources-root", "fail-on", "format")

# Where a project's file can have our table: `[tool.claimcheck]`, `tool.claimcheck.…`, or anything in `[tool]`.
_MAY_BE_OURS = re.compile(r"tool[^\n]*claimcheck|^[ \t]*\[?[ \t]*[\"']?tool[\"']?[ \t]*[\]=]", re.MULTILINE)


class Configuration(NamedTuple):
    """Settings, paths made relative to the folder of the file they come from.

    Attributes:
        claims: Claim files or folders.
        sources: Manifest, folder or files.
        sources_root: Folder that the manifest's files are relative to.
        fail_on: From which severity on a check fails.
        format: Name of the report format.
    """

    claims: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()
    sources_root: Path | None = None
    fail_on: str | None = None
    format: str | None = None


def load(folder: Path, formats: tuple[str, ...]) -> Configuration:
    """The configuration of a folder: of the nearest file in it or above it that has one.

    Args:
        folder: Where to begin to look.
        formats: Names of the report formats.

    Raises:
        InvalidInput: With every problem of that file.
    """
    for place in (folder, *folder.parents):
        for path, inner in ((place / "claimcheck.toml", ()), (place / "pyproject.toml", ("tool", "claimcheck"))):
            table = _table(path, inner)
            if table is not None:
                return _configuration(path, table, formats)
        if (place / ".git").exists():
            break
    return Configuration()


def _table(path: Path, inner: tuple[str, ...]) -> Mapping[str, object] | None:
    """The table of a file; None where there is no such file or table."""
    if not path.is_file():
        return None
    text = _read(path)
    if inner and not _MAY_BE_OURS.search(text):
        return None
    import tomllib  # only who has settings needs it

    try:
        table: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(_syntax(path, str(error))) from None
    for key in inner:
        table = table.get(key) if isinstance(table, dict) else None
    if table is not None and not isinstance(table, dict):
        raise InvalidInput(Problem("claimcheck is not a table", "write [tool.claimcheck]", Place(_shown(path))))
    return table


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput(Problem("this file is not UTF-8", "save it as UTF-8", Place(_shown(path)))) from None
    except OSError as error:
        raise InvalidInput(Problem(f"cannot read {_shown(path)}: {(error.strerror or '').lower()}")) from None


def _syntax(path: Path, message: str) -> Problem:
    found = re.search(r"\s*\(at line (\d+), column (\d+)\)$", message)
    what = message[: found.start()] if found else message.removesuffix(" (at end of document)")
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    source = _lines(path)[line - 1 : line]
    return Problem(f"this is not TOML: {what}", "", Place(_shown(path), line, column, 1, "".join(source)))


def _configuration(path: Path, table: Mapping[str, object], formats: tuple[str, ...]) -> Configuration:
    problems = list(_problems(path, table, formats))
    if problems:
        raise InvalidInput(*problems)
    root = _paths(path, table.get("sources-root"))
    return Configuration(
        claims=_paths(path, table.get("claims")),
        sources=_paths(path, table.get("sources")),
        sources_root=root[0] if root else None,
        fail_on=_text(table.get("fail-on")),
        format=_text(table.get("format")),
    )


def _problems(path: Path, table: Mapping[str, object], formats: tuple[str, ...]) -> Iterator[Problem]:
    for key, value in table.items():
        if key not in _KEYS:
            yield Problem(f"there is no setting {key!r}", _meant(key, _KEYS), _place(path, key))
        elif key in ("claims", "sources"):
            if not _is_paths(value):
                advice = f'write {key} = "{key}" or a list of such texts'
                yield Problem(f"{key} is a path or a list of paths", advice, _place(path, key))
        elif not isinstance(value, str) or not value:
            yield Problem(f"{key} is a text", f'write {key} = "…"', _place(path, key))
        elif key in ("fail-on", "format"):
            allowed = FAIL_ON if key == "fail-on" else formats
            if value not in allowed:
                yield Problem(f"{key} cannot be {value!r}", _meant(value, allowed), _place(path, key))


def _meant(word: str, allowed: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only who has misspelt a setting needs it

    close = get_close_matches(word, allowed, 1)
    return f"did you mean {close[0]!r}?" if close else f"choose one of {', '.join(allowed)}"


def _is_paths(value: object) -> bool:
    members = value if isinstance(value, list) else [value]
    return bool(members) and all(isinstance(m, str) and m for m in members)


def _paths(path: Path, value: object) -> tuple[Path, ...]:
    members = value if isinstance(value, list) else [value] if value is not None else []
    return tuple(_near(path.parent / str(member)) for member in members)


def _near(path: Path) -> Path:
    """The path relative to the working folder where it lies inside, so that messages stay short."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _shown(path: Path) -> str:
    return str(_near(path))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig", errors="replace").splitlines()


def _place(path: Path, key: str) -> Place:
    """Where a key stands: its first line in the table, as the parser does not say."""
    inside = path.name != "pyproject.toml"
    for number, line in enumerate(_lines(path), 1):
        if line.lstrip().startswith("["):
            inside = line.strip().startswith("[tool.claimcheck")
        found = re.match(rf"""\s*(["']?){re.escape(key)}\1\s*[=.]""", line)
        if inside and found:
            start = len(line) - len(line.lstrip())
            return Place(_shown(path), number, start + 1, len(key), line)
    return Place(_shown(path))
