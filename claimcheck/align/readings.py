"""Values told in two ways: `a third of the wells` answers `33 percent`, and `13 years ago` answers `2008`."""

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.claim import Mention
from claimcheck.model.value import Hedge, Value

_PERCENT = "percent"
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_COARSE = Decimal(10)  # step of a hedged fraction; the caps on hedges limit what it allows


def answering(left: Sequence[Mention], right: Sequence[Mention]) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """Both sides' mentions, each read as a kind that the other text has where its own is not in it."""
    return _answering(left, right), _answering(right, left)


def _answering(mentions: Sequence[Mention], others: Sequence[Mention]) -> Sequence[Mention]:
    kinds = {other.kind for other in others}
    if _PERCENT in kinds and not any(_is_fraction(other.value) for other in others):
        mentions = tuple(map(_in_percent, mentions))
    if "duration" not in kinds and not DAY_KINDS.isdisjoint(kinds):
        mentions = tuple(map(_as_days, mentions))
    return mentions


def _in_percent(mention: Mention) -> Mention:
    value = mention.value
    return (
        evolve(mention, value=_converted(value, value.number)) if _is_fraction(value) and value.number else mention
    )


def _as_days(mention: Mention) -> Mention:
    """A length of time that says when, read as the days that it leads to."""
    days = [v for v in mention.alternatives if v.kind in DAY_KINDS and v.extent is not None]
    return evolve(mention, value=days[0]) if mention.kind == "duration" and days else mention


def _is_fraction(value: Value) -> bool:
    return value.kind == "count" and value.number is not None and value.step is None and 0 < value.number < 1


def _converted(value: Value, number: Decimal) -> Value:
    """The fraction in percent, good to half a point: nobody means a third to the last digit."""
    return evolve(
        value,
        kind=_PERCENT,
        unit=_PERCENT,
        noun="",
        number=(number * _HUNDRED).quantize(_TENTH),
        upper=value.upper and (value.upper * _HUNDRED).quantize(_TENTH),
        extent=None,
        step=Decimal(1) if value.hedge is Hedge.NONE else _COARSE,
        step_stated=True,
    )
