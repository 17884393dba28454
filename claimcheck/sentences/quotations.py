"""Where a document quotes: stretches between quotation marks, scare quotes left out."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.model.text import Span

_MARK = re.compile(r"""[“”„«»"‘’']""")
_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|will|would|can|could|shall|should|must|may|might|do|does|did|has|have|had|let)\b"
    r"|n[’']t\b|\b(?:I|he|she|it|we|you|they|that|there)[’'](?:s|m|re|ve|ll|d)\b",
    re.IGNORECASE,
)
_SHORT = 3  # words of a name or a turn of phrase in quotation marks


class Quoted(NamedTuple):
    """A stretch in quotation marks that is speech.

    Attributes:
        span: The stretch without its marks and the white space inside them.
        outer: The stretch with its marks.
        paragraph: Number of the paragraph it stands in.
        goes_on: Whether it is continued in the next paragraph, by the convention that only the last of several
            quoted paragraphs has a closing mark.
    """

    span: Span
    outer: Span
    paragraph: int
    goes_on: bool = False


def quoted(text: str, paragraphs: list[tuple[int, int]], ends: list[int]) -> list[Quoted]:
    """Every quoted stretch that is speech, in order.

    Args:
        text: The document.
        paragraphs: Where its paragraphs stand.
        ends: Where the sentences of each paragraph end, all in one ordered list.
    """
    found: list[Quoted] = []
    for number, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[number + 1][0]] if number + 1 < len(paragraphs) else ""
        for opening, inner, closed in _pairs(text, start, end):
            goes_on = not closed and inner == end and following == text[opening]
            if not closed and not goes_on:
                inner = min(inner, _sentence_end(ends, opening))
            if text[opening] in "‘'" and text[inner - 1].isalnum() and _sentence_end(ends, opening) < inner:
                continue  # an apostrophe further on, not a closing mark
            span = _trimmed(text, opening + 1, inner)
            if span is None:
                continue
            resumed = bool(found) and found[-1].paragraph == number and text[opening - 2 : opening] == ", "
            if goes_on or resumed or _is_speech(span.of(text)):
                found.append(Quoted(span, Span(opening, inner + closed), number, goes_on))
    return found


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The outermost quoted stretches of a paragraph: opening mark, end, whether a mark closes it."""
    last_single = max(text.rfind("’", start, end), text.rfind("'", start, end))
    opening: int | None = None
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        if opening is None:
            opening = at if _may_open(text, at, start, end, last_single) else None
        elif _closes(text, opening, at, end, last_single):
            yield opening, at, True
            opening = None
        elif mark[0] == text[opening]:  # the closing mark before it is missing
            yield opening, at, False
            opening = at
    if opening is not None and text[opening] not in "‘'":
        yield opening, end, False


def _closes(text: str, opening: int, at: int, end: int, last_single: int) -> bool:
    """Whether the mark at `at` closes the quotation that the one at `opening` opens."""
    mark = text[at]
    if mark not in _CLOSES[text[opening]]:
        return mark == text[opening] and _is_apart(text, at, end)  # an opening mark that a stray space has set off
    return mark not in "’'" or _may_close_single(text, at, end, last_single)


def _may_open(text: str, at: int, start: int, end: int, last_single: int) -> bool:
    """Whether the mark at `at` may open a quotation."""
    mark = text[at]
    if mark in "“„«":
        return not _is_apart(text, at, end)
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark == '"':
        return not before.isalnum() and not after.isspace()
    return mark in "‘'" and not before.isalnum() and after.isalpha() and at < last_single


def _may_close_single(text: str, at: int, end: int, last_single: int) -> bool:
    """Whether a single mark closes a quotation and is no apostrophe, as in `it’s` or `the banks’ share`."""
    after = text[at + 1 : at + 3]
    if text[at - 1].isspace() or after[:1].isalnum():
        return False
    return at == last_single or not (text[at - 1] == "s" and after[:1] == " " and after[1:].islower())


def _is_apart(text: str, at: int, end: int) -> bool:
    """Whether a mark stands between white space, or between white space and the end of the paragraph."""
    return text[at - 1 : at].isspace() and (at + 1 >= end or text[at + 1].isspace())


def _is_speech(inner: str) -> bool:
    """Whether quoted words are speech rather than a name, a title or a turn of phrase."""
    words = _WORD.findall(inner)
    if len(words) <= _SHORT:
        return bool(_VERB.search(inner)) or (inner[0].isupper() and inner[-1] in ",?!")
    titled = all(word[0].isupper() or len(word) <= _SHORT for word in words)
    return not (titled and inner[-1].isalnum() and words[-1][0].isupper())


def _sentence_end(ends: list[int], at: int) -> int:
    """Where the sentence around `at` ends."""
    return ends[bisect_right(ends, at)]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """`[start, end)` without white space at its ends; None where there is nothing else."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip())) if inner.strip() else None
