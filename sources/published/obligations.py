"""How far the expected submissions of a release have come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from sources.published.read import rows_of

#: The states of ``fct_obligations`` as people call them, and the two of what it does not list.
STATUSES: dict[str, str] = {
    "not_open": "未开放",
    "not_in_use": "未启用",
    "due": "应报",
    "overdue": "逾期",
    "received": "已报",
    "rejected": "已退回",
    "accepted": "已接受",
    "nil": "本期无",
    "exempt": "免报",
}

_STATES = """
    select
        form, department, period, status, late_workdays, is_on_time, is_accepted_on_time,
        first_received_at, first_accepted_at, is_closed, is_unapproved_revision
    from fct_obligations
    where substr(period, 1, 4) = ?
"""

#: What a line has that the release does not list.
_NOTHING: Mapping[str, Any] = {
    "late_workdays": None,
    "is_on_time": None,
    "is_accepted_on_time": None,
    "first_received_at": None,
    "first_accepted_at": None,
    "is_closed": False,
    "is_unapproved_revision": False,
}

Key = tuple[str | None, str, str]


def states_of(connection: duckdb.DuckDBPyConnection, year: int) -> dict[Key, dict[str, Any]]:
    """Return the state of each obligation of a year by (form, department, period); keys as in ``_STATES``."""
    return {(row.pop("form"), row.pop("department"), row.pop("period")): row for row in rows_of(connection, _STATES, [str(year)])}  # fmt: skip


def state_of(states: Mapping[Key, Mapping[str, Any]], key: Key, opens: date, today: date) -> dict[str, Any]:
    """Return one state; what the release does not list is not open yet, or a form that nobody has begun to send."""
    found = states.get(key)
    if found is not None:
        return dict(found)
    return {"status": "not_open" if opens > today else "not_in_use", **_NOTHING}
