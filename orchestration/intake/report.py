"""What an intake did, for the summary, the asset checks and the portal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sources.contract import Level
from sources.finding import Finding


@dataclass(frozen=True)
class SubmissionOutcome:
    """One form found in one submission, or a file that gave none (``form`` None)."""

    submission_id: str
    file: str
    form: str | None
    title: str | None
    department: str | None
    period: str | None
    sheet: str | None
    verdict: str  # accepted | rejected | unreadable
    data_rows: int
    held_rows: int
    findings: tuple[Finding, ...]
    #: Not everybody may read the rows of the form (``restricted:``).
    is_restricted: bool = False

    @property
    def told(self) -> tuple[Finding, ...]:
        """The findings for summaries, Dagster and JSON: in their order, those of a restricted form without values."""
        if not self.is_restricted:
            return self.findings
        return tuple(finding.masked(self.title or "") for finding in self.findings)

    def count(self, level: Level) -> int:
        """Return the number of findings of a level."""
        return Counter(finding.level for finding in self.findings)[level]


@dataclass(frozen=True)
class IntakeReport:
    """``batch_id`` is the last batch that landed, None when nothing waited; ``known`` are files that were there already."""

    batch_id: str | None = None
    outcomes: tuple[SubmissionOutcome, ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    #: Judged again because their rules changed.
    rejudged: tuple[SubmissionOutcome, ...] = ()
    #: Explanations taken from marked workbooks, and in Chinese the answers that are none.
    explained: int = 0
    unexplained: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[SubmissionOutcome, ...]:
        """The outcomes that landed."""
        return tuple(outcome for outcome in self.outcomes if outcome.verdict == "accepted")

    @property
    def not_accepted(self) -> tuple[SubmissionOutcome, ...]:
        """The outcomes that did not land."""
        return tuple(outcome for outcome in self.outcomes if outcome.verdict != "accepted")
