"""Annotations: read back by the rules of the runner."""

import re

import hostile_reports
import pytest
import reports_data
from attrs import evolve

from claimcheck.errors import Place
from claimcheck.model.finding import Report
from claimcheck.reports import github

COMMAND = re.compile(r"::(\w+) ([^:]*)::(.*)")


def unescaped(text: str, *, name: bool = False) -> str:
    for escape, char in (
        ("%0D", "\r"),
        ("%0A", "\n"),
        *((("%3A", ":"), ("%2C", ",")) if name else ()),
        ("%25", "%"),
    ):
        text = text.replace(escape, char)
    return text


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Command, properties and message of each line, as a runner takes them apart."""
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        told = {key: unescaped(value, name=True) for key, value in properties.items()}
        found.append((match[1], told, unescaped(match[3])))
    return found


def placed() -> Report:
    findings = tuple(
        evolve(f, claim=evolve(f.claim, place=Place("claims/bridge, new.yaml", n, 3)))
        for n, f in enumerate(reports_data.report(), 1)
    )
    return evolve(reports_data.report(), findings=findings)


def test_annotations_stand_at_their_claims() -> None:
    found = commands(github.render(placed()))
    assert [(c, p["line"]) for c, p, _ in found] == [
        ("error", "1"),
        ("error", "2"),
        ("warning", "3"),
        ("notice", "4"),
        ("error", "5"),
        ("error", "5"),
        ("notice", "5"),
    ]
    assert {p["file"] for _, p, _ in found} == {"claims/bridge, new.yaml"}
    assert found[0][1]["title"] == "bridge-cost: discrepant"
    assert "9 %" in found[0][2]
    assert "001.txt:7:" in found[0][2]


def test_without_a_place_they_stand_at_the_words() -> None:
    first = commands(github.render(reports_data.report()))[0]
    assert (first[1]["file"], first[1]["line"]) == ("001.txt", "7")


def test_quiet_leaves_out_notices_and_nothing_amiss_prints_nothing() -> None:
    assert "::notice" not in github.render(placed(), verbose=-1)
    assert github.render(reports_data.agreeing()) == ""


@pytest.mark.parametrize("name", hostile_reports.TEXTS)
def test_hostile_texts_make_no_command_and_lose_no_property(name: str) -> None:
    text = github.render(hostile_reports.report(hostile_reports.TEXTS[name]))
    found = commands(text)
    assert {c for c, _, _ in found} == {"error", "notice"}
    for _, properties, message in found:
        assert set(properties) == {"file", "line", "col", "title"}
        assert "\n" not in message
        assert len(message) <= 2_100
