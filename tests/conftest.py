"""Golden files: outputs that a person has looked at, kept as files under tests/golden."""

from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

_GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; then look at them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, or write the file with `--update-golden`."""

    def same(name: str, text: str) -> None:
        path = _GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"there is no golden file {name}; write it with --update-golden"
        assert path.read_bytes().decode() == text, f"{name} differs; if it should, run with --update-golden"

    return same
