"""The command line: what it prints, where, and with which exit code."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import reports_data
from click.testing import CliRunner, Result

import claimcheck as cc
from claimcheck.cli import main
from claimcheck.cli.compare import bar
from claimcheck.cli.output import ColorChoice, pen
from claimcheck.cli.progress import progress
from claimcheck.cli.selection import Selection, expression, for_sources, with_tied
from claimcheck.configuration import load
from claimcheck.errors import ClaimFileError, InvalidInput, Place, Problem
from claimcheck.model.claim import Acceptance, Claim, ClaimSet, CuratedReading
from claimcheck.model.finding import Report
from claimcheck.model.interval import Interval
from claimcheck.model.text import Document
from claimcheck.model.ties import Implication, ImpliedEnd
from claimcheck.terminal import Pen

FORMATS = ("full", "concise", "json")
CLAIMS = ClaimSet(tuple(f.claim for f in reports_data.report()), ("claims/bridge.yaml",))
DOCUMENTS = tuple(Document(source, "Words.") for source in reports_data.SOURCES)

Run = Callable[..., Result]


class Stage:
    """Stands in for the library: it takes note of what is asked for and gives a report built by hand."""

    def __init__(self) -> None:
        self.report = reports_data.report()
        self.asked: dict[str, object] = {}

    def load_claims(self, *paths: Path) -> ClaimSet:
        self.asked["claims"] = paths
        return CLAIMS

    def load_sources(self, where: object, root: Path | None = None) -> tuple[Document, ...]:
        self.asked["sources"] = (where, root)
        return DOCUMENTS

    def check(self, claims: ClaimSet, documents: tuple[Document, ...], **options: object) -> Report:
        self.asked["held"] = tuple(c.id for c in claims), tuple(d.source.id for d in documents)
        return self.report


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage()
    for name in ("load_claims", "load_sources", "check"):
        monkeypatch.setattr(cc, name, getattr(stage, name), raising=False)
    return stage


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / ".git").mkdir()  # no configuration from above

    def invoke(*args: str, **more: str) -> Result:
        return CliRunner().invoke(main, args, **more)  # type: ignore[arg-type]

    return invoke


ASK = ("check", "c.yaml", "--sources", "s.yaml")


# Help


@pytest.mark.parametrize("command", [(), ("check",), ("find",), ("compare",), ("schema",)])
def test_help_teaches_by_example(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "claimcheck " + " ".join(command[:1]) in result.output
    assert "Examples:" in result.output


def test_help_names_every_command_and_exit_code(run: Run) -> None:
    output = run("--help").output
    for word in ("check", "find", "compare", "schema", "Exit codes"):
        assert word in output
    assert run("-h").output == output
    assert run("--version").output.startswith("claimcheck, version ")


def test_help_does_not_load_the_library() -> None:
    code = (
        "import sys; from claimcheck.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "claimcheck.cli" in loaded
    assert not {"claimcheck.pipeline", "claimcheck.reports", "rich", "yaml", "cattrs"} & set(loaded)


def test_unknown_command_and_option(run: Run) -> None:
    assert run("chekc").exit_code == 2
    assert run("check", "--fail-on", "everything").exit_code == 2
    assert run("check", "--format", "pdf").exit_code == 2


# check


def test_check_prints_the_full_report(run: Run, stage: Stage) -> None:
    result = run(*ASK)
    assert result.exit_code == 0
    assert result.stdout.startswith("✗ DISCREPANT  bridge-cost")
    assert result.stderr == ""
    assert stage.asked["claims"] == (Path("c.yaml"),)
    assert stage.asked["sources"] == (Path("s.yaml"), None)


def test_several_sources_and_a_root(run: Run, stage: Stage) -> None:
    run("check", "c.yaml", "--sources", "a.txt", "--sources", "b.txt", "--sources-root", "texts")
    assert stage.asked["sources"] == ((Path("a.txt"), Path("b.txt")), Path("texts"))


@pytest.mark.parametrize("name", FORMATS)
def test_check_in_every_format(run: Run, stage: Stage, name: str) -> None:
    output = run(*ASK, "--format", name).stdout
    assert "bridge-cost" in output
    assert name != "json" or cc.read_report is not None


@pytest.mark.parametrize(
    ("level", "report", "code"),
    [
        (None, reports_data.report(), 0),
        ("discrepant", reports_data.report(), 1),
        ("tension", reports_data.report(), 1),
        ("single_source", reports_data.report(), 1),
        ("single_source", reports_data.agreeing(), 0),
        ("tension", Report((reports_data.age(),), reports_data.SOURCES), 1),  # inside a source
        ("discrepant", Report((reports_data.age(),), reports_data.SOURCES), 0),
        ("tension", Report((reports_data.toll(),), reports_data.SOURCES), 0),
        ("single_source", Report((reports_data.toll(),), reports_data.SOURCES), 1),
        ("single_source", Report((reports_data.accepted(),), reports_data.SOURCES), 0),
    ],
)
def test_exit_codes(run: Run, stage: Stage, level: str | None, report: Report, code: int) -> None:
    stage.report = report
    result = run(*ASK, *(["--fail-on", level] if level else []))
    assert result.exit_code == code
    assert result.stdout


def test_quiet_and_verbose(run: Run, stage: Stage) -> None:
    assert "score 88" in run(*ASK, "-v").stdout
    assert "bridge-toll" not in run(*ASK, "-q").stdout
    stage.report = reports_data.agreeing()
    assert run(*ASK, "-q").stdout == ""


def test_colour_only_where_asked_for_or_on_a_terminal(run: Run, stage: Stage) -> None:
    assert "\x1b[" not in run(*ASK).stdout
    assert "\x1b[1;31m" in run(*ASK, "--color", "always").stdout
    assert "\x1b[" not in run(*ASK, "--color", "never").stdout


def test_output_file(run: Run, stage: Stage) -> None:
    result = run(*ASK, "--output-file", "report.json", "--fail-on", "tension")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert cc.read_report("report.json") == reports_data.report()
    run(*ASK, "--output-file", "report.json", "--format", "concise")
    assert Path("report.json").read_text(encoding="utf-8").startswith("DISCREPANT")
    run(*ASK, "--output-file", "report")
    assert Path("report").read_text(encoding="utf-8").startswith("✗ DISCREPANT")


@pytest.mark.parametrize("name", ["report.docx", "missing/report.json"])
def test_output_file_that_cannot_be(run: Run, stage: Stage, name: str) -> None:
    result = run(*ASK, "--output-file", name)
    assert result.exit_code == 2
    assert name in result.stderr
    assert "help:" in result.stderr


# What to check


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (("-k", "cost or toll"), ["bridge-cost", "bridge-toll"]),
        (("-k", "money and not toll"), ["bridge-cost"]),
        (("--claim", "bridge-age", "--claim", "bridge-cost"), ["bridge-cost", "bridge-age"]),
        (("--tag", "costs"), ["bridge-cost"]),
        (("--tag", "costs", "-k", "bridge"), ["bridge-cost"]),
    ],
)
def test_only_the_claims_asked_for_are_reported(
    run: Run, stage: Stage, args: tuple[str, ...], ids: list[str]
) -> None:
    text = run(*ASK, "--format", "concise", *args).stdout
    assert list(dict.fromkeys(line.split()[1] for line in text.splitlines())) == ids
    assert stage.asked["held"] == (tuple(ids), ("001", "002", "003", "004"))


def test_only_the_sources_asked_for_are_read(run: Run, stage: Stage) -> None:
    run(*ASK, "--source", "003", "--source", "001")
    held = stage.asked["held"]
    assert isinstance(held, tuple)
    assert held[1] == ("001", "003")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--claim", "bridge-cots"), "did you mean 'bridge-cost'?"),
        (("--tag", "cost"), "did you mean 'costs'?"),
        (("--source", "01"), "there is no source '01'"),
        (("-k", "ferry"), "no claim is left"),
        (("-k", "cost and"), "a word is missing at its end"),
        (("-k", "(cost"), "a bracket is not closed"),
        (("-k", "cost toll"), "'toll' is one too many"),
        (("-k", "(" * 5_000), "more than 200 words"),
    ],
)
def test_wrong_selections_are_told(run: Run, stage: Stage, args: tuple[str, ...], told: str) -> None:
    result = run(*ASK, *args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("text", "names", "holds"),
    [
        ("cost", "bridge-cost", True),
        ("COST", "bridge-cost", True),
        ("not cost", "bridge-cost", False),
        ("a and b or c", "c", True),
        ("a and (b or c)", "c", False),
        ("not a and not b", "c", True),
        ("not (a or b)", "b", False),
        ("not not a", "a", True),
    ],
)
def test_expressions(text: str, names: str, holds: bool) -> None:
    assert expression(text)(names) is holds


def _claim(name: str, *implies: str) -> Claim:
    ties = tuple(Implication(ImpliedEnd.START, other) for other in implies)
    return Claim(name, "duration", "It has stood for {value}.", implies=ties)


def test_tied_claims_are_held_too() -> None:
    claims = ClaimSet((_claim("age", "start"), _claim("start"), _claim("life", "start"), _claim("cost")))
    assert [c.id for c in with_tied(claims, ["start"])] == ["age", "start", "life"]
    assert [c.id for c in with_tied(claims, ["age"])] == ["age", "start", "life"]
    assert [c.id for c in with_tied(claims, ["cost"])] == ["cost"]


def test_claims_forget_the_sources_that_are_left_out() -> None:
    claim = Claim(
        "cost",
        "money",
        "{value}",
        readings=(CuratedReading("001", "a"), CuratedReading("002", "b"), CuratedReading("009", "c")),
        accepted=(Acceptance(("001", "002"), ()), Acceptance(("001",), ())),
    )
    claims, documents = for_sources(ClaimSet((claim,)), DOCUMENTS, ["001"])
    assert [d.source.id for d in documents] == ["001"]
    assert [r.source_id for r in claims["cost"].readings] == ["001", "009"]  # 009 is nobody: an error further on
    assert [a.source_ids for a in claims["cost"].accepted] == [("001",)]


def test_no_choice_is_every_claim() -> None:
    assert Selection().chosen(CLAIMS) == tuple(c.id for c in CLAIMS)


# Defaults and configuration


def test_no_claims_and_no_sources_are_errors(run: Run, stage: Stage, tmp_path: Path) -> None:
    result = run("check")
    assert result.exit_code == 2
    assert "there are no claims to check" in result.stderr
    (tmp_path / "claims").mkdir()
    result = run("check")
    assert result.exit_code == 2
    assert "there are no sources" in result.stderr
    assert "--sources" in result.stderr


def test_claims_and_sources_are_found_where_they_are_expected(run: Run, stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "sources.yaml").touch()
    assert run("check").exit_code == 0
    assert stage.asked["claims"] == (Path("claims"),)
    assert stage.asked["sources"] == (Path("sources.yaml"), None)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/sources.yaml").touch()
    run("check")
    assert stage.asked["sources"] == (Path("seeds/sources.yaml"), None)


SETTINGS = """claims = ["a.yaml", "b"]
sources = "s.yaml"
sources-root = "texts"
fail-on = "tension"
format = "concise"
"""


@pytest.mark.parametrize(
    ("name", "head"), [("claimcheck.toml", ""), ("pyproject.toml", "[project]\nname = 'x'\n\n[tool.claimcheck]\n")]
)
def test_configuration(run: Run, stage: Stage, tmp_path: Path, name: str, head: str) -> None:
    (tmp_path / name).write_text(head + SETTINGS, encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("DISCREPANT")
    assert stage.asked["claims"] == (Path("a.yaml"), Path("b"))
    assert stage.asked["sources"] == (Path("s.yaml"), Path("texts"))
    assert run("check", "--format", "full").stdout.startswith("✗")


def test_configuration_is_found_above_and_its_paths_follow_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claimcheck.toml").write_text('claims = "c.yaml"', encoding="utf-8")
    inner = tmp_path / "a/b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert load(inner, FORMATS).claims == (tmp_path / "c.yaml",)


def test_configuration_stops_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text("nonsense = 1", encoding="utf-8")
    (tmp_path / "repository/.git").mkdir(parents=True)
    assert load(tmp_path / "repository", FORMATS).claims == ()


def test_a_project_without_the_table_is_no_configuration(run: Run, stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nclaims = 3\n", encoding="utf-8")
    assert run(*ASK).exit_code == 0


def test_every_wrong_setting_is_told_at_its_place(run: Run, stage: Stage, tmp_path: Path) -> None:
    other, head = "[tool.other]\nfail-on = 1\n", "[tool.claimcheck]\n"
    wrong = "claim = 'x'\n  fail-on = 'discrepent'\nformat = 3\nsources = []\n"
    (tmp_path / "pyproject.toml").write_text(other + head + wrong, encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    for told in (
        "pyproject.toml:4:1: there is no setting 'claim'",
        "did you mean 'claims'?",
        "pyproject.toml:5:3: fail-on cannot be 'discrepent'",
        "did you mean 'discrepant'?",
        "pyproject.toml:6:1: format is a text",
        "pyproject.toml:7:1: sources is a path or a list of paths",
    ):
        assert told in result.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"claims = \n", "claimcheck.toml:1:10: this is not TOML"),
        (b"claims = '\xff'", "not UTF-8"),
        (b"claims = [", "this is not TOML"),
    ],
)
def test_configuration_that_cannot_be_read(
    run: Run, stage: Stage, tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "claimcheck.toml").write_bytes(content)
    result = run("check")
    assert result.exit_code == 2
    assert told in result.stderr


# Errors


def test_all_problems_of_a_file_are_printed_without_a_traceback(
    run: Run, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_claims(*paths: Path) -> ClaimSet:
        raise ClaimFileError(
            Problem(
                "unknown key 'knid'", "did you mean 'kind'?", Place("c.yaml", 3, 5, 4, "    knid: \x1b[2Jmoney")
            ),
            Problem("two claims are called a\x9b", "", Place("c.yaml", 9, 5)),
        )

    monkeypatch.setattr(cc, "load_claims", load_claims)
    result = run(*ASK)
    assert result.exit_code == 2
    assert "c.yaml:3:5: unknown key 'knid'" in result.stderr
    assert "        | ^^^^" in result.stderr.replace("      |     ", "        | ")
    assert "c.yaml:9:5: two claims" in result.stderr
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stderr
    assert "\x9b" not in result.stderr


def test_a_bug_is_not_hidden(run: Run, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def load_claims(*paths: Path) -> ClaimSet:
        raise ZeroDivisionError

    monkeypatch.setattr(cc, "load_claims", load_claims)
    assert isinstance(run(*ASK).exception, ZeroDivisionError)


def test_an_empty_claim_set_is_an_error(run: Run, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cc, "load_claims", lambda *paths: ClaimSet(()))
    result = run(*ASK)
    assert result.exit_code == 2
    assert "there are no claims" in result.stderr


def test_no_articles_are_an_error(run: Run, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cc, "load_sources", lambda where, root: ())
    result = run(*ASK)
    assert result.exit_code == 2
    assert "there are no articles in s.yaml" in result.stderr


def test_selection_errors_are_of_the_library() -> None:
    with pytest.raises(InvalidInput):
        Selection(tags=("none",)).chosen(CLAIMS)


# Terminals


class Screen(io.StringIO):
    """A standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "choice", "color"),
    [
        ({}, "auto", True),
        ({"NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": ""}, "auto", True),
        ({"TERM": "dumb"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({}, "never", False),
    ],
)
def test_colour_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], choice: ColorChoice, color: bool
) -> None:
    for name, value in {"TERM": "xterm", "COLUMNS": "77", "LINES": "30", **environment}.items():
        monkeypatch.setenv(name, value)
    if "NO_COLOR" not in environment:
        monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", Screen())
    assert pen(choice) == Pen(77, color, False)


