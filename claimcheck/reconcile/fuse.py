"""What many sources jointly say of one item, without a claim: `fuse([("001", …), ("004", …)])`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from attrs import field, frozen

from claimcheck.grammar.senses import DAY_KINDS, senses
from claimcheck.grammar.wording import say_sense
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.consensus import Vote, Weight, jointly
from claimcheck.reconcile.conversion import common_units
from claimcheck.reconcile.forms import normal_form


class Held(NamedTuple):
    """One thing that sources hold.

    Attributes:
        wording: It, as people write it (the commonest wording).
        supporters: Ids of the sources that hold it, in the order given.
        interval: The stretch that they share; None for what is compared word by word.
    """

    wording: str
    supporters: tuple[str, ...]
    interval: Interval | None = None


@frozen
class Fusion:
    """What most sources hold of one item.

    Attributes:
        held: What most hold; None where nothing was given, or nothing leads.
        ties: What equally many hold, when nothing leads.
        dissenters: Ids of the sources that hold something else, in the order given.
    """

    held: Held | None
    ties: tuple[Held, ...] = ()
    dissenters: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        if self.held is not None:
            return self.held.wording
        return "tie: " + ", ".join(held.wording for held in self.ties) if self.ties else "nothing"


def fuse(rows: Iterable[tuple[str, str | Value]], read: Callable[[str], Value | None], policy: Policy) -> Fusion:
    """What most sources hold; each counts once for each thing it says.

    Values are laid over one another by their ordinary senses; where any row is no value, all are compared word by
    word, typography, case and order of a list (`a; b`) aside.

    Args:
        rows: Source id, and what it says: a value or text.
        read: Reads a text that is exactly one value; None for any other text.
        policy: What the wordings of values license.

    >>> from claimcheck.policy import DEFAULT
    >>> said = [("a", "Blinken; Garland"), ("b", "garland;  Blinken"), ("c", "Blinken")]
    >>> str(fuse(said, lambda text: None, DEFAULT))
    'Blinken; Garland'
    """
    given = tuple(rows)
    values = []
    for source, said in given:
        value = said if isinstance(said, Value) else read(said)
        if value is None:
            return _fused_texts([(s, t if isinstance(t, str) else t.normal) for s, t in given])
        values.append((source, value))
    return _fused_values(values, policy)


def _fused_values(rows: Sequence[tuple[str, Value]], policy: Policy) -> Fusion:
    sensed = [(source, value, senses(value, policy)) for source, value in rows]
    kept = [(source, value, licensed) for source, value, licensed in sensed if licensed]
    sides = common_units([(value, licensed) for _, value, licensed in kept], policy)
    votes = [
        Vote(source, source, licensed[0].interval, _weight(value), said.normal, unit_of(value))
        for (source, said, _), (value, licensed) in zip(kept, sides, strict=True)
    ]
    like = {unit_of(value): value for value, _ in sides}
    joint = jointly(votes, lambda interval, unit: say_sense(interval, like[unit]))
    found = tuple(Held(c.wording, c.supporters, c.interval) for c in joint)
    return fused(found, [source for source, _ in rows])


def _weight(value: Value) -> Weight:
    if value.hedge is Hedge.VAGUE:
        return Weight.SUPPORTS
    return Weight.BOUNDS if value.hedge.is_bound else Weight.DECIDES


def unit_of(value: Value) -> str:
    """What the intervals of a value count."""
    return "days" if value.kind in DAY_KINDS else f"{value.kind} {value.unit}"


def _fused_texts(rows: Sequence[tuple[str, str]]) -> Fusion:
    said: dict[str, dict[str, int]] = {}
    holding: dict[str, dict[str, None]] = {}
    for source, text in rows:
        form = normal_form(text)
        wordings = said.setdefault(form, {})
        wordings[text] = wordings.get(text, 0) + 1
        holding.setdefault(form, {})[source] = None
    most = max(map(len, holding.values()), default=0)
    found = tuple(
        Held(commonest(said[form]), tuple(ids)) for form, ids in sorted(holding.items()) if len(ids) == most
    )
    return fused(found, [source for source, _ in rows])


def fused(found: tuple[Held, ...], sources: Iterable[str]) -> Fusion:
    """What is held where this leads: one thing, or several that tie."""
    inside = {source for held in found for source in held.supporters}
    outside = tuple(dict.fromkeys(source for source in sources if source not in inside))
    return Fusion(found[0], (), outside) if len(found) == 1 else Fusion(None, found, outside)


def commonest(wordings: Mapping[str, int]) -> str:
    """The commonest of several wordings, of equally common ones the first of the alphabet."""
    return min(wordings, key=lambda wording: (-wordings[wording], wording))
