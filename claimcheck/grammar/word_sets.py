"""How the grammars write down words: as one string, parted by white space."""


def words(listed: str) -> frozenset[str]:
    """The words of a string as a set.

    >>> sorted(words("to or and"))
    ['and', 'or', 'to']
    """
    return frozenset(listed.split())


def in_order(listed: str) -> tuple[str, ...]:
    """The words of a string in their order.

    >>> in_order("one two")
    ('one', 'two')
    """
    return tuple(listed.split())


def pairs(listed: str) -> dict[str, str]:
    """Words joined by a colon as a table.

    >>> pairs("£:GBP €:EUR")
    {'£': 'GBP', '€': 'EUR'}
    """
    return dict(pair.split(":") for pair in listed.split())
