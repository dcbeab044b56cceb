"""The tables of this app, as they came about."""
