"""Matching: which sentences speak of a claim, how surely, and why not the others."""

from claimcheck.matching.compiled import CompiledClaim, compile_claim
from claimcheck.matching.pairs import match
from claimcheck.matching.rank import Ranked, Ranker

__all__ = ["CompiledClaim", "Ranked", "Ranker", "compile_claim", "match"]
