"""What is kept of a judgement: the rows of ``landing/_submissions`` and the verdict beside the original."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa

from orchestration.intake.report import SubmissionOutcome
from sources.contract import Level
from sources.inbox import Receipt
from sources.landing import SUBMISSIONS


def submission_rows(
    outcomes: Sequence[SubmissionOutcome], receipts: dict[str, Receipt], times: dict[str, datetime]
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
                "judged_at": times[outcome.submission_id],
                "verdict": outcome.verdict,
                "data_rows": outcome.data_rows,
                "held_rows": outcome.held_rows,
                "mandatory_count": outcome.count(Level.MANDATORY),
                "verify_count": outcome.count(Level.VERIFY),
                "notice_count": outcome.count(Level.NOTICE),
            }
            for outcome in outcomes
        ],
        schema=SUBMISSIONS,
    )


def verdict_json(outcomes: Sequence[SubmissionOutcome], judged_at: datetime) -> dict[str, Any]:
    """Return what ``verdict.json`` holds: the decision per form and the findings behind it."""
    return {
        "judged_at": judged_at.isoformat(),
        "parts": [
            {
                "form": outcome.form,
                "department": outcome.department,
                "period": outcome.period,
                "sheet": outcome.sheet,
                "verdict": outcome.verdict,
                "data_rows": outcome.data_rows,
                "held_rows": outcome.held_rows,
                "findings": [finding.as_row() for finding in outcome.findings],
            }
            for outcome in outcomes
        ],
    }
