"""The one composer: it chooses the kinds, the policy and the engine, and runs every stage in turn.

`check` is a map and a merge: a pure function over batches of documents (`batch`), whose results are put together
in any order (`partial`), by whichever engine, from a checkpoint or anew, and then reconciled as a whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import length_hint
from pathlib import Path
from typing import Literal

from claimcheck import claimfile, engines, reconcile, sources
from claimcheck.errors import ClaimFileError, SourceError
from claimcheck.kinds import kind_names, read_value
from claimcheck.model.claim import ClaimSet
from claimcheck.model.finding import Report, SkippedSource
from claimcheck.model.text import Document, Source
from claimcheck.pipeline.batch import Batch, Item, Unread, Work, batches
from claimcheck.pipeline.partial import Partial, evidence_by_claim, nearest_by_claim, quotes_by_claim
from claimcheck.pipeline.reading import answering
from claimcheck.pipeline.run import Run
from claimcheck.policy import DEFAULT, Policy
from claimcheck.sources import Sources

__all__ = [
    "RULES",
    "Batch",
    "Item",
    "Partial",
    "Progress",
    "Sources",
    "Unread",
    "Work",
    "answering",
    "batches",
    "check",
    "is_large",
    "load_claims",
    "load_sources",
    "schemas",
    "stream_sources",
]

RULES = "2026.11"
"""Version of the rules that readings and verdicts follow; a report carries it."""

Progress = Callable[[str, int, int], None]
"""Called as work goes on, with what is being done, how many are done and how many there are (0: nobody knows)."""

_NOTED = 20  # sources without a date that are named one by one


def load_claims(*paths: Path | str) -> ClaimSet:
    """Load claim files, or folders of them.

    Raises:
        ClaimFileError: With every problem of every file.
    """
    return claimfile.load_claims(paths, read_value, kind_names())


def load_sources(
    where: Path | str | Sequence[Path | str], root: Path | str | None = None, *, recursive: bool = False
) -> tuple[Document, ...]:
    """Load the documents of a manifest, a folder, a file or an archive, or of several.

    Args:
        where: A manifest (`*.yaml`), a folder of articles, a file, an archive (`*.jsonl`, `*.jsonl.gz`,
            `*.parquet`), or a list of those.
        root: The folder that the manifest's files are relative to; the manifest's own folder by default.
        recursive: Whether the folders in folders are gone through too.

    Raises:
        SourceError: With the problems of every source.
        MissingExtra: If an archive needs a package that is not installed.
    """
    return sources.load_sources(where, None if root is None else Path(root), recursive=recursive)


def stream_sources(
    where: Path | str | Sequence[Path | str], root: Path | str | None = None, *, recursive: bool = False
) -> Sources:
    """The sources that `load_sources` would load, to be read one after another where they are worked on.

    They are never held as a whole, so an archive may be as long as it likes.

    Args:
        where: A manifest (`*.yaml`), a folder of articles, a file, an archive, or a list of those.
        root: The folder that the manifest's files are relative to; the manifest's own folder by default.
        recursive: Whether the folders in folders are gone through too.

    Raises:
        SourceError: With every problem of manifests as a whole; those of single sources come from `check`.
        MissingExtra: If an archive needs a package that is not installed.
    """
    return sources.stream_sources(where, None if root is None else Path(root), recursive=recursive)


def is_large(where: Path | str | Sequence[Path | str]) -> bool:
    """Whether what is named may have more sources than should be held at once, and is better streamed."""
    return sources.is_large(where)


def check(
    claims: ClaimSet,
    documents: Iterable[Item],
    policy: Policy | None = None,
    progress: Progress | None = None,
    *,
    engine: str = "here",
    workers: int | None = None,
    address: str = "",
    checkpoint: Path | str | None = None,
    on_error: Literal["fail", "skip"] = "fail",
) -> Report:
    """Hold every claim against every document and say where the sources agree and where they do not.

    The report is the same, to the byte, whichever engine does the work, with however many workers, and whether or
    not the run was interrupted.

    Args:
        claims: The claims.
        documents: The documents, or where to read them (`Unread`), with unique source ids. An iterator is taken
            in step with the work and never held as a whole.
        policy: Settings of the judgement; the defaults serve every kind of text.
        progress: Told how far the work has got.
        engine: Where the work is done: `here`, `processes` or `dask`.
        workers: How many batches of documents are worked on at once; by default one for each processor.
        address: Where the workers are (`tcp://…`), for an engine that has them elsewhere.
        checkpoint: A file to keep finished batches in, so that a run that was stopped can go on from there.
        on_error: What to do about sources that cannot be read: `fail` tells all their problems, when everything
            else is done; `skip` leaves them out, and the report counts and names them.

    Raises:
        ClaimFileError: If a claim refers to a source that is not among the documents, or a curated quote states no
            value and none is given for it; with all such problems.
        SourceError: If documents cannot be read, with their problems; if two have one id; if none is left.
        EngineError: If the work cannot be carried through.
        InvalidInput: If engine, workers or address do not fit together, or the checkpoint cannot be used.
        MissingExtra: If the engine needs a package that is not installed.
    """
    policy = policy or DEFAULT
    tell = progress or (lambda what, done, total: None)
    member = engines.by_name(engine, workers, address)
    known = documents if isinstance(documents, Sequence) else ()
    if known:
        _refuse_unknown(claims, [item.source for item in known])
    run = Run(Work(claims, policy), checkpoint, RULES)
    total = length_hint(documents, 0)
    partial = run.partial(member, documents, lambda done: tell("checking", done, total), workers, address)
    shown = partial.shown
    origin = tuple(part.source for part in shown)
    _refuse_broken(partial, skip=on_error == "skip")
    if not known:
        _refuse_unknown(claims, [*origin, *run.referred.values()])
    ids = [claim.id for claim in claims]
    tell("reconciling", 0, len(claims))
    findings = reconcile.reconcile(
        tuple(claims),
        evidence_by_claim(partial, ids),
        origin,
        policy,
        nearest_by_claim(partial, ids),
        quotes_by_claim(partial, ids),
    )
    tell("reconciling", len(claims), len(claims))
    return Report(
        findings=findings,
        sources=origin,
        claim_files=claims.files,
        notes=tuple(_notes(origin, sum(tally.undated for tally in partial.tallies))),
        sentences=sum(tally.sentences for tally in partial.tallies),
        mentions=sum(tally.mentions for tally in partial.tallies),
        rules=RULES,
        silent=len(partial) - partial.broken - len(shown),
        skipped=partial.broken,
        skipped_sources=tuple(SkippedSource.of(unreadable.problems) for unreadable in partial.unreadable),
    )


def _refuse_unknown(claims: ClaimSet, known: Iterable[Source]) -> None:
    unknown = claimfile.unknown_sources(claims, [source.id for source in known])
    if unknown:
        raise ClaimFileError(*unknown)


def _refuse_broken(partial: Partial, *, skip: bool) -> None:
    """Complain of documents that could not be read, then of claims that no document could be held against."""
    problems = [problem for unreadable in partial.unreadable for problem in unreadable.problems]
    more = partial.broken - len(partial.unreadable)
    if partial.broken and (not skip or partial.broken == len(partial)):
        raise SourceError(*problems, *([sources.and_more(more)] if more else ()))
    found = [(number, problem) for part in partial.parts for number, problem in part.problems]
    if found:
        raise ClaimFileError(*(problem for _, problem in sorted(found, key=lambda pair: pair[0])))


def _notes(origin: Iterable[Source], undated: int) -> Iterator[str]:
    """What a reader should know of the sources; of very many without a date only how many there are."""
    named = 0
    for source in origin:
        if source.reference_date is None and named < _NOTED:
            named += 1
            yield f"{source.id} has no publication date: its relative dates stay unresolved"
        if source.note:
            yield f"{source.id}: {source.note}"
    if undated > named:
        yield f"{undated - named} more sources have no publication date"


def schemas() -> Mapping[str, dict[str, object]]:
    """The JSON Schemas of claim files and manifests, by name."""
    return {"claims": claimfile.schema(kind_names()), "sources": sources.schema()}
