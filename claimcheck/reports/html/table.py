"""The table of claims and sources."""

from collections.abc import Iterator

from attrs import frozen

from claimcheck.model.finding import Finding
from claimcheck.model.text import Source
from claimcheck.reports.html.evidence import Heard, anchor
from claimcheck.reports.html.marks import Mark, mark_of, split
from claimcheck.reports.html.words import head, joined

_WORDING = 60  # characters of a reading; a quotation may be long


@frozen
class Cell:
    """What a source says for a claim, in the table.

    Attributes:
        mark: How it stands to the other sources.
        wording: Its best reading.
        more: What else there is to know: further readings, a disagreement inside the source.
        href: Where its words stand on the page.
    """

    mark: Mark
    wording: str
    more: str
    href: str


def cells(finding: Finding, number: int, sources: dict[str, Source], said: Heard) -> Iterator[Cell | None]:
    """The row of a claim: a cell for each source, None where it has no reading.

    Args:
        finding: The finding.
        number: Its number on the page.
        sources: The sources of the report by id.
        said: Its evidence by source.
    """
    divided = split(finding)
    for n, source_id in enumerate(sources):
        members = said.get(source_id)
        if not members:
            yield None
            continue
        wording, more = str(members[0].value), ""
        if source_id in divided:
            others = dict.fromkeys(str(e.value) for e in members if not e.weak)
            more = f"also {joined(w for w in others if w != wording)}, disagrees with itself"
        yield Cell(mark_of(finding, source_id), head(wording, _WORDING), more, anchor(number, n))
