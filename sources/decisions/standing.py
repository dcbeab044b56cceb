"""The decisions as they stand: which still count, and whether a new one may be taken beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sources.decisions.answers import Acceptance, Explanation, Return, Waiver, Withdrawal
from sources.decisions.decision import Decision, DecisionError, Role
from sources.decisions.identities import AboutIdentity
from sources.decisions.ledger import read_decisions, record
from sources.decisions.periods import CorrectionApproval, CorrectionRequest, PeriodLock, PeriodUnlock
from sources.decisions.submissions import SubmissionReturn
from sources.home import Home

#: Roles that rule on what others said.
_STEWARDS = frozenset({Role.DESK, Role.INDICATOR_OWNER, Role.LEADER, Role.ASSESSMENT})


@dataclass(frozen=True)
class Standing:
    """All decisions by id, without those that were withdrawn."""

    decisions: dict[str, Decision]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Standing:
        """Leave out what was withdrawn (a withdrawal may be withdrawn itself)."""
        standing: dict[str, Decision] = {decision.decision_id: decision for decision in decisions}
        for decision in sorted(standing.values(), key=lambda one: one.taken_at, reverse=True):
            if isinstance(decision, Withdrawal) and decision.decision_id in standing:
                standing.pop(decision.refers_to, None)
        return cls(standing)

    def explanation(self, finding_id: str) -> Explanation | None:
        """Return the last explanation of a finding, None when there is none."""
        found = [
            one for one in self.decisions.values() if isinstance(one, Explanation) and one.finding_id == finding_id
        ]
        return max(found, key=lambda one: one.taken_at, default=None)

    def is_locked(self, form: str, department: str | None, period: str | None) -> bool:
        """Say whether the last word on a filing is a lock, of it alone or of its whole period."""
        words = [
            one
            for one in self.decisions.values()
            if isinstance(one, PeriodLock | PeriodUnlock)
            and one.period == period
            and one.form in (None, form)
            and one.department in (None, department)
        ]
        last = max(words, key=lambda one: (one.taken_at, one.decision_id), default=None)
        return isinstance(last, PeriodLock)

    def allow(self, decision: Decision) -> None:
        """Raise ``DecisionError`` when a decision may not be taken: by this person, in this role, about that."""
        if isinstance(decision, Acceptance | Return):
            self._rules_on_an_explanation(decision)
        elif isinstance(decision, Waiver):
            self._is_waived_by_somebody_else(decision)
        elif isinstance(decision, CorrectionApproval):
            self._is_a_second_person(decision)
        elif isinstance(decision, AboutIdentity) and decision.role not in _STEWARDS:
            raise DecisionError("企业和项目认作谁由汇总岗（或认定部门、领导）决定")
        elif isinstance(decision, SubmissionReturn) and decision.role not in _STEWARDS:
            raise DecisionError("整份报送由汇总岗（或认定部门、领导）退回")
        elif isinstance(decision, Withdrawal) and decision.refers_to not in self.decisions:
            raise DecisionError(f"没有决定 {decision.refers_to}，或它已被撤回")

    def _rules_on_an_explanation(self, decision: Acceptance | Return) -> None:
        explained = self.decisions.get(decision.refers_to)
        if not isinstance(explained, Explanation) or explained.finding_id != decision.finding_id:
            raise DecisionError(f"问题 {decision.finding_id} 没有核实说明 {decision.refers_to}")
        if decision.role not in _STEWARDS:
            raise DecisionError("核实说明由汇总岗（或认定部门、领导）接受或退回")
        if decision.by == explained.by:
            raise DecisionError(f"{decision.by} 写的说明须由另一个人接受或退回")

    def _is_waived_by_somebody_else(self, waiver: Waiver) -> None:
        explained = self.explanation(waiver.finding_id)
        if explained is not None and waiver.approver == explained.by:
            raise DecisionError(f"{waiver.approver} 写过这条问题的说明，豁免须由另一个人批准")

    def _is_a_second_person(self, approval: CorrectionApproval) -> None:
        request = self.decisions.get(approval.refers_to)
        if not isinstance(request, CorrectionRequest):
            raise DecisionError(f"没有更正申请 {approval.refers_to}，或它已被撤回")
        if approval.role not in _STEWARDS:
            raise DecisionError("更正申请由汇总岗和分管领导批准，填报部门不能自己批准")
        if approval.by == request.by:
            raise DecisionError(f"{approval.by} 提出的更正申请须由另一个人批准")


def take(home: Home, *decisions: Decision) -> list[Decision]:
    """Take decisions, one by one; return those that are new. All are checked before the first one is written.

    Raises ``DecisionError`` when one may not be taken, or names a decision that there is not.
    """
    standing = Standing.of(read_decisions(home))
    for decision in decisions:
        standing.allow(decision)
    return [decision for decision in decisions if record(home, decision)]
