"""Equations between claims: interval arithmetic, what they imply for each member, and what cannot all be true."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reconcile_values import claim, count, months, on, reading, sources, stretched, usd, vague, year, years

from claimcheck.cli.selection import with_tied
from claimcheck.grammar.calendar import days_of_day, shift_months
from claimcheck.grammar.senses import senses
from claimcheck.model.claim import Claim, ClaimSet, Modality
from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.interval import Interval
from claimcheck.model.text import Role
from claimcheck.model.ties import Derivation, Implication, ImpliedEnd, Operation
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT
from claimcheck.reconcile import reconcile
from claimcheck.reconcile.arithmetic import CALENDAR, began, elapsed, ended, minus, over, plus, times
from claimcheck.reconcile.equations import rounded
from claimcheck.reconcile.evaluation import RESULT, evaluate

D = Decimal


# --- arithmetic -----------------------------------------------------------------------------------------------


@st.composite
def inside(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval of any sort, and a number in it."""
    low = draw(st.integers(-20, 20))
    width = draw(st.integers(0, 12))
    number = low + draw(st.integers(0, width)) if width else low
    low_closed = number == low or draw(st.booleans())
    high_closed = number == low + width or draw(st.booleans())
    unbounded = draw(st.sampled_from(["", "", "low", "high", "both"]))
    first = None if unbounded in ("low", "both") else D(low)
    last = None if unbounded in ("high", "both") else D(low + width)
    found = Interval(first, last, first is not None and low_closed, last is not None and high_closed)
    return found, D(number)


@settings(deadline=None, max_examples=300)
@given(inside(), inside())
def test_every_exact_result_is_inside(one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]) -> None:
    (a, x), (b, y) = one, other
    assert x + y in plus(a, b)
    assert x - y in minus(a, b)
    assert x * y in times(a, b)
    quotient = over(a, b)
    if quotient is None:
        assert 0 in b or (b.low or 0) <= 0 <= (b.high or 0)
    elif y:
        down = (x / y).quantize(D("1E-20"), "ROUND_FLOOR")
        assert Interval.closed(down, down + D("1E-20")).meets(quotient)


@settings(deadline=None, max_examples=150)
@given(inside(), inside(), st.integers(1, 5), st.integers(1, 5))
def test_ends_are_no_wider_than_they_need_be(
    one: tuple[Interval, Decimal], other: tuple[Interval, Decimal], less: int, more: int
) -> None:
    """A wider operand never narrows the result, and points give points."""
    (a, x), (b, y) = one, other
    wider = stretched(a, D(less), D(more))
    for operation in (plus, minus, times):
        assert operation(a, b).inside(operation(wider, b))
        assert operation(Interval.point(x), Interval.point(y)).is_point


@pytest.mark.parametrize(
    ("a", "b", "quotient"),
    [
        (Interval.closed(D(6), D(8)), Interval.closed(D(2), D(4)), "[1.5, 4]"),
        (Interval.half_open(D(6), D(8)), Interval.from_(D(2)), "(0, 4)"),
        (Interval.point(D(6)), Interval(D(0), D(3), False, True), "[2, ∞)"),
        (Interval.closed(D(-6), D(3)), Interval.point(D(-3)), "[-1, 2]"),
        (Interval.from_(D(6)), Interval.from_(D(2)), "(0, ∞)"),
        (Interval.closed(D(0), D(3)), Interval(D(0), D(3), False, True), "[0, ∞)"),
        (Interval.point(D(6)), Interval.closed(D(0), D(3)), "None"),
        (Interval.point(D(6)), Interval.closed(D(-1), D(3)), "None"),
    ],
)
def test_quotients(a: Interval, b: Interval, quotient: str) -> None:
    assert str(over(a, b)) == quotient


DAYS = st.integers(days_of_day(1999, 1, 1).low.__int__(), 740000)  # type: ignore[union-attr]


