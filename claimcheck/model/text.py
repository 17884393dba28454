"""Where words stand: spans, sources, documents and sentences."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen, validators

from claimcheck.errors import InvalidValue
from claimcheck.model.told import Told


@frozen(order=True, repr=False)
class Span(Told):
    """A half-open stretch `[start, end)` of characters (Unicode code points) of a text, counted from 0.

    Attributes:
        start: Offset of the first character, at least 0.
        end: Offset after the last character, at least `start`.

    >>> Span(4, 8).of("the 2008 pact")
    '2008'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvalidValue(f"a span needs 0 <= start <= end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` under this span."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """The same stretch `by` characters further on.

        Raises:
            InvalidValue: If it would start before 0.
        """
        return Span(self.start + by, self.end + by)


@frozen(repr=False)
class Context(Told):
    """What is known of a text from outside it, and decides what its words mean.

    Attributes:
        reference_date: The day that `last year` and `13 years ago` are counted from; None leaves them unresolved.
        place: ISO 3166-1 alpha-2 country of the text: whose dollar a bare `$` is, and which order `3/4` has.
        language: IETF language tag of the text.
    """

    reference_date: date | None = None
    place: str = "US"
    language: str = "en"


class SourceKind(StrEnum):
    """Whether a source witnessed or decided what it reports (primary) or passes it on (secondary)."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


@frozen(repr=False)
class Source(Told):
    """A publisher's article: everything about it but its text.

    Attributes:
        id: Short name by which claims and reports refer to it, unique in a run.
        file: Path of its text, as the manifest gives it.
        folder: The folder that `file` lies in, as the run was given it; empty where `file` says it all.
        publisher: Who published it; empty where not stated.
        title: Its headline; empty where not stated.
        url: Where it was published; empty where not stated.
        archive_url: An archived copy; empty where there is none.
        published: The day of publication.
        reference_day: The day relative expressions are counted from, where it is not the day of publication.
        kind: Primary or secondary.
        language: IETF language tag.
        place: ISO 3166-1 alpha-2 country of the publisher.
        sha256: Lower-case hexadecimal digest of the file's bytes; empty where not noted.
        note: Anything a reader of the report should know of it (say, `partly machine-translated`).
    """

    id: str = field(validator=validators.min_len(1))
    file: str = ""
    publisher: str = ""
    title: str = ""
    url: str = ""
    archive_url: str = ""
    published: date | None = None
    reference_day: date | None = None
    kind: SourceKind = SourceKind.SECONDARY
    language: str = "en"
    place: str = "US"
    sha256: str = field(default="", validator=validators.matches_re(r"([0-9a-f]{64})?"))
    note: str = ""
    folder: str = ""

    @property
    def path(self) -> str:
        """Where its text lies, with `/` between the parts; the id where no file is known."""
        if not self.file:
            return self.id
        file = self.file.replace("\\", "/")
        return f"{self.folder.rstrip('/')}/{file}" if self.folder else file

    @property
    def reference_date(self) -> date | None:
        """The day that relative expressions are counted from, if any is known."""
        return self.reference_day or self.published

    @property
    def context(self) -> Context:
        """What the words of this source are read against."""
        return Context(self.reference_date, self.place, self.language)

    @property
    def name(self) -> str:
        """The publisher, or the id where no publisher is stated."""
        return self.publisher or self.id


class Role(StrEnum):
    """What part of an article a stretch of text plays."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"  # `[ad_1]`, `Read more:`, linked headlines, bylines, markup


@frozen(repr=False)
class Zone(Told):
    """A stretch of a document whose role the source format itself makes known (a Markdown heading, a link target).

    Attributes:
        span: The stretch, in characters of the document.
        role: Its role.
    """

    span: Span
    role: Role


@frozen(repr=False)
class Document(Told):
    """The text of a source, exactly as its bytes decode: line breaks, byte-order mark and all.

    Attributes:
        source: What it is the text of.
        text: The characters; every offset of the library refers to these.
        zones: Stretches whose role the format makes known, ordered, not overlapping.
    """

    source: Source
    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    zones: tuple[Zone, ...] = ()

    def __attrs_post_init__(self) -> None:
        end = 0
        for zone in self.zones:
            if zone.span.start < end or zone.span.end > len(self.text):
                raise InvalidValue(
                    f"zone {zone.span} overlaps another or ends beyond the text of {self.source.id}"
                )
            end = zone.span.end


@frozen(repr=False)
class Quotation(Told):
    """A quoted stretch and who is quoted.

    Attributes:
        span: The stretch in characters of the document, without its quotation marks.
        speaker: The person or body as the article names it; empty where the article does not say.
    """

    span: Span
    speaker: str = ""


@frozen(repr=False)
class Sentence(Told):
    """One sentence of a document.

    Attributes:
        source_id: The source it stands in.
        index: Its number in the document, counted from 0.
        paragraph: Number of its paragraph (or line of furniture), counted from 0.
        span: Where it stands, in characters of the document, without white space around it.
        text: Its characters; `document.text[span.start:span.end] == text`.
        role: Its part in the article.
        quotations: Quoted stretches that meet it, ordered, in characters of the document.
    """

    source_id: str
    index: int = field(validator=validators.ge(0))
    paragraph: int = field(validator=validators.ge(0))
    span: Span
    text: str
    role: Role = Role.BODY
    quotations: tuple[Quotation, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise InvalidValue(f"a sentence of {len(self.text)} characters cannot stand at {self.span}")
