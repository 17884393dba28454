"""The main job: claims/merida.yaml on the demonstration articles and, where they lie, on the real ones."""

from decimal import Decimal
from pathlib import Path
from typing import ClassVar

import pytest

import claimcheck as cc

ROOT = Path(__file__).parents[1]
ORIGINALS = ROOT.parent / "shared" / "seeds"
ARTICLES = [
    pytest.param(("seeds/sources.yaml", None), id="demonstration"),
    pytest.param(
        ("seeds/originals.yaml", ORIGINALS),
        id="originals",
        marks=pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the articles are not on this machine"),
    ),
]


@pytest.fixture(scope="module", params=ARTICLES)
def report(request: pytest.FixtureRequest) -> cc.Report:
    manifest, root = request.param
    return cc.check(cc.load_claims(ROOT / "claims" / "merida.yaml"), cc.load_sources(ROOT / manifest, root))


def readings(report: cc.Report, claim: str) -> dict[str, list[str]]:
    """What each source says for a claim, readings that vote first."""
    said: dict[str, list[str]] = {}
    for evidence in sorted(report[claim].evidence, key=lambda e: e.weak):
        said.setdefault(evidence.source_id, []).append(evidence.value.normal)
    return said


def relation(report: cc.Report, claim: str, left: str, right: str) -> cc.Comparison:
    """The comparison of two sources' best readings."""
    return next(c for c in report[claim].comparisons if {c.left.source_id, c.right.source_id} == {left, right})


class TestFunding:
    CLAIM = "merida-funding-total"

    def test_readings(self, report: cc.Report) -> None:
        sides = [side for c in report[self.CLAIM].comparisons for side in (c.left, c.right)]
        assert {side.source_id: str(side.value) for side in sides} == {
            "001": "about $3.3 billion",
            "002": "$3 billion",
            "003": "more than $3 billion",
            "004": "$3 billion",
        }

    def test_a_part_is_not_the_total(self, report: cc.Report) -> None:
        assert not [e for e in report[self.CLAIM].evidence if "hundreds" in e.value.written]

    @pytest.mark.parametrize("other", ["002", "004"])
    def test_the_odd_one_out(self, report: cc.Report, other: str) -> None:
        found = relation(report, self.CLAIM, "001", other)
        assert found.relation is cc.Relation.DISCREPANT
        assert found.gap == Decimal("0.3E9")
        assert found.gap_share is not None
        assert round(found.gap_share, 2) == Decimal("0.09")
        assert "9 %" in found.reason
        assert "3.3 rounds to 3" in found.reason
        assert "5 %" in found.reason

    @pytest.mark.parametrize("other", ["001", "002", "004"])
    def test_a_bound_is_compatible_with_both(self, report: cc.Report, other: str) -> None:
        assert relation(report, self.CLAIM, "003", other).relation is cc.Relation.COMPATIBLE

    def test_finding(self, report: cc.Report) -> None:
        finding = report[self.CLAIM]
        assert finding.relation is cc.Relation.DISCREPANT
        assert finding.status is cc.Status.CONSENSUS
        assert finding.consensus is not None
        assert set(finding.consensus.supporters) >= {"002", "004"}
        assert "001" not in finding.consensus.supporters


class TestStart:
    CLAIM = "merida-start-year"

    def test_readings(self, report: cc.Report) -> None:
        assert readings(report, self.CLAIM) == {"000": ["2008"], "001": ["2007"], "002": ["2008"], "004": ["2008"]}

    def test_finding(self, report: cc.Report) -> None:
        finding = report[self.CLAIM]
        assert finding.relation is cc.Relation.DISCREPANT
        assert finding.consensus is not None
        assert finding.consensus.wording == "2008"
        assert finding.consensus.origins == 3
        assert finding.consensus.supporters == ("000", "002", "004")
        assert finding.consensus.dissenters == ("001",)

    def test_a_source_without_a_reading_shows_its_nearest_sentences(self, report: cc.Report) -> None:
        nearest = [m for m in report[self.CLAIM].nearest if m.sentence.source_id == "003"]
        assert nearest
        assert all(m.refusal for m in nearest)


