"""What a night did, as values: for the summary, for JSON, for the exit code."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sources.contract import Level

if TYPE_CHECKING:
    from orchestration.intake.report import IntakeReport, SubmissionOutcome
    from orchestration.release.errors import ReleaseRefusedError
    from sources.published.difference import Difference
    from sources.published.release import Release


@dataclass(frozen=True)
class NightReport:
    """``changes`` is None for the first release, ``refused`` why nothing was published."""

    seconds: float
    intake: IntakeReport | None
    release: Release | None
    indicator_count: int | None = None
    changes: Difference | None = None
    refused: ReleaseRefusedError | None = None
    #: What to do about the work calendar, from 60 days before it ends.
    calendar_warning: str | None = None
    #: Submissions for locked periods, as the manifest's ``waiting`` describes them.
    waiting: tuple[dict[str, Any], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the report as one object for ``--json``; all findings of what was not accepted, those of restricted forms masked."""
        return {
            "published": self.release is not None,
            "seconds": round(self.seconds, 2),
            "received": _received(self.intake),
            "release": self._release(),
            "changes": asdict(self.changes) if self.changes else None,
            "waiting": list(self.waiting),
            "refused": list(self.refused.reasons) if self.refused else None,
            "calendar_warning": self.calendar_warning,
        }

    def _release(self) -> dict[str, Any] | None:
        if self.release is None:
            return None
        return {
            "id": self.release.release_id,
            "indicators": self.indicator_count,
            "warehouse": str(self.release.warehouse),
            "dictionary": str(self.release.dictionary),
        }


def _received(intake: IntakeReport | None) -> dict[str, Any] | None:
    if intake is None:
        return None
    return {
        "batch_id": intake.batch_id,
        "known": list(intake.known),
        "left": dict(intake.refused),
        "submissions": [_submission(outcome) for outcome in intake.outcomes],
        "rejudged": [_submission(outcome) for outcome in intake.rejudged],
        "explained": intake.explained,
        "unexplained": list(intake.unexplained),
    }


def _submission(outcome: SubmissionOutcome) -> dict[str, Any]:
    told = zip(outcome.findings, outcome.told, strict=True) if outcome.verdict != "accepted" else ()
    return {
        "submission_id": outcome.submission_id,
        "file": outcome.file,
        "form": outcome.form,
        "department": outcome.department,
        "period": outcome.period,
        "verdict": outcome.verdict,
        "rows": outcome.data_rows,
        "held_rows": outcome.held_rows,
        "counts": {level.value: outcome.count(level) for level in Level},
        "findings": [{**shown.as_row(), "finding_id": finding.finding_id} for finding, shown in told],
    }
