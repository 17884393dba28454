"""`claimcheck match`: the ranked sentences of one claim, with what each score is made of."""

from collections.abc import Iterator
from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from click.testing import CliRunner, Result

import claimcheck as cc
from claimcheck.cli import main
from claimcheck.cli.check import check as check_command
from claimcheck.cli.match import _ranked
from claimcheck.cli.match import match as match_command
from claimcheck.model.text import Source
from claimcheck.pipeline.matches import matches

CLAIMS = """
subject: Harbour Fund
aliases: [the fund]
claims:
  - id: fund-start
    statement: The Harbour Fund opened in {value}.
    kind: year
    cues: [opened, since]
    reject: [closed]
  - id: fund-cost
    statement: The Harbour Fund cost {value}.
    kind: money
"""
GAZETTE = """The Harbour Fund opened in 1987 after a long quarrel.

The fund has paid for ten piers since 1988.

Gulls like the piers.

The Harbour Fund is dear.
"""
HERALD = "In 1990 the Harbour Fund closed a pier. [red]Nobody[/red] came in 1991."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "fund.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "articles" / "herald.txt").write_text(HERALD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["match", *words])


@pytest.mark.usefixtures("folder")
class TestMatch:
    def test_the_best_stands_first_with_its_reasons(self) -> None:
        done = run("fund-start", "--sources", "articles")
        assert done.exit_code == 0, done.output
        lines = done.output.splitlines()
        assert lines[0] == "fund-start  year"
        assert "The Harbour Fund opened in ___." in lines[1]
        shown = [line.split() for line in lines if line.startswith(("  ✓", "  ·"))]
        assert [(row[0], row[2], row[-1]) for row in shown[:2]] == [
            ("✓", "gazette", "1987"),
            ("✓", "gazette", "1988"),
        ]
        assert [float(row[1]) for row in shown[:2]] == sorted((float(row[1]) for row in shown[:2]), reverse=True)
        assert "+35 subject: Harbour Fund is named" in done.output
        assert "cue: opened beside 1987" in done.output

    def test_the_value_is_underlined(self) -> None:
        lines = run("fund-start", "--sources", "articles").output.splitlines()
        at = next(n for n, line in enumerate(lines) if "opened in 1987 after" in line)
        assert lines[at + 1].index("~~~~") == lines[at].index("1987")

    def test_those_under_the_cutoff_say_why(self) -> None:
        output = run("fund-start", "--sources", "articles").output
        assert "not taken: a rejected word stands beside it: closed" in output
        assert "not taken: speaks of the subject, but has no year" in output
        assert "come near, and are not taken" in output

    def test_limit(self) -> None:
        done = run("fund-start", "--sources", "articles", "--limit", "1")
        assert done.output.count("✓") == 1
        assert "2 taken" in done.output
        assert "more with --limit 0" in done.output
        assert "more with" not in run("fund-start", "--sources", "articles", "--limit", "0").output

    def test_one_source_only(self) -> None:
        output = run("fund-start", "--sources", "articles", "--source", "herald").output
        assert "herald" in output
        assert "gazette" not in output

    def test_markup_of_an_article_is_shown_as_it_is(self) -> None:
        (Path("articles") / "herald.txt").write_text("The Harbour Fund [bold]opened[/bold] in 1990.", "utf-8")
        assert "[bold]opened[/bold]" in run("fund-start", "--sources", "articles").output

    def test_no_sentence_near(self) -> None:
        (Path("articles") / "herald.txt").write_text("Rain fell.", "utf-8")
        done = run("fund-start", "--sources", "articles/herald.txt")
        assert done.exit_code == 0
        assert "no sentence speaks of it or comes near" in done.output

    def test_an_unknown_claim(self) -> None:
        done = run("fund-strat", "--sources", "articles")
        assert done.exit_code == 2
        assert "there is no claim 'fund-strat'" in done.output
        assert "did you mean 'fund-start'?" in done.output

    def test_an_unknown_source(self) -> None:
        done = run("fund-start", "--sources", "articles", "--source", "gazete")
        assert done.exit_code == 2
        assert "did you mean `gazette`?" in done.output

    @pytest.mark.parametrize("color", ["always", "never"])
    def test_colour(self, color: str) -> None:
        assert ("\x1b[" in run("fund-start", "--sources", "articles", "--color", color).output) == (
            color == "always"
        )

    def test_other_claim_files(self) -> None:
        Path("mine.yaml").write_text(CLAIMS.replace("fund-start", "my-start"), "utf-8")
        assert run("my-start", "mine.yaml", "--sources", "articles").exit_code == 0
        assert run("my-start", "--sources", "articles").exit_code == 2


