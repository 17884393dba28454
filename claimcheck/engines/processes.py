"""The work is done by processes of this machine, with nothing but the standard library.

Each worker is a fresh interpreter that gets the work once and then batch after batch through a pipe. It is started
by a command of its own rather than by `multiprocessing`, so that a program that calls for it needs no
`if __name__ == "__main__"` and a notebook will do. A thread of the calling process speaks with each worker. A
batch whose worker dies is sent to a new one; a batch at which worker after worker dies is an error that names it.

Workers stand outside the terminal's process group: Ctrl-C reaches the caller alone, who ends them. When the caller
itself is killed, their pipe ends and so do they.
"""

import json
import os
import pickle
import signal
import struct
import subprocess
import sys
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Any, TypeVar

from attrs import define, field, frozen

from claimcheck.errors import EngineError, Problem

NAME = "processes"
OPTIONS: tuple[str, ...] = ("workers",)

ATTEMPTS = 3
"""Workers that may die at one batch. One may be the machine's doing (memory, an operator); three are its own."""

_STARTS = 2  # attempts to start a worker
_GRACE = 2.0  # seconds that an idle worker has to end by itself
_LENGTH = struct.Struct("<Q")
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from claimcheck.engines.processes import serve; serve()"
)

Batch = TypeVar("Batch")
Result = TypeVar("Result")


def run(
    work: Callable[[Batch], Result], batches: Iterable[Batch], *, workers: int | None = None, address: str = ""
) -> Generator[Result, None, None]:
    """The results of `work`, in the order in which workers are done with them.

    Args:
        work: What is to be done.
        batches: What to do it with.
        workers: How many processes; None is one for each processor that this process may use.
        address: Not used.

    Raises:
        EngineError: If a worker cannot be started, or `ATTEMPTS` workers die at one batch.
    """
    with _Crew(workers or _processors(), pickle.dumps(work, pickle.HIGHEST_PROTOCOL)) as crew:
        yield from crew.results(iter(batches))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@frozen
class _Done:
    """What a thread has to say: a result, or an error that ends everything."""

    result: Any = None
    error: BaseException | None = None


@define
class _Crew:
    """The workers, and the threads that speak with them.

    Attributes:
        size: How many workers there may be; each is started for its first batch.
        work: The work, pickled.
    """

    size: int
    work: bytes
    todo: SimpleQueue[Any] = field(factory=SimpleQueue)
    done: SimpleQueue[_Done] = field(factory=SimpleQueue)
    threads: list[Thread] = field(factory=list)
    workers: list["_Worker"] = field(factory=list)
    stopping: bool = False

    def __enter__(self) -> "_Crew":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping = kind is not None
        for _ in self.threads:
            self.todo.put(None)
        for thread in self.threads:
            while thread.is_alive():
                for worker in tuple(self.workers) if self.stopping else ():
                    worker.kill()  # again and again: a thread may just have started one
                thread.join(0.1)

    def results(self, batches: Iterator[Any]) -> Iterator[Any]:
        """The results, while batches are handed out: one for each worker, and one more that waits for it."""
        out = 0
        while True:
            while out < 2 * self.size and (batch := next(batches, self)) is not self:
                self._hand_out(batch, out)
                out += 1
            if not out:
                return
            done = self._next()
            if done.error is not None:
                raise done.error
            out -= 1
            yield done.result

    def _hand_out(self, batch: Any, out: int) -> None:
        if len(self.threads) <= out and len(self.threads) < self.size:
            self.threads.append(Thread(target=self._attend, name=f"worker {len(self.threads) + 1}", daemon=True))
            self.threads[-1].start()
        self.todo.put(batch)

    def _next(self) -> _Done:
        while True:
            try:
                return self.done.get(timeout=1.0)  # without a timeout Ctrl-C would wait on Windows
            except Empty:
                continue

    def _attend(self) -> None:
        """One thread: batches to a worker, results back, new workers for dead ones."""
        worker = _Worker(self.work, self.workers)
        try:
            for batch in iter(self.todo.get, None):
                if not self.stopping:
                    self.done.put(_Done(self._carried_through(worker, batch)))
        except BaseException as error:
            self.done.put(_Done(error=error))
        finally:
            worker.end()

    def _carried_through(self, worker: "_Worker", batch: Any) -> Any:
        data = pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
        how = ""
        for _ in range(ATTEMPTS):
            worker.start()
            reply = worker.ask(data)
            if reply is not None:
                return _opened(reply)
            if self.stopping:
                break
            how = worker.end()
        message = f"{ATTEMPTS} worker processes died at the same work ({how}): {batch}"
        advice = (
            "if memory ran short, take fewer workers; "
            "else leave these documents out, or see what happens with the engine here"
        )
        raise EngineError(str(Problem(message, advice)))


