"""Matching: which sentences speak of a claim, how surely, and why not the others."""

from claimcheck.matching.compiled import CompiledClaim, compile_claim
from claimcheck.matching.pairs import match

__all__ = ["CompiledClaim", "compile_claim", "match"]
