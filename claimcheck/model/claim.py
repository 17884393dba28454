"""What people curate (claims) and what is found for it (mentions, matches, readings)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen, validators

from claimcheck.errors import InvalidValue, Place
from claimcheck.model.drawn import Drawn
from claimcheck.model.interval import Interval
from claimcheck.model.text import Quotation, Sentence, Span
from claimcheck.model.ties import Derivation, Implication, OverTime
from claimcheck.model.told import Told
from claimcheck.model.value import Sense, Value


@frozen(repr=False)
class CuratedReading(Told):
    """A value that a person read in a source, with the words that say so.

    Attributes:
        source_id: The source.
        quote: A few words copied from it.
        value: What they say; None leaves it to be read from the quote.
        place: Where in the claim file it stands.
    """

    source_id: str
    quote: str = field(validator=validators.min_len(1))
    value: Value | None = None
    place: Place | None = field(default=None, eq=False)


@frozen(repr=False)
class Acceptance(Told):
    """A disagreement that a person has looked at and let stand.

    Attributes:
        source_ids: The sources that disagree, at least two, or one that disagrees with itself.
        values: What they say, as written in the claim file and read by the kind of the claim.
        by: Who accepted it.
        on: When.
        why: The reason.
        place: Where in the claim file it stands.
        claim_ids: Of a conflict the claim that each value is of, in step with `values`; empty for one claim's own.
    """

    source_ids: tuple[str, ...] = field(validator=validators.min_len(1))
    values: tuple[Value, ...]
    by: str = ""
    on: date | None = None
    why: str = ""
    place: Place | None = field(default=None, eq=False)
    claim_ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        who = " on ".join(part for part in (self.by, self.on.isoformat() if self.on else "") if part)
        return f"{self.why or 'accepted'}{f' ({who})' if who else ''}"


@frozen(repr=False)
class Claim(Told):
    """A curated question or statement with a value kind.

    Attributes:
        id: Name, unique in a claim set.
        kind: Name of the value kind that answers it.
        statement: The statement, `{value}` standing where the value belongs.
        subject: What it speaks of (`Mérida Initiative`).
        aliases: Other names of the subject. An alias with a capital letter names it anywhere; one without
            (`the program`) only where the subject has been named before.
        cues: Words that show that a sentence speaks of this claim (`appropriated`, `since`).
        reject: Words that show that it does not (`helicopters`).
        unit: The unit or counted noun that a value must have; empty for any of the kind.
        during: The window that the value must belong to, where the claim has one (`2019`); None otherwise.
        expect: The value that is expected; None where the sources are only checked against one another.
        rounding: Cap on plain rounding for this claim, as a share of the number (0.05 is 5 %); None takes the
            policy's. `Decimal("Infinity")` allows full rounding.
        implies: Ties to other claims.
        derive: How its value follows from those of other claims; None where it does not.
        over_time: How the quantity moves as time goes on; None where one value holds for good.
        readings: Readings curated by hand.
        accepted: Disagreements that have been accepted.
        tags: Free words to select claims by.
        note: Anything a reader of the report should know.
        place: Where in its file the claim stands.
    """

    id: str = field(validator=validators.matches_re(r"[A-Za-z0-9][A-Za-z0-9._-]*"))
    kind: str = field(validator=validators.min_len(1))
    statement: str = field(validator=validators.min_len(1))
    subject: str = ""
    aliases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    unit: str = ""
    during: Value | None = None
    expect: Value | None = None
    rounding: Decimal | None = None
    implies: tuple[Implication, ...] = ()
    derive: Derivation | None = None
    over_time: OverTime | None = None
    readings: tuple[CuratedReading, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.rounding is not None and not self.rounding >= 0:
            raise InvalidValue(f"the rounding of claim {self.id} is negative")


@frozen(repr=False)
class ClaimSet(Told):
    """The claims of one or more files.

    Attributes:
        claims: The claims, in the order of their files; their ids are unique.
        files: The files they come from, as named by the user.
    """

    claims: tuple[Claim, ...]
    files: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        for claim in self.claims:
            if claim.id in seen:
                raise InvalidValue(f"two claims have the id {claim.id}")
            seen.add(claim.id)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)

    def __getitem__(self, claim_id: str) -> Claim:
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)


class Modality(StrEnum):
    """Whether a value is stated as a fact or as something else."""

    STATED = "stated"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@frozen(repr=False)
class Mention(Drawn):
    """A value where it stands in a text.

    Attributes:
        span: Where the whole wording stands, hedge and unit included, in characters of the document (of the
            text given, for `find_values`).
        surface: The characters under `span`.
        value: What they say.
        alternatives: What else they may say, likeliest first.
        why: Why the first reading was taken, or how it was resolved (`October 2020: the last October that is
            over on 8 October 2021`); empty where there is nothing to explain.
        scope: Words beside the value that limit it (`per year`, `in total`, `a record`, `since`), in order.
        modality: Whether it is stated as a fact.
        quotation: The quotation it stands in; None in the reporter's own voice.
    """

    span: Span
    surface: str
    value: Value
    alternatives: tuple[Value, ...] = ()
    why: str = ""
    scope: tuple[str, ...] = ()
    modality: Modality = Modality.STATED
    quotation: Quotation | None = None

    def __attrs_post_init__(self) -> None:
        if len(self.surface) != self.span.end - self.span.start:  # texts are full of mentions, so no call
            raise InvalidValue(f"{self.surface!r} cannot stand at {self.span}")

    @property
    def kind(self) -> str:
        """Name of the value's kind."""
        return self.value.kind


