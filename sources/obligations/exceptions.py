"""Approved exceptions (``codes/filing_exceptions.csv``) and closed periods (``codes/closed_periods.csv``).

The zone edits both. 延期 moves a due date, 免报 lifts the obligation, 补报 lets a department send after the period was
closed. A blank department (exceptions) or form (closings) means all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sources.contract import Catalog, ContractError
from sources.contract.catalog import CODES
from sources.contract.codes import load_code_list
from sources.periods import kind_of

EXTENSION, EXEMPTION, LATE_ENTRY = "延期", "免报", "补报"
KINDS = (EXTENSION, EXEMPTION, LATE_ENTRY)


@dataclass(frozen=True)
class FilingException:
    """One approved exception; ``department`` None means every department, ``new_due_date`` only for 延期."""

    form: str
    department: str | None
    period: str
    kind: str
    new_due_date: date | None
    reason: str
    approved_by: str
    approved_date: date

    @property
    def said(self) -> str:
        """The exception in one sentence, for people."""
        until = f"至 {self.new_due_date}" if self.new_due_date else ""
        return f"{self.kind}{until}：{self.reason}（{self.approved_by}，{self.approved_date}）"


@dataclass(frozen=True)
class Exceptions:
    """What departs from the rule."""

    filings: tuple[FilingException, ...]
    closings: Mapping[tuple[str | None, str], date]

    def of(self, form: str, department: str | None, period: str) -> tuple[FilingException, ...]:
        """Return the exceptions of one obligation in file order."""
        return tuple(
            found
            for found in self.filings
            if (found.form, found.period) == (form, period) and found.department in (None, department)
        )

    def closed_on(self, form: str, period: str) -> date | None:
        """Return when a period was closed for a form: the earliest closing of the form or of all forms."""
        days = [self.closings[key] for key in ((form, period), (None, period)) if key in self.closings]
        return min(days, default=None)


def load_exceptions(catalog: Catalog, codes: Path = CODES) -> Exceptions:
    """Read both lists. Raises ``ContractError`` with the file and the line of the first entry that cannot be used."""
    filings = tuple(_filing(line, catalog) for line in _lines(codes / "filing_exceptions.csv"))
    closings: dict[tuple[str | None, str], date] = {}
    for line in _lines(codes / "closed_periods.csv"):
        closings[line.form(catalog, optional=True), line.period()] = line.day("closed_date")
    return Exceptions(filings, closings)


def _filing(line: _Line, catalog: Catalog) -> FilingException:
    kind = line.text("kind")
    if kind not in KINDS:
        raise line.error("kind", f"不认识的类别“{kind}”，可用：{'、'.join(KINDS)}")
    department = line.row["department"] or None
    if department is not None and department not in catalog.code_lists["departments"].codes:
        raise line.error("department", f"没有部门 {department}（见 departments.csv）")
    form = line.form(catalog)
    assert form is not None
    return FilingException(
        form=form,
        department=department,
        period=line.period(),
        kind=kind,
        new_due_date=line.day("new_due_date") if kind == EXTENSION else None,
        reason=line.text("reason"),
        approved_by=line.text("approved_by"),
        approved_date=line.day("approved_date"),
    )


@dataclass(frozen=True)
class _Line:
    """One line of a list, with its place for messages."""

    path: Path
    number: int
    row: Mapping[str, str]

    def error(self, column: str, message: str) -> ContractError:
        return ContractError(self.path, f"第{self.number}行 {column}", message)

    def text(self, column: str) -> str:
        found = (self.row.get(column) or "").strip()
        if not found:
            raise self.error(column, "不能为空")
        return found

    def day(self, column: str) -> date:
        try:
            return date.fromisoformat(self.text(column))
        except ValueError:
            raise self.error(column, f"“{self.row[column]}”不是日期，应形如 2026-03-05") from None

    def period(self) -> str:
        found = self.text("period")
        if kind_of(found) is None:
            raise self.error("period", f"“{found}”不是期间，应形如 2026-03、2026-03-H1、2026-Q1、2026")
        return found

    def form(self, catalog: Catalog, *, optional: bool = False) -> str | None:
        if optional and not self.row["form"]:
            return None
        try:
            return catalog.form(self.text("form")).id
        except KeyError as error:
            raise self.error("form", str(error.args[0])) from None


def _lines(path: Path) -> Iterator[_Line]:
    for number, row in enumerate(load_code_list(path).rows, start=2):
        yield _Line(path, number, row)
