"""Findings: best readings, pairs, disagreement within a source, origins, acceptance, derived values, fusion."""

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from attrs import evolve
from reconcile_values import claim, count, reading, sources, usd, vague, year, years

from claimcheck.model.claim import Acceptance, Claim, Modality
from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Evidence, Finding, Status
from claimcheck.model.text import Role
from claimcheck.model.ties import Implication, ImpliedEnd
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT
from claimcheck.reconcile import reconcile
from claimcheck.reconcile.fuse import fuse
from claimcheck.reconcile.independence import origins

IDS = ("000", "001", "002", "003", "004")
THREE, MORE = usd("3E9"), usd("3E9", hedge=Hedge.MORE_THAN)
ABOUT = usd("3.3E9", hedge=Hedge.ABOUT)
FUNDING = (reading("001", ABOUT), reading("002", THREE), reading("003", MORE), reading("004", THREE))
START = (reading("000", year(2008)), reading("001", year(2007)), reading("002", year(2008)))


def found(*evidence: Evidence, claim: Claim = claim()) -> Finding:  # noqa: B008 (a frozen value)
    (finding,) = reconcile([claim], {claim.id: evidence}, sources(IDS), DEFAULT)
    return finding


class TestFunding:
    def test_relation_status_and_headline(self) -> None:
        finding = found(*FUNDING)
        assert finding.relation is Relation.DISCREPANT
        assert finding.status is Status.CONSENSUS
        assert finding.reason == "001 says about $3.3 billion, 002 and 004 $3 billion: 9 % apart"

    def test_consensus(self) -> None:
        consensus = found(*FUNDING).consensus
        assert consensus is not None
        assert (consensus.wording, consensus.origins) == ("$3 billion", 3)
        assert consensus.supporters == ("002", "003", "004")
        assert consensus.dissenters == ("001",)

    def test_every_pair_weakest_first(self) -> None:
        pairs = found(*FUNDING).comparisons
        assert [(c.left.source_id, c.right.source_id) for c in pairs[:2]] == [("001", "002"), ("001", "004")]
        assert len(pairs) == 6
        strengths = [c.relation.strength for c in pairs]
        assert strengths == sorted(strengths, key=lambda s: s or 0)

    def test_blind_to_the_order_of_sources(self) -> None:
        first = found(*FUNDING)
        for order in permutations(FUNDING):
            other = found(*order)
            assert (other.relation, other.status) == (first.relation, first.status)
            assert first.consensus is not None
            assert other.consensus is not None
            assert set(other.consensus.supporters) == set(first.consensus.supporters)
            assert other.consensus.interval == first.consensus.interval

    def test_the_claims_own_rounding(self) -> None:
        finding = found(
            *(evolve(e, senses=()) for e in FUNDING), claim=evolve(claim(), rounding=Decimal("Infinity"))
        )
        assert finding.relation is Relation.COMPATIBLE


class TestFewSources:
    def test_none(self) -> None:
        finding = found()
        assert (finding.status, finding.relation, finding.consensus) == (Status.UNMENTIONED, None, None)
        assert finding.reason == "no source speaks of it"

    def test_one(self) -> None:
        finding = found(reading("001", ABOUT))
        assert (finding.status, finding.relation) == (Status.SINGLE_SOURCE, None)
        assert finding.reason == "only 001 speaks of it: about $3.3 billion"
        assert finding.consensus is not None
        assert finding.consensus.origins == 1

    def test_two_that_differ_tie(self) -> None:
        finding = found(reading("001", year(2007)), reading("002", year(2008)))
        assert (finding.status, finding.consensus) == (Status.TIE, None)
        assert [(tie.wording, tie.supporters) for tie in finding.ties] == [("2007", ("001",)), ("2008", ("002",))]
        assert finding.reason == "001 says 2007, 002 2008: 1 year apart"

    def test_all_alike(self) -> None:
        finding = found(*(reading(source, years(13)) for source in IDS))
        assert (finding.status, finding.relation) == (Status.CONSENSUS, Relation.EXACT)
        assert finding.reason == "000, 001, 002, 003 and 004 say 13 years"

    def test_many_alike_are_counted(self) -> None:
        ids = [f"s{n}" for n in range(9)]
        finding = found(*(reading(source, years(13)) for source in ids))
        assert finding.reason == "s0, s1, s2, s3 and 5 others say 13 years"

    def test_a_number_and_a_wording_without_one(self) -> None:
        record = Value("count", "a record number of deaths", noun="death", hedge=Hedge.VAGUE)
        finding = found(reading("000", count(93000, "death")), reading("001", record))
        assert (finding.status, finding.relation) == (Status.SINGLE_SOURCE, Relation.NOT_COMPARABLE)
        assert "gives no number" in finding.reason

    def test_nouns_that_differ_are_compared_and_named(self) -> None:
        finding = found(reading("a", count(93000, "death")), reading("b", count(93000, "victim")))
        assert finding.relation is Relation.EXACT
        assert finding.comparisons[0].reason == "both say 93,000 deaths (counted as death and as victim)"


