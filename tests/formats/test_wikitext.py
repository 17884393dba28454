"""Wikitext: read by a parser that others wrote; nothing of an article is live in it."""

from typing import Any

import hostile_reports
import pytest
import reports_data
from attrs import evolve

from claimcheck.model.finding import Report
from claimcheck.model.text import Source
from claimcheck.reports import wikitext

parser = pytest.importorskip("mwparserfromhell")
OURS = {"nowiki", "table", "tr", "td", "th", "i", "b", "li"}


def parse(report: Report, **settings: Any) -> Any:
    return parser.parse(wikitext.render(report, **settings))


@pytest.mark.parametrize("verbose", [0, 1])
@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_hostile_words_are_not_live(name: str, verbose: int) -> None:
    code = parse(hostile_reports.report(hostile_reports.TEXTS[name]), verbose=verbose)
    assert not code.filter_templates()
    assert not code.filter_wikilinks()
    assert not code.filter_arguments()
    assert not code.filter_comments()
    assert {str(tag.tag).strip() for tag in code.filter_tags()} <= OURS
    assert all(str(link.url).startswith("https://example.org/") for link in code.filter_external_links())


@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_no_line_begins_with_their_words(name: str) -> None:
    text = wikitext.render(hostile_reports.report(hostile_reports.TEXTS[name]))
    starts = ("== claimcheck", "=== bridge", "{|", "|-", "|}", "! claim", "| bridge", "* ", "''<nowiki>")
    assert all(not line or line.startswith(starts) for line in text.split("\n"))


def test_the_words_are_there_and_the_value_is_bold() -> None:
    code = parse(reports_data.report())
    bold = [str(tag.contents) for tag in code.filter_tags() if str(tag.tag) == "b"]
    assert "<nowiki>about U.S. $3.3 billion</nowiki>" in bold
    shown = wikitext.render(reports_data.report())
    assert shown.startswith("== claimcheck: 3 discrepant, 1 unmentioned, 1 accepted, 1 exact ==\n")
    assert "| bridge-start || accepted ||" in shown
    assert "=== bridge-toll" not in shown


def test_sources_are_linked_where_they_have_an_address() -> None:
    first, *rest = reports_data.SOURCES
    linked = evolve(first, url="https://example.org/a b]c", archive_url="https://archive.example.org/1")
    code = parse(evolve(reports_data.report(), sources=(linked, *rest)))
    urls = {str(link.url) for link in code.filter_external_links()}
    assert urls == {"https://example.org/a%20b%5Dc", "https://archive.example.org/1"}
    other: Source = evolve(first, url="javascript:alert(1)")
    assert not parse(evolve(reports_data.report(), sources=(other, *rest))).filter_external_links()
