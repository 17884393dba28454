"""The spreadsheet: read back by this package, by Python and by pandas; no cell is a formula."""

import csv as stdlib_csv
from datetime import date
from io import StringIO
from typing import Any

import attrs
import hostile_reports
import pytest
import reports_data
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import InvalidInput
from claimcheck.model.claim import Acceptance
from claimcheck.model.finding import Report
from claimcheck.reports import csv

REPORTS = [reports_data.report(), Report((), ()), *map(hostile_reports.report, hostile_reports.TEXTS.values())]


@pytest.mark.parametrize("report", REPORTS)
def test_rows_read_back(report: Report) -> None:
    assert csv.read(csv.render(report)) == csv.rows(report)


@pytest.mark.parametrize("report", REPORTS)
def test_python_and_pandas_read_the_same_cells(report: Report) -> None:
    pandas = pytest.importorskip("pandas")
    text = csv.render(report)
    cells = [*stdlib_csv.reader(StringIO(text, newline=""))]
    frame = pandas.read_csv(StringIO(text, newline=""), dtype=str, keep_default_na=False)
    assert tuple(frame.columns) == tuple(cells[0]) == csv.HEADER
    assert frame.values.tolist() == cells[1:]


@pytest.mark.parametrize("report", REPORTS)
def test_no_cell_is_a_formula_and_no_cell_breaks_its_line(report: Report) -> None:
    text = csv.render(report)
    for row in stdlib_csv.reader(StringIO(text, newline="")):
        for cell in row:
            assert not cell.startswith(
                ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
            )
    assert len(text.splitlines()) == len(csv.rows(report)) + 1


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("'=+-@\t\r\n\",;"), max_size=12))
def test_any_value_reads_back(text: str) -> None:
    report = hostile_reports.report(text or "x")
    assert csv.read(csv.render(report)) == csv.rows(report)


def test_the_cells_of_a_row() -> None:
    row = csv.rows(reports_data.report())[1]
    assert attrs.astuple(row) == (
        "bridge-cost",
        "$3 billion",
        "002",
        "“We have put $3 billion into this crossing,” Mara Lind said.",
        "found by wording, score 75, quoting Mara Lind",
        "",
        "",
        "discrepant",
        "001 says about $3.3 billion, 002 and 004 $3 billion: 9 % apart",
    )


def test_an_accepted_disagreement_names_who_checked_it_and_when() -> None:
    finding = reports_data.accepted()
    acceptance = Acceptance(("001",), (reports_data.year(2007),), "ana", date(2026, 11, 22), "planned")
    finding = evolve(finding, claim=evolve(finding.claim, accepted=(acceptance,)))
    rows = csv.rows(evolve(reports_data.report(), findings=(finding,)))
    assert [(r.checked_by, r.date) for r in rows] == [("ana", "2026-11-22"), ("", "")]
    assert {r.verdict for r in rows} == {"accepted"}


def test_weak_readings_say_so_and_can_be_left_out() -> None:
    (headline,) = (r for r in csv.rows(reports_data.report()) if r.quote.startswith("The $ 3"))
    assert headline.method.endswith("in the headline, no vote")
    assert headline not in csv.rows(reports_data.report(), weak=False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not a table"),
        ("a,b\r\n", "begin it with claim, value"),
        (",".join(csv.HEADER) + "\r\nx,y\r\n", "row 2 does not have 9 cells"),
        ('"a"b"\r\n', "no comma-separated table"),
    ],
)
def test_other_tables_are_refused(text: str, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        csv.read(text)


def test_a_byte_order_mark_of_a_spreadsheet_is_taken_off() -> None:
    report: Any = reports_data.report()
    assert csv.read("\ufeff" + csv.render(report)) == csv.rows(report)
