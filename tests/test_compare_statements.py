"""Two statements in plain words: what `compare` makes of denied bounds, shares, moments, versions and texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.model.comparison import Relation

LAW = settings(deadline=None, max_examples=60)


def relation(left: str, right: str, published: str | None = None) -> str:
    return cc.compare(left, right, published=published).relation.value


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("never reached", "$45 million", "discrepant"),
        ("never reached", "$38 million", "compatible"),
        ("didn't hit", "$45 million", "discrepant"),
        ("failed to reach", "$38 million", "compatible"),
        ("failed to exceed", "$45 million", "discrepant"),
        ("failed to exceed", "$40 million", "compatible"),
        ("never topped", "$45 million", "discrepant"),
        ("did not surpass", "$39 million", "compatible"),
    ],
)
def test_denied_bounds_are_bounds(words: str, number: str, expected: str) -> None:
    assert relation(f"The debt {words} $40 million.", f"The debt was {number}.") == expected


@pytest.mark.parametrize("words", ["reached", "exceeded"])
def test_bounds_that_are_not_denied_stay(words: str) -> None:
    assert relation(f"The debt {words} $40 million.", "The debt was $38 million.") == "discrepant"


@pytest.mark.parametrize(
    ("fraction", "percent", "expected"),
    [
        ("A third", "33 percent", "within_precision"),
        ("A third", "36 percent", "discrepant"),
        ("About a third", "36 percent", "within_precision"),
        ("More than half", "58 percent", "compatible"),
        ("More than half", "44 percent", "discrepant"),
        ("Two thirds", "66.7 percent", "exact"),
    ],
)
def test_fractions_answer_percentages(fraction: str, percent: str, expected: str) -> None:
    assert relation(f"{fraction} of the wells are dry.", f"{percent} of the wells are dry.") == expected


def test_fractions_answer_fractions_as_they_are() -> None:
    found = cc.compare("A third of the wells are dry.", "A third of the wells, or 33 percent, are dry.")
    assert found.parts[0].relation is Relation.EXACT
    assert found.parts[0].left.value is not None
    assert found.parts[0].left.value.kind == "count"


@pytest.mark.parametrize(
    ("year", "expected"), [("2008", "compatible"), ("2007", "tension"), ("2010", "discrepant")]
)
def test_so_many_years_ago_answers_a_year(year: str, expected: str) -> None:
    assert relation(f"The pact began in {year}.", "The pact began 13 years ago.", "2021-10-08") == expected


def test_without_a_reference_date_years_ago_stay_a_length() -> None:
    assert relation("The pact began in 2008.", "The pact began 13 years ago.") == "not_comparable"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Before 14 April, fewer than 90 cases were known.", "By 14 April the county knew of 91 cases.", "stale"),
        ("After 14 April, more than 95 cases were known.", "As of 14 April the county knew of 91 cases.", "stale"),
        (
            "After 14 April, fewer than 80 cases were known.",
            "As of 14 April the county knew of 91 cases.",
            "discrepant",
        ),
        (
            "Before 14 April, more than 95 cases were known.",
            "As of 14 April the county knew of 91 cases.",
            "discrepant",
        ),
        (
            "After 13 April, more than 95 cases were known.",
            "As of 14 April the county knew of 91 cases.",
            "discrepant",
        ),
    ],
)
def test_before_and_after_a_day_are_moments(left: str, right: str, expected: str) -> None:
    assert relation(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The old inn keeps room b7 for guests.",
            "The old inn keeps room b8 for guests.",
            "b7 and b8: the statements are alike but for these",
        ),
        ("The code of the ward is X4-b.", "The code of the ward is X5-b.", "alike but for these"),
        ("The home side won 3-1.", "The home side won 4-1.", "3-1 and 4-1: the statements"),
    ],
)
def test_versions_with_other_figures_of_no_kind_are_discrepant(left: str, right: str, expected: str) -> None:
    found = cc.compare(left, right)
    assert found.relation is Relation.DISCREPANT
    assert expected in found.reason


def test_versions_with_the_same_figures_in_other_words_are_not() -> None:
    assert relation("The ward takes ar1 samples daily.", "The ward takes az1 samples daily.") == "not_comparable"


def test_a_paraphrase_is_no_version() -> None:
    left, right = "As of 3 May, 87 cases were known in the county.", "The county knew of 91 cases as of 4 May."
    assert relation(left, right) == "stale"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Anna Ruiz chaired the meeting.", "Ana Ruiz chaired it.", "tension"),
        ("Anna Ruiz met Karl Lind.", "Karl Lind met Anna Ruiz.", "exact"),
        ("Anna Ruiz met Karl Lind.", "Tom Hale met Karl Lind.", "not_comparable"),
        ("Anna Ruiz met Karl Lind.", "Anna Ruiz met Karl Lind and Tom Hale.", "exact"),
        ("Anna Ruiz resigned after the long vote.", "Anna Ruiz bought a mill in the hills.", "not_comparable"),
        ("Anna Ruiz came.", "Ruiz came.", "compatible"),
        ('Hale said: "We will not sell the mill."', '"We will sell the mill," Hale said.', "discrepant"),
        ('Hale said: "We will not sell the mill."', '"It rains again," Hale said.', "not_comparable"),
        ("The mill stands.", "It rains.", "not_comparable"),
    ],
)
def test_names_and_quotations_where_there_are_no_figures(left: str, right: str, expected: str) -> None:
    assert relation(left, right) == relation(right, left) == expected


def test_texts_that_answer_nothing_are_listed() -> None:
    found = cc.compare("Anna Ruiz met Karl Lind.", "Tom Hale met Karl Lind.")
    assert {side.text for side in found.unaligned} == {"Anna Ruiz", "Tom Hale"}


def test_figures_come_before_names() -> None:
    found = cc.compare("Anna Ruiz sold 14 mills.", "Ana Ruiz sold 15 mills.")
    assert [(part.left.text, part.right.text) for part in found.parts] == [("14 mills", "15 mills")]


NUMBERS = st.integers(2, 9_999)
PHRASES = st.tuples(
    st.sampled_from(["", "about ", "nearly ", "more than ", "at least ", "fewer than ", "up to "]), NUMBERS
).map(lambda pair: f"{pair[0]}{pair[1]} boats")
FRAMES = st.sampled_from(
    [
        "The harbour lost {} in the storm.",
        "In the storm the harbour lost {}.",
        "As of 3 May the harbour had lost {} in the storm.",
        "Before 3 May the harbour had lost {} in the storm.",
        "The harbour in Lima never reached {} in the storm, Anna Ruiz said.",
    ]
)
STATEMENTS = st.tuples(FRAMES, PHRASES).map(lambda pair: pair[0].format(pair[1]))


@LAW
@given(STATEMENTS, STATEMENTS)
def test_swapping_the_statements_changes_nothing(left: str, right: str) -> None:
    one, other = cc.compare(left, right), cc.compare(right, left)
    assert one.relation is other.relation
    assert [part.flipped() for part in other.parts] == list(one.parts)


@LAW
@given(STATEMENTS)
def test_a_statement_agrees_with_itself(text: str) -> None:
    assert cc.compare(text, text).relation is Relation.EXACT


@LAW
@given(NUMBERS, NUMBERS)
def test_a_hedge_never_makes_a_discrepancy(number: int, other: int) -> None:
    plain = relation(f"The harbour lost {number} boats.", f"The harbour lost {other} boats.")
    hedged = relation(f"The harbour lost about {number} boats.", f"The harbour lost {other} boats.")
    assert plain == "discrepant" or hedged != "discrepant"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The play opened in Los Angeles on 5 May 2019.",
            "The play opened in Paris on 7 May 2019.",
            "not_comparable",
        ),
        ("The play opened in Lyon in March 2019.", "The play opened in Rome in April 2019.", "not_comparable"),
        ("The play opened in Paris on 5 May 2019.", "In Paris the play opened on 7 May 2019.", "discrepant"),
        (
            "The play opened in the U.S. on 5 May 2019.",
            "It opened in the United States on 7 May 2019.",
            "discrepant",
        ),
        ("The play opened in Los Angeles on 5 May 2019.", "The play opened in Paris on 5 May 2019.", "exact"),
    ],
)
def test_dates_of_events_in_two_places_are_not_compared(left: str, right: str, expected: str) -> None:
    assert relation(left, right) == relation(right, left) == expected


def test_the_places_are_the_reason() -> None:
    found = cc.compare("The play opened in Rome on 5 May 2019.", "The play opened in Lyon on 7 May 2019.")
    assert found.reason.endswith("one is in Lyon, the other in Rome")
    assert found.gap is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Averaged over 60 reviewers, it has 5 stars.", "Based on 60 reviewers, it has 5 stars.", "exact"),
        ("Three in five wells are dry.", "60 percent of the wells are dry.", "exact"),
        ("The mayor denied that the town owed $40 million.", "The town owes $40 million.", "not_comparable"),
        ("The ferry is slated for 3 May 2020.", "The ferry was launched on 9 May 2020.", "not_comparable"),
    ],
)
def test_readings_that_decide(left: str, right: str, expected: str) -> None:
    assert relation(left, right) == relation(right, left) == expected


def test_what_is_left_on_both_sides_answers_where_the_rest_agrees() -> None:
    found = cc.compare(
        "On 12 March the province reported less than 30 added cases.", "On 12 March, 50 new cases came."
    )
    assert found.relation is Relation.DISCREPANT
    assert {part.relation for part in found.parts} == {Relation.DISCREPANT, Relation.EXACT}


def test_a_text_met_again_is_judged_alike() -> None:
    texts = [f"The quay cost ${n} million and took {n} years." for n in range(5)]
    first = [cc.compare(a, b) for a in texts for b in texts]
    assert first == [cc.compare(a, b) for a in texts for b in texts]
    long = "The quay cost $3 million. " + "It was long in coming. " * 200
    assert cc.compare(long, texts[3]) == cc.compare(long, texts[3])
