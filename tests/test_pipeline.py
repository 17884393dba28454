"""The composer: curated readings, notes, errors, and a report that depends on nothing but its input."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

import claimcheck as cc
from claimcheck.reports import json

CLAIMS = """
subject: Lindford Fair
aliases: [the fair]
claims:
  - id: start
    statement: The Lindford Fair began in {value}.
    kind: year
    cues: [began, since]
  - id: visitors
    statement: The Lindford Fair drew {value} visitors.
    kind: count
    unit: visitors
"""
HERALD = "The Lindford Fair began in 1987. It drew about 12,000 visitors this year."
COURIER = "The Lindford Fair, held since 1978, drew 9,500 visitors. The “Lindford\u00a0Fair” is a fixture."


def claims(tmp_path: Path, text: str = CLAIMS) -> cc.ClaimSet:
    file = tmp_path / "fair.yaml"
    file.write_text(text, encoding="utf-8")
    return cc.load_claims(file)


def document(source_id: str, text: str, published: date | None = date(2024, 8, 5)) -> cc.Document:
    return cc.Document(cc.Source(source_id, published=published), text)


DOCUMENTS = (document("courier", COURIER), document("herald", HERALD))


def with_reading(reading: str) -> str:
    return CLAIMS.replace(
        "    cues: [began, since]\n", f"    cues: [began, since]\n    readings:\n      - {reading}\n"
    )


def said(report: cc.Report, claim: str) -> list[tuple[str, str, bool]]:
    return [(e.source_id, e.value.normal, e.curated) for e in report[claim].evidence]


def test_readings_come_from_every_source(tmp_path: Path) -> None:
    report = cc.check(claims(tmp_path), DOCUMENTS)
    assert said(report, "start") == [("courier", "1978", False), ("herald", "1987", False)]
    assert report["start"].relation is cc.Relation.DISCREPANT
    assert report.sentences == 4
    assert report.claim_files == (str(tmp_path / "fair.yaml"),)


class TestCuratedReadings:
    def test_takes_the_place_of_what_was_found_at_its_words(self, tmp_path: Path) -> None:
        text = with_reading('{source: herald, quote: "began in 1987"}')
        report = cc.check(claims(tmp_path, text), DOCUMENTS)
        assert said(report, "start") == [("courier", "1978", False), ("herald", "1987", True)]
        (evidence,) = report["start"].of("herald")
        assert (evidence.excerpt.exact, evidence.why) == ("1987", ("curated by hand +100",))
        assert report["start"].quotes == ()

    def test_a_value_that_a_person_read_goes_before_the_wording(self, tmp_path: Path) -> None:
        text = with_reading('{source: herald, quote: "began in 1987", value: "1986"}')
        (evidence,) = cc.check(claims(tmp_path, text), DOCUMENTS)["start"].of("herald")
        assert (evidence.value.normal, evidence.excerpt.exact) == ("1986", "began in 1987")

    @pytest.mark.parametrize(
        ("quote", "state", "kept"),
        [
            ('The "Lindford Fair" is a fixture', "moved", True),
            ("The Lindford Fair, run since 1978, drew 9,500 visitors", "changed", False),
            ("A quite different sentence about bees", "missing", False),
        ],
    )
    def test_a_quote_that_moved_on_is_said_and_never_re_anchored(
        self, tmp_path: Path, quote: str, state: str, kept: bool
    ) -> None:
        text = with_reading(f"{{source: courier, quote: '{quote}', value: \"1978\"}}")
        finding = cc.check(claims(tmp_path, text), DOCUMENTS)["start"]
        assert [q.state for q in finding.quotes] == [state]
        assert any(e.curated for e in finding.evidence) == kept

    def test_quotes_without_a_value_are_all_told_at_once(self, tmp_path: Path) -> None:
        text = CLAIMS.replace(
            "    unit: visitors", '    readings: [{source: herald, quote: "The Lindford Fair"}]'
        ).replace("    cues: [began, since]", '    readings: [{source: courier, quote: "is a fixture"}]')
        with pytest.raises(cc.ClaimFileError) as error:
            cc.check(claims(tmp_path, text), DOCUMENTS)
        assert [p.message for p in error.value.problems] == [
            "the quote holds no value of the kind year",
            "the quote holds no value of the kind count",
        ]
        assert all(p.place and p.place.line > 1 for p in error.value.problems)

    def test_an_unknown_source_is_told_with_its_place(self, tmp_path: Path) -> None:
        text = with_reading('{source: heral, quote: "began in 1987"}')
        with pytest.raises(cc.ClaimFileError, match=r"there is no source `heral`[\s\S]*herald"):
            cc.check(claims(tmp_path, text), DOCUMENTS)


def test_a_source_without_a_date_is_noted_and_its_relative_dates_stay_open(tmp_path: Path) -> None:
    text = "The Lindford Fair began last year."
    (known,) = cc.check(claims(tmp_path), [document("a", text)])["start"].evidence
    assert known.value.normal == "2023"
    report = cc.check(claims(tmp_path), [document("a", text, None)])
    assert report.notes == ("a has no publication date: its relative dates stay unresolved",)
    assert not [e for e in report["start"].evidence if e.value.has_number]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    once, again = (json.render(cc.check(claims(tmp_path), DOCUMENTS)) for _ in range(2))
    assert once == again


def test_verdicts_are_blind_to_the_order_of_sources_and_claims(tmp_path: Path) -> None:
    forwards = cc.check(claims(tmp_path), DOCUMENTS)
    given = claims(tmp_path)
    backwards = cc.check(evolve(given, claims=given.claims[::-1]), DOCUMENTS[::-1])
    for finding in forwards:
        other = backwards[finding.claim.id]
        assert (finding.relation, finding.status) == (other.relation, other.status)
        assert {c.reason for c in finding.comparisons} == {c.reason for c in other.comparisons}
        assert {e.value.normal for e in finding.evidence} == {e.value.normal for e in other.evidence}


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    cc.check(claims(tmp_path), DOCUMENTS, progress=lambda *step: told.append(step))
    assert told == [
        ("checking", 0, 2),
        ("checking", 2, 2),
        ("reconciling", 0, 2),
        ("reconciling", 2, 2),
    ]


class TestStatements:
    def test_find_values_gives_offsets_into_the_text(self) -> None:
        text = "a 2008 pact … for 13 years now"
        found = cc.find_values(text, published="2021-10-07")
        assert [(m.kind, m.span.of(text)) for m in found] == [("year", "2008"), ("duration", "13 years")]

    def test_kinds_can_be_chosen(self) -> None:
        assert [m.kind for m in cc.find_values("5 % of $3 billion", kinds=["money"])] == ["money"]
        with pytest.raises(cc.InvalidValue, match="no kind is called colour; there are money, "):
            cc.find_values("red", kinds=["colour"])

    def test_a_bad_date_is_told(self) -> None:
        with pytest.raises(cc.InvalidValue, match="'soon' is no date; write it as"):
            cc.find_values("in 2008", published="soon")

    def test_compare(self) -> None:
        found = cc.compare("gave Mexico $3 billion", "has channeled about U.S. $3.3 billion")
        assert found.relation is cc.Relation.DISCREPANT
        assert found.parts[0].gap is not None

    def test_rank(self) -> None:
        texts = ["Nothing happened.", "The fair began in 1987.", "Cattle were sold."]
        assert cc.rank("When did the fair begin?", texts)[0].index == 1

    def test_fuse(self) -> None:
        fused = cc.fuse([("001", "about $3.3 billion"), ("002", "$3 billion"), ("004", "$3 billion")])
        assert fused.held is not None
        assert (fused.held.wording, fused.held.supporters, fused.dissenters) == (
            "$3 billion",
            ("002", "004"),
            ("001",),
        )

    def test_every_public_name_is_there(self) -> None:
        assert set(cc.__all__) <= set(dir(cc))
        for name in cc.__all__:
            assert getattr(cc, name) is not None
        with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
            _ = cc.nonsense
