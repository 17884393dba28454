"""The work itself: one pure function from a batch of documents to what they say.

It depends on nothing but the claims, the policy and the batch, so it can be done anywhere, in any order, again.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from claimcheck import matching
from claimcheck.errors import ClaimFileError, InvalidInput, Problem
from claimcheck.model.claim import ClaimSet
from claimcheck.model.finding import Evidence, QuoteCheck
from claimcheck.model.text import Document, Source
from claimcheck.pipeline.partial import Near, Part, Partial, Unreadable, of_batch
from claimcheck.pipeline.reading import Read, hold, read
from claimcheck.policy import Policy

if TYPE_CHECKING:
    from claimcheck.matching.index import ClaimIndex

DOCUMENTS = 32
"""Documents of a batch at most. Together with `CHARACTERS` a second's work or less: small enough that nobody waits
long for the last one and little is lost with a worker, large enough that sending it costs next to nothing."""

FIRST = 4
"""Documents of the first batch at most; the next ones have as many as all before them, up to `DOCUMENTS`. So the
first results are soon there, and a few dozen documents keep several workers busy."""

CHARACTERS = 100_000
"""Characters from which a batch is full."""

SMALL_RUN = 2_000
"""Documents times claims up to which every sentence is held against every claim, so that for a claim that nothing
speaks of the sentences worded most like it can be shown. Where there are more, nobody would look through them."""

SMALL_DOCUMENT = 5_000
"""Sentences times claims up to which a document is small enough for that."""


class Unread(Protocol):
    """A source whose text has not been read yet; small, and fit to be sent to where it will be."""

    @property
    def source(self) -> Source:
        """What is known of it beforehand, its id at least."""
        ...

    @property
    def size(self) -> int:
        """About how many characters its text has; 0 where nobody knows."""
        ...

    def fingerprint(self) -> str:
        """A text that is another one when its content has changed, found out without reading it all."""
        ...

    def read(self) -> Document:
        """The document.

        Raises:
            InvalidInput: If it cannot be read, with every problem.
        """
        ...


Item = Document | Unread


class Batch(NamedTuple):
    """Documents that are worked on together, one after another.

    Attributes:
        first: Position of the first among the documents of the run, counted from 0.
        items: The documents, or where to read them.
    """

    first: int
    items: tuple[Item, ...]

    def __str__(self) -> str:
        ids = [item.source.id for item in self.items]
        if len(ids) == 1:
            return f"document {self.first + 1} ({ids[0]})"
        return f"documents {self.first + 1} to {self.first + len(ids)} ({ids[0]} to {ids[-1]})"


def batches(items: Iterable[Item], documents: int = DOCUMENTS, characters: int = CHARACTERS) -> Iterator[Batch]:
    """Documents in batches, the same for the same documents however many workers there are; small ones first."""
    first, batch, size = 0, list[Item](), 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Document) else item.size
        if len(batch) >= min(documents, max(FIRST, first)) or size >= characters:
            yield Batch(first, tuple(batch))
            first, batch, size = first + len(batch), [], 0
    if batch:
        yield Batch(first, tuple(batch))


class Work:
    """What is done with every batch; claims are made ready once in each process.

    Args:
        claims: The claims.
        policy: Settings of the judgement.
    """

    def __init__(self, claims: ClaimSet, policy: Policy) -> None:
        self.claims = claims
        self.policy = policy
        self._asked = frozenset(claim.kind for claim in claims)
        self._compiled = tuple(matching.compile_claim(claim) for claim in claims)
        self._curated: dict[str, list[int]] = {}
        for number, claim in enumerate(claims):
            for source_id in dict.fromkeys(reading.source_id for reading in claim.readings):
                self._curated.setdefault(source_id, []).append(number)

    @cached_property
    def _index(self) -> "ClaimIndex":
        # A small run holds every sentence against every claim and needs no index.
        from claimcheck.matching.index import ClaimIndex

        return ClaimIndex(self._compiled, self.policy)

    def __reduce__(self) -> tuple[Any, ...]:
        return Work, (self.claims, self.policy)

    def __call__(self, batch: Batch) -> Partial:
        """What the documents of a batch say."""
        parts: list[Part] = []
        nearest: list[Near] = []
        unreadable: list[Unreadable] = []
        for position, item in enumerate(batch.items, batch.first):
            try:
                document = item if isinstance(item, Document) else item.read()
            except InvalidInput as error:
                unreadable.append(Unreadable(position, error.problems))
                continue
            part, near = self._document(position, document)
            parts.append(part)
            nearest += near
        return of_batch(parts, nearest, unreadable)

    def _document(self, position: int, document: Document) -> tuple[Part, list[Near]]:
        """What one document says, and the nearest sentences for claims that it has nothing for."""
        evidence: list[tuple[int, tuple[Evidence, ...]]] = []
        quotes: list[tuple[int, QuoteCheck]] = []
        problems: list[tuple[int, Problem]] = []
        nearest: list[Near] = []
        here = read(document, self._asked)
        for number, among in self._live(position, here):
            try:
                held = hold(self._compiled[number], here, self.policy, among)
            except ClaimFileError as error:
                problems += ((number, problem) for problem in error.problems)
                continue
            quotes += ((number, quote) for quote in held.quotes)
            if held.evidence:
                evidence.append((number, held.evidence))
            if held.nearest:
                nearest.append(Near(number, position, held.nearest))
        part = Part(
            position,
            document.source,
            len(here.sentences),
            here.mentions.found,
            tuple(evidence),
            tuple(quotes),
            tuple(problems),
        )
        return part, nearest

    def _live(self, position: int, here: Read) -> Iterator[tuple[int, Sequence[int] | None]]:
        """The numbers of the claims that a document may speak of, each with the sentences that may; None for all.

        It depends on the document, its position and the claims alone, and so not on who works on what.
        """
        claims = len(self._compiled)
        if (position + 1) * claims <= SMALL_RUN and len(here.sentences) * claims <= SMALL_DOCUMENT:
            yield from ((number, None) for number in range(claims))
            return
        spoken = self._index.in_document(here.sentences)
        for number in sorted(spoken.keys() | self._curated.get(here.document.source.id, ())):
            yield number, spoken.get(number, ())
