"""Statements of several claims that cannot all be true: the smallest such sets.

Readings of one claim are stretches of a line, and whatever of them cannot be true together is told by a pair
already (Helly's theorem). Claims that an equation ties are another matter: a start, an end and a duration may be
impossible together though any two of them are fine.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import evolve

from claimcheck.model.claim import Acceptance
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Evidence
from claimcheck.model.interval import Interval
from claimcheck.model.ties import Conflict, Operation, Statement
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.conversion import Sided, same_unit
from claimcheck.reconcile.equations import RESULT, Equation, Told, solve, widest

_NEVER_NEGATIVE = frozenset({"money", "count", "duration", "percent"})
_ADDS = (Operation.SUM, Operation.DIFFERENCE)


def conflict(
    equation: Equation,
    known: Mapping[int, Told],
    stated: tuple[Evidence, tuple[str, ...]],
    comparison: Comparison,
    policy: Policy,
) -> Conflict | None:
    """The smallest set of statements that a discrepancy between what is implied and what is stated rests on.

    An operand is left out where the rest cannot be true whatever it comes to: a part that is larger than its total
    needs no other part to be impossible.

    Args:
        equation: The equation.
        known: Its operands, by their roles.
        stated: What is stated for its result, and by which sources.
        comparison: How the two relate.
        policy: The policy.

    Returns:
        None where they do not exclude one another.
    """
    if comparison.relation is not Relation.DISCREPANT:
        return None
    e, ids = stated
    needed = dict(known)
    for role in sorted(known):
        rest = {r: told for r, told in needed.items() if r != role}
        if rest and _impossible(equation, rest, known, e, policy):
            needed = rest
    said = [s for r in sorted(needed) for s in needed[r].statements]
    return together((*dict.fromkeys(said), Statement(equation.claim.id, e.value.normal, ids)))


def together(statements: tuple[Statement, ...]) -> Conflict:
    """Statements that cannot all be true, with the line that says so."""
    return Conflict(statements, f"not all can be true: {'; '.join(map(str, statements))}")


def let_stand(found: Conflict, accepted: Iterable[Acceptance]) -> Conflict:
    """The conflict, with the reason why it is accepted if it is.

    It is where an acceptance names all its claims and no others, each with the value that is said, and all its
    sources: another value, or one more source that says the same, is something that nobody has looked at.

    Args:
        found: The conflict.
        accepted: What is accepted at the claim whose finding shows it.
    """
    for one in accepted:
        if _names(one, found):
            return evolve(found, accepted=str(one))
    return found


def _names(accepted: Acceptance, found: Conflict) -> bool:
    values = dict(zip(accepted.claim_ids, accepted.values, strict=False))
    sources = {i for statement in found.statements for i in statement.source_ids}
    return (
        values.keys() == {statement.claim_id for statement in found.statements}
        and sources <= set(accepted.source_ids)
        and all(s.wording in (values[s.claim_id].normal, values[s.claim_id].written) for s in found.statements)
    )


def with_conflict(comparison: Comparison, found: Conflict | None) -> Comparison:
    """The comparison, its reason naming the statements that conflict."""
    return comparison if found is None else evolve(comparison, reason=f"{comparison.reason}; {found.reason}")


def _impossible(
    equation: Equation, held: Mapping[int, Told], known: Mapping[int, Told], stated: Evidence, policy: Policy
) -> bool:
    """Whether a value cannot be true beside the operands held, whatever the other ones come to."""
    sides = {
        r: (((told.value, told.senses) if r in held else _anything(told.value, equation)), "")
        for r, told in known.items()
    }
    solution = solve(equation, RESULT, equation.claim.kind, stated.value.unit, sides, policy)
    if solution is None:
        return False
    one, other = same_unit((solution.value, solution.senses), (stated.value, stated.senses), policy)
    return one[0].unit == other[0].unit and not widest(one).meets(widest(other))


def _anything(like: Value, equation: Equation) -> Sided:
    """A value of which nothing is known but its kind and unit; none of a divisor is no divisor."""
    anything = Interval(None, None, False, False)
    if like.kind in _NEVER_NEGATIVE:
        anything = Interval.from_(Decimal(0), closed=equation.derivation.operation in _ADDS)
    value = Value(like.kind, "anything", unit=like.unit, noun=like.noun, hedge=Hedge.VAGUE, extent=anything)
    return value, (Sense(SenseKind.ORDINARY, anything),)
