"""From a manifest, a folder or files to documents, every problem at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from attrs import define, evolve, field, frozen

from claimcheck.errors import InvalidInput, InvalidValue, Place, Problem, SourceError
from claimcheck.located_yaml import by_place, decode, read_bytes
from claimcheck.model.text import Document, Source, Zone
from claimcheck.sources import markdown, plain
from claimcheck.sources.manifest import Entry, read_manifest

SIZE_LIMIT = 20_000_000  # bytes of one text; a long book has two million

_MANIFESTS = (".yaml", ".yml")
_MANIFEST_OF_FOLDER = "sources.yaml"
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


FORMATS: tuple[Format, ...] = (plain, markdown)


def load_sources(
    where: Path | str | Sequence[Path | str],
    root: Path | None = None,
) -> tuple[Document, ...]:
    """Load the documents of manifests, folders and files.

    A manifest (`*.yaml`) says which files there are. A folder is read by its `sources.yaml`; without one its
    texts are all taken, those of folders in it not, since each source has a voice. The id of a file without a
    manifest is its name without the ending, and what is known of it is what it says of itself.

    Args:
        where: A manifest, a folder or a file, or several.
        root: The folder that the files of manifests are relative to; None is each manifest's own.

    Returns:
        The documents in the order of their manifests, of `where`, and of their names within a folder.

    Raises:
        SourceError: With all problems of all sources, sorted by file and place: files that are missing,
            unreadable, empty, over 20 MB, not text, not UTF-8 or changed, and mistakes in manifests.
    """
    listing = _listed(where, root)
    documents = []
    for entry in listing.entries:
        try:
            documents.append(_document(entry))
        except InvalidInput as error:
            listing.problems += error.problems
    if listing.problems:
        raise SourceError(*by_place(listing.problems))
    return tuple(documents)


@frozen
class Filed:
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
        return repr((self.source, str(self.entry.file), known and (known.st_size, known.st_mtime_ns)))

    def read(self) -> Document:
        """The document.

        Raises:
            InvalidInput: If its file cannot be used.
        """
        return _document(self.entry)


def list_sources(where: Path | str | Sequence[Path | str], root: Path | None = None) -> tuple[Filed, ...]:
    """The sources of manifests, folders and files, without reading their texts; see `load_sources`.

    Raises:
        SourceError: With all problems of manifests and ids; those of texts come when they are read.
    """
    listing = _listed(where, root)
    if listing.problems:
        raise SourceError(*by_place(listing.problems))
    return tuple(map(Filed, listing.entries))


def _listed(where: Path | str | Sequence[Path | str], root: Path | None) -> "_Listing":
    given = [where] if isinstance(where, str | Path) else list(where)
    if not given:
        raise SourceError(Problem("no source is given", "name a manifest, a folder of articles, or files"))
    listing = _Listing(root)
    for path in given:
        listing.take(path)
    if root is not None and not listing.manifests:
        advice = "leave it out, or give a manifest"
        listing.problems.append(
            Problem("a sources root is given, but no manifest whose files it could hold", advice)
        )
    return listing


@define
class _Listing:
    """Gathers sources and problems over one call."""

    root: Path | None
    entries: list[Entry] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    manifests: list[Path] = field(factory=list)
    seen: dict[str, str] = field(factory=dict)

    def take(self, given: Path | str) -> None:
        """Take what a manifest, folder or file holds."""
        path = Path(given)
        if path.is_dir() and (path / _MANIFEST_OF_FOLDER).is_file():
            path = path / _MANIFEST_OF_FOLDER
            given = path
        if path.is_dir():
            self._folder(path, str(given))
        elif path.suffix.lower() in _MANIFESTS:
            self.manifests.append(path)
            entries, problems = read_manifest(path, str(given), self.root)
            self.problems += problems
            self._add(entries)
        else:
            self._add([Entry(Source(path.stem or path.name, str(given)), path)])

    def _folder(self, folder: Path, shown: str) -> None:
        suffixes = {suffix for format_ in FORMATS for suffix in format_.SUFFIXES if suffix}
        files = [p for p in sorted(folder.iterdir()) if p.suffix.lower() in suffixes and p.is_file()]
        if not files:
            endings = ", ".join(sorted(suffixes))
            advice = f"name a folder that has {_MANIFEST_OF_FOLDER} or files ending in {endings} in it"
            self.problems.append(Problem(f"there is no article in {shown}", advice))
        self._add(Entry(Source(file.stem, str(file)), file) for file in files)

    def _add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._unique(entry)
            self.entries.append(entry)

    def _unique(self, entry: Entry) -> None:
        """Complain of an id that another source has."""
        name = entry.source.id
        here = str(entry.id_place or entry.file)
        if name in self.seen:
            advice = "give each source an id of its own" + ("" if entry.id_place else " in a manifest")
            where = "" if entry.id_place else f" of {entry.file}"
            message = f"the id `{name}`{where} is taken (first at {self.seen[name]})"
            self.problems.append(Problem(message, advice, entry.id_place))
        self.seen.setdefault(name, here)


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
    for format_ in FORMATS:
        if suffix in format_.SUFFIXES:
            return format_
    known = ", ".join(s for format_ in FORMATS for s in format_.SUFFIXES if s)
    advice = f"save its text in a file that ends in one of {known}"
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
