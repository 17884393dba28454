"""Scenes with a Dask cluster of this machine, run by test_dask.py in a process of their own.

Each prints `ok`. In the test process itself Dask's threads and pending sockets would trip over other tests.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from batch_data import CLAIMS, documents
from engine_work import DyingAlways, Told, double, failing

import claimcheck as cc
from claimcheck.engines import dask
from claimcheck.errors import EngineError, InvalidInput
from claimcheck.reports import json


def same(report: cc.Report) -> None:
    assert json.render(report) == json.render(cc.check(CLAIMS, documents(70)))


def identical() -> None:
    same(cc.check(CLAIMS, documents(70), engine="dask", workers=2))


def killed() -> None:
    """A worker is killed while it reads a document; Dask starts another, and the report is the same."""
    with tempfile.TemporaryDirectory() as folder:
        mark = Path(folder, "mark")
        told = [Told(d, mark if n == 40 else None) for n, d in enumerate(documents(70))]
        same(cc.check(CLAIMS, told, engine="dask", workers=2))
        assert mark.exists()


def elsewhere() -> None:
    """A scheduler that is reached by its address, and an error of the work, and work that kills every worker."""
    distributed: Any = import_module("distributed")
    options = {"threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with distributed.LocalCluster(n_workers=2, **options) as cluster:
        address = cluster.scheduler_address
        assert sorted(dask.run(double, iter(range(40)), address=address)) == [2 * n for n in range(40)]
        same(cc.check(CLAIMS, documents(70), engine="dask", address=address))
        with pytest.raises(InvalidInput, match="three is no good"):
            list(dask.run(failing, iter(range(6)), address=address))
        with pytest.raises(EngineError, match=r"^worker after worker died at the same work: 4"):
            list(dask.run(DyingAlways(4), iter(range(6)), address=address))


def nobody() -> None:
    with pytest.raises(EngineError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        list(dask.run(double, [1], address="tcp://127.0.0.1:1"))


if __name__ == "__main__":
    globals()[sys.argv[1]]()
    sys.stdout.write("ok\n")
