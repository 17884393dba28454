"""What a reading is told of, and what cannot be true beside other claims: shown in every format."""

import json as plain_json
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
import reports_data as data
from attrs import evolve

import claimcheck as cc
from claimcheck.concerns import Rule, of_finding
from claimcheck.difference import told
from claimcheck.model.finding import Derived, Finding, Report, Status
from claimcheck.model.interval import Interval
from claimcheck.model.ties import Conflict, Statement
from claimcheck.reports import FORMATS, concise, csv, full, github, html, json, junit, sarif
from claimcheck.reports.html.notebook import draw
from claimcheck.verdict import Severity, severity

REASON = "not all can be true: pier-cost $2 billion (001); bridge-cost $3 billion (002, 004)"
DAY = Decimal(date(2021, 9, 30).toordinal())


def conflicting() -> Finding:
    """The cost of a bridge, of which one of its piers alone is said to have taken more."""
    finding = data.cost()
    said = Statement("bridge-cost", "$3 billion", ("002", "004"))
    part = Statement("pier-cost", "$2 billion", ("001",))
    evidence = tuple(
        evolve(e, predicate="paid", as_of=Interval.half_open(DAY, DAY + 1), as_of_why="as of 30 September 2021")
        if e.source_id == "001"
        else e
        for e in finding.evidence
    )
    return evolve(
        finding,
        relation=None,
        status=Status.SINGLE_SOURCE,
        comparisons=(),
        evidence=evidence,
        conflicts=(Conflict((part, said), REASON),),
        derived=(
            Derived("001", "pier-cost", Interval.point(Decimal("4E9")), "$4 billion", "$2 billion + $2 billion"),
        ),
    )


def report() -> Report:
    return evolve(data.report(), findings=(conflicting(),))


def words(text: str) -> str:
    """A report as a reader sees it: unwrapped, without tags' entities and escapes."""
    shown = " ".join(unescape(text).split())
    for mark in ("<span>", "</span>", "<nowiki>", "</nowiki>", "\\u003c", "\\u003e"):
        shown = shown.replace(mark, "")
    return shown.replace("%2C", ",").replace("%3A", ":")


@pytest.mark.parametrize(
    "member", [m for m in FORMATS if m.NAME not in ("webannotation", "claimreview")], ids=lambda m: m.NAME
)
def test_a_conflict_is_told(member: object) -> None:
    assert REASON in words(member.render(report(), verbose=0))  # type: ignore[attr-defined]


def test_a_review_explains_itself_by_the_conflict() -> None:
    shown = next(member for member in FORMATS if member.NAME == "claimreview").render(
        evolve(report(), findings=(evolve(conflicting(), status=Status.CONSENSUS),))
    )
    assert REASON in shown


@pytest.mark.parametrize(
    ("name", "verbose"),
    [
        ("full", 1),
        ("json", 0),
        ("ndjson", 0),
        ("junit", 0),
        ("sarif", 0),
        ("markdown", 0),
        ("html", 0),
        ("csv", 0),
        ("webannotation", 0),
        ("wikitext", 0),
    ],
)
def test_verb_and_day_are_told(name: str, verbose: int) -> None:
    member = next(member for member in FORMATS if name == member.NAME)
    finding = evolve(data.cost(), evidence=conflicting().evidence)
    shown = words(member.render(evolve(report(), findings=(finding,)), verbose=verbose))
    assert "as of 30 September 2021" in shown
    assert "verb: paid" in shown or '"predicate": "paid"' in shown


def test_a_conflict_is_as_grave_as_a_discrepancy() -> None:
    assert severity(conflicting()) is Severity.DISCREPANT
    (concern,) = (c for c in of_finding(conflicting()) if c.rule is Rule.CONFLICT)
    assert (concern.severity, concern.source_id, concern.reason) == (Severity.DISCREPANT, "002", REASON)
    assert concern.evidence in conflicting().of("002")


def let_stand() -> Finding:
    finding = conflicting()
    return evolve(
        finding,
        status=Status.CONSENSUS,
        conflicts=(evolve(finding.conflicts[0], accepted="the pier was built twice"),),
    )


def test_a_conflict_that_has_been_accepted_is_no_concern() -> None:
    assert severity(let_stand()) is Severity.NONE
    assert not of_finding(let_stand())


def test_an_accepted_disagreement_says_nothing_of_a_conflict() -> None:
    finding = evolve(conflicting(), accepted="a slip of the pen")
    assert severity(finding) is Severity.DISCREPANT
    assert [c.rule for c in of_finding(finding)] == [Rule.CONFLICT]


@pytest.mark.parametrize("name", ["full", "concise", "json", "ndjson", "markdown", "html", "csv", "wikitext"])
def test_why_a_conflict_is_accepted_is_told(name: str) -> None:
    member = next(member for member in FORMATS if name == member.NAME)
    shown = words(member.render(evolve(report(), findings=(let_stand(),)), verbose=1))
    assert REASON in shown
    assert "the pier was built twice" in shown


