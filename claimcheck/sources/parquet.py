"""Parquet: a record a row, read through pyarrow (extra `[arrow]`) some rows at a time."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from claimcheck.errors import InvalidInput, MissingExtra, Place, Problem
from claimcheck.model.text import Document
from claimcheck.sources.broken import Broken, broken
from claimcheck.sources.records import FIELDS, NEEDED, document, known_id

SUFFIXES: tuple[str, ...] = (".parquet",)

_ROWS = 32  # rows that are held at once: few, as each may have 20 MB
_BUFFER = 1_000_000  # bytes of a column that are read at once

Found = tuple[Document | Broken, Place]


def ready() -> None:
    """See that pyarrow is there.

    Raises:
        MissingExtra: If it is not.
    """
    _pyarrow("pyarrow.parquet")


def items(path: Path, shown: str) -> Iterator[Found]:
    """The documents of an archive and what stands in for broken ones, each with its place: lines are rows here.

    What is wrong with the file itself comes as one broken document, after which there is no more.

    Args:
        path: The archive.
        shown: The archive as the user named it.

    Raises:
        MissingExtra: If pyarrow is not installed.
    """
    parquet, arrow = _pyarrow("pyarrow.parquet"), _pyarrow("pyarrow")
    number = 0
    try:
        with parquet.ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False) as file:
            names = [field.name for field in FIELDS if field.name in file.schema_arrow.names]
            missing = [name for name in NEEDED if name not in names]
            if missing:
                yield _whole(shown, 1, *_without(shown, missing, file.schema_arrow.names))
                return
            for batch in file.iter_batches(batch_size=_ROWS, columns=names, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield _record(row, Place(shown, number)), Place(shown, number)
    except FileNotFoundError:
        yield _whole(shown, 1, f"there is no file `{shown}`", "")
    except (arrow.ArrowException, OSError, ValueError, OverflowError, EOFError) as error:
        reason = " ".join(str(error).split())[:200]
        advice = "what stands before this row has been read; write the file again" if number else ""
        yield _whole(shown, number + 1, f"{shown} cannot be read: {reason}", advice)
    else:
        if not number:
            yield _whole(shown, 1, f"there is no record in {shown}", "write a row for each article")


def _pyarrow(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        message = "Parquet files need pyarrow; install it with: pip install 'claimcheck[arrow]'"
        raise MissingExtra(message) from None


def _without(shown: str, missing: list[str], names: list[str]) -> tuple[str, str]:
    columns = " and ".join(f"`{name}`" for name in missing)
    there = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"{shown} has no column {columns}", f"its columns are {there}; rename those that are meant"


def _record(row: dict[str, object], place: Place) -> Document | Broken:
    try:
        return document(row, lambda _: place)
    except InvalidInput as error:
        return broken(place, *error.problems, name=known_id(row))


def _whole(shown: str, number: int, message: str, advice: str) -> Found:
    place = Place(shown, number)
    return broken(place, Problem(message, advice, place)), place
