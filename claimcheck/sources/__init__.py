"""Ways in: the formats of articles, and the manifest that says what they are.

A format is a module with `SUFFIXES`, `read` (text to the zones whose role its markup makes known) and `about`
(text to what it says of itself: `title`, `publisher`, `url`, `published`).
"""

from claimcheck.sources import markdown, plain
from claimcheck.sources.loading import FORMATS, Filed, Format, list_sources, load_sources
from claimcheck.sources.manifest import schema

__all__ = ["FORMATS", "Filed", "Format", "list_sources", "load_sources", "markdown", "plain", "schema"]
