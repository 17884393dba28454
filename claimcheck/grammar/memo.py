"""A table that fills itself: what a function says of a word, kept for the next time the word is met."""

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")
_MOST: Final = 1 << 15
_LONGEST: Final = 24  # longer words are rare, and keeping them could cost much memory


class Memo(dict[str, T]):
    """A function of a word, remembered; `memo[word]`, or `memo.__getitem__` where speed counts.

    It is emptied when it has grown large, so that it never holds more than 32,768 words of at most 24 characters.

    >>> shout = Memo(str.upper)
    >>> shout["hello"], len(shout)
    ('HELLO', 1)
    """

    def __init__(self, function: Callable[[str], T]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, word: str) -> T:
        value = self.function(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = value
        return value
