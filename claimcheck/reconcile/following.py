"""A value that follows from values of one text: what it is made from, and how it relates to one that is stated."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from attrs import evolve

from claimcheck.grammar.senses import senses
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.interval import Interval
from claimcheck.model.text import Span
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.policy import Policy
from claimcheck.reconcile.calculation import say, tidy
from claimcheck.reconcile.conversion import Sided
from claimcheck.reconcile.equations import loosest, rounded
from claimcheck.reconcile.relation import relate


class Implied(NamedTuple):
    """A value that values of one text imply.

    Attributes:
        mention: The value, with the span from the first to the last of the values that it follows from.
        senses: What it licenses, ordinary first.
        arithmetic: The calculation in a few words.
        parts: The values that it follows from.
    """

    mention: Mention
    senses: tuple[Sense, ...]
    arithmetic: str
    parts: tuple[Mention, ...]

    def against(self, other: Mention, policy: Policy) -> Comparison:
        """How it relates to a value that another text states; shares and multiples are told rounded."""
        value = other.value
        stated = senses(value, policy)
        if is_percent(value) or is_multiple(value):
            stated = rounded((value, stated), policy)
        ours = Side(self.mention.surface, self.mention.value, self.mention.span, senses=self.senses)
        found = relate(ours, Side(other.surface, value, other.span, senses=stated), policy, matched=True)
        if found.relation is not Relation.EXACT:
            return evolve(found, reason=f"{self.arithmetic}; {found.reason}")
        calculated = self.senses[0].interval.width  # from rounded figures, good to that much and no more
        relation = Relation.WITHIN_PRECISION if calculated else Relation.EXACT
        return evolve(found, relation=relation, reason=f"{self.arithmetic}, as the other says")


Operator = Callable[[Interval, Interval], Interval | None]


def both(one: Sided, other: Sided, come_to: Operator) -> tuple[Sense, ...]:
    """The senses of a result: of the ordinary ones, and of those taken as loosely as the policy accepts."""
    ordinary = come_to(one[1][0].interval, other[1][0].interval)
    if ordinary is None:
        return ()
    found = [Sense(SenseKind.ORDINARY, ordinary, "calculated")]
    loose = come_to(loosest(one), loosest(other))
    if loose is not None and loose != ordinary:
        found.append(Sense(SenseKind.LOOSE, loose, "calculated from what is taken loosely"))
    return tuple(found)


def valued(like: Value, number: Decimal, found: tuple[Sense, ...]) -> Value:
    """A calculated number in the kind, unit and noun of another value, with its ordinary sense as extent."""
    wording = say(Interval.point(tidy(number)), like.kind, like.unit, like.noun)
    return Value(like.kind, wording, number, like.unit, like.noun, extent=found[0].interval, written=wording)


def follows(
    text: str,
    value: Value,
    found: tuple[Sense, ...],
    arithmetic: str,
    parts: tuple[Mention, ...],
    scope: str = "",
) -> Implied:
    """A value with what it follows from.

    Args:
        text: The text.
        value: The value.
        found: Its senses, ordinary first.
        arithmetic: The calculation in a few words.
        parts: The values that it follows from.
        scope: Which part of a change it is; empty for none.
    """
    span = Span(min(m.span.start for m in parts), max(m.span.end for m in parts))
    surface = text[span.start : span.end]
    scopes = (scope,) if scope else ()
    quotation = parts[0].quotation
    mention = Mention(span, surface, value, scope=scopes, modality=parts[0].modality, quotation=quotation)
    return Implied(mention, found, arithmetic, parts)


def is_percent(value: Value) -> bool:
    """Whether it is a percentage, and no difference of two."""
    return value.kind == "percent" and value.unit == "percent"


def is_share(value: Value) -> bool:
    """Whether it is a part of something: a fraction below one, or a percentage."""
    fraction = value.kind == "count" and value.noun != "time" and value.number is not None and 0 < value.number < 1
    return fraction or is_percent(value)


def is_multiple(value: Value) -> bool:
    """Whether it says how many times as much: `doubled`, `three times`."""
    return value.kind == "count" and value.noun == "time" and value.number is not None and value.number > 0


def is_plain(value: Value) -> bool:
    """Whether it is one number, and no bound or range."""
    return value.number is not None and value.upper is None and value.hedge in (Hedge.NONE, Hedge.ABOUT)
