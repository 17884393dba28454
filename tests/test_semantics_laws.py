"""The laws of relating readings: symmetric, reflexive, monotone, and blind to the order of sources."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_values import FAMILIES, PAIRS, claim, reading, side, sources, widened

from claimcheck.model.comparison import Relation, Side
from claimcheck.model.finding import Finding
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT, Policy
from claimcheck.reconcile import reconcile
from claimcheck.reconcile.relation import relate

LAW = settings(deadline=None, max_examples=150)
Two = tuple[Value, Value]


@LAW
@given(PAIRS)
def test_symmetric_in_relation_gap_and_reason(pair: Two) -> None:
    left, right = map(side, pair)
    assert relate(right, left, DEFAULT).flipped() == relate(left, right, DEFAULT)


@LAW
@given(st.tuples(st.one_of(*FAMILIES), st.one_of(*FAMILIES)))
def test_symmetric_across_kinds(pair: Two) -> None:
    left, right = map(side, pair)
    assert relate(right, left, DEFAULT).flipped() == relate(left, right, DEFAULT)


@LAW
@given(st.one_of(*FAMILIES))
def test_reflexive(value: Value) -> None:
    found = relate(side(value), side(value), DEFAULT)
    assert found.relation is Relation.EXACT
    assert found.gap in (None, 0)


@LAW
@given(
    PAIRS.flatmap(lambda pair: st.tuples(st.just(side(pair[0])), widened(side(pair[0])), st.just(side(pair[1]))))
)
def test_widening_never_creates_a_discrepancy(sides: tuple[Side, Side, Side]) -> None:
    narrow, wide, other = sides
    if relate(narrow, other, DEFAULT).relation is not Relation.DISCREPANT:
        assert relate(wide, other, DEFAULT).relation is not Relation.DISCREPANT


@LAW
@given(PAIRS, st.decimals(0, 1, places=2), st.decimals(0, 1, places=2))
def test_allowing_more_rounding_never_creates_a_discrepancy(pair: Two, one: Decimal, other: Decimal) -> None:
    strict, lax = (Policy(rounding_cap=cap) for cap in sorted((one, other)))
    if relate(side(pair[0], strict), side(pair[1], strict), strict).relation is not Relation.DISCREPANT:
        assert relate(side(pair[0], lax), side(pair[1], lax), lax).relation is not Relation.DISCREPANT


@LAW
@given(PAIRS)
def test_bounds_and_vague_words_never_beat_compatible(pair: Two) -> None:
    found = relate(side(pair[0]), side(pair[1]), DEFAULT)
    unsure = any(value.hedge.is_bound or value.hedge is Hedge.VAGUE for value in pair)
    if unsure and found.relation is not Relation.EXACT:
        assert (found.relation.strength or 0) <= (Relation.COMPATIBLE.strength or 0)


@LAW
@given(PAIRS)
def test_a_gap_is_never_negative_and_its_share_never_over_two(pair: Two) -> None:
    found = relate(side(pair[0]), side(pair[1]), DEFAULT)
    assert found.gap is None or found.gap >= 0
    assert found.gap_share is None or 0 <= found.gap_share <= 2


def _finding(values: list[tuple[str, Value]]) -> Finding:
    evidence = tuple(reading(source, value) for source, value in values)
    (found,) = reconcile([claim()], {"a-claim": evidence}, sources("abcd"), DEFAULT)
    return found


@settings(deadline=None, max_examples=150)
@given(
    st.one_of(*FAMILIES).flatmap(
        lambda first: st.lists(st.one_of(*FAMILIES), max_size=3).map(lambda rest: [first, *rest])
    ),
)
def test_findings_are_blind_to_the_order_of_sources(values: list[Value]) -> None:
    said = list(zip("abcd", values, strict=False))
    one, other = _finding(said), _finding(said[::-1])
    assert (one.status, one.relation, one.accepted) == (other.status, other.relation, other.accepted)
    assert {(t.wording, frozenset(t.supporters)) for t in one.ties} == {
        (t.wording, frozenset(t.supporters)) for t in other.ties
    }
    assert (one.consensus is None) is (other.consensus is None)
    if one.consensus and other.consensus:
        assert one.consensus.interval == other.consensus.interval
        assert set(one.consensus.supporters) == set(other.consensus.supporters)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.one_of(*FAMILIES)), max_size=6))
def test_every_finding_holds_together(values: list[tuple[str, Value]]) -> None:
    found = _finding(values)
    assert len(found.evidence) == len(values)
    assert all(e.origin for e in found.evidence)
    said = {source for source, _ in values}
    assert len(found.comparisons) == len(said) * (len(said) - 1) // 2
    for consensus in (*found.ties, *([found.consensus] if found.consensus else [])):
        assert set(consensus.supporters) | set(consensus.dissenters) == said
        assert not set(consensus.supporters) & set(consensus.dissenters)
    again = _finding([(e.source_id, e.value) for e in found.evidence])
    assert again == found
