"""Patterns that only some texts need."""

import re
from collections.abc import Callable
from functools import cache, partial


def late(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A pattern that is compiled when it is first asked for.

    Compiling takes longer than a search of an article, and one run needs few of the patterns there are.

    >>> shouted = late("[A-Z]+!")
    >>> shouted().findall("NO! No!")
    ['NO!']
    """
    return cache(partial(re.compile, pattern, flags))
