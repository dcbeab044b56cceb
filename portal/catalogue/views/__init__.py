"""Forms, releases, indicators."""
