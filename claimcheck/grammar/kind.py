"""What a value kind is: the contract that every member of `values/` keeps."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.tokens import Tokens
from claimcheck.model.text import Context
from claimcheck.model.value import Value


class Found(NamedTuple):
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

    Three more attributes are used where a kind has them: `triggers` (see `triggers_of`), `needs` (see `needs_of`)
    and `example` (see `example_of`).

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


def triggers_of(kind: Kind) -> frozenset[str] | None:
    """The tokens one of which, or a digit, stands in every text that holds a value of the kind.

    They are the kind's attribute `triggers`, in lower case; None where it has none, so that it reads every text.
    """
    triggers = getattr(kind, "triggers", None)
    return triggers if isinstance(triggers, frozenset) else None


def needs_of(kind: Kind) -> frozenset[str] | None:
    """The tokens one of which stands in every text that holds a value of the kind, be there digits or not.

    They are the kind's attribute `needs`, in lower case; None where it has none.
    """
    needs = getattr(kind, "needs", None)
    return needs if isinstance(needs, frozenset) else None


def example_of(kind: Kind) -> str:
    """A wording of one value of the kind, to show in errors: its attribute `example`; empty where it has none."""
    return str(getattr(kind, "example", ""))
