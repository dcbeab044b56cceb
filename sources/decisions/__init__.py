"""What people decided, kept for ever: an append-only ledger of immutable files, an input of the next refresh."""

from sources.decisions.answers import Acceptance, Explanation, Return, Waiver, Withdrawal
from sources.decisions.decision import ROLES, Decision, DecisionError, Role, moment
from sources.decisions.explanation import SHORTEST, fault_of
from sources.decisions.kinds import KINDS, decided, parse
from sources.decisions.ledger import decision_path, read_decisions, record
from sources.decisions.periods import CorrectionApproval, CorrectionRequest, PeriodLock, PeriodUnlock
from sources.decisions.standing import Standing, take
from sources.decisions.submissions import SubmissionReturn

__all__ = [
    "KINDS",
    "ROLES",
    "SHORTEST",
    "Acceptance",
    "CorrectionApproval",
    "CorrectionRequest",
    "Decision",
    "DecisionError",
    "Explanation",
    "PeriodLock",
    "PeriodUnlock",
    "Return",
    "Role",
    "Standing",
    "SubmissionReturn",
    "Waiver",
    "Withdrawal",
    "decided",
    "decision_path",
    "fault_of",
    "moment",
    "parse",
    "read_decisions",
    "record",
    "take",
]
