"""Ways in: the formats of articles and of archives, and the manifest that says what they are.

A format of articles is a module with `SUFFIXES`, `read` (text to the zones whose role its markup makes known) and
`about` (text to what it says of itself: `title`, `publisher`, `url`, `published`). A format of archives is one
with `SUFFIXES`, `ready` (whether what it needs is installed) and `items` (file to documents, one after another).
"""

from claimcheck.sources.articles import FORMATS, Filed, Format
from claimcheck.sources.broken import Broken
from claimcheck.sources.loading import MOST_TOLD, Sources, and_more, is_large, load_sources, stream_sources
from claimcheck.sources.manifest import schema
from claimcheck.sources.shelf import Ids
from claimcheck.sources.ways import ARCHIVES, Archive

__all__ = [
    "ARCHIVES",
    "FORMATS",
    "MOST_TOLD",
    "Archive",
    "Broken",
    "Filed",
    "Format",
    "Ids",
    "Sources",
    "and_more",
    "is_large",
    "load_sources",
    "schema",
    "stream_sources",
]
