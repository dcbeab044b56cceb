"""Accepted rows as Parquet, written once per batch, and what is known of every submission."""
