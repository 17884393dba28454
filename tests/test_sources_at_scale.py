"""Very many sources: archives, folders of folders, broken records, and what is held in memory of them."""

import gzip
import json
import os
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from datetime import date, datetime
from itertools import count, islice
from operator import length_hint
from pathlib import Path
from threading import Thread
from typing import Any

import pyarrow  # type: ignore[import-untyped]
import pytest
from attrs import evolve
from batch_data import CLAIMS, documents
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet as arrow_parquet

import claimcheck as cc
from claimcheck import pipeline, sources
from claimcheck.cli import main
from claimcheck.errors import Problem
from claimcheck.model.claim import ClaimSet
from claimcheck.model.text import Source, SourceKind
from claimcheck.pipeline.partial import LISTED, Part, Partial, Tally, Unreadable, merge, of_batch
from claimcheck.reports import html
from claimcheck.reports import json as json_report
from claimcheck.sources import jsonl, parquet, shelf

GOOD = '{"id": "a", "text": "The Lindford Fair began in 1987."}'
CLAIM = ClaimSet(tuple(evolve(claim, readings=()) for claim in CLAIMS))
CLAIM_FILE = """
subject: Lindford Fair
claims:
  - id: start
    statement: The Lindford Fair began in {value}.
    kind: year
    cues: [began]
"""


