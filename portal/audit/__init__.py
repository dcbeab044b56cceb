"""The log of what people did: append-only, each entry hashes the one before."""
