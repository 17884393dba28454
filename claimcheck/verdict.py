"""What a finding comes to: the word it is headed by, and how grave it is."""

from enum import IntEnum, StrEnum

from claimcheck.model.claim import QuoteState
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Finding, QuoteCheck, Report, Status


class Verdict(StrEnum):
    """The one word for a finding, gravest first."""

    DISCREPANT = "discrepant"
    TENSION = "tension"
    NOT_COMPARABLE = "not comparable"
    STALE = "stale"
    UNMENTIONED = "unmentioned"
    SINGLE_SOURCE = "single source"
    ACCEPTED = "accepted"
    COMPATIBLE = "compatible"
    WITHIN_PRECISION = "within precision"
    EXACT = "exact"

    @property
    def token(self) -> str:
        """The word in capitals and without a space, to be searched for (`SINGLE_SOURCE`)."""
        return self.value.upper().replace(" ", "_")

    @property
    def symbol(self) -> str:
        """One character that says the same without colour."""
        return _SYMBOLS.get(self, "·")

    @property
    def tone(self) -> str:
        """`bad`, `doubt`, `good` or `plain`: what a colour should say."""
        return _TONES.get(self, "plain")


_SYMBOLS = {
    Verdict.DISCREPANT: "✗",
    Verdict.TENSION: "?",
    Verdict.ACCEPTED: "✓",
    Verdict.COMPATIBLE: "≈",
    Verdict.WITHIN_PRECISION: "✓",
    Verdict.EXACT: "✓",
}
_TONES = {
    Verdict.DISCREPANT: "bad",
    Verdict.TENSION: "doubt",
    Verdict.COMPATIBLE: "good",
    Verdict.WITHIN_PRECISION: "good",
    Verdict.EXACT: "good",
}


class Severity(IntEnum):
    """How grave a finding is; a larger number is graver."""

    NONE = 0
    SINGLE_SOURCE = 1
    TENSION = 2
    DISCREPANT = 3

    @property
    def label(self) -> str:
        """The name by which it is asked for (`single_source`)."""
        return self.name.lower()


_OF_RELATION = {
    Relation.EXACT: Verdict.EXACT,
    Relation.WITHIN_PRECISION: Verdict.WITHIN_PRECISION,
    Relation.COMPATIBLE: Verdict.COMPATIBLE,
    Relation.TENSION: Verdict.TENSION,
    Relation.DISCREPANT: Verdict.DISCREPANT,
    Relation.STALE: Verdict.STALE,
    Relation.NOT_COMPARABLE: Verdict.NOT_COMPARABLE,
}
_GRAVE = {Relation.DISCREPANT: Severity.DISCREPANT, Relation.TENSION: Severity.TENSION}
_BROKEN = (QuoteState.CHANGED, QuoteState.MISSING)
_ORDER = list(Verdict)


def of_relation(relation: Relation) -> Verdict:
    """The word for a relation of two readings."""
    return _OF_RELATION[relation]


def severity_of_relation(relation: Relation) -> Severity:
    """How grave a relation of two readings is."""
    return _GRAVE.get(relation, Severity.NONE)


def severity_of_quote(quote: QuoteCheck) -> Severity:
    """How grave it is that a curated quote is not where it was: a discrepancy, unless it only moved."""
    return Severity.DISCREPANT if quote.state in _BROKEN else Severity.NONE


def verdict(finding: Finding) -> Verdict:
    """The word that heads a finding.

    An expected value that the sources contradict counts as much as sources that contradict one another.
    Disagreement inside one source does not, nor a conflict with other claims: each is a finding of its own beside
    this one.
    """
    against = [of_relation(c.relation) for c in finding.expected if not c.relation.agrees]
    if finding.accepted:
        own = Verdict.ACCEPTED
    elif finding.status is Status.UNMENTIONED:
        own = Verdict.UNMENTIONED
    elif finding.status is Status.SINGLE_SOURCE:
        own = Verdict.SINGLE_SOURCE
    else:
        own = of_relation(finding.relation) if finding.relation else Verdict.NOT_COMPARABLE
    return min((own, *against), key=_ORDER.index)


def severity(finding: Finding) -> Severity:
    """How grave a finding is, everything in it considered.

    A curated quote that has changed or gone missing is as grave as a discrepancy: somebody vouched for it.
    Statements of several claims that cannot all be true are as grave as one: somebody is wrong, whoever it is.
    What has been accepted is not grave, be it a disagreement or a conflict, each by itself; an expected value that
    is contradicted and a broken quote still are.
    """
    worst = [severity_of_relation(c.relation) for c in finding.expected]
    worst += [severity_of_quote(quote) for quote in finding.quotes]
    worst += [Severity.DISCREPANT for conflict in finding.conflicts if not conflict.accepted]
    if not finding.accepted:
        worst += [severity_of_relation(c.relation) for c in finding.within]
        if finding.relation is not None:
            worst.append(severity_of_relation(finding.relation))
        if finding.status in (Status.SINGLE_SOURCE, Status.UNMENTIONED):
            worst.append(Severity.SINGLE_SOURCE)
    return max(worst, default=Severity.NONE)


def counts(report: Report) -> tuple[tuple[Verdict, int], ...]:
    """How many findings come to each verdict, gravest first; verdicts that do not occur are left out."""
    found = [verdict(finding) for finding in report]
    return tuple((word, found.count(word)) for word in Verdict if word in found)


def widest_gap(comparisons: tuple[Comparison, ...]) -> Comparison | None:
    """Of the comparisons that measure a gap, the one with the largest share, then the largest gap."""
    measured = [c for c in comparisons if c.gap]
    return max(measured, key=lambda c: (c.gap_share or 0, c.gap or 0), default=None)
