"""What comes out: what the sources of a claim say, apart and jointly, and the report."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import evolve, field, frozen, validators

from claimcheck.errors import InvalidValue, Place, Problem
from claimcheck.model.claim import Claim, Match, Modality
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.drawn import Drawn
from claimcheck.model.interval import Interval
from claimcheck.model.text import Role, Source, Span
from claimcheck.model.ties import Conflict, Statement
from claimcheck.model.told import Told
from claimcheck.model.value import Sense, Value


class Status(StrEnum):
    """How many origins speak of a claim and whether they meet."""

    CONSENSUS = "consensus"
    TIE = "tie"
    SINGLE_SOURCE = "single_source"
    UNMENTIONED = "unmentioned"


@frozen(repr=False)
class Excerpt(Told):
    """The words around a value, so that a report needs no document.

    Attributes:
        text: The sentence, as it stands.
        span: Where the value stands in `text`; empty at its end where the sentence has none.
        document_span: Where the value stands in the document, in characters counted from 0.
        line: Line of the value in its file, counted from 1.
        column: Column of the value in characters, counted from 1.
        prefix: Up to 32 characters of the document before the value.
        suffix: Up to 32 characters of the document after it.
        before: The rest of its paragraph before the sentence, as it stands; empty at its start.
        after: The rest of its paragraph after the sentence.
    """

    text: str
    span: Span
    document_span: Span
    line: int = field(default=1, validator=validators.ge(1))
    column: int = field(default=1, validator=validators.ge(1))
    prefix: str = ""
    suffix: str = ""
    before: str = ""
    after: str = ""

    def __attrs_post_init__(self) -> None:
        if self.span.end > len(self.text):
            raise InvalidValue(f"{self.span} ends beyond an excerpt of {len(self.text)} characters")

    @property
    def exact(self) -> str:
        """The surface of the value."""
        return self.span.of(self.text)


@frozen(repr=False)
class Evidence(Told):
    """A reading as a report shows it, complete in itself.

    Attributes:
        source_id: The source.
        value: What it says.
        senses: The intervals it licenses, ordinary first.
        excerpt: Its words.
        role: Part of the article it stands in.
        quoted: Whether it stands in a quotation.
        speaker: Who is quoted; empty where the article does not say.
        modality: Whether it is stated as a fact.
        scope: Words that limit it.
        score: Score of the match, 0 to 100.
        why: What the score is made of, one short phrase each, heaviest first.
        resolved: How a relative expression was resolved; empty where there was none.
        origin: Name of the independent origin it belongs to; readings of one origin count once.
        origin_why: Why it shares that origin with others; empty where it stands alone.
        weak: Whether it stands in a headline, caption or furniture, or repeats a better reading of its source,
            and so is shown but does not vote.
        curated: Whether a person read it.
        predicate: The verb that governs the value (`channeled`, `was given`); empty where none surely does.
        as_of: The days of which the figure is told; None where the sentence does not say.
        as_of_why: The words that say so.
    """

    source_id: str
    value: Value
    senses: tuple[Sense, ...]
    excerpt: Excerpt
    role: Role = Role.BODY
    quoted: bool = False
    speaker: str = ""
    modality: Modality = Modality.STATED
    scope: tuple[str, ...] = ()
    score: float = 100.0
    why: tuple[str, ...] = ()
    resolved: str = ""
    origin: str = ""
    origin_why: str = ""
    weak: bool = False
    curated: bool = False
    predicate: str = ""
    as_of: Interval | None = None
    as_of_why: str = ""


@frozen(repr=False)
class Consensus(Told):
    """What most independent origins jointly say.

    Attributes:
        interval: The stretch that the most origins cover in their ordinary senses; None for texts, which lie on no
            axis.
        wording: That stretch as people write it (`$3 billion`, `2008`).
        supporters: Ids of the sources inside, in the order of the report.
        origins: Number of independent origins inside, at least 1.
        dissenters: Ids of the sources outside that have a voting reading.
    """

    interval: Interval | None
    wording: str
    supporters: tuple[str, ...]
    origins: int = field(validator=validators.ge(1))
    dissenters: tuple[str, ...] = ()


@frozen(repr=False)
class Derived(Told):
    """What readings of other claims imply for this one; it annotates and never votes.

    Attributes:
        source_id: The source of the readings; where no source states all of them, those that do, joined by ` + `.
        from_claim: The claim, or the claims joined by ` and `, that they are readings of.
        interval: What they imply, on the axis of this claim.
        wording: That interval as people write it.
        arithmetic: How it was got, in one line.
        comparisons: How it relates to each stated value, with what both together would mean.
        statements: The readings themselves.
    """

    source_id: str
    from_claim: str
    interval: Interval
    wording: str
    arithmetic: str
    comparisons: tuple[Comparison, ...] = ()
    statements: tuple[Statement, ...] = ()


@frozen(repr=False)
class QuoteCheck(Told):
    """A curated quote that no longer stands in its source as written.

    Attributes:
        source_id: The source.
        quote: The quote.
        state: What became of it (`moved`, `changed`, `missing`).
        found: The nearest words of the source; empty when missing.
        reason: One line that says so.
    """

    source_id: str
    quote: str
    state: str
    found: str
    reason: str


@frozen(repr=False)
class Finding(Drawn):
    """A claim's outcome over all its sources.

    Attributes:
        claim: The claim.
        status: How many origins speak of it and whether they meet.
        relation: The weakest relation between any two origins; None where fewer than two can be compared.
        reason: One line for the headline.
        evidence: All readings, in the order of sources and of their text.
        comparisons: Every pair of sources' best readings, weakest first; of many sources, those that say the same
            are one side of a comparison.
        within: Readings of one source that are weaker than compatible among themselves, weakest first.
        expected: Each source's reading against the claim's `expect`, where it has one.
        consensus: The joint value; None when unmentioned or tied.
        ties: The stretches that equally many origins cover, when there is no single best.
        derived: What other claims imply for this one.
        conflicts: Sets of statements, this claim's among them, that cannot all be true; none larger than need be.
        nearest: For each source without a reading, its nearest sentences, and why they were not taken.
        quotes: Curated quotes that are not where they were.
        accepted: Why a disagreement is accepted; empty where it is not.
        left_out: Pairs of sources that no comparison stands for, because very many say something different.
    """

    claim: Claim
    status: Status
    relation: Relation | None
    reason: str
    evidence: tuple[Evidence, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    within: tuple[Comparison, ...] = ()
    expected: tuple[Comparison, ...] = ()
    consensus: Consensus | None = None
    ties: tuple[Consensus, ...] = ()
    derived: tuple[Derived, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    nearest: tuple[Match, ...] = ()
    quotes: tuple[QuoteCheck, ...] = ()
    accepted: str = ""
    left_out: int = 0

    def of(self, source_id: str) -> tuple[Evidence, ...]:
        """The evidence from one source, in the order of its text."""
        return tuple(e for e in self.evidence if e.source_id == source_id)


@frozen(repr=False)
class SkippedSource(Told):
    """A source that could not be read and was left out on request.

    Attributes:
        reason: What is wrong with it, in one line.
        place: Where it stands, without the line itself; None where it has no place in a file.
    """

    reason: str
    place: Place | None = None

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> "SkippedSource":
        """The source that has these problems, at least one."""
        first, *more = problems
        told = [first.message, *(f"{p.place}: {p.message}" if p.place else p.message for p in more)]
        return cls("; ".join(told), first.place and evolve(first.place, source_line="", width=1))

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason


@frozen(repr=False)
class Report(Drawn):
    """All findings of one run.

    Attributes:
        findings: One for each claim, in the order of the claim files.
        sources: The sources, in the order of the manifest; of very many only those of which something is shown.
        claim_files: The claim files, as named by the user.
        notes: What a reader should know of the run (a source without a date, a file changed), a line each.
        sentences: Number of sentences read.
        mentions: Number of values read in them; in a large run only where a claim may be met.
        rules: Version of the rules that made it.
        silent: Sources that were read and are not among `sources`, as they say nothing for any claim.
        skipped: Number of sources that could not be read and were left out on request.
        skipped_sources: The first of them, in the order of the sources.
    """

    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    claim_files: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sentences: int = 0
    mentions: int = 0
    rules: str = ""
    silent: int = field(default=0, validator=validators.ge(0))
    skipped: int = field(default=0, validator=validators.ge(0))
    skipped_sources: tuple[SkippedSource, ...] = ()

    @property
    def documents(self) -> int:
        """Number of sources read."""
        return len(self.sources) + self.silent

    def __getitem__(self, claim_id: str) -> Finding:
        for finding in self.findings:
            if finding.claim.id == claim_id:
                return finding
        raise KeyError(claim_id)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def source(self, source_id: str) -> Source:
        """The source of that id.

        Raises:
            KeyError: If there is none.
        """
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)
