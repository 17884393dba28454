"""Words that are written together, as tags and handles are (`#harbourfund`), taken apart by a vocabulary."""

import math
from collections.abc import Mapping, Sized

_SHORTEST = 8  # letters from which a word is taken apart: a shorter one falls apart by chance (`win`, `slow`)
_LONGEST = 40  # letters of the longest; the cost grows with the square
_PIECE = 3  # letters of the shortest piece but for those below
_PARTICLES = frozenset("a i of in on to is it by my we he no so us uk eu tv up at me or do go be".split())
_JOINT = 3.0  # what a piece more costs beside its rareness, so that few long pieces are preferred


def pieces(word: str, texts: Mapping[str, Sized], size: int) -> tuple[str, ...]:
    """The words of a vocabulary that a word is written together from, the likeliest; none if it is not.

    Likeliest is what takes the fewest pieces and the commonest: the most probable segmentation, words taken as
    independent of one another.

    Args:
        word: A folded word that the vocabulary does not have.
        texts: The vocabulary: for each word the texts that have it.
        size: How many texts there are.

    >>> pieces("harbourfund", {"harbour": [1, 2], "fund": [2], "harb": [3], "our": [1, 2, 3]}, 3)
    ('harbour', 'fund')
    """
    length = len(word)
    if not _SHORTEST <= length <= _LONGEST or not word.isalpha():
        return ()
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ()), *[(math.inf, ())] * length]
    for end in range(1, length + 1):
        for start in range(end):
            cost, before = best[start]
            if cost < best[end][0] and (having := texts.get(piece := word[start:end])) is not None:
                cost += math.log(max(1.0, size / len(having))) + _JOINT
                if cost < best[end][0] and (len(piece) >= _PIECE or piece in _PARTICLES):
                    best[end] = cost, (*before, piece)
    return best[length][1]
