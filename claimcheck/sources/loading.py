"""From manifests, folders, files and archives to documents: all at once, or one after another."""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path

from attrs import evolve, frozen

from claimcheck.errors import InvalidInput, Place, Problem, SourceError
from claimcheck.located_yaml import by_place, did_you_mean
from claimcheck.model.text import Document
from claimcheck.sources.articles import Filed
from claimcheck.sources.broken import Broken
from claimcheck.sources.folders import MANIFEST
from claimcheck.sources.shelf import Ids
from claimcheck.sources.ways import InManifest, Item, Way, archive_name, way_to

MOST_TOLD = 100
"""Sources whose problems are told; what is wrong with more of them has few causes."""

Unknown = Callable[[Sequence[str]], Iterable[Problem]]

_NEAR = 10_000  # ids among which one is looked for that was meant


def load_sources(
    where: Path | str | Sequence[Path | str],
    root: Path | None = None,
    *,
    recursive: bool = False,
) -> tuple[Document, ...]:
    """Load the documents of manifests, folders, files and archives.

    A manifest (`*.yaml`) says which files there are. A folder is read by its `sources.yaml`; without one its
    texts and archives are all taken, those of folders in it only on request, since each source has a voice. The
    id of a file without a manifest is its name without the ending (with the folders it is in, counted from the
    one that is given), and what is known of it is what it says of itself.

    Args:
        where: A manifest, a folder, a file or an archive, or several.
        root: The folder that the files of manifests are relative to; None is each manifest's own.
        recursive: Whether the folders in folders are gone through too.

    Returns:
        The documents in the order of `where`, of their manifests or archives, and of their names within a folder.

    Raises:
        SourceError: With all problems of all sources, sorted by file and place (of more than `MOST_TOLD` sources,
            those of the first): files that are missing, unreadable, empty, over 20 MB, not text, not UTF-8 or
            changed, mistakes in manifests, records that are broken.
        MissingExtra: If an archive needs a package that is not installed.
    """
    given = _sources(where, root, recursive)
    documents: list[Document] = []
    problems = list(given.problems)
    left_out = 0
    for item in given:
        try:
            documents.append(item if isinstance(item, Document) else item.read())
        except InvalidInput as error:
            left_out += 1
            problems += error.problems if left_out <= MOST_TOLD else ()
    if left_out > MOST_TOLD:
        problems.append(and_more(left_out - MOST_TOLD))
    if problems:
        raise SourceError(*by_place(problems))
    return tuple(documents)


def stream_sources(
    where: Path | str | Sequence[Path | str],
    root: Path | None = None,
    *,
    recursive: bool = False,
) -> "Sources":
    """The sources of manifests, folders, files and archives, one after another; see `load_sources`.

    Raises:
        SourceError: With all problems of manifests as a whole; those of single sources come when they are read.
        MissingExtra: If an archive needs a package that is not installed.
    """
    given = _sources(where, root, recursive)
    if given.problems:
        raise SourceError(*by_place(given.problems))
    return given


def is_large(where: Path | str | Sequence[Path | str]) -> bool:
    """Whether there may be more sources than should be held in memory at once: a folder or an archive."""
    return any(archive_name(path) or (path.is_dir() and not (path / MANIFEST).is_file()) for path in _given(where))


def and_more(count: int) -> Problem:
    """What is told of the sources whose problems are not."""
    return Problem(
        f"{count:,} more {'source' if count == 1 else 'sources'} cannot be read", "mend those above first"
    )


@frozen
class Sources:
    """Sources to be read one after another: an iterable that can be gone through again.

    Memory does not grow with their number. Each has an id of its own: one whose id is taken is broken.

    Attributes:
        ways: The manifests, folders, files and archives.
        problems: What is wrong with manifests as a whole, or with what is asked for.
        ids: The ids of those that are meant; empty means all.
        referred: Ids that somebody refers to, of which it must be known in the end whether they are there.
        unknown: What is wrong where some are not: told the ids that are there, as far as they are referred to or
            near enough to be offered instead.
    """

    ways: tuple[Way, ...]
    problems: tuple[Problem, ...] = ()
    ids: tuple[str, ...] = ()
    referred: frozenset[str] = frozenset()
    unknown: Unknown | None = None

    def only(self, ids: Sequence[str], referred: Iterable[str] = (), unknown: Unknown | None = None) -> "Sources":
        """Those with the given ids; all of them for none. An id that none has is told at the end.

        Args:
            ids: The ids.
            referred: Further ids that must be there, though their sources are not taken.
            unknown: Says what is wrong where such an id is not, given those that are.
        """
        return evolve(self, ids=tuple(ids), referred=frozenset(referred), unknown=unknown)

    def __iter__(self) -> Generator[Item, None, None]:
        """The sources: documents, or where to read them.

        Raises:
            SourceError: If a folder cannot be read.
            InvalidInput: In the end, if there is none with an id that was asked for or is referred to.
        """
        wanted, left, passed = set(self.ids), set(self.ids), list[str]()
        met = set[str]()
        with closing(Ids()) as ids:
            for item, place in chain.from_iterable(way.items() for way in self.ways):
                name = item.source.id
                if name in self.referred:
                    met.add(name)
                if wanted and name not in wanted:
                    passed += [name] if len(passed) < _NEAR else ()
                    continue
                left.discard(name)
                yield _unless_taken(ids, item, place)
        problems = [_no_source(name, passed) for name in self.ids if name in left]
        if self.unknown and not met >= self.referred:
            problems += self.unknown(list(dict.fromkeys((*met, *sorted(wanted - left), *passed))))
        if problems:
            raise InvalidInput(*problems)

    def __length_hint__(self) -> int:
        """How many there are, where that can be told beforehand."""
        counts = [way.expected() for way in self.ways]
        return NotImplemented if self.ids or None in counts else sum(filter(None, counts))


def _no_source(name: str, passed: Sequence[str]) -> Problem:
    listed = ", ".join(sorted(passed)[:8]) + (", …" if len(passed) > 8 else "")
    return Problem(
        f"there is no source {name!r}", did_you_mean(name, passed) or (listed and f"there are {listed}")
    )


def _unless_taken(ids: Ids, item: Item, place: Place | None) -> Item:
    """A source, or what stands in for it if another has its id."""
    if isinstance(item, Broken):
        return item
    entry = item.entry if isinstance(item, Filed) else None
    name = item.source.id
    first = ids.taken(name, str(place or (entry and entry.file)))
    if not first:
        return item
    advice = "give each source an id of its own" + ("" if place else " in a manifest")
    where = "" if place else f" of {entry and entry.file}"
    problem = Problem(f"the id `{name}`{where} is taken (first at {first})", advice, place)
    if entry is not None:
        return Filed(entry._replace(problems=(*entry.problems, problem)))
    return Broken(item.source, (problem,))


def _given(where: Path | str | Sequence[Path | str]) -> tuple[Path, ...]:
    return (Path(where),) if isinstance(where, str | Path) else tuple(map(Path, where))


def _sources(where: Path | str | Sequence[Path | str], root: Path | None, recursive: bool) -> Sources:
    given = [where] if isinstance(where, str | Path) else list(where)
    if not given:
        return Sources((), (Problem("no source is given", "name a manifest, a folder of articles, or files"),))
    ways = tuple(way_to(Path(one), str(one), root, recursive) for one in given)
    problems = [problem for way in ways for problem in way.problems()]
    if root is not None and not any(isinstance(way, InManifest) for way in ways):
        advice = "leave it out, or give a manifest"
        problems.append(Problem("a sources root is given, but no manifest whose files it could hold", advice))
    return Sources(ways, tuple(problems))
