"""The report as a comment on a pull request: a table of all claims, and the words behind each disagreement."""

import re
from collections.abc import Iterator
from functools import partial

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

NAME = "markdown"
SUFFIXES: tuple[str, ...] = (".md",)
LIMIT = 60_000
"""Most characters of a report: GitHub takes comments of up to 65,536, and something may be added to it."""

_TABLE = LIMIT // 2
_END = 1_000  # kept for saying what was left out
_CELL = 300
_SOURCES = 12  # shown in their words
_CALCULATIONS = 4
_SKIPPED = 10  # sources left out that are named
_HEAD = ("|   | claim | verdict | what the sources say |", "|---|---|---|---|")
_SPECIAL = re.compile(r"[\\`*_\[\]~|]")
# What a code host makes of plain words after they have been laid out: mentions, issues, emoji, links.
_LIVELY = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=:)(?=[\w+-]+:)|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report in Markdown with tables, short enough for a comment.

    What does not fit is left out, the least grave first, and the end says so.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to write ASCII only.
        verbose: Below 0 only what needs attention; from 1 on the words behind every claim.
    """
    shown = [f for f in report if verbose >= 0 or severity(f) >= Severity.TENSION]
    rows = fitting(shown, range(len(shown)), _row, _TABLE)
    table = [f"### claimcheck: {tally(report)}", "", *_HEAD, *(rows[n] for n in sorted(rows))]
    text = "\n".join([*table, *_skipped(report)])
    wanted = [n for n, f in enumerate(shown) if verbose > 0 or severity(f) >= Severity.TENSION]
    behind = fitting(shown, wanted, partial(_details, report), LIMIT - len(text) - _END)
    rest = left_out(len(shown) - len(rows), len(wanted) - len(behind))
    whole = "\n\n".join([text, *(behind[n] for n in sorted(behind)), *rest]) + "\n"
    return "".join(c if c.isascii() else inert(c, ascii=True) for c in whole) if ascii else whole


def _skipped(report: Report) -> Iterator[str]:
    """The sources that are left out, below the table."""
    headline, named = skipped(report, _SKIPPED)
    if headline:
        yield f"\n**✗ {headline}**\n"
        yield from (f"- {escape(cut(line, _CELL))}" for line in named)


def _row(finding: Finding) -> str:
    word = verdict(finding)
    all_said = said(finding)
    told = " · ".join(f"{escape(cut(i, 40))} {escape(cut(v, 80))}" for i, v in all_said[:8])
    more = len(all_said) - 8
    told += f" · and {more} more" if more > 0 else ""
    return (
        f"| {word.symbol} | `{finding.claim.id}` | {word.value} | {told or escape(cut(finding.reason, _CELL))} |"
    )


def _details(report: Report, finding: Finding) -> str:
    word = verdict(finding)
    claim = finding.claim
    lines = [
        "<details>",
        f"<summary>{word.symbol} <b>{claim.id}</b> {_in_markup(cut(finding.reason, _CELL))}</summary>",
        "",
        f"Claim: {escape(cut(claim.statement.replace('{value}', '___'), _CELL))}",
        "",
    ]
    shown, rest = spokesmen(finding, _SOURCES)
    for source in report.sources:
        for e in shown.get(source.id, ()):
            lines += [f"> {_name(source, e)}: {_words(e)}", ">"]
    lines[-1] = ""
    if rest:
        lines += [f"{escape(in_few_words(rest))}.", ""]
    reasons = [c.reason for c in of_finding(finding) if c.severity >= Severity.TENSION]
    lines += [f"- {escape(cut(reason, 2 * _CELL))}" for reason in reasons]
    lines += [f"- derived: {escape(cut(arithmetic, _CELL))}" for arithmetic in _derived(finding)]
    lines += [f"- {escape(cut(in_conflict(c), 2 * _CELL))}" for c in finding.conflicts if c.accepted]
    if finding.accepted:
        lines.append(f"- accepted: {escape(cut(finding.accepted, _CELL))}")
    return "\n".join([*lines, "", "</details>"])


def _derived(finding: Finding) -> list[str]:
    """What other claims imply, each calculation once."""
    return list(dict.fromkeys(d.arithmetic for d in finding.derived))[:_CALCULATIONS]


def _name(source: Source, e: Evidence) -> str:
    name = f"<b>{escape(cut(f'{source.id} {source.publisher}'.rstrip(), 80))}</b>"
    address = web_address(source.url)
    link = f" ([article](<{address}>))" if address else ""
    told = "".join(f", {escape(cut(detail, 80))}" for detail in details(e))
    return f"{name}, line {e.excerpt.line}{told}{link}"


def _words(e: Evidence) -> str:
    before, words, after = around(e.excerpt)
    marked = f"<b>{escape(words)}</b>" if words else ""
    return f"{escape(before)}{marked}{escape(after)}"


def escape(text: str) -> str:
    """Words that stay words in Markdown, and in what a code host makes of it.

    >>> escape("*x* <b> @eve")
    '\\\\*x\\\\* &lt;b&gt; @<!-- -->eve'
    """
    return _SPECIAL.sub(r"\\\g<0>", _in_markup(text))


def _in_markup(text: str) -> str:
    """Words that stay words between HTML tags, where Markdown is not read, and in what a code host makes of it."""
    text = _LIVELY.sub("\0", inert(text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A pair of dollars would be set as mathematics; this is how to write one beside others.
    return text.replace("$", "<span>$</span>").replace("\0", "<!-- -->")
