"""What a kind of text is: the contract of the members of `values/` whose values are words instead of numbers.

A text kind is read only for a claim that asks for it. Every article is full of names and quotations, so reading
them always would cost time and flood every list of values.
"""

from collections.abc import Sequence
from typing import Final, Protocol

from claimcheck.model.claim import Mention
from claimcheck.model.text import Sentence
from claimcheck.model.value import Value

NAME: Final = "name"
QUOTE: Final = "quote"
TEXTS: Final = frozenset({NAME, QUOTE})
"""Names of the kinds whose values are compared by words; they have neither number nor extent."""


class TextKind(Protocol):
    """A kind of text."""

    @property
    def name(self) -> str:
        """The name of the kind in claim files and reports."""
        ...

    def mentions(self, sentences: Sequence[Sentence]) -> tuple[tuple[Mention, ...], ...]:
        """The mentions of each sentence of one document, in the order of the text, in step with `sentences`.

        Spans are in characters of the document, and no mention reaches beyond its sentence.
        """
        ...

    def value(self, text: str) -> Value:
        """The value that `text` is, as written in a claim file.

        Raises:
            InvalidValue: If it is none; the message says what to write instead.
        """
        ...
