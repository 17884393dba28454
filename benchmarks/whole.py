"""The whole way at scale: `python -m benchmarks.whole [--claims 1000] [--sentences 1000000] [--minutes 10]`.

Articles of 25 sentences (`benchmarks.corpus`, seeds fixed) are written to JSON Lines files; then they are read
back line by line, cut into sentences, held against the claims by their wording, and where a sentence is near a
claim its values are read. One process and one thread; processor seconds of each stage, and how much memory they
took at most beyond the interpreter and the claims. Making and writing the articles is not counted.

`--minutes` goes on with ever new articles for so long instead (a soak): it tells the memory every half minute,
with `--plot FILE` as an SVG plot, and ends with an error if the second half of the time needed much more memory
than the first.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

from attrs import define

from benchmarks.corpus import Corpus, corpus
from benchmarks.matching import resident
from benchmarks.plot import Line, plot
from claimcheck.matching.index import WordingIndex
from claimcheck.mentions import find
from claimcheck.model.text import Context
from claimcheck.sentences import split
from claimcheck.values import KINDS

_ARTICLE = 25  # sentences of an article
_PART = 2_000  # articles of a file; more would cost the memory that is to be measured
_SAMPLED = 30.0  # seconds between two looks at the memory
_GROWN = 1.15  # times the memory of the first half that the second may need


@define
class Spent:
    """What the stages took so far.

    Attributes:
        reading: Processor seconds for reading and decoding the files.
        cutting: … for cutting articles into sentences.
        matching: … for holding sentences against claims, the index included.
        values: … for reading the values of matched sentences.
        articles: Articles read.
        sentences: Sentences cut.
        matched: Pairs of a sentence and a claim.
        found: Values found in matched sentences.
        memory: Most bytes taken.
    """

    reading: float = 0.0
    cutting: float = 0.0
    matching: float = 0.0
    values: float = 0.0
    articles: int = 0
    sentences: int = 0
    matched: int = 0
    found: int = 0
    memory: int = 0

    @property
    def seconds(self) -> float:
        """Processor seconds of all stages."""
        return self.reading + self.cutting + self.matching + self.values


def articles(made: Corpus) -> Iterator[str]:
    """The stream of sentences as articles, a full stop where a sentence has no end."""
    stream = (text if text[-1] in ".!?" else f"{text}." for text, _ in made.stream())
    while article := " ".join(islice(stream, _ARTICLE)):
        yield article


def files(made: Corpus, folder: Path) -> Iterator[Path]:
    """The articles in files, each written when it is asked for and gone afterwards."""
    given = articles(made)
    for number in count():
        rows = list(islice(given, _PART))
        if not rows:
            return
        path = folder / f"{number}.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in rows), encoding="utf-8")
        yield path
        path.unlink()


def work(index: WordingIndex, path: Path, spent: Spent) -> None:
    """Do everything with the articles of a file, a hundred at a time."""
    context, clock = Context(), time.process_time
    with path.open(encoding="utf-8") as lines:
        while True:
            start = clock()
            texts: Sequence[str] = [json.loads(line)["text"] for line in islice(lines, 100)]
            read = clock()
            sentences = [text[span.start : span.end] for text in texts for span in split(text)]
            cut = clock()
            near = list(index.stream(sentences))
            matched = clock()
            found = sum(len(find(sentences[i], KINDS, context)) for i in dict.fromkeys(i for i, _ in near))
            done = clock()
            if not texts:
                return
            spent.reading += read - start
            spent.cutting += cut - read
            spent.matching += matched - cut
            spent.values += done - matched
            spent.articles += len(texts)
            spent.sentences += len(sentences)
            spent.matched += len(near)
            spent.found += found


def soak(index: WordingIndex, claims: int, minutes: float, plotted: Path | None) -> None:
    """Work for so long on ever new articles, and tell the memory."""
    spent, before = Spent(), resident()
    began = sampled = time.monotonic()
    points: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in count(1):
            for path in files(corpus(claims, 50_000, seed), Path(folder)):
                work(index, path, spent)
            now = time.monotonic()
            if now - sampled >= _SAMPLED:
                sampled = now
                points.append(((now - began) / 60, (resident() - before) / 1e6))
                print(
                    f"{points[-1][0]:5.1f} min {spent.sentences:11,} sentences {points[-1][1]:7.1f} MB", flush=True
                )
            if now - began >= 60 * minutes:
                break
    if plotted:
        title = f"Memory beyond the start, {spent.sentences:,} sentences, {claims:,} claims"
        line = Line("MB", tuple((at, max(megabytes, 0.1)) for at, megabytes in points))
        plotted.write_text(plot(title, "minutes", "MB", (line,), logarithmic=False), encoding="utf-8")
    half = len(points) // 2
    first, second = (max(megabytes for _, megabytes in part) for part in (points[:half], points[half:]))
    if second > _GROWN * first:
        raise SystemExit(f"memory grew from {first:.0f} to {second:.0f} MB")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=1_000_000)
    parser.add_argument("--minutes", type=float, help="soak for so long instead")
    parser.add_argument("--plot", type=Path, help="an SVG file to draw the memory of a soak into")
    given = parser.parse_args()
    made = corpus(given.claims, given.sentences)
    start = time.process_time()
    index = WordingIndex(made.claims)
    if given.minutes:
        soak(index, given.claims, given.minutes, given.plot)
        return
    spent, before = Spent(matching=time.process_time() - start), resident()
    with tempfile.TemporaryDirectory() as folder:
        for path in files(made, Path(folder)):
            work(index, path, spent)
            spent.memory = max(spent.memory, resident() - before)
    print(
        f"{spent.articles:,} articles, {spent.sentences:,} sentences, {given.claims:,} claims: "
        f"{spent.matched:,} pairs, {spent.found:,} values\n"
        f"cpu s: reading {spent.reading:.1f}, cutting {spent.cutting:.1f}, matching {spent.matching:.1f}, "
        f"values {spent.values:.1f}, together {spent.seconds:.1f}; at most {spent.memory / 1e6:.0f} MB more"
    )


if __name__ == "__main__":
    main()
