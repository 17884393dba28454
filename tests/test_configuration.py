"""Which project files have our table: they are read as TOML only where it may stand in them."""

from pathlib import Path

import pytest

from claimcheck.configuration import Configuration, load

FORMATS = ("full", "json")


@pytest.mark.parametrize(
    "table",
    [
        "[project]\nname = 'x'\n[tool.claimcheck]\nformat = 'json'",
        "[ tool . claimcheck ]\nformat = 'json'",
        "[tool.'claimcheck']\nformat = 'json'",
        '["tool"."claimcheck"]\nformat = \'json\'',
        "[tool]\nclaimcheck = {format = 'json'}",
        "[ 'tool' ]\nclaimcheck.format = 'json'",
        "[tool] # ours and others'\n[tool.other]\nx = 1\n[tool.claimcheck]\nformat = 'json'",
        "tool.claimcheck.format = 'json'\n[project]\nname = 'x'",
        "tool = {claimcheck = {format = 'json'}}",
        "  \"tool\" = {claimcheck = {format = 'json'}}",
    ],
)
def test_our_table_is_found_however_it_is_spelled(tmp_path: Path, table: str) -> None:
    (tmp_path / "pyproject.toml").write_text(table, encoding="utf-8")
    assert load(tmp_path, FORMATS).format == "json"


def test_a_project_file_without_our_table_is_not_our_business(tmp_path: Path) -> None:
    text = "[tool.other]\nscript = 'claimcheck'\nthis is no TOML\n"
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    assert load(tmp_path, FORMATS) == Configuration()