@settings(deadline=None, max_examples=200)
@given(DAYS, st.integers(1, 500), DAYS, st.integers(1, 500), st.sampled_from(sorted(CALENDAR)), st.data())
def test_the_time_between_two_days_is_inside(
    first: int, long: int, last: int, wide: int, unit: str, data: st.DataObject
) -> None:
    start, end = (Interval.half_open(D(at), D(at + size)) for at, size in ((first, long), (last, wide)))
    a = data.draw(st.integers(first, first + long - 1))
    b = data.draw(st.integers(last, last + wide - 1))
    exact = elapsed(Interval.half_open(D(a), D(a + 1)), Interval.half_open(D(b), D(b + 1)), unit)
    assert exact.inside(elapsed(start, end, unit))


@settings(deadline=None, max_examples=200)
@given(DAYS, st.integers(0, 400), st.integers(0, 45), st.sampled_from(["month", "year", "day", "week"]))
def test_start_end_and_length_go_together(start: int, more: int, whole: int, unit: str) -> None:
    """Who has completed so many units from one day to another began and ended on days that the rest allows."""
    lasted = Interval.half_open(D(whole), D(whole + 1))
    size = {"day": 1, "week": 7}.get(unit)
    first = start + whole * size if size else shift_months(start, whole * (12 if unit == "year" else 1))
    past = start + (whole + 1) * size if size else shift_months(start, (whole + 1) * (12 if unit == "year" else 1))
    end = first + more % (past - first)
    began_on, ended_on = (Interval.half_open(D(day), D(day + 1)) for day in (start, end))
    assert D(end) in ended(lasted, unit, began_on)
    assert D(start) in began(lasted, unit, ended_on)
    assert elapsed(began_on, ended_on, unit).meets(lasted)


def test_a_month_end_is_no_later_than_its_month() -> None:
    """From 31 January to 28 February is a month, though 28 January is what the calendar names."""
    february = days_of_day(2021, 2, 28)
    assert days_of_day(2021, 1, 31).inside(began(Interval.half_open(D(1), D(2)), "month", february))


QUARTER = Value("percent", "25 %", D(25), "percent")


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from([Operation.DIFFERENCE, Operation.SHARE, Operation.PORTION, Operation.RATIO, Operation.CHANGE]),
    st.integers(1, 60),
    st.integers(1, 60),
    st.tuples(*[st.integers(0, 9)] * 6),
)
def test_every_role_holds_the_exact_value_that_the_others_came_from(
    operation: Operation, first: int, second: int, slack: tuple[int, ...]
) -> None:
    """Numbers that fulfil an equation exactly, each inside an interval: each is in what the other two imply."""
    a, b = D(first) * 100, D(second) * 100
    exact = {0: Fraction(a), 1: Fraction(b)}
    exact[RESULT] = {
        Operation.DIFFERENCE: exact[0] - exact[1],
        Operation.SHARE: exact[0] / exact[1] * 100,
        Operation.PORTION: exact[0] * exact[1] / 100,
        Operation.RATIO: exact[0] / exact[1],
        Operation.CHANGE: (exact[1] / exact[0] - 1) * 100,
    }[operation]
    around = {}
    for n, (role, number) in enumerate(exact.items()):
        near = D(number.numerator) / D(number.denominator)
        less, more = (near.quantize(D("1E-9"), way) for way in ("ROUND_FLOOR", "ROUND_CEILING"))
        around[role] = Interval.closed(less - slack[2 * n], more + slack[2 * n + 1])
    for role in [RESULT] if operation is Operation.CHANGE else exact:
        rest = {r: interval for r, interval in around.items() if r != role}
        found = evaluate(Derivation(operation, ("a", "b")), role, rest, "", "")
        if found is not None:
            assert found.low is None or Fraction(found.low) <= exact[role]
            assert found.high is None or exact[role] <= Fraction(found.high)


# --- what follows for claims ----------------------------------------------------------------------------------

SUM = Derivation(Operation.SUM, ("quay", "cranes"))
Readings = Mapping[str, Mapping[str, Value]]


def findings(derivation: Derivation, readings: Readings, kinds: Mapping[str, str]) -> dict[str, Finding]:
    """The findings of claims of these kinds, `result` deriving as given; readings by claim and source."""
    claims = [claim(name, kind) for name, kind in kinds.items() if name != "result"]
    claims.append(evolve(claim("result", kinds["result"]), derive=derivation))
    return run(claims, readings)


