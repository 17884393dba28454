"""One article in a file of its own, read when it is needed."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from importlib import import_module
from itertools import chain
from typing import NamedTuple, Protocol

from attrs import evolve

from claimcheck.errors import InvalidInput, InvalidValue, Place, Problem
from claimcheck.located_yaml import decode, read_bytes
from claimcheck.model.text import Document, Source, Zone
from claimcheck.sources.manifest import Entry

SIZE_LIMIT = 20_000_000  # bytes of one text; a long book has two million

_BINARY = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
}


class Format(Protocol):
    """A format of articles; its modules are listed in `FORMATS`.

    Attributes:
        SUFFIXES: The endings of its files, in lower case with their dot; empty for files without one.
    """

    SUFFIXES: tuple[str, ...]

    def read(self, text: str) -> tuple[Zone, ...]:
        """The stretches of `text` whose role the format makes known, ordered, not overlapping."""
        ...

    def about(self, text: str) -> Mapping[str, str]:
        """What `text` says of itself: `title`, `publisher`, `url` and `published` (year-month-day)."""
        ...


FORMATS = {
    "plain": (".txt", ".text", ""),
    "markdown": (".md", ".markdown"),
}
"""The modules of the formats, with their endings; each is imported when there is such an article."""

SUFFIXES = tuple(filter(None, chain.from_iterable(FORMATS.values())))
"""The endings of files with one article each."""


class Filed(NamedTuple):
    """A source whose text stands in a file and has not been read yet.

    Attributes:
        entry: The source and its file.
    """

    entry: Entry

    @property
    def source(self) -> Source:
        """What is known of it beforehand: without a manifest, its id."""
        return self.entry.source

    @property
    def size(self) -> int:
        """Bytes of the file; 0 where there is none."""
        return self.entry.file.stat().st_size if self.entry.file.is_file() else 0

    def fingerprint(self) -> str:
        """Its name, size and time of change, as build tools take them for its content."""
        known = self.entry.file.stat() if self.entry.file.is_file() else None
        stamp = known and (known.st_size, known.st_mtime_ns)
        return repr((self.source, str(self.entry.file), stamp, self.entry.problems))

    def read(self) -> Document:
        """The document.

        Raises:
            InvalidInput: If its file cannot be used, or something else is wrong with it; with all of that.
        """
        try:
            document = _document(self.entry)
        except InvalidInput as error:
            raise InvalidInput(*self.entry.problems, *error.problems) from None
        if self.entry.problems:
            raise InvalidInput(*self.entry.problems)
        return document


def _document(entry: Entry) -> Document:
    """The document of a source.

    Raises:
        InvalidInput: If its file cannot be used.
    """
    shown = str(entry.file)
    format_ = _format(entry, shown)
    try:
        data = read_bytes(entry.file, SIZE_LIMIT, shown, "split it into articles, a source each")
    except InvalidInput as error:
        raise InvalidInput(*(_at(problem, entry.file_place) for problem in error.problems)) from None
    problems = [*_hash_problems(entry, data), *_content_problems(entry, data, shown)]
    if problems:
        raise InvalidInput(*problems)
    text = decode(data, shown)
    if not text.removeprefix("\ufeff").strip():
        raise InvalidInput(Problem(f"{shown} is empty", "save the article's text in it", entry.file_place))
    source = entry.source if entry.id_place else _described(entry.source, format_.about(text))
    return Document(source, text, format_.read(text))


def _at(problem: Problem, place: Place | None) -> Problem:
    return evolve(problem, place=place) if problem.place is None else problem


def _format(entry: Entry, shown: str) -> Format:
    suffix = entry.file.suffix.lower()
    for name, suffixes in FORMATS.items():
        if suffix in suffixes:
            found: Format = import_module(f"claimcheck.sources.{name}")
            return found
    advice = f"save its text in a file that ends in one of {', '.join(SUFFIXES)}"
    raise InvalidInput(Problem(f"{shown} has an ending that is not known", advice, entry.file_place))


def _hash_problems(entry: Entry, data: bytes) -> Iterator[Problem]:
    noted, found = entry.source.sha256, sha256(data).hexdigest()
    if not noted or noted == found:
        return
    unix = data.replace(b"\r\n", b"\n")
    if noted in (sha256(unix).hexdigest(), sha256(unix.replace(b"\n", b"\r\n")).hexdigest()):
        advice = "only its line breaks have; restore them, or note the new hash"
    else:
        advice = (
            "see what changed in the text before you note the new hash; "
            "if the files that are meant lie elsewhere, give --sources-root"
        )
    message = f"{entry.file} has changed: its SHA-256 is {found}, not {noted}"
    yield Problem(message, advice, entry.hash_place)


def _content_problems(entry: Entry, data: bytes, shown: str) -> Iterator[Problem]:
    kind = next((what for magic, what in _BINARY.items() if data.startswith(magic)), "")
    zero = data.find(b"\0")
    if kind:
        yield Problem(f"{shown} is {kind}", "save its text in a .txt file", entry.file_place)
    elif zero >= 0 and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = f"{shown} is not a text: byte {zero} is zero"
        yield Problem(message, "save its text in a .txt file, as UTF-8", entry.file_place)


def _described(source: Source, about: Mapping[str, str]) -> Source:
    """A source with what its text says of itself; a date that is none is left out, the report notes its lack."""
    try:
        day = date.fromisoformat(about["published"]) if "published" in about else None
    except ValueError as error:
        message = f"{source.file} says it was published on {about['published']}, which is no day ({error})"
        raise InvalidInput(Problem(message, "mend it, or give the date in a manifest")) from InvalidValue(error)
    return evolve(
        source,
        published=day,
        title=about.get("title", ""),
        publisher=about.get("publisher", ""),
        url=about.get("url", ""),
    )
