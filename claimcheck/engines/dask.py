"""The work is done by Dask: on a cluster of this machine, or on one that is somewhere else.

The work is the result of a first task, so that it travels to each worker once and Dask makes it anew where it was
lost. A batch whose worker dies is given to another by Dask's scheduler, as often as its setting
`distributed.scheduler.allowed-failures` says.

On Linux the workers of this machine are forked from a server that loads Dask and the work's module while this
process loads Dask too. It has one thread and nothing of the caller's, so the fork is safe; elsewhere system
libraries may not survive one, and each worker is a fresh process that loads everything itself.
"""

import logging
import os
import pickle
import signal
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from importlib import import_module
from importlib.util import find_spec
from time import monotonic
from typing import Any, TypeVar

from claimcheck.errors import EngineError, InvalidInput, MissingExtra, Problem

NAME = "dask"
OPTIONS: tuple[str, ...] = ("workers", "address")

_PATIENCE = 60  # seconds to wait for a first worker, or for one to come back
_LEAST = 16  # batches handed out at least, so that workers that join later find something to do
_LOOK = 5.0  # seconds between looks at how many workers there are
_METHOD = "distributed.worker.multiprocessing-method"  # Dask's setting of how workers are started

Batch = TypeVar("Batch")
Result = TypeVar("Result")


def run(
    work: Callable[[Batch], Result], batches: Iterable[Batch], *, workers: int | None = None, address: str = ""
) -> Generator[Result, None, None]:
    """The results of `work`, in the order in which workers are done with them.

    Args:
        work: What is to be done; the workers must be able to import what it is made of.
        batches: What to do it with.
        workers: How many processes of this machine; None is one for each processor. Not for a cluster elsewhere.
        address: The scheduler of a cluster (`tcp://host:8786`); empty starts one on this machine.

    Raises:
        EngineError: If no worker can be had, or worker after worker dies at one batch.
        InvalidInput: If both `workers` and `address` are given.
        MissingExtra: If Dask is not installed.
    """
    if address and workers is not None:
        advice = "leave out the workers, or the address to have them here"
        raise InvalidInput(Problem(f"the cluster at {address} has its own workers", advice))
    forked = not address and find_spec("distributed") is not None and _fork_server(work.__module__)
    distributed = _distributed()
    with _started(distributed, forked), _client(distributed, workers, address) as client:
        yield from _results(distributed, client, pickle.dumps(work, pickle.HIGHEST_PROTOCOL), batches, address)


def _distributed() -> Any:
    try:
        return import_module("distributed")
    except ImportError:
        raise MissingExtra("the engine dask needs Dask; install it with: pip install 'claimcheck[dask]'") from None


def _fork_server(module: str) -> bool:
    """Start the server that workers are forked from, where that is safe; whether it is there."""
    if sys.platform != "linux":
        return False
    server = import_module("multiprocessing.forkserver")
    server.set_forkserver_preload(["distributed", "distributed.nanny", *({module} - {"__main__"})])
    with _undisturbed():
        server.ensure_running()
    return True


@contextmanager
def _started(distributed: Any, forked: bool) -> Iterator[None]:
    """Dask's setting of how workers are started, also new ones for dead ones; unless somebody has chosen one."""
    config = import_module("dask.config")
    if not forked or config.get(_METHOD) != "spawn":
        yield
        return
    distributed.utils._forkserver_preload_set = True  # else Dask loads pandas here, for a server it would start
    with config.set({_METHOD: "forkserver"}):
        yield


