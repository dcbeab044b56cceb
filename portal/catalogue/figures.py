"""Indicators as pages show them: lists with the last figure, series for charts, the cells behind a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import duckdb
from django.utils.translation import gettext

from portal.people.scope import Scope
from portal.site.warehouse import Warehouse
from sources.periods import last_day, previous
from sources.published.errors import ReleaseError
from sources.published.figures import Figures, figures_of
from sources.published.tracing import trace

#: Stands on the axis of a chart where periods are missing.
GAP = "…"

_LATEST = """
    with ranked as (
        select *, row_number() over (partition by indicator_id order by period desc, scope nulls first) as rank
        from indicator_values
    )
    select
        indicators.indicator_id as id, indicators.name, indicators.unit, indicators.direction, indicators.owner,
        indicators.formula, indicators.part_of, ranked.period, ranked.value, ranked.target, ranked.status
    from dim_indicators as indicators
    left join ranked on indicators.indicator_id = ranked.indicator_id and ranked.rank = 1
    order by id
"""

_SERIES = """
    select indicator_id as id, name, unit, scope, period, value, target
    from indicator_values
    where list_contains(?, indicator_id)
"""

_DEFINITION = """
    select *, null as version, null as valid_from, null as valid_until, null as versioned
    from dim_indicators
    where indicator_id = ?
"""
_DEFINITIONS = """
    select
        indicators.*, versions.version, versions.valid_from, versions.valid_until, versions.formula as versioned
    from dim_indicators as indicators
    left join indicator_definitions as versions using (indicator_id)
    where indicators.indicator_id = ?
    order by versions.version desc
"""


def latest(warehouse: Warehouse) -> list[dict[str, Any]]:
    """Return every indicator with its last figure."""
    return warehouse.rows(_LATEST)


def series(warehouse: Warehouse, figures: Figures) -> dict[str, Any]:
    """Return what a chart draws: ``title``, ``unit``, ``periods``, ``series`` (name and one value per period).

    Ratios are percent here: a chart's axis is read as it stands. The target is a series of its own.
    """
    ids = sorted({row["id"] for row in figures.own})
    rows = sorted(warehouse.rows(_SERIES, [ids]), key=lambda row: (last_day(row["period"]), row["period"]))
    periods = list(with_gaps(dict.fromkeys(row["period"] for row in rows)))
    unit = rows[0]["unit"] if rows else ""
    lines: dict[tuple[str, str | None], dict[str, float | None]] = defaultdict(dict)
    targets: dict[str, float | None] = {}
    for row in rows:
        lines[row["name"], row["scope"]][row["period"]] = _drawn(row["value"], unit)
        targets[row["period"]] = _drawn(row["target"], unit)
    scopes = {scope for _, scope in lines}
    drawn: list[dict[str, Any]] = [
        {
            "name": f"{name}（{scope}）" if len(scopes) > 1 and scope else name,
            "values": [values.get(period) for period in periods],
        }
        for (name, scope), values in lines.items()
    ]
    if len(drawn) == 1 and any(value is not None for value in targets.values()):
        drawn.append({"name": gettext("目标"), "values": [targets.get(period) for period in periods], "dashed": True})
    title = figures.own[0]["name"] if figures.own else figures.indicator_id
    return {"title": title, "unit": "%" if unit == "百分点" else unit, "periods": periods, "series": drawn}


def as_table(drawn: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a chart draws as a table, newest first: ``unit``, ``names`` of its columns, ``rows`` of period and values."""
    values = zip(*(one["values"] for one in drawn["series"]), strict=True)
    rows = [(period, row) for period, row in zip(drawn["periods"], values, strict=True) if period != GAP]
    return {"unit": drawn["unit"], "names": [one["name"] for one in drawn["series"]], "rows": rows[::-1]}


def with_gaps(periods: Iterable[str]) -> Iterator[str]:
    """Yield the periods, and a gap where one or more are missing: no line leads across it."""
    before = None
    for period in periods:
        if before is not None and previous(period) != before:
            yield GAP
        yield period
        before = period


def _drawn(value: Decimal | None, unit: str) -> float | None:
    if value is None:
        return None
    return round(float(value) * (100 if unit in ("%", "百分点") else 1), 4)


def definitions(warehouse: Warehouse, indicator_id: str) -> list[dict[str, Any]]:
    """Return how ``dim_indicators`` describes an indicator, once per version of its formula, newest first.

    ``version``, ``valid_from``, ``valid_until`` and ``versioned`` (its formula) are None in a release that knows no versions.
    """
    try:
        return warehouse.rows(_DEFINITIONS, [indicator_id])
    except duckdb.CatalogException:
        return warehouse.rows(_DEFINITION, [indicator_id])


def figures_or_none(warehouse: Warehouse, indicator_id: str, period: str | None) -> Figures | None:
    """Return an indicator's figures; None when there is no such indicator or no figure of it."""
    try:
        return figures_of(warehouse.connection, indicator_id, period)
    except ReleaseError:
        return None


@dataclass(frozen=True)
class Traced:
    """The cells behind a figure that a person may see, and how many lie in other departments' workbooks."""

    rows: Sequence[dict[str, Any]]
    foreign: int


def traced(warehouse: Warehouse, figures: Figures, scope: Scope) -> Traced:
    """Return the cells behind an indicator's own figures."""
    rows = trace(warehouse.connection, figures)
    seen = [row for row in rows if scope.sees(row["department"])]
    return Traced(seen, len(rows) - len(seen))


def periods_of(warehouse: Warehouse, figures: Figures) -> list[str]:
    """Return the periods with figures, latest first."""
    ids = sorted({row["id"] for row in figures.rows})
    sql = "select distinct period from indicator_values where list_contains(?, indicator_id)"
    found = [row["period"] for row in warehouse.rows(sql, [ids])]
    return sorted(found, key=lambda period: (last_day(period), period), reverse=True)
