"""From the words of a stream of sentences to the words that an index knows, each looked up once."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, Generic, TypeVar

from claimcheck.grammar.stems import stem
from claimcheck.matching.index.slips import Slips
from claimcheck.matching.terms import terms

T = TypeVar("T")
_MOST: Final = 1 << 18  # chunks remembered; words are Zipfian, so those that count come back at once
_CHARACTERS: Final = 16 * _MOST  # … and characters of them
_CORES: Final = 1 << 16  # words remembered that chunks hold
_MARKS: Final = ".,;:!?\"'()[]“”‘’-–—"


class Chunks(Generic[T]):
    """What a function says of chunks (what stands between white space), remembered within bounds.

    Most chunks of a stream say nothing to an index, and nearly all have been met before. So a sentence is cut and
    its chunks are learnt, which is one operation on sets if none is new; and those that say something are found by
    another, without a step for each word. Everything is forgotten when it has grown large, so that memory does not
    depend on how many sentences stream by.

    Args:
        of: What a chunk says; false where it says nothing.
        forget: Called when everything is forgotten.

    Attributes:
        said: What the chunks say that were learnt and say something.

    >>> chunks = Chunks(str.isdigit)
    >>> chunks.learn(["in", "1987", "it"])
    >>> chunks.said
    {'1987': True}
    """

    __slots__ = ("_forget", "_known", "_of", "_size", "said")

    def __init__(self, of: Callable[[str], T], forget: Callable[[], None] = lambda: None) -> None:
        self._of = of
        self._forget = forget
        self._known: set[str] = set()
        self._size = 0
        self.said: Final[dict[str, T]] = {}

    def learn(self, chunks: Sequence[str]) -> None:
        """Look at those chunks that are new; until the next call, `said` tells of all of them."""
        if self._known.issuperset(chunks):
            return
        new = set(chunks).difference(self._known)
        size = sum(map(len, new))
        if len(self._known) + len(new) > _MOST or self._size + size > _CHARACTERS:
            self._known.clear()
            self.said.clear()
            self._forget()
            self._size, new = 0, set(chunks)
        for chunk in new:
            found = self._of(chunk)
            if found:
                self.said[chunk] = found
        self._known |= new
        self._size += size


class Vocabulary:
    """The words of an index, by number, and which of them a text holds, as they are or mistyped.

    Args:
        words: Terms (`matching.terms`: stems and plain numbers), each once.

    >>> words = Vocabulary(["harbour", "bridg"])
    >>> words.in_chunk("bridges,"), words.in_chunk("habour"), words.in_chunk("river")
    ((1,), (0,), ())
    """

    __slots__ = ("_numbers", "_of_core", "_slips")

    def __init__(self, words: Sequence[str]) -> None:
        self._numbers = {word: number for number, word in enumerate(words)}
        self._slips = Slips(words)
        self._of_core: Final = lru_cache(_CORES)(lambda core: self._numbered(stem(core)))

    def __len__(self) -> int:
        return len(self._numbers)

    def in_chunk(self, chunk: str) -> tuple[int, ...]:
        """The words in a chunk without white space; a slip stands for all that it may be."""
        core = chunk.lower().strip(_MARKS)
        if core.isascii() and core.isalpha():
            return self._of_core(core)
        return tuple(dict.fromkeys(number for term in terms(chunk) for number in self._numbered(term)))

    def _numbered(self, term: str) -> tuple[int, ...]:
        number = self._numbers.get(term)
        if number is not None:
            return (number,)
        return tuple(map(self._numbers.__getitem__, self._slips.near(term)))
