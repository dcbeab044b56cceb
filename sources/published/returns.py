"""Submissions that are returned as a whole: the decisions as they stand now, and new ones."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pyarrow.compute as pc
import pyarrow.dataset as ds

from sources.decisions import DecisionError, Standing, SubmissionReturn, decided, read_decisions
from sources.home import Home
from sources.inbox import verdict_path
from sources.landing import SUBMISSIONS


def returns(home: Home) -> dict[str, list[SubmissionReturn]]:
    """Return submission → its standing returns, one per form in it, the last word on each, oldest first."""
    standing = Standing.of(read_decisions(home)).decisions.values()
    last: dict[tuple[str, str], SubmissionReturn] = {}
    for one in sorted((one for one in standing if isinstance(one, SubmissionReturn)), key=lambda one: one.taken_at):
        last[one.submission_id, one.form] = one
    found: dict[str, list[SubmissionReturn]] = {}
    for one in last.values():
        found.setdefault(one.submission_id, []).append(one)
    return found


def owed_again(home: Home) -> list[SubmissionReturn]:
    """Return the standing returns that no accepted submission has answered since, by due date."""
    standing = [one for ones in returns(home).values() for one in ones]
    landed = _accepted(home) if standing else {}
    open_still = [
        one for one in standing if landed.get((one.form, one.department, one.period), one.taken_at) <= one.taken_at
    ]
    return sorted(open_still, key=lambda one: (one.due_date, one.department, one.form, one.period))


def _accepted(home: Home) -> dict[tuple[str, str, str], datetime]:
    """Return form, department and period → when the last submission that was accepted for them came."""
    files = [str(path) for path in sorted((home.landing / "_submissions").glob("*.parquet"))]
    if not files:
        return {}
    rows = ds.dataset(files, schema=SUBMISSIONS, format="parquet").to_table(
        columns=["form", "department", "period", "received_at"], filter=pc.field("verdict") == "accepted"
    )
    found: dict[tuple[str, str, str], datetime] = {}
    for row in sorted(rows.to_pylist(), key=lambda row: row["received_at"]):
        found[row["form"], row["department"], row["period"]] = row["received_at"]
    return found


def sending_back(home: Home, submission_id: str, due: date, **said: Any) -> list[SubmissionReturn]:
    """Return a decision per form of a submission; ``said`` is who decides, when, in which role and why.

    Raises ``DecisionError`` for a submission that was not judged, or in which no form was recognised.
    """
    path = verdict_path(home, submission_id)
    parts = json.loads(path.read_text(encoding="utf-8"))["parts"] if path.exists() else []
    named = {(part["form"], part["department"], part["period"]) for part in parts}
    whole = sorted(names for names in named if all(names))
    if not whole:
        raise DecisionError("这份报送还没有审核，或认不出是哪张表，不能整份退回。")
    return [
        decided(SubmissionReturn, submission_id=submission_id, form=form, department=department, period=period,
                due_date=due, **said)
        for form, department, period in whole
    ]  # fmt: skip
