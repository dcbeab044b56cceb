"""For everybody: forms, releases, indicators."""
