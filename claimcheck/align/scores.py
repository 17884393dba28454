"""Scores and records of games, which no kind of value reads: `won 3–1`, `a 15–4 record`, `7–3–1`.

A score is a whole: each of its figures means nothing alone, and `2–1` told by the loser is `1–2`. So scores are
held against one another as they stand, after values have found what answers them.
"""

import re
from collections.abc import Callable, Iterable

from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.text import Span

_SCORE = re.compile(
    r"(?<![\w.,/$£€¥%+–—-])(?P<a>\d{1,3})\s?[-–—]\s?(?P<b>\d{1,3})(?:\s?[-–—]\s?(?P<c>\d{1,3}))?"
    r"(?!\s?%|[\w/]|[.,:]\d|\s?[-–—]\s?\d"
    r"|\s(?:per ?cent|percent|years?|days?|hours?|minutes?|miles?|km|points?)\b)"
)
Figures = tuple[int, ...]

_ONE_GAME = 0.25  # share of all their words from which two texts with another score speak of one game


def scored(
    left_text: str, left: Iterable[Span], right_text: str, right: Iterable[Span], kinship: float
) -> tuple[Comparison, ...]:
    """How the scores of two texts relate; empty unless both have one.

    The same score in both agrees; with its figures turned round it may be the other side's view of it. Where each
    text tells one score alone, of as many figures, another one contradicts it; among several nothing says which
    answers which.

    Args:
        left_text: One text.
        left: What of it is read as values, and so is no score.
        right_text: The other text.
        right: What of that is read as values.
        kinship: Share of all words of the two texts that both hold.
    """
    if not _may_score(left_text) or not _may_score(right_text):
        return ()
    ours, theirs = _scores(left_text, left), _scores(right_text, right)
    if not ours or not theirs:
        return ()
    pairs = [(one, other) for one in ours for other in theirs]
    for relation, why, alike in _ALIKE:
        same = next((pair for pair in pairs if alike(pair[0][0], pair[1][0])), None)
        if same:
            return (_told(left_text, same[0][1], right_text, same[1][1], relation, why),)
    if len(pairs) == 1 and len(ours[0][0]) == len(theirs[0][0]) and kinship >= _ONE_GAME:
        return (_told(left_text, ours[0][1], right_text, theirs[0][1], Relation.DISCREPANT, "another score"),)
    return ()


_ALIKE: tuple[tuple[Relation, str, Callable[[Figures, Figures], bool]], ...] = (
    (Relation.EXACT, "the same score", lambda one, other: one == other),
    (Relation.TENSION, "the same score the other way round", lambda one, other: one == other[::-1]),
)


def _may_score(text: str) -> bool:
    return "-" in text or "–" in text or "—" in text


def _scores(text: str, values: Iterable[Span]) -> list[tuple[Figures, Span]]:
    """The figures of each score, with where it stands."""
    taken = list(values)
    found = []
    for m in _SCORE.finditer(text):
        span = Span(m.start(), m.end())
        if not any(span.start < value.end and value.start < span.end for value in taken):
            found.append((tuple(int(figure) for figure in m.groups() if figure), span))
    return found


def _told(left_text: str, left: Span, right_text: str, right: Span, relation: Relation, why: str) -> Comparison:
    one, other = left_text[left.start : left.end], right_text[right.start : right.end]
    return Comparison(Side(one, span=left), Side(other, span=right), relation, why)
