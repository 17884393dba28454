"""What has changed since an earlier report: claims, verdicts, readings, and the concerns that are new."""

from collections.abc import Iterator

from attrs import frozen

from claimcheck.concerns import Concern, of_finding, of_report, wording
from claimcheck.model.finding import Finding, Report
from claimcheck.terminal import inert
from claimcheck.verdict import Severity, verdict


@frozen
class Change:
    """A claim of both reports that does not come to the same.

    Attributes:
        before: Its finding in the earlier report.
        after: Its finding now.
    """

    before: Finding
    after: Finding

    @property
    def claim_id(self) -> str:
        """The claim."""
        return self.after.claim.id

    @property
    def new_readings(self) -> tuple[tuple[str, str], ...]:
        """Source and value of the readings that the earlier report does not have."""
        return _without(_readings(self.after), _readings(self.before))

    @property
    def gone_readings(self) -> tuple[tuple[str, str], ...]:
        """Source and value of the readings that only the earlier report has."""
        return _without(_readings(self.before), _readings(self.after))


@frozen
class Difference:
    """What one report has and another has not.

    Attributes:
        new: Findings for claims that the earlier report does not have.
        gone: Findings of the earlier report for claims that are no longer there.
        changed: The claims of both whose verdict, readings or concerns differ.
        concerns: The concerns that the earlier report does not have, or has as less grave ones.
        settled: The concerns of the earlier report that are no longer there.
        same: Number of claims of both that come to the same.
    """

    new: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    changed: tuple[Change, ...] = ()
    concerns: tuple[Concern, ...] = ()
    settled: tuple[Concern, ...] = ()
    same: int = 0

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.gone or self.changed)

    @property
    def severity(self) -> Severity:
        """How grave the gravest new concern is."""
        return max((concern.severity for concern in self.concerns), default=Severity.NONE)


def diff(report: Report, previous: Report) -> Difference:
    """What is new, gone and changed in a report since an earlier one of the same claims.

    A disagreement is known, and so no new concern, if the earlier report has the same source saying the same and
    differing at least as gravely from the same value, whoever said that. So a further source that joins the
    majority makes no new concern; one that joins the minority, or says something else again, does. Where the words
    stand plays no part. What was accepted before and is no longer counts as new.

    Args:
        report: The report.
        previous: The earlier one.
    """
    before = {f.claim.id: f for f in previous}
    after = {f.claim.id: f for f in report}
    concerns = _beyond(report, previous)
    settled = _beyond(previous, report)
    stirred = {c.claim_id for c in (*concerns, *settled)}
    both = [(before[i], finding) for i, finding in after.items() if i in before]
    changed = tuple(Change(b, a) for b, a in both if a.claim.id in stirred or _outcome(b) != _outcome(a))
    return Difference(
        tuple(f for i, f in after.items() if i not in before),
        tuple(f for i, f in before.items() if i not in after),
        changed,
        concerns,
        settled,
        len(both) - len(changed),
    )


def told(difference: Difference, *, ascii: bool = False) -> str:
    """A difference in a few lines, the first of which counts; as `concise` is for a report.

    Args:
        difference: The difference.
        ascii: Whether to write ASCII only.
    """
    return "".join(inert(line, ascii=ascii) + "\n" for line in _lines(difference))


def _lines(difference: Difference) -> Iterator[str]:
    numbers = ((difference.new, "new"), (difference.gone, "gone"), (difference.changed, "changed"))
    parts = [f"{len(which)} {word}" for which, word in numbers if which]
    yield f"since the baseline: {', '.join([*parts, f'{difference.same} as before'])}"
    for finding in difference.new:
        yield f"NEW      {finding.claim.id}  {verdict(finding).token}  {finding.reason}"
    for change in difference.changed:
        yield "  ".join([f"CHANGED  {change.claim_id}", *_turned(change)])
    for finding in difference.gone:
        yield f"GONE     {finding.claim.id}  was {verdict(finding).token}"
    for concern in difference.concerns:
        yield f"NEW      {concern.claim_id}  {concern.rule}: {concern.reason}"
    for concern in difference.settled:
        yield f"SETTLED  {concern.claim_id}  {concern.rule}: {concern.reason}"


def _turned(change: Change) -> Iterator[str]:
    """What became of a claim: its verdict, then its readings."""
    old, now = verdict(change.before).token, verdict(change.after).token
    yield now if old == now else f"{old} -> {now}"
    for readings, sign in ((change.new_readings, "+"), (change.gone_readings, "-")):
        if readings:
            yield ", ".join(f"{sign}{source} {value}" for source, value in readings)


def _outcome(finding: Finding) -> tuple[object, ...]:
    return verdict(finding), bool(finding.accepted), frozenset(_readings(finding))


def _readings(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Source and value of what votes, each once."""
    return tuple(dict.fromkeys((e.source_id, str(e.value)) for e in finding.evidence if not e.weak))


def _without(
    readings: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    return tuple(reading for reading in readings if reading not in others)


# What a concern is known by: a few texts, wherever its words stand.
_Key = tuple[str, ...]


def _beyond(report: Report, other: Report) -> tuple[Concern, ...]:
    """The concerns of a report that another does not have, or has as less grave ones."""
    known: dict[_Key, Severity] = {}
    for finding in other:
        for concern in of_finding(finding):
            for key in (*_keys(concern), *_mirrored(concern)):
                known[key] = max(concern.severity, known.get(key, Severity.NONE))
    return tuple(
        c for c in of_report(report) if any(known.get(key, Severity.NONE) < c.severity for key in _keys(c))
    )


def _keys(concern: Concern) -> tuple[_Key, ...]:
    """One key for each value that a concern's own is held against."""
    sort = concern.rule.value.rsplit("-", 1)[0] if concern.pairs else concern.rule.value
    head = (concern.claim_id, "" if sort in ("discrepant", "tension") else sort, concern.source_id)
    if concern.pairs:
        return tuple((*head, wording(pair.left), wording(pair.right)) for pair in concern.pairs)
    if concern.conflict is not None:  # whoever states them: a further source makes it no other conflict
        said = sorted({f"{s.claim_id} {s.wording}" for s in concern.conflict.statements})
        return ((*head[:2], *said),)
    if concern.quote is not None:
        return ((*head, " ".join(concern.quote.quote.split())),)
    return (head,)


def _mirrored(concern: Concern) -> tuple[_Key, ...]:
    """The keys of the same disagreements, told of the other side."""
    if concern.rule.value.startswith("expected"):
        return ()
    swapped = (pair.flipped() for pair in concern.pairs)
    head = _keys(concern)[0][:2] if concern.pairs else ()
    return tuple((*head, pair.left.source_id, wording(pair.left), wording(pair.right)) for pair in swapped)
