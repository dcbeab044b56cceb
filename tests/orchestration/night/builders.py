"""Outcomes and findings for the tests of the night."""

from __future__ import annotations

from typing import Any

from orchestration.intake.report import SubmissionOutcome
from sources.contract import Level
from sources.finding import Finding


def a_finding(message: str = "《重点项目月度调度表》2026年3月 第7行“项目名称”（B7） 为空。", **changes: Any) -> Finding:
    return Finding(**{"rule": "B01", "level": Level.MANDATORY, "message": message, **changes})


def an_outcome(verdict: str = "accepted", *findings: Finding, **changes: Any) -> SubmissionOutcome:
    given = {
        "submission_id": "a1",
        "file": "重点项目3月.xlsx",
        "form": "key_projects",
        "title": "重点项目月度调度表",
        "department": "projects",
        "period": "2026-03",
        "sheet": "Sheet1",
        "verdict": verdict,
        "data_rows": 45,
        "held_rows": 0,
        "findings": findings,
    }
    return SubmissionOutcome(**{**given, **changes})


def an_unreadable(file: str = "会议通知.xlsx") -> SubmissionOutcome:
    nothing = {"form": None, "title": None, "department": None, "period": None, "sheet": None, "data_rows": 0}
    finding = a_finding(f"“{file}”认不出是哪张表。", rule="XL-UNREADABLE")
    return an_outcome("unreadable", finding, file=file, submission_id=file, **nothing)
