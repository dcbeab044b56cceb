"""What is in the inbox, as far as the scope of the person who asks reaches."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from portal.clerk.models import Submission
from portal.people.scope import Scope
from portal.site.warehouse import home
from sources.contract import load_catalog
from sources.inbox import InboxError, Receipt, read_receipt, verdict_path

_GRAVEST_FIRST = ("mandatory", "verify", "notice")


@dataclass(frozen=True)
class Received:
    """A submission: its receipt, what the night decided (None: not yet), and who sent it here (None: another way)."""

    receipt: Receipt
    verdict: dict[str, Any] | None
    sent: Submission | None

    @property
    def tables(self) -> list[dict[str, Any]]:
        """The forms in it: as judged, or as checked before sending."""
        if self.verdict is not None:
            return [{**part, "rows": part["data_rows"]} for part in self.verdict["parts"]]
        return list(self.sent.tables) if self.sent else []

    @property
    def is_restricted(self) -> bool:
        """Whether its cells are for stewards and the department only: it holds a restricted form, or nobody knows yet."""
        restricted = {form.id for form in load_catalog() if form.restricted}
        return self.verdict is None or bool(restricted & {part["form"] for part in self.verdict["parts"]})

    @property
    def open_points(self) -> dict[str, int]:
        """Findings by level: as judged, or as checked before sending."""
        if self.verdict is None:
            return dict(self.sent.counts) if self.sent else {}
        counts: dict[str, int] = {}
        for part in self.verdict["parts"]:
            for finding in part["findings"]:
                counts[finding["level"]] = counts.get(finding["level"], 0) + 1
        return counts

    @property
    def open_findings(self) -> list[dict[str, Any]]:
        """What was found, as judged, the gravest first; nothing before that."""
        found = [finding for part in (self.verdict or {"parts": []})["parts"] for finding in part["findings"]]
        return sorted(found, key=lambda one: _GRAVEST_FIRST.index(one["level"]))

    @property
    def state(self) -> str:
        """What became of it: waiting, or the worst verdict of its parts."""
        if self.verdict is None:
            return "waiting"
        verdicts = {part["verdict"] for part in self.verdict["parts"]}
        return next((word for word in ("unreadable", "rejected") if word in verdicts), "accepted")


def received(scope: Scope, submission_id: str) -> Received:
    """Return a submission. Raises ``Http404`` for an unknown one and for one that the person does not see.

    A file without a sender belongs to the departments that its sheets name: all of them must be seen.
    """
    try:
        receipt = read_receipt(home(), submission_id)
    except InboxError:
        raise Http404 from None
    path = verdict_path(home(), submission_id)
    verdict = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    named = {part["department"] for part in verdict["parts"]} if verdict else set()
    for department in {receipt.department} if receipt.department else named or {None}:
        scope.check(department)
    return Received(receipt, verdict, Submission.objects.filter(submission_id=submission_id).first())
