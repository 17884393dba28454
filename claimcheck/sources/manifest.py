"""The source manifest: which articles there are, who published them and when."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from claimcheck.errors import InvalidInput, Place, Problem
from claimcheck.located_yaml import (
    Choice,
    Data,
    Day,
    Field,
    Items,
    Located,
    Read,
    Record,
    Text,
    json_schema,
    read,
    structure,
)
from claimcheck.located_yaml import Path as DataPath
from claimcheck.model.text import Source, SourceKind
from claimcheck.sources.broken import Broken, broken

SCHEMA_ID = "sources.schema.json"


class Entry(NamedTuple):
    """A source as its manifest gives it.

    Attributes:
        source: The source.
        file: The file of its text.
        id_place: Where its id stands; None without a manifest.
        file_place: Where its file is named; None without a manifest.
        hash_place: Where its SHA-256 is noted; None where it is not.
        problems: What is known of it to be wrong before its file is read.
    """

    source: Source
    file: Path
    id_place: Place | None = None
    file_place: Place | None = None
    hash_place: Place | None = None
    problems: tuple[Problem, ...] = ()


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of source manifests."""
    return json_schema(_MANIFEST, "claimcheck source manifest", SCHEMA_ID)


def read_manifest(
    path: Path, shown: str, root: Path | None
) -> tuple[tuple[Entry | Broken, ...], tuple[Problem, ...]]:
    """The sources of a manifest.

    Args:
        path: The manifest.
        shown: The manifest as the user named it.
        root: The folder that its files are relative to; None is the manifest's own.

    Returns:
        The entries, each with what is wrong with it, and what is wrong with the manifest as a whole.
    """
    try:
        file = read(path, shown)
    except InvalidInput as error:
        return (), error.problems
    if isinstance(file.data, dict) and "claims" in file.data and "sources" not in file.data:
        advice = "a source manifest has `sources:` at its top"
        return (), (Problem("this is a claim file, not a source manifest", advice, file.place()),)
    data, problems = structure(file, _MANIFEST)
    written = file.data.get("sources") if isinstance(file.data, dict) else None
    listed = (data or {}).get("sources") or ()
    if not isinstance(written, list) or len(listed) < len(written):  # the rest has not been looked at
        return (), problems
    whole, by_entry = _apart(file, len(listed), problems)
    shared = {key: value for key, value in data.items() if key != "sources"}
    folder = path.parent if root is None else root
    entries = (
        _entry(file, ("sources", i), shared, own or {}, folder, by_entry[i]) for i, own in enumerate(listed)
    )
    return tuple(entries), whole


def _apart(
    file: Located, entries: int, problems: tuple[Problem, ...]
) -> tuple[tuple[Problem, ...], list[list[Problem]]]:
    """The problems of the whole manifest, and those of each entry: of the one that begins last before them."""
    begins = [(_order(file.place(("sources", i))), i) for i in range(entries)]
    begins += [(_order(file.key_place((str(key),))), -1) for key in file.data]
    begins.sort()
    whole: list[Problem] = []
    by_entry: list[list[Problem]] = [[] for _ in range(entries)]
    for problem in problems:
        before = bisect_right(begins, (_order(problem.place), entries)) - 1 if problem.place else -1
        entry = begins[before][1] if before >= 0 else -1
        (whole if entry < 0 else by_entry[entry]).append(problem)
    return tuple(whole), by_entry


def _order(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _entry(
    file: Located,
    path: DataPath,
    shared: Mapping[str, Any],
    own: Mapping[str, Any],
    root: Path,
    problems: Sequence[Problem],
) -> Entry | Broken:
    if "id" not in own or "file" not in own:
        return broken(file.place(path), *problems, name=own.get("id", ""))
    fields = {**shared, **own}
    places = {key: file.place((*path, key)) for key in ("id", "file", "sha256") if key in fields}
    named = {_ATTRIBUTES.get(key, key): value for key, value in fields.items()}
    folder = "" if root == Path() else root.as_posix()
    source = Source(**named, folder=folder)
    return Entry(
        source, root / fields["file"], places["id"], places["file"], places.get("sha256"), tuple(problems)
    )


_ATTRIBUTES = {"archive": "archive_url", "reference_date": "reference_day"}


class RelativeFile:
    """The path of a file below a folder."""

    def read(self, file: Located, path: DataPath, data: Data) -> Read:
        """The path as written, with `/` between its parts."""
        text, problems = Text(words=False).read(file, path, data)
        if problems:
            return None, problems
        complaint = next(_outside(text), None)
        if complaint is None:
            return text.replace("\\", "/"), ()
        advice = "write the path from the manifest's folder; where the files lie elsewhere, give --sources-root"
        return None, (Problem(complaint, advice, file.place(path)),)

    def schema(self) -> dict[str, Any]:
        """A text that neither begins at a root nor goes up."""
        return {"type": ["string", "number"], "pattern": r"^(?![\\/]|[A-Za-z]:|(?:.*[\\/])?\.\.(?:[\\/]|$))"}


def _outside(text: str) -> Iterator[str]:
    """Why a path does not lie below its folder."""
    if PurePosixPath(text).is_absolute() or PureWindowsPath(text).drive or text.startswith("\\"):
        yield f"`{text}` is a path of one machine"
    elif ".." in re.split(r"[\\/]", text):
        yield f"`{text}` leads out of the manifest's folder"


def _lower(text: str) -> str:
    return text.lower()


def _country(text: str) -> str:
    """A better country for one that is none: two letters in capitals; empty where there are more."""
    return text.upper() if re.fullmatch(r"[A-Za-z]{2}", text) else ""


_KIND = Choice(tuple(kind.value for kind in SourceKind), "kinds of source", SourceKind)
_LANGUAGE = Text(
    r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a language tag like `en` or `es-MX`", words=False, numeric=False
)
_PLACE = Text(r"[A-Z]{2}", "a country of two capital letters like `US`", _country, words=False)
_HASH = Text(r"[0-9A-Fa-f]{64}", "a SHA-256 of 64 hexadecimal digits", convert=_lower, words=False)
_ID = Text(words=False)
_URL = Text(r"https?://\S+", "a web address beginning with https:// or http://", words=False, numeric=False)

_SHARED = (
    Field("kind", _KIND, "Whether it witnessed or decided what it reports (primary) or passes it on."),
    Field("language", _LANGUAGE, "IETF language tag, `en` by default.", example="en"),
    Field("place", _PLACE, "Country of the publisher, whose dollar `$` is; `US` by default.", example="US"),
)
_SOURCE = Record(
    "source",
    (
        Field("id", _ID, "Short name by which claims and reports refer to it.", True, '"001"'),
        Field("file", RelativeFile(), "File of its text, from the manifest's folder.", True, "article.txt"),
        Field("publisher", Text(), "Who published it.", example="The Daily Example"),
        Field("title", Text(), "Its headline."),
        Field("url", _URL, "Where it was published.", example="https://example.org/article"),
        Field("archive", _URL, "An archived copy."),
        Field("published", Day(), "The day of publication.", example="2021-10-08"),
        Field("reference_date", Day(), "The day `last year` is counted from, where it is not that day."),
        *_SHARED,
        Field("sha256", _HASH, "SHA-256 of the file's bytes, to notice when it changes."),
        Field("note", Text(), "Anything a reader of the report should know."),
    ),
)
_MANIFEST = Record(
    "manifest",
    (Field("sources", Items(_SOURCE, least=1), "The sources.", True, "a list of sources"), *_SHARED),
)
