"""What one call costs from a cold start: `python -m benchmarks.cold [--runs 15]`.

Every figure is of fresh interpreters with bytecode cached, which take turns, so that a busy spell of the machine
falls on all of them alike: wall and processor seconds (least and median), the share over a bare interpreter, and,
where Linux's `perf` is there, millions of instructions, which are the same however busy the machine is.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECK = ("-m", "claimcheck", "check", "claims", "--sources", "seeds/sources.yaml")
CALLS: dict[str, tuple[str, ...]] = {
    "bare python": ("-c", "pass"),
    "import claimcheck": ("-c", "import claimcheck"),
    "find_values": ("-c", "import claimcheck as cc; cc.find_values('about $3 billion since 2008')"),
    "claimcheck --help": ("-m", "claimcheck", "--help"),
    "imports of the check": (
        "-c",
        "import claimcheck.cli.check, claimcheck.reports.full, claimcheck.engines.here",
    ),
    "check of five articles": CHECK,
    "the same in colour": (*CHECK, "--color", "always"),
    "pytest, no claim files": ("-m", "pytest", "--co", "-q", "-p", "no:cacheprovider", "benchmarks/cold.py"),
    "the same without us": (
        *("-m", "pytest", "--co", "-q", "-p", "no:cacheprovider", "-p", "no:claimcheck", "benchmarks/cold.py"),
    ),
}


def run(call: tuple[str, ...], environment: dict[str, str]) -> tuple[float, float]:
    """Wall and processor seconds of one interpreter."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *call], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def instructions(call: tuple[str, ...], environment: dict[str, str]) -> float | None:
    """Millions of instructions outside the kernel; None where they cannot be counted."""
    perf = shutil.which("perf")
    if perf is None:
        return None
    command = [perf, "stat", "-x", ",", "-e", "instructions:u", sys.executable, *call]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    counted = [line.split(",")[0] for line in done.stderr.splitlines() if "instructions" in line]
    return int(counted[0]) / 1e6 if counted and counted[0].isdigit() else None


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=15, help="interpreters for each call")
    runs = parser.parse_args().runs
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}
    for call in CALLS.values():  # bytecode is written, files are in the memory of the system
        run(call, environment)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in CALLS}
    for _ in range(runs):
        for name, call in CALLS.items():
            taken[name].append(run(call, environment))
    least = min(cpu for _, cpu in taken["bare python"])
    print(f"{'':26}{'wall ms':>16}{'cpu ms':>16}{'of bare':>9}{'M instr.':>10}")
    print(f"{'':26}{'least':>8}{'median':>8}{'least':>8}{'median':>8}")
    for name, call in CALLS.items():
        walls, cpus = zip(*taken[name], strict=True)
        figures = (min(walls), statistics.median(walls), min(cpus), statistics.median(cpus))
        counted = instructions(call, environment)
        told = "" if counted is None else f"{counted:10.0f}"
        print(f"{name:26}{''.join(f'{1000 * f:8.0f}' for f in figures)}{min(cpus) / least:9.1f}{told}")


if __name__ == "__main__":
    main()
