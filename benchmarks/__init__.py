"""Measurements: speed, and quality on independent test sets."""
