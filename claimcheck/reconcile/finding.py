"""One claim's finding: its sources' best readings, every pair of them, and what they jointly say."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.grammar.calendar import say_days
from claimcheck.grammar.directions import OPPOSED, change, opposed
from claimcheck.grammar.senses import DAY_KINDS, senses
from claimcheck.grammar.text_kind import TEXTS
from claimcheck.grammar.wording import say_interval
from claimcheck.model.claim import Acceptance, Claim, Modality
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.finding import Consensus, Evidence, Finding, Status
from claimcheck.model.interval import Interval
from claimcheck.model.text import Role
from claimcheck.model.ties import OverTime
from claimcheck.model.value import Hedge, Sense, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.arithmetic import times
from claimcheck.reconcile.best import best_readings, pairs_within
from claimcheck.reconcile.consensus import Vote, Weight, jointly
from claimcheck.reconcile.conversion import common_units
from claimcheck.reconcile.headline import headline
from claimcheck.reconcile.many import compared
from claimcheck.reconcile.over_time import bounded, over_time, with_predicates
from claimcheck.reconcile.relation import is_round, relate, says_the_same
from claimcheck.reconcile.scope import same_noun
from claimcheck.reconcile.texts import together

_OUTSIDE = {Relation.STALE: 5, Relation.NOT_COMPARABLE: 6}  # listed after all relations of the order


def policy_of(claim: Claim, policy: Policy) -> Policy:
    """The policy for one claim: its own cap on rounding where it has one."""
    return policy if claim.rounding is None else evolve(policy, rounding_cap=claim.rounding)


def weakest_first(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """Comparisons, the weakest relation first, larger gaps before smaller, else as they stand."""
    return tuple(sorted(comparisons, key=_weakness))


def _weakness(comparison: Comparison) -> tuple[int, float]:
    strength = comparison.relation.strength
    rank = _OUTSIDE[comparison.relation] if strength is None else strength
    return rank, -float(comparison.gap_share if comparison.gap_share is not None else comparison.gap or 0)


def side_of(e: Evidence) -> Side:
    """A reading as one side of a comparison."""
    return Side(e.value.written or e.value.normal, e.value, e.excerpt.document_span, e.source_id, e.senses)


def relate_readings(one: Evidence, other: Evidence, policy: Policy, moves: OverTime | None = None) -> Comparison:
    """How two readings of one claim relate; a plan or a denial is not held against a fact.

    Args:
        one: A reading.
        other: The other.
        policy: The policy, with the claim's own rounding.
        moves: How the quantity moves as time goes on, where the claim says so.
    """
    left, right = side_of(one), side_of(other)
    if one.modality is not other.modality:
        first, second = sorted((one.modality.value, other.modality.value))
        return Comparison(left, right, Relation.NOT_COMPARABLE, f"one is {first}, the other {second}")
    if opposed(one.scope, other.scope):
        return with_predicates(Comparison(left, right, Relation.DISCREPANT, OPPOSED), one, other)
    comparison = over_time(relate(left, right, policy, matched=True), one, other, moves)
    comparison = with_predicates(comparison, one, other)
    nouns = sorted({one.value.noun, other.value.noun} - {""})
    if len(nouns) == 2 and not same_noun(*nouns) and comparison.relation is not Relation.NOT_COMPARABLE:
        return evolve(comparison, reason=f"{comparison.reason} (counted as {nouns[0]} and as {nouns[1]})")
    return comparison


def within_sources(
    evidence: Sequence[Evidence], policy: Policy, moves: OverTime | None = None
) -> tuple[Comparison, ...]:
    """Readings of one source that do not agree, weakest first, with whose voice says which."""
    found = []
    told = [e for e in evidence if e.role is not Role.FURNITURE]
    for one, other in ((told[i], told[j]) for i, j in pairs_within(told)):
        if says_the_same(one.value, other.value) and not opposed(one.scope, other.scope):
            continue
        comparison = relate_readings(one, other, policy, moves)
        strength = comparison.relation.strength
        if strength is not None and not comparison.relation.agrees:
            found.append(evolve(comparison, reason=f"{_voices(one, other)}: {comparison.reason}"))
    return weakest_first(_once(found))


def _once(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """Comparisons that do not say again what an earlier one of the same source said."""
    kept: dict[tuple[str, frozenset[str]], Comparison] = {}
    for c in comparisons:
        said = frozenset(side.value.normal for side in (c.left, c.right) if side.value)
        kept.setdefault((c.left.source_id, said), c)
    return list(kept.values())


def _voices(one: Evidence, other: Evidence) -> str:
    first, second = _voice(one), _voice(other)
    if first == second:
        return f"{first} says {one.value.normal} and {other.value.normal}"
    return f"{first} says {one.value.normal}, {second} {other.value.normal}"


def _voice(e: Evidence) -> str:
    place = {Role.HEADLINE: "the headline", Role.CAPTION: "a caption"}.get(e.role, "the reporter")
    return (e.speaker or "someone quoted") if e.quoted else place


def votes_of(best: Sequence[Evidence], policy: Policy) -> tuple[Vote, ...]:
    """The votes of the sources' best readings; plans and denials vote only where nothing is stated."""
    voting = [e for e in best if e.senses]
    stated = [e for e in voting if e.modality is Modality.STATED] or voting
    sides = common_units([(e.value, e.senses) for e in stated], policy)
    votes = tuple(_vote(e, *side) for e, side in zip(stated, sides, strict=True))
    if {"up", "down"} <= {change(e.scope) for e in stated}:
        return tuple(_signed(vote, change(e.scope)) for vote, e in zip(votes, stated, strict=True))
    return votes