class TestBestReading:
    @pytest.mark.parametrize(
        "worse",
        [
            reading("001", usd("5E9"), role=Role.CAPTION, score=99),
            reading("001", usd("5E9"), role=Role.HEADLINE, score=99),
            reading("001", usd("5E9"), modality=Modality.PLANNED, score=99),
            reading("001", vague("2E9", "1E12", "billions of dollars"), score=99),
            reading("001", usd("5E9"), score=60),
            evolve(reading("001", usd("5E9"), score=99), weak=True),
        ],
    )
    def test_the_better_one_stands_for_the_source(self, worse: Evidence) -> None:
        for pair in ((worse, reading("001", THREE)), (reading("001", THREE), worse)):
            finding = found(*pair, reading("002", THREE))
            assert finding.relation is Relation.EXACT

    def test_the_more_precise_one_unless_a_match_leads_clearly(self) -> None:
        sure, precise = reading("001", years(15, Hedge.ABOUT), score=90), reading("001", years(13), score=75)
        assert found(sure, precise, reading("002", years(13))).relation is Relation.EXACT
        doubtful = reading("001", years(13), score=60)
        assert found(sure, doubtful, reading("002", years(13))).relation is Relation.TENSION

    def test_what_a_person_read_comes_first(self) -> None:
        curated = evolve(reading("001", THREE, score=10), curated=True)
        assert found(reading("001", usd("5E9")), curated, reading("002", THREE)).relation is Relation.EXACT

    def test_furniture_never_stands_for_a_source(self) -> None:
        finding = found(reading("001", THREE), reading("002", usd("5E9"), role=Role.FURNITURE))
        assert finding.status is Status.SINGLE_SOURCE
        assert len(finding.evidence) == 2

    def test_a_repeat_is_weak(self) -> None:
        finding = found(reading("001", THREE, score=50), reading("001", THREE, score=90))
        assert [e.weak for e in finding.evidence] == [True, False]

    def test_a_plan_is_not_held_against_a_fact(self) -> None:
        finding = found(reading("001", THREE), reading("002", usd("5E9"), modality=Modality.PLANNED))
        assert finding.relation is Relation.NOT_COMPARABLE
        assert finding.comparisons[0].reason == "one is planned, the other stated"
        assert finding.status is Status.SINGLE_SOURCE


class TestWithinASource:
    def test_whose_voice_says_which(self) -> None:
        finding = found(
            reading("002", years(13), "one sentence", speaker="Ned Price"),
            reading("002", years(15, Hedge.ABOUT, "15 years or so"), "another", speaker="Ned Price"),
            reading("003", years(13)),
        )
        (within,) = finding.within
        assert within.relation is Relation.TENSION
        assert within.reason.startswith("Ned Price says 13 years and 15 years or so: differ by 2 years (13 %)")
        assert finding.relation is Relation.EXACT

    def test_quotation_against_the_reporter(self) -> None:
        (within,) = found(reading("002", year(2007), speaker="Ned Price"), reading("002", year(2008))).within
        assert within.reason == "Ned Price says 2007, the reporter 2008: differ by 1 year"

    def test_a_headline_counts_as_a_voice_and_furniture_does_not(self) -> None:
        body, head = reading("002", year(2008)), reading("002", year(2007), role=Role.HEADLINE)
        assert found(body, head).within[0].reason.startswith("the reporter says 2008, the headline 2007")
        assert found(body, evolve(head, role=Role.FURNITURE)).within == ()

    def test_said_once_however_often_repeated(self) -> None:
        repeated = [reading("002", year(2007)), reading("002", year(2008)), reading("002", year(2008))]
        assert len(found(*repeated).within) == 1


