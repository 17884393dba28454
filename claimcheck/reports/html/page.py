"""The page as a whole: summary, table of claims and sources, findings, sources."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from attrs import frozen
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.digest import skipped
from claimcheck.model.finding import Finding, Report
from claimcheck.model.text import Source
from claimcheck.reports.html.evidence import AROUND, heard
from claimcheck.reports.html.finding import section
from claimcheck.reports.html.marks import MARKS, split
from claimcheck.reports.html.table import Cell, cells, compact
from claimcheck.reports.html.words import joined, link, many, name
from claimcheck.terminal import inert
from claimcheck.verdict import Severity, Verdict, severity, verdict

_HERE = Path(__file__).parent
_ROOM = 1_300_000  # characters, roughly, up to which every reading stands in its paragraph; mail takes no more
_READING, _CLAIM, _CELL = 1_000, 2_500, 40  # what one takes besides the words of the article
_CELLS = 25_000  # of the table, on such a page
_COLUMNS = 12  # of the table that are always shown
_SECTIONS = 200  # findings with a section of their own, on such a page
_WIDE = 8  # sources from which on the table shows symbols, and the values on demand


@frozen
class Tally:
    """How many findings come to a verdict, and the first of them."""

    word: Verdict
    number: int
    first: str


@frozen
class Row:
    """A row of the table: a claim, its verdict, whether its finding is on the page, and what each source says."""

    id: str
    word: Verdict
    told: bool
    cells: tuple[Cell | None, ...]


@frozen
class About:
    """A source, in the list of sources.

    Attributes:
        source: The source.
        href: Its address; empty where it has none that may be followed.
        archive: That of an archived copy, likewise.
        day: The day that its relative dates are counted from, where it is not that of publication.
        readings: Number of readings from it.
    """

    source: Source
    href: str
    archive: str
    day: str
    readings: int


def page(report: Report, *, quiet: bool = False) -> str:
    """The whole page.

    Args:
        report: The report.
        quiet: Whether to show only findings that need attention.
    """
    shown = [f for f in report if not quiet or severity(f) >= Severity.TENSION]
    sources = {source.id: source for source in report.sources}
    roomy = _size(shown, len(sources)) <= _ROOM
    said = [heard(f) for f in shown]
    detailed = range(len(shown)) if roomy else _gravest(shown)
    sections = [section(shown[n], n, sources, said[n], roomy=roomy) for n in detailed]
    known = {s.number for s in sections}
    columns = sources if roomy else dict(islice(sources.items(), max(_COLUMNS, _CELLS // max(1, len(shown)))))
    rows = [
        Row(f.claim.id, verdict(f), n in known, tuple(cells(f, n, columns, said[n], linked=roomy)))
        for n, f in enumerate(shown[: None if roomy else _CELLS // _COLUMNS])
    ]
    return environment().get_template("page.html.jinja").render(
        style=_asset("style.css"),
        script=_asset("script.js"),
        policy=_policy(),
        title=_title(report),
        lede=_lede(report),
        files=joined(report.claim_files),
        made=[many(report.sentences, "sentence"), many(report.mentions, "value")],
        rules=report.rules,
        tallies=_tallies(shown),
        within=[(f.claim.id, joined(split(f))) for f in shown if f.within],
        conflicts=[f.claim.id for f in shown if any(not c.accepted for c in f.conflicts)],
        marks=MARKS,
        wide=len(sources) > _WIDE,
        roomy=roomy,
        rows=rows,
        compact=compact,
        columns=list(columns),
        cut=_cut(len(shown) - len(rows), len(sources) - len(columns), len(shown) - len(sections)),
        sections=sections,
        sources=_about(report),
        notes=report.notes,
        skipped=skipped(report),
    )  # fmt: skip


def _gravest(findings: Sequence[Finding]) -> list[int]:
    """The numbers of the findings that have a section of their own where not all have, in their order."""
    ranked = sorted(range(len(findings)), key=lambda n: (-severity(findings[n]), n))
    return sorted(ranked[:_SECTIONS])


def _cut(rows: int, columns: int, sections: int) -> str:
    """What of the table and of the findings is not on the page; empty where all is."""
    parts = [
        (rows, "claim", "of the table"),
        (columns, "source", "of the table"),
        (sections, "finding", "below it"),
    ]
    told = [f"{many(number, noun)} {where}" for number, noun, where in parts if number > 0]
    return f"Left out for length, the least grave first: {joined(told)}." if told else ""


def _size(findings: Sequence[Finding], sources: int) -> int:
    """Roughly how many characters the page takes when every reading stands in its paragraph."""
    size = len(findings) * (_CLAIM + _CELL * sources)
    for f in findings:
        for e in f.evidence:
            size += _READING + len(e.excerpt.text) + min(2 * AROUND, len(e.excerpt.before) + len(e.excerpt.after))
    return size


def _title(report: Report) -> str:
    return f"{many(len(report), 'claim')}, {many(report.documents, 'source')}"


def _lede(report: Report) -> str:
    """The report in one or two sentences."""
    graves = [severity(f) for f in report]
    apart = sum(g >= Severity.TENSION for g in graves)
    agree = sum(verdict(f) in (Verdict.EXACT, Verdict.WITHIN_PRECISION, Verdict.COMPATIBLE) for f in report)
    alone = sum(verdict(f) is Verdict.SINGLE_SOURCE for f in report)
    if not len(report):
        return "No claims were checked."
    look = (
        "Nothing needs a second look"
        if not apart
        else f"{many(apart, 'claim')} need{'s' * (apart == 1)} a second look"
    )
    rest = [
        f"sources agree on {agree:,}" if agree else "",
        f"{alone:,} rest{'s' * (alone == 1)} on one source" if alone else "",
    ]
    return f"{look}; {' and '.join(filter(None, rest))}." if any(rest) else f"{look}."


def _tallies(findings: Sequence[Finding]) -> list[Tally]:
    """How many findings come to each verdict, gravest first."""
    ids: dict[Verdict, list[str]] = {word: [] for word in Verdict}
    for f in findings:
        ids[verdict(f)].append(f.claim.id)
    return [Tally(word, len(found), found[0]) for word, found in ids.items() if found]


def _about(report: Report) -> list[About]:
    readings = dict.fromkeys((s.id for s in report.sources), 0)
    for finding in report:
        for e in finding.evidence:
            readings[e.source_id] = readings.get(e.source_id, 0) + 1
    return [
        About(
            s,
            link(s.url),
            link(s.archive_url),
            s.reference_day.isoformat() if s.reference_day else "",
            readings[s.id],
        )
        for s in report.sources
    ]


@cache
def _asset(file: str) -> Markup:
    """A style sheet or script of this folder, which is ours and so needs no escaping."""
    return Markup((_HERE / file).read_text(encoding="utf-8").strip("\n"))


def _policy() -> str:
    """What the browser may do with the page: use this style and this script, fetch nothing, run nothing else."""
    style, script = (
        b64encode(hashlib.sha256(_asset(f).encode()).digest()).decode() for f in ("style.css", "script.js")
    )
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; "
        "form-action 'none'"
    )


def _shown(value: object) -> object:
    """What an expression of a template writes: text made inert, whoever wrote it."""
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value  # what can be printed is inert as it is
    return inert(value)


@cache
def environment() -> Environment:
    """The templates of this folder; everything they write is escaped and made inert."""
    made = Environment(
        loader=FileSystemLoader(_HERE, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["name"] = name
    return made
