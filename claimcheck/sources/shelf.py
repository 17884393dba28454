"""What must be known of every source of a run, kept on disk where it is much: ids, and the names in a folder.

Up to `HELD` of them are in memory, more in a nameless database of SQLite, which is a temporary file; so memory
does not grow with the number of sources. Unlike a set of hashes it makes no mistakes, and it knows where an id
came first.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import Any

from claimcheck.errors import Problem, SourceError

HELD = 10_000

_CACHE = 16_000  # KiB of the database that are held in memory


class Ids:
    """The ids that are taken, each with where it came first."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}
        self._file: Any = None

    def close(self) -> None:
        """Let go of what is on disk."""
        if self._file is not None:
            self._file.close()

    def taken(self, name: str, where: str) -> str:
        """Where an id came first, if it is taken; else it is taken now and the answer is empty.

        Raises:
            SourceError: If the temporary folder is full.
        """
        if self._file is None:
            if len(self._held) < HELD:
                if name in self._held:
                    return self._held[name]
                self._held[name] = where
                return ""
            self._put_down()
        with _told():
            row = (_blob(name), where)
            if self._file.execute("INSERT OR IGNORE INTO ids VALUES (?, ?)", row).rowcount:
                return ""
            ((first,),) = self._file.execute("SELECT first FROM ids WHERE id = ?", row[:1])
            return str(first)

    def _put_down(self) -> None:
        with _told():
            self._file = _nameless("CREATE TABLE ids (id BLOB PRIMARY KEY, first TEXT) WITHOUT ROWID")
            rows = ((_blob(name), where) for name, where in self._held.items())
            self._file.executemany("INSERT INTO ids VALUES (?, ?)", rows)
        self._held.clear()


def in_order(names: Iterable[str]) -> Iterator[str]:
    """File names, each once, in the order of their characters.

    Raises:
        SourceError: If the temporary folder is full.
    """
    left = iter(names)
    held = list(islice(left, HELD))
    if len(held) < HELD:
        yield from sorted(held, key=os.fsencode)
        return
    with _told():
        file = _nameless("CREATE TABLE names (name BLOB PRIMARY KEY) WITHOUT ROWID")
        try:
            for some in (held, left):
                file.executemany("INSERT INTO names VALUES (?)", ((os.fsencode(name),) for name in some))
            held.clear()
            for (name,) in file.execute("SELECT name FROM names ORDER BY name"):
                yield os.fsdecode(name)
        finally:
            file.close()


def _blob(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _nameless(table: str) -> Any:
    # It is imported when it is needed, as most runs have few sources. Generators may be closed by another thread.
    file = import_module("sqlite3").connect("", isolation_level=None, check_same_thread=False)
    for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}"):
        file.execute(f"PRAGMA {setting}")
    file.execute(table)
    file.execute("BEGIN")
    return file


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except import_module("sqlite3").Error as error:
        advice = "make room in the folder for temporary files, or name another one in TMPDIR"
        raise SourceError(Problem(f"the list of sources cannot be kept: {error}", advice)) from None