def run(claims: list[Claim], readings: Readings) -> dict[str, Finding]:
    ids = sorted({source for said in readings.values() for source in said})
    evidence: dict[str, tuple[Evidence, ...]] = {
        name: tuple(reading(source, value) for source, value in said.items()) for name, said in readings.items()
    }
    return {f.claim.id: f for f in reconcile(claims, evidence, sources(ids), DEFAULT)}


MONEY = dict.fromkeys(("quay", "cranes", "result"), "money")


def test_parts_make_a_total_in_each_source_that_states_them() -> None:
    found = findings(
        SUM, {"quay": {"a": usd("1.2E9"), "b": usd("1.3E9")}, "cranes": {"a": usd("0.5E9", "1E8")}}, MONEY
    )["result"]
    (derived,) = found.derived
    assert derived.source_id == "a"
    assert derived.arithmetic == "$1.2 billion + $0.5 billion = $1.7 billion, so from $1.625 to $1.775 billion"
    assert str(derived.interval) == "[1625000000, 1775000000)"
    assert [str(s) for s in derived.statements] == ["quay $1.2 billion (a)", "cranes $0.5 billion (a)"]
    assert (found.status.value, found.consensus) == ("unmentioned", None)  # what follows never votes


def test_where_no_source_states_all_they_are_taken_together_and_named() -> None:
    found = findings(SUM, {"quay": {"a": usd("1.2E9")}, "cranes": {"b": usd("0.5E9", "1E8")}}, MONEY)["result"]
    (derived,) = found.derived
    assert derived.source_id == "a + b"
    assert derived.arithmetic.startswith("$1.2 billion (a) + $0.5 billion (b) = $1.7 billion")


def test_the_joint_value_of_several_sources_is_taken() -> None:
    quay = {"a": usd("1.2E9"), "b": usd("1.2E9"), "c": usd("2E9")}
    (derived,) = findings(SUM, {"quay": quay, "cranes": {"d": usd("0.5E9", "1E8")}}, MONEY)["result"].derived
    assert derived.source_id == "a + b + d"


def test_sources_that_tie_imply_nothing_together() -> None:
    quay = {"a": usd("1.2E9"), "b": usd("2E9")}
    assert not findings(SUM, {"quay": quay, "cranes": {"d": usd("0.5E9", "1E8")}}, MONEY)["result"].derived


def test_the_missing_part() -> None:
    found = findings(SUM, {"quay": {"a": count(120)}, "result": {"a": count(200)}}, dict.fromkeys(MONEY, "count"))
    (derived,) = found["cranes"].derived
    assert derived.arithmetic == "200 critics − 120 critics = 80 critics"
    assert derived.from_claim == "result and quay"


@pytest.mark.parametrize(
    ("operation", "kinds", "known", "implied"),
    [
        (Operation.DIFFERENCE, "count count count", {"a": count(50), "b": count(20)},
         ("result", "50 critics − 20 critics = 30 critics")),
        (Operation.DIFFERENCE, "count count count", {"result": count(30), "b": count(20)},
         ("a", "30 critics + 20 critics = 50 critics")),
        (Operation.DIFFERENCE, "count count count", {"result": count(30), "a": count(50)},
         ("b", "50 critics − 30 critics = 20 critics")),
        (Operation.CHANGE, "count count percent", {"a": count(80), "b": count(60)},
         ("result", "from 80 critics to 60 critics: a fall of 25 %")),
        (Operation.CHANGE, "count count percent", {"a": count(80), "b": count(100)},
         ("result", "from 80 critics to 100 critics: a rise of 25 %")),
        (Operation.SHARE, "count count percent", {"a": count(20), "b": count(80)},
         ("result", "20 critics of 80 critics are 25 %")),
        (Operation.SHARE, "count count percent", {"result": QUARTER, "b": count(80)},
         ("a", "25 % of 80 critics are 20 critics")),
        (Operation.SHARE, "count count percent", {"result": QUARTER, "a": count(20)},
         ("b", "20 critics are 25 % of 80 critics")),
        (Operation.PORTION, "percent count count", {"a": QUARTER, "b": count(80)},
         ("result", "25 % of 80 critics are 20 critics")),
        (Operation.PORTION, "percent count count", {"result": count(20), "b": count(80)},
         ("a", "20 critics of 80 critics are 25 %")),
        (Operation.RATIO, "money count money", {"a": usd("3E9"), "b": count(1500)},
         ("result", "$3 billion / 1,500 critics = $2 million")),
        (Operation.SPAN, "date date duration", {"a": on(2007, 10, 1), "b": on(2021, 10, 1)},
         ("result", "from 1 October 2007 to 1 October 2021: 14 years")),
        (Operation.SPAN, "date date duration", {"result": years(13), "b": on(2021, 10, 8)},
         ("a", "8 October 2021 less 13 years: 9 October 2007 to 8 October 2008")),
        (Operation.SPAN, "date date duration", {"result": months(6), "a": on(2021, 1, 1)},
         ("b", "1 January 2021 and 6 months more: July 2021")),
    ],
)  # fmt: skip
def test_every_operation_solved_for_what_is_missing(
    operation: Operation, kinds: str, known: Mapping[str, Value], implied: tuple[str, str]
) -> None:
    derivation = Derivation(operation, ("a", "b"))
    found = findings(
        derivation,
        {name: {"x": value} for name, value in known.items()},
        dict(zip(("a", "b", "result"), kinds.split(), strict=True)),
    )
    name, arithmetic = implied
    (derived,) = found[name].derived
    assert derived.arithmetic.partition(", so from")[0] == arithmetic


