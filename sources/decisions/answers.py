"""Decisions about findings: explanations and what becomes of them, waivers.

Explanation and waiver bind to fingerprint, rule version, all values of the row that the rule looked at and what stood on the other side: they go on counting at
the next submission while all stay, and lapse as soon as one changes (capabilities.md, 48).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sources.decisions.decision import Decision, DecisionId, Named, Written
from sources.decisions.explanation import fault_of

FindingId = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class AboutFinding(Decision):
    """What every decision about a finding binds to. ``value`` is the cell's text when it was judged, None for blank.

    ``expected`` is what it was compared with then: an explanation of a difference does not explain another difference.
    ``basis`` are the other values of the row that the rule looked at; None where it looked at none, or before they were kept.
    """

    finding_id: FindingId
    rule: str
    rule_version: str
    value: str | None = None
    expected: str | None = None
    basis: str | None = None
    submission_id: str | None = None


class Explanation(AboutFinding):
    """核实说明: why a figure is right although the rule asks. The text is ``reason``."""

    kind: Literal["explanation"] = "explanation"

    @model_validator(mode="after")
    def _explains(self) -> Self:
        if fault := fault_of(self.reason):
            raise ValueError(fault)
        return self


class Acceptance(Decision):
    """The desk takes an explanation as it is."""

    kind: Literal["acceptance"] = "acceptance"
    finding_id: FindingId
    refers_to: DecisionId


class Return(Decision):
    """The desk sends an explanation back; ``reason`` says what is missing."""

    kind: Literal["return"] = "return"
    finding_id: FindingId
    refers_to: DecisionId


class Waiver(AboutFinding):
    """豁免: the finding stands and is not pursued until ``valid_until`` (inclusive). ``by`` asks, ``approver`` approves."""

    kind: Literal["waiver"] = "waiver"
    approver: Named
    evidence: Written
    valid_until: date

    @model_validator(mode="after")
    def _approved_by_somebody_else(self) -> Self:
        if self.approver.strip() == self.by:
            raise ValueError("豁免须由另一个人批准（批准人不能是申请人）")
        if self.valid_until < self.taken_at.date():
            raise ValueError("豁免的截止日期已过")
        return self


class Withdrawal(Decision):
    """Takes back an earlier decision of any kind: from then on it does not count."""

    kind: Literal["withdrawal"] = "withdrawal"
    refers_to: DecisionId