def _signed(vote: Vote, way: str) -> Vote:
    """A vote among rises and falls: a fall is less than nothing."""
    if way != "down":
        return vote._replace(wording=f"a rise of {vote.wording}") if way else vote
    return vote._replace(interval=times(vote.interval, _FALL), wording=f"a fall of {vote.wording}")


_FALL = Interval.point(Decimal(-1))


def _vote(e: Evidence, value: Value, senses: tuple[Sense, ...]) -> Vote:
    interval, hedge = senses[0].interval, value.hedge
    weight = Weight.SUPPORTS if hedge is Hedge.VAGUE else Weight.BOUNDS if hedge.is_bound else Weight.DECIDES
    if weight is Weight.BOUNDS and value.number is not None and is_round(value):
        interval = interval.hull(Interval.point(value.number))  # a round bound admits its own number
    unit = "day" if value.kind in DAY_KINDS else value.unit
    return Vote(e.origin or e.source_id, e.source_id, interval, weight, e.value.normal, unit)


def weakest_relation(comparisons: Sequence[Comparison], origin: Callable[[str], str]) -> Relation | None:
    """The weakest relation between two origins; `stale` only beside agreement, `not_comparable` only by itself."""
    between = [c.relation for c in comparisons if origin(c.left.source_id) != origin(c.right.source_id)]
    ordered = [relation for relation in between if relation.strength is not None]
    weakest = min(ordered, key=lambda relation: relation.strength or 0, default=None)
    if weakest is not None and not (weakest.agrees and Relation.STALE in between):
        return weakest
    return min(between, key=lambda relation: _OUTSIDE[relation], default=None)


def status_of(votes: Sequence[Vote], best: Sequence[Evidence], joint: Sequence[Consensus]) -> Status:
    """How many origins speak, and whether they meet."""
    speaking = {vote.origin for vote in votes} or {e.origin or e.source_id for e in best}
    if len(speaking) < 2:
        return Status.SINGLE_SOURCE if speaking else Status.UNMENTIONED
    return Status.CONSENSUS if len(joint) == 1 and joint[0].origins > 1 else Status.TIE


def acceptance(claim: Claim, disagreements: Iterable[Comparison]) -> str:
    """Why the disagreements are accepted; empty unless every single one is, and there is one."""
    reasons: dict[str, None] = {}
    for comparison in disagreements:
        fitting = [a for a in claim.accepted if _covers(a, comparison)]
        if not fitting:
            return ""
        reasons[str(fitting[0])] = None
    return "; ".join(reasons)


def _covers(accepted: Acceptance, comparison: Comparison) -> bool:
    sides = (comparison.left, comparison.right)
    if accepted.claim_ids:  # a conflict with other claims, and no disagreement about this one
        return False
    named = all(source_id in accepted.source_ids for side in sides for source_id in side.source_ids)
    return named and all(
        any(_same(value, side.value) for value in accepted.values) for side in sides if side.value is not None
    )


def _same(value: Value, other: Value) -> bool:
    return value.kind == other.kind and value.unit == other.unit and says_the_same(value, other)


def expected_comparisons(claim: Claim, best: Sequence[Evidence], policy: Policy) -> tuple[Comparison, ...]:
    """Each source's best reading against what the claim expects, weakest first."""
    if claim.expect is None:
        return ()
    expected = Side(claim.expect.normal, claim.expect, senses=senses(claim.expect, policy))
    return weakest_first(relate(side_of(e), expected, policy, matched=True) for e in best)


def find(claim: Claim, evidence: tuple[Evidence, ...], policy: Policy) -> Finding:
    """The finding of one claim, without what other claims imply.

    Args:
        claim: The claim.
        evidence: Its readings with their origins, in the order of sources and text; repeats marked weak.
        policy: The policy, with the claim's own rounding.
    """
    best = best_readings(evidence)
    pairs = compared(best, lambda one, other: relate_readings(one, other, policy, claim.over_time))
    comparisons = weakest_first(pairs.comparisons)
    within = within_sources(evidence, policy, claim.over_time)
    votes = bounded(votes_of(best, policy), best, comparisons, claim.over_time)
    if claim.kind in TEXTS:
        joint = together(best)
    else:
        joint = jointly(votes, lambda interval, unit: _say(interval, unit, best))
    origin = {e.source_id: e.origin or e.source_id for e in best}
    relation = weakest_relation(comparisons, lambda source_id: origin[source_id])
    status = status_of(votes, best, joint)
    disagreements = [c for c in (*comparisons, *within) if c.relation in (Relation.TENSION, Relation.DISCREPANT)]
    return Finding(
        claim,
        status,
        relation,
        headline(relation, best, comparisons),
        evidence,
        comparisons,
        within,
        expected_comparisons(claim, best, policy),
        None if status is Status.TIE or not joint else joint[0],
        joint if status is Status.TIE else (),
        accepted=acceptance(claim, disagreements),
        left_out=pairs.left_out,
    )


def _say(interval: Interval, unit: str, best: Sequence[Evidence]) -> str:
    if any(e.value.kind in DAY_KINDS for e in best):
        return say_days(interval)
    noun = next((e.value.noun for e in best if e.value.unit == unit), "")
    return say_interval(interval, unit, noun)
