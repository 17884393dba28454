"""Engines: an open set, one file an engine, each carrying the same work to where it is done.

An engine is given one pure function and batches to call it with. It knows nothing of claims or documents; what the
results mean, and that their order does not matter, is the business of its caller.
"""

from collections.abc import Callable, Generator, Iterable
from typing import Protocol, TypeVar

from claimcheck.engines import dask, here, processes
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


ENGINES: tuple[Engine, ...] = (here, processes, dask)
"""All members; the first is the default."""


def by_name(name: str, workers: int | None = None, address: str = "") -> Engine:
    """The engine of that name, fit for the options it is to be given.

    Raises:
        InvalidInput: If there is none, or an option means nothing to it.
    """
    member = next((member for member in ENGINES if name == member.NAME), None)
    if member is None:
        names = ", ".join(member.NAME for member in ENGINES)
        raise InvalidInput(Problem(f"no engine is called {name!r}", f"choose one of {names}"))
    if workers is not None and workers < 1:
        raise InvalidInput(Problem(f"there cannot be {workers} workers", "give 1 or more"))
    for option, given in (("workers", workers is not None), ("address", bool(address))):
        if given and option not in member.OPTIONS:
            able = ", ".join(other.NAME for other in ENGINES if option in other.OPTIONS)
            advice = f"leave it out, or choose an engine that has: {able}"
            raise InvalidInput(Problem(f"the engine {name} has no {option}", advice))
    return member
