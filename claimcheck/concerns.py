"""Concerns: what in a report a person should look at, one at a time, each with its words and how grave it is.

A finding may hold several: two sources that differ from the rest, one that disagrees with itself, a curated quote
that is gone. Formats that annotate places, and the comparison with an earlier report, need them one by one.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from claimcheck.errors import Place
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.finding import Evidence, Finding, QuoteCheck, Report, Status
from claimcheck.model.ties import Conflict
from claimcheck.verdict import Severity, severity_of_quote, severity_of_relation


class Rule(StrEnum):
    """What sort of thing a concern is; its value is the name under which other programs know it."""

    DISCREPANT = "discrepant"
    TENSION = "tension"
    WITHIN_DISCREPANT = "within-discrepant"
    WITHIN_TENSION = "within-tension"
    EXPECTED_DISCREPANT = "expected-discrepant"
    EXPECTED_TENSION = "expected-tension"
    CONFLICT = "conflict"
    QUOTE_CHANGED = "quote-changed"
    QUOTE_MISSING = "quote-missing"
    SINGLE_SOURCE = "single-source"
    UNMENTIONED = "unmentioned"

    @property
    def description(self) -> str:
        """What it means, in one sentence."""
        return _DESCRIPTIONS[self]

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return _SEVERITIES.get(self, Severity.DISCREPANT)


_DESCRIPTIONS = {
    Rule.DISCREPANT: "Sources state values for a claim that cannot both be right, read as they are normally read.",
    Rule.TENSION: "Sources state values for a claim that meet only in part or in a loose sense.",
    Rule.WITHIN_DISCREPANT: "One source states two values for a claim that cannot both be right.",
    Rule.WITHIN_TENSION: "One source states two values for a claim that meet only in part or in a loose sense.",
    Rule.EXPECTED_DISCREPANT: "A source states a value that cannot be the one that the claim expects.",
    Rule.EXPECTED_TENSION: "A source states a value that meets the expected one only in part or in a loose sense.",
    Rule.CONFLICT: "Statements for several claims cannot all be true, though any two of them may be.",
    Rule.QUOTE_CHANGED: "A curated quote reads differently in its source now.",
    Rule.QUOTE_MISSING: "A curated quote no longer stands in its source.",
    Rule.SINGLE_SOURCE: "Only one independent origin states a value for the claim.",
    Rule.UNMENTIONED: "No source states a value for the claim.",
}
_SEVERITIES = {
    Rule.TENSION: Severity.TENSION,
    Rule.WITHIN_TENSION: Severity.TENSION,
    Rule.EXPECTED_TENSION: Severity.TENSION,
    Rule.SINGLE_SOURCE: Severity.SINGLE_SOURCE,
    Rule.UNMENTIONED: Severity.SINGLE_SOURCE,
}


@frozen
class Concern:
    """One thing that a person should look at.

    Attributes:
        finding: The finding it belongs to.
        rule: What sort of thing it is.
        reason: One line that says what is wrong, sources and values included.
        source_id: The source it is told of: of two sources that differ, the one outside the consensus. Empty
            where it is told of the claim.
        evidence: The words it is told of; None where there are none.
        others: The words that these are held against.
        pairs: The comparisons behind it, its own side on the left.
        quote: The curated quote it is told of; None for other sorts.
        conflict: The statements that cannot all be true; None for other sorts.
    """

    finding: Finding
    rule: Rule
    reason: str
    source_id: str = ""
    evidence: Evidence | None = None
    others: tuple[Evidence, ...] = ()
    pairs: tuple[Comparison, ...] = ()
    quote: QuoteCheck | None = None
    conflict: Conflict | None = None

    @property
    def claim_id(self) -> str:
        """The claim it is about."""
        return self.finding.claim.id

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.rule.severity

    @property
    def place(self) -> Place | None:
        """Where in the claim file to look: at the curated reading it is told of, or at the claim."""
        if self.quote is not None:
            for reading in self.finding.claim.readings:
                if (reading.source_id, reading.quote) == (self.quote.source_id, self.quote.quote):
                    return reading.place or self.finding.claim.place
        return self.finding.claim.place


def of_report(report: Report) -> tuple[Concern, ...]:
    """The concerns of all findings, in their order."""
    return tuple(concern for finding in report for concern in of_finding(finding))


def of_finding(finding: Finding) -> tuple[Concern, ...]:
    """The concerns of one finding, gravest first; the gravest is as grave as the finding.

    What has been accepted is no concern, be it a disagreement or a conflict; an expected value that is
    contradicted and a broken quote still are.
    """
    found = [*_expected(finding), *_quotes(finding), *_conflicts(finding)]
    if not finding.accepted:
        found += [*_between(finding), *_within(finding), *_lonely(finding)]
    return tuple(sorted(found, key=lambda concern: -concern.severity))


def gravest(concerns: Sequence[Concern], most: int) -> tuple[list[Concern], int]:
    """As many concerns as may be told, the gravest, in their order; and how many are left out."""
    kept = sorted(range(len(concerns)), key=lambda n: (-concerns[n].severity, n))[:most]
    return [concerns[n] for n in sorted(kept)], len(concerns) - len(kept)


def wording(side: Side) -> str:
    """What one side of a comparison says."""
    return str(side.value) if side.value is not None else side.text


def _between(finding: Finding) -> Iterator[Concern]:
    """One concern for each source that differs from others, told of the source outside the consensus."""
    if finding.relation is None:
        return
    headline = severity_of_relation(finding.relation)
    if not headline:
        return
    outside = set(finding.consensus.dissenters) if finding.consensus else set()
    told: dict[str, list[Comparison]] = {}
    for pair in finding.comparisons:
        if 0 < severity_of_relation(pair.relation) <= headline:
            about_left = pair.left.source_id in outside and pair.right.source_id not in outside
            pair = pair if about_left else pair.flipped()
            told.setdefault(pair.left.source_id, []).append(pair)
    if not any(severity_of_relation(p.relation) == headline for pairs in told.values() for p in pairs):
        yield Concern(finding, _rule("", headline), finding.reason)
    for source_id, pairs in told.items():
        worst = max(severity_of_relation(pair.relation) for pair in pairs)
        yield Concern(
            finding,
            _rule("", worst),
            _told(pairs),
            source_id,
            _evidence(finding, pairs[0].left),
            _evidences(finding, (pair.right for pair in pairs)),
            tuple(pairs),
        )


def _told(pairs: list[Comparison]) -> str:
    """`001 says about $3.3 billion, 002 and 004 $3 billion: differ by …`."""
    said: dict[str, list[str]] = {}
    for pair in pairs:
        said.setdefault(wording(pair.right), []).append(pair.right.who)
    others = ", ".join(_few([f"{_and(ids)} {words}" for words, ids in said.items()], "other values"))
    reasons = "; ".join(_few(list(dict.fromkeys(pair.reason for pair in pairs)), "other reasons"))
    return f"{pairs[0].left.who} says {wording(pairs[0].left)}, {others}: {reasons}"


_FEW = 6  # values and reasons told of one source; nobody reads on, and every format repeats the line


def _few(told: list[str], rest: str) -> list[str]:
    more = len(told) - _FEW
    return told if more <= 1 else [*told[:_FEW], f"{more} {rest}"]


def _and(words: Iterable[str]) -> str:
    *most, last = dict.fromkeys(words)
    return f"{', '.join(most)} and {last}" if most else last


def _within(finding: Finding) -> Iterator[Concern]:
    for pair in finding.within:
        grave = severity_of_relation(pair.relation)
        if grave:
            said = f"{pair.left.source_id} says {wording(pair.left)} and {wording(pair.right)}: {pair.reason}"
            others = _evidences(finding, [pair.right])
            mine = _evidence(finding, pair.left)
            yield Concern(finding, _rule("within-", grave), said, pair.left.source_id, mine, others, pairs=(pair,))


def _expected(finding: Finding) -> Iterator[Concern]:
    for pair in finding.expected:
        grave = severity_of_relation(pair.relation)
        if grave:
            pair = pair if pair.left.source_id else pair.flipped()
            who = pair.left.source_id or "a source"
            said = f"{who} says {wording(pair.left)}, expected {wording(pair.right)}: {pair.reason}"
            mine = _evidence(finding, pair.left)
            yield Concern(finding, _rule("expected-", grave), said, pair.left.source_id, mine, pairs=(pair,))


def _conflicts(finding: Finding) -> Iterator[Concern]:
    """One concern for each open conflict, told of the source whose statement of this claim is part of it."""
    for conflict in (c for c in finding.conflicts if not c.accepted):
        own = [s for s in conflict.statements if s.claim_id == finding.claim.id]
        mine = next(
            (e for s in own for i in s.source_ids for e in finding.of(i) if str(e.value) == s.wording), None
        )
        source_id = mine.source_id if mine is not None else ""
        yield Concern(finding, Rule.CONFLICT, conflict.reason, source_id, mine, conflict=conflict)


def _quotes(finding: Finding) -> Iterator[Concern]:
    for quote in finding.quotes:
        if severity_of_quote(quote):
            said = f"{quote.source_id}: {quote.reason}"
            rule = Rule(f"quote-{quote.state}")
            yield Concern(finding, rule, said, quote.source_id, quote=quote)


def _lonely(finding: Finding) -> Iterator[Concern]:
    if finding.status is Status.UNMENTIONED:
        yield Concern(finding, Rule.UNMENTIONED, finding.reason)
    elif finding.status is Status.SINGLE_SOURCE:
        first = next((e for e in finding.evidence if not e.weak), None) or next(iter(finding.evidence), None)
        yield Concern(finding, Rule.SINGLE_SOURCE, finding.reason, first.source_id if first else "", first)


def _rule(prefix: str, grave: Severity) -> Rule:
    return Rule(prefix + grave.label)


def _evidence(finding: Finding, side: Side) -> Evidence | None:
    """The evidence that a side of a comparison was made from."""
    own = finding.of(side.source_id)
    for e in own:
        if side.span is not None and e.excerpt.document_span == side.span:
            return e
    return next((e for e in sorted(own, key=lambda e: e.weak) if e.value == side.value), None)


def _evidences(finding: Finding, sides: Iterable[Side]) -> tuple[Evidence, ...]:
    found = (_evidence(finding, side) for side in sides)
    return tuple(dict.fromkeys(e for e in found if e is not None))