COPIED = "Washington put up $3 billion for the scheme in a decade that saw little of it spent on the courts"


class TestIndependence:
    def test_each_source_is_its_own_origin(self) -> None:
        assert [(e.origin, e.origin_why) for e in origins(FUNDING)] == [
            (i, "") for i in ("001", "002", "003", "004")
        ]

    def test_copied_sentences_count_once(self) -> None:
        copies = reading("b", THREE, COPIED), reading("a", THREE, f"Last year: {COPIED}.")
        assert {e.origin for e in origins(copies)} == {"a"}
        assert all("near-identical sentences in a and b" in e.origin_why for e in origins(copies))
        finding = found(*copies, reading("c", usd("5E9")))
        assert finding.status is Status.TIE
        assert [tie.origins for tie in finding.ties] == [1, 1]

    def test_one_origin_alone_is_a_single_source(self) -> None:
        finding = found(reading("b", THREE, COPIED), reading("a", THREE, COPIED))
        assert (finding.status, finding.relation) == (Status.SINGLE_SOURCE, None)
        assert finding.reason == "b and a say $3 billion: one origin"

    def test_a_shared_quotation_is_its_speakers(self) -> None:
        quoted = [reading(s, THREE, COPIED, speaker="Ned Price") for s in ("a", "b")]
        assert {e.origin for e in origins(tuple(quoted))} == {"Ned Price"}
        assert origins(tuple(quoted))[0].origin_why == "the same words of Ned Price in a and b"

    def test_a_copy_with_another_figure_is_another_statement(self) -> None:
        edited = reading("a", THREE, COPIED), reading("b", usd("5E9"), COPIED.replace("$3", "$5"))
        assert [e.origin for e in origins(edited)] == ["a", "b"]

    def test_short_sentences_are_alike_by_chance(self) -> None:
        alike = reading("a", THREE, "It cost $3 billion."), reading("b", THREE, "It cost $3 billion.")
        assert [e.origin for e in origins(alike)] == ["a", "b"]

    def test_blind_to_order(self) -> None:
        evidence = (reading("b", THREE, COPIED), reading("c", THREE, COPIED), reading("a", ABOUT))
        named = {(e.source_id, e.origin) for e in origins(evidence)}
        for order in permutations(evidence):
            assert {(e.source_id, e.origin) for e in origins(order)} == named


def accepted(
    *values: Value, sources: tuple[str, ...] = ("001", "002"), why: str = "announced, then paid"
) -> Claim:
    return evolve(claim(), accepted=(Acceptance(sources, values, "ana", date(2026, 11, 22), why),))


class TestAcceptance:
    PAIR = (reading("001", year(2007)), reading("002", year(2008)))

    def test_accepted(self) -> None:
        finding = found(*self.PAIR, claim=accepted(year(2007), year(2008)))
        assert finding.accepted == "announced, then paid (ana on 2026-11-22)"
        assert finding.relation is Relation.DISCREPANT

    @pytest.mark.parametrize(
        "claim",
        [
            accepted(year(2007)),
            accepted(year(2007), year(2009)),
            accepted(year(2007), year(2008), sources=("001", "003")),
            claim(),
        ],
    )
    def test_another_disagreement_is_not(self, claim: Claim) -> None:
        assert found(*self.PAIR, claim=claim).accepted == ""

    def test_every_pair_must_be_covered(self) -> None:
        both = accepted(year(2007), year(2008))
        assert found(*self.PAIR, reading("003", year(2005)), claim=both).accepted == ""
        assert found(*self.PAIR, reading("003", year(2008)), claim=both).accepted == ""
        wider = accepted(year(2007), year(2008), sources=("001", "002", "003"))
        assert found(*self.PAIR, reading("003", year(2008)), claim=wider).accepted

    def test_nothing_to_accept(self) -> None:
        agreed = (reading("001", year(2008)), reading("002", year(2008)))
        assert found(*agreed, claim=accepted(year(2007), year(2008))).accepted == ""


