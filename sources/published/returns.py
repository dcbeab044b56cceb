"""Which submissions were returned as a whole: the decisions as they stand now."""

from __future__ import annotations

from sources.decisions import Standing, SubmissionReturn, read_decisions
from sources.home import Home


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
