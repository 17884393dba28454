"""Engines: the same results wherever the work is done, also when workers die."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path
from typing import Any

import pytest
from batch_data import CLAIMS, documents
from click.testing import CliRunner
from engine_work import DyingAlways, DyingOnce, Odd, Told, collecting, double, failing, failing_oddly, printing

import claimcheck as cc
from claimcheck import engines
from claimcheck.cli import main
from claimcheck.engines import dask, here, processes
from claimcheck.engines.processes import worker
from claimcheck.errors import EngineError, InvalidInput
from claimcheck.pipeline.batch import Batch, Work, batches
from claimcheck.policy import DEFAULT
from claimcheck.reports import json

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and process groups are POSIX's")


def noted(taken: list[int]) -> Iterator[int]:
    """Numbers without end, each written down as it is taken."""
    for n in count():
        taken.append(n)
        yield n


class TestTheSet:
    def test_each_member_is_found_by_its_name(self) -> None:
        assert [engines.by_name(member.NAME) for member in engines.ENGINES] == [here, processes, dask]

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            (("spark", None, ""), "no engine is called 'spark'\n  help: choose one of here, processes, dask"),
            (("here", 2, ""), "the engine here has no workers\n  help: leave it out, or .*: processes, dask"),
            (("processes", None, "tcp://a:1"), "the engine processes has no address\n  help: .*: dask"),
            (("processes", 0, ""), "there cannot be 0 workers"),
        ],
    )
    def test_what_does_not_fit_is_told(self, given: tuple[str, int | None, str], message: str) -> None:
        with pytest.raises(InvalidInput, match=message):
            engines.by_name(*given)

    def test_here_does_one_after_another(self) -> None:
        taken: list[int] = []
        results = here.run(double, noted(taken))
        assert next(results) == 0
        assert taken == [0]


@pytest.fixture(scope="module")
def crew() -> Callable[..., list[Any]]:
    """Runs work in two processes."""

    def run(work: Callable[[int], Any], count: int = 6) -> list[Any]:
        return sorted(processes.run(work, iter(range(count)), workers=2))

    return run


class TestProcesses:
    def test_all_is_done_once(self, crew: Callable[..., list[Any]]) -> None:
        assert crew(double, 40) == [2 * n for n in range(40)]

    def test_no_work_is_no_worker(self, crew: Callable[..., list[Any]], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(worker, "_spawn", lambda: pytest.fail("a worker was started"))
        assert crew(double, 0) == []

    def test_there_are_no_more_workers_than_batches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        started: list[int] = []
        spawn = worker._spawn

        def counted() -> Any:
            started.append(1)
            return spawn()

        monkeypatch.setattr(worker, "_spawn", counted)
        assert list(processes.run(double, [7], workers=8)) == [14]
        assert len(started) == 1

    def test_batches_are_taken_in_step_with_the_work(self) -> None:
        taken: list[int] = []
        results = processes.run(double, noted(taken), workers=2)
        next(results)
        results.close()
        assert len(taken) <= 6

    def test_what_the_work_prints_is_no_result(self, crew: Callable[..., list[Any]]) -> None:
        assert crew(printing, 3) == [0, 1, 2]

    def test_garbage_is_collected_once_the_work_is_there(self, crew: Callable[..., list[Any]]) -> None:
        assert crew(collecting, 3) == [True] * 3

    def test_an_error_of_the_work_is_the_callers(self, crew: Callable[..., list[Any]]) -> None:
        with pytest.raises(InvalidInput, match="three is no good") as error:
            crew(failing)
        assert "in a worker process:" in "".join(error.value.__notes__)

    def test_an_error_that_cannot_be_sent_is_told(self, crew: Callable[..., list[Any]]) -> None:
        with pytest.raises((EngineError, Odd), match="odd"):
            crew(failing_oddly, 1)

    @POSIX
    def test_a_batch_of_a_killed_worker_is_sent_again(
        self, crew: Callable[..., list[Any]], tmp_path: Path
    ) -> None:
        assert crew(DyingOnce(tmp_path, (0, 1, 4))) == [0, 2, 4, 6, 8, 10]
        assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1", "4"]

    @POSIX
    def test_a_batch_that_kills_every_worker_is_named(self, crew: Callable[..., list[Any]]) -> None:
        said = r"3 worker processes died at the same work \(killed by SIGKILL\): 4\n  help: if memory ran short"
        with pytest.raises(EngineError, match=said):
            crew(DyingAlways(4))

    def test_a_worker_that_does_not_come_up_is_told(
        self, crew: Callable[..., list[Any]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(worker, "_BOOT", "import sys; sys.exit(7)")
        with pytest.raises(EngineError, match=r"could not be started \(exit code 7\)"):
            crew(double)

    def test_an_error_among_the_batches_is_the_callers(self) -> None:
        def torn() -> Iterator[int]:
            yield 1
            raise OSError("torn")

        with pytest.raises(OSError, match="torn"):
            list(processes.run(double, torn(), workers=2))

    @POSIX
    def test_nothing_is_left_running(self) -> None:
        results = processes.run(double, iter(range(10**9)), workers=2)
        for _ in range(4):
            next(results)
        assert children()
        results.close()
        assert not children()
        assert not [t for t in threading.enumerate() if t.name.startswith("worker ")]


def children() -> list[int]:
    """Ids of the running processes that this one has started as workers."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = path.read_text(encoding="utf-8").rpartition(")")[2].split()
            command = path.with_name("cmdline").read_bytes()
        except OSError:  # gone meanwhile
            continue
        if after[0] != "Z" and int(after[1]) == os.getpid() and b"claimcheck.engines.processes" in command:
            found.append(int(path.parent.name))
    return found


