"""The report as wikitext, for the talk page of an article."""

from collections.abc import Iterator
from html import escape as entities

from claimcheck.concerns import of_finding
from claimcheck.digest import (
    around,
    cut,
    details,
    fitting,
    in_conflict,
    in_few_words,
    left_out,
    said,
    skipped,
    spokesmen,
    tally,
)
from claimcheck.model.finding import Evidence, Finding, Report
from claimcheck.model.text import Source
from claimcheck.plain_data import web_address
from claimcheck.terminal import inert
from claimcheck.verdict import Severity, severity, verdict

NAME = "wikitext"
SUFFIXES: tuple[str, ...] = (".wiki",)

LIMIT = 500_000
"""Most characters of a report: a wiki takes pages of two million bytes, and others write on a talk page too."""

_LONGEST = 300
_SOURCES = 12  # shown in their words
_SAID = 20  # sources named in a row of the table
_CALCULATIONS = 4


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as a section of a talk page: a table of all claims, then the words behind each disagreement.

    Everything that comes from articles and claim files stands in `<nowiki>`, so that it is shown and does nothing.
    What does not fit is left out, the least grave first, and the end says so.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to write ASCII only.
        verbose: Below 0 only what needs attention; from 1 on the words behind every claim.
    """
    shown = [f for f in report if verbose >= 0 or severity(f) >= Severity.TENSION]
    rows = fitting(shown, range(len(shown)), _row, LIMIT // 2)
    lines = [f"== claimcheck: {tally(report)} ==", '{| class="wikitable sortable"']
    lines += ["! claim !! verdict !! what the sources say", *(rows[n] for n in sorted(rows)), "|}"]
    wanted = [n for n, f in enumerate(shown) if verbose > 0 or severity(f) >= Severity.TENSION]
    room = LIMIT - sum(map(len, lines))
    behind = fitting(shown, wanted, lambda f: "\n".join(["", *_section(report, f)]), room)
    lines += [behind[n] for n in sorted(behind)]
    headline, named = skipped(report)
    lines += [f"\n'''{headline}'''", *(f"* {inactive(line)}" for line in named)] if headline else []
    lines += [f"\n{line}" for line in left_out(len(shown) - len(rows), len(wanted) - len(behind))]
    text = "\n".join(lines) + "\n"
    return "".join(c if c.isascii() else inert(c, ascii=True) for c in text) if ascii else text


def _row(finding: Finding) -> str:
    all_said = said(finding)
    told = " · ".join(f"{inactive(i)} {inactive(v)}" for i, v in all_said[:_SAID]) or inactive(finding.reason)
    told += f" · and {len(all_said) - _SAID:,} more" if len(all_said) > _SAID else ""
    return f"|-\n| {finding.claim.id} || {verdict(finding).value} || {told}"


def _section(report: Report, finding: Finding) -> Iterator[str]:
    claim = finding.claim
    yield f"=== {claim.id}: {verdict(finding).value} ==="
    yield f"''{inactive(claim.statement.replace('{value}', '___'))}''"
    yield ""
    shown, rest = spokesmen(finding, _SOURCES)
    for source in report.sources:
        for e in shown.get(source.id, ()):
            told = "".join(f", {inactive(detail)}" for detail in details(e))
            yield f"* {_name(source)}{told}: {_words(e)}"
    if rest:
        yield f"* {inactive(in_few_words(rest))}"
    for concern in of_finding(finding):
        if concern.severity >= Severity.TENSION:
            yield f"* ''{concern.rule.value.replace('-', ', ')}'': {inactive(concern.reason)}"
    for arithmetic in list(dict.fromkeys(d.arithmetic for d in finding.derived))[:_CALCULATIONS]:
        yield f"* ''derived'': {inactive(arithmetic)}"
    for conflict in (c for c in finding.conflicts if c.accepted):
        yield f"* ''conflict'': {inactive(in_conflict(conflict))}"
    if finding.accepted:
        yield f"* ''accepted'': {inactive(finding.accepted)}"


def _name(source: Source) -> str:
    name = inactive(source.publisher or source.id)
    address = web_address(source.url)
    told = f"[{address} {name}]" if address else name
    archived = web_address(source.archive_url)
    told += f" ([{archived} archived])" if archived else ""
    if source.published:
        told += f", {source.published.isoformat()}"
    return told


def _words(e: Evidence) -> str:
    before, words, after = around(e.excerpt)
    marked = f"'''{inactive(words)}'''" if words else ""
    return f"{inactive(before)}{marked}{inactive(after)}"


def inactive(text: str) -> str:
    """Words that a wiki shows and does not obey.

    >>> inactive("{{delete}} [[Main Page]] </nowiki> ~~~~")
    '<nowiki>{{delete}} [[Main Page]] &lt;/nowiki&gt; ~~~~</nowiki>'
    """
    shown = entities(cut(inert(text), _LONGEST), quote=False)
    return f"<nowiki>{shown}</nowiki>" if shown.strip() else shown
