"""The work is done here, in this process, one batch after another."""

from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

NAME = "here"
OPTIONS: tuple[str, ...] = ()

Batch = TypeVar("Batch")
Result = TypeVar("Result")


def run(
    work: Callable[[Batch], Result], batches: Iterable[Batch], *, workers: int | None = None, address: str = ""
) -> Generator[Result, None, None]:
    """The results of `work`, in the order of the batches.

    Args:
        work: What is to be done.
        batches: What to do it with.
        workers: Not used.
        address: Not used.
    """
    yield from map(work, batches)
