"""Curated quotes: does the text still say what a person copied from it?

A quote is never silently re-anchored. It stands in its text exactly; or moved, where only typography (quotation
marks, dashes, white space, accents, case) differs; or changed, where the nearest stretch differs in words, which
are shown; or it is missing.
"""

from collections.abc import Iterator

from attrs import field, frozen, validators

from claimcheck.model.claim import QuoteState
from claimcheck.model.finding import QuoteCheck
from claimcheck.model.text import Span
from claimcheck.similarity import Folded, differences, fold, fold_mapped, likeness, nearest_stretch

CHANGED_CUTOFF = 75.0
"""Likeness from which a stretch counts as the quote, changed. A quarter of the characters is what one exchanged
word takes from a quote of four; below it, stretches that merely share the commonest words begin to qualify."""


@frozen
class Located:
    """Where a quote stands in a text, and how faithfully.

    Attributes:
        state: Exact, moved, changed or missing.
        span: Where it stands (the first place, if there are several), in characters of the text; None if missing.
        found: The characters under `span`; empty if missing.
        score: Likeness of quote and found words, 0 to 100; 100 when exact or moved, 0 when missing.
    """

    state: QuoteState
    span: Span | None
    found: str
    score: float = field(validator=[validators.ge(0), validators.le(100)])


def locate(quote: str, text: str) -> Located:
    """Find `quote` in `text`.

    White space around the quote does not count. A quote that begins or ends inside a word of the text (`3 years`
    in `13 years`) does not stand there. A quote without a letter or digit stands nowhere.
    """
    wanted = quote.strip()
    if not any(map(str.isalnum, wanted)):
        return Located(QuoteState.MISSING, None, "", 0)
    start = next(_whole(wanted, text), None)
    if start is not None:
        return Located(QuoteState.EXACT, Span(start, start + len(wanted)), wanted, 100)
    folded = fold_mapped(text)
    span = _moved(wanted, text, folded)
    if span is not None:
        return Located(QuoteState.MOVED, span, span.of(text), 100)
    return _changed(wanted, text, folded)


def _whole(wanted: str, text: str) -> Iterator[int]:
    """Offsets at which `wanted` stands in `text` without cutting a word in two."""
    at = text.find(wanted)
    while at >= 0:
        if not _cuts(text, at, at + len(wanted)):
            yield at
        at = text.find(wanted, at + 1)


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether `[start, end)` begins or ends inside a word or number of `text`."""
    return _inside_word(text, start) or _inside_word(text, end)


def _inside_word(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    # A decimal point or thousands comma: "3" must not be found in "3.3".
    left = text[at - 2 : at]
    right = text[at : at + 2]
    joins = ".,"
    return (before.isdigit() and right[0] in joins and right[1:].isdigit()) or (
        after.isdigit() and before in joins and left[0].isdigit()
    )


def _bare(folded: Folded) -> Folded:
    """Without its white space."""
    kept = [i for i, c in enumerate(folded.text) if c != " "]
    return Folded("".join(folded.text[i] for i in kept), (*(folded.offsets[i] for i in kept), folded.offsets[-1]))


def _moved(wanted: str, text: str, folded: Folded) -> Span | None:
    """Where `wanted` stands when only typography, white space, accents and case are let differ."""
    needle = "".join(fold(wanted).split())
    bare = _bare(folded)
    at = bare.text.find(needle) if needle else -1
    while at >= 0:
        span = bare.span(at, at + len(needle))
        if not _cuts(text, span.start, span.end):
            return span
        at = bare.text.find(needle, at + 1)
    return None


def _changed(wanted: str, text: str, folded: Folded) -> Located:
    """The nearest stretch of whole words, if it is near enough."""
    needle = fold(wanted)
    stretch = nearest_stretch(needle, folded.text, CHANGED_CUTOFF)
    if stretch is not None:
        span = _whole_words(folded, stretch.start, stretch.end, text)
        score = likeness(needle, fold(span.of(text)))
        if len(span) and score >= CHANGED_CUTOFF:
            return Located(QuoteState.CHANGED, span, span.of(text), score)
    return Located(QuoteState.MISSING, None, "", 0)


def _whole_words(folded: Folded, start: int, end: int, text: str) -> Span:
    """The stretch, widened to whole words and freed of the white space around it."""
    span = folded.span(start, end) if end > start else Span(0, 0)
    first, last = span.start, span.end
    while _inside_word(text, first):
        first -= 1
    while _inside_word(text, last):
        last += 1
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Span(first, last)


def verify(source_id: str, quote: str, text: str) -> QuoteCheck | None:
    """What has become of a quote from a source.

    Args:
        source_id: The source.
        quote: The quote.
        text: The text of the source.

    Returns:
        None if the quote stands there exactly.
    """
    located = locate(quote, text)
    if located.state is QuoteState.EXACT:
        return None
    return QuoteCheck(source_id, quote, located.state.value, located.found, _reason(quote, located))


def _reason(quote: str, located: Located) -> str:
    if located.state is QuoteState.MISSING:
        return "the source has no such words; copy them again from its text, or drop the reading"
    if located.state is QuoteState.MOVED:
        return f"only typography, white space or case differ; the source writes: {located.found}"
    told = [
        f"“{d.right}” where the quote has “{d.left}”"
        if d.left and d.right
        else f"“{d.right}” where the quote has nothing"
        if d.right
        else f"nothing where the quote has “{d.left}”"
        for d in differences(quote.strip(), located.found)
    ]
    return "the source says " + "; ".join(told)
