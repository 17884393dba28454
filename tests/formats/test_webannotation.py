"""Web annotations: terms as the W3C has them, and selectors that find the words again."""

import base64
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import hostile_reports
import pytest
import reports_data
from attrs import evolve

import claimcheck as cc
from claimcheck.model.finding import Report
from claimcheck.reports import webannotation

ROOT = Path(__file__).parents[2]


def read(report: Report, **settings: Any) -> dict[str, Any]:
    page = json.loads(webannotation.render(report, **settings))
    assert isinstance(page, dict)
    return page


def test_the_model_of_others_reads_it() -> None:
    """The data classes of the IIIF consortium, which uses the same model, take every annotation as it is."""
    model = import_module("iiif_prezi3").Annotation
    first, *rest = reports_data.SOURCES
    whole = evolve(first, url="https://example.org/a", sha256="0" * 64)
    for item in read(evolve(reports_data.report(), sources=(whole, *rest)))["items"]:
        source = item["target"]["source"]
        source["id"] = f"https://example.org/{source['id']}"  # as a reader resolves a relative address
        found = model.model_validate(item)
        selectors = [getattr(s, "root", s) for s in found.target.selector]
        assert [type(s).__name__ for s in selectors] == ["TextQuoteSelector", "TextPositionSelector"]
    with pytest.raises(ValueError, match="validation error"):
        model.model_validate({"id": "https://example.org/1", "type": "Annotation"})


@pytest.mark.parametrize("report", [reports_data.report(), hostile_reports.report("words"), Report((), ())])
def test_the_model_is_kept(report: Report) -> None:
    page = read(report)
    ids = [item["id"] for item in page["items"]]
    assert page["type"] == "AnnotationPage"
    assert len(set(ids)) == len(ids) == sum(len(f.evidence) for f in report)
    assert all(i.startswith("urn:uuid:") for i in (page["id"], *ids))
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        assert position["end"] - position["start"] == len(quote["exact"])


def test_selectors_find_the_words_in_the_articles() -> None:
    claims = cc.load_claims(ROOT / "claims")
    documents = {d.source.file: d for d in cc.load_sources(ROOT / "seeds" / "sources.yaml")}
    items = read(cc.check(claims, documents.values()))["items"]
    assert len(items) > 20
    for item in items:
        document = documents[item["target"]["source"]["id"]]
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert document.text[start:end] == quote["exact"]
        assert document.text[:start].endswith(quote["prefix"])
        assert document.text[end:].startswith(quote["suffix"])
        digest = item["target"]["source"]["canonical"].removeprefix("ni:///sha-256;")
        assert base64.urlsafe_b64decode(digest + "=").hex() == document.source.sha256


@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_hostile_words_come_through_whole_and_open_no_tag(name: str) -> None:
    text = hostile_reports.TEXTS[name]
    report = hostile_reports.report(text)
    rendered = webannotation.render(report)
    assert "<" not in rendered
    quote = json.loads(rendered)["items"][0]["target"]["selector"][0]
    assert quote["prefix"] == text[-32:]
    assert quote["suffix"] == text[:32]


def test_only_addresses_of_the_web_are_named() -> None:
    first, *rest = reports_data.SOURCES
    for url, via in (("https://example.org/a b", "https://example.org/a%20b"), ("javascript:x", None)):
        report = evolve(reports_data.report(), sources=(evolve(first, url=url), *rest))
        assert read(report)["items"][0]["target"]["source"].get("via") == via


def test_quiet_leaves_out_what_does_not_vote() -> None:
    assert len(read(reports_data.report(), verbose=-1)["items"]) == len(read(reports_data.report())["items"]) - 1
