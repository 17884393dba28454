"""Work for engines, importable by their workers: what behaves, what fails, and what ends the process it is in."""

import gc
import os
import signal
import sys
from pathlib import Path

from attrs import frozen

import claimcheck as cc
from claimcheck.errors import InvalidInput, Problem


def double(number: int) -> int:
    return 2 * number


def printing(number: int) -> int:
    sys.stdout.write("this must not be taken for a result\n")
    sys.stdout.flush()
    return number


def collecting(number: int) -> bool:
    """Whether garbage is collected where the work is done."""
    return gc.isenabled()


def failing(number: int) -> int:
    if number == 3:
        raise InvalidInput(Problem("three is no good", "try four"))
    return number


class Odd(Exception):
    """An error that cannot be sent: it is made from two things and says one."""

    def __init__(self, one: object, other: object) -> None:
        super().__init__("odd")
        self.both = one, other


def failing_oddly(number: int) -> int:
    raise Odd(number, lambda: number)


def die() -> None:
    """End this process as the kernel does when memory runs out."""
    if sys.platform == "win32":
        os._exit(137)
    os.kill(os.getpid(), signal.SIGKILL)


@frozen
class DyingOnce:
    """Ends the first worker that is given a number, once for each number in `numbers`."""

    folder: Path
    numbers: tuple[int, ...]

    def __call__(self, number: int) -> int:
        mark = self.folder / str(number)
        if number in self.numbers and not mark.exists():
            mark.touch()
            die()
        return 2 * number


@frozen
class DyingAlways:
    """Ends every worker that is given a certain number."""

    number: int

    def __call__(self, number: int) -> int:
        if number == self.number:
            die()
        return number


@frozen
class Told:
    """A source that is given in words, and can be made to end the worker that reads it, or to be unreadable.

    Attributes:
        document: What is read.
        mark: A file whose absence ends the worker; it is made first.
        problem: Why it cannot be read; empty where it can.
    """

    document: cc.Document
    mark: Path | None = None
    problem: str = ""

    @property
    def source(self) -> cc.Source:
        return self.document.source

    @property
    def size(self) -> int:
        return len(self.document.text)

    def fingerprint(self) -> str:
        return repr((self.document.source, self.document.text, self.problem))

    def read(self) -> cc.Document:
        if self.problem:
            raise InvalidInput(Problem(self.problem))
        if self.mark and not self.mark.exists():
            self.mark.touch()
            die()
        return self.document
