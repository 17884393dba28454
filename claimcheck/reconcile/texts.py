"""Values that are words: how two of them relate, and what most sources say.

Names are compared part by part (`names`), quotations word by word (`utterances`). There is no interval to lay over
another, so sources stand together where every two of their wordings agree.
"""

from collections import Counter
from collections.abc import Sequence

from claimcheck.grammar.text_kind import NAME, TEXTS
from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Consensus, Evidence
from claimcheck.model.value import Value
from claimcheck.reconcile.names import relate_names
from claimcheck.reconcile.utterances import relate_quotes


def are_texts(one: Value, other: Value) -> bool:
    """Whether one of two values is compared by words."""
    return one.kind in TEXTS or other.kind in TEXTS


def relate_texts(one: Value, other: Value) -> tuple[Relation, str]:
    """How two values of which one is a text relate, and why; the same whichever comes first."""
    if one.kind != other.kind:
        first, second = sorted((one.kind, other.kind))
        return Relation.NOT_COMPARABLE, f"different kinds: a {first} and a {second}"
    return (relate_names if one.kind == NAME else relate_quotes)(one.normal, other.normal)


def same_text(one: Value, other: Value) -> bool:
    """Whether two values of which one is a text say the same, typography and accents aside."""
    return relate_texts(one, other)[0] in (Relation.EXACT, Relation.WITHIN_PRECISION)


def together(best: Sequence[Evidence]) -> tuple[Consensus, ...]:
    """The wordings that the most independent origins stand behind: one, several that tie, or none.

    Sources stand together where every two of their wordings are at least compatible: a shorter form that would fit
    two that differ (`Blinken` beside `Anthony Blinken` and `Antony Blinken`) goes with the larger group. Of
    quotations none of which can be compared with another nothing is said.

    Args:
        best: The best reading of each source, in the order of the report.
    """
    values = list(dict.fromkeys(e.value for e in best))
    relation = {(a, b): relate_texts(a, b)[0] for a in values for b in values}
    if len(values) > 1 and all(
        relation[a, b] is Relation.NOT_COMPARABLE for a in values for b in values if a != b
    ):
        return ()
    often = Counter(e.value for e in best)
    fullest = sorted(values, key=lambda v: (-len(v.normal.split()), -often[v], v.normal))
    groups: dict[frozenset[Value], None] = {}
    for lead in fullest:
        group = [lead]
        for value in sorted(fullest, key=lambda v: -often[v]):
            if value != lead and all(relation[value, member].agrees for member in group):
                group.append(value)
        groups[frozenset(group)] = None
    found = [_consensus(group, best, fullest, often) for group in groups]
    most = max((c.origins for c in found), default=0)
    return tuple(c for c in found if c.origins == most)


def _consensus(
    group: frozenset[Value], best: Sequence[Evidence], fullest: Sequence[Value], often: Counter[Value]
) -> Consensus:
    """What a group of wordings comes to; the commonest names it, of equally common ones the fullest."""
    wording = max((v for v in fullest if v in group), key=lambda v: often[v])
    inside = [e for e in best if e.value in group]
    return Consensus(
        None,
        wording.normal,
        tuple(e.source_id for e in inside),
        len({e.origin or e.source_id for e in inside}),
        tuple(e.source_id for e in best if e.value not in group),
    )
