"""The table of claims and sources."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import frozen
from markupsafe import Markup, escape

from claimcheck.digest import Heard
from claimcheck.model.finding import Finding
from claimcheck.model.text import Source
from claimcheck.reports.html.evidence import anchor
from claimcheck.reports.html.marks import Mark, mark_of, split
from claimcheck.reports.html.words import head, joined
from claimcheck.terminal import inert

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


def compact(row: Iterable[Cell | None]) -> Markup:
    """The cells of a row as HTML, where there are so many of them that a template would take too long."""
    return Markup("".join(_NONE if c is None else _compact(c) for c in row))


_NONE = "<td><u>none</u>"


@lru_cache(maxsize=4096)
def _compact(c: Cell) -> str:
    more = f"; {c.more}" if c.more else ""
    return (
        f"<td class={c.mark.tone}>{c.mark.symbol}<i>&nbsp;{escape(inert(f'{c.wording}, {c.mark.word}{more}'))}</i>"
    )


def cells(
    finding: Finding, number: int, sources: dict[str, Source], said: Heard, *, linked: bool = True
) -> Iterator[Cell | None]:
    """The row of a claim: a cell for each source, None where it has no reading.

    Args:
        finding: The finding.
        number: Its number on the page.
        sources: The sources of the report by id.
        said: Its evidence by source.
        linked: Whether its words stand on the page.
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
        yield Cell(mark_of(finding, source_id), head(wording, _WORDING), more, anchor(number, n) if linked else "")