def test_a_rate_to_so_many() -> None:
    derivation = Derivation(Operation.RATIO, ("a", "b"), D(100_000))
    kinds = {"a": "count", "b": "count", "result": "count"}
    readings = {"a": {"x": count(50, "death")}, "b": {"x": count(2_000_000, "inhabitant")}}
    (derived,) = findings(derivation, readings, kinds)["result"].derived
    assert derived.arithmetic == "50 deaths / 2,000,000 inhabitants × 100,000 = 2.5 deaths"


def test_a_rate_over_time_is_told_by_the_year() -> None:
    derivation = Derivation(Operation.RATIO, ("a", "b"))
    readings = {"a": {"x": usd("3E9", "1")}, "b": {"x": evolve(months(18), extent=None)}}
    kinds = {"a": "money", "b": "duration", "result": "money"}
    (derived,) = findings(derivation, readings, kinds)["result"].derived
    assert D(2_000_000_000) in derived.interval
    assert "/ 18 months = $1.999 to $2.001 billion a year" in derived.arithmetic


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (usd("1.2E9", hedge=Hedge.MORE_THAN), usd("0.5E9", "1E8"), "more than $1.675 billion"),
        (usd("1.2E9", hedge=Hedge.AT_MOST), usd("0.5E9", "1E8"), "less than $1.725 billion"),
        (vague("2E8", "1E9"), usd("0.5E9", "1E8"), "$0.675 to $1.525 billion"),
    ],
)
def test_bounds_imply_bounds(one: Value, other: Value, said: str) -> None:
    (derived,) = findings(SUM, {"quay": {"a": one}, "cranes": {"a": other}}, MONEY)["result"].derived
    assert derived.wording == said


def test_bounds_that_pull_both_ways_imply_nothing() -> None:
    derivation = Derivation(Operation.DIFFERENCE, ("quay", "cranes"))
    more = usd("1.2E9", hedge=Hedge.MORE_THAN)
    assert not findings(derivation, {"quay": {"a": more}, "cranes": {"a": more}}, MONEY)["result"].derived


def test_currencies_are_not_added() -> None:
    readings = {"quay": {"a": usd("1.2E9")}, "cranes": {"a": usd("5E8", unit="EUR")}}
    assert not findings(SUM, readings, MONEY)["result"].derived


