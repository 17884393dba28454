"""The records of an archive: which fields they have, and how a record becomes a document."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from claimcheck.errors import InvalidInput, Place, Problem
from claimcheck.located_yaml import short
from claimcheck.model.text import Document, Source, SourceKind
from claimcheck.sources.articles import SIZE_LIMIT

_LONGEST_ID = 500  # characters; claims and reports refer to it

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://\S+")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}[0-9:.,]*(?:Z|[+-]\d{2}:?\d{2}| UTC)?)?")

_NAMES: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (list, "a list"),
    (dict, "an object"),
    (tuple, "an object"),  # as its pairs
    (date, "a day"),
    (bytes, "bytes"),
)


class _Wrong(Exception):
    """What is wrong with a value, and what to write instead."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.message, self.advice = message, advice


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong(f"is {_named(value)} where a text should be", "put it in quotation marks")
    return _whole(value)


def _whole(text: str) -> str:
    """A text that can be written down.

    Raises:
        _Wrong: If it has half a character or a zero in it.
    """
    if "\0" in text:
        raise _Wrong(f"is not a text: character {text.index(chr(0))} is zero")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _Wrong(f"has half a character in it (U+{ord(text[error.start]):04X})", "write it as UTF-8") from None
    return text


def _line(value: object) -> str:
    return " ".join(_text(value).split())


def _id(value: object) -> str:
    text = str(value) if type(value) is int else _line(value)
    if not text:
        raise _Wrong("is empty", "give each record an id of its own")
    if len(text) > _LONGEST_ID:
        raise _Wrong(f"has {len(text)} characters", f"an id has {_LONGEST_ID} at most")
    return text


def _body(value: object) -> str:
    text = _text(value)
    if not text.strip():
        raise _Wrong("is empty", "put the article's text in it, or leave the record out")
    if len(text) > SIZE_LIMIT:
        raise _Wrong(f"is larger than {SIZE_LIMIT / 1e6:g} million characters", "split it into articles")
    return text


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _line(value)
    if not text:
        return None
    found = _DAY.fullmatch(text)
    if not found:
        raise _Wrong(f"`{short(text)}` is not a date", "write year-month-day, like 2021-10-08")
    try:
        return date.fromisoformat(found[1])
    except ValueError as error:
        raise _Wrong(f"`{short(text)}` is no day of the calendar ({error})") from None


def _url(value: object) -> str:
    text = _line(value)
    if text and not _URL.fullmatch(text):
        raise _Wrong(f"`{short(text)}` is not a web address beginning with https:// or http://")
    return text


def _kind(value: object) -> SourceKind:
    text = _line(value)
    known = tuple(kind.value for kind in SourceKind)
    if text and text not in known:
        raise _Wrong(f"`{short(text)}` is not one of the kinds of source", f"they are {', '.join(known)}")
    return SourceKind(text) if text else SourceKind.SECONDARY


def _language(value: object) -> str:
    text = _line(value)
    if text and not _LANGUAGE.fullmatch(text):
        raise _Wrong(f"`{short(text)}` is not a language tag like `en` or `es-MX`")
    return text or "en"


def _place(value: object) -> str:
    text = _line(value)
    if text and not re.fullmatch("[A-Z]{2}", text):
        raise _Wrong(f"`{short(text)}` is not a country of two capital letters like `US`")
    return text or "US"


class Known(NamedTuple):
    """A field that records may have.

    Attributes:
        name: The field.
        attribute: The attribute of a source that it gives; empty for the text.
        read: Its value as that attribute has it.
    """

    name: str
    attribute: str
    read: Callable[[object], Any]


FIELDS = (
    Known("id", "id", _id),
    Known("text", "", _body),
    Known("title", "title", _line),
    Known("publisher", "publisher", _line),
    Known("url", "url", _url),
    Known("archive", "archive_url", _url),
    Known("published", "published", _day),
    Known("reference_date", "reference_day", _day),
    Known("kind", "kind", _kind),
    Known("language", "language", _language),
    Known("place", "place", _place),
    Known("note", "note", _line),
)
"""All of them, named as those of a manifest. `id` and `text` must be there, others may; no other plays a part."""

NEEDED = ("id", "text")


def document(record: Mapping[str, object], place: Callable[[str], Place]) -> Document:
    """The document of a record. A field without a value (JSON's `null`) counts as not there.

    Args:
        record: Field to value.
        place: Where a field of it stands; of a field that it has not, where the record does.

    Raises:
        InvalidInput: If a needed field is missing or a value cannot be read; with all such problems.
    """
    values: dict[str, Any] = {}
    text = ""
    problems: list[Problem] = []
    for field in FIELDS:
        value = record.get(field.name)
        if value is None:
            if field.name in NEEDED:
                advice = f"give each record the field `{field.name}`"
                problems.append(Problem(f"the record has no `{field.name}`", advice, place(field.name)))
            continue
        try:
            read = field.read(value)
        except _Wrong as wrong:
            problems.append(Problem(f"`{field.name}` {wrong.message}", wrong.advice, place(field.name)))
            continue
        if field.attribute:
            values[field.attribute] = read
        else:
            text = read
    if problems:
        raise InvalidInput(*problems)
    return Document(Source(**values), text)


def known_id(record: Mapping[str, object]) -> str:
    """The id of a record that may have other faults; empty where it has none."""
    try:
        return _id(record["id"])
    except (KeyError, _Wrong):
        return ""


def _named(value: object) -> str:
    return next((name for kind, name in _NAMES if isinstance(value, kind)), f"a {type(value).__name__}")
