"""From the words of a stream of sentences to the words that an index knows, each looked up once."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from claimcheck.grammar.stems import stem
from claimcheck.matching.index.slips import Slips
from claimcheck.matching.terms import terms

T = TypeVar("T")
_MOST: Final = 1 << 18  # chunks remembered; words are Zipfian, so those that count come back at once
_LONGEST: Final = 32
_MARKS: Final = ".,;:!?\"'()[]“”‘’-–—"


class Chunks(dict[str, T]):
    """What a function says of a chunk (what stands between white space), remembered within bounds.

    One look-up of a chunk replaces folding, cutting, stemming and the search for slips of the pen. It is emptied
    when it has grown large, so that memory does not depend on how many sentences stream by.
    """

    __slots__ = ("_of",)

    def __init__(self, of: Callable[[str], T]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, chunk: str) -> T:
        found = self._of(chunk)
        if len(chunk) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[chunk] = found
        return found


class Vocabulary:
    """The words of an index, by number, and which of them a text holds, as they are or mistyped.

    Args:
        words: Terms (`matching.terms`: stems and plain numbers), each once.

    >>> words = Vocabulary(["harbour", "bridg"])
    >>> words.in_chunk("bridges,"), words.in_chunk("habour"), words.in_chunk("river")
    ((1,), (0,), ())
    """

    __slots__ = ("_core", "_numbers", "_slips", "in_chunk")

    def __init__(self, words: Sequence[str]) -> None:
        self._numbers = {word: number for number, word in enumerate(words)}
        self._slips = Slips(words)
        self._core: Final = Chunks(lambda core: self._numbered(stem(core)))
        self.in_chunk: Final = Chunks(self._read).__getitem__

    def __len__(self) -> int:
        return len(self._numbers)

    def _read(self, chunk: str) -> tuple[int, ...]:
        """The words in a chunk without white space; a slip stands for all that it may be."""
        core = chunk.lower().strip(_MARKS)
        if core.isascii() and core.isalpha():
            return self._core[core]
        return tuple(dict.fromkeys(number for term in terms(chunk) for number in self._numbered(term)))

    def _numbered(self, term: str) -> tuple[int, ...]:
        number = self._numbers.get(term)
        if number is not None:
            return (number,)
        return tuple(map(self._numbers.__getitem__, self._slips.near(term)))
