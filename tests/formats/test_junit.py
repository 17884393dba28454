"""JUnit: what Jenkins' reader takes, and true."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any

import hostile_reports
import pytest
import reports_data
from attrs import evolve

from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Report
from claimcheck.reports import junit

etree: Any = import_module("lxml.etree")  # it has no types
# What Jenkins' JUnit reader takes of a report: each element's attributes and children.
_COUNTS = {"name", "tests", "failures", "errors", "skipped", "disabled", "time"}
STRUCTURE = {
    "testsuites": (_COUNTS, {"testsuite"}),
    "testsuite": (_COUNTS | {"timestamp", "hostname"}, {"testcase"}),
    "testcase": ({"name", "classname", "time"}, {"skipped", "failure", "error", "system-out", "system-err"}),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
    "skipped": ({"type", "message"}, set()),
}


def read(report: Report, **settings: Any) -> Any:
    root = etree.fromstring(junit.render(report, **settings).encode())
    for element in root.iter():
        attributes, children = STRUCTURE[element.tag]
        assert set(element.attrib) <= attributes
        assert {child.tag for child in element} <= children
    return root


def outcome(root: Any, claim: str, name: str) -> str:
    (case,) = (c for c in root.iter("testcase") if c.get("classname") == claim and c.get("name").startswith(name))
    return case[0].tag if len(case) else "passed"


SCHEMA = Path(os.environ.get("CLAIMCHECK_JUNIT_XSD", "junit-10.xsd"))
"""The schema of Jenkins' xUnit reader; pytest's own source archive carries it."""


@pytest.mark.skipif(not SCHEMA.is_file(), reason="CLAIMCHECK_JUNIT_XSD names no file")
@pytest.mark.parametrize("name", ["report", "agreeing", "empty", *hostile_reports.TEXTS])
def test_reports_fit_the_schema_of_others(name: str) -> None:
    made = {"report": reports_data.report(), "agreeing": reports_data.agreeing(), "empty": Report((), ())}
    report = made[name] if name in made else hostile_reports.report(hostile_reports.TEXTS[name])
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    schema.assertValid(etree.fromstring(junit.render(report).encode()))


@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_hostile_reports_are_valid(name: str) -> None:
    root = read(hostile_reports.report(hostile_reports.TEXTS[name]))
    tags = {"testsuites", "testsuite", "testcase", "failure", "skipped"}
    assert {element.tag for element in root.iter()} == tags


@pytest.mark.parametrize("report", [reports_data.report(), reports_data.agreeing(), Report((), ())])
def test_reports_are_valid_and_add_up(report: Report) -> None:
    root = read(report)
    assert int(root.get("tests")) == len(list(root.iter("testcase"))) == len(report) * (len(report.sources) + 1)
    for suite in root:
        for word, tag in (("failures", "failure"), ("skipped", "skipped")):
            assert int(suite.get(word)) == sum(case.find(tag) is not None for case in suite)


@pytest.mark.parametrize(
    ("claim", "name", "expected"),
    [
        ("bridge-cost", "agreement", "failure"),
        ("bridge-cost", "001", "passed"),
        ("bridge-opening", "003", "skipped"),
        ("bridge-age", "agreement", "passed"),
        ("bridge-age", "002", "failure"),  # it disagrees with itself
        ("bridge-toll", "001", "skipped"),
        ("bridge-toll", "agreement", "skipped"),
        ("bridge-painters", "003", "failure"),  # against what is expected, and a changed quote
        ("bridge-painters", "agreement", "skipped"),  # only one speaks of it
        ("bridge-start", "agreement", "skipped"),  # accepted
    ],
)
def test_outcomes(claim: str, name: str, expected: str) -> None:
    assert outcome(read(reports_data.report()), claim, name) == expected


@pytest.mark.parametrize("relation", [None, Relation.STALE, Relation.NOT_COMPARABLE])
def test_what_cannot_be_compared_is_skipped(relation: Relation | None) -> None:
    finding = evolve(reports_data.age(), relation=relation, within=())
    assert (
        outcome(read(evolve(reports_data.agreeing(), findings=(finding,))), "bridge-age", "agreement") == "skipped"
    )


def test_a_contradicted_expectation_is_no_disagreement_of_the_sources() -> None:
    finding = evolve(reports_data.age(), expected=reports_data.painters().expected)
    root = read(evolve(reports_data.agreeing(), findings=(finding,)))
    assert outcome(root, "bridge-age", "agreement") == "passed"
    assert outcome(root, "bridge-age", "003") == "failure"


def test_a_failure_shows_the_words_of_both_sides() -> None:
    root = read(reports_data.report())
    text = next(f.text for f in root.iter("failure") if f.get("message").startswith("001 says about $3.3 billion"))
    assert "001.txt:7:" in text
    assert "002.txt:7:" in text
    assert "into this crossing" in text
