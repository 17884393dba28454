"""Words that turn a figure round: a profit of €5 million is no loss of €5 million.

The same number beside opposite words is no agreement. Whether it is a contradiction depends on what else the texts
say, so the two are not compared. The table is our own: words are in it that are never said of the same figure at
once. Words for two sides of one event are not: what one bought another sold, and what one won another lost.
"""

import re
from collections.abc import Mapping

from claimcheck.align.refusing import refused
from claimcheck.model.comparison import Comparison

_REACH = 60  # characters to each side of a value in which a word turns it round
_TABLE = """
profit profits / loss losses
surplus surpluses / deficit deficits
above / below
backed supported favoured favored approved approve support / opposed rejected oppose reject disapproved
survived survivors / died killed dead
exports / imports
births born / deaths died
immigrants immigration / emigrants emigration
arrivals arrived / departures departed
minimum lowest / maximum highest
largest biggest / smallest
oldest / youngest
employed / unemployed jobless
men male boys / women female girls
urban / rural
hired / fired dismissed
vaccinated / unvaccinated
acquitted / convicted
"""
_WORD = re.compile(r"[a-z]+")


def _sides() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Of each word, the lines that it stands in and on which side of each."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, line in enumerate(_TABLE.strip().splitlines()):
        for side, words in enumerate(line.split("/")):
            for word in words.split():
                found[word] = (*found.get(word, ()), (number, side))
    return found


_SIDES = _sides()


def turned(part: Comparison, left_text: str, right_text: str) -> Comparison:
    """The comparison, refused where the values agree but stand beside opposite words.

    Args:
        part: How two values relate, with spans in their texts.
        left_text: The text of the left one.
        right_text: The text of the right one.
    """
    if not part.relation.agrees or part.left.span is None or part.right.span is None:
        return part
    left = _beside(left_text, part.left.span.start, part.left.span.end)
    right = _beside(right_text, part.right.span.start, part.right.span.end) if left else {}
    for place, word in left.items():
        other = (place[0], 1 - place[1])
        if other in right and place not in right and other not in left:
            first, second = sorted((word, right[other]))
            return refused(part, f"one is told with “{first}”, the other with “{second}”")
    return part


def _beside(text: str, start: int, end: int) -> dict[tuple[int, int], str]:
    """The lines and sides of the table that have a word beside a value, with the word."""
    words = f"{text[max(0, start - _REACH) : start]} {text[end : end + _REACH]}".lower()
    found: dict[tuple[int, int], str] = {}
    for word in _WORD.findall(words):
        for place in _SIDES.get(word, ()):
            found.setdefault(place, word)
    return found
