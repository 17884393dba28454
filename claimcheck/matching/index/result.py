"""What an index says of a sentence."""

from typing import NamedTuple


class Near(NamedTuple):
    """A claim that a sentence is worded like.

    Attributes:
        claim: Its number in the claims indexed, counted from 0.
        score: How alike they are, 0 to 100, by the measure of the index.
    """

    claim: int
    score: float