def _opened(reply: bytes) -> Any:
    worked, value = pickle.loads(reply)
    if not worked:
        raise value
    return value


@define
class _Worker:
    """A process that works.

    Attributes:
        work: The work, pickled.
        alive: The workers of the crew that are running, this one put among them.
    """

    work: bytes
    alive: list["_Worker"] = field(eq=False, repr=False)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process, unless it runs.

        Raises:
            EngineError: If it does not come up.
        """
        how = ""
        for _ in range(_STARTS):
            if self.process is None:
                self.process = _spawn()
                self.alive.append(self)
                reply = self.ask(self.work)
                if reply is None:
                    how = self.end()
                    continue
                _opened(reply)
            return
        advice = "what it said stands above; the engine here needs no other process"
        raise EngineError(str(Problem(f"a worker process could not be started ({how})", advice)))

    def ask(self, data: bytes) -> bytes | None:
        """Send a message and wait for the answer; None if the process is gone."""
        assert self.process is not None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            _send(self.process.stdin, data)
            return _receive(self.process.stdout)
        except OSError:
            return None

    def kill(self) -> None:
        """End the process at once; whoever waits for its answer gets none."""
        if self.process is not None:
            self.process.kill()

    def end(self) -> str:
        """End the process, and say how it ended."""
        process, self.process = self.process, None
        if process is None:
            return ""
        self.alive.remove(self)
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):  # what could not be sent to a dead process
                    pipe.close()
        try:
            code = process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        return _ending(code)


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"


def _spawn() -> "subprocess.Popen[bytes]":
    """A worker process, in a process group of its own."""
    command = [sys.executable, "-c", _BOOT, json.dumps(sys.path)]
    pipe = subprocess.PIPE
    if sys.platform == "win32":
        apart = subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, creationflags=apart)
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, process_group=0)


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """The next message; None at the end of the pipe."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    size = _LENGTH.unpack(head)[0]
    data = pipe.read(size)
    return data if len(data) == size else None


def serve() -> None:
    """A worker's life: the work first, then batches until the pipe ends.

    Whatever the work prints goes to standard error, as standard output belongs to the results.
    """
    results = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    work: Callable[[Any], Any] | None = None
    while (message := _receive(sys.stdin.buffer)) is not None:
        try:
            given = pickle.loads(message)
            answer = None if work is None else work(given)
            work = work or given
            reply = pickle.dumps((True, answer), pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            reply = _failed(error)
        try:
            _send(results, reply)
        except BrokenPipeError:  # the caller is gone
            os._exit(0)


def _failed(error: Exception) -> bytes:
    """An error as a message, with where it arose; one that cannot be sent is told in words."""
    error.add_note("in a worker process:\n" + "".join(traceback.format_exception(error)))
    try:
        reply = pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
        pickle.loads(reply)
    except Exception:
        told = EngineError("".join(traceback.format_exception(error)))
        return pickle.dumps((False, told), pickle.HIGHEST_PROTOCOL)
    return reply