class TestCheck:
    def test_small_batches_come_first(self) -> None:
        assert [len(batch.items) for batch in batches(documents(100))] == [4, 4, 8, 16, 32, 32, 4]

    @POSIX
    def test_a_worker_is_killed_and_the_report_is_the_same(self, tmp_path: Path) -> None:
        given = documents(40)
        told = [Told(d, tmp_path / "mark" if n == 20 else None) for n, d in enumerate(given)]
        report = cc.check(CLAIMS, told, engine="processes", workers=2)
        assert (tmp_path / "mark").exists()
        assert json.render(report) == json.render(cc.check(CLAIMS, given))

    def test_little_goes_over_the_wire(self) -> None:
        """A result is what the documents say, not the documents."""
        import pickle

        text = "Nothing of note was said at the meeting. " * 500
        documents = tuple(cc.Document(cc.Source(f"s{n}"), text) for n in range(8))
        work = Work(CLAIMS, DEFAULT)
        assert len(pickle.dumps(work(Batch(0, documents)))) < len(text) / 10
        assert len(pickle.dumps(work)) < len(pickle.dumps((CLAIMS, DEFAULT))) + 200


ARTICLE = "The Lindford Fair began in {year}. The Lindford Fair drew {count} visitors.\n"
CLAIM_FILE = """
subject: Lindford Fair
claims:
  - {id: start, kind: year, statement: "The Lindford Fair began in {value}.", cues: [began]}
  - {id: visitors, kind: count, unit: visitors, statement: "The Lindford Fair drew {value} visitors."}
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "claims.yaml").write_text(CLAIM_FILE, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for n in range(40):
        text = ARTICLE.format(year=1980 + n % 3, count=1000 + n % 4)
        (tmp_path / "articles" / f"{n:03d}.txt").write_text(text, encoding="utf-8")
    return tmp_path


class TestCommand:
    def arguments(self, archive: Path, *more: str) -> list[str]:
        where = ["check", str(archive / "claims.yaml"), "--sources", str(archive / "articles")]
        return [*where, "--format", "json", *more]

    def test_processes_give_the_same_report(self, archive: Path) -> None:
        run = CliRunner().invoke
        far = run(main, self.arguments(archive, "--engine", "processes", "--workers", "2"))
        assert (far.exit_code, far.stdout) == (0, run(main, self.arguments(archive)).stdout)

    def test_options_that_do_not_fit_are_told(self, archive: Path) -> None:
        outcome = CliRunner().invoke(main, self.arguments(archive, "--workers", "2"))
        assert outcome.exit_code == 2
        assert "the engine here has no workers" in outcome.stderr

    @POSIX
    def test_ctrl_c_ends_it_cleanly(self, archive: Path) -> None:
        for n in range(40, 400):
            text = ARTICLE.format(year=1980 + n % 3, count=1000 + n % 4) * 40
            (archive / "articles" / f"{n:03d}.txt").write_text(text, encoding="utf-8")
        kept = archive / "run.sqlite"
        more = ("--engine", "processes", "--workers", "2", "--checkpoint", str(kept))
        command = [sys.executable, "-m", "claimcheck", *self.arguments(archive, *more)]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        while not kept.exists() and run.poll() is None:
            time.sleep(0.02)
        time.sleep(0.5)
        os.killpg(run.pid, signal.SIGINT)  # what a terminal does
        out, err = run.communicate(timeout=60)
        assert run.returncode not in (0, 2)
        assert out == b""
        assert b"Traceback" not in err
        assert f"what is done is kept in {kept}".encode() in err


class NoWorkers:
    """A client of a cluster without workers, or with one that is there at every other look."""

    def __init__(self, *threads: int) -> None:
        self.threads = cycle(threads)

    def nthreads(self) -> dict[str, int]:
        return {"tcp://a:1": n} if (n := next(self.threads)) else {}


def in_vain() -> None:
    raise TimeoutError


class TestDask:
    def test_a_cluster_without_workers_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(dask, "_PATIENCE", 0)
        with pytest.raises(EngineError, match="has had no worker for 0 seconds\n  help: see why they die"):
            dask._patiently(NoWorkers(0), in_vain)

    def test_it_is_not_as_long_as_some_come_back(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(dask, "_PATIENCE", 0)
        asked = iter([TimeoutError, TimeoutError, TimeoutError])

        def ask() -> str:
            for error in asked:
                raise error
            return "done"

        assert dask._patiently(NoWorkers(0, 1), ask) == "done"

    def test_without_dask_the_extra_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "distributed", None)
        with pytest.raises(cc.MissingExtra, match=r"pip install 'claimcheck\[dask\]'"):
            list(dask.run(double, [1]))

    def test_a_cluster_elsewhere_has_its_own_workers(self) -> None:
        with pytest.raises(InvalidInput, match="the cluster at tcp://a:1 has its own workers"):
            list(dask.run(double, [1], workers=2, address="tcp://a:1"))
