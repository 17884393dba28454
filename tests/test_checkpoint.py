"""Checkpoints: a run that was stopped goes on where it was, to the same bytes, and a bad file is told."""

import pickle
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from attrs import evolve
from batch_data import CLAIMS, document, documents
from engine_work import Told

import claimcheck as cc
from claimcheck import pipeline
from claimcheck.errors import InvalidInput
from claimcheck.pipeline.batch import Batch, Item, Work
from claimcheck.pipeline.checkpoint import Checkpoint, key_of_run
from claimcheck.pipeline.partial import Partial
from claimcheck.policy import DEFAULT, Policy
from claimcheck.reports import json

HERE = Path(__file__).parent
DOCUMENTS = documents(70)
WHOLE = json.render(cc.check(CLAIMS, DOCUMENTS))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.sqlite"


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The batches that were worked on."""
    done: list[str] = []

    class Watched(Work):
        def __call__(self, batch: Batch) -> Partial:
            done.append(str(batch))
            return super().__call__(batch)

    monkeypatch.setattr(pipeline, "Work", Watched)
    return done


def rows(path: Path) -> int:
    with sqlite3.connect(path) as file:
        (count,) = file.execute("SELECT count(*) FROM batches").fetchone()
    file.close()
    return int(count)


class TestGoingOn:
    @pytest.mark.parametrize("engine", ["here", "processes"])
    def test_a_killed_run_goes_on_to_the_same_bytes(self, engine: str, path: Path, tmp_path: Path) -> None:
        command = [sys.executable, str(HERE / "checkpoint_run.py"), str(path), "70", engine]
        mark = tmp_path / "mark"
        run = subprocess.Popen([*command, str(mark)], stdout=subprocess.PIPE)
        deadline = time.monotonic() + 120
        while not mark.exists() and run.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        run.kill()
        out, _ = run.communicate(timeout=60)
        assert mark.exists()
        assert (run.returncode != 0, out) == (True, b"")
        again = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=120)
        assert again.stdout.decode() == WHOLE

    def test_what_is_kept_is_not_done_again(self, path: Path, worked: list[str]) -> None:
        def torn() -> Iterator[Item]:
            yield from DOCUMENTS[:66]
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            cc.check(CLAIMS, torn(), checkpoint=path)
        assert (worked[0], worked[-1]) == ("documents 1 to 4 (d00 to d03)", "documents 33 to 64 (d32 to d63)")
        worked.clear()
        assert json.render(cc.check(CLAIMS, DOCUMENTS, checkpoint=path)) == WHOLE
        assert worked == ["documents 65 to 70 (d64 to d69)"]
        worked.clear()
        assert json.render(cc.check(CLAIMS, DOCUMENTS, checkpoint=path)) == WHOLE
        assert worked == []

    def test_after_an_error_of_the_work_too(self, path: Path, worked: list[str]) -> None:
        torn = [Told(d, problem="torn" if n == 40 else "") for n, d in enumerate(DOCUMENTS)]
        with pytest.raises(cc.SourceError, match="torn"):
            cc.check(CLAIMS, torn, checkpoint=path)
        worked.clear()
        mended = [Told(d) for d in DOCUMENTS]
        assert json.render(cc.check(CLAIMS, mended, checkpoint=path)) == WHOLE
        assert worked == ["documents 33 to 64 (d32 to d63)"]

    def test_progress_counts_what_is_kept(self, path: Path) -> None:
        cc.check(CLAIMS, DOCUMENTS, checkpoint=path)
        told: list[tuple[str, int, int]] = []
        cc.check(CLAIMS, DOCUMENTS, checkpoint=path, progress=lambda *step: told.append(step))
        assert [step for step in told if step[0] == "checking"][-1] == ("checking", 70, 70)


class TestOtherRuns:
    def test_a_changed_document_is_done_again_with_its_batch(self, path: Path, worked: list[str]) -> None:
        cc.check(CLAIMS, DOCUMENTS, checkpoint=path)
        worked.clear()
        changed = [evolve(d, text=d.text + " More.") if n == 50 else d for n, d in enumerate(DOCUMENTS)]
        report = cc.check(CLAIMS, changed, checkpoint=path)
        assert json.render(report) == json.render(cc.check(CLAIMS, changed))
        assert worked[0] == "documents 33 to 64 (d32 to d63)"
        assert rows(path) == 6

    def test_what_the_source_says_of_itself_counts(self, path: Path, worked: list[str]) -> None:
        cc.check(CLAIMS, DOCUMENTS[:9], checkpoint=path)
        worked.clear()
        first = DOCUMENTS[0].source
        assert first.published is not None
        moved = evolve(DOCUMENTS[0], source=evolve(first, published=first.published + timedelta(1)))
        cc.check(CLAIMS, (moved, *DOCUMENTS[1:9]), checkpoint=path)
        assert len(worked) == 1

    def test_other_claims_or_another_policy_are_another_run(self) -> None:
        key = key_of_run(CLAIMS, DEFAULT, "1")
        assert key == key_of_run(CLAIMS, Policy(), "1")
        assert key != key_of_run(CLAIMS, Policy(nearest=3), "1")
        assert key != key_of_run(CLAIMS, DEFAULT, "2")
        fewer = evolve(CLAIMS, claims=CLAIMS.claims[1:])
        assert key != key_of_run(fewer, DEFAULT, "1")

    def test_where_a_claim_stands_in_its_file_is_no_difference(self, tmp_path: Path) -> None:
        text = "claims:\n  - {id: a, kind: year, statement: 'It began in {value}.'}\n"
        keys = []
        for name, lead in (("a.yaml", ""), ("b.yaml", "# moved down\n\n")):
            (tmp_path / name).write_text(lead + text, encoding="utf-8")
            keys.append(key_of_run(cc.load_claims(tmp_path / name), DEFAULT, "1"))
        assert keys[0] == keys[1]

    def test_their_batches_are_dropped_when_a_run_is_complete(self, path: Path) -> None:
        cc.check(CLAIMS, documents(40), checkpoint=path)
        assert rows(path) == 5
        cc.check(CLAIMS, documents(7), checkpoint=path)
        assert rows(path) == 2


class TestBadFiles:
    def check(self, path: Path) -> None:
        cc.check(CLAIMS, documents(5), checkpoint=path)

    def test_no_database(self, path: Path) -> None:
        path.write_text("my notes, which must not be lost " * 100, encoding="utf-8")
        with pytest.raises(InvalidInput, match=r"run\.sqlite is no checkpoint of this program\n  help: name"):
            self.check(path)
        assert path.read_text(encoding="utf-8").startswith("my notes")

    def test_a_database_of_another_program(self, path: Path) -> None:
        file = sqlite3.connect(path)
        file.execute("CREATE TABLE addresses (name)")
        file.close()
        with pytest.raises(InvalidInput, match=r"run\.sqlite is no checkpoint of this program"):
            self.check(path)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(InvalidInput, match=r"(?s)cannot open the checkpoint .*in a folder that exists"):
            self.check(tmp_path / "nowhere" / "run.sqlite")

    def test_damage_to_the_file(self, path: Path) -> None:
        self.check(path)
        data = path.read_bytes()
        path.write_bytes(data[:100] + b"\xa5" * (len(data) - 100))
        with pytest.raises(InvalidInput, match="cannot be used: "):
            self.check(path)

    @pytest.mark.parametrize("crc_too", [False, True])
    def test_damage_to_a_result(self, path: Path, crc_too: bool) -> None:
        self.check(path)
        data = b"damaged"
        self.replace(path, data, zlib.crc32(data) if crc_too else None)
        with pytest.raises(InvalidInput, match=r"a result in it (has been damaged|cannot be read)"):
            self.check(path)

    @pytest.mark.parametrize("value", [print, subprocess.Popen, documents(1)[0].source, "text", sqlite3.Binary])
    def test_a_result_that_names_anything_else_is_not_made(self, path: Path, value: object) -> None:
        self.check(path)
        data = zlib.compress(pickle.dumps(value))
        self.replace(path, data, zlib.crc32(data))
        with pytest.raises(InvalidInput, match=r"a result in it (is none|cannot be read: it names )"):
            self.check(path)

    def replace(self, path: Path, data: bytes, crc: int | None) -> None:
        file = sqlite3.connect(path)
        file.execute("UPDATE batches SET result = ?", (data,))
        if crc is not None:
            file.execute("UPDATE batches SET crc = ?", (crc,))
        file.commit()
        file.close()

    def test_a_file_that_another_run_is_using(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimcheck.pipeline.checkpoint._HELD", 0.05)
        with Checkpoint(path, "run"), pytest.raises(InvalidInput, match="is in use"):
            self.check(path)


def test_a_result_is_read_back_whole(path: Path) -> None:
    work = Work(CLAIMS, DEFAULT)
    with Checkpoint(path, "run") as kept:
        for n in range(40):
            batch = Batch(n, (document(n),))
            kept.put(kept.key(batch), work(batch))
    with Checkpoint(path, "run") as kept:
        for n in range(40):
            batch = Batch(n, (document(n),))
            assert kept.get(kept.key(batch)) == work(batch)
        assert kept.get("nothing") is None
