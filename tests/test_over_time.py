"""Figures of different days: when both may be right, and how they bound one another."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from reconcile_values import count, reading, usd, year, years

import claimcheck as cc
from claimcheck.grammar.as_of import may_precede
from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Evidence
from claimcheck.model.interval import Interval
from claimcheck.model.ties import OverTime
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT
from claimcheck.reconcile.consensus import Vote, Weight
from claimcheck.reconcile.finding import relate_readings
from claimcheck.reconcile.over_time import bounded

GROWS, CHANGES = OverTime.GROWS, OverTime.CHANGES


def held(
    one: str, other: str, *, moves: OverTime | None = None, days: tuple[str, str] = ("", ""), unit: str = "cases"
) -> cc.Finding:
    """The finding on what two articles say of Velm."""
    claim = cc.Claim(
        "velm", "count", f"There were {{value}} {unit} in Velm.", subject="Velm", unit=unit, over_time=moves
    )
    documents = []
    for name, text, day in (("a", one, days[0]), ("b", other, days[1])):
        source = cc.Source(name, published=date.fromisoformat(day) if day else None)
        documents.append(cc.Document(source, text))
    return cc.check(cc.ClaimSet((claim,)), documents)["velm"]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 24 March 2020.", "stale"),
        ("Velm had 87 cases by 23 March 2020.", "Velm had 91 cases through 24 March 2020.", "stale"),
        ("Velm had 91 cases as of 23 March 2020.", "Velm had 87 cases as of 24 March 2020.", "discrepant"),
        ("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 23 March 2020.", "discrepant"),
        ("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases.", "discrepant"),
        ("Velm had 87 cases.", "Velm had 91 cases.", "discrepant"),
        ("Velm had 87 cases as of 23 March 2020.", "Velm had 87 cases as of 24 March 2020.", "exact"),
        (
            "Velm had more than 91 cases as of 23 March 2020.",
            "Velm had 87 cases as of 24 March 2020.",
            "discrepant",
        ),
    ],
)
def test_without_a_word_in_the_claim_the_sentences_must_say_so(one: str, other: str, relation: str) -> None:
    found = held(one, other).relation
    assert found is not None
    assert found.value == relation


@pytest.mark.parametrize(
    ("one", "other", "days", "relation"),
    [
        ("Velm had 87 cases so far.", "Velm had 91 cases to date.", ("2020-03-23", "2020-03-24"), "stale"),
        ("Velm had 91 cases so far.", "Velm had 87 cases to date.", ("2020-03-23", "2020-03-24"), "discrepant"),
        ("Velm had 87 cases so far.", "Velm had 91 cases.", ("2020-03-23", "2020-03-24"), "discrepant"),
        ("Velm had 87 cases so far.", "Velm had 91 cases to date.", ("", ""), "discrepant"),
    ],
)
def test_so_far_means_the_day_of_the_article(one: str, other: str, days: tuple[str, str], relation: str) -> None:
    found = held(one, other, days=days).relation
    assert found is not None
    assert found.value == relation


@pytest.mark.parametrize(
    ("moves", "first", "second", "relation", "says"),
    [
        (GROWS, 87, 91, "stale", "a total that grows may have been both"),
        (GROWS, 91, 87, "discrepant", "a total that only grows is never less later"),
        (CHANGES, 91, 87, "stale", "both may be right"),
        (None, 91, 87, "discrepant", "differ by 4"),
    ],
)
def test_a_claim_says_how_its_quantity_moves(
    moves: OverTime | None, first: int, second: int, relation: str, says: str
) -> None:
    one, other = f"Velm had {first} cases.", f"Velm had {second} cases."
    finding = held(one, other, moves=moves, days=("2020-03-23", "2020-03-24"))
    assert finding.relation is not None
    assert finding.relation.value == relation
    assert says in finding.comparisons[0].reason
    turned = held(other, one, moves=moves, days=("2020-03-24", "2020-03-23"))
    assert turned.relation is finding.relation


def test_the_reason_names_both_days() -> None:
    finding = held("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 24 March 2020.")
    assert "as of 23 March 2020 and of 24 March 2020" in finding.reason
    assert [e.as_of_why for e in finding.evidence] == ["as of 23 March 2020", "as of 24 March 2020"]


def test_an_earlier_total_is_a_lower_bound_of_the_later() -> None:
    finding = held("Velm had 87 cases as of 23 March 2020.", "Velm had 91 cases as of 24 March 2020.")
    assert finding.consensus is not None
    assert finding.consensus.wording == "91 cases"
    assert finding.consensus.supporters == ("a", "b")


def test_what_goes_up_and_down_bounds_nothing() -> None:
    finding = held("Velm had 87 cases.", "Velm had 91 cases.", moves=CHANGES, days=("2020-03-23", "2020-03-24"))
    assert finding.status is cc.Status.TIE


def test_a_sentence_with_two_days_leaves_the_day_open() -> None:
    text = "Velm had 87 cases as of 23 March 2020, and Orla more by 24 March 2020."
    assert held(text, "Velm had 91 cases.").evidence[0].as_of is None


def test_stale_is_said_beside_agreement() -> None:
    """Two sources of one day and one of a later: what differs is the day, and the finding says so."""
    claim = cc.Claim("velm", "count", "There were {value} cases in Velm.", subject="Velm", unit="cases")
    said = {
        "a": "87 cases as of 23 March 2020",
        "b": "87 cases as of 23 March 2020",
        "c": "91 cases as of 24 March 2020",
    }
    documents = [
        cc.Document(cc.Source(name), f"In {name.upper()} Velm had {text}.") for name, text in said.items()
    ]
    assert cc.check(cc.ClaimSet((claim,)), documents)["velm"].relation is cc.Relation.STALE


def test_of_many_sources_every_earlier_one_bounds() -> None:
    claim = cc.Claim("velm", "count", "There were {value} cases in Velm.", subject="Velm", unit="cases")
    early = [(f"a{n:02}", f"Report {n}: Velm had 87 cases as of 23 March 2020.") for n in range(30)]
    late = [(f"b{n:02}", f"Report {n}: Velm had 91 cases as of 24 March 2020.") for n in range(3)]
    documents = [cc.Document(cc.Source(name), text) for name, text in (*early, *late)]
    finding = cc.check(cc.ClaimSet((claim,)), documents)["velm"]
    assert finding.relation is cc.Relation.STALE
    assert finding.consensus is not None
    assert finding.consensus.wording == "91 cases"
    assert len(finding.consensus.supporters) == 33


# --- by hand, case by case ---------------------------------------------------------------------------------------

MARCH = date(2020, 3, 1).toordinal()


def told(source: str, value: Value, day: int, predicate: str = "") -> Evidence:
    """A reading as of a day of March 2020."""
    as_of = Interval.half_open(Decimal(MARCH + day - 1), Decimal(MARCH + day))
    return evolve(reading(source, value), as_of=as_of, predicate=predicate)


def percent(number: int) -> Value:
    return Value("percent", f"{number} %", Decimal(number), "percent", step=Decimal(1))


@pytest.mark.parametrize(
    ("earlier", "later", "moves", "relation"),
    [
        (count(87), count(91), None, Relation.STALE),
        (count(91), count(87), None, Relation.DISCREPANT),
        (percent(40), percent(30), None, Relation.STALE),  # a share goes up and down
        (percent(40), percent(30), GROWS, Relation.DISCREPANT),
        (percent(30), percent(40), GROWS, Relation.STALE),
        (year(2007), year(2008), None, Relation.DISCREPANT),  # a day does not move
        (year(2007), year(2008), GROWS, Relation.DISCREPANT),
        (years(14), years(13), None, Relation.DISCREPANT),  # 14 completed years are never 13 of them later
        (years(13), years(14), None, Relation.STALE),
        (count(91, hedge=Hedge.AT_MOST), count(50, hedge=Hedge.AT_MOST), None, Relation.STALE),
        (count(91, hedge=Hedge.LESS_THAN), count(50, hedge=Hedge.LESS_THAN), None, Relation.STALE),
        (count(91, hedge=Hedge.AT_LEAST), count(50, hedge=Hedge.AT_LEAST), None, Relation.STALE),
        (count(91, hedge=Hedge.AT_LEAST), count(50), None, Relation.DISCREPANT),
        (count(91), count(50, hedge=Hedge.AT_MOST), None, Relation.DISCREPANT),
    ],
    ids=str,
)
def test_what_may_have_been_both(earlier: Value, later: Value, moves: OverTime | None, relation: Relation) -> None:
    one, other = told("a", earlier, 3), told("b", later, 9)
    assert relate_readings(one, other, DEFAULT, moves).relation is relation
    assert relate_readings(other, one, DEFAULT, moves).relation is relation


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("[3, 4]", "[1, 3]", True),
        ("[3, 4]", "[1, 3)", False),
        ("(3, 4]", "[1, 3]", False),
        ("[3, 4]", "[1, 2]", False),
        ("[3, 4]", "[1, 9]", True),
    ],
)
def test_what_may_precede(one: str, other: str, before: bool) -> None:
    def interval(text: str) -> Interval:
        low, high = text[1:-1].split(", ")
        return Interval(Decimal(low), Decimal(high), text[0] == "[", text[-1] == "]")

    assert may_precede(interval(one), interval(other)) is before


def test_verbs_are_named_where_figures_are_of_different_days_too() -> None:
    one, other = told("b", usd("3E9"), 3, "spent"), told("a", usd("4E9"), 9, "promised")
    found = relate_readings(one, other, DEFAULT)
    assert found.relation is Relation.STALE
    assert found.reason.endswith("(a says promised, b spent)")
    same = relate_readings(one, evolve(other, predicate="spent"), DEFAULT)
    assert "says spent" not in same.reason


def test_an_early_vote_bounds_from_below_as_it_was() -> None:
    early, late = told("a", count(87), 3), told("b", count(91), 9)
    stale = relate_readings(early, late, DEFAULT)
    open_end = Interval(Decimal(86), Decimal(87), False, True)
    votes = [
        Vote("a", "a", open_end, Weight.SUPPORTS, "87"),
        Vote("b", "b", Interval.point(Decimal(91)), Weight.DECIDES, "91"),
    ]
    first, second = bounded(votes, (early, late), [stale], None)
    assert (first.interval, first.weight) == (Interval.from_(Decimal(86), closed=False), Weight.SUPPORTS)
    assert second == votes[1]
    (first, _) = bounded([votes[0]._replace(weight=Weight.DECIDES), votes[1]], (early, late), [stale], None)
    assert first.weight is Weight.BOUNDS
    assert bounded(votes, (early, late), [evolve(stale, relation=Relation.DISCREPANT)], None) == tuple(votes)
    assert bounded(votes, (early, late), [stale], CHANGES) == tuple(votes)
