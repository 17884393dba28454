"""Sources that are left out, as they cannot be read: told in every format, a few of them named, all counted."""

import csv as plain_csv
import json as plain_json
from html import unescape
from io import StringIO
from xml.etree import ElementTree

import pytest
import reports_data as data
from attrs import evolve

from claimcheck.errors import Place, Problem
from claimcheck.model.finding import Report, SkippedSource
from claimcheck.reports import FORMATS, concise, csv, full, github, html, json, junit, markdown, ndjson, sarif
from claimcheck.reports.html.notebook import draw

HOSTILE = "`title` is \x1b[31m<b>::error::|](x) {{x}}"
ONE = SkippedSource("the record has no `text`", Place("in/archive.jsonl", 41, 7))
FILE = SkippedSource("there is no file `gone.txt`")


def report(number: int, *sources: SkippedSource) -> Report:
    return evolve(data.report(), skipped=number, skipped_sources=sources)


def many(number: int = 5_000) -> Report:
    return report(number, *(SkippedSource("it is broken", Place("archive.jsonl", n)) for n in range(1, 101)))


TELLING = [m for m in FORMATS if m.NAME not in ("claimreview", "webannotation")]


@pytest.mark.parametrize("member", TELLING, ids=lambda m: m.NAME)
def test_every_format_says_which_and_why(member: object) -> None:
    text = member.render(report(2, ONE, FILE))  # type: ignore[attr-defined]
    shown = " ".join(unescape(text).replace("\\`", "`").replace("%3A", ":").replace("%2C", ",").split())
    assert "the record has no `text`" in shown
    assert "there is no file `gone.txt`" in shown
    assert "archive.jsonl" in shown
    assert "41" in shown


@pytest.mark.parametrize("member", TELLING, ids=lambda m: m.NAME)
def test_of_very_many_the_rest_is_counted(member: object) -> None:
    text = member.render(many())  # type: ignore[attr-defined]
    assert any(f"{number:,}" in text or str(number) in text for number in (5_000, 4_980, 4_995))
    assert text.count("it is broken") <= 100
    assert len(text) < len(member.render(data.report())) + 40_000  # type: ignore[attr-defined]


@pytest.mark.parametrize("member", FORMATS, ids=lambda m: m.NAME)
def test_nothing_is_said_where_none_are(member: object) -> None:
    text = member.render(data.report())  # type: ignore[attr-defined]
    assert "left out, as" not in text
    assert "SKIPPED" not in text
    assert "skipped_sources" not in text


@pytest.mark.parametrize("member", FORMATS, ids=lambda m: m.NAME)
def test_what_is_wrong_may_hold_anything(member: object) -> None:
    text = member.render(report(1, SkippedSource(HOSTILE, Place("a\nb.jsonl", 1))))  # type: ignore[attr-defined]
    assert "\x1b[31m<" not in text
    assert "\n::error::|" not in text
    if member.NAME in ("html", "markdown", "junit", "wikitext"):  # type: ignore[attr-defined]
        assert "<b>::" not in text


def test_one_or_several() -> None:
    assert "✗ 1 source is left out, as it cannot be read" in full.render(report(1, ONE))
    assert "✗ 2 sources are left out, as they cannot be read" in full.render(report(2, ONE, FILE))


@pytest.mark.parametrize(("verbose", "named"), [(-1, 20), (0, 20), (1, 100)])
def test_a_terminal_shows_some_and_more_on_request(verbose: int, named: int) -> None:
    text = full.render(many(), verbose=verbose)
    assert text.count("it is broken") == named
    assert f"and {5_000 - named:,} more" in text


def test_a_quiet_line_a_source() -> None:
    lines = concise.render(report(2, ONE, FILE), verbose=-1).splitlines()[-2:]
    assert [line.split(maxsplit=1) for line in lines] == [
        ["SKIPPED", "in/archive.jsonl:41:7: the record has no `text`"],
        ["SKIPPED", "there is no file `gone.txt`"],
    ]


