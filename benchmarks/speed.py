"""How fast the main stages are: `python -m benchmarks.speed [--megabytes 2]`.

The text is news-like and made here, with a fixed seed: templates filled with names, figures and dates, so that no
sentence stands in it twice. Reported per stage, in one thread, as processor time: sentences a second and megabytes
(10^6 characters) a second; and the growth of the cost when the text doubles, which is 2.0 where it is linear.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator

import claimcheck as cc
from claimcheck.mentions import in_sentence
from claimcheck.sentences import sentences, split
from claimcheck.values import KINDS

_NAMES = "Avery Brandt Castillo Dufour Eriksen Fontana Grover Hashimoto Ivanov Jansen Kowalski Lindqvist".split()
_BODIES = "the council|the ministry|the agency|the union|the port authority|the finance committee".split("|")
_VERBS = "said|announced|reported|estimated|confirmed|told reporters".split("|")
_THINGS = "houses|jobs|migrants|trees|votes|patients|vehicles|complaints".split("|")
_MONTHS = "January February March April May June July August September October November December".split()
_PLAIN = (
    "{name} {verb} that {body} would not comment on the matter while talks went on in the capital.",
    "Residents of the old quarter have long complained about the noise, the dust and the closed bridge.",
    "“We will not be rushed,” said {name}, who leads {body}, “and nobody should expect otherwise.”",
    "Critics of {body} say that the plan ignores those who live nearest to the river.",
)
_PLAIN_SHARE = 0.80  # gives 5 values to 1,000 characters, as in the news of the TempEval-3 corpus (5.3)
_FIGURES = (
    "{body} spent about ${a}.{d} billion on {things} between {y1} and {y2}, {name} {verb} on {month} {day}.",
    "More than {n:,} {things} were counted last year, up from {m:,} in {y1}, according to {body}.",
    "The {k}-year-old programme will cost €{a}.{d}m, or {d}.{e} percent of the budget, {name} {verb}.",
    "{name} was arrested on {day} {month} {y2} after {k} months, about {a} kilometres from the border.",
    "Nearly two dozen {things} were moved, and hundreds of millions of dollars were lost, {body} {verb}.",
)


def corpus(characters: int, seed: int = 20261122) -> Iterator[str]:
    """Paragraphs of news-like text, `characters` long in all, the same for the same seed."""
    dice = random.Random(seed)
    made = 0
    while made < characters:
        paragraph = " ".join(_sentence(dice) for _ in range(dice.randint(2, 5)))
        made += len(paragraph) + 2
        yield paragraph


def _sentence(dice: random.Random) -> str:
    template = dice.choice(_PLAIN if dice.random() < _PLAIN_SHARE else _FIGURES)
    year = dice.randint(1985, 2015)
    filled = template.format(
        name=dice.choice(_NAMES),
        verb=dice.choice(_VERBS),
        body=dice.choice(_BODIES),
        things=dice.choice(_THINGS),
        month=dice.choice(_MONTHS),
        day=dice.randint(1, 28),
        a=dice.randint(1, 99),
        d=dice.randint(1, 9),
        e=dice.randint(1, 9),
        k=dice.randint(2, 40),
        n=dice.randint(1000, 900000),
        m=dice.randint(1000, 900000),
        y1=year,
        y2=year + dice.randint(1, 8),
    )
    return filled[0].upper() + filled[1:]


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=2.0)
    size = int(parser.parse_args().megabytes * 1e6)
    paragraphs = tuple(corpus(size))
    half, whole = "\n\n".join(paragraphs[: len(paragraphs) // 2]), "\n\n".join(paragraphs)
    cut = split(whole)
    print(f"{len(whole) / 1e6:.1f} MB, {len(cut)} sentences")
    document = cc.Document(cc.Source("made"), whole)
    read = sentences(document)
    context = document.source.context
    stages: tuple[tuple[str, Callable[[], object], Callable[[], object]], ...] = (
        ("split", lambda: split(half), lambda: split(whole)),
        (
            "values",
            lambda: [in_sentence(s, KINDS, context) for s in read[: len(read) // 2]],
            lambda: [in_sentence(s, KINDS, context) for s in read],
        ),
    )
    for name, once, twice in stages:
        short, long = seconds(once), seconds(twice)
        rate = f"{len(cut) / long:9.0f} sentences/s  {len(whole) / 1e6 / long:6.2f} MB/s"
        print(f"{name:8s} {long:6.2f} s  {rate}  twice the text costs {long / short:.2f} times as much")


if __name__ == "__main__":
    main()