@contextmanager
def _client(distributed: Any, workers: int | None, address: str) -> Iterator[Any]:
    """A client, of a cluster that is started for it where there is no address."""
    client = None
    try:
        if address:
            client = _of_cluster(distributed, address)
        else:
            with _undisturbed():
                client = distributed.Client(
                    n_workers=workers or os.cpu_count() or 1,
                    threads_per_worker=1,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
        yield client
    finally:
        if client is not None:
            client.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits; threads and processes that are started meanwhile never hear of it, and leave no tracebacks."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started later, by whichever thread needs it first, the tracker would undo the blocking in that thread.
    import_module("multiprocessing.resource_tracker").ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _of_cluster(distributed: Any, address: str) -> Any:
    """A client of the cluster at an address, once it has a worker."""
    try:
        client = distributed.Client(address, timeout=10)
    except (OSError, ValueError) as error:
        advice = "say where it is (tcp://host:8786), or leave out the address to start one on this machine"
        raise EngineError(str(Problem(f"no Dask scheduler answers at {address}: {error}", advice))) from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        client.close()
        message = f"no worker has come to the Dask scheduler at {address} within {_PATIENCE} seconds"
        raise EngineError(str(Problem(message, f"start some: dask worker {address}"))) from None
    return client


def _results(
    distributed: Any, client: Any, work: bytes, batches: Iterable[Batch], address: str
) -> Generator[Any, None, None]:
    """The results, while batches are handed out: some for each worker, so that none waits."""
    shared = client.submit(bytes, work, pure=False)
    names: dict[Any, str] = {}
    left = iter(batches)
    room, looked = _room(client), monotonic()
    while True:
        if monotonic() - looked > _LOOK:
            room, looked = _room(client), monotonic()
        while len(names) < room and (batch := next(left, names)) is not names:
            names[client.submit(_carried_out, shared, batch, pure=False)] = str(batch)
        if not names:
            return
        for future in _patiently(client, partial(_done, distributed, tuple(names))):
            yield _patiently(client, partial(_result, distributed, future, names.pop(future), address))


def _patiently(client: Any, ask: Callable[[], Any]) -> Any:
    """What `ask` says, asked again whenever it times out, as long as there are workers or may soon be some.

    Raises:
        EngineError: If there has been no worker for `_PATIENCE` seconds: those that died do not come back.
    """
    alone = None
    while True:
        try:
            return ask()
        except TimeoutError:
            now = monotonic()
            alone = None if client.nthreads() else alone or now
            if alone and now - alone > _PATIENCE:
                problem = Problem(
                    f"the Dask cluster has had no worker for {_PATIENCE} seconds", "see why they die"
                )
                raise EngineError(str(problem)) from None


def _done(distributed: Any, futures: tuple[Any, ...]) -> Any:
    """The futures that are done, at least one.

    Raises:
        TimeoutError: If there is none after `_LOOK` seconds.
    """
    return distributed.wait(futures, timeout=_LOOK, return_when="FIRST_COMPLETED").done


def _room(client: Any) -> int:
    """How many batches to hand out: enough for every thread of every worker there is now."""
    threads: int = sum(client.nthreads().values())
    return max(_LEAST, 3 * threads)


def _result(distributed: Any, future: Any, name: str, address: str) -> Any:
    if future.status == "cancelled":
        where = f"at {address}" if address else "of this machine"
        raise EngineError(f"the Dask cluster {where} is gone; it was working on {name}")
    try:
        return future.result(timeout=_LOOK)
    except distributed.KilledWorker as error:
        message = f"worker after worker died at the same work: {name}"
        advice = (
            "if memory ran short, give each worker more; "
            "else leave these documents out, or see what happens with the engine here"
        )
        raise EngineError(f"{Problem(message, advice)}\n  dask: {error}") from None
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("claimcheck"):
            raise
        message = f"the workers at {address} cannot import {error.name}"
        raise EngineError(str(Problem(message, "install the same version of claimcheck there"))) from None


def _carried_out(work: bytes, batch: Any) -> Any:
    """In a worker: the work on one batch."""
    return _made_ready(work)(batch)


@lru_cache(maxsize=2)
def _made_ready(work: bytes) -> Callable[[Any], Any]:
    """In a worker: the work, unpickled once for all batches."""
    made: Callable[[Any], Any] = pickle.loads(work)
    return made
