"""Ranks: ties share the better rank (1, 2, 2, 4), from unrounded values (domain.md 4.1, RANK)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal


def ranks(values: Mapping[str, Decimal | None]) -> dict[str, int]:
    """Return the rank of each name, the highest value first; a name without a value has none."""
    known = [value for value in values.values() if value is not None]
    return {name: 1 + sum(other > value for other in known) for name, value in values.items() if value is not None}


def change(now: int | None, before: int | None) -> str:
    """Return how a rank moved, in words; a dash when it cannot be compared."""
    if now is None or before is None:
        return "—"
    if now == before:
        return "持平"
    return f"升{before - now}位" if now < before else f"降{now - before}位"
