"""The report as wikitext, for the talk page of an article."""

from collections.abc import Iterator
from html import escape as entities

from claimcheck.concerns import of_finding
from claimcheck.digest import around, best, cut, said, tally
from claimcheck.model.finding import Evidence, Finding, Report
from claimcheck.model.text import Source
from claimcheck.plain_data import web_address
from claimcheck.terminal import inert
from claimcheck.verdict import Severity, severity, verdict

NAME = "wikitext"
SUFFIXES: tuple[str, ...] = (".wiki",)

_LONGEST = 300


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as a section of a talk page: a table of all claims, then the words behind each disagreement.

    Everything that comes from articles and claim files stands in `<nowiki>`, so that it is shown and does nothing.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to write ASCII only.
        verbose: Below 0 only what needs attention; from 1 on the words behind every claim.
    """
    shown = [f for f in report if verbose >= 0 or severity(f) >= Severity.TENSION]
    lines = [f"== claimcheck: {tally(report)} ==", '{| class="wikitable sortable"']
    lines.append("! claim !! verdict !! what the sources say")
    for finding in shown:
        told = " · ".join(f"{inactive(i)} {inactive(v)}" for i, v in said(finding)) or inactive(finding.reason)
        lines += ["|-", f"| {finding.claim.id} || {verdict(finding).value} || {told}"]
    lines.append("|}")
    for finding in shown:
        if verbose > 0 or severity(finding) >= Severity.TENSION:
            lines += ["", *_section(report, finding)]
    text = "\n".join(lines) + "\n"
    return "".join(c if c.isascii() else inert(c, ascii=True) for c in text) if ascii else text


def _section(report: Report, finding: Finding) -> Iterator[str]:
    claim = finding.claim
    yield f"=== {claim.id}: {verdict(finding).value} ==="
    yield f"''{inactive(claim.statement.replace('{value}', '___'))}''"
    yield ""
    for source in report.sources:
        for e in best(finding, source.id):
            yield f"* {_name(source)}: {_words(e)}"
    for concern in of_finding(finding):
        if concern.severity >= Severity.TENSION:
            yield f"* ''{concern.rule.value.replace('-', ', ')}'': {inactive(concern.reason)}"
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
