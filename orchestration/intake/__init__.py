"""From the inbox to landing: read what waits, judge it, land what is accepted."""

from orchestration.intake.report import IntakeReport, SubmissionOutcome
from orchestration.intake.run import run_intake

__all__ = ["IntakeReport", "SubmissionOutcome", "run_intake"]
