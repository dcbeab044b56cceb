"""Decisions about whole submissions."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from sources.decisions.periods import AboutPeriod


class SubmissionReturn(AboutPeriod):
    """整份退回: a department sends a form for a period once more, until a new date.

    What was accepted stays in force until the new submission takes its place: a return leaves no hole in the figures.
    """

    kind: Literal["submission_return"] = "submission_return"
    submission_id: str
    form: str
    department: str
    due_date: date

    @model_validator(mode="after")
    def _leaves_time(self) -> Self:
        if self.due_date <= self.taken_at.date():
            raise ValueError("新的截止日应在今天以后")
        return self
