"""What a paper reads: one release, by SQL and by figure. Numbers are printed here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any

import duckdb

from orchestration.reports.paper import Figure
from sources.contract import load_catalog
from sources.published.figures import STATUSES
from sources.published.read import rows_of
from sources.published.release import Release

ZONE = "全区"
#: What stands for a value that the release does not have.
MISSING = "—"
#: The status of a number that is counted from a ledger.
COUNTED = "台账计数"
_TWO_PLACES = Decimal("0.01")
_WAN_IN_YI = Decimal(10_000)
_FIGURE = """
    select name, unit, value, target, status, scope
    from indicator_values
    where indicator_id = ? and period = ? and scope = ?
"""


@dataclass(frozen=True)
class Facts:
    """One release, opened read-only."""

    release: Release
    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        """Return a query's rows; ``$name`` in the query is a value."""
        return rows_of(self.connection, sql, values)

    def value(self, indicator: str, period: str, scope: str = ZONE) -> dict[str, Any] | None:
        """Return an indicator's row in a period and scope, None when the release has none."""
        found = rows_of(self.connection, _FIGURE, [indicator, period, scope])
        return found[0] if found else None

    def figure(self, indicator: str, period: str, scope: str = ZONE) -> Figure | None:
        """Return an indicator as a sentence prints it, None when the release has no value."""
        row = self.value(indicator, period, scope)
        if row is None or row["value"] is None:
            return None
        shown = with_unit(row["value"], row["unit"])
        return Figure(
            indicator,
            row["name"],
            period,
            row["scope"],
            self.release.release_id,
            shown,
            STATUSES.get(row["status"], row["status"]),
        )

    def counted(self, form: str, name: str, period: str, number: int | Decimal | str, unit: str = "") -> Figure:
        """Return a number counted from a ledger, or what is printed in its place, with the ledger as its source."""
        declared = load_catalog().form(form)
        source = f"{declared.code}《{declared.title}》"
        shown = f"{number}{unit}"
        return Figure(source, name, period, ZONE, self.release.release_id, shown, COUNTED)

    @cached_property
    def departments(self) -> Mapping[str, str]:
        """Name of each department by its code."""
        rows = self.rows("select department, department_name from dim_departments order by department")
        return {row["department"]: row["department_name"] for row in rows}


def with_unit(value: Decimal, unit: str) -> str:
    """Return a value with its unit; ratios are stored as fractions and printed in percent."""
    if unit in ("%", "百分点"):
        return f"{rounded(value * 100)}{unit}"
    return f"{plain(value)}{unit}"


def plain(value: Decimal) -> str:
    """Return a number without needless zeros, at most two decimals."""
    whole = value.to_integral_value()
    return f"{whole:f}" if value == whole else f"{rounded(value):f}"


def rounded(value: Decimal) -> Decimal:
    """Round half up to two decimals, as people do."""
    return value.quantize(_TWO_PLACES, ROUND_HALF_UP)


def percent(value: Decimal | None) -> Decimal | None:
    """Return a fraction in percent, two decimals."""
    return None if value is None else rounded(value * 100)


def yi(value_wan: Decimal | None) -> Decimal | None:
    """Return 万元 as 亿元, two decimals."""
    return None if value_wan is None else rounded(value_wan / _WAN_IN_YI)
