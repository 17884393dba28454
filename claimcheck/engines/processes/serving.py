"""In a worker: the work is got once, and then done with every batch that comes."""

import gc
import os
import pickle
import sys
import traceback
from collections.abc import Callable
from typing import Any

from claimcheck.engines.processes.pipe import receive, send
from claimcheck.errors import EngineError


def serve() -> None:
    """A worker's life: the work first, then batches until the pipe ends.

    Whatever the work prints goes to standard error, as standard output belongs to the results. The command that
    starts a worker keeps the collector of garbage still until the work is there, as loading modules leaves none.
    """
    results = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    work: Callable[[Any], Any] | None = None
    while (message := receive(sys.stdin.buffer)) is not None:
        try:
            given = pickle.loads(message)
            answer = None if work is None else work(given)
            if work is None:
                work = given
                gc.freeze()  # what has been loaded stays, and need not be looked through again and again
                gc.enable()
            reply = pickle.dumps((True, answer), pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            reply = _failed(error)
        try:
            send(results, reply)
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