@pytest.mark.parametrize(
    ("total", "relation", "says"),
    [
        (usd("1.7E9"), Relation.WITHIN_PRECISION, "$1.7 billion"),
        (usd("1.8E9"), Relation.TENSION,
         "both are right only if it lies within $1.75 to $1.775 billion"),
        (usd("2.4E9"), Relation.DISCREPANT,
         "not all can be true: quay $1.2 billion (a); cranes $0.5 billion (a); result $2.4 billion (b)"),
    ],
)  # fmt: skip
def test_what_is_implied_is_held_against_what_is_stated(total: Value, relation: Relation, says: str) -> None:
    readings = {"quay": {"a": usd("1.2E9")}, "cranes": {"a": usd("0.5E9", "1E8")}, "result": {"b": total}}
    found = findings(SUM, readings, MONEY)["result"]
    (comparison,) = found.derived[0].comparisons
    assert comparison.relation is relation
    assert says in comparison.reason
    assert bool(found.conflicts) is (relation is Relation.DISCREPANT)
    assert found.status.value == "single_source"  # nothing implied counts as a second source


def test_a_share_told_to_the_whole_percent_is_rounded() -> None:
    derivation = Derivation(Operation.CHANGE, ("a", "b"))
    readings = {
        "a": {"x": count(9052)},
        "b": {"x": count(6673)},
        "result": {"x": Value("percent", "26 %", D(26), "percent", step=D(1)),
                   "y": Value("percent", "30 %", D(30), "percent", step=D(10))},
    }  # fmt: skip
    (derived,) = findings(derivation, readings, {"a": "count", "b": "count", "result": "percent"})[
        "result"
    ].derived
    assert [c.relation for c in derived.comparisons] == [Relation.WITHIN_PRECISION, Relation.DISCREPANT]


def test_a_share_goes_into_a_calculation_as_rounded_too() -> None:
    derivation = Derivation(Operation.SHARE, ("a", "b"))
    told = Value("percent", "26 %", D(26), "percent", step=D(1))
    readings = {"a": {"y": count(2379)}, "b": {"x": count(9052)}, "result": {"x": told}}
    (derived,) = findings(derivation, readings, {"a": "count", "b": "count", "result": "percent"})["a"].derived
    assert derived.comparisons[0].relation is Relation.WITHIN_PRECISION


def test_no_rounding_where_the_claim_allows_none() -> None:
    derivation = Derivation(Operation.SHARE, ("a", "b"))
    told = Value("percent", "26 %", D(26), "percent", step=D(1))
    readings = {"a": {"x": count(2379)}, "b": {"x": count(9052)}, "result": {"x": told}}
    exact = evolve(claim("result", "percent"), derive=derivation, rounding=D(0))
    (derived,) = run([claim("a", "count"), claim("b", "count"), exact], readings)["result"].derived
    assert derived.comparisons[0].relation is Relation.DISCREPANT


# --- sets that cannot all be true -----------------------------------------------------------------------------


def test_a_start_an_end_and_a_length_conflict_though_no_two_of_them_do() -> None:
    derivation = Derivation(Operation.SPAN, ("start", "end"))
    kinds = {"start": "year", "end": "date", "result": "duration"}
    readings = {"start": {"a": year(2007)}, "end": {"b": on(2021, 10, 8)}, "result": {"c": years(16)}}
    found = findings(derivation, readings, kinds)
    (conflict,) = found["result"].conflicts
    assert [(s.claim_id, s.source_ids) for s in conflict.statements] == [
        ("start", ("a",)), ("end", ("b",)), ("result", ("c",)),
    ]  # fmt: skip
    for left_out in combinations(readings, 2):
        assert not findings(derivation, {k: readings[k] for k in left_out}, kinds)["result"].conflicts


def test_a_part_above_its_total_needs_no_other_part() -> None:
    kinds = dict.fromkeys(MONEY, "count")
    readings = {"quay": {"a": count(50)}, "cranes": {"a": count(70)}, "result": {"b": count(60)}}
    (conflict,) = findings(SUM, readings, kinds)["result"].conflicts
    assert [s.claim_id for s in conflict.statements] == ["cranes", "result"]


def test_parts_that_may_fit_their_total_only_conflict_together() -> None:
    kinds = dict.fromkeys(MONEY, "count")
    readings = {"quay": {"a": count(50)}, "cranes": {"a": count(40)}, "result": {"b": count(60)}}
    (conflict,) = findings(SUM, readings, kinds)["result"].conflicts
    assert [s.claim_id for s in conflict.statements] == ["quay", "cranes", "result"]


