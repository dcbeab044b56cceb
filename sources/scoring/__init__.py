"""Scoring as the zone's documents word it (domain.md 4.1): pure rules, no files, exact until shown.

Points are ``Fraction``: sums do not depend on their order and equal totals are equal. ``shown`` rounds, once.
"""

from sources.scoring.points import ScoringError, exact, shown

__all__ = ["ScoringError", "exact", "shown"]
