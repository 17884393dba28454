"""Matching at scale: `python -m benchmarks.matching [--claims 100 1000] [--sentences 10000 100000] [--plot FILE]`.

Claims are indexed and a stream of sentences goes by (`benchmarks.corpus`, seeds fixed). For each size, in a
process of its own and one thread: processor seconds, index included; microseconds a sentence; how much memory the
index and its look-ups took at most; how many of the planted copies were found; how many pairs were found for each
sentence beside them. Making the sentences is not counted. Beside it, brute force: rapidfuzz's `cdist` with
`token_set_ratio` on a sample, before and after, extrapolated. `--exact` measures the search that misses nothing of
brute force instead. `--held` takes the text that is kept apart.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from attrs import asdict, frozen
from rapidfuzz import fuzz, process

from benchmarks.corpus import batches, corpus
from benchmarks.plot import Line, plot
from claimcheck.matching.index import ExactIndex, WordingIndex

_SAMPLE = 2000  # sentences that brute force is measured on, for a hundred of the claims


@frozen
class Run:
    """One size.

    Attributes:
        claims: Claims.
        sentences: Sentences.
        build: Processor seconds for the index.
        search: Processor seconds for the stream.
        brute: Processor seconds that comparing every pair would take.
        memory: Bytes that the index and its look-ups took at most.
        recall: Share of the planted copies found.
        found: Pairs found beside the planted copies, for each sentence.
    """

    claims: int
    sentences: int
    build: float
    search: float
    brute: float
    memory: int
    recall: float
    found: float

    @property
    def seconds(self) -> float:
        """Processor seconds, index included."""
        return self.build + self.search

    def __str__(self) -> str:
        sizes = f"| {self.claims:,} | {self.sentences:,} | {self.seconds:.2f} "
        each = f"| {1e6 * self.seconds / self.sentences:.1f} | {self.memory / 1e6:.0f} MB "
        gained = f"| {self.brute:,.0f} | {self.brute / self.seconds:,.0f} × |"
        return f"{sizes}{each}| {self.recall:.4f} | {self.found:.3f} {gained}"


def measure(claims: int, sentences: int, exact: bool, held: bool) -> Run:
    """Measure one size in this process."""
    made = corpus(claims, sentences, held=held)
    sample = next(batches(corpus(claims, _SAMPLE, held=held), _SAMPLE))[0]
    slow = _brute_seconds(made.claims, sample)
    before = resident()
    start = time.process_time()
    index = ExactIndex(made.claims) if exact else WordingIndex(made.claims)
    build = time.process_time() - start
    search, found, planted, met, peak = 0.0, 0, 0, 0, 0
    for texts, truth in batches(made, 1024):
        start = time.process_time()
        near = [(i, one.claim) for i, one in index.stream(texts)]
        search += time.process_time() - start
        found += len(near)
        peak = max(peak, resident() - before)
        wanted = {(i, claim) for i, claim in enumerate(truth) if claim >= 0}
        planted += len(wanted)
        met += len(wanted.intersection(near))
    pair = (slow + _brute_seconds(made.claims, sample)) / 2
    brute = claims * sentences * pair
    return Run(claims, sentences, build, search, brute, peak, met / max(1, planted), (found - met) / sentences)


def _brute_seconds(claims: Sequence[str], sentences: Sequence[str]) -> float:
    """Seconds that rapidfuzz takes for a pair, in one thread."""
    queries = claims[:100]
    start = time.process_time()
    process.cdist(queries, sentences, scorer=fuzz.token_set_ratio, score_cutoff=85)
    return (time.process_time() - start) / (len(queries) * len(sentences))


def resident() -> int:
    """The memory that this process has now, in bytes; 0 where the system does not tell as Linux does."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * resource.getpagesize() if told.exists() else 0


def _apart(claims: int, sentences: int, exact: bool, held: bool) -> Run:
    """Measure one size in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.matching", "--one", str(claims), str(sentences)]
    command += ["--exact"] * exact + ["--held"] * held
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Run(**json.loads(done.stdout))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--sentences", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--exact", action="store_true", help="the search that misses nothing of brute force")
    parser.add_argument("--held", action="store_true", help="the text that is kept apart")
    parser.add_argument("--plot", type=Path, help="an SVG file to draw the cost into")
    parser.add_argument("--one", type=int, nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(asdict(measure(given.one[0], given.one[1], given.exact, given.held))))
        return
    print("| claims | sentences | cpu s | µs a sentence | memory | planted found | pairs a sentence | brute s | |")
    print("|---|---|---|---|---|---|---|---|---|")
    lines = []
    for claims in given.claims:
        runs = []
        for sentences in given.sentences:
            runs.append(_apart(claims, sentences, given.exact, given.held))
            print(runs[-1], flush=True)
        lines.append(Line(f"{claims:,} claims", tuple((run.sentences, run.seconds) for run in runs)))
    if given.plot:
        title = "Matching: processor seconds by sentences, index included"
        given.plot.write_text(plot(title, "sentences", "cpu seconds", tuple(lines)), encoding="utf-8")


if __name__ == "__main__":
    main()
