"""Scorecards: how well each department reports, month by month."""
