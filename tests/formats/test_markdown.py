"""Markdown: read by a parser that others wrote, and short enough for a comment."""

import re
from collections.abc import Iterator
from typing import Any

import hostile_reports
import pytest
import reports_data
from attrs import evolve
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.model.finding import Report
from claimcheck.reports import markdown

OURS = {"<b>", "</b>", "<span>", "</span>", "<!-- -->"}


def tokens(text: str) -> Iterator[Token]:
    for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield block
        yield from block.children or ()


def many(number: int) -> Report:
    findings = tuple(
        evolve(f, claim=evolve(f.claim, id=f"{f.claim.id}-{n}"))
        for n in range(number)
        for f in reports_data.report()
    )
    return evolve(reports_data.report(), findings=findings)


@pytest.mark.parametrize("verbose", [0, 1])
@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_hostile_words_stay_words(name: str, verbose: int) -> None:
    text = markdown.render(hostile_reports.report(hostile_reports.TEXTS[name]), verbose=verbose)
    kinds = {
        "link_open",
        "image",
        "code_block",
        "fence",
        "em_open",
        "strong_open",
        "s_open",
        "hr",
        "ordered_list_open",
    }
    links = 0
    for token in tokens(text):
        if token.type == "html_inline":
            assert token.content in OURS
        elif token.type == "html_block":
            assert re.fullmatch(r"<details>\n<summary>.*</summary>\n?|</details>\n?", token.content)
        elif token.type == "link_open":
            links += 1
            assert str(token.attrs["href"]).startswith("https://example.org/")
        else:
            assert token.type not in kinds, token
    assert links == text.count("([article](<")
    for block in re.split(r"<!-- -->|<[^>]*>", text):
        plain = re.sub(r"`[^`]*`|\(<[^>]*>\)", "", block)
        assert not re.search(r"@\w|(?<!&)#\d|www\.|[a-z]://", plain)


@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_the_table_keeps_its_shape(name: str) -> None:
    text = markdown.render(hostile_reports.report(hostile_reports.TEXTS[name]))
    types = [t.type for t in tokens(text)]
    assert types.count("tr_open") == 4
    assert types.count("td_open") == 3 * 4


@pytest.mark.parametrize("number", [1, 40, 200])
def test_it_fits_a_comment(number: int) -> None:
    text = markdown.render(many(number), verbose=1)
    assert len(text) < 65_536
    assert len(text.encode("utf-16-le")) // 2 < 65_536
    assert ("Left out for length" in text) == (number > 1)
    assert text.count("<details>") == text.count("</details>")


def test_the_gravest_stay_when_something_must_go() -> None:
    text = markdown.render(many(200))
    left = {
        line.split("`")[1].rsplit("-", 1)[0] for line in text.splitlines() if line.startswith("| ") and "`" in line
    }
    assert left <= {"bridge-cost", "bridge-opening", "bridge-painters"}


def test_a_comment(golden: Any) -> None:
    golden("comment.md", markdown.render(reports_data.report()))


def test_quiet_and_verbose() -> None:
    quiet = markdown.render(reports_data.report(), verbose=-1)
    assert "bridge-toll" not in quiet
    assert "bridge-start" not in quiet
    assert markdown.render(reports_data.report(), verbose=1).count("<details>") == len(reports_data.report())
