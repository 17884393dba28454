"""The work is done by processes of this machine, with nothing but the standard library.

Each worker is a fresh interpreter that gets the work once and then batch after batch through a pipe. It is started
by a command of its own rather than by `multiprocessing`, so that a program that calls for it needs no
`if __name__ == "__main__"` and a notebook will do. A thread of the calling process speaks with each worker. A
batch whose worker dies is sent to a new one; a batch at which worker after worker dies is an error that names it.

Workers stand outside the terminal's process group: Ctrl-C reaches the caller alone, who ends them. When the caller
itself is killed, their pipe ends and so do they.
"""

import os
import pickle
from collections.abc import Callable, Generator, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, TypeVar

from attrs import define, field, frozen

from claimcheck.engines.processes.worker import Worker, opened
from claimcheck.errors import EngineError, Problem

NAME = "processes"
OPTIONS: tuple[str, ...] = ("workers",)

ATTEMPTS = 3
"""Workers that may die at one batch. One may be the machine's doing (memory, an operator); three are its own."""

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
    workers: list[Worker] = field(factory=list)
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
        worker = Worker(self.work, self.workers)
        try:
            for batch in iter(self.todo.get, None):
                if not self.stopping:
                    self.done.put(_Done(self._carried_through(worker, batch)))
        except BaseException as error:
            self.done.put(_Done(error=error))
        finally:
            worker.end()

    def _carried_through(self, worker: Worker, batch: Any) -> Any:
        data = pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
        how = ""
        for _ in range(ATTEMPTS):
            worker.start()
            reply = worker.ask(data)
            if reply is not None:
                return opened(reply)
            if self.stopping:
                break
            how = worker.end()
        message = f"{ATTEMPTS} worker processes died at the same work ({how}): {batch}"
        advice = (
            "if memory ran short, take fewer workers; "
            "else leave these documents out, or see what happens with the engine here"
        )
        raise EngineError(str(Problem(message, advice)))
