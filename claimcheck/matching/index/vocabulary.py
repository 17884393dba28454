"""From the words of a stream of sentences to the words that an index knows, each looked up once."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, filterfalse
from typing import Final

from claimcheck.grammar.stems import stem
from claimcheck.matching.index.slips import Slips
from claimcheck.matching.terms import words

_MOST: Final = 1 << 18  # chunks of a generation; words are Zipfian, so those that count come back at once
_CHARACTERS: Final = 16 * _MOST  # … and characters of them
_POSSESSIVE: Final = ("'s", "’s")
_stem = stem.__wrapped__  # what is stemmed here is remembered by the chunk that it stands in
_MARKS: Final = ".,;:!?\"'()[]“”‘’-–—"


class Chunks(dict[str, tuple[int, ...]]):
    """What a function says of chunks (what stands between white space), remembered within bounds.

    Most chunks of a stream say nothing to an index, and nearly all have been met before. So those that say nothing
    are taken from a sentence first, without a step of Python's own, and few are left.

    Two generations are kept. A chunk that is met goes into the younger; when that is full it becomes the elder,
    and what was in the elder and has not been met again is forgotten. So memory does not depend on how many
    sentences stream by, and what occurs often is looked at once.

    Args:
        of: The numbers that a chunk says; none where it says nothing.

    >>> chunks = Chunks(lambda chunk: (int(chunk),) if chunk.isdigit() else ())
    >>> chunks.numbers(["in", "1987", "it", "was", "7"])
    [1987, 7]
    """

    __slots__ = ("_elder", "_elder_silent", "_of", "_silent", "_size")

    def __init__(self, of: Callable[[str], tuple[int, ...]]) -> None:
        super().__init__()
        self._of = of
        self._silent: set[str] = set()
        self._elder: dict[str, tuple[int, ...]] = {}
        self._elder_silent: set[str] = set()
        self._size = 0

    def numbers(self, chunks: Iterable[str]) -> list[int]:
        """What the chunks say, one after another."""
        telling = filterfalse(self._silent.__contains__, chunks)
        return list(chain.from_iterable(map(self.__getitem__, telling)))

    def remembered(self) -> int:
        """How many chunks are remembered."""
        return len(self) + len(self._silent) + len(self._elder) + len(self._elder_silent)

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        if chunk in self._elder_silent:
            said: tuple[int, ...] = ()
        else:
            known = self._elder.get(chunk)
            said = self._of(chunk) if known is None else known
        self._size += len(chunk)
        if len(self) + len(self._silent) >= _MOST or self._size > _CHARACTERS:
            self._elder, self._elder_silent, self._silent = dict(self), self._silent, set()
            self.clear()
            self._size = len(chunk)
        if said:
            self[chunk] = said
        else:
            self._silent.add(chunk)
        return said


class Vocabulary:
    """The words of an index, by number, and which of them a text holds, as they are or mistyped.

    Args:
        words: Terms (`matching.terms`: stems and plain numbers), each once.

    >>> words = Vocabulary(["harbour", "bridg"])
    >>> words.in_chunk("bridges,"), words.in_chunk("habour"), words.in_chunk("river")
    ((1,), (0,), ())
    """

    __slots__ = ("_numbers", "_slips")

    def __init__(self, words: Sequence[str]) -> None:
        self._numbers: dict[str, tuple[int, ...]] = {word: (number,) for number, word in enumerate(words)}
        self._slips = Slips(words)

    def __len__(self) -> int:
        return len(self._numbers)

    def in_chunk(self, chunk: str) -> tuple[int, ...]:
        """The words in a chunk without white space; a slip stands for all that it may be."""
        core = chunk.lower().strip(_MARKS)
        if core.endswith(_POSSESSIVE):
            core = core[:-2]
        if core.isascii():
            if core.isalpha():
                return self._numbered(core)
            if core.isdecimal():
                return self._numbers.get(core, ())
        return tuple(dict.fromkeys(chain.from_iterable(map(self._numbered, words(chunk)))))

    def _numbered(self, word: str) -> tuple[int, ...]:
        """What a folded word or a plain number is to the index."""
        term = _stem(word) if word[0].isalpha() else word
        number = self._numbers.get(term)
        if number is None:
            slips = self._slips.near(term)
            number = tuple(chain.from_iterable(map(self._numbers.__getitem__, slips))) if slips else ()
        return number
