"""Very many sources: those that say the same are one side of a comparison, and nothing grows with their square."""

from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_values import FAMILIES, claim, count, reading, sources, usd

from claimcheck.model.claim import Acceptance, Claim, Modality
from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Evidence, Finding, Report
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import DEFAULT
from claimcheck.reconcile import independence, many, reconcile
from claimcheck.reconcile.many import DISTINCT, SINGLY
from claimcheck.reconcile.relation import says_the_same
from claimcheck.reports import FORMATS, full, html, json


def readings(values: list[Value]) -> tuple[Evidence, ...]:
    return tuple(reading(f"s{n:03d}", value) for n, value in enumerate(values))


def found(values: list[Value], own: Claim | None = None) -> Finding:
    evidence = readings(values)
    own = own or claim(kind=values[0].kind)
    (finding,) = reconcile([own], {own.id: evidence}, sources([e.source_id for e in evidence]), DEFAULT)
    return finding


def two_by_two(values: list[Value]) -> Finding:
    """The finding as if there were no such thing as too many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many, "SINGLY", 10**9)
        return found(values)


def told(finding: Finding) -> set[tuple[str, str]]:
    """Pairs of sources that a comparison stands for; no pair is told twice."""
    pairs: list[tuple[str, str]] = []
    for c in finding.comparisons:
        pairs += [(a, b) for a in c.left.source_ids for b in c.right.source_ids]
        if c.right.others and c.left.value == c.right.value and not c.left.others:
            pairs += combinations(c.right.source_ids, 2)
    ordered = [(min(pair), max(pair)) for pair in pairs]
    assert len(ordered) == len(set(ordered))
    return set(ordered)


MANY = st.sampled_from(FAMILIES[:3]).flatmap(lambda family: st.lists(family, min_size=SINGLY + 1, max_size=40))


D = Decimal


class TestWhatIsToldOfMany:
    @settings(max_examples=10, deadline=None)
    @given(MANY)
    def test_is_what_comparing_two_by_two_would_tell(self, values: list[Value]) -> None:
        bounded, brute = found(values), two_by_two(values)
        assert (bounded.status, bounded.consensus, bounded.ties) == (brute.status, brute.consensus, brute.ties)
        worst = {Relation.TENSION, Relation.DISCREPANT}
        assert (bounded.relation in worst) == (brute.relation in worst)
        if not bounded.left_out:
            assert bounded.relation is brute.relation

    @settings(max_examples=10, deadline=None)
    @given(MANY)
    def test_counts_every_pair_of_sources(self, values: list[Value]) -> None:
        finding = found(values)
        speaking = len(values)
        assert len(told(finding)) + finding.left_out == speaking * (speaking - 1) // 2

    @settings(max_examples=10, deadline=None)
    @given(st.lists(st.integers(1, 10**6), min_size=SINGLY + 1, max_size=60, unique=True))
    def test_grows_with_the_number_of_values_and_not_with_its_square(self, numbers: list[int]) -> None:
        values = [count(n) for n in numbers]
        finding = found(values)
        assert finding.relation is Relation.DISCREPANT
        assert len(finding.comparisons) <= max(4 * len(values), DISTINCT**2)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(FAMILIES).flatmap(lambda family: st.lists(family, max_size=12)))
def test_only_readings_that_may_say_the_same_are_held_against_one_another(values: list[Value]) -> None:
    evidence = readings(values)
    groups = independence._worth_comparing(evidence)
    assert sorted(i for members in groups for i in members) == list(range(len(values)))
    worth = {pair for members in groups for pair in combinations(members, 2)}
    for i, j in combinations(range(len(values)), 2):
        assert (i, j) in worth or not says_the_same(values[i], values[j])


def test_up_to_twenty_sources_every_two_are_compared() -> None:
    assert len(found([count(n) for n in range(1, 21)]).comparisons) == 190
    assert len(found([count(5)] * 20).comparisons) == 190
    assert len(found([count(5)] * 21).comparisons) == 1


def test_up_to_twenty_values_every_two_are_compared() -> None:
    finding = found([count(n) for n in range(1, 21)] * 2)
    assert (len(finding.comparisons), finding.left_out) == (190 + 20, 0)
    assert found([count(n) for n in range(1, 22)] * 2).left_out > 0


@pytest.mark.parametrize(
    "differently",
    [
        {"value": count(6)},
        {"senses": ()},
        {"modality": Modality.PLANNED},
        {"as_of": Interval.half_open(D(5), D(6))},
    ],
    ids=str,
)
def test_readings_that_differ_in_anything_that_counts_are_held_apart(differently: dict[str, Any]) -> None:
    one, other = readings([count(5), count(5)])
    assert len(many._groups([one, other])) == 1
    assert len(many._groups([one, evolve(other, **differently)])) == 2


Group = list[Evidence]


def group(n: int, interval: Interval, unit: str = "", origins: int = 1, mood: Modality = Modality.STATED) -> Group:
    """Sources that say the same, given its sense."""
    value = Value("count", f"v{n}", D(n), unit, step=D(1))
    sense = Sense(SenseKind.ORDINARY, interval)
    return [
        evolve(reading(f"s{n}.{k}", value), origin=f"o{n}.{k}", senses=(sense,), modality=mood)
        for k in range(origins)
    ]


ENDS = st.integers(0, 12).map(D)
INTERVALS = st.builds(
    lambda low, width, left, right: Interval(low, low + width, left or not width, right or not width),
    ENDS, ENDS, st.booleans(), st.booleans(),
)  # fmt: skip


class TestChosen:
    """Of more values than are compared two by two, which are held against one another."""

    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.tuples(INTERVALS, st.sampled_from(["", "km"])), min_size=DISTINCT + 1, max_size=30))
    def test_no_disagreement_can_hide(self, given: list[tuple[Interval, str]]) -> None:
        groups = [group(n, interval, unit) for n, (interval, unit) in enumerate(given)]
        chosen = many._chosen(groups)
        assert all(i < j for i, j in chosen)
        for i, (interval, unit) in enumerate(given):
            apart = {j for j, (o, u) in enumerate(given) if u == unit and not o.meets(interval)}
            assert not apart or any((min(i, j), max(i, j)) in chosen for j in apart)

    @settings(max_examples=50, deadline=None)
    @given(st.lists(st.integers(0, 10**6), min_size=DISTINCT + 1, max_size=30, unique=True))
    def test_neighbours_are_compared(self, numbers: list[int]) -> None:
        groups = [group(n, Interval.point(D(number))) for n, number in enumerate(numbers)]
        chosen = many._chosen(groups)
        rising = sorted(range(len(numbers)), key=lambda n: numbers[n])
        for i, j in pairwise(rising):
            assert (min(i, j), max(i, j)) in chosen

    def test_the_commonest_is_held_against_all(self) -> None:
        groups = [group(n, Interval.point(D(n)), origins=1 + (n == 12)) for n in range(30)]
        assert {(min(12, n), max(12, n)) for n in range(30) if n != 12} <= many._chosen(groups)
        assert (13, 20) not in many._chosen(groups)

    def test_a_plan_lies_on_an_axis_of_its_own(self) -> None:
        moods = [Modality.PLANNED if n % 2 else Modality.STATED for n in range(30)]
        groups = [group(n, Interval.point(D(n)), mood=mood) for n, mood in enumerate(moods)]
        chosen = {pair for pair in many._chosen(groups) if 0 not in pair}
        assert {(min(one), max(one)) for one in ((n, n + 2) for n in range(1, 28))} <= chosen
        assert all(moods[i] is moods[j] for i, j in chosen)


class TestSides:
    VALUES = [usd("3E9")] * 15 + [usd("3.3E9")] * 8 + [usd("3E9", hedge=Hedge.MORE_THAN)]

    def test_name_all_who_say_the_same(self) -> None:
        finding = found(self.VALUES)
        assert finding.left_out == 0
        sides = [(c.relation.value, c.left.who, c.right.who) for c in finding.comparisons]
        assert sides == [
            ("discrepant", "s000 and 14 others", "s015 and 7 others"),
            ("compatible", "s015 and 7 others", "s023"),
            ("compatible", "s000 and 14 others", "s023"),
            ("exact", "s000", "s001 and 13 others"),
            ("exact", "s015", "s016 and 6 others"),
        ]

    def test_few_sources_stand_for_themselves(self) -> None:
        finding = found(self.VALUES[:SINGLY])
        assert len(finding.comparisons) == SINGLY * (SINGLY - 1) // 2
        assert not any(side.others for c in finding.comparisons for side in (c.left, c.right))

    def test_an_acceptance_must_name_them_all(self) -> None:
        ids = tuple(f"s{n:03d}" for n in range(24))
        accepting = Acceptance(ids, (usd("3E9"), usd("3.3E9")), why="known")
        own = claim()
        assert found(self.VALUES, evolve(own, accepted=(accepting,))).accepted == "known"
        fewer = evolve(accepting, source_ids=ids[:16])
        assert not found(self.VALUES, evolve(own, accepted=(fewer,))).accepted

    def test_two_origins_are_held_against_one_another_where_there_are_two(self) -> None:
        copied = "The harbour board said that the crossing had cost three billion dollars since work on it began"
        evidence = [reading(f"s{n:03d}", usd("3E9"), copied) for n in range(SINGLY)]
        own = claim()

        def relation(*more: Evidence) -> Relation | None:
            everyone = (*evidence, *more)
            ids = [e.source_id for e in everyone]
            (finding,) = reconcile([own], {own.id: everyone}, sources(ids), DEFAULT)
            return finding.relation

        assert relation(reading("s900", usd("3E9"), copied)) is None
        assert relation(reading("s900", usd("3E9"))) is Relation.EXACT

    def test_a_plan_is_not_taken_for_a_fact(self) -> None:
        evidence = [
            reading(f"s{n:03d}", usd("3E9"), modality=Modality.PLANNED if n % 2 else Modality.STATED)
            for n in range(SINGLY + 2)
        ]
        own = claim()
        (finding,) = reconcile([own], {own.id: tuple(evidence)}, sources([e.source_id for e in evidence]), DEFAULT)
        assert {c.relation for c in finding.comparisons} == {Relation.EXACT, Relation.NOT_COMPARABLE}


class TestReports:
    VALUES = tuple(count(n * 7 + 1) for n in range(200))

    def report(self) -> Report:
        finding = found(list(self.VALUES))
        return Report((finding,), sources([e.source_id for e in finding.evidence]))

    def test_say_how_many_pairs_they_leave_out(self) -> None:
        report = self.report()
        assert report.findings[0].left_out > 19_000
        words = f"{report.findings[0].left_out:,} pairs of sources are not held against one another"
        assert words in " ".join(full.render(report).split())
        assert words in html.render(report)

    def test_stay_small_and_can_be_read_back(self) -> None:
        report = self.report()
        text = json.render(report)
        assert len(text) < 8_000 * len(self.VALUES)
        assert json.read(text) == report

    def test_of_many_values_the_headline_names_a_few(self) -> None:
        reason = found([count(n + 1) for n in range(40)]).reason
        assert ", 28 others something else: " in reason
        assert len(reason) < 400

    @pytest.mark.parametrize("member", FORMATS, ids=lambda member: member.NAME)
    def test_every_format_takes_them(self, member: object) -> None:
        assert member.render(self.report(), verbose=1)  # type: ignore[attr-defined]