def test_a_pipe_is_a_hundred_wide_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "77")
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert pen("auto") == Pen(100, False, False)


def test_progress_is_for_terminals_and_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress(quiet=True) as tell:
        assert tell is None
    with progress(quiet=False) as tell:
        assert tell is not None
        tell("reading", 1, 2)
        tell("matching", 1, 2)
    assert screen.getvalue() == ""
    monkeypatch.setattr("claimcheck.cli.progress._PATIENCE", -1.0)
    with progress(quiet=False) as tell:
        assert tell is not None
        tell("reading", 1, 2)
    assert "reading" in screen.getvalue()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress(quiet=False) as tell:
        assert tell is None


# The real thing, in a process of its own

CLAIM_FILE = """subject: Harbour Bridge
aliases: [the bridge, the crossing]
claims:
  - id: bridge-cost
    statement: The Harbour Bridge has cost {value}.
    kind: money
    cues: [cost, paid, spent]
  - id: bridge-start
    statement: The Harbour Bridge opened in {value}.
    kind: year
    cues: [opened, since]
"""
ARTICLES = {
    "north.txt": "Stones\n\nThe Harbour Bridge has cost about $3.3 billion so far [ad_1]. It opened in 2007.\n",
    "south.txt": "New stones\n\nThe city paid $3 billion for the Harbour Bridge, which opened in 2008.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/bridge.yaml").write_text(CLAIM_FILE, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    return tmp_path


HERE = os.pathsep.join([str(Path(cc.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])])


def spawn(folder: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    settled = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "PYTHONUTF8")}
    settled |= {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": HERE, **environment}
    command = [sys.executable, "-m", "claimcheck", *args]
    return subprocess.run(command, cwd=folder, env=settled, capture_output=True, check=False)


def test_the_whole_way_through(folder: Path) -> None:
    done = spawn(folder, "check", "--sources", "articles", "--fail-on", "discrepant")
    assert done.stderr == b""
    assert done.returncode == 1
    text = done.stdout.decode()
    assert "✗ DISCREPANT  bridge-cost" in text
    assert "about $3.3 billion so far [ad_1]." in text
    assert max(map(len, text.splitlines())) <= 100


def test_output_that_is_not_unicode(folder: Path) -> None:
    done = spawn(folder, "check", "--sources", "articles", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"x DISCREPANT  bridge-cost" in done.stdout
    assert done.stdout.isascii()


def test_a_reader_that_goes_away(folder: Path) -> None:
    command = [sys.executable, "-m", "claimcheck", "schema", "report"]
    environment = {**os.environ, "PYTHONPATH": HERE}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_three_typing_errors_are_told_at_once(folder: Path) -> None:
    wrong = CLAIM_FILE.replace("kind: money", "knid: money").replace(
        "{value}.\n    kind: year", "value.\n    kind: yaer"
    )
    (folder / "claims/bridge.yaml").write_text(wrong, encoding="utf-8")
    done = spawn(folder, "check", "--sources", "articles")
    assert done.returncode == 2
    assert done.stdout == b""
    text = done.stderr.decode()
    assert text.count("claims/bridge.yaml:") >= 3
    assert "Traceback" not in text


@pytest.mark.parametrize(
    "args", [("check",), ("find", "missing.txt"), ("check", "missing.yaml", "--sources", "articles")]
)
def test_what_is_missing_is_told(folder: Path, args: tuple[str, ...]) -> None:
    done = spawn(folder, *args)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"there " in done.stderr
    assert b"Traceback" not in done.stderr


# find, compare, schema


def test_find_marks_and_lists_values(run: Run) -> None:
    lines = run("find", "They paid about U.S. $3.3 billion for it in 2008.").stdout.splitlines()
    assert lines[0] == "They paid about U.S. $3.3 billion for it in 2008."
    assert lines[1].startswith("          ~~~~~")
    row = next(line for line in lines if " money " in line)
    assert "$3.2 to $3.4 billion" in row
    assert any(" year " in line for line in lines)


def test_find_in_a_file_keeps_its_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"One [bold]\r\n\r\nIt cost $3 billion.\x1b[31m\r\n")
    output = run("find", "a.txt").stdout
    assert output.startswith("One [bold]\n\nIt cost $3 billion.␛[31m\n")
    assert " money " in output
    assert "\x1b" not in output


def test_find_reads_standard_input(run: Run) -> None:
    assert "$3 billion" in run("find", "-", input="It cost $3 billion.").stdout


def test_find_only_some_kinds(run: Run) -> None:
    text = "It cost $3 billion in 2008."
    assert " year " not in run("find", text, "--kind", "money").stdout
    result = run("find", text, "--kind", "mony")
    assert result.exit_code == 2
    assert "mony" in result.stderr


def test_find_nothing(run: Run) -> None:
    assert "no values found" in run("find", "Nothing at all.").stdout


@pytest.mark.parametrize("text", ["", "x" * 5_000, "nul\x00nul"])
def test_find_takes_any_text(run: Run, text: str) -> None:
    assert run("find", text).exit_code == 0


def test_find_with_a_wrong_day(run: Run) -> None:
    result = run("find", "two years ago", "--published", "yesterday")
    assert result.exit_code == 2
    assert "2021-10-08" in result.stderr


def test_compare_explains(run: Run) -> None:
    lines = run(
        "compare", "the bridge cost $3 billion", "the bridge has cost about US$3.3 billion"
    ).stdout.splitlines()
    assert lines[0] == "A  the bridge cost $3 billion"
    assert lines[1] == "                   ~~~~~~~~~~"
    assert any(line.startswith("✗ DISCREPANT  ") and "9 %" in line for line in lines)
    assert any(line.startswith("      A  [") and "$2.85 to $3.15 billion" in line for line in lines)
    assert any(line.startswith("      B  ") and "$3.2 to $3.4 billion" in line for line in lines)


def test_compare_numbers_the_pairs_of_several_values(run: Run) -> None:
    lines = run("compare", "14 men and 3 women came", "3 women and 15 men came").stdout.splitlines()
    assert lines[0] == "A  14 men[1] and 3 women[2] came"
    assert "B  3 women[2] and 15 men[1] came" in lines
    assert "  [2] ✓ EXACT  both say 3 women" in lines


def test_compare_draws_days_in_no_year_that_nobody_named(run: Run) -> None:
    result = run("compare", "As of 3 March, 300 people had died.", "By 10 March, 420 people had died.")
    assert "3 March\n" in result.stdout
    assert "2000" not in result.stdout


def test_compare_without_values(run: Run) -> None:
    result = run("compare", "one thing", "quite another [b]")
    assert result.exit_code == 0
    assert "[b]" in result.stdout


@pytest.mark.parametrize("what", ["claims", "sources", "report"])
def test_schema_prints_json(run: Run, what: str) -> None:
    data = json.loads(run("schema", what).stdout)
    assert data["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize(
    ("interval", "drawn"),
    [
        (Interval.closed(Decimal(0), Decimal(10)), "[=========]"),
        (Interval.half_open(Decimal(5), Decimal(10)), "     [====)"),
        (Interval.from_(Decimal(5), closed=False), "     (====>"),
        (Interval.up_to(Decimal(5)), "<====]"),
        (Interval.point(Decimal(10)), "          ●"),
    ],
)
def test_intervals_are_drawn_on_their_axis(interval: Interval, drawn: str) -> None:
    assert bar(interval, Decimal(0), Decimal(10), 11) == drawn
