"""A decision: what somebody decided, when, in which role and why. Its id is the fingerprint of all of that."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, field_validator

from sources.contract.strict import Strict
from sources.periods import SHANGHAI


class Role(StrEnum):
    """Who decides (domain.md section 5.2)."""

    FILLER = "filler"
    REVIEWER = "reviewer"
    DESK = "desk"
    INDICATOR_OWNER = "indicator_owner"
    LEADER = "leader"
    ASSESSMENT = "assessment"


#: Role → how people call it.
ROLES: dict[Role, str] = {
    Role.FILLER: "填报人",
    Role.REVIEWER: "部门审核人",
    Role.DESK: "汇总岗",
    Role.INDICATOR_OWNER: "指标认定部门",
    Role.LEADER: "分管领导",
    Role.ASSESSMENT: "党工委办/考核办",
}

Named = Annotated[str, Field(min_length=1, max_length=100)]
Written = Annotated[str, Field(min_length=1, max_length=2000)]
DecisionId = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class DecisionError(ValueError):
    """A decision that cannot be taken; the text says why, in Chinese."""


class Decision(Strict):
    """One decision, written once. ``taken_at`` is naive, Asia/Shanghai. Each kind declares its own ``kind``."""

    kind: str
    taken_at: datetime
    by: Named
    role: Role
    reason: Written

    @field_validator("taken_at")
    @classmethod
    def _in_shanghai(cls, moment: datetime) -> datetime:
        return moment.astimezone(SHANGHAI).replace(tzinfo=None) if moment.tzinfo else moment

    @field_validator("by", "reason")
    @classmethod
    def _says_something(cls, text: str) -> str:
        if not text.strip():
            raise ValueError("不能为空")
        return text.strip()

    def content(self) -> dict[str, Any]:
        """Return the decision as JSON holds it."""
        return self.model_dump(mode="json", exclude_none=True)

    @property
    def decision_id(self) -> str:
        """The fingerprint of the content: 16 hexadecimal digits."""
        text = json.dumps(self.content(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def moment() -> datetime:
    """Return the time in Shanghai without zone, to the millisecond: the order of decisions counts."""
    found = datetime.now(SHANGHAI).replace(tzinfo=None)
    return found.replace(microsecond=found.microsecond // 1000 * 1000)
