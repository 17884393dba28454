"""Indexes over claims, through which sentences stream: what keeps matching fast when there are many of both."""

from claimcheck.matching.index.claims import ClaimIndex
from claimcheck.matching.index.exact import ExactIndex
from claimcheck.matching.index.near import near
from claimcheck.matching.index.result import Near
from claimcheck.matching.index.wording import WordingIndex

__all__ = ["ClaimIndex", "ExactIndex", "Near", "WordingIndex", "near"]
