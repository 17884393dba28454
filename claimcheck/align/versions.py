"""Versions of one sentence: figures that were changed, although no kind of value reads them.

`Series 1 to 7` against `Series 1 to 8` or a score of `2–1` against `9–1`: where all other words are the same, a
figure that stands in the place of another contradicts it, whatever it is a figure of.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from claimcheck.grammar.tokens import Tokens, tokenize
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.text import Span

_ALIKE = 0.8  # share of their words that two texts must have in one order to be versions of one sentence


def in_one_order(left_text: str, right_text: str) -> bool:
    """Whether two texts with the same words have them in the same order too; a paraphrase has not."""
    left, right = ([word for word in tokenize(t).words if word.isalpha()] for t in (left_text, right_text))
    return left == right or SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE


def changed(left_text: str, right_text: str, judged: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """A comparison for each figure in the place of another, apart from the values judged already.

    Args:
        left_text: One version.
        right_text: The other.
        judged: The comparisons of their values, with spans in the two texts.
    """
    left, right = tokenize(left_text), tokenize(right_text)
    known = [(part.left.span, part.right.span) for part in judged]
    found = []
    for one, other in _replaced(left, right):
        if any(_touch(one, a) or _touch(other, b) for a, b in known):
            continue
        written = left_text[one.start : one.end], right_text[other.start : other.end]
        if all(map(_digits, written)) and _digits(written[0]) != _digits(written[1]):
            found.append(_comparison(written, one, other))
    return tuple(found)


def _replaced(left: Tokens, right: Tokens) -> Iterator[tuple[Span, Span]]:
    """What stands in one text where something else stands in the other."""
    for what, a, b, c, d in SequenceMatcher(None, left.words, right.words, autojunk=False).get_opcodes():
        if what == "replace":
            yield _whole(left, a, b), _whole(right, c, d)


def _whole(text: Tokens, first: int, last: int) -> Span:
    """The tokens `[first, last)` and what they grow together with: `b7` rather than `7`."""
    while text.glued(first):
        first -= 1
    while text.glued(last) and text.near[last] not in _CLOSING:
        last += 1
    return text.span(first, last)


_CLOSING = frozenset(".,;:!?)]”’\"'")


def _touch(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def _digits(written: str) -> str:
    return "".join(c for c in written if c.isdigit())


def _comparison(written: tuple[str, str], one: Span, other: Span) -> Comparison:
    left, right = Side(written[0], span=one), Side(written[1], span=other)
    return Comparison(left, right, Relation.DISCREPANT, "the statements are alike but for these")
