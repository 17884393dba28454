"""Progress on long work: on standard error, on a terminal, and only once it has taken a second."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

Tell = Callable[[str, int, int], None]

_PATIENCE = 1.0  # seconds before anything is shown


class _Bar:
    """A bar that appears when it is needed.

    Attributes:
        progress: The bar.
    """

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self._began = monotonic()
        self._tasks: dict[str, TaskID] = {}

    def tell(self, what: str, done: int, total: int) -> None:
        """Take note of how far the work has got; a total of 0 is one that nobody knows."""
        if what not in self._tasks:
            for task in self._tasks.values():  # the stages follow one another: the ones before are done
                self.progress.update(task, visible=False)
            self._tasks[what] = self.progress.add_task(what, total=total or None)
        self.progress.update(self._tasks[what], completed=done, total=total or None)
        if not self.progress.live.is_started and monotonic() - self._began > _PATIENCE:
            self.progress.start()


@contextmanager
def progress(*, quiet: bool) -> Iterator[Tell | None]:
    """Something to tell progress to; None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = _Bar(Progress(*columns, console=console, transient=True))
    try:
        yield bar.tell
    finally:
        bar.progress.stop()
