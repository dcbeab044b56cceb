"""The web site: one Django app per audience, and ``portal.site`` for what they share."""
