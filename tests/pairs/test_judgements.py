"""The table of judgements: what `compare` says of two statements, and why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import claimcheck as cc


def judgements() -> Iterator[tuple[str, str, str, str]]:
    """Every row of the table: two statements, their relation and its reason."""
    text = Path(__file__).with_name("judgements.txt").read_text(encoding="utf-8")
    for block in text.split("\n\n")[1:]:
        if block.strip() and not block.startswith("#"):
            left, right, verdict = block.strip().split("\n")
            relation, reason = verdict.split(": ", 1)
            yield left, right, relation, reason


ROWS = tuple(judgements())


@pytest.mark.parametrize(("left", "right", "relation", "reason"), ROWS, ids=[f"{a} / {b}" for a, b, *_ in ROWS])
def test_judgement(left: str, right: str, relation: str, reason: str) -> None:
    found = cc.compare(left, right)
    assert (found.relation.value, found.reason) == (relation, reason)
    turned = cc.compare(right, left)
    assert turned.relation is found.relation
    assert [part.reason for part in turned.parts] == [part.reason for part in found.parts]


def test_there_are_three_hundred_and_more() -> None:
    assert len(ROWS) > 300
    assert len({row[:2] for row in ROWS}) == len(ROWS)