class TestAge:
    CLAIM = "merida-age"

    def test_readings(self, report: cc.Report) -> None:
        found = {e.source_id: e for e in reversed(report[self.CLAIM].evidence) if "15" not in e.value.written}
        assert sorted(found) == ["000", "001", "002", "003", "004"]
        assert all(e.value.number == 13 and e.value.unit == "year" for e in found.values())

    def test_voices(self, report: cc.Report) -> None:
        speakers = {e.source_id: e.speaker for e in report[self.CLAIM].evidence if e.quoted}
        assert speakers == {"001": "Antony Blinken", "002": "Ned Price"}
        assert not [e for e in report[self.CLAIM].evidence if e.quoted and e.source_id not in ("001", "002")]

    def test_one_source_disagrees_with_itself(self, report: cc.Report) -> None:
        (within,) = report[self.CLAIM].within
        assert within.relation is cc.Relation.TENSION
        assert {within.left.source_id, within.right.source_id} == {"002"}
        assert {
            within.left.value and within.left.value.number,
            within.right.value and within.right.value.number,
        } == {
            Decimal(13),
            Decimal(15),
        }

    def test_other_lengths_are_not_its_age(self, report: cc.Report) -> None:
        assert {e.value.number for e in report[self.CLAIM].evidence} == {Decimal(13), Decimal(15)}


class TestImpliedStart:
    def test_every_source_has_its_own_window(self, report: cc.Report) -> None:
        windows = {d.source_id: d.wording for d in report["merida-start-year"].derived if "15" not in d.arithmetic}
        assert sorted(windows) == ["000", "001", "002", "003", "004"]
        for source in ("000", "001", "003", "004"):
            assert windows[source] == "9 October 2007 to 8 October 2008"

    def test_the_window_judges_and_narrows_the_stated_years(self, report: cc.Report) -> None:
        derived = next(d for d in report["merida-start-year"].derived if d.source_id == "004")
        stated = {
            next(str(s.value) for s in (c.left, c.right) if s.value and s.value.normal in ("2007", "2008")): c
            for c in derived.comparisons
        }
        assert stated["2008"].relation is cc.Relation.COMPATIBLE
        assert stated["2007"].relation is cc.Relation.TENSION
        assert "9 October" in stated["2007"].reason
        assert "31 December 2007" in stated["2007"].reason

    def test_it_never_votes(self, report: cc.Report) -> None:
        consensus = report["merida-start-year"].consensus
        assert consensus is not None
        assert consensus.origins == 3
        assert "003" not in consensus.supporters


class TestPredicates:
    def test_every_source_has_its_own_verb_for_the_money(self, report: cc.Report) -> None:
        verbs = {e.value.normal: e.predicate for e in report["merida-funding-total"].evidence}
        assert verbs["about $3.3 billion"] == "channeled"
        assert verbs["more than $3 billion"] == "appropriated"
        assert {e.source_id: e.predicate for e in report["merida-funding-total"].evidence}["004"] == "given"

    def test_what_differs_in_the_verb_too_says_so(self, report: cc.Report) -> None:
        reason = relation(report, "merida-funding-total", "001", "004").reason
        assert reason.endswith("(001 says channeled, 004 given)")
        assert "says" not in relation(report, "merida-funding-total", "001", "002").reason  # “the $3 billion …”

    def test_promoted_or_launched(self, report: cc.Report) -> None:
        verbs = {e.source_id: e.predicate for e in report["merida-launched-by"].evidence}
        assert verbs == {"000": "promoted", "003": "launched"}
        assert {e.source_id: e.predicate for e in report["merida-start-year"].evidence}["000"] == "promoted"

    def test_arrested_or_stopped(self, report: cc.Report) -> None:
        verbs = {e.source_id: e.predicate for e in report["former-minister-arrest"].evidence}
        assert verbs == {"003": "arrested", "004": "stopped"}


class TestTheFormerMinister:
    def test_his_arrest_and_his_indictment_are_two_events(self, report: cc.Report) -> None:
        assert readings(report, "former-minister-arrest") == {"003": ["October 2020"], "004": ["October 2020"]}
        assert readings(report, "former-minister-indictment") == {"000": ["2019"]}

    def test_their_places(self, report: cc.Report) -> None:
        assert readings(report, "former-minister-arrest-place") == {"003": ["Los Angeles"]}
        assert readings(report, "former-minister-indictment-place") == {"000": ["New York"]}

    def test_the_time_between_them_follows_from_three_articles(self, report: cc.Report) -> None:
        finding = report["indictment-to-arrest"]
        assert finding.status is cc.Status.UNMENTIONED
        (derived,) = finding.derived
        assert derived.arithmetic == "from 2019 (000) to October 2020 (003, 004): 9.03 to 22 months"
        assert derived.source_id == "000 + 003 + 004"
        assert Decimal(12) in derived.interval
        assert not [d for name in ("indictment", "arrest") for d in report[f"former-minister-{name}"].derived]