def archive(tmp_path: Path, *lines: str, name: str = "archive.jsonl") -> Path:
    path = tmp_path / name
    data = "".join(line + "\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def record(document: cc.Document) -> dict[str, object]:
    """A document as a record has it."""
    s = document.source
    found = {
        "id": s.id,
        "text": document.text,
        "title": s.title,
        "publisher": s.publisher,
        "url": s.url,
        "archive": s.archive_url,
        "published": s.published and s.published.isoformat(),
        "reference_date": s.reference_day and s.reference_day.isoformat(),
        "kind": s.kind.value,
        "language": s.language,
        "place": s.place,
        "note": s.note,
    }
    return {name: value for name, value in found.items() if value}


def lines_of(given: tuple[cc.Document, ...]) -> list[str]:
    return [json.dumps(record(document)) for document in given]


def problems(where: object, **options: Any) -> tuple[Problem, ...]:
    with pytest.raises(cc.SourceError) as caught:
        cc.load_sources(where, **options)  # type: ignore[arg-type]
    return caught.value.problems


class TestRecords:
    def test_every_field(self, tmp_path: Path) -> None:
        given = cc.Document(
            Source(
                "n-1",
                publisher="The Harbour Post",
                title="The pact ends",
                url="https://example.org/1",
                archive_url="http://archive.example.org/1",
                published=date(2021, 10, 8),
                reference_day=date(2021, 10, 7),
                kind=SourceKind.PRIMARY,
                language="es-MX",
                place="MX",
                note="Partly translated.",
            ),
            "Uno.\r\n\u2028Dos “sí” \U0001f600\n",
        )
        assert cc.load_sources(archive(tmp_path, *lines_of((given,)))) == (given,)

    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("2021-10-08", date(2021, 10, 8)),
            (" 2021-10-08T23:59:59Z", date(2021, 10, 8)),
            ("2021-10-08T23:59:59.123+02:00", date(2021, 10, 8)),
            ("2021-10-08 09:30", date(2021, 10, 8)),
            ("", None),
            (None, None),
        ],
    )
    def test_days(self, tmp_path: Path, written: object, day: date | None) -> None:
        path = archive(tmp_path, json.dumps({"id": 7, "text": "A.", "published": written}))
        (document,) = cc.load_sources(path)
        assert (document.source.id, document.source.published) == ("7", day)

    def test_other_fields_and_values_that_are_null_play_no_part(self, tmp_path: Path) -> None:
        line = '{"tokens": [1, {"id": 2, "id": 3}], "title": null, "id": "a", "score": NaN, "text": "A."}'
        assert cc.load_sources(archive(tmp_path, line)) == (cc.Document(Source("a"), "A."),)

    # A line, a part of the message, the column, and the characters under the caret.
    @pytest.mark.parametrize(
        ("line", "message", "column", "under"),
        [
            ('{"id": "b"}', "the record has no `text`", 1, "{"),
            ('{"text": "B."}', "the record has no `id`", 1, "{"),
            ('{"id": "b", "text": null}', "the record has no `text`", 21, "null"),
            ('{"id": "b", "text": ""}', "`text` is empty", 21, '""'),
            ('{"id": "b", "text": " \\n"}', "`text` is empty", 21, '" \\n"'),
            ('{"id": "b", "text": 7}', "`text` is a number where a text should be", 21, "7"),
            ('{"id": "b", "text": ["B."]}', "`text` is a list", 21, '["B."]'),
            ('{"id": "b", "text": {"en": "B."}}', "`text` is an object", 21, '{"en": "B."}'),
            ('{"id": true, "text": "B."}', "`id` is true or false", 8, "true"),
            ('{"id": 1.5, "text": "B."}', "`id` is a number", 8, "1.5"),
            ('{"id": " ", "text": "B."}', "`id` is empty", 8, '" "'),
            (f'{{"id": "{"b" * 501}", "text": "B."}}', "`id` has 501 characters", 8, '"' + "b" * 99),
            ('{"id": "b", "text": "B.", "published": "8 Oct 2021"}', "is not a date", 40, '"8 Oct 2021"'),
            ('{"id": "b", "text": "B.", "published": "2021-02-30"}', "no day of the calendar", 40, '"2021-02-30"'),
            ('{"id": "b", "text": "B.", "published": 1633651200}', "is a number where a text", 40, "1633651200"),
            ('{"id": "b", "text": "B.", "url": "javascript:alert(1)"}', "is not a web address", 34, '"javascript'),
            ('{"id": "b", "text": "B.", "kind": "first"}', "not one of the kinds of source", 35, '"first"'),
            ('{"id": "b", "text": "B.", "place": "usa"}', "not a country", 36, '"usa"'),
            (
                '{"id": "b", "text": "B.", "language": "plain English"}',
                "not a language tag",
                39,
                '"plain English"',
            ),
            ('{"x": {"place": "NO"}, "id": "b", "text": "B.", "place": "no"}', "not a country", 58, '"no"'),
            ('{"id": "b", "text": "B.\\u0000"}', "character 2 is zero", 21, '"B.'),
            ('{"id": "b", "text": "B.\\ud83d"}', "half a character", 21, '"B.'),
            ('{"id": "b", "id": "c", "text": "B."}', "`id` is given twice", 19, '"c"'),
            ('{"id": "b", "text": "B."', "this is not JSON: expecting ',' delimiter", 25, ""),
            ("id: b", "this is not JSON: expecting value", 1, "i"),
            ('{"id": "b" "text": "B."}', "this is not JSON: expecting ',' delimiter", 12, '"'),
            ('["b", "B."]', "this is not a record", 1, "["),
            ('"b"', "this is not a record", 1, '"'),
            ('{"id": ' + "9" * 5000 + ', "text": "B."}', "too many digits", 1, ""),
            ("[" * 100_000, "nested too deeply", 1, ""),
        ],
        ids=range(30),
    )
    def test_a_broken_one(self, tmp_path: Path, line: str, message: str, column: int, under: str) -> None:
        (problem,) = problems(archive(tmp_path, GOOD, "", line))
        assert message in problem.message
        assert problem.place is not None
        assert (problem.place.path, problem.place.line) == (str(tmp_path / "archive.jsonl"), 3)
        assert problem.place.column == column
        start = problem.place.column - 1
        shown = problem.place.source_line[start : start + problem.place.width]
        assert shown.startswith(under) or (len(line) > 10_000 and not shown)
        assert len(str(problem)) < 1_000

    def test_all_problems_of_all_records_come_at_once(self, tmp_path: Path) -> None:
        path = archive(tmp_path, '{"text": 1, "place": "x"}', GOOD, "{", GOOD)
        found = problems(path)
        assert [p.place and p.place.line for p in found] == [1, 1, 1, 3, 4]
        assert f"the id `a` is taken (first at {path}:2:1)" in found[-1].message

    def test_of_very_many_problems_some_are_told_and_the_others_counted(self, tmp_path: Path) -> None:
        found = problems(archive(tmp_path, *["{}"] * 1_234))
        assert len(found) == 2 * sources.MOST_TOLD + 1
        assert any("1,134 more sources cannot be read" in problem.message for problem in found)
        one = problems(archive(tmp_path, *["{"] * (sources.MOST_TOLD + 1)))
        assert any("1 more source cannot be read" in problem.message for problem in one)

    def test_an_id_is_taken_across_archives_and_files(self, tmp_path: Path) -> None:
        path = archive(tmp_path, GOOD)
        (tmp_path / "a.txt").write_text("A.", encoding="utf-8")
        assert f"first at {tmp_path / 'a.txt'}" in problems([tmp_path / "a.txt", path])[0].message
        assert (
            f"of {tmp_path / 'a.txt'} is taken (first at {path}:1:1)"
            in problems([path, tmp_path / "a.txt"])[0].message
        )


TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1).filter(
    str.strip
)
LINE = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
MADE = st.builds(
    cc.Document,
    st.builds(
        Source,
        id=LINE,
        publisher=st.just("") | LINE,
        title=st.just("") | LINE,
        url=st.sampled_from(("", "https://example.org/a?b=c")),
        published=st.none() | st.dates(),
        reference_day=st.none() | st.dates(),
        kind=st.sampled_from(SourceKind),
        language=st.sampled_from(("en", "es-MX")),
        place=st.sampled_from(("US", "NO")),
        note=st.just("") | LINE,
    ),
    TEXTS,
)
MANY = st.lists(MADE, min_size=1, max_size=5, unique_by=lambda document: document.source.id).map(tuple)


class TestWhatIsWrittenIsReadBack:
    @settings(max_examples=60, deadline=None)
    @given(
        MANY,
        st.booleans(),
        st.sampled_from(("archive.jsonl", "a.ndjson", "archive.jsonl.gz")),
        st.sampled_from("\r "),
    )
    def test_from_json_lines(
        self,
        tmp_path_factory: pytest.TempPathFactory,
        given: tuple[cc.Document, ...],
        escaped: bool,
        name: str,
        end: str,
    ) -> None:
        lines = [json.dumps(record(document), ensure_ascii=escaped) + end for document in given]
        path = archive(tmp_path_factory.mktemp("made"), *lines, "", name=name)
        assert cc.load_sources(path) == given
        assert tuple(cc.stream_sources(path)) == given

    @settings(max_examples=30, deadline=None)
    @given(MANY)
    def test_from_parquet(self, tmp_path_factory: pytest.TempPathFactory, given: tuple[cc.Document, ...]) -> None:
        path = tmp_path_factory.mktemp("made") / "archive.parquet"
        write_parquet(path, [record(document) for document in given])
        assert cc.load_sources(path) == given

    @settings(max_examples=150, deadline=None)
    @given(st.binary(max_size=80), st.booleans())
    def test_and_any_bytes_are_read_or_refused(
        self, tmp_path_factory: pytest.TempPathFactory, data: bytes, packed: bool
    ) -> None:
        path = tmp_path_factory.mktemp("bytes") / "archive.jsonl"
        path.write_bytes(gzip.compress(data) if packed else data)
        for item in cc.stream_sources(path):
            assert isinstance(item, sources.Broken)
            assert all(str(path) in str(problem) for problem in item.problems)


def write_parquet(path: Path, records: list[dict[str, object]]) -> None:
    names = dict.fromkeys(name for given in records for name in given)
    table = pyarrow.table({name: [given.get(name) for given in records] for name in names})
    arrow_parquet.write_table(table, path, row_group_size=50)


