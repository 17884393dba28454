"""Sentences by the million, with known answers: real text, perturbed, the same for the same seed.

The text is that of the test sets in `../shared/bench` (claims, evidence and articles), one sentence a row; nothing
of it is kept here. Some sentences are made claims. Of each claim a few copies are planted in a stream of other
sentences, half of which are spliced from two, so that the stream does not repeat itself. All of the stream is
perturbed alike: neighbouring words swapped, typing errors, words put in and left out, synonyms from a small table.

One of the sources of text is kept apart for a last look, and drawn with a seed of its own.

    python -m benchmarks.corpus --sentences 5       # look at some
"""

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from attrs import frozen

BENCH = Path(__file__).parents[2] / "shared" / "bench" / "data"
_TEXTS = ("claim", "evidence", "query", "text", "title", "sentences")
_SHORTEST, _LONGEST = 6, 60  # words of a sentence
_PLANTED = 3  # copies of each claim
_EDITED = 0.12  # share of a sentence's words that are edited, at least one
SEED, HELD_SEED = 20261122, 1969
HELD = "wice.jsonl"  # the source of text that is kept apart
_SYNONYMS: dict[str, str] = {
    row.split()[0]: row.split()[1]
    for row in """
    said told; said stated; big large; start begin; began started; end finish; kill murder; killed slain;
    show reveal; showed revealed; buy purchase; bought purchased; help aid; people persons; children kids;
    about around; near close; film movie; movie film; album record; city town; war conflict; money funds;
    president leader; company firm; firm company; rise increase; increase rise; fall decline; fell dropped;
    won gained; made produced; country nation; nation country; also additionally; many numerous; first initial;
    between among; reported announced; announced reported; police officers; deaths fatalities; died perished;
    game match; team side; law statute; court tribunal; house home; doctor physician; car vehicle; plan scheme;
    million mn; percent %; over above; under below; after following; before prior; new recent; used employed
    """.split(";")
}
_FILLERS = (
    "reportedly also however indeed the in recent of according today officially nearly and later there".split()
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[A-Za-z]{4,}")


@frozen
class Corpus:
    """Claims and the stream that is to be searched for them.

    Attributes:
        claims: The claims.
        noise: The sentences that the rest of the stream is made from; none is a claim.
        size: How many sentences the stream has.
        seed: What it is drawn with.
    """

    claims: tuple[str, ...]
    noise: tuple[str, ...]
    size: int
    seed: int

    def stream(self) -> Iterator[tuple[str, int]]:
        """Sentences, each with the number of the claim that it is a copy of, -1 for none."""
        dice = random.Random(self.seed)
        planted = [n for _ in range(_PLANTED) for n in range(len(self.claims))][: self.size // 3]
        at = dict(zip(dice.sample(range(self.size), len(planted)), planted, strict=True))
        for i in range(self.size):
            claim = at.get(i, -1)
            yield perturbed(self.claims[claim] if claim >= 0 else _other(self.noise, dice), dice), claim


def corpus(claims: int, sentences: int, seed: int = SEED, *, held: bool = False) -> Corpus:
    """So many claims and sentences; of few sentences for many claims, a third are planted copies.

    Args:
        claims: Claims.
        sentences: Sentences of the stream.
        seed: What they are drawn with; the held text has its own.
        held: Whether they are made from the text that is kept apart.
    """
    if held:
        seed += HELD_SEED
    texts = list(pool(held))
    random.Random(seed).shuffle(texts)
    return Corpus(tuple(texts[:claims]), tuple(texts[claims:]), sentences, seed + 1)


def pool(held: bool = False) -> tuple[str, ...]:
    """Every distinct sentence of the test sets, in one order: those kept apart, or all others.

    Raises:
        SystemExit: If the test sets are not there.
    """
    files = sorted(p for part in ("pairs", "retrieval", "sentences") for p in (BENCH / part).glob("*.jsonl"))
    if not files:
        raise SystemExit(f"the test sets are not in {BENCH}")
    found: dict[str, None] = {}
    for file in (file for file in files if (file.name == HELD) == held):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for field in _TEXTS:
                said = row.get(field, ())
                for text in [said] if isinstance(said, str) else said:
                    plain = " ".join(text.split())
                    if _SHORTEST <= plain.count(" ") + 1 <= _LONGEST:
                        found[plain] = None
    return tuple(found)


def _other(noise: Sequence[str], dice: random.Random) -> str:
    """A sentence that is none of the claims: one of the others, or the halves of two."""
    text = dice.choice(noise)
    if dice.random() < 0.5:
        return text
    head, tail = text.split(), dice.choice(noise).split()
    return " ".join(head[: (len(head) + 1) // 2] + tail[len(tail) // 2 :])


def perturbed(text: str, dice: random.Random) -> str:
    """The same sentence with a share of its words edited, at least one of them."""
    words = text.split()
    for _ in range(max(1, round(_EDITED * len(words)))):
        dice.choice(_EDITS)(words, dice)
    return " ".join(words)


def _swap(words: list[str], dice: random.Random) -> None:
    if len(words) > 1:
        i = dice.randrange(len(words) - 1)
        words[i : i + 2] = words[i + 1], words[i]


def _drop(words: list[str], dice: random.Random) -> None:
    if len(words) > 4:
        del words[dice.randrange(len(words))]


def _put_in(words: list[str], dice: random.Random) -> None:
    words.insert(dice.randrange(len(words) + 1), dice.choice(_FILLERS))


def _reword(words: list[str], dice: random.Random) -> None:
    places = [i for i, word in enumerate(words) if word.lower() in _SYNONYMS]
    if places:
        i = dice.choice(places)
        words[i] = _SYNONYMS[words[i].lower()]
    else:
        _put_in(words, dice)


def _mistype(words: list[str], dice: random.Random) -> None:
    places = [i for i, word in enumerate(words) if _WORD.search(word)]
    if places:
        i = dice.choice(places)
        words[i] = _slip(words[i], dice)


def _slip(word: str, dice: random.Random) -> str:
    """One letter missing, doubled, wrong or swapped with the next, anywhere in a word of letters."""
    i = dice.randrange(len(word) - 1)
    return dice.choice(
        (
            word[:i] + word[i + 1 :],
            word[: i + 1] + word[i:],
            word[:i] + dice.choice(_LETTERS) + word[i + 1 :],
            word[:i] + word[i + 1] + word[i] + word[i + 2 :],
        )
    )


_EDITS: tuple[Callable[[list[str], random.Random], None], ...] = (_swap, _drop, _put_in, _reword, _mistype)


def batches(made: Corpus, size: int = 10_000) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    """The stream in batches: sentences, and the claim that each is a copy of."""
    stream = made.stream()
    for rows in iter(partial(_taken, stream, size), []):
        yield tuple(text for text, _ in rows), tuple(claim for _, claim in rows)


def _taken(stream: Iterator[tuple[str, int]], size: int) -> list[tuple[str, int]]:
    return list(islice(stream, size))


def main() -> None:
    """Print a few planted copies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=5)
    parser.add_argument("--held", action="store_true", help="from the text that is kept apart")
    given = parser.parse_args()
    made = corpus(1000, 10_000, held=given.held)
    print(f"{len(made.noise) + len(made.claims)} distinct sentences")
    for text, claim in islice((row for row in made.stream() if row[1] >= 0), given.sentences):
        print(f"claim {claim}: {made.claims[claim]}\n   copy: {text}")


if __name__ == "__main__":
    main()
