"""What some of the documents say, so that it can be put together with what the others say.

Merging is a union: it does not matter which documents were worked on together, nor in which order the parts come.
Every document carries its position in the run, and everything is in that order in the end.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from attrs import frozen

from claimcheck.errors import InvalidValue, Problem
from claimcheck.model.claim import Match
from claimcheck.model.finding import Evidence, QuoteCheck
from claimcheck.model.text import Source

NEAREST_SOURCES = 50
"""Sources without a reading whose nearest sentences a finding shows; nobody looks through more. Those with the
best scores are kept, so that memory and report do not grow with the number of sources that say nothing."""


LISTED = 1_000
"""Documents that say nothing for any claim of which a report names up to this many; of more only their number."""

UNREADABLE = 100
"""Documents that cannot be read of which the problems are kept; of more only their number."""


class Part(NamedTuple):
    """What one document says.

    Attributes:
        position: Its place among the documents of the run, counted from 0.
        source: What it is the text of.
        sentences: Number of sentences read.
        mentions: Number of values read in them; in a large run only where a claim may be met.
        evidence: For each claim that it has readings of, the claim's number and the readings in the order of the
            text.
        quotes: Curated quotes that do not stand in it as written, each with the number of its claim.
        problems: What is wrong with the claims as far as this document shows, with their numbers.
    """

    position: int
    source: Source
    sentences: int = 0
    mentions: int = 0
    evidence: tuple[tuple[int, tuple[Evidence, ...]], ...] = ()
    quotes: tuple[tuple[int, QuoteCheck], ...] = ()
    problems: tuple[tuple[int, Problem], ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether there is anything in it that a finding must know of."""
        return bool(self.evidence or self.quotes or self.problems)


class Unreadable(NamedTuple):
    """A document that could not be read.

    Attributes:
        position: Its place among the documents of the run, counted from 0.
        problems: Why, at least one.
    """

    position: int
    problems: tuple[Problem, ...]


class Near(NamedTuple):
    """The nearest sentences of a document without a reading of a claim.

    Attributes:
        claim: Number of the claim.
        position: The document's place.
        matches: The sentences, best first, at least one.
    """

    claim: int
    position: int
    matches: tuple[Match, ...]


class Tally(NamedTuple):
    """How much was read of a stretch of documents whose length is a power of two and divides its first position.

    Of two such stretches one lies in the other or they have nothing in common, so they can be put together without
    counting anything twice, and those that stand side by side are joined: however many documents there are, some
    dozens of these are enough.

    Attributes:
        first: The first position.
        length: How many positions.
        unreadable: How many of the documents could not be read.
        undated: How many of the others have no date.
        sentences: Number of sentences read.
        mentions: Number of values read in them; in a large run only where a claim may be met.
    """

    first: int
    length: int = 1
    unreadable: int = 0
    undated: int = 0
    sentences: int = 0
    mentions: int = 0

    @property
    def end(self) -> int:
        """The position after the last."""
        return self.first + self.length

    def joins(self, other: "Tally") -> bool:
        """Whether this and the stretch after it are the halves of one."""
        return self.length == other.length and self.end == other.first and not self.first % (2 * self.length)

    def joined(self, other: "Tally") -> "Tally":
        """This stretch and the one after it as one."""
        return Tally(
            self.first,
            self.length + other.length,
            self.unreadable + other.unreadable,
            self.undated + other.undated,
            self.sentences + other.sentences,
            self.mentions + other.mentions,
        )


