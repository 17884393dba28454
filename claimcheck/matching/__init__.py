"""Matching: which sentences speak of a claim, how surely, and why not the others."""

from claimcheck.matching.compiled import CompiledClaim, compile_claim
from claimcheck.matching.cut_text import CutText
from claimcheck.matching.pairs import answers, best_first, lacking, match

__all__ = ["CompiledClaim", "CutText", "answers", "best_first", "compile_claim", "lacking", "match"]
