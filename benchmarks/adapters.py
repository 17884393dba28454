"""The library's public names in the shape that the independent measurements ask for.

    python ../shared/bench/measure.py values | sentences | pairs | retrieval | fusion

Default settings throughout, the same for every set.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import claimcheck as cc

Row = dict[str, object]

_MODIFIERS = {
    cc.Hedge.ABOUT: "approx",
    cc.Hedge.NEARLY: "approx",
    cc.Hedge.MORE_THAN: "gt",
    cc.Hedge.AT_LEAST: "gt",
    cc.Hedge.LESS_THAN: "lt",
    cc.Hedge.AT_MOST: "lt",
    cc.Hedge.BETWEEN: "range",
}
# What a date leaves open on one side, by its hedge or by the word before it.
_OPEN_BEFORE = frozenset({"until", "till", "through", "thru"})
_OPEN_AFTER = frozenset({"since", "from", "starting", "beginning"})
_MONTHS_OF_UNITS = frozenset({1, 3, 6, 12, 120, 1200})  # a month, quarter, half, year, decade, century


def values(text: str, published: str | None, kinds: list[str]) -> list[Row]:
    """Every value of `text`, of all kinds: the measurement itself leaves out those it does not score."""
    return [_value(mention, published) for mention in cc.find_values(text, published=published)]


def _value(mention: cc.Mention, published: str | None) -> Row:
    value = mention.value
    row: Row = {
        "kind": value.kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "value": _float(value.number),
        "unit": value.unit or value.noun or None,
        "modifier": _MODIFIERS.get(value.hedge),
    }
    dates = [v for v in (value, *mention.alternatives) if v.kind in ("date", "year") and v.extent]
    if value.kind in ("date", "year") or dates:  # `13 years ago` is a length to us, and a date to the sets
        row |= {"kind": "date", "value": None, "ivs": _readings(mention, dates, published)}
        row["modifier"] = row["modifier"] or _open_side(mention.scope) or _stretch(value)
    elif value.hedge is cc.Hedge.BETWEEN:
        row |= {"low": _float(value.number), "high": _float(value.upper), "value": None}
    elif value.hedge in (cc.Hedge.MORE_THAN, cc.Hedge.AT_LEAST):
        row["low"] = row["value"]
    elif value.hedge in (cc.Hedge.LESS_THAN, cc.Hedge.AT_MOST):
        row["high"] = row["value"]
    return row


def _open_side(scope: tuple[str, ...]) -> str | None:
    """The modifier that the word before a date amounts to: `since 2007` is open towards today."""
    word = scope[0] if scope else ""
    return "gt" if word in _OPEN_AFTER else "lt" if word in _OPEN_BEFORE else None


def _stretch(value: cc.Value) -> str | None:
    """`range` for days that are no unit of the calendar: a part of a month, a season, a stretch."""
    extent = value.extent
    if extent is None or extent.low is None or extent.high is None:
        return None
    first, end = (date.fromordinal(max(1, int(day))) for day in (extent.low, extent.high))
    months = (end.year - first.year) * 12 + end.month - first.month
    whole = first.day == end.day == 1 and (first.year * 12 + first.month - 1) % months == 0 if months else False
    days = (end - first).days
    unit = days == 1 or (days, first.weekday()) in ((7, 0), (2, 5)) or (whole and months in _MONTHS_OF_UNITS)
    return None if unit else "range"


def _readings(mention: cc.Mention, dates: list[cc.Value], published: str | None) -> list[list[str | None]]:
    """The half-open days of each reading, ours last: of several past ones the measurement takes the last."""
    if not dates:
        return []
    today = date.fromisoformat(published[:10]).toordinal() if published else 0
    ours = dates[0].extent
    if today and ours and ours.low is not None and ours.low > today:  # we say it is to come
        dates = [d for d in dates if d.extent and d.extent.low is not None and d.extent.low > today]
    return [days for value in reversed(dates) for days in _days(value, mention.scope)]


def _days(value: cc.Value, scope: tuple[str, ...]) -> list[list[str | None]]:
    """A date's half-open days, open on one side where its hedge or the word before it leaves that open."""
    assert value.extent
    low, high = _iso(value.extent.low), _iso(value.extent.high)
    word = scope[0] if scope else ""
    bounds: dict[cc.Hedge, list[list[str | None]]] = {
        cc.Hedge.LESS_THAN: [[None, low]],
        cc.Hedge.AT_MOST: [[low, high], [None, low], [None, high]],
        cc.Hedge.MORE_THAN: [[low, None], [high, None]],
        cc.Hedge.AT_LEAST: [[low, None]],
    }
    if value.hedge in bounds:
        return bounds[value.hedge]
    if word in _OPEN_BEFORE:
        return [[None, low], [low, high]]
    return [[low, None], [low, high]] if word in _OPEN_AFTER else [[low, high]]


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _iso(day: Decimal | None) -> str | None:
    return None if day is None else date.fromordinal(int(day)).isoformat()


def compare(claim: str, evidence: str) -> str:
    """Three classes: agree, discrepant, or nothing that can be said."""
    relation = cc.compare(claim, evidence).relation
    if relation.agrees:
        return "agree"
    return "discrepant" if relation is cc.Relation.DISCREPANT else "not_comparable"


def ranker(sentences: list[str]) -> Callable[[str], list[int]]:
    """A ranker of `sentences`, built once."""
    built = cc.Ranker(sentences)
    return lambda query: [ranked.index for ranked in built.rank(query)]


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of `text`."""
    return list(cc.split_sentences(text))


def fuse(rows: list[Row]) -> dict[str, object]:
    """The value held true for each item, as some source wrote it; of a tie the first that is listed."""
    written = {(str(row["item"]), _text(row["value"])): row["value"] for row in rows}
    fused = cc.fuse_all((str(row["item"]), str(row["source"]), _text(row["value"])) for row in rows)
    leading = {item: fusion.held or fusion.ties[0] for item, fusion in fused.items()}
    return {item: written[item, held.wording] for item, held in leading.items()}


def _text(value: object) -> str:
    return f"{Decimal(str(value)):f}".removesuffix(".0") if isinstance(value, float | int) else str(value)
