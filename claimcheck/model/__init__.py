"""What claimcheck speaks of: frozen values with their invariants, and nothing that reads, writes or decides."""