def test_an_accepted_conflict_fails_no_test_and_raises_no_alarm() -> None:
    calm = evolve(report(), findings=(let_stand(),))
    assert "<failure" not in junit.render(calm)
    assert github.render(calm) == ""
    assert "cannot be true beside" not in html.render(calm)
    assert plain_json.loads(sarif.render(calm))["runs"][0]["results"] == []
    assert concise.render(calm).splitlines()[1].startswith("ACCEPTED ")
    assert "✓</span> conflict" in draw(let_stand())
    assert "✗</span> conflict" in draw(conflicting())


def test_the_test_of_agreement_fails() -> None:
    text = junit.render(report())
    assert '<testcase classname="bridge-cost" name="agreement">\n      <failure type="conflict"' in text


def test_sarif_knows_the_rule_and_stands_at_the_words() -> None:
    run = plain_json.loads(sarif.render(report()))["runs"][0]
    result = next(r for r in run["results"] if r["ruleId"] == "conflict")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "conflict"
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "002.txt"


def test_github_shows_an_error() -> None:
    assert "::error " in github.render(report())


def test_a_line_of_its_own() -> None:
    (line,) = (line for line in concise.render(report()).splitlines() if line.startswith("CONFLICT "))
    assert line.endswith(f"bridge-cost  {REASON}")


def test_the_page_says_so_at_its_head_and_in_the_finding() -> None:
    page = html.render(report())
    head, _, rest = page.partition('id="_findings"')
    assert 'conflict</span> What is said for <a href="#bridge-cost">' in head
    assert "cannot be true beside other claims" in rest
    assert "data-look" in rest


def test_a_conflict_is_told_once_where_a_comparison_ends_with_it() -> None:
    finding = conflicting()
    stated = evolve(data.cost().comparisons[0], reason=f"differ by a billion; {REASON}")
    once = evolve(finding, derived=(evolve(finding.derived[0], comparisons=(stated,)),))
    for text in (
        full.render(evolve(report(), findings=(once,)), width=400),
        html.render(Report((once,), data.SOURCES)),
    ):
        assert words(text).count(REASON) == 1
        assert "differ by a billion" in words(text)


def test_a_notebook_shows_conflict_verb_and_day() -> None:
    drawn = draw(conflicting())
    assert REASON in unescape(drawn)
    assert "verb: paid, told as of 30 September 2021" in drawn


def test_the_note_of_a_spreadsheet_has_conflicts_and_calculations() -> None:
    (row, *_) = csv.rows(report())
    assert row.note.endswith("derived: $2 billion + $2 billion")
    assert "told as of 30 September 2021" in row.method
    assert csv.read(csv.render(report())) == csv.rows(report())


def test_a_report_with_all_of_it_reads_back() -> None:
    assert json.read(json.render(report())) == report()


def test_a_table_has_verb_and_days() -> None:
    pytest.importorskip("pandas")
    frame = cc.to_frame(report())
    first = frame[frame["source"] == "001"].iloc[0]
    assert (first["predicate"], first["as_of_first"], first["as_of_last"]) == (
        "paid",
        date(2021, 9, 30),
        date(2021, 9, 30),
    )


class TestDifference:
    def without(self) -> Report:
        return evolve(report(), findings=(evolve(conflicting(), conflicts=()),))

    def test_a_conflict_is_new_and_settled(self) -> None:
        difference = cc.diff(report(), self.without())
        assert [c.rule for c in difference.concerns] == [Rule.CONFLICT]
        assert f"NEW      bridge-cost  conflict: {REASON}" in told(difference)
        assert [c.rule for c in cc.diff(self.without(), report()).settled] == [Rule.CONFLICT]

    def test_a_further_source_makes_no_new_conflict(self) -> None:
        (old,) = conflicting().conflicts
        wider = Conflict(
            (old.statements[0], Statement("bridge-cost", "$3 billion", ("002", "003", "004"))), "again"
        )
        now = evolve(report(), findings=(evolve(conflicting(), conflicts=(wider,)),))
        assert not cc.diff(now, report()).concerns

    def test_another_value_does(self) -> None:
        (old,) = conflicting().conflicts
        other = Conflict((Statement("pier-cost", "$5 billion", ("001",)), old.statements[1]), "again")
        now = evolve(report(), findings=(evolve(conflicting(), conflicts=(other,)),))
        assert [c.rule for c in cc.diff(now, report()).concerns] == [Rule.CONFLICT]


def test_an_older_figure_of_a_growing_total_is_stale_in_every_format() -> None:
    claim = cc.Claim("cases", "count", "Velm has had {value} cases.", subject="Velm", unit="cases")
    texts = ("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 24 March 2020.")
    documents = [cc.Document(cc.Source(name), text) for name, text in zip(("a", "b"), texts, strict=True)]
    found = cc.check(cc.ClaimSet((claim,)), documents)
    assert found["cases"].relation is cc.Relation.STALE
    for member in FORMATS:
        if member.NAME not in ("sarif", "github", "claimreview", "webannotation"):
            assert "stale" in member.render(found).lower(), member.NAME
    assert not of_finding(found["cases"])