@frozen
class Partial:
    """What some of the documents say.

    Attributes:
        parts: What each says, by position: those that speak of a claim or have nearest sentences, and the first
            `LISTED` of the others.
        nearest: The nearest sentences, by claim and position; of each claim the `NEAREST_SOURCES` best.
        unreadable: Documents that could not be read, by position, the first `UNREADABLE` of them.
        tallies: How much was read of all of them, by position.
    """

    parts: tuple[Part, ...] = ()
    nearest: tuple[Near, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    tallies: tuple[Tally, ...] = ()

    def __len__(self) -> int:
        return sum(tally.length for tally in self.tallies)

    @property
    def first(self) -> int:
        """The lowest position; of no documents, 0."""
        return self.tallies[0].first if self.tallies else 0

    def sound(self, lasting: Collection[int] = ()) -> bool:
        """Whether nothing is wrong that a user could mend and then begin again.

        Args:
            lasting: Positions of documents that nobody can mend without their key in a checkpoint changing.
        """
        return not any(part.problems for part in self.parts) and all(
            unreadable.position in lasting for unreadable in self.unreadable
        )

    @property
    def broken(self) -> int:
        """How many documents could not be read."""
        return sum(tally.unreadable for tally in self.tallies)

    @property
    def shown(self) -> tuple[Part, ...]:
        """The parts of which a report names the source: all, unless more than `LISTED` say nothing."""
        silent = len(self) - self.broken - sum(part.speaks for part in self.parts)
        if silent <= LISTED:
            return self.parts
        near = {found.position for found in self.nearest}
        return tuple(part for part in self.parts if part.speaks or part.position in near)


def of_batch(parts: Iterable[Part], nearest: Iterable[Near], unreadable: Iterable[Unreadable]) -> Partial:
    """What the documents of a batch say, each of them given once, by position."""
    read, broken, near = tuple(parts), tuple(unreadable), best(nearest)
    tallies = [Tally(u.position, unreadable=1) for u in broken]
    for part in read:
        undated = part.source.reference_date is None
        tallies.append(Tally(part.position, 1, 0, undated, part.sentences, part.mentions))
    return Partial(_kept(read, near), near, broken[:UNREADABLE], _joined(tallies))


def _position(placed: Part | Unreadable | Near) -> int:
    return placed.position


def merge(partials: Iterable[Partial]) -> Partial:
    """What all the documents together say.

    Associative and commutative; of a document that is in several, the one is kept, since they are the same.

    Raises:
        InvalidValue: If two different documents are at one position.
    """
    given = tuple(partials)
    parts: dict[int, Part] = {}
    for part in sorted(chain.from_iterable(p.parts for p in given), key=_position):
        known = parts.setdefault(part.position, part)
        if known is not part and known != part:
            raise InvalidValue(f"two documents are at the position {part.position}")
    unreadable = {u.position: u for u in sorted(chain.from_iterable(p.unreadable for p in given), key=_position)}
    nearest = best({(n.claim, n.position): n for p in given for n in p.nearest}.values())
    tallies = _joined(chain.from_iterable(p.tallies for p in given))
    return Partial(_kept(parts.values(), nearest), nearest, tuple(unreadable.values())[:UNREADABLE], tallies)


def _kept(parts: Iterable[Part], nearest: Iterable[Near]) -> tuple[Part, ...]:
    """The parts that a report may need, given and returned by position."""
    near = {found.position for found in nearest}
    silent = 0
    kept = []
    for part in parts:
        speaks = part.speaks
        silent += not speaks
        if speaks or silent <= LISTED or part.position in near:
            kept.append(part)
    return tuple(kept)


def _joined(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """The same in as few stretches as there can be, by position."""
    joined: list[Tally] = []
    for tally in sorted(tallies, key=lambda t: (t.first, -t.length)):
        if joined and tally.first < joined[-1].end:
            continue
        joined.append(tally)
        while len(joined) > 1 and joined[-2].joins(joined[-1]):
            joined[-2:] = [joined[-2].joined(joined[-1])]
    return tuple(joined)


def best(nearest: Iterable[Near]) -> tuple[Near, ...]:
    """Of each claim those of `NEAREST_SOURCES` documents with the best scores, by claim and position."""
    by_claim: dict[int, list[Near]] = {}
    for near in nearest:
        by_claim.setdefault(near.claim, []).append(near)
    kept = (
        near
        for _, found in sorted(by_claim.items())
        for near in sorted(sorted(found, key=_goodness)[:NEAREST_SOURCES], key=_position)
    )
    return tuple(kept)


def _goodness(near: Near) -> tuple[float, int]:
    return -near.matches[0].score, near.position


class Gathering:
    """Partials put together as they come, at O(n log n) for n documents in all.

    Like the digits of a binary counter: partials are only merged with others of about their size.
    """

    def __init__(self) -> None:
        self._digits: list[Partial] = []

    def add(self, partial: Partial) -> None:
        """Take in one more."""
        while self._digits and len(self._digits[-1]) <= len(partial):
            partial = merge((self._digits.pop(), partial))
        self._digits.append(partial)

    def whole(self) -> Partial:
        """Everything so far."""
        return merge(self._digits)


def evidence_by_claim(partial: Partial, claim_ids: Sequence[str]) -> Mapping[str, tuple[Evidence, ...]]:
    """The readings of each claim that has any, by its id, in the order of documents and text."""
    found: dict[str, list[Evidence]] = {}
    for part in partial.parts:
        for number, evidence in part.evidence:
            found.setdefault(claim_ids[number], []).extend(evidence)
    return {claim_id: tuple(evidence) for claim_id, evidence in found.items()}


def nearest_by_claim(partial: Partial, claim_ids: Sequence[str]) -> Mapping[str, tuple[Match, ...]]:
    """The nearest sentences of each claim, by its id, in the order of documents."""
    found: dict[str, list[Match]] = {}
    for near in partial.nearest:
        found.setdefault(claim_ids[near.claim], []).extend(near.matches)
    return {claim_id: tuple(matches) for claim_id, matches in found.items()}


def quotes_by_claim(partial: Partial, claim_ids: Sequence[str]) -> Mapping[str, tuple[QuoteCheck, ...]]:
    """The quotes of each claim that went astray, by its id, in the order of documents."""
    found: dict[str, list[QuoteCheck]] = {}
    for part in partial.parts:
        for number, quote in part.quotes:
            found.setdefault(claim_ids[number], []).append(quote)
    return {claim_id: tuple(quotes) for claim_id, quotes in found.items()}
