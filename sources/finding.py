"""A finding: one thing that is wrong with one submission, always with the same columns."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from sources.contract.form import Level


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the findings table (architecture.md, *Rules and findings*). Absent is None.

    ``value`` is the raw text of the cell, ``expected`` and ``difference`` are text as a person reads them, ``cell`` an
    A1 reference on ``sheet``. ``row_key`` holds the values of the form's key joined by ``|``: it, not the row number,
    makes the fingerprint, so that a finding stays the same one when the department adds a row above it. ``other_sheet``
    is given where ``other_cell`` stands on another sheet or in another file. ``basis`` is what the rule saw beside the cell:
    the other fields of the row that it looks at, by title; answers bind to it as they do to ``value``.
    """

    rule: str
    level: Level
    message: str
    form: str | None = None
    department: str | None = None
    period: str | None = None
    submission_id: str | None = None
    sheet: str | None = None
    row: int | None = None
    cell: str | None = None
    field: str | None = None
    title: str | None = None
    value: str | None = None
    expected: str | None = None
    difference: str | None = None
    other_submission_id: str | None = None
    other_sheet: str | None = None
    other_cell: str | None = None
    row_key: str | None = None
    basis: str | None = None

    @property
    def finding_id(self) -> str:
        """The fingerprint of rule, department, form, period, row key and field: 16 hexadecimal digits."""
        parts = (self.rule, self.department, self.form, self.period, self.row_key or self.cell, self.field)
        return hashlib.sha256("\x1f".join(part or "" for part in parts).encode()).hexdigest()[:16]

    def masked(self, title: str) -> Finding:
        """Return the finding as those may read it who may not read the rows of its form, ``title``: no value, no key."""
        said = masked_message(title, self.rule, self.cell)
        return replace(self, message=said, value=None, expected=None, difference=None, row_key=None)

    def as_row(self) -> dict[str, Any]:
        """Return the finding as a mapping, ``finding_id`` first, for JSON, Parquet and tables."""
        return {"finding_id": self.finding_id, **asdict(self), "level": self.level.value}


def masked_message(title: str, rule: str, cell: str | None) -> str:
    """Return what a finding of a restricted form says to those who may not read its rows: which rule, and where."""
    return f"《{title}》{rule}{f'（{cell}）' if cell else ''}的数值不公开，见汇总岗或填报部门"


#: Columns of the findings table in order.
COLUMNS: tuple[str, ...] = ("finding_id", *(field.name for field in fields(Finding)))
