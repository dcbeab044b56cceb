"""Write the marked workbook of a submission."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.properties import CalcProperties

from sources.contract import Catalog
from sources.finding import Finding
from sources.home import Home
from sources.inbox import Receipt, original
from sources.periods import chinese
from sources.reader import refusal
from sources.reader.locate import Header
from sources.reader.sheet_name import worksheet_of
from sources.reader.stacked import parts_of
from sources.reader.worker import Job, Readers
from sources.returned.answers import LIST_SHEET, Answers, answers_on
from sources.returned.changes import Row, compare, landed_rows, last_accepted, table_rows
from sources.returned.comparison import COMPARISON_SHEET, Comparison, add_comparison
from sources.returned.effects import effects
from sources.returned.heading import lines_above
from sources.returned.listing import Entry, add_list
from sources.returned.marks import Place, anchor, mark, remove_marks
from sources.returned.original import Original, nothing_opened, open_original
from sources.returned.package import save
from sources.returned.remarks import REMARKS_SHEET, Remark, add_remarks
from sources.returned.submission import Listed, Part, Returned
from sources.returned.wording import on_the_list
from sources.rules import Register

#: Custom document property that names the submission a marked workbook is about.
PROPERTY = "taizhang_returned"
SUFFIX = "（退回修改）"
#: The rules that say that a file could not be opened.
_UNREADABLE = frozenset({refusal.UNREADABLE, refusal.ENCRYPTED, refusal.TOO_LARGE, refusal.MALICIOUS})


def file_name(receipt: Receipt) -> str:
    """Return what the marked workbook of a submission is called."""
    stem = Path(receipt.file).stem.removesuffix(SUFFIX) or receipt.submission_id
    return f"{stem}{SUFFIX}.xlsx"


def write_returned(
    home: Home,
    returned: Returned,
    path: Path,
    catalog: Catalog,
    register: Register,
    remarks: Sequence[Remark] = (),
) -> None:
    """Write the department's own workbook with its faults marked, replacing ``path`` only when all is written.

    The first sheet lists the faults; a second one compares with the submission accepted before, when there is one;
    ``remarks``, what was written about it, have a sheet after them.
    An original that cannot be opened gives the list alone. Raises ``InboxError`` when the original is gone and
    ``OSError`` when the file cannot be written.
    """
    opened = _opened(home, returned)
    earlier = answers_on(opened.grids.values())
    _remove_earlier(opened)
    places = _Places(opened, catalog)
    listed = returned.by_weight(sheet.title for sheet in opened.book.worksheets)
    placed = [(one, place) for one in listed if (place := places.cell(one))]
    uncommented = mark(opened.book, placed, catalog)
    entries = _entries(listed, places, catalog, register, earlier)
    add_list(opened.book, entries, lines_above(returned, catalog, opened.notes, uncommented))
    if compared := _compared(home, returned, catalog):
        add_comparison(opened.book, compared)
    if remarks:
        add_remarks(opened.book, remarks, 2 if compared else 1)
    _finish(opened, returned, path)


def _opened(home: Home, returned: Returned) -> Original:
    """Open the original; one that the reader could not open within its limits is not tried again."""
    source = original(home, returned.receipt.submission_id)
    if any(listed.finding.rule in _UNREADABLE for listed in returned.findings):
        return nothing_opened()
    return open_original(source, returned.receipt.file)


def _remove_earlier(opened: Original) -> None:
    """Take off what an earlier return put on: its sheets, fills and comments."""
    book: Any = opened.book
    for name in (LIST_SHEET, COMPARISON_SHEET, REMARKS_SHEET):
        if name in book.sheetnames:
            book.remove(book[name])
    if opened.keeps_formulas:
        remove_marks(book)


class _Places:
    """Finds the cell that shows a finding."""

    def __init__(self, opened: Original, catalog: Catalog) -> None:
        self._opened = opened
        self._catalog = catalog
        self._headers: dict[tuple[str, str], Header | None] = {}

    def cell(self, one: Listed) -> Place | None:
        """Return the cell to mark: the finding's own, or the header of its column; None when only the list shows it."""
        title = self._title(one)
        if title is None:
            return None
        if one.cell is not None:
            return anchor(self._opened.book, title, *one.cell)
        header = self._header(one, title)
        column = (
            next((at + 1 for at, name in header.fields.items() if name == one.finding.field), None) if header else None
        )
        if header is None or column is None:
            return None
        return anchor(self._opened.book, title, header.rows[-1], column)

    def link(self, one: Listed) -> Place | None:
        """Return where the list's link leads: the marked cell, else the row or the header of the sheet."""
        title = self._title(one)
        if title is None:
            return None
        if place := self.cell(one):
            return place
        if one.finding.row:
            return (title, one.finding.row, 1)
        header = self._header(one, title)
        return (title, header.rows[0], 1) if header else (title, 1, 1)

    def _title(self, one: Listed) -> str | None:
        sheet = one.finding.sheet
        title = self._opened.titles.get(worksheet_of(sheet)) if sheet is not None else None
        return title if title in self._opened.book.sheetnames else None

    def _header(self, one: Listed, title: str) -> Header | None:
        form = self._catalog.forms.get(one.finding.form or "")
        key = (one.finding.sheet or title, one.finding.form or "")
        if key not in self._headers:
            grid = self._opened.grids.get(title)
            parts = parts_of(grid, [form], list(self._catalog), certain=True) if grid and form else []
            own = [part for part in parts if part.sheet.name == one.finding.sheet] or parts
            self._headers[key] = own[0].header if own else None
        return self._headers[key]


