"""The open findings as they stand now: those of the release, with what people decided since it was built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb

from sources.decisions import Acceptance, Decision, Explanation, Return, Standing, Waiver, read_decisions
from sources.home import Home
from sources.published.read import rows_of

#: States in which nobody has to do anything until the next release.
ANSWERED = frozenset({"accepted", "waived"})

_OPEN = """
    select
        findings.* replace (coalesce(findings.department, findings.asked_department) as department),
        remembered.explanation, remembered.explained_by, remembered.explanation_id,
        remembered.waiver_id, remembered.waived_until
    from fct_findings as findings
    left join dim_findings as remembered using (finding_id)
    where findings.is_open and {condition}
    qualify row_number() over (partition by findings.finding_id order by findings.is_in_force desc, findings.finding_row_id) = 1
    order by
        case findings.level when 'mandatory' then 1 when 'verify' then 2 else 3 end,
        findings.department, findings.form, findings.period, findings.group_id, findings.row, findings.cell,
        findings.finding_id
"""
_CHANGED = "说明之后数值或规则变了，请按现在的数值重新说明"


def open_findings(
    home: Home, connection: duckdb.DuckDBPyConnection, condition: str = "true", values: Sequence[Any] = ()
) -> list[dict[str, Any]]:
    """Return the open findings, worst first, each once, with the columns of ``fct_findings`` and their explanation.

    The connection is unmasked (``restricted.unmask``): an answer binds to the value. ``condition`` is SQL on ``findings``. ``status``, ``status_reason``, ``explanation``, ``explained_by`` and
    ``explanation_id`` hold with every decision that was taken until now, also those that no release knows yet.
    """
    rows = rows_of(connection, _OPEN.format(condition=condition), values)
    known = {name for (name,) in connection.execute("select decision_id from stg_inbox__decisions").fetchall()}
    every = read_decisions(home)
    standing = Standing.of(every)
    withdrawn = {one.decision_id for one in every} - set(standing.decisions)
    fresh = _by_finding(one for name, one in standing.decisions.items() if name not in known)
    for row in rows:
        if withdrawn & {row["explanation_id"], row["waiver_id"]}:
            row.update(status="open", status_reason=None, explanation=None, explained_by=None, explanation_id=None)
        for decision in fresh.get(row["finding_id"], ()):
            row.update(_after(row, decision))
    return rows


def _by_finding(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for decision in sorted(decisions, key=lambda one: one.taken_at):
        if isinstance(decision, Explanation | Acceptance | Return | Waiver):
            found.setdefault(decision.finding_id, []).append(decision)
    return found


def _after(row: Mapping[str, Any], decision: Decision) -> dict[str, Any]:
    """Return what a decision changes about a finding."""
    if isinstance(decision, Explanation):
        said = {
            "explanation": decision.reason,
            "explained_by": decision.by,
            "explanation_id": decision.decision_id,
        }
        return {**said, **_bound(row, decision, "explained")}
    if isinstance(decision, Waiver):
        return _bound(row, decision, "waived")
    if isinstance(decision, Acceptance | Return) and decision.refers_to != row["explanation_id"]:
        return {}
    accepted = isinstance(decision, Acceptance)
    return {
        "status": "accepted" if accepted else "returned",
        "status_reason": None if accepted else decision.reason,
    }


def holds_for(answer: Explanation | Waiver, row: Mapping[str, Any]) -> bool:
    """Say whether an answer was given for this version of the rule, these values of the row and this other side of it.

    The other side counts where it is a cell: within the submission, or of another one. What many others say (a median)
    may move a little without asking again.
    """
    is_cell = row.get("other_submission_id") is not None or row.get("found_by", "submission") == "submission"
    same_side = answer.expected is None or not is_cell or answer.expected == row.get("expected")
    same_row = answer.basis is None or answer.basis == row.get("basis", answer.basis)
    return (
        same_side
        and same_row
        and (answer.rule_version, answer.value or None) == (row["rule_version"], row["value"] or None)
    )


def _bound(row: Mapping[str, Any], decision: Explanation | Waiver, status: str) -> dict[str, Any]:
    """Return the state that an answer gives, when it was given for this value and this version of the rule."""
    same = holds_for(decision, row)
    return {"status": status if same else "lapsed", "status_reason": None if same else _CHANGED}
