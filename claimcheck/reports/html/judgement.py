"""What the sources of a finding jointly say, line by line."""

from collections.abc import Iterator

from attrs import frozen

from claimcheck.digest import bare_reason, in_conflict
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.finding import Consensus, Derived, Finding, Status
from claimcheck.reports.html.pairs import against
from claimcheck.reports.html.words import joined
from claimcheck.verdict import Verdict, of_relation

_TIES = 6  # sides of a tie that are told
_CONFLICTS = 12  # told of a finding


@frozen
class Line:
    """One line of the judgement.

    Attributes:
        label: What kind of line it is; empty where it goes on with the line above.
        lead: Its subject.
        word: The relation, where it states one.
        text: What it says.
        aside: Where it comes from.
    """

    label: str
    lead: str = ""
    word: Verdict | None = None
    text: str = ""
    aside: str = ""


def lines(finding: Finding, reasons: int) -> Iterator[Line]:
    """The judgement: the joint value, why pairs differ, what else there is to know.

    Args:
        finding: The finding.
        reasons: How many reasons are given for pairs of sources.
    """
    if finding.consensus and finding.status is not Status.SINGLE_SOURCE:
        yield Line("consensus", finding.consensus.wording, text=_joint(finding.consensus))
    if finding.ties:
        tied = [f"{tie.wording} ({joined(tie.supporters)})" for tie in finding.ties[:_TIES]]
        more = [f"{len(finding.ties) - _TIES:,} others"] if len(finding.ties) > _TIES else []
        yield Line("tie", text=" or ".join([*tied, *more]))
    yield from pairs(finding, reasons, agreeing=False)
    for c in finding.within:
        yield Line("within", c.left.source_id, of_relation(c.relation), c.reason)
    for c in finding.expected:
        yield Line("expected", c.left.source_id or c.right.source_id, of_relation(c.relation), c.reason)
    yield from _derived(finding, reasons)
    for conflict in finding.conflicts[:_CONFLICTS]:
        yield Line("conflict", text=in_conflict(conflict))
    if len(finding.conflicts) > _CONFLICTS:
        yield Line("", text=f"and {len(finding.conflicts) - _CONFLICTS:,} more conflicts")
    for q in finding.quotes:
        yield Line("quote", f"{q.source_id} {q.state}", text=f"“{q.quote}”: {q.reason}")
        if q.found:
            yield Line("", "now", text=f"“{q.found}”")
    if finding.accepted:
        yield Line("accepted", text=finding.accepted)
    if finding.claim.note:
        yield Line("note", text=finding.claim.note)


def _joint(consensus: Consensus) -> str:
    origins = f"{consensus.origins} independent origin{'s' if consensus.origins != 1 else ''}"
    outside = f"; not {joined(consensus.dissenters)}" if consensus.dissenters else ""
    return f"in {joined(consensus.supporters)} ({origins}){outside}"


def pairs(finding: Finding, reasons: int, *, agreeing: bool) -> Iterator[Line]:
    """Why pairs of sources agree or do not, those with the same reason together.

    Args:
        finding: The finding.
        reasons: How many reasons are given; the rest is counted.
        agreeing: Whether to tell of the pairs that agree or of those that do not.
    """
    groups: dict[tuple[Relation, str], list[tuple[str, str]]] = {}
    for c in finding.comparisons:
        if c.relation.agrees == agreeing:
            groups.setdefault((c.relation, c.reason), []).append((c.left.who, c.right.who))
    label = "agree" if agreeing else "differ"
    for n, ((relation, reason), members) in enumerate(list(groups.items())[:reasons]):
        yield Line("" if n else label, against(members), of_relation(relation), reason)
    rest = list(groups.values())[reasons:]
    if rest:
        yield Line("", text=f"and {sum(map(len, rest)):,} more pairs, for {len(rest):,} other reasons")
    if finding.left_out and not agreeing:
        apart = f"{finding.left_out:,} pairs of sources are not held against one another: too many values"
        yield Line("", text=apart)


def _derived(finding: Finding, reasons: int) -> Iterator[Line]:
    groups: dict[tuple[str, str, str], list[Derived]] = {}
    for d in finding.derived:
        groups.setdefault((d.from_claim, d.wording, d.arithmetic), []).append(d)
    for (claim, wording, arithmetic), members in groups.items():
        who = joined(dict.fromkeys(d.source_id for d in members))
        told = arithmetic if wording in arithmetic else f"{arithmetic}: {wording}"
        yield Line("derived", text=told, aside=f"from {claim} in {who}")
        judged = [
            (c.relation, bare_reason(finding, _with_stated(c, wording))) for d in members for c in d.comparisons
        ]
        for relation, reason in list(dict.fromkeys(judged))[:reasons]:
            yield Line("", word=of_relation(relation), text=reason)


def _with_stated(c: Comparison, derived: str) -> str:
    """The reason of a comparison, led by the value that is stated unless the reason names it."""
    stated = _wording(c.right if derived in (_wording(c.left), c.left.text) else c.left)
    return c.reason if stated in c.reason else f"{stated}: {c.reason}"


def _wording(side: Side) -> str:
    return str(side.value) if side.value is not None else side.text
