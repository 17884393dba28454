"""Words that mean two things: the billion of old British texts, `m` beside a figure, tons and gallons by place.

The first reading stays what it is; the other is kept with the reason, and nothing is chosen silently.
"""

from decimal import Decimal
from typing import Final

from attrs import evolve

from claimcheck.grammar.kind import Found
from claimcheck.grammar.word_sets import words
from claimcheck.model.interval import Interval
from claimcheck.model.text import Context
from claimcheck.model.value import Value

_SHORT_SCALE_SINCE: Final = 1975
"""The first year in which British official figures used the billion of a thousand million: the prime minister
told the House of Commons so on 20 December 1974 (Hansard, volume 883)."""
_LONG_SCALE_PLACES: Final = frozenset({"GB", "IE", "AU", "NZ", "ZA"})
_THOUSAND: Final = Decimal(1000)
_MILLION: Final = Decimal(10) ** 6


def with_old_billions(found: list[Found], context: Context) -> list[Found]:
    """The finds, in an old text of Britain each billion with its other reading.

    Args:
        found: Amounts as read.
        context: Day and place of the text.
    """
    day = context.reference_date
    if day is None or day.year >= _SHORT_SCALE_SINCE or context.place not in _LONG_SCALE_PLACES:
        return found
    why = f"in {context.place} a billion was often a million million before {_SHORT_SCALE_SINCE}"
    return [_with_another(f, _times(f.value, _THOUSAND), why) if _is_billions(f.value) else f for f in found]


def _is_billions(value: Value) -> bool:
    return "billion" in value.written.lower() and value.normal.count("billion") > 0 and value.number is not None


def _with_another(found: Found, other: Value, why: str) -> Found:
    reasons = "; ".join(filter(None, (found.why, why)))
    return found._replace(alternatives=(*found.alternatives, other), why=reasons)


def _times(value: Value, factor: Decimal) -> Value:
    """A value in billions, in trillions of the short scale."""
    extent = value.extent
    if extent is not None and extent.low is not None and extent.high is not None:
        extent = Interval(extent.low * factor, extent.high * factor, extent.low_closed, extent.high_closed)
    return evolve(
        value,
        normal=value.normal.replace("billion", "trillion"),
        number=value.number and value.number * factor,
        upper=value.upper and value.upper * factor,
        step=value.step and value.step * factor,
        extent=extent,
    )


def millions(value: Value) -> Value | None:
    """What a measure in metres is where its `m` stands for million (`lost 5 m last year`); None for a range."""
    if value.number is None or value.upper is not None or value.step is None or value.number <= 0:
        return None
    amount = value.normal.removesuffix(" metres")
    return evolve(
        value,
        kind="count",
        normal=f"{amount} million",
        number=value.number * _MILLION,
        unit="",
        step=(value.step if value.step_stated else Decimal(1)) * _MILLION,
        step_stated=True,
    )


def local_unit(name: str, place: str) -> str:
    """What a unit of several meanings first means in texts of a country (ISO 3166-1 alpha-2).

    >>> local_unit("ton", "US"), local_unit("ton", "MX"), local_unit("pint", "GB"), local_unit("pint", "MX")
    ('ton', 'tonne', 'imperial pint', 'pint')
    """
    if name == "ton":
        return name if place in _SHORT_TONS else "tonne"
    return f"imperial {name}" if place in _IMPERIAL else name


_SHORT_TONS: Final = frozenset({"US", "LR"})
_IMPERIAL: Final = frozenset({"GB", "IE"})


def is_length(after: str) -> bool:
    """Whether the word after `m` leaves no doubt that it is the metre: `5 m tall`, `the 100 m hurdles`."""
    return after in _LENGTHS


_LENGTHS: Final = words(
    "tall high deep long wide thick across above below away apart from hurdles sprint race relay final freestyle "
    "butterfly backstroke breaststroke by x × of dash further up down ahead behind short"
)
