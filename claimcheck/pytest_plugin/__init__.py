"""pytest collects claim files: each claim has a test a source, and one for their agreement.

This module only looks at file names. What reads claims and sources is imported when the first claim file is met,
so that a run without any pays nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.pytest_plugin.fixture import CheckedClaims

_SUFFIXES = (".yaml", ".yml")
_FOLDER = "claims"
_HEAD = 65_536  # bytes within which the keys at the top of a file are looked for
_OTHER_FILE = re.compile(rb"^(sources|decisions)[ \t]*:", re.MULTILINE)
_CLAIM_FILE = re.compile(rb"^claims[ \t]*:", re.MULTILINE)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("claimcheck", "claims checked against sources")
    group.addoption(
        "--claims-root",
        metavar="DIR",
        help="folder whose claimcheck.toml (or [tool.claimcheck]), claims and sources are used (default: rootdir)",
    )
    group.addoption(
        "--claims-sources",
        metavar="PATH",
        help="manifest or folder of articles (default: as configured, else seeds/sources.yaml or sources.yaml)",
    )
    group.addoption(
        "--claims-fail-on",
        choices=("tension", "discrepant", "single_source"),
        help="how grave a finding fails its test (default: as configured, else discrepant)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the marks known, by which tests can be chosen: `-m "source(id='001')"`."""
    config.addinivalue_line("markers", "source(id): the test of one source of a claim")
    config.addinivalue_line("markers", "agreement: the test of a claim's sources against one another")
    config.addinivalue_line("markers", "claim(id, kind): any test of a claim")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect YAML files in a folder called `claims`, and those named on the command line, as claim files."""
    if file_path.suffix not in _SUFFIXES:
        return None
    if _FOLDER not in file_path.parent.parts and not _is_named(file_path, parent.config):
        return None
    with file_path.open("rb") as file:
        head = file.read(_HEAD)
    if _OTHER_FILE.search(head) and not _CLAIM_FILE.search(head):
        return None
    from claimcheck.pytest_plugin.items import ClaimFile

    collected: pytest.Collector = ClaimFile.from_parent(parent, path=file_path)
    return collected


def _is_named(file_path: Path, config: pytest.Config) -> bool:
    named = (config.invocation_params.dir / str(arg).partition("::")[0] for arg in config.args)
    return any(file_path == path.resolve() for path in named)


@pytest.fixture(scope="session")
def claims(pytestconfig: pytest.Config) -> CheckedClaims:
    """The findings of the project's claims: `assert claims["merida-start-year"].agrees("2008")`."""
    from claimcheck.pytest_plugin.fixture import checked

    return checked(pytestconfig)
