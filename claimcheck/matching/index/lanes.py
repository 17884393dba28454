"""How many characters a text shares with each of many others, counted for all of them at once.

The counts stand side by side in one large integer, sixteen bits each, a lane for each text. For a character and a
number n there is an integer that holds in every lane the smaller of n and how often that text has the character;
adding one such integer for each character of a sentence adds up all lanes. A lane begins at 2^15 less what it
must reach, so that its topmost bit tells whether it has.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from struct import pack

LONGEST = 1 << 14  # characters; what a lane can count
_BYTES = 2
_BITS = 8 * _BYTES
_TOP = 1 << (_BITS - 1)
_MOST = 1 << 12  # characters with their counts that are kept ready


class _Shares(dict[tuple[str, int], int]):
    """For a character and how often a text has it, the lanes of what each of the texts shares of that."""

    __slots__ = ("_steps",)

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        counts = [Counter(text) for text in texts]
        self._steps = {c: _steps([count[c] for count in counts]) for c in sorted(set().union(*counts))}

    def __missing__(self, key: tuple[str, int]) -> int:
        character, count = key
        steps = self._steps.get(character, (0,))
        share = steps[min(count, len(steps) - 1)]
        if len(self) < _MOST:
            self[key] = share
        return share


class Lanes:
    """Some texts, side by side.

    Args:
        texts: The texts, at least one, each at most `LONGEST` characters long.
        need: How many characters a text of length n must share with one of length m, `need(n, m)`.
    """

    __slots__ = ("_distinct", "_lengths", "_need", "_shares", "_starts", "_tops", "longest", "shortest")

    def __init__(self, texts: Sequence[str], need: Callable[[int, int], int]) -> None:
        self._need = need
        self._lengths = tuple(map(len, texts))
        self._distinct = frozenset(self._lengths)
        self.shortest, self.longest = min(self._lengths), max(self._lengths)
        self._shares = _Shares(texts)
        self._starts: dict[int, int] = {}
        self._tops = _packed([_TOP] * len(texts))

    def sharing(self, counts: Mapping[str, int], length: int) -> list[int]:
        """The numbers of the texts that share enough characters with one of such counts and length."""
        start = self._starts.get(length)
        if start is None:
            start = self._starts[length] = self._start(length)
        reached = sum(map(self._shares.__getitem__, counts.items()), start) & self._tops
        if not reached:
            return []
        tops = reached.to_bytes(_BYTES * len(self._lengths), "little")[_BYTES - 1 :: _BYTES]
        return [i for i, top in enumerate(tops) if top]

    def _start(self, length: int) -> int:
        """What the lanes begin at for a text of `length`."""
        left = {n: _TOP - min(max(1, self._need(n, length)), _TOP) for n in self._distinct}
        return _packed(list(map(left.__getitem__, self._lengths)))


def _steps(counts: Sequence[int]) -> tuple[int, ...]:
    """For n from 0 to the largest count, the lanes of the smaller of n and each count."""
    return tuple(_packed([min(n, count) for count in counts]) for n in range(max(counts) + 1))


def _packed(values: Sequence[int]) -> int:
    return int.from_bytes(pack(f"<{len(values)}H", *values), "little")
