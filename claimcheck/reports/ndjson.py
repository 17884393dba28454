"""The report as one JSON object a line, a finding each, for programs that read line by line."""

from claimcheck.concerns import of_finding
from claimcheck.model.finding import Finding, Report
from claimcheck.plain_data import dump, plain, without_repeats
from claimcheck.verdict import severity, verdict

NAME = "ndjson"
SUFFIXES: tuple[str, ...] = (".ndjson", ".jsonl")
SCHEMA = "claimcheck-finding/1"
"""What the `schema` key of each line says; a change that old readers would misread gets a new number."""

SKIPPED_SCHEMA = "claimcheck-skipped/1"
"""What it says in the line of the sources that were left out."""


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report with one line of JSON for each finding, complete in itself.

    A line begins with the schema, the verdict, the severity and the concerns; then follow the keys of the finding
    as in the JSON report, and the sources that its evidence comes from. If sources are left out, as they cannot be
    read, the last line tells of them, under a schema of its own.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to escape everything beyond ASCII.
        verbose: Not used.
    """
    lines = [_line(report, f) for f in report]
    lines += [_skipped(report)] if report.skipped else []
    return "".join(dump(line, indent=None, ascii=ascii) + "\n" for line in lines)


def _skipped(report: Report) -> dict[str, object]:
    """The last line of a run that left sources out."""
    named = [plain(source) for source in report.skipped_sources]
    return {"schema": SKIPPED_SCHEMA, "rules": report.rules, "skipped": report.skipped, "skipped_sources": named}


def _line(report: Report, finding: Finding) -> dict[str, object]:
    whole = plain(finding)
    assert isinstance(whole, dict)
    data = without_repeats(finding, whole)
    heard = {e.source_id for e in finding.evidence}
    concerns = [
        {"rule": c.rule.value, "severity": c.severity.label, "source_id": c.source_id, "reason": c.reason}
        for c in of_finding(finding)
    ]
    return {
        "schema": SCHEMA,
        "rules": report.rules,
        "verdict": verdict(finding).token.lower(),
        "severity": severity(finding).label,
        "concerns": concerns,
        **data,
        "sources": [plain(s) for s in report.sources if s.id in heard],
    }
