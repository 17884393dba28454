"""Engines: an open set, one file an engine, each carrying the same work to where it is done.

An engine is given one pure function and batches to call it with. It knows nothing of claims or documents; what the
results mean, and that their order does not matter, is the business of its caller. An engine is imported when it is
asked for: pipes, threads and processes are not what a small check should wait for.
"""

from collections.abc import Callable, Generator, Iterable
from importlib import import_module
from typing import Final, Protocol, TypeVar, cast

from claimcheck.errors import InvalidInput, Problem

Batch = TypeVar("Batch")
Result = TypeVar("Result")


class Engine(Protocol):
    """What every member of the set offers.

    Attributes:
        NAME: The name it is asked for by.
        OPTIONS: Which of `workers` and `address` mean something to it.
    """

    NAME: str
    OPTIONS: tuple[str, ...]

    def run(
        self,
        work: Callable[[Batch], Result],
        batches: Iterable[Batch],
        *,
        workers: int | None = None,
        address: str = "",
    ) -> Generator[Result, None, None]:
        """The results of `work` for every batch, each once, in any order, as they come.

        Batches are taken from their iterator in the caller's thread, no more than can be worked on soon.
        `work`, batches and results must be fit to be pickled where an engine sends them to other processes.
        Closing the generator ends all work.

        Args:
            work: What is to be done; it depends on nothing but its batch. `str(batch)` names a batch in errors.
            batches: What to do it with.
            workers: How many batches are worked on at once; None is one for each processor there is.
            address: Where the workers are, for engines that have them elsewhere.

        Raises:
            EngineError: If no worker can be had, or a batch ends every worker that is given it.
            MissingExtra: If the engine needs a package that is not installed.
            Exception: Whatever `work` raises.
        """
        ...


MEMBERS: Final[dict[str, tuple[str, ...]]] = {
    "here": (),
    "processes": ("workers",),
    "dask": ("workers", "address"),
}
"""The name of every member, which is that of its file, and its `OPTIONS`; the first is the default."""

ENGINES: tuple[Engine, ...]
"""All members, each imported; in the order of `MEMBERS`."""


def __getattr__(name: str) -> object:
    if name == "ENGINES":
        return tuple(map(by_name, MEMBERS))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def by_name(name: str, workers: int | None = None, address: str = "") -> Engine:
    """The engine of that name, fit for the options it is to be given.

    Raises:
        InvalidInput: If there is none, or an option means nothing to it.
    """
    if name not in MEMBERS:
        raise InvalidInput(Problem(f"no engine is called {name!r}", f"choose one of {', '.join(MEMBERS)}"))
    if workers is not None and workers < 1:
        raise InvalidInput(Problem(f"there cannot be {workers} workers", "give 1 or more"))
    for option, given in (("workers", workers is not None), ("address", bool(address))):
        if given and option not in MEMBERS[name]:
            able = ", ".join(other for other, options in MEMBERS.items() if option in options)
            advice = f"leave it out, or choose an engine that has: {able}"
            raise InvalidInput(Problem(f"the engine {name} has no {option}", advice))
    return cast(Engine, import_module(f"{__name__}.{name}"))
