"""`claimcheck find`: what a person sees of the values of a text."""

from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.cli import find as find_module
from claimcheck.cli import main
from claimcheck.terminal import Pen

TEXT = "They have paid about $3.3 billion a year since 2007."


def find(*args: str, stdin: bytes = b"") -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["find", *args], input=stdin)


def test_each_value_is_listed_below_its_line() -> None:
    shown = find(f"{TEXT}\n\nNothing here.\n\nTwo men came.").stdout.splitlines()
    assert [line.split() for line in shown if line.startswith("  ") and "~" not in line] == [
        ["at", "words", "kind", "reads", "ordinarily"],
        "15–33 about $3.3 billion money about $3.3 billion $3.2 to $3.4 billion".split(),
        "$ is the dollar of US: USD".split(),
        "beside it: per year, since 2007".split(),
        "47–51 2007 year 2007".split(),
        "beside it: since".split(),
        "69–76 Two men count 2 men".split(),
    ]
    assert shown[0] == TEXT
    assert shown[1] == " " * 15 + "~" * 18 + " " * 14 + "~" * 4
    assert shown[-1] == "3 values: money 1, year 1, count 1"
    assert shown.index("Nothing here.") < shown.index("Two men came.")


def test_brief_leaves_out_lines_without_values() -> None:
    shown = find("--brief", f"{TEXT}\n\nNothing here.\n\nTwo men came.").stdout
    assert "Nothing here." not in shown
    assert "Two men came." in shown
    assert "\n\n\n" not in shown


def test_who_says_it_and_whether_it_is_a_fact() -> None:
    shown = find("“We will plant 500 trees,” said Ada Moreno. They never planted 20 trees.").stdout
    assert "in a quotation of Ada Moreno" in shown
    assert "planned, not stated as a fact" in shown
    assert "denied, not stated as a fact" in shown


def test_other_readings_are_shown() -> None:
    assert "or: 2 tonnes; 2 long tons" in find("They lifted 2 tons.").stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("It fell last week.",), True),
        (("It fell last week.", "--published", "2021-10-08"), False),
        (("It fell in 2019.",), False),
    ],
)
def test_unresolved_dates_ask_for_the_day(args: tuple[str, ...], told: bool) -> None:
    result = find(*args)
    assert result.exit_code == 0
    assert ("--published gives the day" in result.stdout) is told


def test_a_file_and_standard_input_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert find(str(path)).stdout == find("-", stdin=TEXT.encode()).stdout == find(TEXT).stdout


def test_names_inside_quotations_are_underlined_once() -> None:
    result = find("“We met Ada Moreno of Oslo,” said Ben Okri.", "--kind", "name", "--kind", "quote")
    assert result.exit_code == 0
    assert " name " in result.stdout
    assert " quote " in result.stdout


@pytest.mark.parametrize("width", [20, 30, 48, 64, 80, 120])
@pytest.mark.parametrize("color", ["never", "always"])
def test_nothing_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch, width: int, color: str) -> None:
    pen = Pen(width=width, color=color == "always")
    monkeypatch.setattr(find_module, "pen", lambda choice: pen)
    shown = find(f"{TEXT} A record number of northern mountain goats were counted in the same year.").stdout
    plain = unstyle(shown)
    assert max(map(len, plain.splitlines())) <= width
    assert ("\x1b[" in shown) is (color == "always")


@given(st.text(alphabet="a5$ ,.“”\n\x1b\u202e%", max_size=60))
@settings(deadline=None, max_examples=40)
def test_any_text_is_shown_inert(text: str) -> None:
    result = find("--", text) if text != "-" else find("-")
    assert result.exit_code == 0
    assert not {"\x1b", "\u202e"} & set(result.stdout)
