"""The one composer: it chooses the kinds, the policy and the engine, and runs every stage in turn.

`check` is a map and a merge: a pure function over batches of documents (`batch`), whose results are put together
in any order (`partial`), by whichever engine, from a checkpoint or anew, and then reconciled as a whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import closing, nullcontext
from pathlib import Path

from claimcheck import claimfile, engines, reconcile, sources
from claimcheck.errors import ClaimFileError, SourceError
from claimcheck.model.claim import ClaimSet
from claimcheck.model.finding import Report
from claimcheck.model.text import Document, Source
from claimcheck.pipeline.batch import Batch, Item, Unread, Work, batches
from claimcheck.pipeline.checkpoint import Checkpoint, key_of_run
from claimcheck.pipeline.partial import (
    Gathering,
    Partial,
    evidence_by_claim,
    nearest_by_claim,
    quotes_by_claim,
)
from claimcheck.pipeline.reading import answering
from claimcheck.policy import DEFAULT, Policy
from claimcheck.statements import kind_names, read_value

__all__ = [
    "RULES",
    "Batch",
    "Item",
    "Partial",
    "Progress",
    "Unread",
    "Work",
    "answering",
    "batches",
    "check",
    "list_sources",
    "load_claims",
    "load_sources",
    "schemas",
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


def load_sources(where: Path | str | Sequence[Path | str], root: Path | str | None = None) -> tuple[Document, ...]:
    """Load the documents of a manifest, a folder or a list of files.

    Args:
        where: A manifest (`*.yaml`), a folder of articles, or a list of files.
        root: The folder that the manifest's files are relative to; the manifest's own folder by default.

    Raises:
        SourceError: With every problem of every file.
    """
    return sources.load_sources(where, None if root is None else Path(root))


def list_sources(
    where: Path | str | Sequence[Path | str], root: Path | str | None = None
) -> tuple[sources.Filed, ...]:
    """The sources of a manifest, a folder or a list of files, to be read where they are worked on.

    Args:
        where: A manifest (`*.yaml`), a folder of articles, or a list of files.
        root: The folder that the manifest's files are relative to; the manifest's own folder by default.

    Raises:
        SourceError: With every problem of manifests and ids; those of texts come from `check`.
    """
    return sources.list_sources(where, None if root is None else Path(root))


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

    Raises:
        ClaimFileError: If a claim refers to a source that is not among the documents, or a curated quote states no
            value and none is given for it; with all such problems.
        SourceError: If documents cannot be read; with all their problems.
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
    run = _Run(claims, policy, checkpoint)
    total = len(documents) if isinstance(documents, Sized) else 0
    partial = run.partial(member, documents, lambda done: tell("checking", done, total), workers, address)
    origin = tuple(part.source for part in partial.parts)
    _refuse_broken(partial, claims)
    if not known:
        _refuse_unknown(claims, origin)
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
        notes=tuple(_notes(origin)),
        sentences=sum(part.sentences for part in partial.parts),
        mentions=sum(part.mentions for part in partial.parts),
        rules=RULES,
    )


class _Run:
    """The work on all batches, done by an engine or known from a checkpoint."""

    def __init__(self, claims: ClaimSet, policy: Policy, checkpoint: Path | str | None) -> None:
        self._work = Work(claims, policy)
        self._kept: Checkpoint | None = None
        if checkpoint is not None:
            self._kept = Checkpoint(Path(checkpoint), key_of_run(claims, policy, RULES))
        self._gathering = Gathering()
        self._done = 0
        self._keys: dict[int, str] = {}

    def partial(
        self,
        engine: engines.Engine,
        documents: Iterable[Item],
        tell: Callable[[int], None],
        workers: int | None,
        address: str,
    ) -> Partial:
        """What all documents say."""
        tell(0)
        with self._kept or nullcontext():
            left = self._left(documents, tell)
            with closing(engine.run(self._work, left, workers=workers, address=address)) as results:
                for result in results:
                    if self._kept and result.sound:
                        self._kept.put(self._keys.pop(result.first), result)
                    self._take(result, tell)
            if self._kept:
                self._kept.finish()
        return self._gathering.whole()

    def _left(self, documents: Iterable[Item], tell: Callable[[int], None]) -> Iterator[Batch]:
        """The batches that are still to be done; what is kept of the others is taken on the way."""
        for batch in batches(documents):
            if self._kept:
                key = self._kept.key(batch)
                kept = self._kept.get(key)
                if kept is not None:
                    self._take(kept, tell)
                    continue
                self._keys[batch.first] = key
            yield batch

    def _take(self, partial: Partial, tell: Callable[[int], None]) -> None:
        self._gathering.add(partial)
        self._done += len(partial)
        tell(self._done)


def _refuse_unknown(claims: ClaimSet, known: Iterable[Source]) -> None:
    unknown = claimfile.unknown_sources(claims, [source.id for source in known])
    if unknown:
        raise ClaimFileError(*unknown)


def _refuse_broken(partial: Partial, claims: ClaimSet) -> None:
    """Complain of documents that could not be read, then of claims that no document could be held against."""
    if partial.unreadable:
        raise SourceError(*(problem for unreadable in partial.unreadable for problem in unreadable.problems))
    found = [(number, problem) for part in partial.parts for number, problem in part.problems]
    if found:
        raise ClaimFileError(*(problem for _, problem in sorted(found, key=lambda pair: pair[0])))


def _notes(origin: Iterable[Source]) -> Iterator[str]:
    """What a reader should know of the sources; of very many without a date only how many."""
    undated = 0
    for source in origin:
        if source.reference_date is None:
            undated += 1
            if undated <= _NOTED:
                yield f"{source.id} has no publication date: its relative dates stay unresolved"
        if source.note:
            yield f"{source.id}: {source.note}"
    if undated > _NOTED:
        yield f"{undated - _NOTED} more sources have no publication date"


def schemas() -> Mapping[str, dict[str, object]]:
    """The JSON Schemas of claim files and manifests, by name."""
    return {"claims": claimfile.schema(kind_names()), "sources": sources.schema()}
