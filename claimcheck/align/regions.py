"""Regions that a figure is of: what warmed by 2 degrees in the Arctic did not do so all over the world."""

import re

_WORLD = re.compile(r"\b(?:world(?:wide)?|global(?:ly)?|planet|earth)\b", re.I)
_REGION = re.compile(
    r"\b(?:(?:(?:East|West)(?:ern)? )?Antarctica?|Antarctic|Arctic|Greenland|(?:Northern|Southern) Hemisphere|"
    r"(?:(?:East|West|North|South)(?:ern)? )?(?:Europe|Asia|Africa)|(?:(?:North|South|Latin|Central) )?America|"
    r"United (?:States|Kingdom)|U\.S\.|US|UK|EU|Britain|Canada|Australia|China|India|Russia|Japan|Brazil)(?!\w)"
)


def other_region(left_text: str, right_text: str) -> str:
    """Why the figures of two texts differ: one speaks of the whole world, the other of a part; empty otherwise.

    Args:
        left_text: One text.
        right_text: The other text.
    """
    regions = [sorted(set(_REGION.findall(text))) for text in (left_text, right_text)]
    worlds = [_WORLD.search(text) is not None for text in (left_text, right_text)]
    if worlds[0] is worlds[1] or bool(regions[0]) is bool(regions[1]) or worlds[0] is bool(regions[0]):
        return ""
    return f"one is of the whole world, the other of {' and '.join(regions[0] or regions[1])}"
