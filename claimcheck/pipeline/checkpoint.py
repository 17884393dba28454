"""Finished batches in a small SQLite file, so that a run that was stopped can go on where it was.

A batch is kept under a key made of everything that its result depends on: the claims, the policy, the version of
the rules and of the program, its documents and their place in the run. What has another key is not this run's, and
plays no part: a changed claim means that everything is done again, a changed article that its batch is.

Results are pickled, but read back by a reader that knows the classes of the model and nothing else, so a file from
elsewhere cannot make the program do anything.
"""

import io
import pickle
import sqlite3
import zlib
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any

import attrs

from claimcheck.errors import InvalidInput, Problem
from claimcheck.model.claim import ClaimSet
from claimcheck.model.text import Document
from claimcheck.pipeline.batch import Batch, Item
from claimcheck.pipeline.partial import Partial
from claimcheck.policy import Policy

_APPLICATION = 0x636C6D63  # "clmc": what SQLite's header calls whose file it is
_LAYOUT = 1
_COMMIT = 1.0  # seconds of work that may be lost when the process is killed, beside what is in hand
_HELD = 5.0  # seconds to wait for another run to let go of the file


def key_of_run(claims: ClaimSet, policy: Policy, rules: str) -> str:
    """A key of everything but the documents that results depend on; where claims stand in their files is not."""
    told = attrs.asdict(claims, filter=lambda field, _: field.name not in ("place", "files"))
    return _digest(repr((_program(), rules, attrs.asdict(policy), told)))


@cache
def _program() -> str:
    """A digest of the program itself: what another version of it has worked out is not taken."""
    found = sha256()
    home = Path(__file__).parents[1]
    for path in sorted(home.rglob("*.py")):
        found.update(f"{path.relative_to(home).as_posix()}\0".encode() + path.read_bytes())
    return found.hexdigest()


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _fingerprint(item: Item) -> str:
    if isinstance(item, Document):
        return repr((item.source, item.zones)) + _digest(item.text)
    return item.fingerprint()


class Checkpoint:
    """The file, opened for one run; a context manager.

    Args:
        path: The file; made if there is none.
        run: Key of the run.

    Raises:
        InvalidInput: From every method, if the file cannot be used.
    """

    def __init__(self, path: Path, run: str) -> None:
        self._path = path
        self._run = run
        self._used: set[str] = set()
        self._committed = monotonic()
        self._file: sqlite3.Connection | None = None

    def __enter__(self) -> "Checkpoint":
        try:
            self._file = _opened(self._path)
        except sqlite3.Error as error:
            raise self._broken(error) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what is finished, also when the run is stopped by an error or by Ctrl-C."""
        file, self._file = self._file, None
        if file is None:
            return
        try:
            file.commit()
        except sqlite3.Error as problem:
            raise self._broken(problem) from None
        finally:
            file.close()

    def key(self, batch: Batch) -> str:
        """The key of a batch of this run."""
        return _digest(repr((self._run, batch.first, [_fingerprint(item) for item in batch.items])))

    def get(self, key: str) -> Partial | None:
        """What is kept under a key; None if nothing is."""
        found = self._do("SELECT result, crc FROM batches WHERE key = ?", key)
        if not found:
            return None
        data, crc = found[0]
        self._used.add(key)
        if not isinstance(data, bytes) or zlib.crc32(data) != crc:
            raise self._broken("a result in it has been damaged")
        try:
            result = _Reader(io.BytesIO(zlib.decompress(data))).load()
        except (zlib.error, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError) as error:
            raise self._broken(f"a result in it cannot be read: {error}") from None
        if not isinstance(result, Partial):
            raise self._broken("a result in it is none")
        return result

    def put(self, key: str, result: Partial) -> None:
        """Keep a result."""
        data = zlib.compress(pickle.dumps(result, pickle.HIGHEST_PROTOCOL), 1)
        self._do("INSERT OR REPLACE INTO batches VALUES (?, ?, ?)", key, data, zlib.crc32(data))
        self._used.add(key)
        if monotonic() - self._committed > _COMMIT:
            self._commit()

    def finish(self) -> None:
        """The run is complete: what other runs have left in the file is dropped, so that it stays small."""
        left = {key for (key,) in self._do("SELECT key FROM batches")} - self._used
        for key in sorted(left):
            self._do("DELETE FROM batches WHERE key = ?", key)
        self._commit()

    def _commit(self) -> None:
        assert self._file is not None
        try:
            self._file.commit()
        except sqlite3.Error as error:
            raise self._broken(error) from None
        self._committed = monotonic()

    def _do(self, statement: str, *values: object) -> list[Any]:
        assert self._file is not None
        try:
            return self._file.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._broken(error) from None

    def _broken(self, why: sqlite3.Error | str) -> InvalidInput:
        code = getattr(why, "sqlite_errorname", "")
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            message, advice = f"the checkpoint {self._path} is in use", "let that run end, or name another file"
        elif code.startswith("SQLITE_CANTOPEN"):
            message, advice = f"cannot open the checkpoint {self._path}", "name a file in a folder that exists"
        elif code.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_PERM")):
            message, advice = f"cannot write the checkpoint {self._path}: {why}", "make room, or name another file"
        elif code.startswith("SQLITE_NOTADB") or isinstance(why, _Another):
            message, advice = f"{self._path} is no checkpoint of this program", "name another file"
        else:
            message = f"the checkpoint {self._path} cannot be used: {why}"
            advice = "delete it and begin again, or name another file"
        return InvalidInput(Problem(message, advice))


class _Another(sqlite3.DatabaseError):
    """A database of another program, or of another version of this one."""


def _opened(path: Path) -> sqlite3.Connection:
    """The file, locked for this run alone, with its table."""
    file = sqlite3.connect(path, timeout=_HELD, isolation_level="IMMEDIATE")
    try:
        file.execute("PRAGMA locking_mode = EXCLUSIVE")
        file.execute("PRAGMA synchronous = NORMAL")
        file.execute("BEGIN EXCLUSIVE")
        ((tables,),) = file.execute("SELECT count(*) FROM sqlite_schema")
        marks = [file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        if not tables:
            file.execute("CREATE TABLE batches (key TEXT PRIMARY KEY, result BLOB, crc INTEGER) WITHOUT ROWID")
            file.execute(f"PRAGMA application_id = {_APPLICATION}")
            file.execute(f"PRAGMA user_version = {_LAYOUT}")
        elif marks != [_APPLICATION, _LAYOUT]:
            raise _Another
        file.commit()
    except BaseException:
        file.close()
        raise
    return file


_OWN = ("claimcheck.pipeline.partial", "claimcheck.errors")


def _is_record(found: type) -> bool:
    return issubclass(found, tuple) and hasattr(found, "_fields")


class _Reader(pickle.Unpickler):
    """Reads results: classes of the model and of this folder, numbers and days."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in (("decimal", "Decimal"), ("datetime", "date")):
            return Decimal if name == "Decimal" else super().find_class(module, name)
        if module.startswith("claimcheck.model.") or module in (
            "claimcheck.pipeline.partial",
            "claimcheck.errors",
        ):
            found = super().find_class(module, name) if "." not in name else None
            if isinstance(found, type) and (attrs.has(found) or issubclass(found, Enum) or _is_record(found)):
                return found
        raise pickle.UnpicklingError(f"it names {module}.{name}")
