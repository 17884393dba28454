"""A source that is there and cannot be used."""

from typing import NamedTuple

from claimcheck.errors import InvalidInput, Place, Problem
from claimcheck.model.text import Document, Source


class Broken(NamedTuple):
    """A source that is there and cannot be used; whoever reads it is told why.

    Attributes:
        source: Its id as far as that is known, else where it stands.
        problems: What is wrong, at least one.
    """

    source: Source
    problems: tuple[Problem, ...]

    @property
    def size(self) -> int:
        """Nothing of it is worked on."""
        return 0

    def fingerprint(self) -> str:
        """What is wrong with it, which changes when that is mended."""
        return repr((self.source, self.problems))

    def read(self) -> Document:
        """Nothing.

        Raises:
            InvalidInput: With what is wrong.
        """
        raise InvalidInput(*self.problems)


def broken(place: Place, *problems: Problem, name: str = "") -> Broken:
    """What stands in for a source at a place, by its id where that is known."""
    return Broken(Source(name or str(place)), problems)
