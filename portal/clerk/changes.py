"""What a submission changes against the one accepted before it, for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.clerk.inbox import Received
from portal.site.warehouse import home
from sources.contract import load_catalog
from sources.returned.changes import Changes, Line, compare, landed_rows, last_accepted
from sources.returned.effects import Effect, effects

#: More lines are another list, not a corrected one.
_SHOWN = 300


@dataclass(frozen=True)
class Compared:
    """One form of a submission; ``before`` (a row of ``landing/_submissions``) and ``changes`` are None without one."""

    form: str
    period: str | None
    before: Mapping[str, Any] | None
    changes: Changes | None
    lines: Sequence[Line] = ()
    effects: Sequence[Effect] = ()

    @property
    def more(self) -> int:
        """How many lines are not shown."""
        return len(self.lines) - _SHOWN

    @property
    def shown(self) -> Sequence[Line]:
        """The first lines."""
        return self.lines[:_SHOWN]


def compared(found: Received) -> list[Compared]:
    """Compare each accepted form of a judged submission; rejected ones have no rows to compare."""
    parts = found.verdict["parts"] if found.verdict else []
    return [_part(found, part) for part in parts if part["verdict"] == "accepted" and part["form"]]


def _part(found: Received, part: Mapping[str, Any]) -> Compared:
    form, period = load_catalog().forms[part["form"]], part["period"]
    before = last_accepted(home(), found.receipt, form.id, part["department"], period)
    if before is None:
        return Compared(form.id, period, None, None)
    old, new = (landed_rows(home(), form, identity, period)
                for identity in (before["submission_id"], found.receipt.submission_id))  # fmt: skip
    changes = compare(form, old, new)
    moved = effects(home(), changes, (before["submission_id"], old), (found.receipt.submission_id, new))
    return Compared(form.id, period, before, changes, changes.lines(), moved)
