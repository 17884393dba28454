"""A whole check of an archive: `python -m benchmarks.archive [--documents 2000] [--claims 20 200 1000] [--full]`.

Documents and claims are made with fixed seeds, as in `benchmarks.engines`: news-like articles, in one of four a
sentence that answers one of the claims, whose subjects are named `Arlen Bridge`, `Arlen Ferry` … Every claim is
about a subject of its own. For each number of claims: processor seconds of the whole check in one process and one
thread; kilobytes a second; how many readings were found and how many values were read.

`--full` holds every sentence against every claim instead, as small runs do; the readings are the same.
"""

import argparse
import random
import time
from collections.abc import Iterator

import claimcheck as cc
from benchmarks.speed import _sentence
from claimcheck.pipeline import batch

_PLACES = (
    "Arlen Bexley Corran Dunmore Esk Farrow Garve Hollin Irvine Jura Kelso Lorne Morven Nairn Oban Perth Quoich "
    "Rona Skye Tiree Ullap Vaila Wick Yell Zetland Alva Brora Crail Dollar Elgin Forres Gretna Huntly Insch "
    "Jedburgh Kinross Lanark Mallaig Nigg Orphir"
).split()
_WORKS = (
    "Bridge Ferry Tunnel Harbour Library Museum Stadium Airport Reservoir Hospital Lighthouse Market Observatory "
    "Railway Theatre Viaduct Windmill Brewery Cannery Dockyard Foundry Gasworks Mill Quarry Tramway"
).split()
_ANSWERS = (
    "The {subject} was opened in {year}.",
    "Since {year} the {subject} has served the coast.",
    "The {subject} cost about ${a}.{b} million.",
    "Work on the {subject} cost ${a} million, the council said.",
)


def claims(count: int) -> cc.ClaimSet:
    """So many claims, at most a thousand, one a subject: when it was opened, or what it cost."""
    made = []
    for n, subject in enumerate(subjects(count)):
        if n % 2:
            opened = f"The {subject} was opened in {{value}}."
            made.append(cc.Claim(f"c{n}", "year", opened, subject, cues=("opened", "since")))
        else:
            made.append(cc.Claim(f"c{n}", "money", f"The {subject} cost {{value}}.", subject, cues=("cost",)))
    return cc.ClaimSet(tuple(made))


def subjects(count: int) -> tuple[str, ...]:
    """So many names; neighbours share neither word."""
    every = [f"{place} {work}" for work in _WORKS for place in _PLACES]
    return tuple(every[n * 41 % len(every)] for n in range(count))


def documents(count: int, named: tuple[str, ...], seed: int = 20261122) -> Iterator[cc.Document]:
    """So many articles of five to twelve sentences."""
    dice = random.Random(seed)
    for n in range(count):
        sentences = [_sentence(dice) for _ in range(dice.randint(5, 12))]
        if dice.random() < 0.25:
            year, a, b = dice.choice((1968, 1968, 1969, 1972)), dice.choice((12, 12, 13, 15)), dice.randint(1, 2)
            answer = dice.choice(_ANSWERS).format(subject=dice.choice(named), year=year, a=a, b=b)
            sentences.insert(dice.randrange(len(sentences)), answer)
        yield cc.Document(cc.Source(f"{n:06d}"), " ".join(sentences) + "\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--claims", type=int, nargs="+", default=[20, 200, 1000])
    parser.add_argument("--full", action="store_true", help="hold every sentence against every claim")
    given = parser.parse_args()
    if given.full:
        batch.SMALL_RUN = batch.SMALL_DOCUMENT = 1 << 60
    print(
        "| documents | claims | cpu s | kB/s | sentences | readings | values read |\n|---|---|---|---|---|---|---|"
    )
    for count in given.claims:
        made = tuple(documents(given.documents, subjects(count)))
        size = sum(len(document.text) for document in made)
        start = time.process_time()
        report = cc.check(claims(count), made)
        seconds = time.process_time() - start
        readings = sum(len(finding.evidence) for finding in report)
        shown = (
            f"| {len(made):,} | {count:,} | {seconds:.1f} | {size / 1000 / seconds:.0f} | {report.sentences:,} "
        )
        print(f"{shown}| {readings:,} | {report.mentions:,} |", flush=True)


if __name__ == "__main__":
    main()
