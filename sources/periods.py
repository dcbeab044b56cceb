"""Reporting periods: ``2026-03``, ``2026-03-H1``, ``2026-03-H2``, ``2026-Q1``, ``2026``."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

_SHAPES = {
    "month": re.compile(r"^(\d{4})-(0[1-9]|1[0-2])$"),
    "half_month": re.compile(r"^(\d{4})-(0[1-9]|1[0-2])-H([12])$"),
    "quarter": re.compile(r"^(\d{4})-Q([1-4])$"),
    "year": re.compile(r"^(\d{4})$"),
}


@lru_cache(maxsize=4096)
def kind_of(period: str) -> str | None:
    """Return month, half_month, quarter or year; None when the text is no period."""
    return next((kind for kind, shape in _SHAPES.items() if shape.match(period)), None)


def first_day(period: str) -> date:
    """Return the first day of a period. Raises ``ValueError`` when it is none."""
    kind = kind_of(period)
    if kind is None:
        raise ValueError(f"“{period}”不是期间，应形如 2026-03、2026-03-H1、2026-Q1、2026")
    year = int(period[:4])
    if kind == "year":
        return date(year, 1, 1)
    if kind == "quarter":
        return date(year, 3 * int(period[-1]) - 2, 1)
    return date(year, int(period[5:7]), 16 if period.endswith("H2") else 1)


@lru_cache(maxsize=4096)
def last_day(period: str) -> date:
    """Return the last day of a period. Raises ``ValueError`` when it is none."""
    start, kind = first_day(period), kind_of(period)
    if kind == "year":
        return date(start.year, 12, 31)
    if period.endswith("H1"):
        return date(start.year, start.month, 15)
    month = start.month + 2 if kind == "quarter" else start.month
    return date(start.year, month, calendar.monthrange(start.year, month)[1])


def previous(period: str) -> str:
    """Return the period before, of the same kind."""
    return containing(first_day(period) - timedelta(days=1), kind_of(period) or "month")


def containing(day: date, kind: str) -> str:
    """Return the period of a kind that a day lies in."""
    if kind == "year":
        return f"{day.year}"
    if kind == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if kind == "half_month":
        return f"{day.year}-{day.month:02d}-H{1 if day.day <= 15 else 2}"
    return f"{day.year}-{day.month:02d}"


def chinese(period: str) -> str:
    """Return how people say the period: 2026年3月, 2026年3月上半月, 2026年一季度, 2026年."""
    kind, year = kind_of(period), period[:4]
    if kind == "quarter":
        return f"{year}年{'一二三四'[int(period[-1]) - 1]}季度"
    if kind == "year" or kind is None:
        return f"{year}年" if kind else period
    half = {"H1": "上半月", "H2": "下半月"}.get(period[-2:], "")
    return f"{year}年{int(period[5:7])}月{half}"


def periods_of(year: int, kind: str) -> tuple[str, ...]:
    """Return the periods of a kind in a year, in order; what is reported when it happens (event) goes by months."""
    if kind == "year":
        return (f"{year}",)
    if kind == "quarter":
        return tuple(f"{year}-Q{number}" for number in range(1, 5))
    months = tuple(f"{year}-{month:02d}" for month in range(1, 13))
    if kind == "half_month":
        return tuple(f"{month}-{half}" for month in months for half in ("H1", "H2"))
    return months
