"""Named tuples, built quickly.

A named tuple called by its name goes through a function written in Python that binds its fields one by one; given
all fields at once, in their order, it costs a third of that. Texts are full of numbers, so the places that every
number passes build their records this way; everywhere else they are called by their names.

>>> from typing import NamedTuple
>>> class Point(NamedTuple):
...     x: int
...     y: int
>>> record(Point, (1, 2))
Point(x=1, y=2)
"""

from typing import Final

record: Final = tuple.__new__
"""The named tuple of a class with these fields: every field, in the order of the class."""
