"""What commands that read claims and sources take: their options, and the claims and documents meant by them."""

from collections.abc import Callable, Iterable, Sequence, Sized
from pathlib import Path
from typing import Literal

import click

import claimcheck as cc
from claimcheck import configuration, pipeline
from claimcheck.errors import InvalidInput, Problem
from claimcheck.model.claim import ClaimSet
from claimcheck.model.finding import SkippedSource
from claimcheck.pipeline import Item

OnError = Literal["fail", "skip"]
Paths = tuple[Path, ...]

_NAMED = 20  # sources left out that are named on standard error
_CLAIMS = Path("claims")
_SOURCES = (Path("seeds/sources.yaml"), Path("sources.yaml"))

claims_argument = click.argument("claims", nargs=-1, type=click.Path(path_type=Path))

sources_option = click.option(
    "--sources",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A manifest (sources.yaml), a folder of articles, a file, or an archive; can be given again.",
)

sources_root_option = click.option(
    "--sources-root",
    type=click.Path(path_type=Path),
    help="The folder that the manifest's files are in, where that is not its own.",
)

recursive_option = click.option("--recursive", is_flag=True, help="Take the articles of folders in folders too.")

on_error_option = click.option(
    "--on-error",
    type=click.Choice(("fail", "skip")),
    default="fail",
    show_default=True,
    help="Sources that cannot be read: tell them all and fail, or leave them out and say so.",
)

source_option = click.option(
    "--source", "source_ids", multiple=True, metavar="ID", help="Only this source (can be given again)."
)


def claims_of(asked: Paths, settings: configuration.Configuration) -> ClaimSet:
    """The claims of the files asked for, configured, or found where they are expected.

    Raises:
        InvalidInput: If there are none.
        ClaimFileError: With every problem of every file.
    """
    found = cc.load_claims(*_claim_paths(asked or settings.claims))
    if not len(found):
        raise InvalidInput(Problem("there are no claims in these files", "write one; see docs/claim-files.md"))
    return found


def _claim_paths(asked: Paths) -> Paths:
    if asked:
        return asked
    if _CLAIMS.is_dir():
        return (_CLAIMS,)
    advice = "name a claim file (claimcheck check my-claims.yaml), or put yours in a folder called claims"
    raise InvalidInput(
        Problem("there are no claims to check: no file is named, and there is no folder claims", advice)
    )


def documents_of(
    asked: Paths, root: Path | None, settings: configuration.Configuration, *, recursive: bool, lazily: bool
) -> Iterable[Item]:
    """The documents of the sources asked for, configured, or found where they are expected.

    They are loaded all at once, or, where they may be many, one after another.

    Args:
        asked: What the user named.
        root: The folder that the files of a manifest are in.
        settings: The project's settings.
        recursive: Whether folders in folders are gone through.
        lazily: Whether they come one after another in any case.

    Raises:
        InvalidInput: If there are none.
        SourceError: With all problems of all sources that are loaded at once.
    """
    where = asked or settings.sources or tuple(path for path in _SOURCES if path.is_file())[:1]
    if not where:
        places = " nor ".join(map(str, _SOURCES))
        advice = "add --sources with a manifest (sources.yaml), a folder of articles, or a file"
        raise InvalidInput(Problem(f"there are no sources: none is named, and there is neither {places}", advice))
    if root is None and not asked:
        root = settings.sources_root
    documents = _loader(lazily=lazily, recursive=recursive)(where[0] if len(where) == 1 else where, root)
    if isinstance(documents, Sized) and not documents:
        raise InvalidInput(Problem(f"there are no articles in {', '.join(map(str, where))}", "put some there"))
    return documents


def left_out(number: int, sources: Sequence[SkippedSource]) -> str:
    """How many sources are left out, as they cannot be read, and the first of them where some are to be named."""
    head = f"sources that cannot be read and are left out: {number:,}"
    named = [f"  {source}" for source in sources[:_NAMED]]
    more = [f"  and {number - len(named):,} more"] if named and number > len(named) else []
    return "\n".join([head, *named, *more])


def _loader(*, lazily: bool, recursive: bool) -> Callable[[Path | Paths, Path | None], Iterable[Item]]:
    def load(where: Path | Paths, root: Path | None) -> Iterable[Item]:
        if lazily or pipeline.is_large(where):
            return pipeline.stream_sources(where, root, recursive=recursive)
        return cc.load_sources(where, root)

    return load