def test_expected() -> None:
    finding = found(*START, claim=evolve(claim(kind="year"), expect=year(2008)))
    assert [(c.left.source_id, c.relation) for c in finding.expected] == [
        ("001", Relation.DISCREPANT),
        ("000", Relation.EXACT),
        ("002", Relation.EXACT),
    ]


def test_derived_values_annotate_and_never_vote() -> None:
    start = claim("start", "year")
    age = evolve(claim("age", "duration"), implies=(Implication(ImpliedEnd.START, "start"),))
    ages = tuple(reading(source, years(13)) for source in ("003", "004"))
    findings = reconcile([start, age], {"start": START, "age": ages}, sources(IDS), DEFAULT)
    assert [d.source_id for d in findings[0].derived] == ["003", "004"]
    assert findings[0].derived[0].comparisons[0].right.text == "2008"
    assert findings[0].consensus is not None
    assert findings[0].consensus.supporters == ("000", "002")
    assert findings[1].derived == ()


def test_without_a_day_nothing_is_derived() -> None:
    start = claim("start", "year")
    age = evolve(claim("age", "duration"), implies=(Implication(ImpliedEnd.START, "start"),))
    evidence = {"start": START, "age": (reading("003", years(13)),)}
    assert reconcile([start, age], evidence, sources(IDS, None), DEFAULT)[0].derived == ()


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("A clerk told the Reuters news agency of 40 wounded.", "Reuters reported that 40 were wounded.", 1),
        ("AP said on Monday 40 were wounded.", "According to the Associated Press 40 men were wounded.", 1),
        ("AP said on Monday 40 were wounded.", "Reuters reported that 40 were wounded.", 2),
        ("The mayor said 40 were wounded.", "Reuters reported that 40 were wounded.", 2),
    ],
)
def test_an_agency_that_both_credit_is_one_origin(one: str, other: str, count: int) -> None:
    found = origins((reading("001", THREE, one), reading("002", THREE, other)))
    assert len({e.origin for e in found}) == count
    assert all(bool(e.origin_why) is (count == 1) for e in found)


class TestFuse:
    def test_values(self) -> None:
        rows = [("001", ABOUT), ("002", THREE), ("003", MORE), ("004", THREE)]
        fusion = fuse(rows, lambda text: None, DEFAULT)
        assert fusion.held is not None
        assert (str(fusion), fusion.held.supporters, fusion.dissenters) == (
            "$3 billion",
            ("002", "003", "004"),
            ("001",),
        )

    def test_texts_of_values_are_read(self) -> None:
        fusion = fuse([("a", "one"), ("b", THREE)], lambda text: usd("3E9"), DEFAULT)
        assert fusion.held is not None
        assert fusion.held.supporters == ("a", "b")

    def test_words(self) -> None:
        rows = [("a", "Jane Doe; J. Roe"), ("b", "j. roe;  Jane DOE"), ("c", "Jane Doe")]
        fusion = fuse(rows, lambda text: None, DEFAULT)
        assert str(fusion) == "Jane Doe; J. Roe"
        assert fusion.dissenters == ("c",)

    def test_a_tie_is_told(self) -> None:
        fusion = fuse([("a", count(5)), ("b", count(6))], lambda text: None, DEFAULT)
        assert fusion.held is None
        assert str(fusion) == "tie: 5 critics, 6 critics"
        assert str(fuse([("a", "x"), ("b", "y")], lambda text: None, DEFAULT)) == "tie: x, y"

    def test_a_source_counts_once(self) -> None:
        fusion = fuse([("a", "x"), ("a", "x"), ("b", "y")], lambda text: None, DEFAULT)
        assert fusion.held is None

    def test_kinds_never_meet(self) -> None:
        fusion = fuse([("a", count(13)), ("b", years(13))], lambda text: None, DEFAULT)
        assert len(fusion.ties) == 2

    def test_nothing(self) -> None:
        assert str(fuse([], lambda text: None, DEFAULT)) == "nothing"