# --- chains ---------------------------------------------------------------------------------------------------


def test_what_nobody_states_is_worked_out_on_the_way() -> None:
    claims = [
        evolve(claim("rate"), derive=Derivation(Operation.RATIO, ("total", "age"))),
        claim("quay"),
        claim("cranes"),
        evolve(claim("total"), derive=SUM),
        claim("age", "duration"),
    ]
    readings = {"quay": {"a": usd("1.5E9")}, "cranes": {"a": usd("0.5E9", "1E8")}, "age": {"a": years(10)}}
    found = run(claims, readings)
    (rate,) = found["rate"].derived
    assert D(200_000_000) in rate.interval
    assert [s.claim_id for s in rate.statements] == ["quay", "cranes", "age"]
    assert not [d for d in found["quay"].derived if "quay" in d.from_claim]  # never back to where it came from


def test_a_claim_left_out_of_the_run_is_no_error() -> None:
    claims = [claim("quay"), evolve(claim("result"), derive=SUM)]
    assert run(claims, {"quay": {"a": usd("1.5E9")}})["result"].derived == ()


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(1, 99), st.integers(0, 3)), min_size=2, max_size=4),
    st.sampled_from([Hedge.NONE, Hedge.ABOUT, Hedge.NEARLY, Hedge.MORE_THAN, Hedge.AT_MOST]),
    st.data(),
)
def test_the_exact_total_of_any_choice_is_inside(
    parts: list[tuple[int, int]], hedge: Hedge, data: st.DataObject
) -> None:
    names = [f"part{n}" for n in range(len(parts))]
    values = {name: usd(f"{n}E{8 + e}", hedge=hedge) for name, (n, e) in zip(names, parts, strict=True)}
    kinds = dict.fromkeys((*names, "result"), "money")
    derivation = Derivation(Operation.SUM, tuple(names))
    found = findings(derivation, {name: {"a": value} for name, value in values.items()}, kinds)["result"]
    (derived,) = found.derived
    chosen = D(0)
    for name in names:
        ordinary = reading("a", values[name]).senses[0].interval
        assume(ordinary.low is not None and ordinary.width is not None)
        part = D(data.draw(st.integers(1, 99))) / 100
        chosen += (ordinary.low or D(0)) + (ordinary.width or D(0)) * part
    assert chosen in derived.interval


def test_a_duration_that_excludes_a_start_is_a_conflict_of_two() -> None:
    start = claim("start", "year")
    age = evolve(claim("age", "duration"), implies=(Implication(ImpliedEnd.START, "start"),))
    found = run([start, age], {"start": {"a": year(2012), "b": year(2008)}, "age": {"c": years(13)}})
    (conflict,) = found["start"].conflicts
    assert [(s.claim_id, s.source_ids) for s in conflict.statements] == [("age", ("c",)), ("start", ("a",))]


def test_a_claim_chosen_alone_brings_those_it_follows_from() -> None:
    claims = ClaimSet((claim("quay"), claim("cranes"), evolve(claim("total"), derive=SUM), claim("other")))
    assert [c.id for c in with_tied(claims, ["total"])] == ["quay", "cranes", "total"]
    assert [c.id for c in with_tied(claims, ["quay"])] == ["quay", "cranes", "total"]


# --- whose values go into an equation ---------------------------------------------------------------------------


def of_parts(*evidence: Evidence, told: Mapping[str, Evidence]) -> Finding:
    """The finding of a total of two parts, given its readings, and those of the parts by their claims."""
    claims = [claim("quay"), claim("cranes"), evolve(claim("total"), derive=SUM)]
    by_claim = {name: (one,) for name, one in told.items()} | ({"total": evidence} if evidence else {})
    ids = sorted({e.source_id for given in by_claim.values() for e in given})
    return reconcile(claims, by_claim, sources(ids), DEFAULT)[2]


STATED = {"quay": reading("a", usd("1E9")), "cranes": reading("a", usd("2E9"))}


def test_plans_go_into_no_equation() -> None:
    assert of_parts(told=STATED).derived
    planned = evolve(STATED["cranes"], modality=Modality.PLANNED)
    assert not of_parts(told={**STATED, "cranes": planned}).derived


