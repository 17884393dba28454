"""Two statements: which value answers which, and what follows for the whole."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import align
from claimcheck.align.dates import with_year
from claimcheck.align.labels import Label, alike, labelled, shared
from claimcheck.align.stems import stem
from claimcheck.grammar.calendar import days_of_day
from claimcheck.grammar.senses import senses
from claimcheck.model.claim import Mention, Modality
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.interval import Interval
from claimcheck.model.text import Span
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT
from claimcheck.reconcile import relate

_WORDS = {"more than": Hedge.MORE_THAN, "about": Hedge.ABOUT}


def marked(text: str) -> tuple[str, tuple[Mention, ...]]:
    """A text with its values in brackets, as `[kind number unit|surface]`, and those values."""
    plain, found = "", []
    for i, part in enumerate(text.replace("]", "[").split("[")):
        if i % 2 == 0:
            plain += part
            continue
        spec, surface = part.split("|")
        kind, number, *unit = spec.split()
        found.append(_mention(kind, Decimal(number), " ".join(unit), surface, len(plain)))
        plain += surface
    return plain, tuple(found)


def _mention(kind: str, number: Decimal, unit: str, surface: str, start: int) -> Mention:
    hedge = next((h for words, h in _WORDS.items() if surface.startswith(words)), Hedge.NONE)
    stated = kind == "money" or "." in surface
    step = Decimal("1E8") if kind == "money" else Decimal("0.1") if stated else Decimal(1)
    noun = unit if kind == "count" else ""
    value = Value(
        kind, surface, number, "" if noun else unit, noun, step, stated, hedge, written=surface
    )  # fmt: skip
    return Mention(Span(start, start + len(surface)), surface, value)


def compared(left: str, right: str) -> Comparison:
    """The comparison, having made sure that it does not depend on the order."""
    one, other = marked(left), marked(right)
    found = align.compare(*one, *other, _relate, DEFAULT)
    turned = align.compare(*other, *one, _relate, DEFAULT)
    assert turned.relation is found.relation
    assert {(p.right.text, p.left.text) for p in turned.parts} == {
        (p.left.text, p.right.text) for p in found.parts
    }
    return found


def _relate(left: Side, right: Side) -> Comparison:
    return relate(left, right, DEFAULT, matched=True)


def pairs(left: str, right: str) -> dict[str, str]:
    """Which surface answers which."""
    return {part.left.text: part.right.text for part in compared(left, right).parts}


REVIEWS = "The film holds [percent 61 percent|61 %] on the review site, based on [count 108 review|108 reviews]."
TAKINGS = (
    "The film took [money 47E6 USD|$47 million] in North America and [money 385E6 USD|$385 million] in other "
    "markets, for a worldwide total of [money 432E6 USD|$432 million]."
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The site gives the film [percent 60 percent|60 %] from [count 110 critic|110 critics].",
            REVIEWS,
            {"60 %": "61 %", "110 critics": "108 reviews"},
        ),
        (
            "The film made [money 430E6 USD|$430 million] worldwide.",
            TAKINGS,
            {"$430 million": "$432 million"},
        ),
        (
            "North America gave the film [money 48E6 USD|$48 million] of takings.",
            TAKINGS,
            {"$48 million": "$47 million"},
        ),
        (
            "Germany has [count 120 death|120 deaths] and [count 29000 case|29,000 cases].",
            "Officials in Germany count [count 29056 case|29,056 cases] and [count 123 death|123 deaths].",
            {"120 deaths": "123 deaths", "29,000 cases": "29,056 cases"},
        ),
        # the same order where nothing else tells values apart
        (
            "The sides scored [count 3|3] and [count 5|5].",
            "The sides scored [count 4|4] and [count 6|6].",
            {"3": "4", "5": "6"},
        ),
    ],
)
def test_which_value_answers_which(left: str, right: str, expected: dict[str, str]) -> None:
    assert pairs(left, right) == expected


def test_values_that_answer_none_are_reported() -> None:
    found = compared("The film made [money 430E6 USD|$430 million] worldwide.", TAKINGS)
    assert [side.text for side in found.unaligned] == ["$47 million", "$385 million"]


def test_the_weakest_part_decides_and_comes_first() -> None:
    found = compared(
        "The film holds [percent 61 percent|61 %] on the review site, based on [count 120 review|120 reviews].",
        REVIEWS,
    )
    assert [part.relation for part in found.parts] == [Relation.DISCREPANT, Relation.EXACT]
    assert found.relation is Relation.DISCREPANT
    assert found.reason == "120 reviews and 108 reviews: differ by 12 (10 %)"


def test_one_part_carries_its_gap_to_the_whole() -> None:
    found = compared(
        "gave Mexico [money 3E9 USD|$3 billion]", "has channelled [money 3.3E9 USD|about $3.3 billion]"
    )
    assert found.relation is Relation.DISCREPANT
    assert (found.gap, found.unit) == (Decimal("3E8"), "USD")


def _day(normal: str, extent: Interval | None = None, hedge: Hedge = Hedge.NONE) -> Mention:
    value = Value("date", normal, unit="day", extent=extent, hedge=hedge, written=normal)
    return Mention(Span(0, len(normal)), normal, value)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (_day("27 March"), _day("3 April"), Relation.DISCREPANT),
        (_day("27 March"), _day("27 March"), Relation.EXACT),
        (_day("27 March"), _day("27 March 2020", days_of_day(2020, 3, 27)), Relation.EXACT),
        (_day("before 27 March", hedge=Hedge.LESS_THAN), _day("26 March"), Relation.COMPATIBLE),
        (_day("March"), _day("27 March"), Relation.WITHIN_PRECISION),
        (_day("29 February"), _day("29 February 2020", days_of_day(2020, 2, 29)), Relation.EXACT),
        (_day("29 February"), _day("1 March 2021", days_of_day(2021, 3, 1)), Relation.NOT_COMPARABLE),
        (_day("last week"), _day("27 March"), Relation.NOT_COMPARABLE),
    ],
)
def test_days_without_a_year_are_of_the_same_year(left: Mention, right: Mention, relation: Relation) -> None:
    assert align.compare(left.surface, (left,), right.surface, (right,), _relate, DEFAULT).relation is relation


def test_where_texts_name_several_years_none_is_assumed() -> None:
    full = _day("27 March 2020", days_of_day(2020, 3, 27)), _day("27 March 2021", days_of_day(2021, 3, 27))
    assert with_year((_day("3 April"), full[0]), (full[1],))[0][0].value.extent is None


def test_nouns_that_name_the_same_are_no_obstacle() -> None:
    found = compared(
        "The film was judged by [count 108 critic|108 critics] on the site.",
        "On the site the film was judged by [count 108 review|108 reviews].",
    )
    assert found.relation is Relation.EXACT
    assert found.parts[0].left.value is not None
    assert found.parts[0].left.value.noun == "critic"


def test_units_of_one_dimension_answer_one_another() -> None:
    found = compared(
        "The road runs for [measure 62 mile|62 miles].", "It runs for [measure 120 kilometre|120 km]."
    )
    assert [part.relation for part in found.parts] == [Relation.DISCREPANT]


def test_people_of_any_name_answer_a_named_count() -> None:
    found = compared(
        "The fire caused [count 100 death|100 deaths] in the valley.",
        "In the valley [count 76 people|76 people] died in the fire.",
    )
    assert found.relation is Relation.DISCREPANT


def test_a_place_that_a_figure_is_outside_of_does_not_label_it() -> None:
    text, mentions = marked("It took [money 60E6 USD|$60 million] outside of North America last year.")
    label = labelled(text, mentions).label(0).weights
    assert stem("overseas") in label
    assert stem("america") not in label
    assert stem("year") in label


def test_two_lower_bounds_are_a_tension_but_for_versions_of_one_sentence() -> None:
    left = "The band sold [count 180 record|more than 180 records]."
    other = compared(left, "The label says the band sold [count 300 record|more than 300 records] worldwide.")
    assert other.relation is Relation.TENSION
    assert other.reason.endswith("though the one bound implies the other")
    assert compared(left, left.replace("180", "300")).relation is Relation.DISCREPANT


@pytest.mark.parametrize(
    ("word", "relation"),
    [
        ("after", Relation.STALE),
        ("in", Relation.DISCREPANT),
    ],
)
def test_figures_after_so_many_are_of_that_moment(word: str, relation: Relation) -> None:
    left = f"The club had [count 61 point|61 points] {word} [count 40 match|40 matches]."
    right = "Having played [count 44 match|44 matches] the club has [count 66 point|66 points]."
    assert compared(left, right).relation is relation


def test_where_only_dates_answer_one_another_nothing_follows() -> None:
    found = compared(
        "In [year 2005|2005] the glacier covered [measure 245 ton|245 tons] of rock.",
        "In [year 2005|2005] the glacier moved for [duration 9 day|9 days].",
    )
    assert (found.relation, found.reason) == (
        Relation.NOT_COMPARABLE,
        "only the dates answer one another, the figures do not",
    )


@pytest.mark.parametrize(
    ("scope", "other", "reason"),
    [
        (("per year",), (), "one is per year, the other is not"),
        (("per year",), ("per month",), "one is per year, the other per month"),
        (("each",), ("per year",), "one is per year, the other each"),
    ],
)
def test_rates_are_not_held_against_other_rates(
    scope: tuple[str, ...], other: tuple[str, ...], reason: str
) -> None:
    text, (mention,) = marked("The park earns [money 3E9 USD|$3 billion].")
    left, right = evolve(mention, scope=scope), evolve(mention, scope=other)
    found = align.compare(text, (left,), text, (right,), _relate, DEFAULT)
    assert (found.relation, found.reason) == (Relation.NOT_COMPARABLE, f"$3 billion and $3 billion: {reason}")


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Rain fell.", "Snow fell.", "neither holds a value"),
        ("Rain fell on [count 9 day|9 days].", "Snow fell.", "only one holds a value"),
        (
            "The harvest of wheat in the valley fed [count 900 family|900 families] last winter.",
            "A train carrying soldiers left the capital with [count 870 passenger|870 passengers].",
            "the statements share no words",
        ),
        (
            "It cost [money 3E9 USD|$3 billion].",
            "It took [duration 13 year|13 years].",
            "different kinds: a duration (13 years) and a money ($3 billion)",
        ),
        (
            "It cost [money 3E9 USD|$3 billion].",
            "It cost [money 3E9 EUR|€3 billion].",
            "different currencies: EUR and USD, and no rate is given",
        ),
    ],
)
def test_not_comparable(left: str, right: str, reason: str) -> None:
    found = compared(left, right)
    assert (found.relation, found.reason) == (Relation.NOT_COMPARABLE, reason)
    assert found.parts == ()


def test_a_plan_is_not_held_against_a_fact() -> None:
    text, (mention,) = marked("They gave the fund [money 3E9 USD|$3 billion].")
    plan = Mention(mention.span, mention.surface, mention.value, modality=Modality.PLANNED)
    found = align.compare(text, (mention,), text, (plan,), _relate, DEFAULT)
    assert (found.relation, found.reason) == (
        Relation.NOT_COMPARABLE,
        "$3 billion and $3 billion: one is stated, the other planned",
    )


def test_sides_carry_value_span_and_senses() -> None:
    (part,) = compared("It cost [money 3E9 USD|$3 billion].", "It cost [money 3E9 USD|$3 billion].").parts
    assert part.left.span == Span(8, 18)
    assert part.left.value is not None
    assert part.left.senses == senses(part.left.value, DEFAULT)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("rated", "rating"),
        ("reviewers", "reviews"),
        ("cities", "city"),
        ("killed", "deaths"),
        ("worldwide", "globally"),
    ],
)
def test_words_that_mean_the_same_share_a_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other)


@pytest.mark.parametrize(("word", "other"), [("cases", "deaths"), ("rating", "ration"), ("unit", "union")])
def test_others_do_not(word: str, other: str) -> None:
    assert stem(word) != stem(other)


def test_labels_fade_with_distance_and_across_other_values() -> None:
    text, mentions = marked(
        "The bridge cost [money 3E9 USD|$3 billion] and the tunnel cost [money 5E9 USD|$5 billion]."
    )
    bridge, tunnel = (labelled(text, mentions).label(i).weights for i in range(2))
    assert bridge[stem("bridge")] > bridge.get(stem("tunnel"), 0)
    assert tunnel[stem("tunnel")] > tunnel.get(stem("bridge"), 0)


def test_shares_of_words() -> None:
    words = frozenset("abc")
    assert shared(words, frozenset("abcdef")) == 1
    assert shared(words, frozenset("xyz")) == 0
    assert shared(frozenset("a"), frozenset("xyz")) == 1  # one word is too few to tell
    assert alike(Label({}, 0.0), Label({"a": 1.0}, 1.0)) == 0
    assert alike(Label({"a": 1.0}, 1.0), Label({"a": 0.5, "b": 2.0}, 2.5)) == 0.5


_VALUES = st.builds(
    lambda kind, number: f"[{kind} {number}|{number}]",
    st.sampled_from(["count", "percent", "year", "money"]),
    st.integers(1, 9),
)
_TEXTS = st.lists(
    st.one_of(_VALUES, st.sampled_from(["rain", "fell", "on", "the", "old", "town", "river"])), max_size=9
)


@settings(deadline=None, max_examples=150)
@given(_TEXTS, _TEXTS)
def test_each_value_stands_in_one_place(left: list[str], right: list[str]) -> None:
    one, other = marked(" ".join(left)), marked(" ".join(right))
    found = align.align(one[1], other[1], one[0], other[0])
    lefts = [pair.left for pair in found.pairs] + list(found.left_alone)
    rights = [pair.right for pair in found.pairs] + list(found.right_alone)
    assert sorted(m.span for m in lefts) == [m.span for m in one[1]]
    assert sorted(m.span for m in rights) == [m.span for m in other[1]]
    assert all(pair.left.kind == pair.right.kind for pair in found.pairs)


@settings(deadline=None, max_examples=150)
@given(_TEXTS, _TEXTS)
def test_swapping_the_texts_swaps_the_sides(left: list[str], right: list[str]) -> None:
    compared(" ".join(left), " ".join(right))


def test_a_pronoun_may_stand_for_the_names_of_the_other_text() -> None:
    said = "Marlow Quay Ferries Limited earned [money 12E6 USD|$12 million] when first opened."
    assert compared(said, "It went on to [money 14E6 USD|$14 million].").relation is Relation.DISCREPANT
    assert (
        compared(said, "Later the old stone inn paid [money 14E6 USD|$14 million].").relation
        is Relation.NOT_COMPARABLE
    )


def test_words_with_a_capital_are_names() -> None:
    found = labelled("Marlow lies there, and it grows.", ())
    assert (found.names, found.leans) == (frozenset({stem("marlow")}), True)
    assert not labelled("Marlow lies there.", ()).leans
