"""Values that one text only implies, held against those that the other states.

`Half of the 200 houses burnt` holds two figures, and neither answers `100 houses burnt`; what they imply together
does. So what a text implies is aligned with what is left of the other, and with what disagrees with a value that
it follows from.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from claimcheck.align.pairing import Alignment, align
from claimcheck.grammar.directions import part_of_change
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison


class Bridge(NamedTuple):
    """A value that a text implies.

    Attributes:
        mention: The value, with offsets in the text.
        parts: The values that it follows from.
        against: How it relates to a value of the other text, itself left.
    """

    mention: Mention
    parts: tuple[Mention, ...]
    against: Callable[[Mention], Comparison]


class Bridged(NamedTuple):
    """The parts of a comparison, those by way of bridges among them, and the values that answer no other."""

    parts: tuple[Comparison, ...]
    left_alone: tuple[Mention, ...]
    right_alone: tuple[Mention, ...]


def bridged(
    told: Sequence[Comparison],
    found: Alignment,
    left: tuple[str, Sequence[Bridge]],
    right: tuple[str, Sequence[Bridge]],
) -> Bridged:
    """What two texts say of one another, with what they imply.

    Args:
        told: How the aligned values relate; first those of `found.pairs`, in their order.
        found: The alignment.
        left: One text and its bridges.
        right: The other and its.
    """
    crossings = [*_crossings(told, found, left, right[0]), *_crossings(told, found, right, left[0], turned=True)]
    if not crossings:
        return Bridged(tuple(told), found.left_alone, found.right_alone)
    replaced = {n for crossing in crossings for n in crossing.replaces}
    for n, part in enumerate(told[len(found.pairs) :], len(found.pairs)):  # changed words, whatever they say
        if any(_touch(part, crossing.part) for crossing in crossings):
            replaced.add(n)
    used = {id(m) for crossing in crossings for m in crossing.used}
    return Bridged(
        (*(part for n, part in enumerate(told) if n not in replaced), *(c.part for c in crossings)),
        tuple(m for m in found.left_alone if id(m) not in used),
        tuple(m for m in found.right_alone if id(m) not in used),
    )


def _touch(one: Comparison, other: Comparison) -> bool:
    spans = ((one.left.span, other.left.span), (one.right.span, other.right.span))
    return any(a is not None and b is not None and a.meets(b) for a, b in spans)


class _Crossing(NamedTuple):
    """An implied value that answers a stated one.

    Attributes:
        part: How they relate.
        replaces: The pairs, by number, that are no longer held against one another.
        used: The values that it rests on.
    """

    part: Comparison
    replaces: tuple[int, ...]
    used: tuple[Mention, ...]


def _crossings(
    told: Sequence[Comparison],
    found: Alignment,
    ours: tuple[str, Sequence[Bridge]],
    theirs: str,
    *,
    turned: bool = False,
) -> list[_Crossing]:
    """The bridges of one text that a value of the other answers, each value once, in the order of the bridges."""
    text, bridges = ours
    alone = found.left_alone if turned else found.right_alone
    crossings: list[_Crossing] = []
    answered: list[Mention] = []
    for bridge in bridges:
        apart = {
            n: (pair.left if turned else pair.right)
            for n, pair in enumerate(found.pairs)
            if (pair.right if turned else pair.left) in bridge.parts and not told[n].relation.agrees
        }
        open_ = [m for m in (*alone, *apart.values()) if m not in answered and _one_way(bridge.mention, m)]
        for pair in align((bridge.mention,), open_, text, theirs).pairs if open_ else ():
            part = bridge.against(pair.right)
            part = part.flipped() if turned else part
            if pair.right in alone and not part.relation.agrees and not _free(bridge, found):
                continue
            answered.append(pair.right)
            replaced = tuple(n for n, m in apart.items() if m == pair.right)
            crossings.append(_Crossing(part, replaced, (*bridge.parts, pair.right)))
    return crossings


def _free(bridge: Bridge, found: Alignment) -> bool:
    """Whether nothing that a bridge rests on answers a value of its own."""
    return not any(part in (pair.left, pair.right) for pair in found.pairs for part in bridge.parts)


def _one_way(one: Mention, other: Mention) -> bool:
    """Whether two values may be the same to a change: its size, where it began or where it ended."""
    parts = part_of_change(one.scope), part_of_change(other.scope)
    return parts[0] == parts[1] or not all(parts)
