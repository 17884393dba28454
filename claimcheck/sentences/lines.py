"""Lines of a text: the units in which sentences are looked for.

A line break ends a sentence, since headlines, captions and list items have no full stop; unless the text was
wrapped at a width, which shows: no line could have held the first word of the next one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.grammar.late import late

EDGE = r"\s\u200b\ufeff"  # white space at the edges of a sentence; \s has the no-break spaces

# What `str.isspace` holds for, and two characters without a width that word processors leave behind.
_WHITE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
)
_NARROWEST, _WIDEST = 40, 120  # characters of a line in texts that are wrapped by hand or by mail programs
_WORD = re.compile(r"\S+")
_BREAK = re.compile(r"[^\S\n\r]*(?:\r\n|[\n\r])[^\S\n\r]*")
_LIST_ITEM = re.compile(r"[•⁃◦▪●‣*–-]\s|\(?(?:\d{1,3}|[a-z])[.)]{1,2}\s")
_FIRST_ITEM = late(r"(\(?)(\d{1,3}|[a-z])([.)]{1,2})\s")
_ITEM = late(r"\s(\(?)(\d{1,3}|[a-z])([.)]{1,2})\s+(?=[^\W\d_a-z])")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` without white space at its ends; there must be something else in it."""
    line = text[start:end]
    body = line.strip(_WHITE)
    start += line.index(body[0])
    return start, start + len(body)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text that hold anything, trimmed and in order; items of a list in one line count as lines."""
    found = []
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.strip(_WHITE)
        if body:
            start = offset + line.index(body[0])
            found.append((start, start + len(body)))
        offset += len(line)
    for start, end in _unwrapped(text, found):
        item = _FIRST_ITEM().match(text, start, end)
        if item:
            yield from _items(text, start, end, item)
        else:
            yield start, end


def _items(text: str, start: int, end: int, first: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A line cut before every number or letter that continues the count of its first one."""
    opening, label, closing = first.groups()
    for item in _ITEM().finditer(text, start, end):
        if item.groups() == (opening, _next(label), closing):
            label = _next(label)
            yield trimmed(text, start, item.start())
            start = item.start() + 1
    yield start, end


def _next(label: str) -> str:
    """The number or letter after this one."""
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


def _unwrapped(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines, those joined that a fixed width has cut, if at least half of such cuts are amid a sentence."""
    width = max((end - start for start, end in found), default=0)
    if len(found) < 2 or not _NARROWEST <= width <= _WIDEST:
        return found
    joined = [_is_wrapped(text, *pair, width) for pair in pairwise(found)]
    amid = [_is_amid_sentence(text, *pair) for pair, join in zip(pairwise(found), joined, strict=True) if join]
    if 2 * sum(amid) < max(1, len(amid)):
        return found
    whole = found[:1]
    for line, join in zip(found[1:], joined, strict=True):
        if join:
            whole[-1] = (whole[-1][0], line[1])
        else:
            whole.append(line)
    return whole


def _is_wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the following line stands right below, is no list item, and its first word had no room in `line`."""
    first_word = _WORD.match(text, following[0])
    return (
        first_word is not None
        and _BREAK.fullmatch(text, line[1], following[0]) is not None
        and (line[1] - line[0]) + 1 + len(first_word[0]) > width
        and _LIST_ITEM.match(text, *following) is None
    )


def _is_amid_sentence(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether `line` ends without a mark and the following one begins with a small letter."""
    return text[following[0]].islower() and text[line[1] - 1] not in ".!?:;"
