"""When a submission was judged: first, anew after a change of rules, and when its present verdict was first given."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from orchestration.intake.report import SubmissionOutcome
from sources.home import Home
from sources.inbox import now, verdict_path


@dataclass(frozen=True)
class Times:
    """What earlier judgements leave to the present one: a rebuild of the same inbox gives the same warehouse."""

    judged_at: datetime
    present: datetime
    rejudged_at: datetime | None = None
    #: (form, department, period, sheet) → what the earlier verdict said of it.
    earlier: dict[tuple[Any, ...], dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, home: Home, identity: str, digests: dict[str, str]) -> Times:
        """Return the times of a submission that is being judged by rules with these digests (form → digest)."""
        path, present = verdict_path(home, identity), now()
        if not path.exists():
            return cls(present, present)
        verdict = json.loads(path.read_text(encoding="utf-8"))
        parts = {_place(part): part for part in verdict["parts"]}
        again = verdict.get("rejudged_at")
        changed = any(part.get("rules_digest", digest) != digest for part, digest in _judged_by(parts, digests))
        rejudged_at = present if changed else datetime.fromisoformat(again) if again else None
        return cls(datetime.fromisoformat(verdict["judged_at"]), present, rejudged_at, parts)

    def settled_at(self, outcome: SubmissionOutcome) -> datetime:
        """Return when the verdict of an outcome was first given."""
        part = self.earlier.get((outcome.form, outcome.department, outcome.period, outcome.sheet))
        if part is None:
            return self.present if self.earlier else self.judged_at
        if part["verdict"] != outcome.verdict:
            return self.present
        return datetime.fromisoformat(part.get("settled_at") or self.judged_at.isoformat())


def _place(part: dict[str, Any]) -> tuple[Any, ...]:
    return (part["form"], part["department"], part["period"], part["sheet"])


def _judged_by(
    parts: dict[tuple[Any, ...], dict[str, Any]], digests: dict[str, str]
) -> list[tuple[dict[str, Any], str]]:
    return [(part, digests[part["form"]]) for part in parts.values() if part["form"] in digests]