RECORDS = """\
{"id": "a", "text": "The Harbour Fund opened in 1987."}
{"id": "b"}
{"id": "c", "text": "The Harbour Fund opened in 1988, and gulls came."}
{"id": "d", "text": "The Harbour Fund opened in 1989, and closed again."}
"""


class TestArchive:
    @pytest.fixture(autouse=True)
    def archive(self, folder: Path) -> None:
        (folder / "archive.jsonl").write_text(RECORDS, "utf-8")

    def test_a_broken_record_is_told(self) -> None:
        done = run("fund-start", "--sources", "archive.jsonl")
        assert done.exit_code == 2
        assert done.stdout == ""
        assert "archive.jsonl:2:1: the record has no `text`" in done.stderr

    def test_or_left_out_and_counted(self) -> None:
        done = run("fund-start", "--sources", "archive.jsonl", "--on-error", "skip")
        assert done.exit_code == 0, done.output
        assert "2 taken, 1 near" in done.stdout
        assert done.stderr.splitlines() == [
            "sources that cannot be read and are left out: 1",
            "  archive.jsonl:2:1: the record has no `text`",
        ]

    def test_of_very_many_the_first_are_named(self) -> None:
        Path("archive.jsonl").write_text(RECORDS + '{"id": "x"}\n' * 150, "utf-8")
        lines = run("fund-start", "--sources", "archive.jsonl", "--on-error", "skip").stderr.splitlines()
        assert lines[0].endswith("left out: 151")
        assert lines[-1] == "  and 131 more"
        assert len(lines) == 22
        told = run("fund-start", "--sources", "archive.jsonl").stderr
        assert "51 more sources cannot be read" in told
        assert told.count("the record has no `text`") == 100

    def test_nothing_left_is_an_error(self) -> None:
        Path("archive.jsonl").write_text('{"id": "x"}\n', "utf-8")
        done = run("fund-start", "--sources", "archive.jsonl", "--on-error", "skip")
        assert done.exit_code == 2
        assert "the record has no `text`" in done.stderr

    def test_one_source_of_it(self) -> None:
        done = run("fund-start", "--sources", "archive.jsonl", "--source", "c")
        assert done.exit_code == 0
        assert "1 taken, 0 near" in done.stdout
        missed = run("fund-start", "--sources", "archive.jsonl", "--source", "e", "--on-error", "skip")
        assert missed.exit_code == 2
        assert "there is no source 'e'" in missed.stderr

    def test_folders_in_folders(self) -> None:
        Path("archive.jsonl").unlink()
        Path("articles/old").mkdir()
        Path("articles/old/echo.txt").write_text("The Harbour Fund opened in 1986.", "utf-8")
        assert "old/echo" not in run("fund-start", "--sources", "articles").stdout
        assert "old/echo" in run("fund-start", "--sources", "articles", "--recursive").stdout


def test_nothing_is_held_but_what_is_shown() -> None:
    claim = cc.Claim("start", "year", "The Harbour Fund opened in {value}.", "Harbour Fund", cues=("opened",))
    alive: list[ReferenceType[cc.Document]] = []
    most = 0

    def stream() -> Iterator[cc.Document]:
        nonlocal most
        for n in range(50):
            document = cc.Document(Source(f"s{n}"), f"The Harbour Fund opened in {1900 + n}. It rained.")
            alive.append(ref(document))
            yield document
            del document
            most = max(most, sum(one() is not None for one in alive))

    ranking = _ranked(matches(claim, stream()), 3)
    assert most <= 2  # the one in hand, and the one before it
    assert (ranking.taken, len(ranking.shown)) == (50, 3)
    assert [m.sentence.source_id for m in ranking.shown] == ["s0", "s1", "s2"]
    assert ranking.shown == list(cc.match(claim, stream()))[:3]


def test_the_options_of_sources_are_those_of_check() -> None:
    shared = {"sources", "sources_root", "recursive", "on_error", "source_ids", "claims"}
    of_match = {p.name: p.to_info_dict() for p in match_command.params if p.name in shared}
    of_check = {p.name: p.to_info_dict() for p in check_command.params if p.name in shared}
    assert of_match == of_check
    assert set(of_match) == shared


def test_no_claims_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("a")
    assert done.exit_code == 2
    assert "there are no claims to check" in done.output
