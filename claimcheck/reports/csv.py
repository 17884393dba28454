"""The report as a fact-checking spreadsheet, a row a reading, that reads back in."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

import attrs
from attrs import frozen

from claimcheck.digest import SKIPPED, cut, details, in_conflict
from claimcheck.errors import InvalidInput, Problem
from claimcheck.model.claim import Acceptance
from claimcheck.model.finding import Evidence, Finding, Report
from claimcheck.model.text import Role
from claimcheck.terminal import inert
from claimcheck.verdict import verdict

NAME = "csv"
SUFFIXES: tuple[str, ...] = (".csv",)
HEADER = ("claim", "value", "source", "quote", "method", "checked by", "date", "verdict", "note")
"""The columns, in the order of the fields of `Row`."""

# What a spreadsheet takes for the beginning of a formula, the full-width signs of East Asian keyboards included.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARD = "'"
_LEFT_OUT = "left out"
_NOTE = 300  # characters of a note, which stands in every row of its claim


@frozen
class Row:
    """One reading as a fact-checker lists it; all texts are one line and without control characters.

    Attributes:
        claim: The claim's id; empty in the row of a source that was left out, as it cannot be read.
        value: What the source says; empty in the row of a claim that no source speaks of.
        source: The source's id.
        quote: The sentence.
        method: How the reading was found, who says it, with which verb and of which day, and whether it votes.
        checked_by: Who accepted a disagreement that it is part of.
        date: When, as ISO 8601.
        verdict: What the claim comes to over all its sources.
        note: Why, what cannot be true beside other claims, and what they imply; cut where it is long.
    """

    claim: str
    value: str = ""
    source: str = ""
    quote: str = ""
    method: str = ""
    checked_by: str = ""
    date: str = ""
    verdict: str = ""
    note: str = ""


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as comma-separated values: a header, then a row for each reading.

    A claim without readings has one row, and sources that are left out have rows at the end. Every cell is quoted,
    and one that a spreadsheet would take for a formula is led by an apostrophe, which `read` takes away.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to write ASCII only.
        verbose: Below 0 readings that do not vote are left out.
    """
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(HEADER)
    for row in rows(report, weak=verbose >= 0):
        writer.writerow([_guarded(inert(cell, ascii=ascii)) for cell in attrs.astuple(row)])
    return out.getvalue()


def read(text: str) -> tuple[Row, ...]:
    """Read the rows back.

    Raises:
        InvalidInput: If the header or a row does not fit.
    """
    try:
        header, *found = [*csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)] or [[]]
    except csv.Error as error:
        raise InvalidInput(Problem(f"this is no comma-separated table: {error}")) from None
    if tuple(header) != HEADER:
        raise InvalidInput(
            Problem("this is not a table that --format csv wrote", f"begin it with {', '.join(HEADER)}")
        )
    wrong = [n for n, row in enumerate(found, 2) if len(row) != len(HEADER)]
    if wrong:
        raise InvalidInput(*(Problem(f"row {n} does not have {len(HEADER)} cells") for n in wrong))
    return tuple(Row(*map(_unguarded, row)) for row in found)


def rows(report: Report, *, weak: bool = True) -> tuple[Row, ...]:
    """The rows of a report, in the order of claims, sources and their texts.

    Args:
        report: The report.
        weak: Whether to list readings that do not vote.
    """
    found = (row for finding in report for row in _rows(finding, weak))
    return (*map(_inert, found), *map(_inert, _skipped(report)))


def _skipped(report: Report) -> Iterator[Row]:
    """A row without a claim for each of the first sources that are left out, and one that counts the rest."""
    told = report.skipped_sources[:SKIPPED]
    for source in told:
        place = str(source.place) if source.place else ""
        yield Row("", source=place, verdict=_LEFT_OUT, note=cut(f"cannot be read: {source.reason}", _NOTE))
    more = report.skipped - len(told)
    if more:
        yield Row("", verdict=_LEFT_OUT, note=f"{more:,} more sources cannot be read")


def _inert(row: Row) -> Row:
    return Row(*map(inert, attrs.astuple(row)))


def _rows(finding: Finding, weak: bool) -> Iterator[Row]:
    word = verdict(finding).value
    told = [f"accepted: {finding.accepted}" if finding.accepted else finding.reason]
    told += map(in_conflict, finding.conflicts)
    told += dict.fromkeys(f"derived: {d.arithmetic}" for d in finding.derived)
    note = cut("; ".join(told), _NOTE)
    shown = [e for e in finding.evidence if weak or not e.weak]
    if not shown:
        yield Row(finding.claim.id, verdict=word, note=note)
    for e in shown:
        found = _acceptance(finding, e)
        yield Row(
            finding.claim.id,
            str(e.value),
            e.source_id,
            e.excerpt.text,
            ", ".join(_method(e)),
            found.by if found else "",
            found.on.isoformat() if found and found.on else "",
            word,
            note,
        )


def _method(e: Evidence) -> Iterator[str]:
    yield "read by hand" if e.curated else f"found by wording, score {e.score:.0f}"
    if e.quoted:
        yield f"quoting {e.speaker}" if e.speaker else "quoting somebody"
    if e.role is not Role.BODY:
        yield f"in the {e.role.value}" if e.role is not Role.FURNITURE else "in page furniture"
    yield from details(e)
    if e.weak:
        yield "no vote"


def _acceptance(finding: Finding, e: Evidence) -> Acceptance | None:
    """The accepted disagreement, or conflict with other claims, that a reading is part of."""
    conflicts = {conflict.accepted for conflict in finding.conflicts if conflict.accepted}
    return next(
        (
            a
            for a in finding.claim.accepted
            if e.source_id in a.source_ids and (str(a) in conflicts if a.claim_ids else finding.accepted)
        ),
        None,
    )


def _guarded(cell: str) -> str:
    return _GUARD + cell if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith(_GUARD) and _FORMULA.match(cell) else cell
