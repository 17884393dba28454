"""Many items at once: which sources to trust, times of day, lists of names."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_values import between, count, usd, vague

from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT
from claimcheck.reconcile.forms import backing, clock, folded, names, normal_form
from claimcheck.reconcile.fuse import commonest, fuse
from claimcheck.reconcile.fuse_all import fuse_all
from claimcheck.reconcile.trust import LEAST_ITEMS, beliefs

Row = tuple[str, str, str]


def held(rows: list[Row]) -> dict[str, str]:
    """What is held of each item, read as words."""
    return {item: str(fusion) for item, fusion in fuse_all(rows, lambda text: None, DEFAULT).items()}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6:55 a.m.", "06:55"),
        ("6:55 p.m.", "18:55"),
        ("6:55aDec 2", "06:55"),
        ("12:10 a.m.", "00:10"),
        ("12:10 p.m.", "12:10"),
        ("18:55", "18:55"),
        ("6:55 PM Fri 02-Dec-2011", "18:55"),
        ("12/02/2011 6:55 a.m.", "06:55"),
        ("7:10 a.m. or 7:40 a.m.", ""),
        ("platform 7:10", ""),
        ("25:10", ""),
        ("unknown", ""),
    ],
)
def test_times_of_day(text: str, time: str) -> None:
    assert clock(text) == time
    assert normal_form(text) == time or not time


def test_lists_are_read_in_any_order() -> None:
    assert names("Roe, J. ;  Doé") == ("doe", "roe j.")


def test_a_longer_name_is_folded_onto_its_end() -> None:
    assert folded([("jane roe",), ("roe", "doe"), ("roe",)]) == {
        "jane roe": "jane roe",
        "roe": "roe",
        "doe": "doe",
    }
    assert folded([("jane monroe",), ("monroe", "doe"), ("monroe",)])["jane monroe"] == "monroe"


def test_two_names_of_one_list_are_two_people() -> None:
    assert folded([("hoffmann", "mann"), ("mann",)])["hoffmann"] == "hoffmann"


def test_leaving_a_name_out_counts_half_of_giving_it() -> None:
    both, one = frozenset({"doe", "roe"}), frozenset({"doe"})
    assert backing([(both, 2), (one, 3)])[both] > backing([(both, 2), (one, 3)])[one]
    assert backing([(both, 1), (one, 3)])[both] < backing([(both, 1), (one, 3)])[one]


def test_lists_are_judged_name_by_name() -> None:
    said = ["Jane Stevens", "stevens", "stevens; wright", "wright; stevens", "stevens; wright; jane"]
    rows = [("book", f"shop {i}", text) for i, text in enumerate(said)]
    assert held(rows) == {"book": "stevens; wright"}


def test_two_lists_alone_are_compared_whole() -> None:
    (fusion,) = fuse_all([("book", "a", "doe; roe"), ("book", "b", "doe")], lambda text: None, DEFAULT).values()
    assert [h.wording for h in fusion.ties] == ["doe", "doe; roe"]


def test_few_items_are_held_by_number() -> None:
    rows = [("x", "a", "one"), ("x", "b", "two"), ("x", "c", "two"), ("y", "a", "up"), ("y", "b", "down")]
    assert held(rows) == {"x": "two", "y": "tie: down, up"}


def _reports(seed: int) -> list[Row]:
    """Two careful sources, and five that make the usual mistake every other time."""
    random = Random(seed)
    rows = []
    for i in range(4 * LEAST_ITEMS):
        rows += [(f"gate {i:03}", source, f"right {i}") for source in ("careful 1", "careful 2")]
        for source in ("careless 1", "careless 2", "careless 3", "careless 4", "careless 5"):
            rows.append((f"gate {i:03}", source, f"{random.choice(('right', 'wrong'))} {i}"))
    return rows


def test_sources_that_are_often_borne_out_are_trusted() -> None:
    rows = _reports(7)
    items = {item: [(s, said) for i, s, said in rows if i == item] for item, _, _ in rows}
    plain = [str(fuse(said, lambda text: None, DEFAULT)) for said in items.values()]
    learnt = held(rows).values()
    assert sum(said.startswith("right") for said in plain) < 0.9 * len(items)
    assert all(said.startswith("right") for said in learnt)


def test_trust_breaks_what_number_leaves_tied() -> None:
    rows = [(f"gate {i}", source, f"g{i}") for i in range(LEAST_ITEMS) for source in ("good", "also good")]
    rows += [(f"gate {i}", "bad", "g0") for i in range(LEAST_ITEMS)]
    rows += [("last", "good", "here"), ("last", "bad", "there")]
    assert held(rows)["last"] == "here"


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 99), st.randoms(use_true_random=False))
def test_the_order_of_rows_decides_nothing(seed: int, random: Random) -> None:
    rows = _reports(seed)[: 6 * LEAST_ITEMS]
    mixed = list(rows)
    random.shuffle(mixed)
    assert held(mixed) == held(rows)


def test_beliefs_are_numbers_of_sources_where_there_is_nothing_to_learn() -> None:
    assert beliefs({"x": {"a": ["s", "t"], "b": ["u"]}}) == {("x", "a"): 2.0, ("x", "b"): 1.0}


def test_values_are_held_by_what_they_say() -> None:
    rows = [("cost", "a", usd("3E9")), ("cost", "b", usd("3.0E9", "1E8")), ("cost", "c", usd("5E9"))]
    (fusion,) = fuse_all(rows, lambda text: None, DEFAULT).values()
    assert fusion.held is not None
    assert (fusion.held.wording, fusion.held.supporters, fusion.dissenters) == ("$3.0 billion", ("b", "a"), ("c",))


def test_texts_of_values_are_read_once_each() -> None:
    asked: list[str] = []

    def read(text: str) -> object:
        asked.append(text)
        return count(int(text))

    rows = [(f"item {i}", source, "12") for i in range(9) for source in "ab"]
    assert len(fuse_all(rows, read, DEFAULT)) == 9  # type: ignore[arg-type]
    assert asked == ["12"]


def test_nothing_is_held_of_nothing() -> None:
    assert fuse_all([], lambda text: None, DEFAULT) == {}


# --- one item -----------------------------------------------------------------------------------------------


def both(rows: list[tuple[str, Value]]) -> tuple[str, str]:
    """What `fuse` and `fuse_all` hold of one item."""
    together = fuse_all([("item", *row) for row in rows], lambda text: None, DEFAULT)["item"]
    return str(fuse(rows, lambda text: None, DEFAULT)), str(together)


def test_what_has_no_number_holds_nothing() -> None:
    record = Value("count", "a record number", hedge=Hedge.VAGUE)
    assert both([("a", count(5)), ("b", record)]) == ("5 critics", "5 critics")
    assert fuse([("a", count(5)), ("b", record)], lambda text: None, DEFAULT).dissenters == ("b",)


def test_vague_words_do_not_outvote_figures() -> None:
    words = [(source, vague("2E8", "1E9")) for source in "cde"]
    assert str(fuse([("a", usd("5E6")), ("b", usd("5E6")), *words], lambda text: None, DEFAULT)) == "$5 million"


def test_a_range_does_not_count_twice() -> None:
    rows = [("a", usd("5E6")), ("b", usd("5E6")), ("c", between("8000000", "9000000"))]
    rows.append(("d", rows[2][1]))
    fused, together = both(rows)
    assert fused.startswith("tie: ")
    assert together.startswith("tie: ")


def test_lists_that_have_nothing_in_common_tie() -> None:
    rows = [("item", source, f"{source}one; {source}two") for source in "abcd"]
    assert held(rows)["item"].startswith("tie: ")


def test_the_commonest_wording_and_the_first_of_equals() -> None:
    assert commonest({"b": 1, "c": 3, "a": 1}) == "c"
    assert commonest({"b": 2, "c": 1, "a": 2}) == "a"