@frozen(repr=False)
class Weight(Told):
    """One thing that counts for or against a match.

    Attributes:
        what: Kind of evidence (`alias`, `cue`, `words`, `neighbour`, `unit`, `role`, …).
        detail: The words concerned.
        points: What it adds to the score, negative when it counts against.
    """

    what: str
    detail: str
    points: float

    def __str__(self) -> str:
        return f"{self.what} {self.detail} {self.points:+.0f}".replace("  ", " ")


@frozen(repr=False)
class Match(Told):
    """A sentence, and where it has one a mention in it, held against a claim.

    Attributes:
        claim_id: The claim.
        sentence: The sentence.
        mention: The value in it that would answer the claim; None where the sentence has none of its kind.
        score: How surely it speaks of the claim, 0 to 100.
        weights: What the score is made of, heaviest first.
        refusal: Why it is not taken; empty when it is.
    """

    claim_id: str
    sentence: Sentence
    mention: Mention | None
    score: float = field(validator=[validators.ge(0), validators.le(100)])
    weights: tuple[Weight, ...] = ()
    refusal: str = ""

    @property
    def taken(self) -> bool:
        """Whether it counts as a reading of the claim."""
        return not self.refusal


class QuoteState(StrEnum):
    """What became of a curated quote in its source."""

    EXACT = "exact"
    MOVED = "moved"  # found but for typography: quotes, dashes, spaces, accents, case
    CHANGED = "changed"
    MISSING = "missing"


@frozen(repr=False)
class Reading(Told):
    """What a source says for a claim.

    Attributes:
        claim_id: The claim.
        source_id: The source.
        match: The sentence and mention it rests on.
        value: The value; the mention's, unless a person curated another.
        senses: The intervals it licenses, ordinary first, under the policy and the claim's own rounding.
        curated: Whether a person read it.
    """

    claim_id: str
    source_id: str
    match: Match
    value: Value
    senses: tuple[Sense, ...] = ()
    curated: bool = False

    @property
    def mention(self) -> Mention | None:
        """The mention it rests on."""
        return self.match.mention

    @property
    def speaker(self) -> str:
        """Who is quoted; empty in the reporter's own voice and where the article does not say."""
        return self.mention.quotation.speaker if self.mention and self.mention.quotation else ""

    @property
    def quoted(self) -> bool:
        """Whether it stands in a quotation."""
        return bool(self.mention and self.mention.quotation)

    @property
    def ordinary(self) -> Interval | None:
        """The interval of its ordinary sense."""
        return self.senses[0].interval if self.senses else None
