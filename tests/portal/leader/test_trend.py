"""A small trend: highest on top, no line across a gap."""

from __future__ import annotations

from decimal import Decimal

from portal.leader.trend import HEIGHT, WIDTH, Trend


def _trend(*values: int | None) -> Trend:
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    return Trend(tuple(f"2026-{number:02d}" for number in range(1, len(values) + 1)), numbers)


def test_points_lie_within_the_drawing_with_the_largest_on_top() -> None:
    points = [point for point in _trend(3, 9, 6).points if point]
    assert [height for _, height in points] == [HEIGHT - 3, 3, HEIGHT / 2]
    assert (points[0][0], points[-1][0]) == (3, WIDTH - 3)


def test_no_line_leads_across_a_gap() -> None:
    trend = _trend(1, 2, None, 3)
    assert [len(line.split()) for line in trend.lines] == [2, 1]
    assert trend.known == [("2026-01", 1), ("2026-02", 2), ("2026-04", 3)]


def test_equal_values_lie_in_the_middle() -> None:
    assert {point[1] for point in _trend(5, 5).points if point} == {HEIGHT / 2}
