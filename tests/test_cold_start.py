"""What each way in imports, by name: a check of five articles must not wait for what it does not use.

Names and not times, since times depend on the machine; `benchmarks/cold.py` measures those.
"""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from claimcheck import engines, reports
from claimcheck.sources import ARCHIVES

ROOT = Path(__file__).parents[1]

CHECK = """
import contextlib, io, sys
sys.argv = ["claimcheck", "check", "claims", "--sources", "seeds/sources.yaml"]
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    import runpy
    runpy.run_module("claimcheck", run_name="__main__", alter_sys=True)
"""
CLASSES = """
for module in [module for name, module in sys.modules.items() if name.startswith("claimcheck")]:
    for known in vars(module).values():
        if isinstance(known, type) and "__attrs_attrs__" in vars(known):
            print(f"{known.__module__}.{known.__name__}", file=sys.stderr)
"""
WAYS = {
    "package": "import claimcheck",
    "names": "import claimcheck; dir(claimcheck)",
    "values": "import claimcheck; assert claimcheck.find_values('about $3 billion since 2008')",
    "sentences": "import claimcheck; assert claimcheck.split_sentences('One. Two.')",
    "plugin": "import pytest, claimcheck.pytest_plugin",
    "check": CHECK,
}
# What is for reports, tables, clusters and archives that a plain check has not been asked for.
HEAVY = {
    "jinja2",
    "markupsafe",
    "cattrs",
    "sqlite3",
    "distributed",
    "dask",
    "pandas",
    "polars",
    "pyarrow",
    "pytest",
}
TERMINAL = {"click", "rich"}
FILES = {"yaml", "tomllib", "json", "subprocess", "logging"}

UNWANTED = {
    "package": HEAVY | TERMINAL | FILES | {"attr", "attrs", "typing", "inspect", "re", "pathlib", "rapidfuzz"},
    "names": HEAVY | TERMINAL | FILES | {"attr", "attrs", "typing", "inspect", "re", "pathlib", "rapidfuzz"},
    "values": HEAVY | TERMINAL | FILES | {"rapidfuzz", "difflib", "hashlib"},
    "sentences": HEAVY | TERMINAL | FILES | {"rapidfuzz", "difflib", "hashlib"},
    "plugin": (HEAVY | TERMINAL | FILES | {"rapidfuzz", "attr"}) - {"pytest", "json", "subprocess", "logging"},
    "check": HEAVY
    | {"rich", "subprocess", "logging", "tempfile", "xml", "html", "csv", "tomllib"}
    | {f"claimcheck.reports.{name}" for name in reports.MEMBERS if name != "full"}
    | {f"claimcheck.engines.{name}" for name in engines.MEMBERS if name != "here"}
    | {"claimcheck.pipeline.checkpoint", "claimcheck.align", "claimcheck.statements", "claimcheck.matching.rank"}
    | {"claimcheck.frames", "claimcheck.difference", "claimcheck.located_yaml.syntax"}
    | {"claimcheck.matching.index", "claimcheck.sources.markdown", *(f"claimcheck.sources.{a}" for a in ARCHIVES)},
}
# attrs is for what users hold, what has validators and what has a length or an order of its own: making such a
# class takes five times as long as a `NamedTuple`. Records that stay inside a stage are those.
HELD = ("claimcheck.model.", "claimcheck.errors.", "claimcheck.policy.")
ATTRS = {
    "claimcheck.line.Line",
    "claimcheck.matching.words.Words",
    "claimcheck.pipeline.partial.Partial",
    "claimcheck.quotes.Located",
    "claimcheck.sources.loading.Sources",
}


@cache
def imported(way: str) -> frozenset[str]:
    """Names of the modules that are there after one of the `WAYS`, in an interpreter of its own."""
    code = f"{WAYS[way]}\nimport sys\nsys.stderr.write('\\n'.join(sys.modules))"
    # Without user site and its `.pth` files, which may import anything.
    done = subprocess.run(
        [sys.executable, "-s", "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return frozenset(done.stderr.splitlines())


@cache
def bare() -> frozenset[str]:
    """What an interpreter imports before it does anything."""
    code = "import sys; sys.stderr.write('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-s", "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return frozenset(done.stderr.splitlines())


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_imported_that_is_not_used(way: str) -> None:
    assert sorted(UNWANTED[way] & (imported(way) - bare())) == []


def test_the_check_has_been_made() -> None:
    used = {"claimcheck.cli.check", "claimcheck.pipeline", "claimcheck.reconcile", "claimcheck.reports.full"}
    assert used <= imported("check")


def test_only_what_users_hold_is_an_attrs_class() -> None:
    code = f"{CHECK}\n{CLASSES}"
    done = subprocess.run(
        [sys.executable, "-s", "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    found = done.stderr.splitlines()
    assert "claimcheck.model.text.Span" in found
    assert {name for name in found if not name.startswith(HELD)} <= ATTRS


@pytest.mark.parametrize("name", reports.MEMBERS)
def test_the_list_of_formats_says_what_each_says_of_itself(name: str) -> None:
    told = reports.by_name(name)
    assert name == told.NAME
    assert reports.MEMBERS[name] == told.SUFFIXES


@pytest.mark.parametrize("name", engines.MEMBERS)
def test_the_list_of_engines_says_what_each_says_of_itself(name: str) -> None:
    told = engines.by_name(name)
    assert name == told.NAME
    assert engines.MEMBERS[name] == told.OPTIONS


@pytest.mark.parametrize(("folder", "members"), [("reports", reports.MEMBERS), ("engines", engines.MEMBERS)])
def test_every_file_of_an_open_set_is_listed(folder: str, members: dict[str, tuple[str, ...]]) -> None:
    found = {path.stem for path in (ROOT / "claimcheck" / folder).iterdir() if not path.name.startswith("_")}
    assert found == set(members)


def test_all_members_of_an_open_set_can_be_had() -> None:
    assert [member.NAME for member in reports.FORMATS] == list(reports.MEMBERS)
    assert [member.NAME for member in engines.ENGINES] == list(engines.MEMBERS)
    with pytest.raises(AttributeError, match="no attribute 'FORMS'"):
        reports.FORMS  # noqa: B018
    with pytest.raises(AttributeError, match="no attribute 'MACHINES'"):
        engines.MACHINES  # noqa: B018
