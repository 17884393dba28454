"""The one composer: it chooses the kinds and the policy, and runs every stage in turn."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import add
from pathlib import Path

from attrs import evolve, frozen

from claimcheck import claimfile, matching, mentions, quotes, reconcile, sentences, sources
from claimcheck.errors import ClaimFileError, Problem
from claimcheck.excerpts import excerpt
from claimcheck.grammar.senses import senses
from claimcheck.model.claim import Claim, ClaimSet, CuratedReading, Match, Mention, QuoteState, Reading, Weight
from claimcheck.model.finding import Evidence, QuoteCheck, Report
from claimcheck.model.text import Document, Sentence, Span
from claimcheck.model.value import Value
from claimcheck.policy import DEFAULT, Policy
from claimcheck.statements import kind_names, read_value
from claimcheck.values import KINDS, TEXT_KINDS

RULES = "2026.11"
"""Version of the rules that readings and verdicts follow; a report carries it."""

# A claim about a year is answered by a date too, and a claim about a date by a year: both are days.
_DAYS = frozenset({"year", "date"})

Progress = Callable[[str, int, int], None]
"""Called as work goes on, with what is being done, how many are done and how many there are."""


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


@frozen
class _Read:
    """A document with everything read in it.

    Attributes:
        document: The document.
        sentences: Its sentences.
        mentions: The mentions of each sentence, in step with `sentences`.
        texts: The same for each kind of text that a claim asks for, by its name.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    texts: Mapping[str, tuple[tuple[Mention, ...], ...]]

    def answering(self, claim: Claim) -> "_Read":
        """The same, with the texts among the mentions if the claim asks for such."""
        if claim.kind not in self.texts:
            return self
        return evolve(self, mentions=tuple(map(add, self.mentions, self.texts[claim.kind])))


def _read(document: Document, asked: Collection[str]) -> _Read:
    cut = sentences.sentences(document)
    context = document.source.context
    texts = {kind.name: kind.mentions(cut) for kind in TEXT_KINDS if kind.name in asked}
    return _Read(document, cut, tuple(mentions.in_sentence(s, KINDS, context) for s in cut), texts)


def check(
    claims: ClaimSet,
    documents: Iterable[Document],
    policy: Policy | None = None,
    progress: Progress | None = None,
) -> Report:
    """Hold every claim against every document and say where the sources agree and where they do not.

    Args:
        claims: The claims.
        documents: The documents, with unique source ids.
        policy: Settings of the judgement; the defaults serve every kind of text.
        progress: Told how far the work has got.

    Raises:
        ClaimFileError: If a claim refers to a source that is not among the documents, or a curated quote states no
            value and none is given for it; with all such problems.
    """
    policy = policy or DEFAULT
    documents = tuple(documents)
    unknown = claimfile.unknown_sources(claims, [d.source.id for d in documents])
    if unknown:
        raise ClaimFileError(*unknown)
    tell = progress or (lambda what, done, total: None)
    read = []
    asked = {claim.kind for claim in claims}
    for n, document in enumerate(documents):
        tell("reading", n, len(documents))
        read.append(_read(document, asked))
    evidence: dict[str, tuple[Evidence, ...]] = {}
    nearest: dict[str, tuple[Match, ...]] = {}
    checks: dict[str, tuple[QuoteCheck, ...]] = {}
    problems: list[Problem] = []
    for n, claim in enumerate(claims):
        tell("matching", n, len(claims))
        try:
            evidence[claim.id], nearest[claim.id], checks[claim.id] = _hold(claim, read, policy)
        except ClaimFileError as error:
            problems += error.problems
    if problems:
        raise ClaimFileError(*problems)
    tell("matching", len(claims), len(claims))
    origin = tuple(d.source for d in documents)
    return Report(
        findings=reconcile.reconcile(tuple(claims), evidence, origin, policy, nearest, checks),
        sources=origin,
        claim_files=claims.files,
        notes=_notes(documents),
        sentences=sum(len(r.sentences) for r in read),
        mentions=sum(len(m) for r in read for m in r.mentions),
        rules=RULES,
    )


_Held = tuple[tuple[Evidence, ...], tuple[Match, ...], tuple[QuoteCheck, ...]]


