"""Quotations: what somebody is quoted as saying, compared word by word.

A mention is what one sentence holds of a quotation, for an utterance is a sentence at most: of a quotation that
runs over two sentences each half is a mention. Its value is the words between straight or curly marks of any kind,
with the white space tidied and without the comma that only joins the quotation to its sentence.

Left alone: scare quotes and titles, which are no speech (the stage that cuts sentences decides).

>>> str(KIND.value('"We will  finish the dam by May,"'))
'“We will finish the dam by May”'
"""

from collections.abc import Sequence
from typing import Final

from claimcheck.errors import InvalidValue
from claimcheck.grammar.text_kind import QUOTE
from claimcheck.model.claim import Mention
from claimcheck.model.text import Quotation, Sentence, Span
from claimcheck.model.value import Value

_MARKS: Final = "\"'“”„‟«»‘’‚‛"
_JOINING: Final = ",;:"


class Quote:
    """The kind `quote`; see the module."""

    name: Final = QUOTE

    def mentions(self, sentences: Sequence[Sentence]) -> tuple[tuple[Mention, ...], ...]:
        """What each sentence holds of quotations."""
        return tuple(
            tuple(m for q in sentence.quotations if (m := _mention(sentence, q)) is not None)
            for sentence in sentences
        )

    def value(self, text: str) -> Value:
        """The utterance that `text` is, with or without marks around it."""
        said = text.strip()
        marked = len(said) > 1 and said[0] in _MARKS and said[-1] in _MARKS
        value = _value(said[1:-1].strip() if marked else said)
        if value is None:
            raise InvalidValue(f"{text.strip()!r} is not a quote: it has no words; write the words that were said")
        return value.written_as(text.strip())


def _mention(sentence: Sentence, quotation: Quotation) -> Mention | None:
    """The part of a quotation that stands in a sentence."""
    start = max(quotation.span.start, sentence.span.start)
    end = min(quotation.span.end, sentence.span.end)
    if start >= end:
        return None
    surface = Span(start, end).shifted(-sentence.span.start).of(sentence.text)
    lead = len(surface) - len(surface.lstrip())
    surface = surface.strip()
    value = _value(surface)
    if value is None:
        return None
    span = Span(start + lead, start + lead + len(surface))
    return Mention(span, surface, value.written_as(surface), quotation=quotation)


def _value(words: str) -> Value | None:
    said = " ".join(words.split()).rstrip(_JOINING + " ")
    return Value(QUOTE, f"“{said}”") if any(map(str.isalnum, said)) else None


KIND: Final = Quote()
