"""Reports of very many sources: what a person reads stays short, and says what it leaves out."""

import json as plain_json
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import count

import pytest
from attrs import evolve
from reconcile_values import reading, usd

from claimcheck.concerns import gravest, of_report
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Consensus, Evidence, Finding, Report, Status
from claimcheck.model.interval import Interval
from claimcheck.model.text import Source
from claimcheck.policy import DEFAULT
from claimcheck.reconcile.finding import find
from claimcheck.reports import (
    claimreview,
    concise,
    full,
    github,
    html,
    json,
    junit,
    markdown,
    ndjson,
    sarif,
    wikitext,
)
from claimcheck.reports.html import page

SOURCES = 60
IDS = tuple(f"s{n:02d}" for n in range(SOURCES))


def finding(wordings: int, name: str = "harbour") -> Finding:
    """Sixty sources that say one of so many things, in turn."""
    numbers = count(0)

    def said(source_id: str) -> Evidence:
        value = usd(f"{1 + 3 * (next(numbers) % wordings)}E9")
        return evolve(reading(source_id, value), origin=source_id)

    return find(Claim(name, "money", "The harbour cost {value}."), tuple(map(said, IDS)), DEFAULT)


def report(wordings: int, claims: int = 1) -> Report:
    found = finding(wordings)
    findings = tuple(evolve(found, claim=evolve(found.claim, id=f"harbour-{n}")) for n in range(claims))
    return Report(findings, tuple(map(Source, IDS)))


def test_a_terminal_shows_one_source_for_each_wording() -> None:
    text = full.render(report(3))
    assert len(re.findall("~+", text)) == 3
    assert "57 more sources, not shown: 19 say $1 billion, 19 say $4 billion, 19 say $7 billion" in " ".join(
        text.split()
    )
    assert len(re.findall("~+", full.render(report(3), verbose=1))) == SOURCES


def test_a_terminal_counts_reasons() -> None:
    text = " ".join(full.render(report(30)).split())
    assert "other reasons; -v shows them" in text
    assert text.count("discrepant: ") <= 13


@pytest.mark.parametrize("write", [full.render, html.render])
def test_of_many_ties_some_are_told(write: Callable[[Report], str]) -> None:
    found = finding(2)
    side = Consensus(Interval.point(Decimal(1)), "$1 billion", ("s00",), 1)
    tied = evolve(found, status=Status.TIE, consensus=None, ties=(side,) * 30)
    text = " ".join(write(Report((tied,), tuple(map(Source, IDS)))).split())
    assert "$1 billion (s00) or 24 others" in text
    assert text.count("$1 billion (s00)") == 6


def test_a_line_stays_a_line() -> None:
    (line,) = concise.render(report(30)).splitlines()
    assert line.count(" | ") == 20
    assert "20 others something else" in line
    assert len(line) < 1_000


@pytest.mark.parametrize("write", [markdown.render, wikitext.render])
def test_a_comment_counts_sources(write: Callable[[Report], str]) -> None:
    text = write(report(2))
    assert "58 more sources, not shown" in text


def test_a_talk_page_says_what_is_left_out() -> None:
    text = wikitext.render(report(30, 400))
    assert len(text) <= wikitext.LIMIT + 1_000
    assert "Left out for length" in text


def test_annotations_are_counted() -> None:
    text = github.render(report(30, 20))
    assert len(text.splitlines()) == github.LIMIT + 1
    assert "more concerns are left out, the least grave" in text.splitlines()[-1]


def test_results_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "LIMIT", 10)
    many = report(30)
    (run,) = plain_json.loads(sarif.render(many))["runs"]
    assert len(run["results"]) == 10
    told = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert told.startswith(f"{len(of_report(many)) - 10} more results are left out")


def test_the_gravest_are_kept_in_their_order() -> None:
    concerns = of_report(report(30))
    kept, more = gravest(concerns, 5)
    assert (kept, more) == (list(concerns[:5]), len(concerns) - 5)


def test_failures_of_a_test_are_counted() -> None:
    text = junit.render(report(30))
    assert text.count("<failure") == 13
    assert "more sources differ from others" in text


def test_a_review_names_some_sources() -> None:
    (review,) = plain_json.loads(claimreview.render(report(2)))["@graph"]
    assert len(review["isBasedOn"]) == 20
    assert review["reviewBody"].endswith("(20 of 60 sources are named)")


def test_told_reasons_are_few() -> None:
    assert max(len(concern.reason) for concern in of_report(report(60))) < 1_000


class TestPage:
    @pytest.fixture
    def tight(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(page, "_ROOM", 0)

    @pytest.mark.usefixtures("tight")
    def test_draws_few_rows_and_says_so(self) -> None:
        text = html.render(report(30))
        assert "23 other wordings, for want of room" in text
        assert "20 other wordings" in text

    @pytest.mark.usefixtures("tight")
    def test_names_what_is_left_out_of_the_table(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(page, "_CELLS", 24)
        monkeypatch.setattr(page, "_SECTIONS", 2)
        text = html.render(report(3, 5))
        assert (
            "Left out for length, the least grave first: 3 claims of the table, 48 sources of the table "
            "and 3 findings below it."
        ) in text
        assert text.count("<article") == 2
        assert text.count("<tr data-for") == 2

    def test_of_few_sources_nothing_is_left_out(self) -> None:
        assert "Left out" not in html.render(report(3))


class TestData:
    @pytest.mark.parametrize("wordings", [1, 3, 30, 60])
    def test_is_complete(self, wordings: int) -> None:
        many = report(wordings)
        assert json.read(json.render(many)) == many

    def test_names_a_reading_instead_of_repeating_it(self) -> None:
        data = plain_json.loads(json.render(report(60)))["findings"][0]
        sides = [c[side] for c in data["comparisons"] for side in ("left", "right")]
        assert all(not {"text", "value", "senses"} & set(side) for side in sides)
        assert all(side["source_id"] in IDS for side in sides)

    def test_keeps_what_the_evidence_does_not_say(self) -> None:
        found = finding(60)
        first = found.comparisons[0]
        other = evolve(first, left=evolve(first.left, text="in other words"))
        changed = Report((evolve(found, comparisons=(other,)),), tuple(map(Source, IDS)))
        assert "in other words" in json.render(changed)
        assert json.read(json.render(changed)) == changed

    def test_a_side_of_a_reading_that_is_not_there_is_told(self) -> None:
        data = plain_json.loads(json.render(report(60)))
        data["findings"][0]["evidence"] = []
        with pytest.raises(ValueError, match=r"this key is missing @ .*left\.text"):
            json.read(plain_json.dumps(data))

    def test_grows_with_the_readings(self) -> None:
        assert len(json.render(report(60))) < 4_000 * SOURCES
        assert len(ndjson.render(report(60))) < 4_000 * SOURCES
