"""How a source stands to what the sources of a finding jointly say: a symbol, a tone and words."""

from typing import NamedTuple

from claimcheck.model.finding import Finding, Status
from claimcheck.model.interval import Interval


class Mark(NamedTuple):
    """A symbol, the tone of its colour, and what both mean in words and in one word."""

    symbol: str
    tone: str
    words: str
    word: str


INSIDE = Mark("✓", "good", "inside the consensus", "inside")
OUTSIDE = Mark("✗", "bad", "outside the consensus", "outside")
TIED = Mark("?", "doubt", "one side of a tie", "tied")
ALONE = Mark("·", "plain", "not corroborated", "alone")
APART = Mark("·", "plain", "no vote", "no vote")
MARKS = (INSIDE, OUTSIDE, TIED, ALONE, APART)


def mark_of(finding: Finding, source_id: str) -> Mark:
    """How a source with a reading stands in a finding."""
    if finding.status is Status.SINGLE_SOURCE:
        return ALONE
    agreed = finding.consensus
    if agreed and source_id in agreed.supporters:
        return INSIDE
    if agreed and source_id in agreed.dissenters:
        return OUTSIDE
    return TIED if any(source_id in tie.supporters for tie in finding.ties) else APART


def split(finding: Finding) -> dict[str, None]:
    """The sources that disagree with themselves, in order."""
    return dict.fromkeys(c.left.source_id for c in finding.within)


def tone_of(finding: Finding, source_id: str, ordinary: Interval | None) -> str:
    """The tone of one reading: that of its source, unless the source agrees by another of its readings only.

    Args:
        finding: The finding.
        source_id: The source.
        ordinary: The reading's ordinary sense, in the unit of the consensus; None where it has none.
    """
    mark = mark_of(finding, source_id)
    joint = finding.consensus.interval if finding.consensus else None
    if source_id in split(finding) and mark is INSIDE and joint and ordinary:
        return mark.tone if ordinary.meets(joint) else TIED.tone
    return mark.tone
