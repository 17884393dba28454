"""What is new, gone and changed since an earlier report; only what is new counts."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import hostile_reports
import pytest
import reports_data
from attrs import evolve
from click.testing import CliRunner, Result

import claimcheck as cc
from claimcheck import reports
from claimcheck.cli import main
from claimcheck.concerns import Rule
from claimcheck.difference import diff, told
from claimcheck.model.claim import ClaimSet
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Consensus, Evidence, Finding, Report, Status
from claimcheck.model.interval import Interval
from claimcheck.model.text import Document
from claimcheck.reports import json
from claimcheck.verdict import Severity

Said = dict[str, int]


def holding(*findings: Finding) -> Report:
    return evolve(reports_data.report(), findings=findings)


def opened(said: Said, relation: Relation = Relation.DISCREPANT, accepted: str = "") -> Finding:
    """A finding in which each source says a year; the year that most say is the consensus."""
    base = reports_data.opening()
    evidence = tuple(
        reports_data.evidence(i, reports_data.year(y), f"It opened in {y}, says {i}.", str(y))
        for i, y in said.items()
    )
    sides = {e.source_id: reports_data.side(e.source_id, e.value) for e in evidence}
    ids = list(said)
    pairs = tuple(
        Comparison(sides[a], sides[b], relation if said[a] != said[b] else Relation.EXACT, "because")
        for n, a in enumerate(ids)
        for b in ids[n + 1 :]
    )
    agreed, status = _agreed(said)
    weakest = relation if len(set(said.values())) > 1 else Relation.EXACT
    return Finding(base.claim, status, weakest, "because", evidence, pairs, consensus=agreed, accepted=accepted)


def _agreed(said: Said) -> tuple[Consensus | None, Status]:
    (most, number), *others = Counter(said.values()).most_common()
    if others and others[0][1] == number:
        return None, Status.TIE
    inside = tuple(i for i, y in said.items() if y == most)
    outside = tuple(i for i in said if i not in inside)
    return Consensus(Interval.point(Decimal(most)), str(most), inside, number, outside), Status.CONSENSUS


@pytest.mark.parametrize(
    "report", [reports_data.report(), reports_data.agreeing(), hostile_reports.report("words")]
)
def test_a_report_differs_in_nothing_from_itself(report: Report) -> None:
    for previous in (report, json.read(json.render(report))):
        difference = diff(report, previous)
        assert not difference
        assert difference.same == len(report)
        assert difference.severity is Severity.NONE
        assert told(difference) == f"since the baseline: {len(report)} as before\n"


def test_claims_that_are_new_and_gone() -> None:
    before, after = (
        holding(reports_data.cost(), reports_data.toll()),
        holding(reports_data.cost(), reports_data.age()),
    )
    difference = diff(after, before)
    assert [f.claim.id for f in difference.new] == ["bridge-age"]
    assert [f.claim.id for f in difference.gone] == ["bridge-toll"]
    assert difference.changed == ()
    assert [c.rule for c in difference.concerns] == [Rule.WITHIN_TENSION]
    assert [c.rule for c in difference.settled] == [Rule.UNMENTIONED]
    assert told(difference).splitlines()[:3] == [
        "since the baseline: 1 new, 1 gone, 1 as before",
        "NEW      bridge-age  EXACT  001 and 002 say 13 years",
        "GONE     bridge-toll  was UNMENTIONED",
    ]


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        # A further source joins the majority, which turns the view of an old disagreement or only strengthens it.
        ({"1": 2007, "2": 2008}, {"1": 2007, "2": 2008, "3": 2008}, set()),
        ({"1": 2007, "2": 2008, "3": 2008}, {"1": 2007, "2": 2008, "3": 2008, "4": 2008}, set()),
        # It joins the minority, or says something else again.
        ({"1": 2007, "2": 2008, "3": 2008}, {"1": 2007, "2": 2008, "3": 2008, "4": 2007}, {"4"}),
        ({"1": 2007, "2": 2008, "3": 2008}, {"1": 2007, "2": 2008, "3": 2008, "4": 2009}, {"4"}),
        # A source says something else than before.
        ({"1": 2007, "2": 2008, "3": 2008}, {"1": 2006, "2": 2008, "3": 2008}, {"1"}),
        ({"1": 2008, "2": 2008}, {"1": 2007, "2": 2008}, {"2"}),
        # Nobody disagrees who did not before.
        ({"1": 2007, "2": 2008}, {"1": 2008, "2": 2008}, set()),
        ({"1": 2007, "2": 2008, "3": 2008}, {"1": 2007, "2": 2008}, set()),
    ],
)
def test_only_what_nobody_differed_in_before_is_new(before: Said, after: Said, new: set[str]) -> None:
    difference = diff(holding(opened(after)), holding(opened(before)))
    assert {c.source_id for c in difference.concerns} == new
    assert (difference.severity is Severity.DISCREPANT) == bool(new)


def test_a_graver_disagreement_is_new_and_a_lesser_one_is_not() -> None:
    said = {"1": 2007, "2": 2008}
    tense, apart = holding(opened(said, Relation.TENSION)), holding(opened(said))
    assert diff(apart, tense).severity is Severity.DISCREPANT
    assert diff(tense, apart).severity is Severity.NONE
    assert [c.claim_id for c in diff(tense, apart).changed] == ["bridge-opening"]


def test_what_is_accepted_no_longer_is_new() -> None:
    said = {"1": 2007, "2": 2008}
    accepted, open_ = holding(opened(said, accepted="known")), holding(opened(said))
    assert diff(open_, accepted).severity is Severity.DISCREPANT
    since = diff(accepted, open_)
    assert since.severity is Severity.NONE
    assert "CHANGED  bridge-opening  DISCREPANT -> ACCEPTED\n" in told(since)
    assert "SETTLED  bridge-opening  discrepant:" in told(since)


def moved(e: Evidence) -> Evidence:
    return evolve(e, excerpt=evolve(e.excerpt, line=99, text=e.excerpt.text + " More."), score=51.0)


def test_where_the_words_stand_plays_no_part() -> None:
    before = reports_data.report()
    after = evolve(before, findings=tuple(evolve(f, evidence=tuple(map(moved, f.evidence))) for f in before))
    assert not diff(after, before)


def test_readings_that_come_and_go_are_told() -> None:
    (change,) = diff(holding(opened({"1": 2008, "3": 2008})), holding(opened({"1": 2008, "2": 2008}))).changed
    assert change.new_readings == (("3", "2008"),)
    assert change.gone_readings == (("2", "2008"),)
    assert "CHANGED  bridge-opening  EXACT  +3 2008  -2 2008" in told(
        diff(holding(opened({"1": 2008, "3": 2008})), holding(opened({"1": 2008, "2": 2008})))
    )


def test_another_lost_quote_is_new() -> None:
    finding = reports_data.painters()
    (quote,) = finding.quotes
    more = evolve(finding, quotes=(quote, evolve(quote, quote="three dozen painters", state="missing")))
    assert [c.rule for c in diff(holding(more), holding(finding)).concerns] == [Rule.QUOTE_MISSING]


@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_hostile_words_stay_on_their_lines(name: str) -> None:
    report = hostile_reports.report(hostile_reports.TEXTS[name])
    for text in (
        told(diff(report, Report((), ()))),
        told(diff(Report((), ()), report)),
        told(diff(report, holding())),
    ):
        assert all(
            line.startswith(("since", "NEW ", "GONE ", "CHANGED ", "SETTLED ")) for line in text.splitlines()
        )
    assert told(diff(report, Report((), ())), ascii=True).isascii()


# On the command line

Run = Callable[..., Result]
ASK = ("check", "c.yaml", "--sources", "s.yaml")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Check with a report built by hand, in an empty folder with an earlier report, `before.json`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()  # no configuration from above
    monkeypatch.setattr(cc, "load_sources", lambda *_: tuple(Document(s, "Words.") for s in reports_data.SOURCES))

    def invoke(report: Report, previous: Report, *args: str) -> Result:
        reports.write(previous, tmp_path / "before.json")
        claims = ClaimSet(tuple(f.claim for f in report))
        monkeypatch.setattr(cc, "load_claims", lambda *_: claims)
        monkeypatch.setattr(cc, "check", lambda *_, **__: report)
        return CliRunner().invoke(main, [*ASK, "--baseline", "before.json", *args])

    return invoke


@pytest.mark.parametrize(
    ("before", "level", "code"),
    [
        (holding(), "discrepant", 1),
        (holding(reports_data.cost()), "discrepant", 0),  # known, however grave
        (holding(reports_data.cost()), "single_source", 0),
        (holding(evolve(reports_data.cost(), accepted="known")), "tension", 1),
    ],
)
def test_fail_on_counts_only_what_is_new(run: Run, before: Report, level: str, code: int) -> None:
    assert run(holding(reports_data.cost()), before, "--fail-on", level).exit_code == code


def test_the_difference_stands_below_a_report_for_people(run: Run) -> None:
    result = run(holding(reports_data.cost()), holding(), "--format", "concise")
    report, _, since = result.stdout.partition("\n\n")
    assert report.startswith("DISCREPANT")
    assert since.startswith("since the baseline: 1 new, 0 as before\nNEW      bridge-cost  DISCREPANT")
    assert result.stderr == ""


@pytest.mark.parametrize("args", [("--format", "sarif"), ("--output-file", "r.txt")])
def test_it_spoils_no_data(run: Run, args: tuple[str, ...]) -> None:
    result = run(holding(reports_data.cost()), holding(), *args)
    assert "since the baseline" not in result.stdout
    assert "since the baseline: 1 new" in result.stderr


def test_claims_that_are_not_asked_for_are_not_gone(run: Run) -> None:
    before = holding(reports_data.cost(), reports_data.age(), reports_data.toll())
    after = holding(reports_data.cost(), reports_data.age())
    result = run(after, before, "--claim", "bridge-cost", "--format", "concise")
    assert "since the baseline: 1 gone, 1 as before" in result.stdout
    assert "GONE     bridge-toll" in result.stdout


@pytest.mark.parametrize(("text", "what"), [("{}", "names no schema"), (None, "cannot read"), ("x", "not JSON")])
def test_a_baseline_that_is_none_is_told(run: Run, text: str | None, what: str) -> None:
    Path("other.json").unlink(missing_ok=True)
    if text is not None:
        Path("other.json").write_text(text, encoding="utf-8")
    result: Any = run(reports_data.agreeing(), holding(), "--baseline", "other.json")
    assert result.exit_code == 2
    assert what in result.stderr


def test_the_baseline_can_be_written_over(run: Run) -> None:
    result = run(holding(reports_data.cost()), holding(), "--output-file", "before.json")
    assert "1 new" in result.stderr
    assert len(reports.read_report("before.json")) == 1
