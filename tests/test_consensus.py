"""The sweep: equal to brute force, blind to order, counting origins; and what is made of it."""

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_values import reading, usd, vague

from claimcheck.grammar.senses import senses
from claimcheck.grammar.wording import say_interval
from claimcheck.model.finding import Consensus
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT
from claimcheck.reconcile.consensus import Vote, Weight, jointly, sweep
from claimcheck.reconcile.texts import together


def vote(origin: str, low: str | None, high: str | None, ends: str = "[]", unit: str = "") -> Vote:
    interval = Interval(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        low is not None and ends[0] == "[",
        high is not None and ends[1] == "]",
    )
    return Vote(origin, origin, interval, unit=unit)


def swept(*votes: Vote) -> list[tuple[str, str]]:
    return [(str(stretch.interval), "".join(stretch.origins)) for stretch in sweep(votes)]


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ([], []),
        ([vote("a", "1", "3")], [("[1, 3]", "a")]),
        ([vote("a", "1", "3"), vote("b", "2", "5")], [("[2, 3]", "ab")]),
        ([vote("a", "1", "3"), vote("b", "3", "5")], [("{3}", "ab")]),
        ([vote("a", "1", "3", "[)"), vote("b", "3", "5")], [("[1, 3)", "a"), ("[3, 5]", "b")]),
        ([vote("a", "1", "3", "[)"), vote("b", "3", "5", "(]")], [("[1, 3)", "a"), ("(3, 5]", "b")]),
        ([vote("a", "1", None), vote("b", None, "2")], [("[1, 2]", "ab")]),
        ([vote("a", None, None), vote("b", "7", "7")], [("{7}", "ab")]),
        ([vote("a", "1", "2"), vote("a", "1", "2"), vote("b", "5", "6")], [("[1, 2]", "a"), ("[5, 6]", "b")]),
        ([vote("a", "1", "2"), vote("a", "2", "3")], [("[1, 3]", "a")]),
        # not transitive: 2.6 meets 3, 3 meets 3.3, the ends do not meet
        ([vote("a", "0", "2"), vote("b", "1", "4"), vote("c", "3", "5")], [("[1, 2]", "ab"), ("[3, 4]", "bc")]),
    ],
)
def test_sweep(votes: list[Vote], expected: list[tuple[str, str]]) -> None:
    assert swept(*votes) == expected


ENDS = st.one_of(st.none(), st.integers(0, 6).map(Decimal))


@st.composite
def _votes(draw: st.DrawFn) -> Vote:
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    both = low is not None and low == high
    low_closed = low is not None and (both or draw(st.booleans()))
    high_closed = high is not None and (both or draw(st.booleans()))
    return Vote(draw(st.sampled_from("abcd")), "x", Interval(low, high, low_closed, high_closed))


def brute(votes: list[Vote]) -> tuple[int, set[frozenset[str]]]:
    """Over every meeting set of votes: the most origins, and which sets of origins reach it."""
    best: set[frozenset[str]] = set()
    most = 0
    for size in range(1, len(votes) + 1):
        for chosen in combinations(votes, size):
            common: Interval | None = chosen[0].interval
            for other in chosen[1:]:
                common = common and common.meet(other.interval)
            if common is None:
                continue
            held = frozenset(v.origin for v in chosen)
            if len(held) > most:
                most, best = len(held), set()
            if len(held) == most:
                best.add(held)
    return most, best


@settings(deadline=None, max_examples=300)
@given(st.lists(_votes(), max_size=6))
def test_sweep_equals_brute_force(votes: list[Vote]) -> None:
    most, best = brute(votes)
    found = sweep(votes)
    assert {frozenset(s.origins) for s in found} == best
    assert all(len(s.origins) == most for s in found)


@settings(deadline=None, max_examples=200)
@given(st.lists(_votes(), max_size=8).flatmap(lambda v: st.tuples(st.just(v), st.permutations(v))))
def test_sweep_is_blind_to_order(both: tuple[list[Vote], list[Vote]]) -> None:
    assert sweep(both[0]) == sweep(both[1])


@settings(deadline=None, max_examples=200)
@given(st.lists(_votes(), max_size=6))
def test_stretches_are_covered_throughout_and_apart(votes: list[Vote]) -> None:
    found = sweep(votes)
    for stretch in found:
        for origin in stretch.origins:
            assert any(v.origin == origin and v.interval.meets(stretch.interval) for v in votes)
    assert not any(a.interval.meets(b.interval) for a, b in combinations(found, 2))


def joint(*said: tuple[str, Value], origins: dict[str, str] | None = None) -> tuple[Consensus, ...]:
    votes = [
        Vote(
            (origins or {}).get(source, source),
            source,
            senses(value, DEFAULT)[0].interval,
            Weight.SUPPORTS
            if value.hedge is Hedge.VAGUE
            else Weight.BOUNDS
            if value.hedge.is_bound
            else Weight.DECIDES,
            value.normal,
            value.unit,
        )
        for source, value in said
    ]
    return jointly(votes, say_interval)


THREE, MORE = usd("3E9"), usd("3E9", hedge=Hedge.MORE_THAN)
ABOUT = usd("3.3E9", hedge=Hedge.ABOUT)


