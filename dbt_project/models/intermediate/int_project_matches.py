"""Which project each mention is after names and people's decisions (sources/identities)."""

from __future__ import annotations

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """Return mention_id, project_id, matched_by, probability and candidates, one row per mention."""
    dbt.config(materialized="table")
    from sources.identities.projects import ProjectMention, identify_projects
    from sources.identities.tables import identity_decisions, identity_table

    columns = (
        "mention_id, project_name, owner_name, project_id, matched_by,"
        " coalesce(matched_by in ('编号', '代码'), false), is_declared"
    )
    mentions = dbt.ref("int_project_numbers").order("mention_id").project(columns).fetchall()
    decisions = (
        dbt.ref("stg_inbox__decisions")
        .filter("not is_withdrawn")
        .order("taken_at, decision_id")
        .select("content")
        .fetchall()
    )
    found = identify_projects(
        [ProjectMention(*row) for row in mentions], identity_decisions(content for (content,) in decisions)
    )
    return identity_table(found, "project_id")
