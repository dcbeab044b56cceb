"""What is kept of a judgement: the rows of ``landing/_submissions`` and the verdict beside the original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from expectations.results import RuleResult
from orchestration.intake.report import SubmissionOutcome
from orchestration.intake.times import Times
from sources.contract import Level
from sources.inbox import Receipt
from sources.landing import SUBMISSIONS
from sources.landing.schema import RULE_RESULTS
from sources.rules import Register


def submission_rows(
    outcomes: Sequence[SubmissionOutcome],
    receipts: dict[str, Receipt],
    times: dict[str, Times],
    digests: dict[str, str],
) -> pa.Table:
    """Return one row per outcome with the landing schema."""
    return pa.Table.from_pylist(
        [
            {
                "submission_id": outcome.submission_id,
                "form": outcome.form,
                "department": outcome.department,
                "period": outcome.period,
                "sheet": outcome.sheet,
                "file": outcome.file,
                "sha256": receipts[outcome.submission_id].sha256,
                "received_at": receipts[outcome.submission_id].received_at,
                "judged_at": times[outcome.submission_id].judged_at,
                "verdict": outcome.verdict,
                "data_rows": outcome.data_rows,
                "held_rows": outcome.held_rows,
                "mandatory_count": outcome.count(Level.MANDATORY),
                "verify_count": outcome.count(Level.VERIFY),
                "notice_count": outcome.count(Level.NOTICE),
                "settled_at": times[outcome.submission_id].settled_at(outcome),
                "rejudged_at": times[outcome.submission_id].rejudged_at,
                "rules_digest": digests.get(outcome.form or ""),
            }
            for outcome in outcomes
        ],
        schema=SUBMISSIONS,
    )


def result_rows(results: Sequence[tuple[SubmissionOutcome, RuleResult]]) -> pa.Table:
    """Return what each rule did with each table, with the landing schema."""
    return pa.Table.from_pylist(
        [
            {
                "submission_id": outcome.submission_id,
                "form": outcome.form,
                "department": outcome.department,
                "period": outcome.period,
                "sheet": outcome.sheet,
                **asdict(result),
            }
            for outcome, result in results
        ],
        schema=RULE_RESULTS,
    )


def verdict_json(
    outcomes: Sequence[SubmissionOutcome], times: Times, digests: dict[str, str], register: Register
) -> dict[str, Any]:
    """Return what ``verdict.json`` holds: the decision per form, the findings behind it, and by which rules."""
    again = {"rejudged_at": times.rejudged_at.isoformat()} if times.rejudged_at else {}
    return {
        "judged_at": times.judged_at.isoformat(),
        **again,
        "parts": [
            {
                "form": outcome.form,
                "department": outcome.department,
                "period": outcome.period,
                "sheet": outcome.sheet,
                "verdict": outcome.verdict,
                "data_rows": outcome.data_rows,
                "held_rows": outcome.held_rows,
                "settled_at": times.settled_at(outcome).isoformat(),
                "rules_digest": digests.get(outcome.form or ""),
                "rule_versions": {f.rule: register.rule(f.rule, f.form).version for f in outcome.findings},
                "findings": [finding.as_row() for finding in outcome.findings],
            }
            for outcome in outcomes
        ],
    }