def test_a_bound_counts_without_narrowing() -> None:
    (found,) = joint(("001", ABOUT), ("002", THREE), ("003", MORE), ("004", THREE))
    assert found.wording == "$3 billion"
    assert found.interval == senses(THREE, DEFAULT)[0].interval
    assert found.supporters == ("002", "003", "004")
    assert found.dissenters == ("001",)
    assert found.origins == 3


def test_bounds_alone_agree_on_what_they_suggest() -> None:
    (found,) = joint(("a", MORE), ("b", usd("3.2E9", hedge=Hedge.MORE_THAN)))
    assert found.wording == "more than $3.2 billion"
    assert found.origins == 2


def test_vague_words_support_but_do_not_decide() -> None:
    (found,) = joint(
        ("a", usd("3E8", "1E6")), ("b", usd("3E8", "1E6")), ("c", usd("5E8")), ("d", vague("2E8", "1E9"))
    )
    assert found.wording == "$300 million"
    assert found.supporters == ("a", "b", "d")
    assert found.dissenters == ("c",)


def test_vague_words_break_no_tie() -> None:
    found = joint(("a", usd("3E8")), ("b", usd("2E9")), ("c", vague("2E8", "1E9")))
    assert [c.origins for c in found] == [2]
    assert found[0].supporters == ("a", "c")


def test_a_tie_is_told() -> None:
    found = joint(("a", THREE), ("b", usd("5E9")))
    assert [c.wording for c in found] == ["$3 billion", "$5 billion"]


def test_an_origin_counts_once() -> None:
    found = joint(("a", THREE), ("b", THREE), ("c", usd("5E9")), origins={"a": "x", "b": "x"})
    assert [(c.wording, c.origins) for c in found] == [("$3 billion", 1), ("$5 billion", 1)]


def test_an_origin_that_says_two_things_says_what_both_share() -> None:
    (joint,) = jointly([vote("a", "1", "3"), vote("a", "2", "4")], lambda interval, unit: str(interval))
    assert joint.wording == "[2, 3]"
    (apart,) = jointly([vote("a", "1", "2", "[)"), vote("a", "2", "4")], lambda interval, unit: str(interval))
    assert apart.origins == 1


def test_units_never_meet() -> None:
    found = joint(("a", THREE), ("b", usd("3E9", unit="MXN")))
    assert {c.wording for c in found} == {"$3 billion", "MXN 3 billion"}


def test_a_stretch_that_nobody_says_is_written_out() -> None:
    (found,) = joint(("a", usd("3E9", hedge=Hedge.ABOUT)), ("b", usd("3.3E9", hedge=Hedge.ABOUT)))
    assert found.wording == "$3.2 to $3.3 billion"


def test_nothing_without_votes() -> None:
    assert jointly([], say_interval) == ()


def test_the_joint_wording_of_texts_lies_on_no_axis() -> None:
    said = [("a", "Ana Ruiz"), ("b", "Ruiz"), ("c", "Anna Ruiz"), ("d", "Ana Ruiz")]
    (found,) = together([reading(source, Value("name", name)) for source, name in said])
    assert (found.wording, found.interval) == ("Ana Ruiz", None)
    assert (found.supporters, found.dissenters) == (("a", "b", "d"), ("c",))


# --- what vague words and other units do to it ---------------------------------------------------------------


def said(
    source: str, low: str, high: str, weight: Weight = Weight.DECIDES, wording: str = "", unit: str = ""
) -> Vote:
    return Vote(source, source, Interval.closed(Decimal(low), Decimal(high)), weight, wording, unit)


def words(votes: list[Vote]) -> list[tuple[str, str, int]]:
    found = jointly(votes, lambda interval, unit: f"{interval} {unit}".rstrip())
    return [(c.wording, "".join(c.supporters), c.origins) for c in found]


FIVE = [said("a", "5", "5"), said("b", "5", "5")]
VAGUE = [said(source, "10", "20", Weight.SUPPORTS) for source in "cde"]


def test_vague_words_give_way_to_two_who_say_how_much() -> None:
    assert words([*FIVE, *VAGUE]) == [("{5}", "ab", 2)]


def test_vague_words_count_where_only_one_says_how_much() -> None:
    assert words([*FIVE[:1], *VAGUE]) == [("[10, 20]", "cde", 3)]


def test_vague_words_of_another_unit_support_nothing() -> None:
    other = said("c", "0", "9", Weight.SUPPORTS, unit="km")
    assert words([*FIVE, other]) == [("{5}", "ab", 2)]
    assert words([*FIVE, other._replace(unit="")]) == [("{5}", "abc", 3)]


def test_a_unit_that_fewer_origins_use_is_no_side_of_a_tie() -> None:
    assert words([*FIVE, said("c", "7", "7", unit="km")]) == [("{5}", "ab", 2)]
    assert len(words([*FIVE, said("c", "7", "7", unit="km"), said("d", "7", "7", unit="km")])) == 2


def test_of_equally_common_wordings_the_shorter_is_taken() -> None:
    votes = [said("a", "12", "12", wording="a dozen in all"), said("b", "12", "12", wording="twelve")]
    assert words(votes) == [("twelve", "ab", 2)]
    assert words([*votes, said("c", "12", "12", wording="a dozen in all")]) == [("a dozen in all", "abc", 3)]
