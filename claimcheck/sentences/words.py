"""Word lists, written the way one reads them."""


def words(text: str) -> frozenset[str]:
    """The words of a text, white space between them."""
    return frozenset(text.split())