def _entries(
    listed: Iterable[Listed], places: _Places, catalog: Catalog, register: Register, earlier: Answers
) -> list[Entry]:
    """Return the lines of the list; an answer from the list that came with the file is kept, or said why not."""
    given = {answer.finding_id: answer.text for answer in earlier.given}
    refused = {answer.finding_id: answer for answer in earlier.refused}
    entries = []
    for one in listed:
        answer, poor = given.get(one.finding_id), refused.get(one.finding_id)
        reason = poor.reason if poor and answer is None else None
        answer = answer or (poor.text if poor else None)
        message = on_the_list(one.finding, catalog)
        entries.append(Entry(one, _about(register, one.finding), message, places.link(one), answer, reason))
    return entries


def _about(register: Register, finding: Finding) -> str:
    """Return a rule in words; one that is gone from the register still explains itself in the message."""
    try:
        return register.rule(finding.rule, finding.form).about
    except KeyError:
        return ""


def _compared(home: Home, returned: Returned, catalog: Catalog) -> list[Comparison]:
    """Compare every form of the submission with the one accepted before it for the same department and period."""
    found = []
    for part in _lists(returned.parts):
        before = last_accepted(home, returned.receipt, part.form or "", part.department, part.period)
        form = catalog.forms.get(part.form or "")
        if before is None or form is None:
            continue
        old = landed_rows(home, form, before["submission_id"], part.period)
        new = _rows(home, returned, part, catalog)
        changes = compare(form, old, new)
        period = f"{chinese(part.period)}，" if part.period else ""
        received = f"{before['received_at']:%Y-%m-%d %H:%M} 收到的“{before['file']}”"
        said = f"《{form.title}》（{period}与上一次接收的报送比较：{received}）"
        moved = effects(home, changes, (before["submission_id"], old), (returned.receipt.submission_id, new))
        found.append(Comparison(said, changes, moved))
    return found


def _lists(parts: Iterable[Part]) -> list[Part]:
    """Return one part per form, department and period: several sheets are one list."""
    found: dict[tuple[str | None, ...], Part] = {}
    for part in parts:
        if part.form is not None:
            found.setdefault((part.form, part.department, part.period), part)
    return list(found.values())


def _rows(home: Home, returned: Returned, part: Part, catalog: Catalog) -> Sequence[Row]:
    """Return the rows that were sent: those that landed, or read again from the original when none did."""
    receipt = returned.receipt
    form = catalog.forms[part.form or ""]
    if part.verdict == "accepted":
        return landed_rows(home, form, receipt.submission_id, part.period)
    job = Job(
        original(home, receipt.submission_id),
        receipt.file,
        receipt.sha256,
        form=receipt.form,
        department=receipt.department,
        period=receipt.period,
        received_on=receipt.received_at.date(),
    )
    with Readers(catalog, workers=1) as readers:
        (reading,) = readers.read([job])
    return table_rows(
        table
        for table in reading.tables
        if (table.form, table.department, table.period) == (part.form, part.department, part.period)
    )


def _finish(opened: Original, returned: Returned, path: Path) -> None:
    book: Any = opened.book
    properties = book.custom_doc_props
    if PROPERTY in properties.names:
        del properties[PROPERTY]
    properties.append(StringProperty(name=PROPERTY, value=returned.receipt.submission_id))
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    book.template = False
    results = {title: opened.results_of(title) for title in opened.grids} if opened.keeps_formulas else {}
    save(book, path, results, book.worksheets)
