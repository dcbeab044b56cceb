"""Figures of a release: indicators, their values by period and scope, and their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from sources.periods import kind_of, last_day
from sources.published.errors import ReleaseError
from sources.published.read import rows_of
from sources.published.vintages import quality_of

#: How certain a value is (domain.md 3.6), and its word: of 预计 some parts may still change.
STATUSES = {"preliminary": "初步", "final": "最终", "estimated": "预计"}


@dataclass(frozen=True)
class Figures:
    """The figures of one indicator in one period: its own first, then those of its parts (``Z02a``, ``Z02b`` …).

    Each row has ``id``, ``name``, ``unit``, ``owner``, ``period``, ``scope``, ``value``, ``target``, ``attainment_rate``,
    ``due_rate``, ``schedule_gap``, ``status``, ``vintage``; one row per part and scope. Where the release knows it:
    ``inputs`` and the shares of them that are late, disputed and explained (``late_rate`` …). Ratios are fractions,
    whatever the unit says. Scopes are never added.
    """

    indicator_id: str
    period: str
    rows: tuple[dict[str, Any], ...]

    @property
    def own(self) -> tuple[dict[str, Any], ...]:
        """The rows of the indicator itself; those of its parts when it is nothing but their heading."""
        return tuple(row for row in self.rows if row["id"] == self.indicator_id) or self.rows

    @property
    def parts(self) -> tuple[dict[str, Any], ...]:
        """The rows of the parts; empty when the indicator is not divided."""
        return tuple(row for row in self.rows if row["id"] != self.indicator_id)


_INDICATORS = """
    select
        indicators.indicator_id as id, indicators.name, indicators.unit, indicators.owner, indicators.formula,
        latest.target, latest.period as latest_period,
        indicators.* exclude (indicator_id, name, unit, owner, formula)
    from dim_indicators as indicators
    left join (
        select indicator_id, arg_max(target, period) as target, max(period) as period
        from indicator_values
        group by indicator_id
    ) as latest using (indicator_id)
    order by id
"""

_FIGURES = """
    select
        indicator_id as id, name, unit, owner, period, scope, value, target,
        attainment_rate, due_rate, schedule_gap, status, vintage
    from indicator_values
    where list_contains(?, indicator_id) and period = ?
    order by indicator_id, scope nulls first
"""


def indicators_of(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Return every indicator as ``dim_indicators`` describes it, with its latest period and the target of that."""
    return rows_of(connection, _INDICATORS)


def figures_of(connection: duckdb.DuckDBPyConnection, indicator_id: str, period: str | None = None) -> Figures:
    """Return the figures of an indicator in a period, by default its latest.

    Raises ``ReleaseError`` when there is no such indicator, or no figure of it in the period.
    """
    ids = _with_parts(connection, indicator_id)
    periods = _periods(connection, ids)
    if not periods:
        raise ReleaseError(f"指标 {indicator_id} 在当前版本中还没有数值")
    chosen = period or periods[0]
    if chosen not in periods:
        raise ReleaseError(f"指标 {indicator_id} 没有 {chosen} 的数值。最近有数值的期间：{'、'.join(periods[:6])}")
    quality = quality_of(connection, ids, chosen)
    rows = (row | quality.get((row["id"], row["scope"]), {}) for row in rows_of(connection, _FIGURES, [ids, chosen]))
    return Figures(indicator_id, chosen, tuple(rows))


def _with_parts(connection: duckdb.DuckDBPyConnection, indicator_id: str) -> list[str]:
    """Return the indicator and its parts, as far as they exist."""
    sql = "select indicator_id from dim_indicators where indicator_id = $id or part_of = $id order by indicator_id"
    found = [name for (name,) in connection.execute(sql, {"id": indicator_id}).fetchall()]
    if not found:
        raise ReleaseError(f"没有指标“{indicator_id}”。全部指标见 taizhang indicators list")
    return found


def _periods(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[str]:
    """Return the periods with figures, latest first (2026-03 after 2026-Q1: by the period's last day)."""
    sql = "select distinct period from indicator_values where list_contains(?, indicator_id)"
    periods = [row[0] for row in connection.execute(sql, [list(ids)]).fetchall()]
    return sorted(periods, key=lambda period: (str(last_day(period)) if kind_of(period) else "", period), reverse=True)
