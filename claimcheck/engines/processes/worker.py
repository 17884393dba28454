"""A worker process as its caller sees it."""

import json
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any

from attrs import define, field

from claimcheck.engines.processes.pipe import receive, send
from claimcheck.errors import EngineError, Problem

_STARTS = 2  # attempts to start a worker
_GRACE = 2.0  # seconds that an idle worker has to end by itself
_BOOT = (
    "import gc, json, sys; gc.disable(); sys.path[:] = json.loads(sys.argv[1]); "
    "from claimcheck.engines.processes.serving import serve; serve()"
)


@define
class Worker:
    """A process that works.

    Attributes:
        work: The work, pickled.
        alive: The workers of the crew that are running, this one put among them.
    """

    work: bytes
    alive: list["Worker"] = field(eq=False, repr=False)
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
                opened(reply)
            return
        advice = "what it said stands above; the engine here needs no other process"
        raise EngineError(str(Problem(f"a worker process could not be started ({how})", advice)))

    def ask(self, data: bytes) -> bytes | None:
        """Send a message and wait for the answer; None if the process is gone."""
        assert self.process is not None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            send(self.process.stdin, data)
            return receive(self.process.stdout)
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


def opened(reply: bytes) -> Any:
    """What a worker answered.

    Raises:
        Exception: Whatever the work raised.
    """
    worked, value = pickle.loads(reply)
    if not worked:
        raise value
    return value


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
