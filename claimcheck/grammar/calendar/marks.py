"""What each word is to the calendar, told once for all its kinds, so that they look only at words that count."""

from collections.abc import Callable, Iterable
from typing import Final

from claimcheck.grammar.calendar.names import DECADE_WORDS, UNITS, listed

UNIT: Final = 1
"""Names a unit of time."""
TRIGGER: Final = 2
"""May start a date."""
ONE: Final = 4
"""`a`, `an`, `one`."""
IN: Final = 8
"""`in`."""
FIGURES: Final = 16
"""Figures so long that they may be a whole date."""
TENS: Final = 32
"""A decade in words: `thirties`."""
LASTING: Final = 64
"""A length in one word: `daylong`."""
AGE: Final = 128
"""`aged`, `age`, `ages`."""

ONES: Final = frozenset(["a", "an", "one"])
LONG: Final = {f"{unit}long": unit for unit in ("hour", "day", "week", "month", "year", "decade")}
"""Units of which something lasts one: `daylong`."""
AGES: Final = frozenset(listed("aged ages age"))
_SHORTEST: Final = 6


def marker(triggers: Iterable[str]) -> Callable[[str], int]:
    """What tells the marks of a word, where `triggers` are the words at which a date may start."""
    sets: tuple[tuple[int, Iterable[str]], ...] = (
        (UNIT, UNITS),
        (TRIGGER, triggers),
        (ONE, ONES),
        (IN, ("in",)),
        (TENS, DECADE_WORDS),
        (LASTING, LONG),
        (AGE, AGES),
    )

    table: dict[str, int] = {}
    for bit, words in sets:
        for word in words:
            table[word] = table.get(word, 0) | bit

    def marks(word: str) -> int:
        told = table.get(word, 0)
        return told + FIGURES if len(word) >= _SHORTEST and word[0].isdigit() else told

    return marks
