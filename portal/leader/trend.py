"""A trend so small that it stands in a line of a table: where its points lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

#: Size of the drawing in its own units; the style sheet says how large it is shown.
WIDTH, HEIGHT = 96, 28
_MARGIN = 3


@dataclass(frozen=True)
class Trend:
    """A value (or None) per period, oldest first."""

    periods: Sequence[str]
    values: Sequence[Decimal | None]

    @property
    def known(self) -> list[tuple[str, Decimal]]:
        """The periods that have a value, with it."""
        return [(period, value) for period, value in zip(self.periods, self.values, strict=True) if value is not None]

    @property
    def points(self) -> list[tuple[float, float] | None]:
        """Where each value lies, from the top left; None where there is none. Equal values lie in the middle."""
        known = [value for _, value in self.known]
        low, span = min(known, default=Decimal(0)), max(known, default=Decimal(0)) - min(known, default=Decimal(0))
        step = (WIDTH - 2 * _MARGIN) / max(1, len(self.values) - 1)
        return [
            None if value is None else (round(_MARGIN + number * step, 1), _height(value, low, span))
            for number, value in enumerate(self.values)
        ]

    @property
    def lines(self) -> list[str]:
        """The points of each stretch without a gap, as SVG writes them; no line leads across a gap."""
        stretches = groupby(self.points, key=lambda point: point is not None)
        return [" ".join(f"{point[0]},{point[1]}" for point in points if point) for known, points in stretches if known]

    @property
    def end(self) -> tuple[float, float] | None:
        """Where the newest value lies."""
        return self.points[-1] if self.values else None


def _height(value: Decimal, low: Decimal, span: Decimal) -> float:
    share = (value - low) / span if span else Decimal("0.5")
    return round(_MARGIN + (HEIGHT - 2 * _MARGIN) * float(1 - share), 1)