def _hold(claim: Claim, read: Sequence[_Read], policy: Policy) -> _Held:
    """One claim against every document: its evidence, the nearest refusals, and quotes gone astray."""
    found: list[Evidence] = []
    near: list[Match] = []
    astray: list[QuoteCheck] = []
    for r in (document.answering(claim) for document in read):
        matches = matching.match(claim, r.sentences, r.mentions, answering(claim), policy)
        curated, problems = _curated(claim, r, policy)
        astray += problems
        here = _with_curated([_reading(claim, m, policy) for m in matches if m.taken and m.mention], curated)
        if not here:
            near += [m for m in matches if not m.taken][: policy.nearest]
        found += sorted((_evidence(r, reading) for reading in here), key=lambda e: e.excerpt.document_span)
    return tuple(found), tuple(near), tuple(astray)


def answering(claim: Claim) -> frozenset[str]:
    """Names of the value kinds that answer a claim."""
    return _DAYS if claim.kind in _DAYS else frozenset({claim.kind})


def _reading(claim: Claim, match: Match, policy: Policy, value: Value | None = None) -> Reading:
    """What a match says for a claim; `value` where a person read it."""
    mention = match.mention
    assert mention is not None
    said = value or mention.value
    return Reading(
        claim_id=claim.id,
        source_id=match.sentence.source_id,
        match=match,
        value=said,
        senses=senses(said, policy, claim.rounding),
        curated=value is not None,
    )


def _evidence(read: _Read, reading: Reading) -> Evidence:
    """A reading with the words around it, complete in itself."""
    match, mention = reading.match, reading.mention
    assert mention is not None
    return Evidence(
        source_id=reading.source_id,
        value=reading.value,
        senses=reading.senses,
        excerpt=excerpt(read.document, read.sentences, match.sentence, mention.span),
        role=match.sentence.role,
        quoted=reading.quoted,
        speaker=reading.speaker,
        modality=mention.modality,
        scope=mention.scope,
        score=match.score,
        why=tuple(map(str, match.weights)),
        resolved=mention.why,
        curated=reading.curated,
    )


def _curated(claim: Claim, read: _Read, policy: Policy) -> tuple[list[Reading], list[QuoteCheck]]:
    """The readings that people curated from this document, and what became of quotes that moved on.

    Raises:
        ClaimFileError: If neither the claim file nor a quote gives a value.
    """
    readings: list[Reading] = []
    astray: list[QuoteCheck] = []
    for curated in claim.readings:
        if curated.source_id != read.document.source.id:
            continue
        problem = quotes.verify(curated.source_id, curated.quote, read.document.text)
        astray += [problem] if problem else []
        located = quotes.locate(curated.quote, read.document.text)
        if located.span is not None and located.state in (QuoteState.EXACT, QuoteState.MOVED):
            readings += _anchored(claim, curated, located.span, read, policy)
    return readings, astray


def _anchored(claim: Claim, curated: CuratedReading, span: Span, read: _Read, policy: Policy) -> Iterator[Reading]:
    """A curated reading at the words of its quote that state the value, or at the whole quote."""
    sentence = next((s for s in read.sentences if s.span.start <= span.start < s.span.end), None)
    if sentence is None:  # the quote begins in white space, between two sentences
        return
    inside = [m for m in read.mentions[sentence.index] if m.kind in answering(claim) and span.meets(m.span)]
    value = curated.value or (inside[0].value if inside else None)
    if value is None:
        what = f"the quote holds no value of the kind {claim.kind}"
        raise ClaimFileError(Problem(what, "say what it means: add `value:`", curated.place))
    whole = Span(span.start, min(span.end, sentence.span.end))
    surface = whole.of(read.document.text)
    quotation = next((q for q in sentence.quotations if q.span.holds(whole)), None)
    mention = next(
        (m for m in inside if m.value == value),
        Mention(whole, surface, value.written_as(surface), quotation=quotation),
    )
    match = Match(claim.id, sentence, mention, 100.0, (Weight("curated", "by hand", 100.0),))
    yield _reading(claim, match, policy, value.written_as(mention.surface))


def _with_curated(found: list[Reading], curated: Sequence[Reading]) -> list[Reading]:
    """Curated readings take the place of what was found at the same words."""
    spans = [c.mention.span for c in curated if c.mention]
    apart = [r for r in found if r.mention and not any(r.mention.span.meets(span) for span in spans)]
    return [*apart, *curated]


def _notes(documents: Iterable[Document]) -> tuple[str, ...]:
    notes = []
    for source in (d.source for d in documents):
        if source.reference_date is None:
            notes.append(f"{source.id} has no publication date: its relative dates stay unresolved")
        if source.note:
            notes.append(f"{source.id}: {source.note}")
    return tuple(notes)


def schemas() -> Mapping[str, dict[str, object]]:
    """The JSON Schemas of claim files and manifests, by name."""
    return {"claims": claimfile.schema(kind_names()), "sources": sources.schema()}
