"""Values told in two ways: `a third of the wells` answers `33 percent`, and `13 years ago` answers `2008`."""

import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.grammar.calendar import days_of_year
from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.wording import say_amount
from claimcheck.model.claim import Mention
from claimcheck.model.value import Hedge, Value

_PERCENT = "percent"
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_ONE, _THOUSAND = Decimal(1), Decimal(1000)
_FOUR_FIFTHS = Decimal("0.8")
_PRICED = re.compile(
    r"\b(?:tickets?|price[sd]?|cost|costs|costing|fees?|fares?|charged?|sells?|sold|paid|pay)\b[^.;]*$", re.I
)
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_COARSE = Decimal(10)  # step of a hedged fraction; the caps on hedges limit what it allows


def answering(
    left_text: str, left: Sequence[Mention], right_text: str, right: Sequence[Mention]
) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """Both sides' mentions, each read as a kind that the other text has where its own is not in it.

    Args:
        left_text: One text.
        left: Its values.
        right_text: The other text.
        right: Its values.
    """
    return _answering(left_text, left, right), _answering(right_text, right, left)


def _answering(text: str, mentions: Sequence[Mention], others: Sequence[Mention]) -> Sequence[Mention]:
    kinds = {other.kind for other in others}
    if "money" in kinds and any(map(_is_bare, mentions)):
        mentions = tuple(_scaled(text[: m.span.start], m, mentions, others) for m in mentions)
    if _PERCENT in kinds and not any(_is_fraction(other.value) for other in others):
        mentions = tuple(map(_in_percent, mentions))
    if "year" in kinds and not any(mention.kind in DAY_KINDS for mention in mentions):
        mentions = tuple(map(_as_year, mentions))
    if "duration" not in kinds and not DAY_KINDS.isdisjoint(kinds):
        mentions = tuple(map(_as_days, mentions))
    return mentions


def _scaled(before: str, mention: Mention, mentions: Sequence[Mention], others: Sequence[Mention]) -> Mention:
    """An amount whose scale word was left out, `$7.3` between millions, read in the scale of the other text.

    Only where it has decimals, is the one such amount of its text and no price, and the other text has nearly the
    same number with a scale word, all of its amounts having the same one.
    """
    value = mention.value
    if value.number is None or not _is_bare(mention) or value.upper is not None:
        return mention
    if "." not in mention.surface or _PRICED.search(before):  # "tickets cost $9.50"
        return mention
    if any(other is not mention and _is_bare(other) for other in mentions) or any(map(_is_bare, others)):
        return mention
    scaled = [m for m in others if m.kind == "money" and m.value.unit == value.unit and m.value.number]
    scales = {_scale(m) for m in scaled}
    scale = scales.pop() if len(scales) == 1 else None
    if scale is None or not any(_nearly(value.number * scale, m.value.number) for m in scaled):
        return mention
    step = value.step and value.step * scale
    number = value.number * scale
    said = say_amount(number, value.unit, like=number)
    hedge = "" if value.hedge is Hedge.NONE else f"{value.hedge.value} "
    return evolve(
        mention,
        value=evolve(value, number=number, step=step, step_stated=True, extent=None, normal=f"{hedge}{said}"),
        why=f"read as {said}, for the other amounts are in that scale",
    )


def _is_bare(mention: Mention) -> bool:
    """Whether it is an amount of less than a thousand without a scale word."""
    number = mention.value.number
    return mention.kind == "money" and number is not None and 0 < number < _THOUSAND


def _scale(mention: Mention) -> Decimal | None:
    """A million for `$3.3 million`; None where the digits are written out."""
    digits = _DIGITS.search(mention.surface)
    if digits is None or mention.value.number is None:
        return None
    written = Decimal(digits[0].replace(",", ""))
    scale = mention.value.number / written if written else _ONE
    return scale if scale >= _THOUSAND and scale == scale.to_integral_value() else None


def _nearly(one: Decimal, other: Decimal | None) -> bool:
    return other is not None and one * _FOUR_FIFTHS <= other <= one / _FOUR_FIFTHS


def _in_percent(mention: Mention) -> Mention:
    value = mention.value
    return (
        evolve(mention, value=_converted(value, value.number)) if _is_fraction(value) and value.number else mention
    )


def _as_days(mention: Mention) -> Mention:
    """A length of time that says when, read as the days that it leads to."""
    days = [v for v in mention.alternatives if v.kind in DAY_KINDS and v.extent is not None]
    return evolve(mention, value=days[0]) if mention.kind == "duration" and days else mention


def _as_year(mention: Mention) -> Mention:
    """A bare number of four digits, read as the year that the other text has one for."""
    value = mention.value
    if mention.kind != "count" or value.noun or value.number is None or not _YEAR.fullmatch(mention.surface):
        return mention
    year = int(value.number)
    found = Value("year", str(year), value.number, "day", hedge=value.hedge, extent=days_of_year(year))
    return evolve(mention, value=found, why="read as a year, for the other text names one")


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
