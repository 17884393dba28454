"""Plain text: what its characters say, and nothing known of their parts."""

from collections.abc import Mapping

from claimcheck.model.text import Zone

SUFFIXES: tuple[str, ...] = (".txt", ".text", "")


def read(text: str) -> tuple[Zone, ...]:
    """The zones of a plain text: none, it marks nothing."""
    return ()


def about(text: str) -> Mapping[str, str]:
    """What a plain text says of itself: nothing."""
    return {}
