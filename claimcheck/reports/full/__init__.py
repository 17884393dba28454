"""The report for a terminal: for each claim the verdict, a block a source with its words, and the reason."""

from collections.abc import Iterator

from claimcheck.digest import SKIPPED, skipped
from claimcheck.model.finding import Finding, Report
from claimcheck.reports.full.finding import page
from claimcheck.terminal import STYLES, Line, Pen, cells, pad
from claimcheck.verdict import Severity, counts, severity, verdict

NAME = "full"
SUFFIXES: tuple[str, ...] = (".txt",)

_DIM = "dim"
_LISTED = 6  # claim ids named in a line of the summary


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report for people.

    Args:
        report: The report.
        width: Cells of a line; sentences are cropped to it, prose is wrapped.
        color: Whether to write ANSI styles; without them values are underlined by a line of tildes.
        ascii: Whether to write ASCII only.
        verbose: Below 0 only what needs attention; from 1 on also weak readings, senses, scores, every pair
            and the nearest sentences that were not taken.
    """
    pen = Pen(width, color, ascii)
    lines: list[Line] = []
    for finding in report:
        if verbose >= 0 or severity(finding) >= Severity.TENSION:
            lines += [*page(pen, report, finding, verbose), Line()]
    if verbose >= 0:
        lines += _summary(pen, report)
    lines += _skipped(pen, report, verbose)
    if verbose == 0 and report.findings:
        lines += pen.wrapped([("-v shows senses, scores, all pairs and the nearest sentences", _DIM)])
    return pen.paint(lines)


def one(report: Report, finding: Finding, *, width: int = 100, color: bool = False, verbose: int = 0) -> str:
    """Write one finding of a report, without the summary; arguments as for `render`."""
    pen = Pen(width, color, False)
    return pen.paint([*page(pen, report, finding, verbose)])


def _summary(pen: Pen, report: Report) -> Iterator[Line]:
    made = ", ".join(
        [
            _many(len(report), "claim"),
            _many(report.documents, "source"),
            _many(report.sentences, "sentence"),
            _many(report.mentions, "value"),
        ]
    )
    yield from pen.wrapped([(made, "bold"), (f" (rules {report.rules})" if report.rules else "", _DIM)])
    rows: list[tuple[str, str, list[str]]] = []
    for word, number in counts(report):
        ids = [f.claim.id for f in report if verdict(f) is word]
        rows.append((f"{word.symbol} {number} {word.value}", STYLES[word.tone], ids))
    within = [f"{f.claim.id} ({c.left.source_id})" for f in report for c in f.within]
    if within:
        rows.append((f"? {len(within)} inside a source", STYLES["doubt"], list(dict.fromkeys(within))))
    label = max((cells(pen.safe(row[0])) for row in rows), default=0)
    for row in rows:
        yield from _tally(pen, *row, label)
    for note in report.notes:
        yield from pen.wrapped([(f"· {note}", _DIM)], first="  ", rest="    ")


def _skipped(pen: Pen, report: Report, verbose: int) -> Iterator[Line]:
    headline, named = skipped(report, len(report.skipped_sources) if verbose > 0 else SKIPPED)
    if headline:
        yield from pen.wrapped([("✗ ", STYLES["bad"]), (headline, "")], first="  ", rest="    ")
    for line in named:
        yield from pen.wrapped([(line, "")], first="    ", rest="      ")


def _tally(pen: Pen, label: str, style: str, ids: list[str], width: int) -> Iterator[Line]:
    more = f" and {len(ids) - _LISTED} more" if len(ids) > _LISTED else ""
    start = "  " + pad(pen.safe(label), width) + "  "
    lines = pen.wrapped([(", ".join(ids[:_LISTED]) + more, "")], first=start, rest=" " * cells(start))
    lines[0] = lines[0].styled(style, 2, 2 + len(pen.safe(label)))
    yield from lines


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
