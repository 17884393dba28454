"""Statements without figures: which names and quotations of one answer which of the other."""

from collections.abc import Callable, Sequence

from claimcheck.align.labels import labelled, shared
from claimcheck.grammar.text_kind import NAME, QUOTE
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Relation, Side

_SAME_STORY = 0.5  # share of the other words from which two statements may say the same of one name

Relate = Callable[[Side, Side], Comparison]


def compare_texts(
    left_text: str, right_text: str, left: Sequence[Mention], right: Sequence[Mention], relate: Relate
) -> Comparison | None:
    """How two statements relate by the names and quotations in them; None where neither kind is in both.

    Where both quote somebody, the quotations decide and names are left aside. Each text answers the one of its
    kind that it is most alike to; names that share no word do so only where each statement has one text alone.
    Two statements that name the same need not say the same of it, so that names agree for nothing where most of
    the other words differ.

    Args:
        left_text: One statement.
        right_text: The other statement.
        left: Names and quotations of the one, with offsets in it.
        right: Those of the other.
        relate: How two single values relate.
    """
    if all(any(m.kind == QUOTE for m in side) for side in (left, right)):
        left, right = ([m for m in side if m.kind == QUOTE] for side in (left, right))
    pairs = [(one, other) for one in left for other in right if one.kind == other.kind]
    told = sorted((relate(_side(one), _side(other)) for one, other in pairs), key=_likely)
    several = len(left) > 1 or len(right) > 1
    parts: list[Comparison] = []
    for part in told:
        taken = any(part.left.span == p.left.span or part.right.span == p.right.span for p in parts)
        if not taken and not _is_other(part, several=several):
            parts.append(part)
    if not told:
        return None
    parts.sort(key=_likely, reverse=True)
    weakest = parts[0] if parts else told[0]
    alone = [
        [m for m in mentions if all(m.span != getattr(part, side).span for part in parts)]
        for side, mentions in (("left", left), ("right", right))
    ]
    relation, reason = weakest.relation if parts else Relation.NOT_COMPARABLE, weakest.reason
    if relation.agrees and all(part.left.value and part.left.value.kind == NAME for part in parts):
        words = labelled(left_text, left).words, labelled(right_text, right).words
        if why := _other_story(words, alone):
            relation, reason = Relation.NOT_COMPARABLE, f"{reason}, but {why}"
    return Comparison(
        Side(left_text),
        Side(right_text),
        relation,
        f"{_said(weakest.left)} and {_said(weakest.right)}: {reason}",
        parts=tuple(parts),
        unaligned=tuple(Side(m.surface, m.value, m.span) for side in alone for m in side),
    )


def _other_story(words: tuple[frozenset[str], frozenset[str]], alone: Sequence[Sequence[Mention]]) -> str:
    """Why two statements that name the same do not say the same of it; empty where they may."""
    if all(alone):
        return f"{' and '.join(sorted(side[0].surface for side in alone))} stand in one only"
    common = shared(*words)
    if common >= _SAME_STORY:
        return ""
    return f"of the other words they share {f'only {common:.0%}' if common else 'none'}"


def _side(mention: Mention) -> Side:
    return Side(mention.surface, mention.value, mention.span)


def _said(side: Side) -> str:
    """The name as written, a quotation between marks."""
    return side.value.normal if side.value is not None and side.value.kind == QUOTE else side.text


def _likely(part: Comparison) -> tuple[float, list[str]]:
    """Likest first, and the same whichever text is left."""
    strength = part.relation.strength
    return -1.0 * (strength if strength is not None else -1), sorted((part.left.text, part.right.text))


def _is_other(part: Comparison, *, several: bool) -> bool:
    """Whether two texts speak of different things, so that neither answers the other."""
    if part.relation is Relation.NOT_COMPARABLE:
        return True
    one, other = part.left.value, part.right.value
    if part.relation is not Relation.DISCREPANT or not several or one is None or other is None:
        return False
    return one.kind == NAME and set(one.normal.lower().split()).isdisjoint(other.normal.lower().split())
