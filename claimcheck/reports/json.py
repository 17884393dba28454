"""The report as data: documented, versioned, and read back to an equal report."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, IterableValidationError, IterableValidationNote

from claimcheck.errors import InvalidInput, Problem
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.finding import Finding, Report
from claimcheck.plain_data import STEERING, with_repeats, without_repeats
from claimcheck.verdict import counts

NAME = "json"
SUFFIXES: tuple[str, ...] = (".json",)
SCHEMA = "claimcheck-report/1"
"""What the `schema` key says; a change that old readers would misread gets a new number."""

_LONGEST = 40  # digits up to which a number is written out instead of with an exponent
_SHOWN_PROBLEMS = 20


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as JSON, keys in a fixed order, numbers that were written as strings, dates as ISO 8601.

    A key whose value is the model's default is left out, and so is what the sides of comparisons would repeat of
    the finding's evidence: they name a reading by its source and span. The `summary` is for readers of the file;
    `read` does not need it.

    Args:
        report: The report.
        width: Not used: a report is data whatever it is shown on.
        color: Not used.
        ascii: Whether to escape everything beyond ASCII.
        verbose: Not used.
    """
    summary = {word.token.lower(): number for word, number in counts(report)}
    data = {"schema": SCHEMA, "summary": summary, **_converter().unstructure(report)}
    text = json.dumps(data, ensure_ascii=ascii, indent=1, allow_nan=False)
    return STEERING.sub(lambda m: f"\\u{ord(m.group()):04x}", text) + "\n"


def read(text: str) -> Report:
    """Read a report back from its JSON.

    Keys that this version does not know are ignored.

    Raises:
        InvalidInput: If `text` is not such a report, with everything that is wrong in it.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidInput(Problem(f"this is not JSON: {error}", "give a file that --format json wrote")) from None
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        found = f"its schema is {schema!r}" if schema else "it names no schema"
        raise InvalidInput(Problem(f"this is not a report of the format {SCHEMA}: {found}"))
    try:
        return _converter().structure(data, Report)
    except BaseValidationError as error:
        problems = transform_error(error, path="report", format_exception=_told)
        raise InvalidInput(*map(Problem, problems[:_SHOWN_PROBLEMS])) from None


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of the format, generated from the model."""
    definitions: dict[str, object] = {}
    _describe(Report, definitions)
    report = definitions.pop("Report")
    assert isinstance(report, dict)
    words: dict[str, object] = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
    report["properties"] = {"schema": {"const": SCHEMA}, "summary": words, **report["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"claimcheck report ({SCHEMA})",
        **report,
        "required": ["schema", "summary", *report["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _number(number: Decimal) -> str:
    short = not number.is_finite() or abs(number.adjusted()) < _LONGEST
    return f"{number:f}" if short else str(number)


def _read_number(data: object, _: object) -> Decimal:
    if not isinstance(data, str):
        raise ValueError(f"a number is written as a string here, not {data!r}")
    try:
        return Decimal(data)
    except InvalidOperation:
        raise ValueError(f"{data!r} is not a number") from None


def _read_date(data: object, _: object) -> date:
    if not isinstance(data, str):
        raise ValueError(f"a date is written as 2021-10-08, not {data!r}")
    return date.fromisoformat(data)


_JSON_NAMES = {str: "text", int: "a whole number", bool: "true or false", float: "a number"}


def _exactly(*kinds: type) -> Callable[[object, object], object]:
    """A hook that takes values of the given types as they are, where the library's own would convert anything."""

    def hook(data: object, kind: Any) -> object:
        if type(data) not in kinds:
            raise ValueError(f"expected {_JSON_NAMES[kind]}, not {data!r:.60}")
        return kind(data)

    return hook


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[-1:] == (Ellipsis,)


def _read_list(converter: Converter, kind: Any) -> Callable[[object, object], tuple[object, ...]]:
    """A hook for lists that takes no text for one, and says which of its members are wrong."""
    member = get_args(kind)[0]

    def hook(data: object, _: object) -> tuple[object, ...]:
        if not isinstance(data, list):
            raise ValueError(f"expected a list, not {data!r:.60}")
        members: list[object] = []
        errors: list[Exception] = []
        for n, item in enumerate(data):
            try:
                members.append(converter.structure(item, member))
            except Exception as error:
                error.add_note(IterableValidationNote(f"member {n}", n, member))
                errors.append(error)
        if errors:
            raise IterableValidationError("members of a list", errors, tuple)
        return tuple(members)

    return hook


def _told(error: BaseException, _: object) -> str:
    if isinstance(error, KeyError):
        return "this key is missing"
    return str(error.args[0]) if error.args else str(error)


@cache
def _converter() -> Converter:
    attrs.resolve_types(Comparison)  # it holds comparisons
    converter = Converter(omit_if_default=True)
    converter.register_unstructure_hook(Decimal, _number)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(Decimal, _read_number)
    converter.register_structure_hook(date, _read_date)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(float, _exactly(int, float))
    whole = converter.get_unstructure_hook(Finding)
    converter.register_unstructure_hook(Finding, lambda finding: without_repeats(finding, whole(finding)))
    converter.register_structure_hook_factory(_is_list, lambda kind: _read_list(converter, kind))
    read = converter.get_structure_hook(Finding)
    converter.register_structure_hook(Finding, lambda data, kind: read(with_repeats(data), kind))
    return converter


_PLAIN: dict[object, dict[str, object]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": "string", "pattern": r"^(-?\d+(\.\d+)?(E[+-]?\d+)?|Infinity)$"},
}


def _describe(kind: Any, definitions: dict[str, object]) -> dict[str, object]:
    """The schema of a type; those of attrs classes go to `definitions`."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) in (Union, UnionType):
        members = [k for k in get_args(kind) if k is not NoneType]
        return {"anyOf": [*(_describe(k, definitions) for k in members), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _describe(get_args(kind)[0], definitions)}
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # holds the place of a class that contains itself
        definitions[kind.__name__] = _class(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


_REPEATED = (Side, "text")  # left out where the evidence has it


def _class(kind: type, definitions: dict[str, object]) -> dict[str, object]:
    hints = get_type_hints(kind)
    fields = attrs.fields(kind)
    return {
        "description": (kind.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {f.name: _describe(hints[f.name], definitions) for f in fields},
        "required": [f.name for f in fields if f.default is attrs.NOTHING and (kind, f.name) != _REPEATED],
    }
