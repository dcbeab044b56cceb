"""The findings that a department is asked about, and its explanations (核实说明) of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from portal.audit.models import Act
from portal.clerk.uploads import findings_of
from portal.people.deciding import decide, said
from portal.people.models import Person
from portal.people.scope import Scope
from portal.site.warehouse import home, warehouse
from portal.worker.models import Job
from sources.contract import load_catalog
from sources.decisions import Decision, Explanation, Standing, decided, read_decisions
from sources.published.errors import NothingPublishedError
from sources.published.waiting import ANSWERED, holds_for, open_findings
from sources.rules import load_register


@dataclass(frozen=True)
class Refused:
    """A text that is no explanation, for the finding at which it was written; ``fault`` says why."""

    finding_id: str
    text: str
    fault: str


#: The department that is asked answers, whoever sent the figure.
_ASKED = "coalesce(findings.asked_department, findings.department)"
#: What asks for words first: what lapsed and what came back were thought to be done.
_ORDER = ("lapsed", "returned", "reopened", "new", "open", "explained")


def asked(scope: Scope) -> list[dict[str, Any]]:
    """Return the open findings that the departments in scope must correct or explain, what came back first.

    The rows are those of ``open_findings`` with ``may_be_explained``.
    """
    condition, values = scope.condition(_ASKED)
    try:
        with warehouse(unmasked=True) as opened:
            rows = open_findings(
                home(),
                opened.connection,
                f"{condition} and findings.level <> 'notice' and not findings.is_trial",
                values,
            )
    except NothingPublishedError:
        return []
    waiting = [row for row in rows if row["status"] not in ANSWERED]
    for row in waiting:
        row["may_be_explained"] = row["level"] == "verify"
    return sorted(waiting, key=lambda row: _ORDER.index(row["status"]) if row["status"] in _ORDER else len(_ORDER))


def explain(person: Person, scope: Scope, finding_id: str, text: str) -> None:
    """Explain a finding of the release. Raises ``Http404`` for one that is not asked, ``DecisionError`` for the text."""
    row = next((row for row in asked(scope) if row["finding_id"] == finding_id and row["may_be_explained"]), None)
    if row is None:
        raise Http404
    binding = {name: row[name] for name in ("finding_id", "rule", "rule_version", "value", "expected", "submission_id")}
    binding["basis"] = row.get("basis")
    decide(person, Act.FINDING_EXPLAINED, decided(Explanation, **binding, **said(person, text)))


def explain_upload(person: Person, job: Job, finding_id: str, text: str) -> None:
    """Explain a finding of a checked workbook before it is sent; it binds to the value that is in it.

    Raises ``Http404`` for a finding that is not in it or asks for no words, ``DecisionError`` for the text.
    """
    row = next((row for row in findings_of(job) if row["finding_id"] == finding_id), None)
    if row is None or row["level"] != "verify":
        raise Http404
    binding = {name: row[name] for name in ("finding_id", "rule", "value", "expected")} | {
        "rule_version": _version(row),
        "basis": row.get("basis"),
    }
    decide(person, Act.FINDING_EXPLAINED, decided(Explanation, **binding, **said(person, text)))


def with_explanations(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give findings of a checked workbook the explanation that holds for their value, and whether they may have one."""
    standing = Standing.of(read_decisions(home()))
    for row in rows:
        row["may_be_explained"] = row["level"] == "verify"
        found = standing.explanation(row["finding_id"]) if row["may_be_explained"] else None
        if found is not None and _holds(found, row):
            row.update(status="explained", explanation=found.reason, explained_by=found.by)
    return rows


def _holds(found: Decision, row: dict[str, Any]) -> bool:
    assert isinstance(found, Explanation)
    return holds_for(found, {**row, "rule_version": _version(row)})


def _version(row: dict[str, Any]) -> str:
    """Return the version of the rule that a check judges by: the one in force now."""
    return load_register(load_catalog()).rule(row["rule"], row["form"]).version