def test_a_planned_total_is_not_held_against_its_parts() -> None:
    said = reading("b", usd("9E9"))
    assert of_parts(said, told=STATED).conflicts
    planned = of_parts(evolve(said, modality=Modality.PLANNED), told=STATED)
    assert not planned.conflicts
    assert [d.comparisons for d in planned.derived] == [()]


RATE = [
    evolve(claim("rate"), derive=Derivation(Operation.RATIO, ("total", "age"))),
    claim("quay"),
    claim("cranes"),
    evolve(claim("total"), derive=SUM),
    claim("age", "duration"),
]


def test_what_follows_from_two_sources_is_nobodys_own() -> None:
    found = run(RATE, {"quay": {"a": usd("1.5E9")}, "cranes": {"b": usd("0.5E9")}, "age": {"a": years(10)}})
    (rate,) = found["rate"].derived
    assert rate.source_id == "a + b"
    assert "(a, b)" in rate.arithmetic  # so each of the figures names its sources
    assert "(a)" in rate.arithmetic


def test_of_two_sources_that_add_up_differently_neither_stands_for_all() -> None:
    parts = {"quay": {"a": usd("1E9"), "b": usd("5E9")}, "cranes": {"a": usd("2E9"), "b": usd("7E9")}}
    assert [d.source_id for d in run(RATE, parts)["total"].derived] == ["a", "b"]
    assert run(RATE, parts | {"age": {"c": years(10)}})["rate"].derived == ()
    assert [d.source_id for d in run(RATE, parts | {"age": {"a": years(10)}})["rate"].derived] == ["a"]


def test_who_says_the_same_is_told_in_one_conflict() -> None:
    said = tuple(reading(source, usd("9E9")) for source in "bc")
    (conflict,) = of_parts(*said, told=STATED).conflicts
    assert conflict.statements[-1].source_ids == ("b", "c")


def test_page_furniture_implies_nothing() -> None:
    claims = [claim("start", "year"), evolve(claim("age", "duration"), implies=(IMPLIED,))]
    age = reading("c", years(13))
    for role, implied in ((Role.BODY, 1), (Role.FURNITURE, 0)):
        evidence = {"age": (evolve(age, role=role),)}
        start = reconcile(claims, evidence, sources(["c"]), DEFAULT)[0]
        assert len(start.derived) == implied


IMPLIED = Implication(ImpliedEnd.START, "start")


def test_a_percentage_of_a_whole_is_taken_for_rounded() -> None:
    derivation = Derivation(Operation.PORTION, ("percent", "whole"))
    told = Value("percent", "26 %", D(26), "percent", step=D(1))
    readings = {"percent": {"a": told}, "whole": {"a": count(1000)}, "result": {"b": count(263), "c": count(270)}}
    kinds = {"percent": "percent", "whole": "count", "result": "count"}
    (derived,) = findings(derivation, readings, kinds)["result"].derived
    assert (derived.interval.low, derived.interval.high) == (D(255), D(265))
    assert [c.relation.agrees for c in derived.comparisons] == [True, False]


def test_only_a_share_without_a_stated_step_is_taken_for_rounded() -> None:
    whole = Value("percent", "26 %", D(26), "percent", step=D(1))
    stated = Value("percent", "26.0 %", D(26), "percent", step=D("0.1"), step_stated=True)
    about = Value("percent", "about 26 %", D(26), "percent", step=D(1), hedge=Hedge.ABOUT)
    widths = [rounded((v, senses(v, DEFAULT)), DEFAULT)[0].interval.width for v in (whole, stated, about)]
    assert widths == [D(1), D("0.1"), D(2)]


def test_what_is_made_of_vague_words_is_vague() -> None:
    told = {"quay": reading("a", vague("2E8", "1E9")), "cranes": reading("a", usd("2E9"))}
    said = reading("b", usd("2.5E9", "1E8"))
    (derived,) = of_parts(said, told=told).derived
    (comparison,) = derived.comparisons
    assert comparison.left.value is not None
    assert comparison.left.value.hedge is Hedge.VAGUE
    assert comparison.relation is Relation.COMPATIBLE
