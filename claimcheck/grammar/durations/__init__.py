"""Lengths of time, read from words."""

from claimcheck.grammar.durations.lengths import NEEDS, Length, length_at, lengths
from claimcheck.grammar.durations.wording import length_of

__all__ = ["NEEDS", "Length", "length_at", "length_of", "lengths"]
