"""Analysts: the warehouse as tables."""
