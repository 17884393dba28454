"""The engine dask, for real: a cluster on this machine, a worker killed in mid-run, a scheduler at an address."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="Dask is not installed (pip install 'claimcheck[dask]')")

HERE = Path(__file__).parent


@pytest.mark.parametrize("scene", ["identical", "killed", "elsewhere", "nobody"])
def test_scene(scene: str) -> None:
    command = [sys.executable, str(HERE / "dask_scenes.py"), scene]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=HERE.parent, check=False)
    assert done.stdout.strip() == "ok", done.stderr[-3000:]
