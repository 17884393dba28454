"""Which readings go back to one origin, so that an echo does not count as agreement.

Judged reading by reading, not by article: a copied sentence makes its own figure an echo, not the figures in the
rest of the article. Only readings that say the same are joined: a copy with another figure is another statement.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from attrs import evolve

from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.grammar.text_kind import QUOTE, TEXTS
from claimcheck.model.finding import Evidence
from claimcheck.reconcile.credits import credited
from claimcheck.reconcile.relation import says_the_same

SHINGLE = 3
"""Words in a shingle, as in near-duplicate detection of short texts (Broder 1997; words, not characters)."""

COPIED = 0.6
"""Share of the shorter text's shingles that a copy has: an edited copy keeps more, two writers share far fewer."""

LEAST = 8
"""Shingles that the shorter text must have; shorter texts are alike by chance."""

_WORD = re.compile(r"\w+")


class Told(NamedTuple):
    """A reading as far as its origin goes.

    Attributes:
        evidence: The reading.
        shingles: Those of the words by which a copy of it is known.
        agencies: Those that it credits.
    """

    evidence: Evidence
    shingles: frozenset[str]
    agencies: frozenset[str]


def origins(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The same evidence in the same order, with `origin` and `origin_why` set.

    Every source is an origin of its own, named by its id. Readings of two sources are of one origin when they say
    the same and credit the same news agency, or stand in near-identical sentences, or in near-identical words of
    the same speaker. The origin is then named after the speaker, or after the first of its sources by id.
    The order of the evidence plays no part.
    """
    readings = [told(e) for e in evidence]
    names: dict[int, str] = {}
    why: dict[int, str] = {}
    for worth in _worth_comparing(evidence):
        joined = _Joined(readings, worth)
        why |= joined.why
        for members in joined.groups():
            names |= dict.fromkeys(members, _name([evidence[i] for i in members]))
    return tuple(evolve(e, origin=names[i], origin_why=why.get(i, "")) for i, e in enumerate(evidence))


def _worth_comparing(evidence: Sequence[Evidence]) -> list[list[int]]:
    """The readings that may say the same, by their places: those of one number or extent in one hedge.

    Of many sources most pairs differ in that already. Texts, and numbers beside extents without one, are not told
    apart so easily: then all of them are worth it.
    """
    values = [e.value for e in evidence]
    bare = [v.number is None or v.kind in DAY_KINDS for v in values]
    if any(v.kind in TEXTS for v in values) or (any(bare) and not all(bare)):
        return [list(range(len(values)))]
    alike: dict[object, list[int]] = defaultdict(list)
    for i, value in enumerate(values):
        alike[value.hedge, value.upper, value.extent if bare[i] else value.number].append(i)
    return list(alike.values())


_Shelf = dict[str, dict[int, list[int]]]
"""By a mark that readings have, the first of an origin, and its readings that have the mark, rising."""


class _Joined:
    """Readings put together by origin, one after another.

    Comparing every two takes as long as the square of their number. But of two near-identical texts the longer one
    has some of the shorter one's rarest shingles, if one more of these is taken than a copy may lack. So a reading
    is held against those before it with which it shares such a shingle, or an agency; and of those that are known
    to be of one origin only the first is looked for that it goes with. That takes as long as there are readings,
    unless many look like copies and are none.

    Args:
        known: All readings.
        members: The places of those that may say the same, rising.

    Attributes:
        why: Why a reading is of one origin with others, as the first of these shows it.
    """

    def __init__(self, known: Sequence[Told], members: Sequence[int]) -> None:
        self.why: dict[int, str] = {}
        self._parent = {i: i for i in members}
        self._first: dict[int, int] = {}
        counts = Counter(shingle for i in members for shingle in known[i].shingles)
        whole: _Shelf = defaultdict(dict)  # by all that a reading has
        rarest: _Shelf = defaultdict(dict)  # by what one must have in common with it that is no shorter
        for i in members:
            marks, rare = _marks(known[i], counts)
            for root, before in self._near(((whole, rare), (rarest, marks))).items():
                self._compare(known, i, root, before)
            root = self._root(i)
            for shelf, on in ((whole, marks), (rarest, rare)):
                for mark in on:
                    shelf[mark].setdefault(root, []).append(i)

    def groups(self) -> list[list[int]]:
        """The places of the readings of each origin."""
        found: dict[int, list[int]] = defaultdict(list)
        for i in self._parent:
            found[self._root(i)].append(i)
        return list(found.values())

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def _near(self, asked: Iterable[tuple[_Shelf, Iterable[str]]]) -> dict[int, list[list[int]]]:
        """The readings found on shelves by some marks, by the first of their origin; each list rises."""
        found: dict[int, list[list[int]]] = defaultdict(list)
        for shelf, marks in asked:
            for mark in marks:
                by_root = shelf.get(mark, {})
                for old in [root for root in by_root if self._parent[root] != root]:
                    root = self._root(old)  # they have been joined with others since
                    by_root[root] = sorted((*by_root.pop(old), *by_root.get(root, ())))
                for root, readings in by_root.items():
                    found[root].append(readings)
        return found

    def _compare(self, known: Sequence[Told], i: int, root: int, before: Sequence[Sequence[int]]) -> None:
        """Join a reading with an origin if it goes with one of the readings given; the first one tells why."""
        for j, _ in groupby(merge(*before)):
            reason = shared(known[j], known[i])
            if reason:
                one, other = sorted((self._root(root), self._root(i)))
                self._parent[other] = one
                self.why.setdefault(j, reason)
                if j < self._first.get(i, i):
                    self._first[i], self.why[i] = j, reason
                return


def _marks(one: Told, counts: Counter[str]) -> tuple[list[str], list[str]]:
    """What a reading is found by, and the part of that of which every longer copy of it has something.

    A copy has its share of the shingles, so it has one of any that are more than it may lack; the rarest say most.
    """
    agencies = [f" {name}" for name in one.agencies]  # no shingle begins with a space
    if len(one.shingles) < LEAST:
        return agencies, agencies
    ordered = sorted(one.shingles, key=lambda shingle: (counts[shingle], shingle))
    lacking = len(ordered) - int(COPIED * len(ordered))
    return agencies + ordered, agencies + ordered[: lacking + 1]


def _name(members: Iterable[Evidence]) -> str:
    """The speaker whom all of several sources quote, else the first source by id."""
    members = list(members)
    sources, speakers = sorted({e.source_id for e in members}), {e.speaker for e in members}
    if len(sources) > 1 and len(speakers) == 1 and "" not in speakers:
        return speakers.pop()
    return sources[0]


def told(e: Evidence) -> Told:
    """A reading as far as its origin goes."""
    return Told(e, _shingles(_own_words(e)), credited(e.excerpt.text))


def shared(left: Told, right: Told) -> str:
    """Why two readings are of one origin; empty where they are not."""
    one, other = left.evidence, right.evidence
    if one.source_id == other.source_id or not says_the_same(one.value, other.value):
        return ""
    if agencies := left.agencies & right.agencies:
        return f"{' and '.join(sorted((one.source_id, other.source_id)))} both credit {min(agencies)}"
    shorter = min(len(left.shingles), len(right.shingles))
    if shorter < LEAST:
        return ""
    share = len(left.shingles & right.shingles) / shorter
    if share < COPIED:
        return ""
    sources = " and ".join(sorted((one.source_id, other.source_id)))
    if one.speaker and one.speaker == other.speaker:
        return f"the same words of {one.speaker} in {sources}"
    return f"near-identical sentences in {sources} ({share:.0%} of their word triples)"


def _own_words(e: Evidence) -> str:
    """The words by which a copy is known: the sentence, but for a quotation that is itself the value.

    Who was in the room writes down the same utterance; that two sources quote it alike is what is asked.
    """
    text, span = e.excerpt.text, e.excerpt.span
    return f"{text[: span.start]} {text[span.end :]}" if e.value.kind == QUOTE else text


def _shingles(text: str) -> frozenset[str]:
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    words = _WORD.findall(folded)
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
