"""Newline-delimited JSON: a finding a line, in the shape of the JSON report."""

import json as stdlib_json
from importlib import import_module

import hostile_reports
import pytest
import reports_data

from claimcheck.model.finding import Report
from claimcheck.reports import json, ndjson
from claimcheck.verdict import severity, verdict

Draft202012Validator = import_module("jsonschema").Draft202012Validator  # it has no types
REPORTS = [reports_data.report(), *map(hostile_reports.report, hostile_reports.TEXTS.values())]


@pytest.mark.parametrize("report", REPORTS)
def test_a_line_is_a_finding_of_the_json_report(report: Report) -> None:
    text = ndjson.render(report)
    lines = [stdlib_json.loads(line) for line in text.split("\n")[:-1]]
    assert len(lines) == len(report)
    whole = stdlib_json.loads(json.render(report))
    for line, finding in zip(lines, whole["findings"], strict=True):
        assert {key: line[key] for key in finding} == finding
    back = {"schema": json.SCHEMA, "findings": lines, "sources": []}
    assert json.read(stdlib_json.dumps(back)).findings == report.findings
    assert len(text.splitlines()) == len(report)


def test_lines_fit_the_schema_of_the_json_report() -> None:
    schema = json.schema()
    for line in ndjson.render(reports_data.report()).splitlines():
        data = stdlib_json.loads(line)
        Draft202012Validator({"$ref": "#/$defs/Finding", "$defs": schema["$defs"]}).validate(data)


def test_lines_say_what_the_finding_comes_to() -> None:
    for line, finding in zip(
        ndjson.render(reports_data.report()).splitlines(), reports_data.report(), strict=True
    ):
        data = stdlib_json.loads(line)
        assert list(data)[:5] == ["schema", "rules", "verdict", "severity", "concerns"]
        assert data["schema"] == "claimcheck-finding/1"
        assert data["verdict"] == verdict(finding).token.lower()
        assert data["severity"] == severity(finding).label
        assert {s["id"] for s in data["sources"]} == {e.source_id for e in finding.evidence}
