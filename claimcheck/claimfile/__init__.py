"""Claim files: plain data to a ClaimSet, every error located, all of them at once."""

from claimcheck.claimfile.fields import schema
from claimcheck.claimfile.files import claim_files
from claimcheck.claimfile.loading import load_claims
from claimcheck.claimfile.references import unknown_sources

__all__ = ["claim_files", "load_claims", "schema", "unknown_sources"]
