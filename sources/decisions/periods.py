"""Decisions about periods: locked once published, changed only by a correction that a second person approved."""

from __future__ import annotations

from typing import Literal

from pydantic import field_validator

from sources.decisions.decision import Decision, DecisionId
from sources.periods import kind_of


class AboutPeriod(Decision):
    """A period, of one form and department or (None) of all."""

    period: str
    form: str | None = None
    department: str | None = None

    @field_validator("period")
    @classmethod
    def _is_a_period(cls, text: str) -> str:
        if kind_of(text) is None:
            raise ValueError(f"“{text}”不是期间，应形如 2026-03、2026-03-H1、2026-Q1、2026")
        return text


class PeriodLock(AboutPeriod):
    """What is in force for the period stays in force; later submissions wait for a correction."""

    kind: Literal["period_lock"] = "period_lock"


class PeriodUnlock(AboutPeriod):
    """The period is open again for new submissions, within the same form and department as the lock."""

    kind: Literal["period_unlock"] = "period_unlock"


class CorrectionRequest(AboutPeriod):
    """更正申请: a submission should replace what is in force in a locked period.

    ``figures`` are the published figures that rest on the period's rows and may move (indicator id and period).
    """

    kind: Literal["correction_request"] = "correction_request"
    submission_id: str
    figures: tuple[str, ...] = ()


class CorrectionApproval(Decision):
    """A second person agrees to a correction request; the submission takes force at the next refresh."""

    kind: Literal["correction_approval"] = "correction_approval"
    refers_to: DecisionId
