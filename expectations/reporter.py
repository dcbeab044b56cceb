"""From a failing cell to a finding: fills in the place, the raw text, trial state and validity of the rule."""

from __future__ import annotations

import dataclasses
from typing import Any

from expectations.part import Rows
from expectations.wording import shown as as_shown
from sources.contract import Level
from sources.finding import Finding
from sources.reader.model import raw_text
from sources.rules import Place, Register, Rule, in_force

#: What ``Register.finding`` takes beside the placeholders of the message.
_TAKEN = frozenset({"value", "expected", "difference", "level"})
#: What a finding says of other cells.
_BESIDE = ("other_sheet", "other_cell", "basis")
#: Its own parameters: no placeholder can have these names.
_RESERVED = frozenset({"code", "place"})


class Reporter:
    """Collects the findings of one part."""

    def __init__(self, rows: Rows, register: Register) -> None:
        self.rows = rows
        self.register = register
        self.findings: list[Finding] = []
        self._index = {row: index for index, row in enumerate(rows.table.rows)}

    def row(self, code: str, index: int, field: str, **told: Any) -> None:
        """Report the row with this index; the finding points at the cell of ``field``."""
        self.cell(code, self.rows.table.rows[index], field, **told)

    def cell(self, code: str, row: int, field: str, *, cell: str | None = None, **told: Any) -> None:
        """Report a cell by its sheet row. Without ``value`` its raw text is told, unless the field is personal."""
        table, index = self.rows.table, self._index.get(row)
        told.setdefault("value", self.raw(field, index))
        if self.rows.form.fields[field].personal:
            told["value"] = None
        key = self.rows.row_keys[index] if index is not None else None
        self._add(code, self._place(row=row, cell=cell or table.cell(field, row), field=field, row_key=key), **told)

    def sheet(self, code: str, *, field: str | None = None, cell: str | None = None, **told: Any) -> None:
        """Report something about the sheet as a whole, its header or a total."""
        rows = self.rows
        key = (f"{rows.table.sheet}!{cell}" if cell else rows.sheet_name) if rows.has_siblings else None
        self._add(code, self._place(cell=cell, field=field, row_key=key), **told)

    def raw(self, field: str, index: int | None) -> str | None:
        """Return the raw text of a cell; None when it is blank or the sheet has no such column."""
        raws = self.rows.table.raws.get(field)
        return (raw_text(raws[index]) or None) if raws and index is not None else None

    def _place(self, **where: Any) -> Place:
        form, table = self.rows.form, self.rows.table
        field = where.get("field")
        return Place(
            form=form.id,
            form_title=form.title,
            department=table.department,
            period=table.period,
            submission_id=self.rows.part.submission_id,
            sheet=table.sheet,
            title=form.fields[field].title if field else None,
            **where,
        )

    def _is_known(self, rule: Rule, level: Level | None) -> bool:
        """Say whether the form leaves a notice unsaid because its workbook always gives it."""
        return rule.code in self.rows.form.known_notices and (level or rule.level) is Level.NOTICE

    def _add(self, code: str, place: Place, **told: Any) -> None:
        rule = self.register.rule(code, place.form)
        if not in_force(rule, place.period) or self._is_known(rule, told.get("level")):
            return
        beside = {name: told.pop(name) for name in _BESIDE if name in told}
        if rule.trial:
            told["level"] = Level.NOTICE
        fills: dict[str, Any] = {
            name: as_shown(value) for name, value in told.items() if name not in _TAKEN | _RESERVED
        }
        known = {name: value for name, value in told.items() if name in _TAKEN}
        finding = self.register.finding(code, place, **known, **fills)
        self.findings.append(dataclasses.replace(finding, **beside))
