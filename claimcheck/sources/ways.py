"""What a user may name: a manifest, a folder, a file or an archive, each with the sources it leads to."""

from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Protocol

from claimcheck.errors import Place, Problem, SourceError
from claimcheck.model.text import Document, Source
from claimcheck.sources import articles
from claimcheck.sources.articles import Filed
from claimcheck.sources.broken import Broken
from claimcheck.sources.folders import MANIFEST, Folder
from claimcheck.sources.manifest import Entry, read_manifest

Item = Document | Filed | Broken
Found = tuple[Item, Place | None]
"""A source, and where it stands in a file if it does."""

_MANIFESTS = (".yaml", ".yml")


class Archive(Protocol):
    """A format of files with many articles each; its modules are listed in `ARCHIVES`.

    Attributes:
        SUFFIXES: The endings of its files, in lower case with their dots.
    """

    SUFFIXES: tuple[str, ...]

    def ready(self) -> None:
        """See that what it needs is installed.

        Raises:
            MissingExtra: If it is not.
        """
        ...

    def items(self, path: Path, shown: str) -> Iterator[tuple[Document | Broken, Place]]:
        """The documents of a file, shown to the user by that name, one after another, each with its place."""
        ...


ARCHIVES = {
    "jsonl": (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"),
    "parquet": (".parquet",),
}
"""The modules of the formats of archives, with their endings; each is imported when there is such an archive."""

ENDINGS = (*articles.SUFFIXES, *chain.from_iterable(ARCHIVES.values()))
"""The endings of the files that are taken from a folder."""


def way_to(path: Path, shown: str, root: Path | None, recursive: bool) -> "Way":
    """What a manifest, folder, file or archive that somebody named is read by."""
    if path.is_dir():
        if not (path / MANIFEST).is_file():
            return _InFolder(Folder(path, ENDINGS, recursive), shown)
        path = path / MANIFEST
        shown = str(path)
    if path.suffix.lower() in _MANIFESTS:
        return InManifest(*read_manifest(path, shown, root))
    archive = archive_name(path)
    if archive:
        return _InArchive(_archive(archive), path, shown)
    return _Single(Entry(Source(path.stem or path.name, shown), path))


def archive_name(path: Path) -> str:
    """The module of the format of an archive; empty for what is none."""
    name = path.name.lower()
    return next((module for module, endings in ARCHIVES.items() if name.endswith(endings)), "")


def _archive(name: str) -> Archive:
    """The format of an archive, ready to be read.

    Raises:
        MissingExtra: If a package that it needs is not installed.
    """
    found: Archive = import_module(f"claimcheck.sources.{name}")
    found.ready()
    return found


class Way(Protocol):
    """A manifest, folder, file or archive that somebody named."""

    def items(self) -> Iterator[Found]:
        """Its sources, each with its place where it has one in a file."""
        ...

    def expected(self) -> int | None:
        """How many there are; None where nobody knows."""
        ...

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it as a whole."""
        ...


class _Single(NamedTuple):
    """A file with an article."""

    entry: Entry

    def items(self) -> Iterator[Found]:
        yield Filed(self.entry), None

    def expected(self) -> int | None:
        return 1

    def problems(self) -> tuple[Problem, ...]:
        return ()


class InManifest(NamedTuple):
    """A manifest that has been read."""

    entries: tuple[Entry | Broken, ...]
    wrong: tuple[Problem, ...] = ()

    def items(self) -> Iterator[Found]:
        for entry in self.entries:
            yield (entry, None) if isinstance(entry, Broken) else (Filed(entry), entry.id_place)

    def expected(self) -> int | None:
        return len(self.entries)

    def problems(self) -> tuple[Problem, ...]:
        return self.wrong


class _InArchive(NamedTuple):
    """A file with many articles."""

    archive: Archive
    path: Path
    shown: str

    def items(self) -> Iterator[Found]:
        return self.archive.items(self.path, self.shown)

    def expected(self) -> int | None:
        return None

    def problems(self) -> tuple[Problem, ...]:
        return ()


class _InFolder(NamedTuple):
    """A folder of articles and archives, or of such folders."""

    folder: Folder
    shown: str

    def items(self) -> Iterator[Found]:
        for path in self.folder.files():
            way = self._way(path)
            if way.problems():
                raise SourceError(*way.problems())
            yield from way.items()

    def _way(self, path: Path) -> Way:
        """What a file of the folder is read by; the id of an article is its path in the folder, without ending."""
        archive = archive_name(path)
        if path.name == MANIFEST:
            return InManifest(*read_manifest(path, str(path), None))
        if archive:
            return _InArchive(_archive(archive), path, str(path))
        name = path.relative_to(self.folder.path).with_suffix("").as_posix()
        return _Single(Entry(Source(name, str(path)), path))

    def expected(self) -> int | None:
        if self.folder.recursive or any(archive_name(path) for path in self.folder.files(ordered=False)):
            return None
        return sum(1 for _ in self.folder.files(ordered=False))

    def problems(self) -> tuple[Problem, ...]:
        if next(self.folder.files(ordered=False), None) is not None:
            return ()
        advice = f"name a folder that has {MANIFEST} or files ending in {', '.join(ENDINGS)} in it"
        return (Problem(f"there is no article in {self.shown}", advice),)
