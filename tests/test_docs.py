"""The documentation is true: its commands print what it shows, and every kind and format has its page."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.kinds import kind_names
from claimcheck.reports import FORMATS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FENCE = re.compile(r"<!-- (file: (?P<file>\S+)|run) -->\n```\w+\n(?P<body>.*?)\n?```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def run(command: str, folder: Path) -> str:
    """What a shell command prints, errors included, on a plain terminal of 100 columns."""
    words = command.split()
    assert words[0] == "claimcheck"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1, 2), done.stderr
    assert "Traceback" not in done.stderr
    return (done.stdout + done.stderr).rstrip()


@pytest.mark.parametrize("page", ["README.md", "docs/matching.md", "docs/tutorial.md"])
def test_a_page_that_is_run_prints_what_it_shows(
    page: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = ROOT / page
    folder = tmp_path if page == "docs/tutorial.md" else ROOT
    text = path.read_text(encoding="utf-8")

    def held(match: re.Match[str]) -> str:
        body = match["body"]
        if match["file"]:
            file = tmp_path / match["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body + "\n", encoding="utf-8")
            return match.group()
        command = body.splitlines()[0]
        shown = f"{command}\n{run(command.removeprefix('$ '), folder)}"
        return match.group().replace(body, shown)

    now = FENCE.sub(held, text)
    if request.config.getoption("--update-golden"):
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8"), f"{page} is out of date: pytest --update-golden"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("kind", kind_names())
def test_every_kind_has_a_page(kind: str) -> None:
    assert (DOCS / "kinds" / f"{kind}.md").is_file()


@pytest.mark.parametrize("name", [f.NAME for f in FORMATS])
def test_every_format_has_a_page(name: str) -> None:
    assert (DOCS / "reports" / f"{name}.md").is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_one_sentence_a_line(page: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for line in prose.splitlines():
        if not line.startswith(("|", ">>>", "#", "    ")):
            plain = re.sub(r"`[^`]*`|\([^)]*\)|\be\.g\.|\bi\.e\.", "", line)
            assert not re.search(r"[a-z]{2}[.?!] [A-Z][a-z]", plain), (
                f"{page.name}: two sentences on one line: {line}"
            )
