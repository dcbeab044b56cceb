"""What findings do: keep a submission out, keep single rows out, or let everything land."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sources.contract import Form, Level
from sources.finding import Finding


def verdict(form: Form, findings: Iterable[Finding]) -> Literal["accepted", "rejected"]:
    """Return whether a submission lands. A form that holds rows is only rejected for what concerns no single row."""
    by_row = form.hold == "rows"
    stops = (finding for finding in findings if finding.level is Level.MANDATORY)
    return "rejected" if any(not (by_row and finding.row) for finding in stops) else "accepted"


def held_rows(form: Form, findings: Iterable[Finding]) -> set[tuple[str, int]]:
    """Return (sheet, row) of rows that do not land although the submission does; empty unless the form holds rows."""
    if form.hold != "rows":
        return set()
    return {
        (finding.sheet, finding.row)
        for finding in findings
        if finding.level is Level.MANDATORY and finding.sheet is not None and finding.row is not None
    }
