"""A table that fills itself: what a function says of a word, kept for the next time the word is met."""

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")
_MOST: Final = 1 << 15
_LONGEST: Final = 24  # longer words are rare, and keeping them could cost much memory


class Memo(dict[str, T]):
    """A function of a word, remembered; `memo[word]`, or `memo.__getitem__` where speed counts.

    It is emptied when it has grown large, so that it never holds more than 32,768 words of at most 24 characters,
    or as many and as long as it is told.

    >>> shout = Memo(str.upper)
    >>> shout["hello"], len(shout)
    ('HELLO', 1)
    """

    def __init__(self, function: Callable[[str], T], *, most: int = _MOST, longest: int = _LONGEST) -> None:
        """Remember a function.

        Args:
            function: What to remember.
            most: How many words are kept at most.
            longest: Characters of the longest word that is kept.
        """
        super().__init__()
        self.function = function
        self.most = most
        self.longest = longest

    def __missing__(self, word: str) -> T:
        value = self.function(word)
        if len(word) <= self.longest:
            if len(self) >= self.most:
                self.clear()
            self[word] = value
        return value

    def keep(self, word: str, value: T) -> T:
        """Remember what the function says of `word`, where that is known already."""
        if len(word) <= self.longest:
            if len(self) >= self.most:
                self.clear()
            self[word] = value
        return value
