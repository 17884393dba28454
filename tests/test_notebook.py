"""Notebooks: each value that draws itself says what it is, obeys nothing, and brings all it needs."""

import subprocess
import sys
from html.parser import HTMLParser

import pytest
import reports_data
from attrs import evolve

import claimcheck as cc
from claimcheck.model.drawn import Drawn
from claimcheck.model.text import Source
from claimcheck.reports.html.notebook import draw

HOSTILE = "<script>alert(1)</script> \x1b[31m \u202eabc \x00 </table></div> {{ 7*7 }} {% raw %}"
DRAWN: dict[str, Drawn] = {
    "report": reports_data.report(),
    "finding": reports_data.cost(),
    "comparison": cc.compare("Opened in 2007, it cost $3 billion.", "Opened in 2008, it cost about $3.3 billion."),
    "mention": cc.find_values("It opened last March.", published="2021-10-08")[0],
}


class Elements(HTMLParser):
    """The elements of a fragment, which must all be closed in order, and its text."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.attributes: set[str] = set()
        self.feed(fragment)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("shown", DRAWN.values(), ids=DRAWN)
def test_a_drawing_touches_nothing_outside_it(shown: Drawn) -> None:
    page = Elements(shown._repr_html_())
    assert not page.seen & {"script", "style", "link", "img", "iframe"}
    assert page.attributes <= {"style", "title", "scope", "dir", "aria-hidden"}


def test_a_report_shows_each_claim_with_its_verdict_and_each_sources_value() -> None:
    text = Elements(DRAWN["report"]._repr_html_()).text
    for word in ("bridge-cost", "discrepant", "about $3.3 billion", "001"):
        assert word in text
    for finding in reports_data.report():
        assert finding.claim.id in text


def test_a_finding_shows_its_reason_and_the_words() -> None:
    text = Elements(DRAWN["finding"]._repr_html_()).text
    assert reports_data.cost().reason in text
    assert "about U.S. $3.3 billion" in text


def test_a_comparison_shows_every_pair_of_values() -> None:
    text = " ".join(Elements(DRAWN["comparison"]._repr_html_()).text.split())
    assert "$3 billion: $2.85 to $3.15 billion" in text
    assert "differ by 1 year" in text


def test_a_mention_shows_how_it_was_resolved() -> None:
    text = Elements(DRAWN["mention"]._repr_html_()).text
    assert "last March" in text
    assert "March 2021" in text


def test_a_large_report_is_cut_and_says_so() -> None:
    report = reports_data.report()
    sources = tuple(Source(f"s{n}") for n in range(40))
    findings = tuple(report.findings[0] for _ in range(300))
    text = Elements(evolve(report, findings=findings, sources=sources)._repr_html_()).text
    assert "and 100 more claims and 28 more sources" in text


def test_text_is_shown_and_not_obeyed() -> None:
    finding = reports_data.cost()
    first, *rest = finding.evidence
    span = first.excerpt.span.shifted(len(HOSTILE))
    excerpt = evolve(first.excerpt, text=HOSTILE + first.excerpt.text, span=span)
    evil = evolve(finding, reason=HOSTILE, evidence=(evolve(first, excerpt=excerpt, speaker=HOSTILE), *rest))
    drawn = evil._repr_html_()
    assert "script" not in Elements(drawn).seen
    assert "{{ 7*7 }}" in Elements(drawn).text
    assert not {"\x1b", "\u202e", "\x00"} & set(drawn)


def test_nothing_else_is_drawn() -> None:
    with pytest.raises(TypeError, match="there is no drawing of a int"):
        draw(3)


def test_drawing_is_loaded_only_when_a_notebook_asks() -> None:
    code = "import sys, claimcheck as cc; cc.find_values('$3'); assert 'jinja2' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
