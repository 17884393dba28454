"""No text of an article does anything, whatever the format it is reported in."""

import re

import hostile_reports
import pytest
import reports_data

from claimcheck import reports
from claimcheck.reports import Format

# What steers a terminal or an editor, or breaks a line where nobody wrote a line break.
STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
EVERY = pytest.mark.parametrize("member", reports.FORMATS, ids=lambda m: m.NAME)
TEXTS = pytest.mark.parametrize("name", hostile_reports.TEXTS)


def render(member: Format, name: str, **settings: bool) -> str:
    return member.render(hostile_reports.report(hostile_reports.TEXTS[name]), **settings)


@TEXTS
@EVERY
def test_nothing_steers(member: Format, name: str) -> None:
    text = render(member, name)
    assert not STEERING.search(text)
    assert text.encode("utf-8").endswith(b"\n")
    assert render(member, name, ascii=True).isascii()


@pytest.mark.parametrize("name", [name for name in hostile_reports.TEXTS if "workflow" in name or name == "lines"])
@EVERY
def test_no_line_is_a_command_to_a_workflow_but_those_of_the_format_for_it(member: Format, name: str) -> None:
    """A runner obeys a line that begins with `::name` or `##[name]`, blanks before it or not."""
    for line in render(member, name).splitlines():
        if member.NAME == "github":
            assert re.match(r"::(error|warning|notice) file=claims/[^,:]*,line=\d+,col=\d+,title=[^,:]*::", line)
        else:
            assert not line.lstrip().startswith(("::", "##[", "##vso["))


@EVERY
def test_the_same_report_gives_the_same_text(member: Format) -> None:
    assert member.render(reports_data.report()) == member.render(reports_data.report())
