"""The same task by others: `python -m benchmarks.peers [--claims 1000] [--sentences 100000]`.

Claims and a stream of sentences as in `benchmarks.matching`; for each way, processor seconds with its index, and
the share of the planted copies found. A search engine indexes the *sentences* and is asked for the 50 best of each
claim, which are then settled by `token_set_ratio >= 60`; claimcheck and raw rapidfuzz take the sentences as they
come. Brute force is measured on a tenth of the sentences at most and extrapolated.

The peers (`pip install bm25s numba tantivy`) are not dependencies of this project, not even for its tests: what is
not installed is said and left out.
"""

import argparse
import re
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec

from attrs import frozen

from benchmarks.corpus import batches, corpus
from claimcheck.matching.index import ExactIndex, WordingIndex

_TOP = 50  # sentences that a search engine gives for a claim
_SETTLED = 60.0  # token_set_ratio from which one of them counts
_BRUTE = 10_000  # sentences that brute force is measured on

Pair = tuple[int, int]  # a sentence and a claim, by number


@frozen
class Way:
    """One way to find the pairs.

    Attributes:
        name: What it is called.
        needs: The modules that it needs.
        find: Claims and sentences to pairs.
        most: How many sentences it is measured on; the rest is extrapolated. None for all.
    """

    name: str
    needs: tuple[str, ...]
    find: Callable[[Sequence[str], Sequence[str]], Iterator[Pair]]
    most: int | None = None


def _claimcheck(claims: Sequence[str], sentences: Sequence[str]) -> Iterator[Pair]:
    return ((i, one.claim) for i, one in WordingIndex(claims).stream(sentences))


def _exact(claims: Sequence[str], sentences: Sequence[str]) -> Iterator[Pair]:
    return ((i, one.claim) for i, one in ExactIndex(claims).stream(sentences))


def _rapidfuzz(claims: Sequence[str], sentences: Sequence[str]) -> Iterator[Pair]:
    fuzz, process = import_module("rapidfuzz.fuzz"), import_module("rapidfuzz.process")
    for i, sentence in enumerate(sentences):
        for _, _, claim in process.extract(
            sentence, claims, scorer=fuzz.token_set_ratio, score_cutoff=85, limit=None
        ):
            yield i, claim


def _bm25s(claims: Sequence[str], sentences: Sequence[str]) -> Iterator[Pair]:
    bm25s = import_module("bm25s")
    searcher = bm25s.BM25(backend="numba" if find_spec("numba") else "numpy")
    searcher.index(bm25s.tokenize(list(sentences), show_progress=False), show_progress=False)
    asked = bm25s.tokenize(list(claims), show_progress=False)
    found, _ = searcher.retrieve(asked, k=min(_TOP, len(sentences)), show_progress=False, n_threads=1)
    for claim, best in enumerate(found):
        yield from _settled(claims, sentences, claim, [int(i) for i in best])


def _tantivy(claims: Sequence[str], sentences: Sequence[str]) -> Iterator[Pair]:
    tantivy = import_module("tantivy")
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("text", stored=False, tokenizer_name="en_stem")
    schema.add_unsigned_field("number", stored=True)
    index = tantivy.Index(schema.build())
    writer = index.writer(heap_size=128_000_000, num_threads=1)
    for i, sentence in enumerate(sentences):
        writer.add_document(tantivy.Document(text=[sentence], number=i))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    for claim, text in enumerate(claims):
        words = " ".join(re.findall(r"\w+", text.lower()))
        found = searcher.search(index.parse_query(words, ["text"]), _TOP).hits
        best = [searcher.doc(address)["number"][0] for _, address in found]
        yield from _settled(claims, sentences, claim, best)


def _settled(claims: Sequence[str], sentences: Sequence[str], claim: int, best: list[int]) -> Iterator[Pair]:
    """Of the best sentences for a claim, those that the ratio finds near."""
    fuzz, process = import_module("rapidfuzz.fuzz"), import_module("rapidfuzz.process")
    texts = [sentences[i] for i in best]
    for _, _, n in process.extract(
        claims[claim], texts, scorer=fuzz.token_set_ratio, score_cutoff=_SETTLED, limit=None
    ):
        yield best[n], claim


WAYS = (
    Way("claimcheck, by rare words", (), _claimcheck),
    Way("claimcheck, exact, token_set_ratio ≥ 85", (), _exact),
    Way("bm25s, top 50 and rerank", ("bm25s",), _bm25s),
    Way("tantivy, top 50 and rerank", ("tantivy",), _tantivy),
    Way("rapidfuzz, every pair, token_set_ratio ≥ 85", ("rapidfuzz",), _rapidfuzz, _BRUTE),
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=100_000)
    parser.add_argument("--only", default="", help="only ways whose name has this word")
    given = parser.parse_args()
    made = corpus(given.claims, given.sentences)
    rows = [row for texts, truth in batches(made) for row in zip(texts, truth, strict=True)]
    print("| way | cpu s | µs a sentence | planted found | pairs |\n|---|---|---|---|---|")
    for way in (way for way in WAYS if given.only in way.name):
        missing = [module for module in way.needs if find_spec(module) is None]
        if missing:
            print(f"| {way.name} | not installed: {', '.join(missing)} | | | |")
            continue
        part = rows[: min(way.most or len(rows), len(rows))]
        sentences = [text for text, _ in part]
        planted = {(i, claim) for i, (_, claim) in enumerate(part) if claim >= 0}
        start = time.process_time()
        found = set(way.find(made.claims, sentences))
        seconds = (time.process_time() - start) * len(rows) / len(part)
        recall = len(planted & found) / max(1, len(planted))
        each = 1e6 * seconds / len(rows)
        print(f"| {way.name} | {seconds:.1f} | {each:.1f} | {recall:.4f} | {len(found):,} |", flush=True)


if __name__ == "__main__":
    main()
