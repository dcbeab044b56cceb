"""A sheet with one table, drawn as text, and what its rows are."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Drawn:
    """A sheet with one table, and what its rows are."""

    about: str
    sheet: str
    header: list[int]
    data: tuple[int, int]
    totals: list[int] = field(default_factory=list)
    sections: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    merges: tuple[str, ...] = ()
