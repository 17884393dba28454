"""One line a claim, to be read at a glance, searched and counted."""

from collections.abc import Iterator

from claimcheck.digest import alike, best, heard, in_conflict, joined_ids, skipped
from claimcheck.grammar.utterance import shortened
from claimcheck.grammar.wording import say_amount, say_share
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.finding import Finding, Report
from claimcheck.terminal import inert
from claimcheck.verdict import Severity, Verdict, of_relation, severity, verdict, widest_gap

NAME = "concise"
SUFFIXES: tuple[str, ...] = (".log",)

_SOURCES = 20  # named one by one in a line
_WORD = max(len(word.token) for word in Verdict if word not in (Verdict.WITHIN_PRECISION, Verdict.NOT_COMPARABLE))


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report with one line for each claim and one for each disagreement inside a source.

    A line is the verdict in capitals, the claim's id, what each source says (of very many, those that say the same
    together), and the widest gap; statements that cannot be true beside other claims have a line of their own, and
    so has each source that was left out because it cannot be read.
    Lines are never cropped or coloured, so `width` and `color` change nothing.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to write ASCII only.
        verbose: Below 0 only what needs attention; from 1 on each line ends with the reason.
    """
    lines: list[str] = []
    for finding in report:
        if verbose >= 0 or severity(finding) >= Severity.TENSION:
            lines += _lines(finding, verbose)
    lines += [_line(None, line, word="SKIPPED") for line in skipped(report)[1]]
    return "".join(inert(line.rstrip(), ascii=ascii) + "\n" for line in lines)


def _lines(finding: Finding, verbose: int) -> Iterator[str]:
    word = verdict(finding)
    reason = finding.reason if verbose > 0 else ""
    yield _line(word, finding.claim.id, _said(finding), _apart(finding.comparisons), finding.accepted, reason)
    for c in finding.within:
        said = f"within {c.left.source_id}: {_wording(c.left)} | {_wording(c.right)}"
        yield _line(of_relation(c.relation), finding.claim.id, said, c.reason if verbose > 0 else "")
    for c in finding.expected:
        if not c.relation.agrees:
            who = c.left.source_id or c.right.source_id
            yield _line(of_relation(c.relation), finding.claim.id, f"expected, against {who}: {c.reason}")
    for conflict in finding.conflicts:
        token = "ACCEPTED" if conflict.accepted else "CONFLICT"
        yield _line(None, finding.claim.id, in_conflict(conflict), word=token)
    for q in finding.quotes:
        yield _line(None, finding.claim.id, f"{q.source_id}: {q.reason}", word=f"QUOTE_{str(q.state).upper()}")


def _line(verdict: Verdict | None, claim_id: str, *parts: str, word: str = "") -> str:
    token = verdict.token if verdict else word
    return "  ".join([f"{token:<{_WORD}} {claim_id}", *filter(None, parts)])


def _said(finding: Finding) -> str:
    """What each source says: its voting readings, or the first where none votes."""
    known = heard(finding)
    if len(known) > _SOURCES:  # those that say the same together, so that it is still a line
        groups = alike(finding)
        told = [f"{joined_ids(ids)} {shortened(wording)}" for wording, ids in groups[:_SOURCES]]
        rest = sum(len(ids) for _, ids in groups[_SOURCES:])
        return " | ".join([*told, f"{rest:,} others something else"] if rest else told)
    said = []
    for source_id, members in known.items():
        said.append(f"{source_id} {', '.join(dict.fromkeys(shortened(str(e.value)) for e in best(members)))}")
    return " | ".join(said)


def _apart(comparisons: tuple[Comparison, ...]) -> str:
    """The widest gap between sources that do not agree, in percent where that means something."""
    widest = widest_gap(tuple(c for c in comparisons if not c.relation.agrees))
    if widest is None or widest.gap is None:
        return ""
    said = say_share(widest.gap_share) if widest.gap_share else say_amount(widest.gap, widest.unit)
    return f"{said} apart"


def _wording(side: Side) -> str:
    return shortened(str(side.value)) if side.value is not None else side.text
