"""Sentence splitting, claimcheck beside the well-kept segmenters, on the same rows.

    pip install attrs pysbd sentencex syntok nupunkt blingfire numpy     # into an environment of its own
    python -m benchmarks.segmenters [FOLDER]

FOLDER holds `golden.jsonl` and `ewt.jsonl` (default `../shared/bench/data/sentences`). A segmenter that is not
installed is skipped and named. The five articles are compared with the boundaries of `claimcheck`, which have been
checked by eye; every segmenter gets these line by line.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from claimcheck.sentences import split

Spans = list[tuple[int, int]]
Segmenter = Callable[[str], Spans]
ROOT = Path(__file__).parents[1]


def located(text: str, pieces: Iterable[str]) -> Spans:
    """Where the pieces of a text stand, each looked for after the one before."""
    spans = []
    cursor = 0
    for piece in filter(None, map(str.strip, pieces)):
        found = text.find(piece, cursor)
        if found >= 0:
            cursor = found + len(piece)
            spans.append((found, cursor))
    return spans


def trimmed(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans without white space at their ends, empty ones left out."""
    found = []
    for start, end in spans:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        if piece.strip():
            found.append((start, start + len(piece.strip())))
    return found


def claimcheck() -> Segmenter:
    return lambda text: [(span.start, span.end) for span in split(text)]


def pysbd() -> Segmenter:
    module: Any = importlib.import_module("pysbd")
    segmenter = module.Segmenter(language="en", clean=False)
    return lambda text: located(text, segmenter.segment(text))


def sentencex() -> Segmenter:
    module: Any = importlib.import_module("sentencex")
    return lambda text: located(text, module.segment("en", text))


def syntok() -> Segmenter:
    module: Any = importlib.import_module("syntok.segmenter")

    def segment(text: str) -> Spans:
        sentences = [sentence for paragraph in module.process(text) for sentence in paragraph]
        return [(words[0].offset, words[-1].offset + len(words[-1].value)) for words in sentences if words]

    return segment


def nupunkt() -> Segmenter:
    module: Any = importlib.import_module("nupunkt")
    return lambda text: trimmed(text, module.sent_spans(text))


def blingfire() -> Segmenter:
    module: Any = importlib.import_module("blingfire")
    return lambda text: located(text, module.text_to_sentences(text).split("\n"))


SEGMENTERS = (claimcheck, pysbd, sentencex, syntok, nupunkt, blingfire)


def by_lines(segment: Segmenter) -> Segmenter:
    """The segmenter given one line at a time, since not all of them end a sentence at a line break."""

    def segment_lines(text: str) -> Spans:
        spans = []
        offset = 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                spans += [(offset + start, offset + end) for start, end in segment(line)]
            offset += len(line)
        return spans

    return segment_lines


def boundaries(text: str, spans: Spans) -> set[int]:
    """Ends of all sentences but the last."""
    last = len(text.rstrip())
    return {end for _, end in spans if end < last}


def measure(segment: Segmenter, rows: list[dict[str, Any]]) -> tuple[float, int, float]:
    """Boundary F1, texts cut exactly as wanted, and megabytes (10**6 characters) a second of processor time."""
    start = time.process_time()
    cut = [segment(row["text"]) for row in rows]
    seconds = time.process_time() - start
    hits = extra = missed = exact = 0
    for row, spans in zip(rows, cut, strict=True):
        wanted = [(first, last) for first, last in row["spans"]]
        got, true = boundaries(row["text"], spans), boundaries(row["text"], wanted)
        hits, extra, missed = hits + len(got & true), extra + len(got - true), missed + len(true - got)
        exact += spans == wanted
    f1 = 2 * hits / max(1, 2 * hits + extra + missed)
    return f1, exact, sum(len(row["text"]) for row in rows) / 1e6 / seconds


def articles(segment: Segmenter) -> str:
    """Boundaries on the five articles, line by line, that are too many and too few, and speed over four copies."""
    paths = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
    if not paths:
        return "no articles"
    texts = [path.read_text(encoding="utf-8") for path in paths]
    ours = claimcheck()
    wrong = missed = 0
    for text in texts:
        got, wanted = boundaries(text, by_lines(segment)(text)), boundaries(text, ours(text))
        wrong, missed = wrong + len(got - wanted), missed + len(wanted - got)
    many = "\n\n".join(texts * 4)
    start = time.process_time()
    by_lines(segment)(many)
    speed = len(many) / 1e6 / (time.process_time() - start)
    return f"{wrong:3d} too many, {missed:3d} too few, {speed:7.2f} MB/s"


def main(folder: Path) -> None:
    sets = {
        name: [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in ("golden", "ewt")
    }
    for make in SEGMENTERS:
        try:
            segment = make()
        except ImportError as error:
            print(f"{make.__name__:12s} not installed ({error}): skipped")
            continue
        _, golden, _ = measure(segment, sets["golden"])
        f1, exact, speed = measure(segment, sets["ewt"])
        print(
            f"{make.__name__:12s} golden {golden}/{len(sets['golden'])}  ewt F1 {f1:.3f}, exact {exact}/"
            f"{len(sets['ewt'])}, {speed:6.2f} MB/s  articles {articles(segment)}",
            flush=True,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "bench" / "data" / "sentences")
