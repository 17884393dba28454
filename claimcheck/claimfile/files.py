"""Which files are claim files."""

from collections.abc import Iterator
from pathlib import Path

from claimcheck.errors import InvalidInput
from claimcheck.located_yaml import Data, Located, read

_SUFFIXES = (".yaml", ".yml")
_OTHER_FILES = {"sources": "a source manifest", "decisions": "a decisions file"}


def claim_files(folder: Path) -> Iterator[tuple[Path, Located | None]]:
    """The claim files under a folder, sorted, as they are read; hidden files and folders are passed over.

    A YAML file with `sources` or `decisions` at its top and no `claims` is something else and left out. One that
    cannot be read comes as None: loading it says what is wrong.
    """
    found = (p for p in sorted(folder.rglob("*")) if p.suffix.lower() in _SUFFIXES and p.is_file())
    for path in found:
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            file = _read(path)
            if not (file and what_else(file.data)):
                yield path, file


def _read(path: Path) -> Located | None:
    try:
        return read(path)
    except InvalidInput:
        return None


def what_else(data: Data) -> str:
    """What a YAML file is when it is no claim file, judged by the keys at its top; empty for a claim file."""
    if not isinstance(data, dict) or "claims" in data:
        return ""
    return next((what for key, what in _OTHER_FILES.items() if key in data), "")


def lacks_list(data: Data) -> bool:
    """Whether claims stand where the whole file should."""
    return isinstance(data, list) or (isinstance(data, dict) and "claims" not in data and "statement" in data)
