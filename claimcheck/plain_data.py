"""The model's values as plain data, and plain data as JSON that steers nothing that shows it."""

import json
import re
from datetime import date
from decimal import Decimal
from enum import Enum
from urllib.parse import quote

import attrs

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
