"""JSON Lines: a record a line, plain or gzipped, read line by line however long the file is."""

import io
import json
import re
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import InvalidInput, Place, Problem
from claimcheck.model.text import Document
from claimcheck.sources.articles import SIZE_LIMIT
from claimcheck.sources.broken import Broken, broken
from claimcheck.sources.records import document, known_id

SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")

LINE_LIMIT = SIZE_LIMIT + 1_000_000  # bytes of a line: a text of the largest size, and what is known of it
RATIO = 500  # times its size that a file may expand to: articles do to 10, zeros to 1,030
FREE = 16_000_000  # bytes that it may expand to in any case

_CHUNK = 1_000_000  # bytes of a line that is passed over
_LONGEST_LINE = 10_000  # characters; a longer line is not shown
_GZIP = b"\x1f\x8b"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"

Found = tuple[Document | Broken, Place]


class _Pairs(tuple[tuple[str, object], ...]):
    """An object as it was written: its keys may come twice."""

    __slots__ = ()


_JSON = json.JSONDecoder(object_pairs_hook=_Pairs)


def ready() -> None:
    """Nothing is needed that could be missing."""


def items(path: Path, shown: str) -> Iterator[Found]:
    """The documents of an archive and what stands in for broken ones, each with its place.

    What is wrong with the file itself comes as one broken document, after which there is no more. Lines of white
    space are no records.

    Args:
        path: The archive.
        shown: The archive as the user named it.
    """
    number, records = 0, 0
    try:
        with path.open("rb") as raw:
            for number, line in _lines(raw):
                if line is None or not line.isspace():
                    records += 1
                    place = Place(shown, number)
                    yield _record(line, place), place
    except _Refused as refused:
        yield _whole(shown, number + 1, str(refused.args[0]), refused.args[1])
    except (OSError, EOFError, zlib.error, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        advice = "what stands before this line has been read; fetch or pack the file again" if number else ""
        message = f"{shown} cannot be read: {reason}"
        if isinstance(error, FileNotFoundError):
            message, advice = f"there is no file `{shown}`", ""
        yield _whole(shown, number + 1, message, advice)
    else:
        if not records:
            yield _whole(shown, 1, f"there is no record in {shown}", "write one JSON object a line")


def _whole(shown: str, number: int, message: str, advice: str) -> Found:
    place = Place(shown, number)
    return broken(place, Problem(message, advice, place)), place


class _Refused(Exception):
    """A file that is not read on; what is wrong with it and what to do."""


def _lines(raw: io.BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a file, unpacked if it is gzipped, whatever it is called: their numbers, counted from 1, and
    their bytes, or None where there are more than `LINE_LIMIT`.

    Raises:
        _Refused: If it is UTF-16, or expands without bound.
        OSError, EOFError, zlib.error: If it cannot be read or unpacked.
    """
    head = raw.peek(2)[:2]
    if head in _UTF16:
        raise _Refused("the archive is UTF-16", "save it as UTF-8")
    packed = head == _GZIP
    file = io.BufferedReader(import_module("gzip").GzipFile(fileobj=raw)) if packed else raw  # imported if needed
    number = expanded = 0
    while data := file.readline(LINE_LIMIT + 1):
        number += 1
        expanded += len(data)
        whole = len(data) <= LINE_LIMIT
        yield number, (data if number > 1 else data.removeprefix(_MARK)) if whole else None
        while not whole and not data.endswith(b"\n") and (data := file.readline(_CHUNK)):
            expanded += len(data)
            _refuse_bomb(packed, expanded, raw)
        _refuse_bomb(packed, expanded, raw)


def _refuse_bomb(packed: bool, expanded: int, raw: BinaryIO) -> None:
    if packed and expanded > FREE and expanded > RATIO * raw.tell():
        message = f"the archive expands to more than {RATIO} times its size, so the rest of it is not read"
        raise _Refused(message, "unpack it and give the unpacked file, if it is what it should be")


def _record(line: bytes | None, place: Place) -> Document | Broken:
    """The document of a line, or what is wrong with it."""
    if line is None:
        message = f"the record is larger than {LINE_LIMIT / 1e6:g} MB"
        return broken(place, Problem(message, "split it into articles, a record each", place))
    try:
        text = line.decode().rstrip("\r\n")
    except UnicodeDecodeError as error:
        before = line[: error.start].decode()
        message = f"not UTF-8: byte {error.start} of the line is 0x{line[error.start]:02X}"
        where = Place(place.path, place.line, len(before) + 1)
        return broken(place, Problem(message, "write the archive as UTF-8", where))
    try:
        pairs = _JSON.decode(text)
    except (ValueError, RecursionError) as error:
        return broken(place, _not_json(error, text, place))
    if not isinstance(pairs, _Pairs):
        advice = "an archive has one JSON object a line, not a list of them" if isinstance(pairs, list) else ""
        return broken(place, Problem("this is not a record", advice or _ADVICE, _within(text, place)))
    return _made(pairs, text, place)


_ADVICE = 'write one object a line, like {"id": "1", "text": "…"}'


def _made(pairs: _Pairs, text: str, place: Place) -> Document | Broken:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for n, name in enumerate(names) if name in names[:n])
        problem = Problem(
            f"`{twice}` is given twice", "leave one of them out", _of_field(text, record, twice, place)
        )
        return broken(place, problem, name=known_id(record) if twice != "id" else "")
    try:
        return document(record, lambda name: _of_field(text, record, name, place))
    except InvalidInput as error:
        return broken(place, *error.problems, name=known_id(record))


def _not_json(error: Exception, text: str, place: Place) -> Problem:
    if isinstance(error, json.JSONDecodeError):
        message = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        advice = _ADVICE if error.pos < len(text) else f"the line breaks off; {_ADVICE}"
        return Problem(message, advice, _within(text, place, min(error.pos, len(text))))
    why = "it is nested too deeply" if isinstance(error, RecursionError) else "a number in it has too many digits"
    return Problem(f"this record cannot be read: {why}", "", place)


def _of_field(text: str, record: dict[str, object], name: str, place: Place) -> Place:
    """Where the value of a field stands in its line; of a field that is not there, where the record does."""
    if name in record:
        for found in re.finditer(rf'"{re.escape(name)}"\s*:\s*', text):
            try:
                value, end = _JSON.raw_decode(text, found.end())
            except ValueError:
                continue
            if value == record[name]:
                return _within(text, place, found.end(), end)
    return _within(text, place)


def _within(text: str, place: Place, start: int = 0, end: int = 0) -> Place:
    """A place in a line, with the line itself unless that is very long."""
    shown = text if len(text) <= _LONGEST_LINE else ""
    return Place(place.path, place.line, start + 1, max(1, end - start), shown)
