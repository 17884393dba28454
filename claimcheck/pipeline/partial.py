"""What some of the documents say, so that it can be put together with what the others say.

Merging is a union: it does not matter which documents were worked on together, nor in which order the parts come.
Every document carries its position in the run, and everything is in that order in the end.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from attrs import frozen

from claimcheck.errors import InvalidValue, Problem
from claimcheck.model.claim import Match
from claimcheck.model.finding import Evidence, QuoteCheck
from claimcheck.model.text import Source

NEAREST_SOURCES = 50
"""Sources without a reading whose nearest sentences a finding shows; nobody looks through more. Those with the
best scores are kept, so that memory and report do not grow with the number of sources that say nothing."""


@frozen
class Part:
    """What one document says.

    Attributes:
        position: Its place among the documents of the run, counted from 0.
        source: What it is the text of.
        sentences: Number of sentences read.
        mentions: Number of values found in them.
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


@frozen
class Unreadable:
    """A document that could not be read.

    Attributes:
        position: Its place among the documents of the run, counted from 0.
        problems: Why, at least one.
    """

    position: int
    problems: tuple[Problem, ...]


@frozen
class Near:
    """The nearest sentences of a document without a reading of a claim.

    Attributes:
        claim: Number of the claim.
        position: The document's place.
        matches: The sentences, best first, at least one.
    """

    claim: int
    position: int
    matches: tuple[Match, ...]


@frozen
class Partial:
    """What some of the documents say.

    Attributes:
        parts: What each says, by position.
        nearest: The nearest sentences, by claim and position; of each claim the `NEAREST_SOURCES` best.
        unreadable: Documents that could not be read, by position.
    """

    parts: tuple[Part, ...] = ()
    nearest: tuple[Near, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    def __len__(self) -> int:
        return len(self.parts) + len(self.unreadable)

    @property
    def first(self) -> int:
        """The lowest position; of no documents, 0."""
        return min([*map(_position, self.parts[:1]), *map(_position, self.unreadable[:1])], default=0)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong that a user could mend and then begin again."""
        return not self.unreadable and not any(part.problems for part in self.parts)


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
        if parts.setdefault(part.position, part) != part:
            raise InvalidValue(f"two documents are at the position {part.position}")
    unreadable = {u.position: u for u in sorted(chain.from_iterable(p.unreadable for p in given), key=_position)}
    nearest = {(n.claim, n.position): n for p in given for n in p.nearest}
    return Partial(tuple(parts.values()), best(nearest.values()), tuple(unreadable.values()))


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
