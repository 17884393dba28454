"""Texts: how names and quotations relate, which of them answer a claim, and what the articles say."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.model.claim import Claim, ClaimSet, CuratedReading
from claimcheck.model.comparison import Side
from claimcheck.policy import DEFAULT
from claimcheck.reconcile import relate

ROOT = Path(__file__).parents[1]
ORIGINALS = ROOT.parent / "shared" / "seeds"

NAMES = [
    # relation, the two names, words of the reason
    ("exact", "Ana Ruiz", "Ana Ruiz", "both name"),
    ("within_precision", "Andrés Manuel López Obrador", "Andres Manuel Lopez Obrador", "accents"),
    ("within_precision", "President George W. Bush", "George W. Bush", "office"),
    ("within_precision", "Sen. Ana Ruiz", "Ana Ruiz", "office"),
    ("within_precision", "Ruiz, Ana", "Ana Ruiz", "order"),
    ("within_precision", "Kim Jong-un", "Kim Jong Un", "typography"),
    ("within_precision", "Mary O’Neill", "Mary O'Neill", "typography"),
    ("within_precision", "Mérida Initiative", "Merida Initiative", "accents"),
    ("within_precision", "Department of Justice", "Justice Department", "order"),
    ("within_precision", "Ministry of Defense", "Ministry of Defence", "American"),
    ("compatible", "Lopez Obrador", "Andrés Manuel López Obrador", "leaves out"),
    ("compatible", "George Bush", "George W. Bush", "leaves out W."),
    ("compatible", "G. W. Bush", "George Walker Bush", "stands for"),
    ("compatible", "Bill Lee", "William Lee", "Bill stands for William"),
    ("compatible", "Joe Biden", "Joseph R. Biden Jr.", "stands for"),
    ("compatible", "Martin Lee", "Martin Lee Jr.", "only one says jr"),
    ("compatible", "Luis Ruiz", "José Luis Ruiz", "leaves out José"),
    ("compatible", "Bashar Assad", "Bashar al-Assad", "leaves out al"),
    ("compatible", "DEA", "Drug Enforcement Administration", "short for"),
    ("compatible", "Drug Enforcement Agency", "U.S. Drug Enforcement Agency", "only one says U.S."),
    ("tension", "Anthony Blinken", "Antony Blinken", "Anthony / Antony"),
    ("tension", "Jon Lee", "John Lee", "John / Jon"),
    ("tension", "Mohammed Ruiz", "Muhammad Ruiz", "spelled differently"),
    ("tension", "Volodymyr Zelensky", "Volodymyr Zelenskyy", "Zelensky / Zelenskyy"),
    ("tension", "Alejandro Mayorkas", "Alejandro Mayorcas", "Mayorcas / Mayorkas"),
    ("tension", "Drug Enforcement Administration", "U.S. Drug Enforcement Agency", "Administration / Agency"),
    ("tension", "Ana", "Ana Ruiz", "only the first part"),
    ("discrepant", "Hunter Biden", "Joe Biden", "another given name"),
    ("discrepant", "George H. W. Bush", "George W. Bush", "another initial"),
    ("discrepant", "Martin Lee Jr.", "Martin Lee Sr.", "two persons"),
    ("discrepant", "Ana Ruiz", "Marcos Lee", "two different names"),
    ("discrepant", "López Obrador", "López Portillo", "two different names"),
    ("discrepant", "Ministry of Defence", "Ministry of Finance", "Defence / Finance"),
    ("discrepant", "A. Ruiz", "B. Ruiz", "another given name"),
]

QUOTES = [
    ("exact", "We will mend the bridge", "“We will mend the bridge”", "same words"),
    ("within_precision", "We won't mend the bridge", "We will not mend the bridge.", "contractions"),
    ("within_precision", "It is time – and we “know” it", "It’s time - and we 'know' it", "typography"),
    ("within_precision", "The café lost thirteen guests", "the cafe lost 13 guests", "typography"),
    ("compatible", "We will mend the bridge", "Before winter, we will mend the bridge", "cut: “Before winter”"),
    ("compatible", "We will mend the bridge", "We will mend the bridge, and soon the road to it", "cut"),
    (
        "compatible",
        "We will mend the bridge … before winter",
        "We will mend the bridge and the dam before winter",
        "cut",
    ),
    ("compatible", "We trust [the mayor] to mend the bridge", "We trust her to mend the bridge", "the mayor"),
    ("compatible", "We believe that the bridge holds", "We believe the bridge holds", "small ones: “that”"),
    ("tension", "We need to revisit the old treaty", "We need to review the old treaty", "“review” / “revisit”"),
    ("tension", "the bridge be mended before winter", "we ask that the bridge is mended before winter", "be"),
    ("tension", "It is time for a new bridge here", "It is time for a bridge here", "“new” in one only"),
    (
        "tension",
        "We sign the treaty in spring",
        "I never said that we sign the treaty in spring",
        "cut so that “never”",
    ),
    (
        "tension",
        "We shall repair the old bridge for the people of our valley before the winter comes",
        "We will mend the old bridge for the people in this valley before winter sets in",
        "as in two translations",
    ),
    ("discrepant", "We will sign the treaty", "We will not sign the treaty", "“not” stands in one only"),
    ("discrepant", "We never signed the treaty", "We signed the treaty", "“never” stands in one only"),
    ("discrepant", "We can’t accept the treaty", "We can accept the treaty", "stands in one only"),
    ("discrepant", "We lost 13 ships in the storm", "We lost 14 ships in the storm", "another figure"),
    ("discrepant", "There were fewer floods this year", "There were more floods this year", "“fewer” / “more”"),
    ("discrepant", "Taxes will rise in spring", "Taxes will fall in spring", "turned round"),
    ("discrepant", "We signed the treaty with Lima", "We signed the treaty with Quito", "another name"),
    ("not_comparable", "Nobody told us of the flood", "The harbour stays open", "two different utterances"),
    (
        "not_comparable",
        "The worth of this will be measured by fewer floods and less damage",
        "The worth of this pact will not be measured by the height of one dam and a big feast",
        "they share only",
    ),
    (
        "not_comparable",
        "The bridge was closed by the storm",
        "The mayor was out when the letter came",
        "different",
    ),
]


def compared(kind: str, left: str, right: str) -> cc.Comparison:
    one, other = (Side(text, cc.read_value(text, kind)) for text in (left, right))
    return relate(one, other, DEFAULT)


@pytest.mark.parametrize(
    ("kind", "relation", "left", "right", "reason"),
    [("name", *row) for row in NAMES] + [("quote", *row) for row in QUOTES],
)
def test_relation(kind: str, relation: str, left: str, right: str, reason: str) -> None:
    found = compared(kind, left, right)
    assert found.relation.value == relation, found.reason
    assert reason in found.reason
    assert found.gap is None
    turned = compared(kind, right, left)
    assert (turned.relation, turned.reason) == (found.relation, found.reason)


def test_a_text_is_no_number() -> None:
    name, amount = Side("Ana", cc.read_value("Ana Ruiz", "name")), Side("$3", cc.read_value("$3", "money"))
    assert relate(name, amount, DEFAULT).relation is cc.Relation.NOT_COMPARABLE


PARTS = st.lists(
    st.sampled_from("Ana Ruiz George W. Bush López de Lee Jr. Agency of DEA O’Neill X".split()), min_size=1
)
SAID = st.lists(st.sampled_from("we will not mend the Bridge … [now] 13 it’s more , . fewer".split()), min_size=1)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(["name", "quote"]), PARTS | SAID, PARTS | SAID)
def test_laws(kind: str, left: list[str], right: list[str]) -> None:
    try:
        one, other = (cc.read_value(" ".join(words), kind) for words in (left, right))
    except cc.InvalidValue:
        return
    a, b = Side("", one), Side("", other)
    there, back = relate(a, b, DEFAULT), relate(b, a, DEFAULT)
    assert (there.relation, there.reason) == (back.relation, back.reason)
    assert relate(a, a, DEFAULT).relation is cc.Relation.EXACT


# Which text answers a claim

WATER = Claim("secretary", "name", "The Secretary of Water is {value}.", "Secretary of Water")
MINISTER = Claim("minister", "name", "The Water Minister is {value}.", "Water Minister")
FOUNDED = Claim(
    "founder", "name", "The Lindford Fund was founded by {value}.", "Lindford Fund", cues=("founded", "founder")
)
WHOLE = Claim("body", "name", "The body is the {value}.", "Water Enforcement")
DAM = Claim(
    "dam",
    "quote",
    "Ruiz: the dam will be finished in spring: {value}",
    "Ana Ruiz",
    ("Ruiz",),
    cues=("dam", "finish"),
)


def answers(claim: Claim, *texts: str) -> list[list[str]]:
    """What each text says for a claim."""
    documents = [cc.Document(cc.Source(str(n)), text) for n, text in enumerate(texts)]
    report = cc.check(ClaimSet((claim,)), documents)
    return [[e.value.written for e in report[claim.id].of(str(n))] for n in range(len(texts))]


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        (WATER, "Secretary of Water Ana Ruiz met Marcos Lee in Lima.", ["Ana Ruiz"]),
        (WATER, "Ana Ruiz, the Secretary of Water, met Marcos Lee.", ["Ana Ruiz"]),
        (WATER, "The Secretary of Water, Ana Ruiz, met Marcos Lee.", ["Ana Ruiz"]),
        (WATER, "Ana Ruiz is the Peruvian Secretary of Water.", ["Ana Ruiz"]),
        (WATER, "Marcos Lee met the Secretary of Water.", []),
        (WATER, "Marcos Lee and the Secretary of Water met.", []),
        (WATER, "Peru’s Secretary of Water met Marcos Lee.", []),
        (WATER, "Ana Ruiz met Marcos Lee.", []),
        (WATER, "They saw the Secretary of Water in Lima.", []),
        (FOUNDED, "The Lindford Fund was founded in Lima.", []),
        (FOUNDED, "The Lindford Fund, founded by President Ana Ruiz and Lee, is rich.", ["Ana Ruiz"]),
        (FOUNDED, "Ana Ruiz founded the Lindford Fund in Lima.", ["Ana Ruiz"]),
        (FOUNDED, "The Lindford Fund gave Ana Ruiz a prize.", []),
        (WHOLE, "Agents of the U.S. Water Enforcement Agency slept in Lima.", ["U.S. Water Enforcement Agency"]),
        (DAM, "“We will finish the dam by May,” Ana Ruiz said.", ["We will finish the dam by May,"]),
        (DAM, "Ana Ruiz rose. “We will finish the dam by May,” she said.", ["We will finish the dam by May,"]),
        (DAM, "“We will finish the dam by May,” Marcos Lee told Ana Ruiz.", []),
        (DAM, "“We will open a school by May,” Ana Ruiz said of the dam.", []),
        (DAM, "Ana Ruiz said that they would finish the dam by May.", []),
    ],
)
def test_what_answers(claim: Claim, text: str, found: list[str]) -> None:
    assert answers(claim, text) == [found]


def test_a_shorter_form_goes_with_the_larger_group() -> None:
    documents = [
        cc.Document(cc.Source(id_), f"Water Minister {name} left.")
        for id_, name in [("a", "Anthony Ruiz"), ("b", "Antony Ruiz"), ("c", "Ruiz"), ("d", "Antony Ruiz")]
    ]
    finding = cc.check(ClaimSet((MINISTER,)), documents)["minister"]
    assert finding.relation is cc.Relation.TENSION
    assert finding.status is cc.Status.CONSENSUS
    assert finding.consensus is not None
    assert finding.consensus.wording == "Antony Ruiz"
    assert finding.consensus.supporters == ("b", "c", "d")
    assert finding.consensus.dissenters == ("a",)


def test_equally_many_are_a_tie() -> None:
    documents = [
        cc.Document(cc.Source(id_), f"Water Minister {name} left.")
        for id_, name in [("a", "Ana Ruiz"), ("b", "Marcos Lee")]
    ]
    finding = cc.check(ClaimSet((MINISTER,)), documents)["minister"]
    assert finding.status is cc.Status.TIE
    assert {tie.wording for tie in finding.ties} == {"Ana Ruiz", "Marcos Lee"}


def test_two_reporters_of_one_utterance_are_two_origins() -> None:
    said = "“We will finish the long dam above the town and the road to it by May,” Ana Ruiz said"
    documents = [cc.Document(cc.Source("a"), f"{said}."), cc.Document(cc.Source("b"), f"{said} in Lima.")]
    finding = cc.check(ClaimSet((DAM,)), documents)["dam"]
    assert finding.status is cc.Status.CONSENSUS
    assert finding.consensus is not None
    assert finding.consensus.origins == 2


def test_expected_and_curated_texts() -> None:
    claim = evolve(
        WATER,
        expect=cc.read_value("Antony Ruiz", "name"),
        readings=(CuratedReading("a", "run by Anthony Ruiz", cc.read_value("Anthony Ruiz", "name")),),
    )
    finding = cc.check(ClaimSet((claim,)), [cc.Document(cc.Source("a"), "Water is run by Anthony Ruiz here.")])[
        claim.id
    ]
    assert [e.value.written for e in finding.evidence] == ["Anthony Ruiz"]
    assert finding.expected[0].relation is cc.Relation.TENSION


# The articles


@pytest.fixture(scope="module")
def originals() -> cc.Report:
    if not ORIGINALS.is_dir():
        pytest.skip("the articles are not on this machine")
    claims = cc.load_claims(ROOT / "claims" / "merida.yaml")
    return cc.check(claims, cc.load_sources(ROOT / "seeds" / "originals.yaml", ORIGINALS))


def best(report: cc.Report, claim: str) -> dict[str, str]:
    """What stands for each source."""
    sides = [s for c in report[claim].comparisons for s in (c.left, c.right)]
    return {side.source_id: str(side.value) for side in sides}


@pytest.mark.parametrize(
    ("claim", "said", "relation", "reason"),
    [
        (
            "secretary-of-state",
            {"000": "Anthony Blinken", "001": "Antony Blinken", "003": "Antony Blinken", "004": "Antony Blinken"},
            "tension",
            "Anthony / Antony",
        ),
        (
            "anti-drug-body",
            {
                "000": "U.S. Drug Enforcement Administration",
                "002": "U.S. Drug Enforcement Agency",
                "003": "Drug Enforcement Administration",
            },
            "tension",
            "Administration / Agency",
        ),
        ("merida-launched-by", {"000": "George Bush", "003": "George W. Bush"}, "compatible", "leaves out W."),
    ],
)
def test_names_in_the_articles(
    originals: cc.Report, claim: str, said: dict[str, str], relation: str, reason: str
) -> None:
    assert best(originals, claim) == said
    finding = originals[claim]
    assert finding.relation is not None
    assert finding.relation.value == relation
    assert reason in finding.comparisons[0].reason


def test_the_president_of_mexico(originals: cc.Report) -> None:
    finding = originals["mexican-president"]
    assert set(best(originals, "mexican-president")) == {"000", "002", "003", "004"}
    assert finding.relation is cc.Relation.COMPATIBLE
    assert finding.consensus is not None
    assert finding.consensus.wording == "Andrés Manuel López Obrador"
    between = {(c.left.source_id, c.right.source_id): c.relation for c in finding.comparisons}
    assert between["000", "004"] is cc.Relation.WITHIN_PRECISION


@pytest.mark.parametrize(
    ("claim", "sources", "relation", "reason"),
    [
        ("new-approach-quote", {"000", "001", "003"}, "tension", "“new” in one only"),
        ("equal-partners-quote", {"000", "001"}, "tension", "see"),
        ("measure-of-success-quote", {"000", "003"}, "not_comparable", "two different utterances"),
        ("gains-quote", {"002", "004"}, "tension", "“is” / “be”"),
        ("review-quote", {"002", "004"}, "tension", "“revisit” / “review”"),
    ],
)
def test_quotations_in_the_articles(
    originals: cc.Report, claim: str, sources: set[str], relation: str, reason: str
) -> None:
    finding = originals[claim]
    assert set(best(originals, claim)) == sources
    assert finding.relation is not None
    assert finding.relation.value == relation
    assert reason in finding.reason


def test_a_contraction_is_no_difference(originals: cc.Report) -> None:
    finding = originals["new-approach-quote"]
    between = {(c.left.source_id, c.right.source_id): c.relation for c in finding.comparisons}
    assert between["000", "003"] is cc.Relation.WITHIN_PRECISION
    assert finding.consensus is not None
    assert finding.consensus.supporters == ("000", "003")


def test_the_demonstration_spells_a_name_in_two_ways() -> None:
    claims = cc.load_claims(ROOT / "claims" / "merida.yaml")
    report = cc.check(claims, cc.load_sources(ROOT / "seeds" / "sources.yaml"))
    assert report["secretary-of-state"].relation is cc.Relation.TENSION
    said = {"000": "Anthony Blinken"} | dict.fromkeys(("001", "003", "004"), "Antony Blinken")
    assert best(report, "secretary-of-state") == said
