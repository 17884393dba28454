"""How fast the main stages are: `python -m benchmarks.speed [--megabytes 2] [--hostile]`.

The text is news-like and made here, with a fixed seed: templates filled with names, figures and dates, so that no
sentence stands in it twice. Reported per stage, in one thread, as processor time: sentences a second and megabytes
(10^6 characters) a second; and the growth of the cost when the text doubles, which is 2.0 where it is linear.

Other work on the machine slows a run down and never speeds one up, so each stretch of 500 sentences is timed
three times and the least counts; the time of the first round, as it came, stands beside it.

`--hostile` reads, instead, a megabyte of one thing over and over, in one paragraph without an end of a sentence:
what costs most for its length, or what a careless grammar would read again and again. Reported for each: seconds
for a quarter, half and whole of it, how the cost grows when the text doubles, and how many values there are.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import claimcheck as cc
from claimcheck.mentions import find, in_sentence
from claimcheck.model.text import Context, Sentence
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


HOSTILE = (
    "$1 |1 to |5 ft |€5m, |a1 |1,|1, |million million |$|(|1 1 1|3/4/|January |two hundred and |-|'|1990s |per |"
    "more than |word|of the first half of |three days after |5 to 7 |half a |twenty-|5 people and "
).split("|")
"""What is repeated; `word` makes a megabyte without a space."""


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def stretches(read: Sequence[Sentence], context: Context) -> tuple[list[float], float]:
    """Seconds to find all values in each stretch of sentences, the least of the rounds; and those of round one."""
    pieces = [read[i : i + _STRETCH] for i in range(0, len(read), _STRETCH)]
    rounds = [[_reading(piece, context) for piece in pieces] for _ in range(_ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)], sum(rounds[0])


def _reading(piece: Sequence[Sentence], context: Context) -> float:
    return seconds(lambda: [in_sentence(sentence, KINDS, context) for sentence in piece])


_STRETCH = 500
_ROUNDS = 3


def hostile(size: int) -> None:
    """Measure and print the second table, of `size` characters each."""
    context = Context(date(2021, 10, 8))
    print(f"{'repeated':24s}    1/4    1/2  whole  growth   values")
    for unit in HOSTILE:
        texts = [(unit * (size // len(unit) + 1))[: size // part] for part in (4, 2, 1)]
        times = [_finding(text, context) for text in texts]
        shown = " ".join(f"{taken:6.2f}" for taken in times)
        print(f"{unit!r:24s} {shown}  {times[2] / times[1]:6.2f}  {4 * len(find(texts[0], KINDS, context)):7d}")


def _finding(text: str, context: Context) -> float:
    return seconds(lambda: find(text, KINDS, context))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float)
    parser.add_argument("--hostile", action="store_true", help="one thing over and over (1 MB unless told)")
    told = parser.parse_args()
    if told.hostile:
        hostile(int((told.megabytes or 1.0) * 1e6))
    else:
        newswire(int((told.megabytes or 2.0) * 1e6))


def newswire(size: int) -> None:
    """Measure and print the first table, on a text of `size` characters."""
    whole = "\n\n".join(corpus(size))
    half = whole[: len(whole) // 2]
    document = cc.Document(cc.Source("made"), whole)
    read = sentences(document)
    print(f"{len(whole) / 1e6:.1f} MB, {len(read)} sentences")
    short, long = (min(_splitting(text) for _ in range(_ROUNDS)) for text in (half, whole))
    _show("split", read, whole, long, f"twice the text costs {long / short:.2f} times as much")
    each, first = stretches(read, document.source.context)
    growth = sum(each) / sum(each[: len(each) // 2])
    _show(
        "values",
        read,
        whole,
        sum(each),
        f"twice the text costs {growth:.2f} times as much; round one {first:.2f} s",
    )


def _splitting(text: str) -> float:
    return seconds(lambda: split(text))


def _show(name: str, read: Sequence[Sentence], whole: str, taken: float, more: str) -> None:
    rate = f"{len(read) / taken:9.0f} sentences/s  {len(whole) / 1e6 / taken:6.2f} MB/s"
    print(f"{name:8s} {taken:6.2f} s  {rate}  {more}")


if __name__ == "__main__":
    main()
