"""What it takes to find the origins of very many equal readings: `python -m benchmarks.origins [--pairwise]`.

Four archives of sources that all say the same: sentences that have nothing else in common, one sentence of which
every source has its own edited copy, sentences of their own that all credit one agency, and a hundred sentences
that are each copied. Processor seconds of one thread; `--pairwise` compares every two besides, as the definition
says, and counts the pairs that it takes.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from claimcheck.model.finding import Evidence, Excerpt
from claimcheck.model.text import Span
from claimcheck.model.value import Value
from claimcheck.reconcile import independence

SEED = 20261122
LENGTH = 24  # words of a sentence
NUMBERS = (1_000, 2_000, 4_000)


def _words(dice: random.Random) -> list[str]:
    return [f"w{dice.randrange(20_000)}" for _ in range(LENGTH)]


def apart(dice: random.Random) -> Iterator[str]:
    """Sentences that have nothing in common but the figure."""
    while True:
        yield " ".join(_words(dice))


def copies(dice: random.Random) -> Iterator[str]:
    """One sentence, each time with two of its words exchanged."""
    original = _words(dice)
    while True:
        edited = list(original)
        for _ in range(2):
            edited[dice.randrange(LENGTH)] = f"e{dice.randrange(20_000)}"
        yield " ".join(edited)


def one_agency(dice: random.Random) -> Iterator[str]:
    """Sentences of their own that credit one agency."""
    return (f"{text} told Reuters" for text in apart(dice))


def clusters(dice: random.Random) -> Iterator[str]:
    """A hundred sentences, each copied."""
    known = [" ".join(_words(dice)) for _ in range(100)]
    while True:
        yield dice.choice(known)


ARCHIVES: tuple[Callable[[random.Random], Iterator[str]], ...] = (apart, copies, one_agency, clusters)


def readings(archive: Callable[[random.Random], Iterator[str]], number: int) -> tuple[Evidence, ...]:
    """That many sources which all say 60."""
    texts = archive(random.Random(SEED))
    value = Value("count", "60", Decimal(60), step=Decimal(10))
    excerpts = (Excerpt(next(texts), Span(0, 0), Span(0, 0)) for _ in range(number))
    return tuple(Evidence(f"s{n:05d}", value, (), excerpt) for n, excerpt in enumerate(excerpts))


def pairwise(evidence: tuple[Evidence, ...]) -> int:
    """How many pairs are of one origin, every two compared."""
    told = [independence.told(e) for e in evidence]
    return sum(bool(independence.shared(one, other)) for one, other in combinations(told, 2))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pairwise", action="store_true", help="compare every two besides")
    asked = parser.parse_args()
    print("| sources | archive | origins | cpu s |" + (" pairwise, cpu s |" if asked.pairwise else ""))
    print("|---|---|---|---|" + ("---|" if asked.pairwise else ""))
    for number in NUMBERS:
        for archive in ARCHIVES:
            evidence = readings(archive, number)
            took = _seconds(lambda given=evidence: independence.origins(given))  # type: ignore[misc]
            found = len({e.origin for e in independence.origins(evidence)})
            row = f"| {number:,} | {archive.__name__} | {found:,} | {took:.2f} |"
            if asked.pairwise:
                row += f" {_seconds(lambda given=evidence: pairwise(given)):.2f} |"  # type: ignore[misc]
            print(row, flush=True)


if __name__ == "__main__":
    main()
