"""A report as a table of pandas or polars, a row a reading."""

from datetime import date
from decimal import Decimal
from importlib import import_module
from types import ModuleType
from typing import Any, Literal

from claimcheck.errors import MissingExtra
from claimcheck.model.finding import Evidence, Finding, Report
from claimcheck.model.interval import Interval
from claimcheck.model.text import Source
from claimcheck.verdict import severity, verdict

_LIBRARIES = ("pandas", "polars")
_DAY = "day"

COLUMNS: dict[str, type] = {
    "claim": str,
    "kind": str,
    "statement": str,
    "subject": str,
    "status": str,
    "relation": str,
    "verdict": str,
    "severity": str,
    "accepted": str,
    "source": str,
    "publisher": str,
    "published": date,
    "value": str,
    "number": float,
    "unit": str,
    "hedge": str,
    "low": float,
    "high": float,
    "first_day": date,
    "last_day": date,
    "quote": str,
    "sentence": str,
    "line": int,
    "column": int,
    "start": int,
    "end": int,
    "role": str,
    "speaker": str,
    "quoted": bool,
    "modality": str,
    "predicate": str,
    "as_of_first": date,
    "as_of_last": date,
    "origin": str,
    "score": float,
    "weak": bool,
    "curated": bool,
}
"""The columns of a table, and what their cells hold; a cell can be None."""


def to_frame(report: Report, library: Literal["pandas", "polars"] | None = None) -> Any:
    """The readings of a report as a table: one row for each, and one for each claim without any.

    `number`, `low` and `high` are floating-point numbers to calculate with; `value` is what was written. `low` and
    `high` are the ends of the ordinary sense, None where it has none; of dates and years these are `first_day` and
    `last_day`, both inside. `as_of_first` and
    `as_of_last` are the days of which the figure is told, where the sentence says so.

    Args:
        report: The report.
        library: Whose table to make; pandas, or polars where only that is installed, by default.

    Returns:
        A `pandas.DataFrame` or a `polars.DataFrame` with the columns of `COLUMNS`.

    Raises:
        MissingExtra: If the library asked for, or either, is not installed.
    """
    module = _library(library)
    rows = [row for finding in report for row in _rows(report, finding)]
    if module.__name__ == "polars":
        names = {str: "String", float: "Float64", int: "Int64", bool: "Boolean", date: "Date"}
        return module.DataFrame(rows, schema={c: getattr(module, names[t]) for c, t in COLUMNS.items()})
    frame = module.DataFrame(rows, columns=list(COLUMNS))
    # Without rows, or with gaps, pandas would guess other types than those of the columns.
    kinds = {str: "string", float: "float64", int: "Int64", bool: "boolean"}
    return frame.astype({c: kinds[t] for c, t in COLUMNS.items() if t in kinds})


def _library(asked: str | None) -> ModuleType:
    for name in (asked,) if asked else _LIBRARIES:
        try:
            return import_module(name)
        except ImportError:
            continue
    wanted = asked or "pandas or polars"
    raise MissingExtra(f"a table needs {wanted}, which is not installed; pip install {asked or 'pandas'}")


def _rows(report: Report, finding: Finding) -> list[dict[str, object]]:
    claim = finding.claim
    about: dict[str, object] = {
        **dict.fromkeys(COLUMNS),
        "claim": claim.id,
        "kind": claim.kind,
        "statement": claim.statement,
        "subject": claim.subject,
        "status": finding.status.value,
        "relation": finding.relation.value if finding.relation else None,
        "verdict": verdict(finding).value,
        "severity": severity(finding).label,
        "accepted": finding.accepted or None,
    }
    sources = {source.id: source for source in report.sources}
    return [about | _reading(e, sources.get(e.source_id, Source(e.source_id))) for e in finding.evidence] or [
        about
    ]


def _reading(e: Evidence, source: Source) -> dict[str, object]:
    value, excerpt = e.value, e.excerpt
    return {
        "source": source.id,
        "publisher": source.publisher or None,
        "published": source.published,
        "value": str(value),
        "number": _float(value.number),
        "unit": value.unit or value.noun or None,
        "hedge": value.hedge.value,
        **_ends(e),
        "predicate": e.predicate or None,
        **_as_of(e),
        "quote": excerpt.exact,
        "sentence": excerpt.text,
        "line": excerpt.line,
        "column": excerpt.column,
        "start": excerpt.document_span.start,
        "end": excerpt.document_span.end,
        "role": e.role.value,
        "speaker": e.speaker or None,
        "quoted": e.quoted,
        "modality": e.modality.value,
        "origin": e.origin or None,
        "score": e.score,
        "weak": e.weak,
        "curated": e.curated,
    }


def _ends(e: Evidence) -> dict[str, object]:
    """The ends of the ordinary sense, as days or as numbers."""
    if not e.senses:
        return {}
    interval = e.senses[0].interval
    if e.value.unit != _DAY:
        return {"low": _float(interval.low), "high": _float(interval.high)}
    first, last = _days(interval)
    return {"first_day": first, "last_day": last}


def _as_of(e: Evidence) -> dict[str, object]:
    """The days of which the figure is told."""
    if e.as_of is None:
        return {}
    first, last = _days(e.as_of)
    return {"as_of_first": first, "as_of_last": last}


def _days(interval: Interval) -> tuple[date | None, date | None]:
    """The first and the last day of an interval of days."""
    first = _day(interval.low, 0 if interval.low_closed else 1)
    return first, _day(interval.high, 0 if interval.high_closed else -1)


def _day(end: Decimal | None, by: int) -> date | None:
    """The day an end of an interval of days stands for, moved inside; None where the calendar has none."""
    if end is None or not 1 <= int(end) + by <= date.max.toordinal():
        return None
    return date.fromordinal(int(end) + by)


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
