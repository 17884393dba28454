"""Tables of pandas and polars."""

import sys
from datetime import date
from decimal import Decimal
from typing import Literal

import hostile_reports
import pytest
import reports_data
from attrs import evolve

from claimcheck.errors import MissingExtra
from claimcheck.frames import COLUMNS, to_frame
from claimcheck.model.finding import Report
from claimcheck.model.interval import Interval

Library = Literal["pandas", "polars"]
BOTH = pytest.mark.parametrize("library", ["pandas", "polars"])


@BOTH
@pytest.mark.parametrize(
    "report", [reports_data.report(), Report((), ()), hostile_reports.report("a\x00b\ud800"[:3])]
)
def test_a_row_for_each_reading_and_each_claim_without(library: Library, report: Report) -> None:
    pytest.importorskip(library)
    frame = to_frame(report, library)
    assert type(frame).__module__.split(".")[0] == library
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == sum(max(1, len(f.evidence)) for f in report)


@BOTH
def test_cells(library: Library) -> None:
    pytest.importorskip(library)
    frame = to_frame(reports_data.report(), library)
    rows = frame.to_dict("records") if library == "pandas" else frame.to_dicts()
    first = rows[0]
    assert (first["claim"], first["source"], first["value"]) == ("bridge-cost", "001", "about $3.3 billion")
    assert (first["number"], first["low"], first["high"]) == (3.3e9, 3.25e9, 3.35e9)
    assert first["quote"] == "about U.S. $3.3 billion"
    opened = next(r for r in rows if r["claim"] == "bridge-opening")
    assert (opened["first_day"], opened["last_day"]) == (date(2007, 1, 1), date(2007, 12, 31))


@BOTH
def test_columns_have_the_same_types_with_rows_and_without(library: Library) -> None:
    pytest.importorskip(library)
    full, empty = to_frame(reports_data.report(), library), to_frame(Report((), ()), library)
    assert [str(t) for t in full.dtypes] == [str(t) for t in empty.dtypes]


def test_it_can_be_calculated_with() -> None:
    pytest.importorskip("pandas")
    frame = to_frame(reports_data.report(), "pandas")
    cost = frame[(frame["claim"] == "bridge-cost") & ~frame["weak"]]
    assert cost["number"].max() - cost["number"].min() == 3e8


@pytest.mark.parametrize(
    ("missing", "asked", "told"),
    [
        (("pandas", "polars"), None, "pandas or polars"),
        (("polars",), "polars", "polars"),
        (("pandas",), "pandas", "pandas"),
    ],
)
def test_a_missing_library_is_told(
    monkeypatch: pytest.MonkeyPatch, missing: tuple[str, ...], asked: Library | None, told: str
) -> None:
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtra, match=f"needs {told}, which is not installed"):
        to_frame(reports_data.report(), asked)


def test_polars_serves_where_pandas_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    polars = pytest.importorskip("polars")
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert isinstance(to_frame(reports_data.report()), polars.DataFrame)


def test_days_beyond_the_calendar_are_left_out() -> None:
    pytest.importorskip("polars")
    finding = reports_data.opening()
    first, *rest = finding.evidence
    sense = first.senses[0]
    open_ended = evolve(sense, interval=Interval.from_(Decimal(date(2007, 1, 1).toordinal())))
    changed = evolve(finding, evidence=(evolve(first, senses=(open_ended,)), *rest))
    frame = to_frame(evolve(reports_data.report(), findings=(changed,)), "polars")
    assert frame["last_day"][0] is None
    assert frame["first_day"][0] == date(2007, 1, 1)
