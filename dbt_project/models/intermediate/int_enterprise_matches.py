"""Whose each mention of an enterprise is: codes, people's decisions, names and the model (sources/identities)."""

from __future__ import annotations

from typing import Any


def model(dbt: Any, session: Any) -> Any:
    """Return mention_id, enterprise_id, matched_by, probability and candidates, one row per mention."""
    dbt.config(materialized="table")
    from sources.identities.enterprises import Mention, Registered, identify
    from sources.identities.tables import identity_decisions, identity_table

    mentions = dbt.ref("int_enterprise_mentions").select("mention_id", "uscc", "enterprise_name").order("mention_id")
    registered = dbt.ref("int_enterprises_registered").select("uscc", "enterprise_name", "former_names")
    decisions = (
        dbt.ref("stg_inbox__decisions")
        .filter("not is_withdrawn")
        .order("taken_at, decision_id")
        .select("content")
        .fetchall()
    )
    found = identify(
        [Mention(*row) for row in mentions.fetchall()],
        [Registered(*row) for row in registered.fetchall()],
        identity_decisions(content for (content,) in decisions),
    )
    return identity_table(found, "enterprise_id")