class TestFiles:
    """What is wrong with an archive as a file: the bytes, a part of the message, and the line."""

    PACKED = gzip.compress((GOOD + "\n").encode() + b'{"id": "%d"}\n' * 5, mtime=0)

    @pytest.mark.parametrize(
        ("data", "message", "line"),
        [
            (b"", "there is no record", 1),
            (b"\n \n\r\n", "there is no record", 1),
            (gzip.compress(b"", mtime=0), "there is no record", 1),
            (GOOD.encode("utf-16"), "the archive is UTF-16", 1),
            (b'{"id": "m", "text": "M\xe9rida"}\n', "not UTF-8: byte 22 of the line is 0xE9", 1),
            (PACKED[:-12], "ended before the end-of-stream marker", None),
            (PACKED[:-5] + b"?????", "crc check failed", None),
            (PACKED[:20] + b"\xff\xff\xff" + PACKED[23:], "cannot be read", None),
            (b"\x1f\x8b\x08\x00", "cannot be read", 1),
            (b"%PDF-1.7", "this is not JSON", 1),
        ],
        ids=range(10),
    )
    def test_that_cannot_be_read(self, tmp_path: Path, data: bytes, message: str, line: int | None) -> None:
        path = tmp_path / "archive.jsonl"
        path.write_bytes(data)
        found = [p for p in problems(path) if message in p.message]
        assert len(found) == 1
        assert found[0].place is not None
        assert line in (None, found[0].place.line)

    def test_that_is_not_there(self, tmp_path: Path) -> None:
        for name in ("no.jsonl", "no.jsonl.gz", "no.parquet"):
            assert f"there is no file `{tmp_path / name}`" in problems(tmp_path / name)[0].message
        (tmp_path / "dir.jsonl").mkdir()
        assert "there is no article in" in problems(tmp_path / "dir.jsonl")[0].message

    def test_a_mark_at_the_beginning_and_a_last_line_without_an_end(self, tmp_path: Path) -> None:
        path = tmp_path / "archive.jsonl"
        path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
        assert [d.source.id for d in cc.load_sources(path)] == ["a"]

    def test_packed_is_what_is_packed_whatever_its_name(self, tmp_path: Path) -> None:
        plain = archive(tmp_path, GOOD).rename(tmp_path / "plain.jsonl.gz")
        packed = archive(tmp_path, GOOD, name="a.jsonl.gz").rename(tmp_path / "packed.NDJSON")
        assert cc.load_sources(plain) == cc.load_sources(packed)

    def test_several_packs_after_one_another(self, tmp_path: Path) -> None:
        path = tmp_path / "archive.jsonl.gz"
        more = GOOD.replace('"a"', '"b"')
        path.write_bytes(gzip.compress(GOOD.encode() + b"\n") + gzip.compress(more.encode()))
        assert [d.source.id for d in cc.load_sources(path)] == ["a", "b"]

    @pytest.mark.parametrize("name", ["archive.jsonl", "archive.jsonl.gz"])
    def test_a_line_that_is_too_long_is_passed_over(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        monkeypatch.setattr(jsonl, "LINE_LIMIT", 100)
        monkeypatch.setattr(jsonl, "_CHUNK", 7)
        path = archive(tmp_path, json.dumps({"id": "b", "text": "B" * 100}), GOOD, "x" * 101, name=name)
        found = problems(path)
        assert [(p.place and p.place.line, "is larger than" in p.message) for p in found] == [(1, True), (3, True)]
        assert [item.source.id for item in cc.stream_sources(path)] == [f"{path}:1:1", "a", f"{path}:3:1"]

    @pytest.mark.parametrize("inside", [b"\0", b"\n", b"{}\n", b" "])
    def test_a_pack_that_expands_without_bound_is_not_read_on(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bytes
    ) -> None:
        monkeypatch.setattr(jsonl, "FREE", 20_000)
        monkeypatch.setattr(jsonl, "LINE_LIMIT", 10_000)
        monkeypatch.setattr(jsonl, "RATIO", 20)
        path = tmp_path / "archive.jsonl.gz"
        path.write_bytes(gzip.compress(GOOD.encode() + b"\n" + inside * (2_000_000 // len(inside)), 9))
        taken = list(cc.stream_sources(path))
        assert taken[0] == cc.load_sources(archive(tmp_path, GOOD))[0]
        assert isinstance(taken[-1], sources.Broken)
        assert "expands to more than 20 times its size" in taken[-1].problems[0].message

    def test_an_archive_is_never_held_as_a_whole(self, tmp_path: Path) -> None:
        path = tmp_path / "archive.jsonl"
        os.mkfifo(path)

        def write() -> None:
            with suppress(BrokenPipeError), path.open("w", encoding="utf-8") as file:
                for n in count():
                    file.write(json.dumps({"id": str(n), "text": "A. " * 1_000}) + "\n")

        Thread(target=write, daemon=True).start()
        with closing(iter(cc.stream_sources(path))) as endless:
            assert [item.source.id for item in islice(endless, 100)] == [str(n) for n in range(100)]


class TestParquet:
    def test_types_of_columns(self, tmp_path: Path) -> None:
        path = tmp_path / "a.parquet"
        given = {"text": "A.", "score": 1.5, "tags": ["x"], "title": None}
        moment = datetime(2021, 10, 8, 9, 30)
        write_parquet(path, [{**given, "id": 1, "published": moment, "reference_date": moment.date()}])
        (document,) = cc.load_sources(path)
        day = date(2021, 10, 8)
        assert document == cc.Document(Source("1", published=day, reference_day=day), "A.")

    def test_broken_rows(self, tmp_path: Path) -> None:
        path = tmp_path / "a.parquet"
        rows: list[dict[str, object]] = [{"id": str(n), "text": "A."} for n in range(120)]
        rows[99] = {"id": "99", "text": None}
        rows[110] = {"id": "3", "text": "A."}
        write_parquet(path, rows)
        found = problems(path)
        assert [str(p).splitlines()[0] for p in found] == [
            f"{path}:100:1: the record has no `text`",
            f"{path}:111:1: the id `3` is taken (first at {path}:4:1)",
        ]

    @pytest.mark.parametrize(
        ("rows", "message"),
        [
            ([{"key": "1", "text": "A."}], "has no column `id`"),
            ([{"key": "1", "body": "A."}], "has no column `id` and `text`"),
            ([{"id": "1", "text": b"A."}], "`text` is bytes"),
            ([], "has no column"),
        ],
    )
    def test_broken_tables(self, tmp_path: Path, rows: list[dict[str, object]], message: str) -> None:
        write_parquet(tmp_path / "a.parquet", rows)
        assert message in problems(tmp_path / "a.parquet")[0].message

    def test_a_table_without_rows(self, tmp_path: Path) -> None:
        table = pyarrow.table({"id": pyarrow.array([], "string"), "text": pyarrow.array([], "string")})
        arrow_parquet.write_table(table, tmp_path / "a.parquet")
        assert "there is no record" in problems(tmp_path / "a.parquet")[0].message

    def test_broken_files(self, tmp_path: Path) -> None:
        path = tmp_path / "a.parquet"
        write_parquet(path, [{"id": str(n), "text": f"{n}. " * 50} for n in range(200)])
        whole = path.read_bytes()
        middle = bytearray(whole)
        middle[200:260] = bytes(range(60))
        for data in (b"", b"PAR1", b"text", whole[:-20], bytes(middle)):
            path.write_bytes(data)
            assert any("cannot be read" in p.message for p in problems(path)), data[:9]

    def test_without_the_extra(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(name: str) -> None:
            raise ImportError(name)

        write_parquet(tmp_path / "a.parquet", [{"id": "1", "text": "A."}])
        monkeypatch.setattr(parquet, "import_module", missing)
        for where in (tmp_path, tmp_path / "a.parquet"):
            with pytest.raises(cc.MissingExtra, match=r"pip install 'claimcheck\[arrow\]'"):
                cc.load_sources(where)


def tree(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def ids(where: object, **options: Any) -> list[str]:
    return [item.source.id for item in cc.stream_sources(where, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize("module", [jsonl, parquet])
def test_what_is_said_of_an_archive_is_what_it_says_of_itself(module: Any) -> None:
    assert sources.ARCHIVES[module.__name__.rpartition(".")[2]] == module.SUFFIXES


class TestFolders:
    FILES: Mapping[str, str] = {
        "b.txt": "B.",
        "a.md": "A.",
        "c.jsonl": GOOD.replace('"a"', '"of c"'),
        "c.pdf": "none of its",
        "2020/z.txt": "Z.",
        "2020/01/a.txt": "A.",
        "2021/sources.yaml": "sources: [{id: told, file: x.txt}]",
        "2021/x.txt": "X.",
        "2021/y.txt": "Y.",
        ".git/h.txt": "H.",
        "empty/none.pdf": "none",
    }

    def test_of_folders_only_on_request(self, tmp_path: Path) -> None:
        folder = tree(tmp_path, self.FILES)
        assert ids(folder) == ["a", "b", "of c"]
        assert ids(folder, recursive=True) == ["2020/01/a", "2020/z", "told", "a", "b", "of c"]
        found = cc.load_sources(folder, recursive=True)
        assert [d.source.id for d in found] == ids(folder, recursive=True)
        assert found[0].source.file == str(folder / "2020" / "01" / "a.txt")

    def test_a_folder_with_a_manifest_is_what_that_says(self, tmp_path: Path) -> None:
        folder = tree(tmp_path, {**self.FILES, "sources.yaml": "sources: [{id: b, file: b.txt}]"})
        assert ids(folder, recursive=True) == ["b"]

    def test_that_lead_round_in_circles_or_are_deep(self, tmp_path: Path) -> None:
        deep = "/".join("d" * 900)
        (tmp_path / deep).mkdir(parents=True)
        tree(tmp_path, {"d/a.txt": "A."})
        (tmp_path / "d" / "round").symlink_to(tmp_path, target_is_directory=True)
        assert ids(tmp_path, recursive=True) == ["d/a"]

    def test_without_an_article(self, tmp_path: Path) -> None:
        tree(tmp_path, {"in/a.txt": "A."})
        assert "there is no article in" in problems(tmp_path)[0].message
        with pytest.raises(cc.SourceError, match="there is no article in"):
            cc.stream_sources(tmp_path)

    def test_a_broken_manifest_inside_is_an_error(self, tmp_path: Path) -> None:
        tree(tmp_path, {"a.txt": "A.", "b/sources.yaml": "sources: [", "b/b.txt": "B."})
        with pytest.raises(cc.SourceError, match=r"sources\.yaml"):
            cc.check(CLAIM, cc.stream_sources(tmp_path, recursive=True), on_error="skip")

    def test_two_endings_of_one_name(self, tmp_path: Path) -> None:
        tree(tmp_path, {"a.md": "A.", "a.txt": "A.", "b.txt": "B."})
        (problem,) = problems(tmp_path)
        assert f"the id `a` of {tmp_path / 'a.txt'} is taken (first at {tmp_path / 'a.md'})" in problem.message

    def test_how_many_there_are_is_told_where_it_can_be(self, tmp_path: Path) -> None:
        folder = tree(tmp_path, {f"{n}.txt": "A." for n in range(7)})
        assert length_hint(cc.stream_sources(folder)) == 7
        assert length_hint(cc.stream_sources([folder, folder / "1.txt"])) == 8
        assert length_hint(cc.stream_sources(folder, recursive=True), -1) == -1
        tree(folder, {"x.jsonl": GOOD})
        assert length_hint(cc.stream_sources(folder), -1) == -1

    @settings(max_examples=40, deadline=None)
    @given(
        st.lists(st.text("aAé/.\U0001f600\udc80", min_size=1, max_size=4), max_size=30, unique=True),
        st.integers(1, 5),
    )
    def test_names_are_in_order_however_many(self, names: list[str], held: int) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(shelf, "HELD", held)
            assert list(shelf.in_order(names)) == sorted(names, key=os.fsencode)

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.text("aAé\ud800\0", min_size=1, max_size=2)), st.integers(0, 5))
    def test_an_id_is_taken_from_where_it_came_first(self, names: list[str], held: int) -> None:
        with pytest.MonkeyPatch.context() as patch, closing(shelf.Ids()) as taken:
            patch.setattr(shelf, "HELD", held)
            found = [taken.taken(name, str(n)) for n, name in enumerate(names)]
        assert found == ["" if names.index(name) == n else str(names.index(name)) for n, name in enumerate(names)]


class TestManifests:
    TEXT = """
kind: primary
sources:
  - {id: a, file: a.txt}
  - {id: b, file: a.txt, published: soon, colour: red}
  - {id: c}
  - {id: d, file: gone.txt}
  - {id: a, file: a.txt}
  - {id: e, file: a.txt}
"""

    def test_entries_that_are_broken_are_left_out(self, tmp_path: Path) -> None:
        tree(tmp_path, {"a.txt": "The Lindford Fair began in 1987.", "sources.yaml": self.TEXT})
        report = cc.check(CLAIM, cc.stream_sources(tmp_path), on_error="skip")
        assert [s.id for s in report.sources] == ["a", "e"]
        assert report.skipped == 4
        assert [str(source).count("sources.yaml:") for source in report.skipped_sources] == [2, 1, 1, 2]
        assert len(problems(tmp_path)) == 5

    @pytest.mark.parametrize("more", ["colour: red\n", "place: usa\n"])
    @pytest.mark.parametrize("last", [True, False])
    def test_what_is_wrong_with_the_whole_is_an_error(self, tmp_path: Path, more: str, last: bool) -> None:
        tree(tmp_path, {"a.txt": "A.", "sources.yaml": self.TEXT + more if last else more + self.TEXT})
        with pytest.raises(cc.SourceError) as error:
            cc.stream_sources(tmp_path)
        assert len(error.value.problems) == 1


BROKEN = ("{", '{"id": "x"}', '{"id": "d01", "text": "Again."}')


def mixed(tmp_path: Path, name: str = "archive.jsonl") -> Path:
    """An archive of 80 records, three of them broken."""
    lines = lines_of(documents(77))
    lines[10:10], lines[40:40], lines[70:70] = ([line] for line in BROKEN)
    return archive(tmp_path, *lines, name=name)


class TestSkipping:
    def test_is_only_on_request_and_is_told(self, tmp_path: Path) -> None:
        path = mixed(tmp_path)
        with pytest.raises(cc.SourceError) as error:
            cc.check(CLAIM, cc.stream_sources(path))
        assert [p.place and p.place.line for p in error.value.problems] == [11, 41, 71]
        report = cc.check(CLAIM, cc.stream_sources(path), on_error="skip")
        assert report.skipped == 3
        told = [source.place for source in report.skipped_sources]
        assert [place and (place.path, place.line, place.source_line) for place in told] == [
            (str(path), line, "") for line in (11, 41, 71)
        ]
        assert report.skipped_sources[1].reason == "the record has no `text`"
        plain = cc.check(CLAIM, documents(77))
        assert (report.findings, report.sources) == (plain.findings, plain.sources)
        assert evolve(report, skipped=0, skipped_sources=()) == plain
        assert json_report.read(json_report.render(report)) == report
        assert report.skipped_sources[1].reason in html.render(report)

    def test_of_very_many_says_how_many(self, tmp_path: Path) -> None:
        path = archive(tmp_path, GOOD, *["{}"] * 300)
        report = cc.check(CLAIM, cc.stream_sources(path), on_error="skip")
        assert report.skipped == 300
        assert len(report.skipped_sources) == 100
        with pytest.raises(cc.SourceError, match="200 more sources cannot be read"):
            cc.check(CLAIM, cc.stream_sources(path))

    def test_of_everything_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(cc.SourceError, match="the record has no `text`"):
            cc.check(CLAIM, cc.stream_sources(archive(tmp_path, *BROKEN[:2])), on_error="skip")

    def test_of_files_in_a_folder(self, tmp_path: Path) -> None:
        tree(tmp_path, {"a.txt": "The Lindford Fair began in 1987.", "b.txt": " ", "c.txt": "%PDF-"})
        report = cc.check(CLAIM, cc.stream_sources(tmp_path), on_error="skip", engine="processes", workers=1)
        assert (report.skipped, [s.id for s in report.sources]) == (2, ["a"])

    @pytest.mark.parametrize("name", ["archive.jsonl", "archive.jsonl.gz"])
    def test_gives_the_same_bytes_with_every_engine_and_from_a_checkpoint(self, tmp_path: Path, name: str) -> None:
        path = mixed(tmp_path, name)
        here = json_report.render(cc.check(CLAIM, cc.stream_sources(path), on_error="skip"))
        kept = tmp_path / "run.sqlite"
        for options in ({"engine": "processes", "workers": 2}, {"checkpoint": kept}, {"checkpoint": kept}):
            again = cc.check(CLAIM, cc.stream_sources(path), on_error="skip", **options)
            assert json_report.render(again) == here

    def test_takes_what_a_run_that_failed_has_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path, kept = mixed(tmp_path), tmp_path / "run.sqlite"
        with pytest.raises(cc.SourceError):
            cc.check(CLAIM, cc.stream_sources(path), checkpoint=kept)
        here = cc.check(CLAIM, cc.stream_sources(path), on_error="skip")
        monkeypatch.setattr(pipeline.Work, "__call__", lambda *_: pytest.fail("it was done before"))
        assert cc.check(CLAIM, cc.stream_sources(path), on_error="skip", checkpoint=kept) == here

    def test_a_file_that_was_mended_is_read_again(self, tmp_path: Path) -> None:
        tree(tmp_path, {"in/a.txt": "The Lindford Fair began in 1987.", "in/b.txt": " "})
        (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "c.txt")
        kept = tmp_path / "run.sqlite"
        for skipped in (1, 0):
            report = cc.check(CLAIM, cc.stream_sources(tmp_path / "in"), on_error="skip", checkpoint=kept)
            assert report.skipped == skipped
            tree(tmp_path, {"in/b.txt": "The Lindford Fair began in 1988."})


class TestIds:
    def test_must_differ_in_an_iterator_too(self) -> None:
        given = (document for document in (*documents(5), documents(3)[2]))
        with pytest.raises(cc.SourceError, match=r"the id `d02` of document 6 is taken \(first by document 3\)"):
            cc.check(CLAIM, given)

    def test_that_a_claim_refers_to_may_say_nothing(self, tmp_path: Path) -> None:
        many = [cc.Document(Source(f"s{n}"), "Nothing.") for n in range(LISTED + 5)]
        path = archive(tmp_path, *lines_of((*documents(5), *many)))
        report = cc.check(CLAIMS, cc.stream_sources(path))
        assert report.silent == LISTED + 6
        with pytest.raises(cc.ClaimFileError, match="there is no source `d04`"):
            cc.check(CLAIMS, cc.stream_sources(archive(tmp_path, *lines_of((*documents(4), *many)))))


class TestVeryMany:
    def test_that_say_nothing_are_counted(self) -> None:
        quiet = [cc.Document(Source(f"s{n}"), "Nothing of note.") for n in range(LISTED)]
        speaks = cc.Document(Source("x", published=date(2024, 8, 1)), "The Lindford Fair began in 1987.")
        all_told = cc.check(CLAIM, [*quiet, speaks])
        assert (len(all_told.sources), all_told.silent, all_told.documents) == (LISTED + 1, 0, LISTED + 1)
        one_more = cc.check(CLAIM, [*quiet, speaks, cc.Document(Source("y"), "Nothing of note.")])
        assert ([s.id for s in one_more.sources], one_more.silent) == (["x"], LISTED + 1)
        assert (one_more.documents, one_more.sentences) == (LISTED + 2, LISTED + 2)
        assert one_more.notes == (f"{LISTED + 1} more sources have no publication date",)
        assert one_more.findings == all_told.findings

    def test_take_no_more_room_than_few(self) -> None:
        part = Part(0, Source("s"))
        partials = [
            of_batch((part._replace(position=n),), (), (Unreadable(n + 1, (Problem("x"),)),))
            for n in range(0, 4_000, 2)
        ]
        whole = merge(partials)
        assert len(whole) == 4_000
        assert (len(whole.parts), len(whole.unreadable), whole.broken) == (LISTED, 100, 2_000)
        assert len(whole.tallies) < 12

    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.lists(st.integers(0, 40), max_size=30), max_size=5), st.randoms())
    def test_are_counted_once_in_whatever_order(self, groups: list[list[int]], dice: Any) -> None:
        singles = {n: of_batch((Part(n, Source(f"s{n}"), n, 2 * n),), (), ()) for group in groups for n in group}
        wanted = merge(singles.values())
        merged = [merge(singles[n] for n in group) for group in groups]
        dice.shuffle(merged)
        found = Partial()
        for one in merged:
            found = merge((one, found))
        assert found == wanted
        assert sum(tally.sentences for tally in found.tallies) == sum(singles)
        assert sum(tally.mentions for tally in found.tallies) == 2 * sum(singles)
        assert len(found) == len(singles)

    @given(st.integers(0, 500), st.integers(0, 500))
    def test_a_stretch_is_told_in_few_tallies(self, start: int, length: int) -> None:
        found = merge(of_batch((), (), (Unreadable(n, (Problem("x"),)),)) for n in range(start, start + length))
        assert len(found.tallies) <= 20
        assert sum(tally.unreadable for tally in found.tallies) == length
        assert all(isinstance(tally, Tally) and tally.first % tally.length == 0 for tally in found.tallies)


class TestCommand:
    @pytest.fixture
    def run(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
        monkeypatch.chdir(tmp_path)
        tree(tmp_path, {"claims.yaml": CLAIM_FILE, ".git/x": ""})
        return lambda *args: CliRunner().invoke(main, ["check", "claims.yaml", *args])

    def test_an_archive(self, tmp_path: Path, run: Callable[..., Result]) -> None:
        mixed(tmp_path, "archive.jsonl.gz")
        failed = run("--sources", "archive.jsonl.gz")
        assert failed.exit_code == 2
        assert "archive.jsonl.gz:11:2: this is not JSON" in failed.stderr
        assert "   11 | {" in failed.stderr
        assert not failed.stdout
        done = run("--sources", "archive.jsonl.gz", "--on-error", "skip")
        assert done.exit_code == 0
        assert "77 sources" in done.stdout
        assert "3 sources are left out, as they cannot be read\n    archive.jsonl.gz:11:2: this" in done.stdout
        assert "\n    archive.jsonl.gz:41:1: the record has no `text`\n" in done.stdout
        assert "sources that cannot be read and are left out: 3" in done.stderr

    def test_one_source_of_it(self, tmp_path: Path, run: Callable[..., Result]) -> None:
        archive(tmp_path, *lines_of(documents(9)))
        assert "1 source," in run("--sources", "archive.jsonl", "--source", "d00").stdout
        missed = run("--sources", "archive.jsonl", "--source", "d0")
        assert missed.exit_code == 2
        assert "there is no source 'd0'" in missed.stderr

    def test_what_a_claim_refers_to_must_be_there_though_it_is_not_asked_for(
        self, tmp_path: Path, run: Callable[..., Result]
    ) -> None:
        archive(tmp_path, *lines_of(documents(9)))
        reading = "    readings:\n      - {source: d07, quote: nothing}\n      - {source: d70, quote: nothing}\n"
        accepted = "    accepted: [{sources: [d01, d0l], values: [1987, 1988], why: x}]\n"
        tree(tmp_path, {"claims.yaml": CLAIM_FILE.rstrip("\n") + "\n" + reading + accepted})
        missed = run("--sources", "archive.jsonl", "--source", "d00")
        assert missed.exit_code == 2
        assert missed.stderr.count("there is no source") == 2
        assert "claims.yaml:10:18: there is no source `d70`" in missed.stderr
        assert "there is no source `d0l`" in missed.stderr
        assert "the sources are d00, d01, " in missed.stderr
        tree(tmp_path, {"claims.yaml": (tmp_path / "claims.yaml").read_text().replace("d70", "d08")})
        tree(tmp_path, {"claims.yaml": (tmp_path / "claims.yaml").read_text().replace("d0l", "d02")})
        assert run("--sources", "archive.jsonl", "--source", "d00").exit_code == 0

    def test_folders_in_folders(self, tmp_path: Path, run: Callable[..., Result]) -> None:
        tree(tmp_path, {"in/a.txt": "A.", "in/b/c.txt": "The Lindford Fair began in 1987."})
        assert "1 source," in run("--sources", "in").stdout
        assert "2 sources" in run("--sources", "in", "--recursive").stdout
