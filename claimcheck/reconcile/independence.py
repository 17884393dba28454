"""Which readings go back to one origin, so that an echo does not count as agreement.

Judged reading by reading, not by article: a copied sentence makes its own figure an echo, not the figures in the
rest of the article. Only readings that say the same are joined: a copy with another figure is another statement.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

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


def origins(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The same evidence in the same order, with `origin` and `origin_why` set.

    Every source is an origin of its own, named by its id. Readings of two sources are of one origin when they say
    the same and credit the same news agency, or stand in near-identical sentences, or in near-identical words of
    the same speaker. The origin is then named after the speaker, or after the first of its sources by id.
    The order of the evidence plays no part.
    """
    shingles = [_shingles(_own_words(e)) for e in evidence]
    parent = list(range(len(evidence)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    why: dict[int, str] = {}
    for i, j in _worth_comparing(evidence):
        reason = _shared(evidence[i], evidence[j], shingles[i], shingles[j])
        if reason:
            parent[max(root(i), root(j))] = min(root(i), root(j))
            why.setdefault(i, reason)
            why.setdefault(j, reason)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(evidence)):
        groups[root(i)].append(i)
    names = {i: _name([evidence[j] for j in members]) for members in groups.values() for i in members}
    return tuple(evolve(e, origin=names[i], origin_why=why.get(i, "")) for i, e in enumerate(evidence))


def _worth_comparing(evidence: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """The pairs of readings that may say the same, by their places: those of one number or extent in one hedge.

    Of many sources most pairs differ in that already. Texts, and numbers beside extents without one, are not told
    apart so easily: then all pairs are worth it.
    """
    values = [e.value for e in evidence]
    bare = [v.number is None or v.kind in DAY_KINDS for v in values]
    if any(v.kind in TEXTS for v in values) or (any(bare) and not all(bare)):
        yield from combinations(range(len(values)), 2)
        return
    alike: dict[object, list[int]] = defaultdict(list)
    for i, value in enumerate(values):
        alike[value.hedge, value.upper, value.extent if bare[i] else value.number].append(i)
    for members in alike.values():
        yield from combinations(members, 2)


def _name(members: Iterable[Evidence]) -> str:
    """The speaker whom all of several sources quote, else the first source by id."""
    members = list(members)
    sources, speakers = sorted({e.source_id for e in members}), {e.speaker for e in members}
    if len(sources) > 1 and len(speakers) == 1 and "" not in speakers:
        return speakers.pop()
    return sources[0]


def _shared(one: Evidence, other: Evidence, a: frozenset[str], b: frozenset[str]) -> str:
    """Why two readings are of one origin; empty where they are not."""
    if one.source_id == other.source_id or not says_the_same(one.value, other.value):
        return ""
    if agencies := credited(one.excerpt.text) & credited(other.excerpt.text):
        return f"{' and '.join(sorted((one.source_id, other.source_id)))} both credit {min(agencies)}"
    shorter = min(len(a), len(b))
    if shorter < LEAST:
        return ""
    share = len(a & b) / shorter
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
