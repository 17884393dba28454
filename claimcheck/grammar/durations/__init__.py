"""Lengths of time, read from words."""

from claimcheck.grammar.durations.lengths import Length, length_at, lengths

__all__ = ["Length", "length_at", "lengths"]
