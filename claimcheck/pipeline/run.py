"""One run over all documents: what each batch says, done by an engine or known from a checkpoint."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path

from claimcheck import engines, sources
from claimcheck.errors import Problem, SourceError
from claimcheck.model.text import Source
from claimcheck.pipeline.batch import Batch, Item, Work, batches
from claimcheck.pipeline.partial import Gathering, Partial
from claimcheck.sources import Sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.pipeline.checkpoint import Checkpoint


class Run:
    """The work on all batches.

    Args:
        work: What is done with every batch.
        checkpoint: A file that keeps finished batches; None for none.
        rules: Version of the rules that the run follows.

    Attributes:
        referred: Sources that claims refer to, as far as they have been met, by id.
    """

    def __init__(self, work: Work, checkpoint: Path | str | None, rules: str) -> None:
        self._work = work
        self._kept: Checkpoint | None = None
        if checkpoint is not None:
            # Only a run that keeps its work needs a database.
            from claimcheck.pipeline import checkpoint as keeping

            self._kept = keeping.Checkpoint(Path(checkpoint), keeping.key_of_run(work.claims, work.policy, rules))
        self._gathering = Gathering()
        self._done = 0
        self._keys: dict[int, tuple[str, frozenset[int]]] = {}
        self._wanted = {reading.source_id for claim in work.claims for reading in claim.readings}
        accepted = (accepted for claim in work.claims for accepted in claim.accepted)
        self._wanted.update(name for one in accepted for name in one.source_ids)
        self.referred: dict[str, Source] = {}

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
                    if self._kept:
                        key, lasting = self._keys.pop(result.first)
                        if result.sound(lasting):
                            self._kept.put(key, result)
                    self._take(result, tell)
            if self._kept:
                self._kept.finish()
        return self._gathering.whole()

    def _left(self, documents: Iterable[Item], tell: Callable[[int], None]) -> Iterator[Batch]:
        """The batches that are still to be done; what is kept of the others is taken on the way."""
        for batch in batches(self._met(documents)):
            if self._kept:
                key = self._kept.key(batch)
                kept = self._kept.get(key)
                if kept is not None:
                    self._take(kept, tell)
                    continue
                broken = (n for n, item in enumerate(batch.items, batch.first) if isinstance(item, sources.Broken))
                self._keys[batch.first] = key, frozenset(broken)
            yield batch

    def _met(self, documents: Iterable[Item]) -> Iterator[Item]:
        """The documents, each with an id of its own.

        Raises:
            SourceError: If two have the same.
        """
        unique = isinstance(documents, Sources)
        with closing(sources.Ids()) as ids:
            for number, item in enumerate(documents, 1):
                name = item.source.id
                if not unique and (first := ids.taken(name, str(number))):
                    message = f"the id `{name}` of document {number} is taken (first by document {first})"
                    raise SourceError(Problem(message, "give each source an id of its own"))
                if name in self._wanted:
                    self.referred[name] = item.source
                yield item

    def _take(self, partial: Partial, tell: Callable[[int], None]) -> None:
        self._gathering.add(partial)
        self._done += len(partial)
        tell(self._done)
