"""Stewards: what waits, what is late, what is wrong."""
