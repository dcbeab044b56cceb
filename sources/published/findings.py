"""The findings of a release, filtered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from sources.published.read import rows_of

#: Columns that findings may be filtered by.
FILTERS = ("form", "department", "period", "level", "rule", "submission_id", "group_id")

#: State of a finding → how people call it (``dim_findings.status``). ``open`` asked for means every state but resolved.
STATES: dict[str, str] = {
    "new": "新发现",
    "open": "未答复",
    "explained": "已说明",
    "accepted": "说明已接受",
    "returned": "说明被退回",
    "waived": "已豁免",
    "lapsed": "说明已失效",
    "reopened": "再次出现",
    "resolved": "已消失",
}

# Findings between submissions that are gone stand in no table of today's findings, only in what is remembered of them.
_FIND = """
    with remembered as (
        select *, false as is_open, false as is_in_force, false as is_trial, finding_id as group_id
        from dim_findings
        where status = 'resolved' and finding_id not in (select finding_id from fct_findings)
    ),
    findings as (
        select * from fct_findings
        union all by name
        select * from remembered
    )
    select * exclude (group_id), group_id as "group", count(*) over (partition by group_id) as group_size
    from findings
    where {where}
    order by
        case level when 'mandatory' then 1 when 'verify' then 2 else 3 end,
        department, form, period, sheet, row, cell, rule, submission_id
"""


def find(connection: duckdb.DuckDBPyConnection, wanted: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """Return the findings that match, worst first; a filter that is None lets everything through.

    ``wanted`` maps some of ``FILTERS`` to the value asked for; ``status`` is a state, ``open`` for what is open in any
    state, or ``closed``. A finding is open while its submission counts, or is the last one of its department, form and
    period. ``group`` are the findings of one cause, ``group_size`` how many of them match.
    """
    asked = {name: wanted[name] for name in FILTERS if wanted.get(name) is not None}
    conditions = [f"{name} = ?" for name in asked]
    values = list(asked.values())
    status = wanted.get("status")
    if status in ("open", "closed"):
        conditions.append("is_open" if status == "open" else "not is_open")
    elif status is not None:
        conditions.append("status = ?")
        values.append(status)
    return rows_of(connection, _FIND.format(where=" and ".join(conditions) or "true"), values)


def answerable(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return finding id → what an answer binds to: rule, rule_version, value, submission_id, level, status, message."""
    sql = """
        select finding_id, rule, rule_version, value, submission_id, level, status, message
        from dim_findings where finding_id in (select unnest(?::varchar[]))
    """
    return {row["finding_id"]: row for row in rows_of(connection, sql, [list(ids)])}
