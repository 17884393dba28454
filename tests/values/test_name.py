"""Names: where they stand in a text, and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.values.name import KIND


def names(text: str) -> list[str]:
    return [m.surface for m in cc.find_values(text, kinds=["name"])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Ana Ruiz met Marcos Lee.", ["Ana Ruiz", "Marcos Lee"]),
        ("They met Secretary of Water Ana Ruiz.", ["Ana Ruiz"]),
        ("They met U.S. Secretary of State Ana Ruiz.", ["Ana Ruiz"]),
        ("the Peruvian Foreign Minister Ana Ruiz said", ["Ana Ruiz"]),
        ("under Presidents Ana Ruiz and Marcos Lee", ["Ana Ruiz", "Marcos Lee"]),
        ("the mayor, Gen. Ana M. Ruiz, left", ["Ana M. Ruiz"]),
        ("a visit by Martin King Jr. of Lima", ["Martin King Jr.", "Lima"]),
        ("on Ana Ruiz’s and Lee's advice", ["Ana Ruiz", "Lee"]),
        ("they trust María de la Cruz and Otto von Berg", ["María de la Cruz", "Otto von Berg"]),
        ("the Ministry of Water and the Water Department agreed", ["Ministry of Water", "Water Department"]),
        (
            "with the United Nations Office on Floods and Droughts",
            ["United Nations Office on Floods and Droughts"],
        ),
        ("the U.S. Water Enforcement Agency (WEA) knew", ["U.S. Water Enforcement Agency", "WEA"]),
        ("it rained on Friday, in October and on May 3", []),
        ("the President and the Attorney General agreed", []),
        ("some Mexican officials and U.S. agents agreed", []),
        ("In Lima it rained. Officials slept. Rain fell.", ["Lima"]),
        ("Lee spoke. They heard Lee.", ["Lee", "Lee"]),
        ("They know Theresa May well.", ["Theresa May"]),
        ("He said “we met Ana Ruiz in Lima” on Monday.", ["Ana Ruiz", "Lima"]),
        ("Gov. Ana Ruiz of Lima slept", ["Ana Ruiz", "Lima"]),
        ("", []),
    ],
)
def test_names_in_a_text(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text", ["Ana Ruiz", "President Ana  Ruiz", "Ruiz, Ana", "Ministry of Water", "al-Assad Ruiz"]
)
def test_a_name_reads_back(text: str) -> None:
    value = cc.read_value(text, "name")
    assert value.kind == "name"
    assert not value.has_number
    assert cc.read_value(value.normal, "name") == value


@pytest.mark.parametrize("text", ["", "ana ruiz", "42", "the minister", "A."])
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(cc.InvalidValue, match=r"is not a name.*write, for example"):
        cc.read_value(text, "name")


def test_a_name_in_a_quotation_knows_its_speaker() -> None:
    (mention, _) = cc.find_values("“We will ask Ana Ruiz,” said Marcos Lee.", kinds=["name"])
    assert mention.quotation is not None
    assert mention.quotation.speaker == "Marcos Lee"


def test_names_are_not_among_the_values_unless_asked_for() -> None:
    text = "Ana Ruiz gave $3 billion in Lima."
    assert [m.kind for m in cc.find_values(text)] == ["money"]
    assert [m.kind for m in cc.find_values(text, kinds=["name", "money"])] == ["name", "money", "name"]


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="Aaé b.,’'“”-ofL \n1", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for mention in cc.find_values(text, kinds=["name"]):
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert KIND.value(mention.value.normal) == mention.value


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["Ana Ruiz", "María de la Cruz", "Otto von Berg", "Lee Wong Jr.", "Ana M. Ruiz"]),
    st.sampled_from(["they met ", "it was said by Chancellor ", "a letter of ", "we trust "]),
    st.sampled_from([" in spring.", ", who left", " and others", "’s house"]),
)
def test_a_name_is_found_with_its_exact_span(name: str, before: str, after: str) -> None:
    assert names(before + name + after)[0] == name
