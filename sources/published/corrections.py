"""A correction request (更正申请) for a submission that waits because its period is locked."""

from __future__ import annotations

from typing import Any

import duckdb

from sources.decisions import CorrectionRequest, Decision, DecisionError, decided
from sources.home import Home
from sources.published.read import connect, rows_of

_WAITING = """
    select distinct submission_id, form, department, period
    from fct_submissions
    where awaits_correction and submission_id like ? || '%' and (? is null or form = ?)
"""
#: Published figures that rest on what is in force for the filing now: they may move.
_FIGURES = """
    select distinct sources.indicator_id, sources.period
    from indicator_sources as sources
    inner join fct_submissions as sent
        on sources.submission_id = sent.submission_id and sources.form = sent.form
    where sent.is_in_force and sent.form = ? and sent.department = ? and sent.period = ?
    order by sources.indicator_id, sources.period
"""


def correction_request(home: Home, submission: str, form: str | None, **said: Any) -> Decision:
    """Return the request for a waiting submission of the current release, with the published figures that may move.

    Raises ``DecisionError`` when no submission of that id waits, or several forms of it do and none is named.
    """
    with connect(home) as connection:
        waiting = rows_of(connection, _WAITING, [submission.lower(), form, form])
        if len(waiting) != 1:
            raise DecisionError(_unclear(submission, waiting))
        figures = _figures(connection, waiting[0])
    return decided(CorrectionRequest, **waiting[0], figures=figures, **said)


def _figures(connection: duckdb.DuckDBPyConnection, filing: dict[str, Any]) -> tuple[str, ...]:
    found = rows_of(connection, _FIGURES, [filing["form"], filing["department"], filing["period"]])
    return tuple(f"{row['indicator_id']} {row['period']}" for row in found)


def _unclear(submission: str, waiting: list[dict[str, Any]]) -> str:
    if not waiting:
        return f"没有报送“{submission}”在等待更正：它没有被接收，期间没有锁定，或还没有运行 taizhang refresh"
    listed = "、".join(f"{row['submission_id']} {row['form']} {row['period']}" for row in waiting)
    return f"“{submission}”有几份在等待更正，请写全编号并用 --form 选一张表：{listed}"
