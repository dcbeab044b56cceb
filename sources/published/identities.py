"""Names of a release that may mean somebody or something, and whom they were taken for."""

from __future__ import annotations

import json
from typing import Any

import duckdb

from sources.published.read import rows_of

_ENTERPRISES = """
    select
        'enterprise' as subject, identities.enterprise_name as name, identities.uscc as code, null as owner,
        identities.enterprise_id as identity, identities.matched_by, identities.probability, identities.candidates,
        identities.mention_count
    from int_enterprise_identities as identities
"""
_PROJECTS = """
    select
        'project' as subject, project_name as name, coalesce(project_no, project_code) as code, owner_name as owner,
        project_id as identity, matched_by, probability, candidates, mention_count
    from int_project_identities
"""
_NAMES = {
    "enterprise": "select enterprise_id, enterprise_name from dim_enterprises",
    "project": "select project_id, min(project_name) from int_project_identities where project_id is not null group by 1",
}


def identities(connection: duckdb.DuckDBPyConnection, subject: str, matched_by: str | None) -> list[dict[str, Any]]:
    """Return the names of a subject (enterprise, project), the most mentioned first; ``matched_by`` None: all.

    ``candidates`` is a list of identity, name and probability, the likeliest first.
    """
    source = _ENTERPRISES if subject == "enterprise" else _PROJECTS
    condition = "true" if matched_by is None else "matched_by = ?"
    rows = rows_of(
        connection,
        f"select * from ({source}) where {condition} order by mention_count desc, name, code",
        () if matched_by is None else (matched_by,),
    )
    names = dict(connection.execute(_NAMES[subject]).fetchall())
    for row in rows:
        told = json.loads(row["candidates"]) if row["candidates"] else []
        row["candidates"] = [
            {
                "identity": one[f"{subject}_id"],
                "name": names.get(one[f"{subject}_id"]),
                "probability": one["probability"],
            }
            for one in told
        ]
    return rows
