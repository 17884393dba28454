"""How the engines compare: `python -m benchmarks.engines [--documents 20000] [--engines here,processes,dask]`.

Documents are news-like, made with a fixed seed from the templates of `benchmarks.speed`; in one of four stands a
sentence that answers one of the 20 claims. They are read from files, as an archive is.

For each engine: wall seconds of the whole check, of that the seconds until the first batch came back (the start),
the share of the ideal speed (one process's wall seconds divided by the number of workers), processor seconds of
this process and of its children, the largest resident size of either, and whether the report is the same to the
byte. On a busy machine wall seconds mean little: the processor seconds say what the engine itself costs;
those of Dask's workers are not known where they are forked from a server (Linux), which is their parent.
"""

import argparse
import hashlib
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import claimcheck as cc
from benchmarks.speed import _sentence
from claimcheck import pipeline
from claimcheck.reports import json

_PLACES = (
    "Arlen Bexley Corran Dunmore Esk Farrow Garve Hollin Irvine Jura Kelso Lorne Morven Nairn Oban Perth Quoich"
)
_SUBJECTS = tuple(f"{place} Bridge" for place in f"{_PLACES} Rona Skye Tiree".split())
_ANSWERS = (
    "The {subject} was opened in {year}.",
    "Since {year} the {subject} has carried the coast road.",
    "The {subject} cost about ${a}.{b} million.",
    "Work on the {subject} cost ${a} million, the council said.",
)


def claims() -> cc.ClaimSet:
    """Twenty claims, one a subject: when it was opened, or what it cost."""
    made = []
    for n, subject in enumerate(_SUBJECTS):
        if n % 2:
            made.append(
                cc.Claim(
                    f"c{n}", "year", f"The {subject} was opened in {{value}}.", subject, cues=("opened", "since")
                )
            )
        else:
            made.append(cc.Claim(f"c{n}", "money", f"The {subject} cost {{value}}.", subject, cues=("cost",)))
    return cc.ClaimSet(tuple(made))


def document(dice: random.Random) -> str:
    """An article of five to twelve sentences."""
    sentences = [_sentence(dice) for _ in range(dice.randint(5, 12))]
    if dice.random() < 0.25:
        year, a, b = dice.choice((1968, 1968, 1969, 1972)), dice.choice((12, 12, 13, 15)), dice.randint(1, 2)
        answer = dice.choice(_ANSWERS).format(subject=dice.choice(_SUBJECTS), year=year, a=a, b=b)
        sentences.insert(dice.randrange(len(sentences)), answer)
    return " ".join(sentences) + "\n"


def write(folder: Path, count: int, seed: int = 20261122) -> int:
    """The files; their characters in all."""
    dice = random.Random(seed)
    size = 0
    for n in range(count):
        text = document(dice)
        size += len(text)
        (folder / f"{n:06d}.txt").write_text(text, encoding="utf-8")
    return size


def measure(folder: str, engine: str, workers: str) -> None:
    """One run in this process, its figures as one line of text."""
    given = pipeline.stream_sources(folder)
    began, first = time.perf_counter(), 0.0

    def tell(what: str, done: int, total: int) -> None:
        nonlocal first
        if what == "checking" and done and not first:
            first = time.perf_counter() - began

    count = None if engine == "here" else int(workers)
    report = cc.check(claims(), given, progress=tell, engine=engine, workers=count)
    wall = time.perf_counter() - began
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime
    memory = max(own.ru_maxrss, others.ru_maxrss) / 1024
    digest = hashlib.sha256(json.render(report).encode()).hexdigest()[:12]
    print(f"{wall} {first} {cpu[0]} {cpu[1]} {memory} {digest} {sum(len(f.evidence) for f in report)}")


def main() -> None:
    """Measure and print; each engine in a fresh process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engines", default="here,processes,dask")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        size = write(Path(folder), given.documents)
        load = os.getloadavg()[0]
        print(
            f"{given.documents:,} documents, {size / 1e6:.1f} MB, {len(claims())} claims; load before {load:.1f}"
        )
        print("engine       wall  start  share of ideal   cpu here  cpu workers   MB  report        readings")
        alone = 0.0
        for engine in given.engines.split(","):
            command = [sys.executable, "-m", "benchmarks.engines", "--one", folder, engine, str(given.workers)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"{engine:10s} {done.stderr.strip().splitlines()[-1]}")
                continue
            wall, first, here, there, memory, digest, found = done.stdout.split()
            alone = alone or float(wall)
            ideal = alone if engine == "here" else alone / given.workers
            print(
                f"{engine:10s} {float(wall):6.1f} {float(first):6.2f} {ideal / float(wall):15.2f}"
                f" {float(here):10.1f} {float(there):12.1f} {float(memory):4.0f}  {digest}  {found}"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(*sys.argv[2:])
    else:
        main()
