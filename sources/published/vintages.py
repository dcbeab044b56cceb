"""What a release remembers of its figures: what they were in earlier releases, why they moved, how good their inputs are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import duckdb

from sources.published.read import has_table, rows_of

_VINTAGES = """
    select
        vintages.indicator_id as id, vintages.name, vintages.unit, vintages.period, vintages.scope,
        coalesce(vintages.release_id, $release) as release_id, vintages.published_at, vintages.value, vintages.target,
        vintages.status, vintages.vintage, revisions.old_value, revisions.difference, revisions.cause, revisions.why,
        revisions.submissions_in, revisions.submissions_out, revisions.decisions_in, revisions.decisions_out
    from fct_indicator_vintages as vintages
    left join fct_indicator_revisions as revisions on vintages.vintage_id = revisions.revision_id
    where list_contains($ids, vintages.indicator_id) and vintages.period = $period
    order by id, scope, vintages.published_at, release_id
"""

_CAUSES = """
    select indicator_id, period, scope, cause, why
    from fct_indicator_revisions
    where is_new or published_at > $since
    order by indicator_id, period, scope, published_at
"""

_QUALITY = """
    select indicator_id as id, scope, inputs, late_rate, disputed_rate, explained_rate
    from fct_indicator_quality
    where list_contains($ids, indicator_id) and period = $period
"""

#: Cause of a revision → how people call it.
CAUSES: dict[str, str] = {
    "submission": "新的报送",
    "decision": "决定",
    "correction": "更正",
    "rule_change": "规则变更",
    "code": "程序变更",
    "time": "时间推移",
}


def vintages_of(
    connection: duckdb.DuckDBPyConnection, ids: Sequence[str], period: str, release_id: str
) -> list[dict[str, Any]]:
    """Return each value that releases published for a period, oldest first, with the cause of each change.

    ``release_id`` names the release that is open. Empty when the release is older than the memory of figures.
    """
    if not has_table(connection, "fct_indicator_vintages"):
        return []
    return rows_of(connection, _VINTAGES, {"ids": list(ids), "period": period, "release": release_id})


def causes_since(
    connection: duckdb.DuckDBPyConnection, since: datetime
) -> dict[tuple[str, str, str | None], list[dict[str, Any]]]:
    """Return (indicator, period, scope) → cause and why of each revision after a moment, oldest first."""
    causes: dict[tuple[str, str, str | None], list[dict[str, Any]]] = {}
    if has_table(connection, "fct_indicator_revisions"):
        for row in rows_of(connection, _CAUSES, {"since": since}):
            key = (row["indicator_id"], row["period"], row["scope"])
            causes.setdefault(key, []).append({"cause": row["cause"], "why": row["why"]})
    return causes


def quality_of(
    connection: duckdb.DuckDBPyConnection, ids: Sequence[str], period: str
) -> dict[tuple[str, str | None], dict[str, Any]]:
    """Return (indicator, scope) → ``inputs`` and the shares of them that are late, disputed and explained."""
    if not has_table(connection, "fct_indicator_quality"):
        return {}
    rows = rows_of(connection, _QUALITY, {"ids": list(ids), "period": period})
    return {(row.pop("id"), row.pop("scope")): row for row in rows}
