"""The verb that governs a value: found where it surely does, and left empty elsewhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.grammar.predicates import predicate, same_predicate
from claimcheck.model.text import Span

# A sentence with its value in square brackets, and the verb.
ROWS = [
    ("The council has channeled [about $3.3 million] into the quay.", "channeled"),
    ("In total the state appropriated [more than $3 million].", "appropriated"),
    ("The state has given the harbour [$3 million] for boats.", "given"),
    ("Since 2008 the town has been given [$3 million].", "given"),
    ("The fair, promoted since [2008], is held in May.", "promoted"),
    ("The fair was launched [13 years ago] to bring guests.", "launched"),
    ("The town will spend [$4 million] next year.", "spend"),
    ("The mayor wants to build [40 flats] there.", "build"),
    ("The town still spends only [2 percent] of its budget on parks.", "spends"),
    ("Meanwhile, [more than 300 people] have been evacuated.", "evacuated"),
    ("[93 boats] were counted in the harbour.", "counted"),
    ("Trade suffered [last October], when inspectors stopped a ferry.", "stopped"),
    ("The mood soured [last October] when guards arrested a captain.", "arrested"),
    ("The pact was signed by President [Ana Ruiz].", "signed"),
    ("It fell from [9,052] in 2019 to a new low.", "fell"),
    # nothing governs these, or nothing that tells
    ("They will replace the [$3 million] quay.", ""),
    ("They speak of a [2008] pact.", ""),
    ("It is the [13-year-old] accord.", ""),
    ("The mayor said [300 people] live there.", ""),
    ("The mayor told reporters on [Thursday] of the plan.", ""),
    ("The cost was [$3 million].", ""),
    ("It is about organized crime in [2008].", ""),
    ("They fight the sea as Mayor [Ana Ruiz] speaks.", ""),
    ("Prices rose; [40 boats] wait.", ""),
    ("[Ana Ruiz] led the visitors.", ""),
    ("Need for [$3 million] remains.", ""),
]


@pytest.mark.parametrize(("marked", "verb"), ROWS)
def test_the_governing_verb(marked: str, verb: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert predicate(marked.replace("[", "").replace("]", ""), Span(start, end)) == verb


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("given", "gave", True), ("Launched", "launch", True), ("spends", "spent", True), ("given", "lent", False)],
)
def test_forms_of_one_verb(one: str, other: str, same: bool) -> None:
    assert same_predicate(one, other) is same


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_is_taken_and_the_verb_is_a_word_of_it(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    found = predicate(text, Span(start, min(len(text), start + length)))
    assert found in text
    assert " " not in found


def report_of(one: str, other: str, folder: object = None) -> cc.Finding:
    """The finding on what two articles say was spent."""
    claims = cc.ClaimSet(
        (cc.Claim("spent", "money", "The state gave the Harbour Pact {value}.", subject="Harbour Pact"),)
    )
    documents = [
        cc.Document(cc.Source(name), text) for name, text in (("a", one), ("b", other))
    ]  # fmt: skip
    return cc.check(claims, documents)["spent"]


def test_evidence_carries_the_verb_and_a_disagreement_names_it() -> None:
    finding = report_of(
        "The state appropriated $3 million for the Harbour Pact.", "The state gave the Harbour Pact $4 million."
    )
    assert [e.predicate for e in finding.evidence] == ["appropriated", "gave"]
    assert finding.comparisons[0].reason.endswith("(a says appropriated, b gave)")


@pytest.mark.parametrize(
    "other",
    [
        "The state has given $4 million to the Harbour Pact.",  # the same verb
        "This is the $4 million Harbour Pact.",  # none
    ],
)
def test_the_same_verb_or_none_is_not_worth_a_word(other: str) -> None:
    finding = report_of("The state gave the Harbour Pact $3 million.", other)
    assert "says" not in finding.comparisons[0].reason


def test_agreement_needs_no_verb() -> None:
    finding = report_of(
        "The state appropriated $3 million for the Harbour Pact.", "The state gave the Harbour Pact $3 million."
    )
    assert finding.comparisons[0].reason == "both say $3 million"
