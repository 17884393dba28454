"""The verb of the indexes: which sentences of a stream are worded like which of many texts."""

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.matching.index import exact, wording
from claimcheck.matching.index.result import Near


def near(
    claims: Sequence[str], sentences: Iterable[str], *, cutoff: float | None = None, thorough: bool = False
) -> Iterator[tuple[int, Near]]:
    """Which of many sentences are worded like which of the claims.

    The claims are indexed and the sentences stream by, so memory depends on the claims alone.

    Args:
        claims: Their texts.
        sentences: The sentences, read one after another.
        cutoff: Score from which a sentence is near a claim; by default 60, or 85 when thorough.
        thorough: Whether to find every pair whose `token_set_ratio` reaches the cutoff, instead of comparing by
            rare words, stems and slips of the pen, which finds better sentences, and faster.

    Returns:
        The number of a sentence, counted from 0, with a claim that it is near; in the order of the sentences.

    Raises:
        InvalidValue: If the cutoff is out of bounds.

    >>> claims = ["The harbour bridge opened in 1987.", "Ferries cost the city nine million euros."]
    >>> list(near(claims, ["Nobody rows any more.", "It cost the city nine million euros to run the feries."]))
    [(1, Near(claim=1, score=100.0))]
    """
    if thorough:
        return exact.ExactIndex(claims, exact.CUTOFF if cutoff is None else cutoff).stream(sentences)
    return wording.WordingIndex(claims, wording.CUTOFF if cutoff is None else cutoff).stream(sentences)
