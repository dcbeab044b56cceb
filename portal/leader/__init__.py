"""Leaders: the figures."""
