"""What a value kind is: the contract that every member of `values/` keeps."""

from collections.abc import Iterable
from typing import Protocol

from attrs import frozen

from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context
from claimcheck.model.value import Value


@frozen
class Found:
    """A value that a kind found in a text, before overlaps between kinds are settled.

    Attributes:
        first: First token of the whole wording, hedge and unit included.
        last: Token after the wording.
        value: What it says.
        alternatives: What else it may say, likeliest first.
        why: Why the first reading was taken, or how it was resolved; empty where there is nothing to explain.
        scope: Words beside it that limit it.
    """

    first: int
    last: int
    value: Value
    alternatives: tuple[Value, ...] = ()
    why: str = ""
    scope: tuple[str, ...] = ()


class Kind(Protocol):
    """A value kind. Of overlapping finds the longest wins, then the kind listed first.

    Attributes:
        name: The kind's name in claim files and reports.
    """

    @property
    def name(self) -> str:
        """The name of the kind in claim files and reports."""
        ...

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
        """Every value of this kind in `text`, in the order of the text."""
        ...