def test_junit_skips_a_test_case() -> None:
    root = ElementTree.fromstring(junit.render(report(2, ONE, FILE)))
    assert root.attrib["tests"] == str(len(root.findall(".//testcase")))
    suite = root.findall("testsuite")[-1]
    assert suite.attrib == {
        "name": "sources left out", "tests": "1", "failures": "0", "errors": "0", "skipped": "1",
    }  # fmt: skip
    (case,) = suite
    skipped, out = case
    assert skipped.attrib["message"] == "2 sources are left out, as they cannot be read"
    assert (out.tag, (out.text or "").splitlines()[0]) == ("system-out", str(ONE))


def test_sarif_notifies_at_the_record() -> None:
    (run,) = plain_json.loads(sarif.render(many()))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"]
    notices = invocation["toolExecutionNotifications"]
    assert len(notices) == 21
    place = notices[1]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]) == (
        "archive.jsonl", {"startLine": 2, "startColumn": 1},
    )  # fmt: skip
    assert notices[-1]["message"]["text"] == "4,980 more sources are left out, as they cannot be read"
    assert {notice["level"] for notice in notices} == {"warning"}


def test_github_warns_at_the_record() -> None:
    lines = [line for line in github.render(many()).splitlines() if "left out" in line]
    assert lines[0] == (
        "::warning file=archive.jsonl,line=1,col=1,title=claimcheck%3A a source is left out"
        "::left out, as it cannot be read: it is broken"
    )
    assert len(lines) == 6
    assert lines[-1].endswith("::4,995 more sources are left out, as they cannot be read")


def test_csv_has_rows_without_a_claim_that_read_back() -> None:
    text = csv.render(report(3, ONE, FILE))
    rows = csv.read(text)[-3:]
    assert [(row.claim, row.source, row.verdict, row.note) for row in rows] == [
        ("", "in/archive.jsonl:41:7", "left out", "cannot be read: the record has no `text`"),
        ("", "", "left out", "cannot be read: there is no file `gone.txt`"),
        ("", "", "left out", "1 more sources cannot be read"),
    ]
    assert len(list(plain_csv.reader(StringIO(text)))) == 1 + len(csv.read(text))


def test_a_line_of_json_under_a_schema_of_its_own() -> None:
    lines = [plain_json.loads(line) for line in ndjson.render(report(3, ONE, FILE)).splitlines()]
    assert {line["schema"] for line in lines[:-1]} == {ndjson.SCHEMA}
    assert (lines[-1]["schema"], lines[-1]["skipped"]) == (ndjson.SKIPPED_SCHEMA, 3)
    assert lines[-1]["skipped_sources"][0]["place"]["line"] == 41


def test_json_reads_back() -> None:
    assert json.read(json.render(many())) == many()


def test_the_page_leads_to_them() -> None:
    page = html.render(report(2, ONE, FILE))
    assert '<a href="#_skipped">2 sources are left out, as they cannot be read</a>' in page
    assert '<h2 id="_skipped">Sources left out</h2>' in page
    assert "left out</b> 2 sources are left out" in draw(report(2, ONE, FILE))


def test_a_comment_stays_short() -> None:
    long = [SkippedSource("x" * 5_000, Place("a" * 500, n + 1)) for n in range(100)]
    assert len(markdown.render(report(100, *long))) <= markdown.LIMIT


def test_all_that_is_wrong_with_a_source_stands_in_its_line() -> None:
    places = [Place("sources.yaml", n, 3, 5, "a line with secrets") for n in (4, 5)]
    one = SkippedSource.of([Problem("it has no file", "add one", places[0]), Problem("it is late", "", places[1])])
    assert str(one) == "sources.yaml:4:3: it has no file; sources.yaml:5:3: it is late"
    assert one.place == Place("sources.yaml", 4, 3)