class TestImpliedChange:
    def test_the_fall_of_arrests_is_worked_out(self, report: cc.Report) -> None:
        (derived,) = report["drug-arrests-fall"].derived
        assert derived.source_id == "003"
        assert derived.arithmetic == "from 9,052 arrests to 6,673 arrests: a fall of 26.28 %"
        assert Decimal(9052 - 6673) / 9052 * 100 in derived.interval

    def test_nothing_stated_conflicts_with_anything_implied(self, report: cc.Report) -> None:
        assert not [f.claim.id for f in report if f.conflicts]


class TestNames:
    @pytest.mark.parametrize(
        ("claim", "expected", "relation", "reason"),
        [
            (
                "secretary-of-state",
                {
                    "000": "Anthony Blinken",
                    "001": "Antony Blinken",
                    "003": "Antony Blinken",
                    "004": "Antony Blinken",
                },
                cc.Relation.TENSION,
                "Anthony / Antony",
            ),
            (
                "anti-drug-body",
                {
                    "000": "U.S. Drug Enforcement Administration",
                    "002": "U.S. Drug Enforcement Agency",
                    "003": "Drug Enforcement Administration",
                },
                cc.Relation.TENSION,
                "Administration / Agency",
            ),
            (
                "merida-launched-by",
                {"000": "George Bush", "003": "George W. Bush"},
                cc.Relation.COMPATIBLE,
                "leaves out W.",
            ),
        ],
    )
    def test_who_is_named_and_how(
        self, report: cc.Report, claim: str, expected: dict[str, str], relation: cc.Relation, reason: str
    ) -> None:
        said = {source: names[0] for source, names in readings(report, claim).items()}
        assert said == expected
        assert report[claim].relation is relation
        assert reason in report[claim].comparisons[0].reason

    def test_most_spell_the_secretary_alike(self, report: cc.Report) -> None:
        consensus = report["secretary-of-state"].consensus
        assert consensus is not None
        assert (consensus.wording, consensus.interval) == ("Antony Blinken", None)
        assert (consensus.supporters, consensus.dissenters) == (("001", "003", "004"), ("000",))

    def test_the_president_is_one_with_or_without_accents(self, report: cc.Report) -> None:
        finding = report["mexican-president"]
        assert finding.relation is not None
        assert finding.relation.agrees
        assert finding.consensus is not None
        assert finding.consensus.supporters == ("000", "002", "003", "004")
        assert relation(report, "mexican-president", "000", "004").relation is cc.Relation.WITHIN_PRECISION

    def test_the_new_framework_has_one_name(self, report: cc.Report) -> None:
        finding = report["framework-name"]
        assert {"001", "003"} <= {e.source_id for e in finding.evidence}
        assert relation(report, "framework-name", "001", "003").relation is cc.Relation.EXACT


class TestQuotations:
    @pytest.mark.parametrize(
        ("claim", "sources", "expected", "reason"),
        [
            ("new-approach-quote", {"000", "001", "003"}, cc.Relation.TENSION, "“new” in one only"),
            ("equal-partners-quote", {"000", "001"}, cc.Relation.TENSION, "“sees”"),
            ("gains-quote", {"002", "004"}, cc.Relation.TENSION, "“be”"),
            ("review-quote", {"002", "004"}, cc.Relation.TENSION, "review"),
            ("measure-of-success-quote", {"000", "003"}, cc.Relation.NOT_COMPARABLE, "two different utterances"),
        ],
    )
    def test_the_same_words_told_differently(
        self, report: cc.Report, claim: str, sources: set[str], expected: cc.Relation, reason: str
    ) -> None:
        finding = report[claim]
        assert {e.source_id for e in finding.evidence} == sources
        assert finding.relation is expected
        assert reason in finding.comparisons[0].reason

    def test_a_contraction_is_no_difference(self, report: cc.Report) -> None:
        assert relation(report, "new-approach-quote", "000", "003").relation.agrees
        consensus = report["new-approach-quote"].consensus
        assert consensus is not None
        assert (consensus.supporters, consensus.dissenters) == (("000", "003"), ("001",))

    def test_who_says_them(self, report: cc.Report) -> None:
        speakers = {
            claim: {e.speaker.split()[-1] for e in report[claim].evidence}
            for claim in ("new-approach-quote", "gains-quote", "measure-of-success-quote")
        }
        assert speakers == {
            "new-approach-quote": {"Blinken"},
            "gains-quote": {"Price"},
            "measure-of-success-quote": {"Ebrard"},
        }


