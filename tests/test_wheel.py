"""Another project that has installed the wheel: its claim files are tests, and its tests ask for claims."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CLAIMS = """
subject: Harlow Weir
claims:
  - id: built
    statement: Harlow Weir was built in {value}.
    kind: year
    cues: [built]
  - id: length
    statement: Harlow Weir is {value} long.
    kind: measure
"""
TEST = """
from pathlib import Path

import claimcheck


def test_it_is_the_wheel():
    assert "installed" in Path(claimcheck.__file__).parts


def test_the_length(claims):
    assert claims["length"].agrees("120 metres")
"""
MANIFEST = """
sources:
  - {id: gazette, file: gazette.txt, published: 2024-08-05}
  - {id: record, file: record.txt, published: 2024-08-06}
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel, freshly built, was installed, without what it depends on."""
    work = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(work / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (work / "dist").glob("claimcheck-*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(work / "installed"), str(wheel)], check=True, capture_output=True)
    return work / "installed"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of somebody else's: claims, two articles that differ, and a test."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "weir.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "gazette.txt").write_text("Harlow Weir was built in 1931. It is 120 m long.", encoding="utf-8")
    (tmp_path / "record.txt").write_text("Harlow Weir, built in 1913, is 120 metres long.", encoding="utf-8")
    (tmp_path / "test_weir.py").write_text(TEST, encoding="utf-8")
    return tmp_path


def run(command: list[str], project: Path, installed: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    environment.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def test_another_project_runs_its_claims_as_tests(project: Path, installed: Path) -> None:
    done = run([sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rfE"], project, installed)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 failed, 7 passed" in done.stdout
    assert "claims/weir.yaml::built::agreement" in done.stdout
    assert "18 years" in done.stdout


def test_the_command_says_the_same(project: Path, installed: Path) -> None:
    command = [sys.executable, "-m", "claimcheck", "check", "claims", "--sources", "sources.yaml"]
    done = run([*command, "--format", "concise", "--fail-on", "discrepant"], project, installed)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "18 years" in done.stdout


def test_the_wheel_holds_what_its_pages_are_made_of(installed: Path) -> None:
    """Files that are no Python, which a build may forget, and the mark that the types are checked."""
    ours, theirs = (files(folder / "claimcheck") for folder in (ROOT, installed))
    assert ours <= theirs


def files(folder: Path) -> set[Path]:
    return {p.relative_to(folder) for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
