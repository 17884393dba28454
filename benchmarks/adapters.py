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
_WANTED = {"date": ("date", "year")}


def values(text: str, published: str | None, kinds: list[str]) -> list[Row]:
    """Every value of `text`, of all kinds: the measurement itself leaves out those it does not score."""
    return [_value(mention) for mention in cc.find_values(text, published=published)]


def _value(mention: cc.Mention) -> Row:
    value = mention.value
    row: Row = {
        "kind": "date" if value.kind == "year" else value.kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "value": _float(value.number),
        "unit": value.unit or value.noun or None,
        "modifier": _MODIFIERS.get(value.hedge),
    }
    if value.unit == "day" and value.kind in ("date", "year"):
        read = (value, *(a for a in mention.alternatives if a.kind in ("date", "year")))
        row["ivs"] = [days for v in read if (days := _days(v))]
        row["value"] = None
    elif value.hedge is cc.Hedge.BETWEEN:
        row |= {"low": _float(value.number), "high": _float(value.upper), "value": None}
    elif value.hedge in (cc.Hedge.MORE_THAN, cc.Hedge.AT_LEAST):
        row["low"] = row["value"]
    elif value.hedge in (cc.Hedge.LESS_THAN, cc.Hedge.AT_MOST):
        row["high"] = row["value"]
    return row


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _days(value: cc.Value) -> list[str | None] | None:
    """The half-open ISO days of a date; a bound is open on one side."""
    if value.extent is None:
        return None
    low, high = value.extent.low, value.extent.high
    if value.hedge.is_bound:
        low, high = (low, None) if value.hedge.is_lower else (None, high)
    return [_iso(low), _iso(high)]


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
    """The value held true for each item, as some source wrote it; of a tie the first that was given."""
    items: dict[object, list[Row]] = {}
    for row in rows:
        items.setdefault(row["item"], []).append(row)
    return {str(item): _held(said) for item, said in items.items()}


def _held(said: list[Row]) -> object:
    fusion = cc.fuse([(str(row["source"]), _text(row["value"])) for row in said])
    leading = fusion.ties if fusion.held is None else (fusion.held,)
    inside = {source for held in leading for source in held.supporters}
    return next((row["value"] for row in said if str(row["source"]) in inside), said[0]["value"])


def _text(value: object) -> str:
    return f"{Decimal(str(value)):f}".removesuffix(".0") if isinstance(value, float | int) else str(value)
