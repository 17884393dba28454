"""One finding as the page shows it."""

from collections.abc import Iterator

from attrs import frozen

from claimcheck.digest import Heard
from claimcheck.model.finding import Finding, Status
from claimcheck.model.text import Source
from claimcheck.reports.html.evidence import Block, Group, Refused, blocks, groups, nearest
from claimcheck.reports.html.judgement import Line, lines, pairs
from claimcheck.reports.html.marks import split
from claimcheck.reports.html.plot import Plot, plot
from claimcheck.reports.html.words import joined
from claimcheck.verdict import Severity, Verdict, of_relation, severity, verdict

_REASONS, _FEW_REASONS = 12, 3  # for pairs of sources, where there is room and where there is not
_ROWS, _FEW_ROWS = 24, 7  # of a plot, likewise
_TIES = 6  # sides of a tie that are named beside it


@frozen
class Section:
    """One finding, ready to be laid out.

    Attributes:
        number: Its number on the page, counted from 0.
        id: The claim.
        word: The verdict.
        look: Whether a person should look at it.
        statement: The statement in two halves, the value standing between them where there are two.
        aside: The relation behind an acceptance, or `tie`.
        reason: One line for the headline.
        plot: The plot; None where there is nothing to be seen by it.
        band: What the band of the plot stands for.
        lines: The judgement.
        agreeing: Pairs that agree, and why.
        blocks: What each source says, where there is room.
        groups: What the sources say, where there is not.
        silent: Sources without a reading.
        nearest: The nearest sentences in them.
        unshown: How many more there are.
        tags: The claim's tags.
    """

    number: int
    id: str
    word: Verdict
    look: bool
    statement: tuple[str, ...]
    aside: str
    reason: str
    plot: Plot | None
    band: str
    lines: tuple[Line, ...]
    agreeing: tuple[Line, ...]
    blocks: tuple[Block, ...]
    groups: tuple[Group, ...]
    silent: str
    nearest: tuple[Refused, ...]
    unshown: int
    tags: str


def section(finding: Finding, number: int, sources: dict[str, Source], said: Heard, *, roomy: bool) -> Section:
    """Lay out a finding.

    Args:
        finding: The finding.
        number: Its number on the page.
        sources: The sources of the report by id.
        said: Its evidence by source.
        roomy: Whether there is room for every source's words, agreeing pairs and refused sentences.
    """
    word = verdict(finding)
    shown = plot(finding, sources, _ROWS if roomy else _FEW_ROWS)
    refused = tuple(nearest(finding.nearest)) if roomy else ()
    return Section(
        number=number,
        id=finding.claim.id,
        word=word,
        look=severity(finding) >= Severity.TENSION,
        statement=tuple(finding.claim.statement.split("{value}")),
        aside=", ".join(_aside(finding)),
        reason=finding.reason,
        plot=shown,
        band=_band(finding) if shown else "",
        lines=tuple(lines(finding, _REASONS if roomy else _FEW_REASONS)),
        agreeing=tuple(pairs(finding, _REASONS, agreeing=True)) if roomy else (),
        blocks=tuple(blocks(finding, number, sources, said)) if roomy else (),
        groups=() if roomy else tuple(groups(finding, said)),
        silent=joined(s for s in sources if s not in said),
        nearest=refused,
        unshown=len(finding.nearest) - len(refused),
        tags=", ".join(finding.claim.tags),
    )


def _aside(finding: Finding) -> Iterator[str]:
    if finding.accepted and finding.relation:
        yield of_relation(finding.relation).value
    if finding.status is Status.TIE:
        yield "tie"
    if finding.within:
        yield f"{joined(split(finding))} disagrees with itself"
    if any(not conflict.accepted for conflict in finding.conflicts):
        yield "cannot be true beside other claims"


def _band(finding: Finding) -> str:
    if finding.consensus and finding.status is not Status.SINGLE_SOURCE:
        return f"what most sources jointly say: {finding.consensus.wording}"
    if finding.consensus:
        return f"what is said: {finding.consensus.wording}"
    sides = joined((tie.wording for tie in finding.ties), _TIES)
    return f"the sides of the tie: {sides}" if finding.ties else ""
