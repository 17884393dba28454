"""When two statements that differ do not contradict one another: doubts, windows, chances, scores, readings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.align.chances import one_is_a_chance
from claimcheck.align.scores import scored
from claimcheck.model.comparison import Relation


def _relation(left: str, right: str) -> str:
    found, turned = cc.compare(left, right), cc.compare(right, left)
    assert turned.relation is found.relation
    return found.relation.value


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        # far apart, and hardly a word beside them the same
        ("The orchard was planted in 1931.", "In 1954 the mill beside the river burnt down.", "not_comparable"),
        # the same distance, but the words beside them speak for them
        ("The orchard was planted in 1931.", "They planted the orchard in 1954.", "discrepant"),
        # many words that the other lacks
        (
            "The guild of Brean's bakers and brewers counted 40 ovens when the long winter of the flood ended.",
            "Merchants along the southern coast used about 52 ovens for drying herring, cod, nets and rope.",
            "not_comparable",
        ),
        # an agreement needs no such proof
        ("The orchard was planted in 1931.", "In 1931 an orchard was planted by the river.", "exact"),
        # two bare values have no words that could be unlike
        ("27 March 2020", "3 April 2020", "discrepant"),
    ],
)
def test_a_contradiction_bears_the_burden_of_proof(left: str, right: str, relation: str) -> None:
    assert _relation(left, right) == relation


def test_the_doubts_are_told() -> None:
    found = cc.compare("The orchard was planted in 1931.", "In 1954 the mill beside the river burnt down.")
    assert found.parts[0].reason.endswith("they are far apart and the words beside them are unlike")
    assert found.parts[0].gap is None


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (
            "The port took 5,200 ships in 2014.",
            "In 2016 some 6,900 ships called, says the port.",
            "not_comparable",
        ),
        ("The port took 5,200 ships in 2014.", "In 2014 some 6,900 ships called, says the port.", "discrepant"),
        # a single day dates an event, not a figure
        (
            "The port took 5,200 ships on 3 May 2014.",
            "On 9 July 2014 some 6,900 ships called, says the port.",
            "discrepant",
        ),
        # what only grows binds even though the days differ
        (
            "As of June 2016 the port had taken 5,200 ships.",
            "As of May 2014 some 6,900 ships had called.",
            "discrepant",
        ),
        ("The inn had 300 guests in 2014.", "The inn had 400 guests in 2016.", "not_comparable"),
        ("The firm opened 40 shops in 2014.", "The firm opened 45 shops in 2016.", "not_comparable"),
        # a time that dates an event is no window of the figures beside it
        (
            "The bridge opened in 2014 and cost €3 million.",
            "The bridge opened in 2016 and cost €4 million.",
            "discrepant",
        ),
        (
            "Opened in 2014, the bridge cost €3 million.",
            "The bridge cost €4 million and was opened in 2016.",
            "discrepant",
        ),
        ("The firm, founded in 2014, has 300 clerks.", "The firm, founded in 2016, has 400 clerks.", "discrepant"),
    ],
)
def test_figures_of_different_windows(left: str, right: str, relation: str) -> None:
    assert _relation(left, right) == relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The whole world warmed by 2 degrees.", "In the Arctic it warmed by 3 degrees.", "not_comparable"),
        ("The Arctic warmed by 2 degrees.", "In the Arctic it warmed by 3 degrees.", "discrepant"),
        ("The whole world warmed by 2 degrees.", "The Arctic of this world warmed by 3 degrees.", "discrepant"),
    ],
)
def test_the_world_is_no_region(left: str, right: str, relation: str) -> None:
    assert _relation(left, right) == relation


@pytest.mark.parametrize(
    ("left", "right", "refused"),
    [
        ("a 95 % probability of frost", "95 % of the fields", True),
        ("at the 95 % confidence level", "95 % of the fields", True),
        ("a chance of about 40 %", "a 40 percent chance", False),
        ("40 % of the fields", "40 % of the barns", False),
    ],
)
def test_a_chance_is_no_share(left: str, right: str, refused: bool) -> None:
    (one,), (other,) = cc.find_values(left), cc.find_values(right)
    assert bool(one_is_a_chance(left, one, right, other)) is refused


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("They won 3–1.", "It ended 3-1.", Relation.EXACT),
        ("They won 3–1.", "They lost 1–3.", Relation.TENSION),
        ("They won 3–1.", "They won 2–1.", Relation.DISCREPANT),
        ("a 7–3–1 record", "a 7–4–1 record", Relation.DISCREPANT),
        ("a 7–3–1 record", "they won 2–1", None),
        ("They won 3–1 and 2–0.", "They won 2–1.", None),
        ("open 9–12", "5–7 % of them", None),
        ("won by 3", "won 3–1", None),
    ],
)
def test_scores(left: str, right: str, relation: Relation | None) -> None:
    found = scored(left, (), right, (), kinship=1.0)
    assert (found[0].relation if found else None) is relation
    turned = scored(right, (), left, (), kinship=1.0)
    assert [part.flipped() for part in turned] == list(found)


@given(st.tuples(st.integers(0, 99), st.integers(0, 99)), st.tuples(st.integers(0, 99), st.integers(0, 99)))
@settings(max_examples=40, deadline=None)
def test_a_score_is_compared_as_a_whole(one: tuple[int, int], other: tuple[int, int]) -> None:
    (found,) = scored(f"won {one[0]}–{one[1]}", (), f"won {other[0]}–{other[1]}", (), kinship=1.0)
    same = one == other
    assert found.relation is (
        Relation.EXACT if same else Relation.TENSION if one == other[::-1] else Relation.DISCREPANT
    )


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The play took $7.3 abroad.", "The play took over $7 million abroad.", "compatible"),
        ("The play took $7.3 abroad.", "The play took over $8 million abroad.", "discrepant"),
        (
            "The play took $5 million, a ticket to the play cost $12.5.",
            "The play took $12.5 million.",
            "discrepant",
        ),
        ("A ticket to the play cost $9.", "The play cost $8 million.", "discrepant"),
        ("The war ended in 1447.", "The war ended in 1919.", "discrepant"),
        (
            "The opera, after one of 1990 and one of 1985, opened on 13 May.",
            "The opera opened on 16 May.",
            "discrepant",
        ),
        (
            "The opera, after one of 1990 and one of 1985, opened on 13 May.",
            "The opera opened on 13 May.",
            "exact",
        ),
    ],
)
def test_what_is_left_out_is_taken_from_the_other_text(left: str, right: str, relation: str) -> None:
    assert _relation(left, right) == relation


@pytest.mark.parametrize(
    ("left", "right", "aligned"),
    [
        (
            "There were 4 fires in Lom, 3 in Varna and 2 in Pleven.",
            "There were 3 fires in Pleven.",
            ("2", "3 fires"),
        ),
        (
            "Of the boats 1,342 have been delivered and 1,312 remain in operation.",
            "Less than 1,315 of the boats are still working.",
            ("1,312", "Less than 1,315"),
        ),
        (
            "The novel got 37 % from the Herald, and Metric gave it 39 %.",
            "Metric gave the novel 36 %.",
            ("39 %", "36 %"),
        ),
        (
            "The barge earned 73 crores on a budget of 60 crores.",
            "The barge was made on a budget of 68 crores.",
            ("60 crores", "68 crores"),
        ),
    ],
)
def test_the_words_beside_a_value_say_which_answers(left: str, right: str, aligned: tuple[str, str]) -> None:
    parts = cc.compare(left, right).parts
    assert aligned in [(part.left.text, part.right.text) for part in parts]


@pytest.mark.parametrize(
    ("text", "surface", "modality"),
    [
        ("The film needed to earn $470 million.", "$470 million", cc.Modality.STATED),
        ("It will have to earn $470 million.", "$470 million", cc.Modality.STATED),
        ("It will earn $470 million.", "$470 million", cc.Modality.PLANNED),
        ("It is said to be worth $470 million.", "$470 million", cc.Modality.STATED),
        ("It is to be worth $470 million.", "$470 million", cc.Modality.PLANNED),
        ("The toll was higher than expected, with 90 dead.", "90 dead", cc.Modality.STATED),
    ],
)
def test_requirements_and_reports_are_stated(text: str, surface: str, modality: cc.Modality) -> None:
    assert {m.surface: m.modality for m in cc.find_values(text)}[surface] is modality


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("It made under $42 million and under $50 million.", ["under $42 million", "under $50 million"]),
        ("It has a score of less than 50 %.", ["less than 50 %"]),
        ("Some lost a score of sheep.", ["a score of sheep"]),
    ],
)
def test_words_that_look_like_a_hedge_or_a_number(text: str, surfaces: list[str]) -> None:
    assert [m.surface for m in cc.find_values(text)] == surfaces
