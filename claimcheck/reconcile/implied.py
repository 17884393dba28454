"""What the claims of a run imply for one another: durations a start, and equations each of their members.

Implied values annotate a finding and are compared with what is stated; they never vote.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from graphlib import TopologicalSorter
from typing import NamedTuple

from attrs import evolve

from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.wording import say_sense
from claimcheck.model.claim import Modality
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.finding import Consensus, Derived, Evidence, Finding
from claimcheck.model.text import Role
from claimcheck.model.ties import Conflict, ImpliedEnd, Statement
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import Policy
from claimcheck.reconcile import derive
from claimcheck.reconcile.best import best_readings
from claimcheck.reconcile.conflicts import conflict, let_stand, together, with_conflict
from claimcheck.reconcile.conversion import same_unit
from claimcheck.reconcile.equations import RESULT, Equation, Solution, Told, rounded, solve
from claimcheck.reconcile.relation import relate, says_the_same


def with_implied(findings: Sequence[Finding], told: Mapping[str, date], policy: Policy) -> tuple[Finding, ...]:
    """The same findings in the same order, with what they imply for one another and which of them conflict.

    Args:
        findings: The findings of all claims, none of them with anything derived.
        told: Reference date of each source that has one.
        policy: The policy, without any claim's own rounding.
    """
    by_id = {finding.claim.id: finding for finding in findings}
    equations = [Equation(f.claim, f.claim.derive) for f in findings if f.claim.derive is not None]
    readings = {name: _Readings.of(finding) for name, finding in by_id.items()}
    for equation in _in_order(equations):
        readings[equation.claim.id] = readings[equation.claim.id].filled(
            tuple(_solved(equation, RESULT, by_id, readings, policy))
        )
    members: dict[str, list[tuple[Equation, int]]] = {}
    for equation in equations:
        for role, name in equation.ids.items():
            members.setdefault(name, []).append((equation, role))
    starting: dict[str, list[Finding]] = {}
    for finding in findings:
        for tie in finding.claim.implies:
            if tie.end is ImpliedEnd.START:
                starting.setdefault(tie.claim_id, []).append(finding)
    found = []
    for finding in findings:
        name, rounding = finding.claim.id, finding.claim.rounding
        own = policy if rounding is None else evolve(policy, rounding_cap=rounding)
        starts = tuple(_starts(finding, starting.get(name, ()), told, own))
        derived, conflicts = _derived(finding, members.get(name, ()), by_id, readings, own)
        apart = [c for start in starts for c in _excluded(finding, start)]
        shown = tuple(let_stand(c, finding.claim.accepted) for c in (*apart, *conflicts))
        found.append(evolve(finding, derived=(*starts, *derived), conflicts=shown))
    return tuple(found)


def _starts(
    finding: Finding, durations: Sequence[Finding], told: Mapping[str, date], policy: Policy
) -> Iterator[Derived]:
    """When durations that are tied to a claim place its start."""
    for other in durations:
        yield from derive.starts(
            _shown(other.evidence), other.claim.id, dict(told), _shown(finding.evidence), policy
        )


def _excluded(finding: Finding, start: Derived) -> Iterator[Conflict]:
    """The stated starts that a duration excludes."""
    for e, ids in _distinct(finding):
        apart = [
            c for c in start.comparisons if c.right.value is not None and says_the_same(c.right.value, e.value)
        ]
        if any(c.relation is Relation.DISCREPANT for c in apart):
            yield together((*start.statements, Statement(finding.claim.id, e.value.normal, ids)))


def _shown(evidence: Sequence[Evidence]) -> list[Evidence]:
    return [e for e in evidence if e.role is not Role.FURNITURE]


class _Readings(NamedTuple):
    """What is said for a claim, as equations take it.

    Attributes:
        by_source: The best reading of each source that states one; of a claim without any, what follows from
            others in one source.
        joint: What all sources together say, or what follows from that; None where they tie.
        stated: Whether any source states the claim itself.
    """

    by_source: Mapping[str, Told]
    joint: Told | None
    stated: bool

    @classmethod
    def of(cls, finding: Finding) -> "_Readings":
        best = [e for e in best_readings(finding.evidence) if e.senses and e.modality is Modality.STATED]
        name = finding.claim.id
        by_source = {
            e.source_id: Told(e.value, e.senses, (Statement(name, e.value.normal, (e.source_id,)),)) for e in best
        }
        return cls(by_source, _joint(finding, by_source), bool(best))

    def filled(self, solved: Sequence["_Case"]) -> "_Readings":
        """The same, with what follows from other claims where nothing is stated."""
        if self.stated or not solved:
            return self
        single = {case.told.source_ids[0]: case.told for case in solved if len(case.told.source_ids) == 1}
        across = [case.told for case in solved if len(case.told.source_ids) > 1]
        joint = across[0] if across else next(iter(single.values())) if len(single) == 1 else None
        return _Readings(single, joint, False)


class _Case(NamedTuple):
    """One solution of an equation.

    Attributes:
        known: What went into it, by roles.
        told: What it comes to, resting on all the statements that went in.
        arithmetic: The calculation in one line.
    """

    known: Mapping[int, Told]
    told: Told
    arithmetic: str


def _joint(finding: Finding, by_source: Mapping[str, Told]) -> Told | None:
    """What the sources of a claim jointly say, in the words of a reading where one says just that."""
    consensus = finding.consensus
    if consensus is None or consensus.interval is None or not by_source:
        return None
    inside = [by_source[i] for i in consensus.supporters if i in by_source]
    same = [t for t in inside if t.value.normal == consensus.wording]
    if same:
        who = tuple(i for t in same for i in t.source_ids)
        return same[0]._replace(statements=(Statement(finding.claim.id, consensus.wording, who),))
    return _of_consensus(finding, consensus, inside)


def _of_consensus(finding: Finding, consensus: Consensus, inside: Sequence[Told]) -> Told | None:
    if not inside or consensus.interval is None:
        return None
    like = inside[0].value
    value = Value(like.kind, consensus.wording, unit=like.unit, noun=like.noun, extent=consensus.interval)
    statement = Statement(finding.claim.id, consensus.wording, consensus.supporters)
    return Told(value, (Sense(SenseKind.ORDINARY, consensus.interval, "what they share"),), (statement,))


def _in_order(equations: Sequence[Equation]) -> Iterator[Equation]:
    """The equations, each after those that its operands follow from; the loader refuses circles."""
    by_id = {equation.claim.id: equation for equation in equations}
    order = TopologicalSorter({e.claim.id: [i for i in e.derivation.operands if i in by_id] for e in equations})
    return (by_id[name] for name in order.static_order())


def _solved(
    equation: Equation,
    role: int,
    by_id: Mapping[str, Finding],
    readings: Mapping[str, _Readings],
    policy: Policy,
) -> Iterator[_Case]:
    """What an equation implies for one of its roles: by each source that states the rest, else by all together."""
    ids = equation.ids
    rest = {r: name for r, name in ids.items() if r != role}
    if not all(name in readings for name in ids.values()):
        return  # a claim left out of this run
    sources = dict.fromkeys(i for name in rest.values() for i in readings[name].by_source)
    whole = [i for i in sources if all(i in readings[name].by_source for name in rest.values())]
    if whole:
        choices = [{r: readings[name].by_source[i] for r, name in rest.items()} for i in whole]
    else:
        joint = {r: t for r, name in rest.items() if (t := readings[name].joint) is not None}
        choices = [joint] if len(joint) == len(rest) else []
    target = by_id[ids[role]]
    for known in choices:
        if any(s.claim_id == target.claim.id for told in known.values() for s in told.statements):
            continue  # what follows from a claim says nothing about it
        solution = _solution(equation, role, target, known, policy, named=not whole)
        if solution is not None:
            statements = tuple(dict.fromkeys(s for r in sorted(known) for s in known[r].statements))
            yield _Case(known, Told(solution.value, solution.senses, statements), solution.arithmetic)


def _solution(
    equation: Equation, role: int, target: Finding, known: Mapping[int, Told], policy: Policy, *, named: bool
) -> Solution | None:
    unit = next((e.value.unit for e in best_readings(target.evidence) if e.senses), "")
    sides = {r: ((t.value, t.senses), _named(t) if named else t.value.normal) for r, t in known.items()}
    return solve(equation, role, target.claim.kind, unit, sides, policy)


def _named(told: Told) -> str:
    return f"{told.value.normal} ({', '.join(told.source_ids)})"


def _derived(
    finding: Finding,
    members: Sequence[tuple[Equation, int]],
    by_id: Mapping[str, Finding],
    readings: Mapping[str, _Readings],
    policy: Policy,
) -> tuple[tuple[Derived, ...], tuple[Conflict, ...]]:
    """What the equations that a claim belongs to imply for it, and the conflicts of the one that stands at it."""
    derived: list[Derived] = []
    conflicts: list[Conflict] = []
    stated = _distinct(finding)
    for equation, role in members:
        for case in _solved(equation, role, by_id, readings, policy):
            compared = [_compared(equation, role, case.told, e, policy) for e, _ in stated]
            if role == RESULT:
                pairs = zip(compared, stated, strict=True)
                found = [conflict(equation, case.known, said, c, policy) for c, said in pairs]
                conflicts += [c for c in found if c is not None and c not in conflicts]
                compared = list(map(with_conflict, compared, found))
            derived.append(_one(case, tuple(compared)))
    return tuple(derived), tuple(conflicts)


def _one(case: _Case, compared: tuple[Comparison, ...]) -> Derived:
    told = case.told
    claims = " and ".join(dict.fromkeys(s.claim_id for s in told.statements))
    return Derived(
        " + ".join(told.source_ids),
        claims,
        told.senses[0].interval,
        told.value.normal,
        case.arithmetic,
        compared,
        told.statements,
    )


def _distinct(finding: Finding) -> tuple[tuple[Evidence, tuple[str, ...]], ...]:
    """Each distinct value that is stated for a claim, with the sources that state it."""
    kept: list[tuple[Evidence, list[str]]] = []
    for e in best_readings(finding.evidence):
        if not e.senses or e.modality is not Modality.STATED:
            continue
        same = next((ids for other, ids in kept if says_the_same(e.value, other.value)), None)
        if same is None:
            kept.append((e, [e.source_id]))
        else:
            same.append(e.source_id)
    return tuple((e, tuple(ids)) for e, ids in kept)


def _compared(equation: Equation, role: int, told: Told, e: Evidence, policy: Policy) -> Comparison:
    """How what is implied lies to what is stated, with what both together would mean."""
    side = Side(told.value.normal, told.value, source_id=told.source_ids[0], senses=told.senses)
    said = Side(e.value.normal, e.value, e.excerpt.document_span, e.source_id, e.senses)
    if equation.is_rounded and role == RESULT:
        said = evolve(said, senses=rounded((e.value, e.senses), policy))
    comparison = relate(side, said, policy, matched=True)
    if comparison.relation is Relation.EXACT:
        return evolve(comparison, reason=f"it comes to the {e.value.normal} that is stated")
    if comparison.relation not in (Relation.COMPATIBLE, Relation.TENSION) or e.value.hedge.is_bound:
        return comparison
    narrowed = _narrowed(told, e.value, said.senses, policy)
    return comparison if narrowed is None else evolve(comparison, reason=narrowed)


def _narrowed(told: Told, value: Value, senses: tuple[Sense, ...], policy: Policy) -> str | None:
    """What must be true for both to be right, where each leaves open something that the other does not."""
    if told.value.hedge.is_bound or Hedge.VAGUE in (told.value.hedge, value.hedge):
        return None
    one, other = same_unit((told.value, told.senses), (value, senses), policy)
    common = one[1][0].interval.meet(other[1][0].interval)
    if common is None or common.width is None or common in (one[1][0].interval, other[1][0].interval):
        return None
    if value.kind in DAY_KINDS:
        return derive.shared_days(common, value.normal)
    return f"both are right only if it lies within {say_sense(common, one[0])}"
