"""Progress on long work: on standard error, on a terminal, and only once it has taken a second."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

Tell = Callable[[str, int, int], None]

_PATIENCE = 1.0  # seconds before anything is shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class _Bar:
    """A bar that appears when it is needed; what draws it is imported then."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def tell(self, what: str, done: int, total: int) -> None:
        """Take note of how far the work has got; a total of 0 is one that nobody knows."""
        if self._progress is None:
            if monotonic() - self._began <= _PATIENCE:
                return
            self._progress = _drawn()
            self._progress.start()
        if what not in self._tasks:
            for task in self._tasks.values():  # the stages follow one another: the ones before are done
                self._progress.update(task, visible=False)
            self._tasks[what] = self._progress.add_task(what, total=total or None)
        self._progress.update(self._tasks[what], completed=done, total=total or None)

    def stop(self) -> None:
        """Wipe the bar away, if there is one."""
        if self._progress is not None:
            self._progress.stop()


def _drawn() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Tell | None]:
    """Something to tell progress to; None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.tell
    finally:
        bar.stop()
