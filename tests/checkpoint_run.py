"""A check with a checkpoint in a process of its own, which test_checkpoint.py kills: `FILE COUNT ENGINE [MARK]`.

With a mark it stops to be killed: it says so and waits, once it has come to the last documents and the ones before
them are in the file.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from batch_data import CLAIMS, document

import claimcheck as cc
from claimcheck.pipeline import checkpoint as kept
from claimcheck.reports import json


def given(count: int, mark: Path | None) -> Iterator[cc.Document]:
    for n in range(count):
        if mark and n == count - 1:
            mark.touch()
            time.sleep(600)
        yield document(n)


def main() -> None:
    path, count, engine, *mark = sys.argv[1:]
    kept._COMMIT = 0.0
    stop = Path(mark[0]) if mark else None
    workers = None if engine == "here" else 2
    report = cc.check(CLAIMS, given(int(count), stop), checkpoint=path, engine=engine, workers=workers)
    sys.stdout.buffer.write(json.render(report).encode())


if __name__ == "__main__":
    main()
