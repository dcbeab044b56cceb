"""Every kind of decision there is: a new kind is a class in a file of its own and a line here."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError

from sources.decisions.answers import Acceptance, Explanation, Return, Waiver, Withdrawal
from sources.decisions.decision import Decision, DecisionError
from sources.decisions.identities import Merge, NotSame, Same, Split
from sources.decisions.periods import CorrectionApproval, CorrectionRequest, PeriodLock, PeriodUnlock
from sources.decisions.submissions import SubmissionReturn

D = TypeVar("D", bound=Decision)

_CLASSES: tuple[type[Decision], ...] = (
    *(Explanation, Acceptance, Return, Waiver, Withdrawal),
    *(PeriodLock, PeriodUnlock, CorrectionRequest, CorrectionApproval),
    *(Same, NotSame, Merge, Split),
    SubmissionReturn,
)

#: What stands under ``kind`` → its class.
KINDS: dict[str, type[Decision]] = {cls.model_fields["kind"].default: cls for cls in _CLASSES}


def parse(content: dict[str, Any]) -> Decision:
    """Return the decision that a JSON object holds. Raises ``DecisionError`` naming the first key that is wrong."""
    kind = KINDS.get(str(content.get("kind")))
    if kind is None:
        raise DecisionError(f"kind：没有这种决定“{content.get('kind')}”，可用：{'、'.join(KINDS)}")
    return decided(kind, **content)


def decided(kind: type[D], /, **content: Any) -> D:
    """Return a decision of a kind. Raises ``DecisionError`` in words for people instead of pydantic's."""
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        said = first["msg"].removeprefix("Value error, ")
        raise DecisionError(f"{key}：{said}" if key else said) from error