class TestAllOfIt:
    """Every claim has its outcome here, so that none can change unseen."""

    OUTCOMES: ClassVar = {
        "agree": """merida-age former-minister-arrest security-talks-day press-briefing-day mexican-president
                    merida-launched-by framework-name""",
        "apart": """merida-funding-total merida-start-year secretary-of-state anti-drug-body new-approach-quote
                    equal-partners-quote gains-quote review-quote""",
        "alone": """former-minister-arrest-place former-minister-indictment former-minister-indictment-place
                    overdose-deaths cartel-murders drug-arrests-2019 drug-arrests-2020 opioids-seized
                    security-spending visa-agents action-plan-day framework-day framework-length""",
        "implied": "indictment-to-arrest drug-arrests-fall",
        "incomparable": "measure-of-success-quote",
    }

    def test_outcomes(self, report: cc.Report) -> None:
        groups: dict[str, list[str]] = {}
        for finding in report:
            groups.setdefault(self.outcome(finding), []).append(finding.claim.id)
        expected = {key: sorted(names.split()) for key, names in self.OUTCOMES.items()}
        assert {key: sorted(names) for key, names in groups.items()} == expected

    @staticmethod
    def outcome(finding: cc.Finding) -> str:
        if finding.status is cc.Status.UNMENTIONED:
            return "implied" if finding.derived else "unmentioned"
        if finding.status is cc.Status.SINGLE_SOURCE:
            return "alone"
        if finding.relation is cc.Relation.NOT_COMPARABLE:
            return "incomparable"
        return "agree" if finding.relation and finding.relation.agrees else "apart"


class TestTheRest:
    @pytest.mark.parametrize(
        ("claim", "source", "value"),
        [
            ("overdose-deaths", "000", "93,000 drug overdose deaths"),
            ("cartel-murders", "004", "more than 300,000 people"),
            ("drug-arrests-2019", "003", "9,052 arrests"),
            ("drug-arrests-2020", "003", "6,673 arrests"),
            ("opioids-seized", "000", "about 1.3 tons"),
            ("security-spending", "003", "about 1%"),
            ("visa-agents", "003", "nearly 2 dozen agents"),
            ("action-plan-day", "004", "by 1 December 2021"),
            ("framework-day", "004", "by 30 January 2022"),
            ("framework-length", "004", "3-year"),
        ],
    )
    def test_stated_once(self, report: cc.Report, claim: str, source: str, value: str) -> None:
        finding = report[claim]
        assert finding.status is cc.Status.SINGLE_SOURCE
        numbered = [e for e in finding.evidence if e.value.has_number]
        assert [(e.source_id, e.value.normal) for e in numbered] == [(source, value)]

    def test_a_record_number_cannot_be_compared(self, report: cc.Report) -> None:
        (found,) = report["overdose-deaths"].comparisons
        assert found.relation is cc.Relation.NOT_COMPARABLE
        assert "no number" in found.reason

    def test_the_arrest_is_told_alike(self, report: cc.Report) -> None:
        finding = report["former-minister-arrest"]
        assert finding.relation is cc.Relation.EXACT
        assert finding.consensus is not None
        assert finding.consensus.wording == "October 2020"
        assert finding.consensus.supporters == ("003", "004")

    def test_days(self, report: cc.Report) -> None:
        for claim, day in (("security-talks-day", "8 October 2021"), ("press-briefing-day", "7 October 2021")):
            consensus = report[claim].consensus
            assert consensus is not None
            assert consensus.wording == day

    def test_every_reading_stands_where_it_says(self, report: cc.Report) -> None:
        for finding in report:
            for e in finding.evidence:
                assert e.excerpt.exact == e.value.written
                assert e.excerpt.text[e.excerpt.span.start : e.excerpt.span.end] == e.value.written

    def test_furniture_never_votes(self, report: cc.Report) -> None:
        for finding in report:
            assert not [e for e in finding.evidence if e.role is cc.Role.FURNITURE and not e.weak]
