"""The model's values as plain data, and plain data as JSON that steers nothing that shows it."""

import json
import re
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import quote

import attrs

from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.text import Span

_LONGEST = 40  # digits up to which a number is written out instead of with an exponent
# Characters that a terminal obeys, or that break lines for some readers: JSON may escape them, so it does.
STEERING = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_MARKUP = re.compile("[<>&]")


def plain(value: object) -> object:
    """A value of the model as plain data, by the rules of the JSON report.

    Numbers that were written become strings, dates ISO 8601, tuples lists; a key whose value is the model's
    default is left out.

    >>> from claimcheck.model.text import Source
    >>> plain(Source("001", published=date(2021, 10, 8)))
    {'id': '001', 'published': '2021-10-08'}
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        short = not value.is_finite() or abs(value.adjusted()) < _LONGEST
        return f"{value:f}" if short else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(member) for member in value]
    kind: type = type(value)
    if attrs.has(kind):
        fields = ((field, getattr(value, field.name)) for field in attrs.fields(kind))
        return {field.name: plain(own) for field, own in fields if _told(field, own)}
    return value


def _told(field: "attrs.Attribute[object]", own: object) -> bool:
    return field.default is attrs.NOTHING or own != field.default


def without_repeats(finding: Finding, data: dict[str, object]) -> dict[str, object]:
    """The plain data of a finding, the sides of its comparisons without what its evidence says already.

    A side that is a reading of the finding keeps its source, its span and the other sources that it stands for;
    `with_repeats` puts back its words, its value and its senses. Without this the words of one reading would stand
    in the report once for each comparison that it takes part in.

    Args:
        finding: The finding.
        data: Its plain data; not changed.
    """
    readings = {(e.source_id, e.excerpt.document_span): e for e in reversed(finding.evidence)}
    found = dict(data)
    for key in _COMPARED:
        members = found.get(key)
        if isinstance(members, list):
            comparisons: tuple[Comparison, ...] = getattr(finding, key)
            found[key] = [_short(readings, c, d) for c, d in zip(comparisons, members, strict=True)]
    return found


_COMPARED = ("comparisons", "within", "expected")
_SIDES = ("left", "right")
_REPEATED = ("text", "value", "senses")
_Readings = dict[tuple[str, Span], Evidence]


def _short(readings: _Readings, comparison: Comparison, data: dict[str, object]) -> dict[str, object]:
    found = dict(data)
    for key in _SIDES:
        side: Side = getattr(comparison, key)
        whole = data[key]
        e = readings.get((side.source_id, side.span)) if side.span is not None else None
        if e is not None and isinstance(whole, dict) and _is_of(side, e):
            found[key] = {name: own for name, own in whole.items() if name not in _REPEATED}
    return found


def _is_of(side: Side, e: Evidence) -> bool:
    """Whether a side of a comparison is that reading, to the letter."""
    words = e.value.written or e.value.normal
    return (
        (side.text, side.value, side.senses) == (words, e.value, e.senses)
        and side.value is not None
        and side.value.written == e.value.written
    )


def with_repeats(data: object) -> object:
    """The plain data of a finding, its comparisons complete again; anything that does not fit is left as it is."""
    if not isinstance(data, dict) or not isinstance(data.get("evidence"), list):
        return data
    readings = {_place(e): e for e in reversed(data["evidence"]) if _place(e) is not None}
    found = dict(data)
    for key in _COMPARED:
        if isinstance(found.get(key), list):
            found[key] = [_whole(readings, c) for c in found[key]]
    return found


def _whole(readings: dict[object, dict[str, Any]], data: object) -> object:
    if not isinstance(data, dict):
        return data
    found = dict(data)
    for key in _SIDES:
        side = found.get(key)
        if isinstance(side, dict) and "text" not in side:
            e = readings.get(_key(side.get("source_id"), side.get("span")))
            if e is not None:
                value = e["value"]
                words = value.get("written") or value.get("normal")
                found[key] = side | {"text": words, "value": value, "senses": e.get("senses", [])}
    return found


def _place(e: object) -> object:
    """What a reading is found by; None where it is no reading."""
    if not isinstance(e, dict) or not isinstance(e.get("value"), dict) or not isinstance(e.get("excerpt"), dict):
        return None
    return _key(e.get("source_id"), e["excerpt"].get("document_span"))


def _key(source_id: object, span: object) -> object:
    if not isinstance(span, dict) or not isinstance(source_id, str):
        return None
    ends = (span.get("start"), span.get("end"))
    return (source_id, *ends) if all(isinstance(end, int) for end in ends) else None


def dump(data: object, *, indent: int | None = 1, ascii: bool = False, markup: bool = True) -> str:
    """Plain data as JSON, without a line break at its end.

    Args:
        data: Dictionaries, lists, texts, numbers, booleans and None.
        indent: Blanks a level is indented by; None writes one line.
        ascii: Whether to escape everything beyond ASCII.
        markup: Whether `<`, `>` and `&` may stand as they are; False for JSON that is put into a page.
    """
    text = json.dumps(data, ensure_ascii=ascii, indent=indent, allow_nan=False)
    text = STEERING.sub(_escaped, text)
    return text if markup else _MARKUP.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def web_address(url: str) -> str:
    """An address of the web with everything escaped that an address cannot hold; empty for any other.

    >>> web_address("https://example.org/a b"), web_address("javascript:alert(1)")
    ('https://example.org/a%20b', '')
    """
    if not url.lower().startswith(("https://", "http://")):
        return ""
    return quote(url, safe=":/?#@!$&()*+,;=%~", errors="replace")
