"""The words around a value, cut from its document once, so that a report needs no document."""

from collections.abc import Sequence

from claimcheck.model.finding import Excerpt
from claimcheck.model.text import Document, Sentence, Span

CONTEXT = 32
"""Characters kept before and after a value, enough for a TextQuoteSelector to be unique in an article."""


def excerpt(document: Document, sentences: Sequence[Sentence], sentence: Sentence, span: Span | None) -> Excerpt:
    """Cut the excerpt of a value.

    Args:
        document: The document.
        sentences: All its sentences, in order.
        sentence: The one that holds the value.
        span: Where the value stands, in characters of the document; None for the whole sentence, shown
            without a value.
    """
    text = document.text
    mark = span or Span(sentence.span.end, sentence.span.end)
    line, column = _line_and_column(text, span.start if span else sentence.span.start)
    paragraph = _paragraph(sentences, sentence)
    return Excerpt(
        text=sentence.text,
        span=mark.shifted(-sentence.span.start),
        document_span=mark,
        line=line,
        column=column,
        prefix=text[max(0, mark.start - CONTEXT) : mark.start],
        suffix=text[mark.end : mark.end + CONTEXT],
        before=text[paragraph.start : sentence.span.start],
        after=text[sentence.span.end : paragraph.end],
    )


def _paragraph(sentences: Sequence[Sentence], sentence: Sentence) -> Span:
    """From the first to the last sentence of a sentence's paragraph."""
    first = last = sentence.index
    while first and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentence.paragraph:
        last += 1
    return Span(sentences[first].span.start, sentences[last].span.end)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1; `\\r\\n`, `\\n` and `\\r` each end one line."""
    before = text[:offset]
    breaks = before.count("\n") + before.count("\r") - before.count("\r\n")
    start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return breaks + 1, offset - start + 1
