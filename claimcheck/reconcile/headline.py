"""The one line above a finding: who says what, and how far they are apart."""

from collections.abc import Sequence

from claimcheck.grammar.utterance import shortened
from claimcheck.grammar.wording import say_share
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Evidence
from claimcheck.model.value import Value
from claimcheck.reconcile.gap import gap
from claimcheck.reconcile.relation import says_the_same


def headline(relation: Relation | None, best: Sequence[Evidence], comparisons: Sequence[Comparison]) -> str:
    """One line: who says what, and how far they are apart.

    Args:
        relation: The weakest relation between two origins, if there are two.
        best: The best reading of each source, in the order of the report.
        comparisons: Every pair of them, weakest first.
    """
    if not best:
        return "no source speaks of it"
    if len(best) == 1:
        return f"only {best[0].source_id} speaks of it: {shortened(best[0].value.normal)}"
    weakest = [c for c in comparisons if c.relation is relation] if relation else []
    apart = relation in (Relation.TENSION, Relation.DISCREPANT)
    ids = {source_id for c in weakest for side in (c.left, c.right) for source_id in side.source_ids}
    said = _who_says_what([e for e in best if not apart or e.source_id in ids])
    if relation is None:
        return f"{said}: one origin"
    if not weakest or relation is Relation.EXACT:
        return said
    return f"{said}: {_how_far(weakest[0])}"


def _how_far(comparison: Comparison) -> str:
    """The distance of the weakest pair, or what stands for it."""
    if comparison.relation in (Relation.TENSION, Relation.DISCREPANT) and comparison.gap:
        if comparison.gap_share is not None:
            return f"{say_share(comparison.gap_share)} apart"
        if comparison.left.value and comparison.right.value:
            return f"{gap(comparison.left.value, comparison.right.value)} apart"
    if comparison.relation.agrees:
        return comparison.relation.value.replace("_", " ")
    return comparison.reason


def _who_says_what(best: Sequence[Evidence]) -> str:
    groups: list[tuple[Value, list[str]]] = []
    for e in best:
        for value, ids in groups:
            if says_the_same(value, e.value):
                ids.append(e.source_id)
                break
        else:
            groups.append((e.value, [e.source_id]))
    said = []
    for number, (value, ids) in enumerate(groups[:_VALUES]):
        verb = "" if number else "say " if len(ids) > 1 else "says "
        said.append(f"{_listed(ids)} {verb}{shortened(value.normal)}")
    if len(groups) > _VALUES:
        said.append(f"{sum(len(ids) for _, ids in groups[_VALUES:]):,} others something else")
    return ", ".join(said)


_VALUES = 12  # different values named in a headline, before it is no line any more
_LISTED = 4  # source ids named in a headline; the lines below it name them all


def _listed(ids: Sequence[str]) -> str:
    if len(ids) == 1:
        return ids[0]
    if len(ids) > _LISTED + 1:
        return f"{', '.join(ids[:_LISTED])} and {len(ids) - _LISTED} others"
    return f"{', '.join(ids[:-1])} and {ids[-1]}"
