"""Points: exact while they are computed, two decimals when they are shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

Number = Decimal | Fraction | int

ZERO = Fraction(0)


class ScoringError(ValueError):
    """A score that the rule cannot give (no target to divide by, no scale); the text says why, in Chinese."""


def exact(value: Number) -> Fraction:
    """Return a number without rounding; floats are no points."""
    return Fraction(value)


def shown(points: Number, digits: int = 2) -> Decimal:
    """Return points rounded half up, as people do on paper (0.125 is 0.13)."""
    value = Fraction(points)
    with localcontext() as context:
        context.prec = 60
        return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(
            Decimal(1).scaleb(-digits), ROUND_HALF_UP
        )


def written(value: Number) -> str:
    """Return a number as formulas show it: up to six decimals, no trailing zeros."""
    text = f"{shown(value, 6):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def clamp(value: Fraction, low: Fraction, high: Fraction | None) -> Fraction:
    """Return the value within its bounds; None is no upper bound."""
    bounded = max(value, low)
    return bounded if high is None else min(bounded, high)
