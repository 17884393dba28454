"""Of two wordings, the words that only the one has: marked where words are what sources differ by."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from claimcheck.grammar.text_kind import TEXTS
from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Evidence, Finding
from claimcheck.similarity import fold

Piece = tuple[str, bool]
"""A piece of a wording, and whether the other wording lacks it."""

_WORD = re.compile(r"\w+(?:['’.]\w+)*")
_SAME = (Relation.EXACT, Relation.NOT_COMPARABLE)


def pieces(finding: Finding, e: Evidence) -> tuple[Piece, ...]:
    """A reading cut where it differs from the reading that it was found to differ from most.

    Empty where the claim is not answered by words, and where nobody says otherwise. Joined, they are the surface.
    """
    if finding.claim.kind not in TEXTS:
        return ()
    other = next(_others(finding, e), None)
    return differing(e.excerpt.exact, other) if other is not None else ()


def _others(finding: Finding, e: Evidence) -> Iterator[str]:
    """What other sources say that differs from a reading, weakest relation first."""
    for c in finding.comparisons:
        for side, other in ((c.left, c.right), (c.right, c.left)):
            ours = side.source_id == e.source_id and side.span == e.excerpt.document_span
            if ours and other.value is not None and c.relation not in _SAME:
                yield other.value.written or other.value.normal


def differing(text: str, other: str) -> tuple[Piece, ...]:
    """A text cut into pieces that the other has in the same order, and pieces that it lacks.

    >>> differing("Anthony Blinken arrived", "Antony Blinken arrived")
    (('Anthony', True), (' Blinken arrived', False))
    """
    words = list(_WORD.finditer(text))
    matcher = SequenceMatcher(None, [fold(w.group()) for w in words], _keys(other), autojunk=False)
    lacking = {n for tag, i, j, _, _ in matcher.get_opcodes() if tag != "equal" for n in range(i, j)}
    flags = bytearray(len(text))
    for n, word in enumerate(words):
        start = words[n - 1].end() if n - 1 in lacking and n in lacking else word.start()
        flags[start : word.end()] = bytes([n in lacking]) * (word.end() - start)
    runs = groupby(zip(text, flags, strict=True), key=itemgetter(1))
    return tuple(("".join(char for char, _ in run), bool(flag)) for flag, run in runs)


def _keys(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]
