"""One document held against the claims: what it says for each of them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple, overload

from claimcheck import matching, mentions, quotes, sentences
from claimcheck.errors import ClaimFileError, Problem
from claimcheck.excerpts import excerpt
from claimcheck.grammar.as_of import as_of
from claimcheck.grammar.predicates import predicate
from claimcheck.grammar.senses import DAY_KINDS, senses
from claimcheck.grammar.text_kind import QUOTE, TEXTS
from claimcheck.model.claim import Claim, CuratedReading, Match, Mention, QuoteState, Reading, Weight
from claimcheck.model.finding import Evidence, QuoteCheck
from claimcheck.model.text import Document, Sentence, Span
from claimcheck.model.value import Value
from claimcheck.policy import Policy
from claimcheck.values import KINDS, TEXT_KINDS

# A claim about a year is answered by a date too, and a claim about a date by a year: both are days.
_DAYS = frozenset({"year", "date"})


def answering(claim: Claim) -> frozenset[str]:
    """Names of the value kinds that answer a claim."""
    return _DAYS if claim.kind in _DAYS else frozenset({claim.kind})


class Mentions(Sequence[tuple[Mention, ...]]):
    """The mentions of each sentence of a document, each sentence read when it is first asked for.

    Args:
        count: How many sentences there are.
        of: The mentions of the sentence at a position, counted from 0.
    """

    def __init__(self, count: int, of: Callable[[int], tuple[Mention, ...]]) -> None:
        self._count = count
        self._of = of
        self._known: dict[int, tuple[Mention, ...]] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> tuple[Mention, ...]: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[tuple[Mention, ...], ...]: ...

    def __getitem__(self, at: int | slice) -> tuple[Mention, ...] | tuple[tuple[Mention, ...], ...]:
        if isinstance(at, slice):
            return tuple(self[n] for n in range(self._count)[at])
        n = range(self._count)[at]
        found = self._known.get(n)
        if found is None:
            found = self._known[n] = self._of(n)
        return found

    @property
    def found(self) -> int:
        """How many mentions have been found so far."""
        return sum(map(len, self._known.values()))


class Read:
    """A document with what is read in it, when it is asked for.

    Args:
        document: The document.
        cut: Its sentences.
        mentions: The mentions of each sentence, in step with `sentences`.
        texts: The same for each kind of text that a claim asks for, by its name.

    Attributes:
        document: The document.
        sentences: Its sentences.
        mentions: The mentions of each sentence.
        text: The same, as matching reads it.
    """

    def __init__(
        self,
        document: Document,
        cut: tuple[Sentence, ...],
        mentions: Mentions,
        texts: Mapping[str, Callable[[], tuple[tuple[Mention, ...], ...]]],
    ) -> None:
        self.document = document
        self.sentences = cut
        self.mentions = mentions
        self.text = matching.CutText(cut, mentions)
        self._texts = texts
        self._with_texts: dict[str, Read] = {}

    def answering(self, claim: Claim) -> "Read":
        """The same, with the texts among the mentions if the claim asks for such."""
        kind = claim.kind
        if kind not in self._texts:
            return self
        if kind not in self._with_texts:
            values, texts = self.mentions, self._texts[kind]
            both = Mentions(len(values), lambda n: values[n] + texts()[n])
            self._with_texts[kind] = Read(self.document, self.sentences, both, {})
        return self._with_texts[kind]


def read(document: Document, asked: Collection[str]) -> Read:
    """Cut a document into sentences, ready to be read wherever a claim may be met.

    Args:
        document: The document.
        asked: Names of the kinds that the claims ask for.
    """
    cut = sentences.sentences(document)
    context = document.source.context
    # Which word is a name shows only in the whole document, so texts are read in all of it, once.
    texts = {kind.name: cache(partial(kind.mentions, cut)) for kind in TEXT_KINDS if kind.name in asked}
    return Read(document, cut, Mentions(len(cut), lambda n: mentions.in_nth(cut, n, KINDS, context)), texts)


class Held(NamedTuple):
    """What one document has for one claim.

    Attributes:
        evidence: Its readings, in the order of the text.
        nearest: Where it has none, the nearest refused sentences, best first.
        quotes: Curated quotes that do not stand in it as written.
    """

    evidence: tuple[Evidence, ...] = ()
    nearest: tuple[Match, ...] = ()
    quotes: tuple[QuoteCheck, ...] = ()


def hold(
    compiled: matching.CompiledClaim, document: Read, policy: Policy, among: Sequence[int] | None = None
) -> Held:
    """One claim against one document.

    Args:
        compiled: The claim.
        document: The document.
        policy: Settings of the judgement.
        among: Positions of the only sentences that may speak of the claim, in order; None for all.

    Raises:
        ClaimFileError: If a curated quote states no value and none is given for it.
    """
    claim = compiled.claim
    here = document.answering(claim)
    kinds = answering(claim)
    matches = matching.answers(compiled, here.text, kinds, policy, among)
    curated, astray = _curated(claim, here, policy)
    taken = matching.best_first(m for m in matches if m.taken)
    found = _with_curated([_reading(claim, m, policy) for m in taken], curated)
    near: tuple[Match, ...] = ()
    if not found:
        refused = (*(m for m in matches if not m.taken), *matching.lacking(compiled, here.text, kinds, among))
        near = matching.best_first(refused)[: policy.nearest]
    evidence = sorted((_evidence(here, reading) for reading in found), key=lambda e: e.excerpt.document_span)
    return Held(tuple(evidence), near, tuple(astray))


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


def _evidence(read: Read, reading: Reading) -> Evidence:
    """A reading with the words around it, complete in itself."""
    match, mention = reading.match, reading.mention
    assert mention is not None
    start = match.sentence.span.start
    beside = mention.span.shifted(-start)
    others = read.mentions[match.sentence.index] if reading.value.kind not in DAY_KINDS | TEXTS else ()
    told = read.document.source.reference_date
    day = as_of(match.sentence.text, start, mention.span, others, told) if others else None
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
        predicate="" if reading.value.kind == QUOTE else predicate(match.sentence.text, beside),
        as_of=None if day is None else day[0],
        as_of_why="" if day is None else day[1],
    )


def _curated(claim: Claim, read: Read, policy: Policy) -> tuple[list[Reading], list[QuoteCheck]]:
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


def _anchored(claim: Claim, curated: CuratedReading, span: Span, read: Read, policy: Policy) -> Iterator[Reading]:
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
