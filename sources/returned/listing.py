"""The sheet 问题清单: every fault, worst first, with a link to its cell and a place for the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from math import ceil
from typing import Any

from openpyxl.styles import Font, Protection
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

from sources.contract import Level
from sources.decisions.explanation import SHORTEST
from sources.finding import Finding
from sources.returned.answers import ANSWER_HEADING, FINDING, LIST_SHEET, MUST_CORRECT, NO_NEED, VALUE
from sources.returned.heading import TITLE
from sources.returned.marks import FILLS, LEVELS, Place
from sources.returned.submission import Listed
from sources.returned.text import put_text
from sources.template import look
from sources.template.columns import text_width

# The headings are no column names of any form: a reader must not take this sheet for one.
HEADINGS = (
    "条目",
    "问题级别",
    "审核规则",
    "问题位置",
    "问题和改法",
    "现在的内容",
    "应为内容",
    ANSWER_HEADING,
    FINDING,
    VALUE,
)
_WIDTHS = (6, 9, 20, 20, 56, 20, 24, 44, 18, 18)
_NUMBER, _LEVEL, _RULE, _PLACE, _MESSAGE, _VALUE, _EXPECTED, _ANSWER, _ID, _RAW = range(1, len(HEADINGS) + 1)
_SHOWN_COLUMNS = _ANSWER
#: Excel keeps at most 65,530 links on a sheet.
_MOST_LINKS = 65_000
_CUT = 500
_LINE = 15.0
_ANSWER_FILL = "FFFFFBE6"


@dataclass(frozen=True)
class Entry:
    """A line of the list: the finding, rule and message in words, the cell that shows it, an answer given earlier."""

    listed: Listed
    rule: str
    message: str
    place: Place | None
    answer: str | None = None
    refused: str | None = None


def add_list(book: Any, entries: Sequence[Entry], above: Sequence[str]) -> None:
    """Write the list as the first sheet of the workbook and show it first."""
    sheet = book.create_sheet(LIST_SHEET, 0)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for column in (_ID, _RAW):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    header_row = _write_above(sheet, above)
    _write_header(sheet, header_row)
    styles = _Styles(sheet)
    for number, entry in enumerate(entries, start=1):
        _write(sheet, header_row + number, number, entry, styles)
    _ask_for_answers(sheet, entries, header_row + 1)
    if entries:
        last = get_column_letter(_SHOWN_COLUMNS)
        sheet.auto_filter.ref = f"A{header_row}:{last}{header_row + len(entries)}"
    _protect(sheet)
    look.print_setup(sheet, _SHOWN_COLUMNS, header_row)
    sheet.print_title_rows = f"{header_row}:{header_row}"
    show_first(book, sheet)


def show_first(book: Any, sheet: Any) -> None:
    """Let the workbook open on a sheet, and on it alone: what is typed into one of several chosen sheets goes into all."""
    for other in book._sheets:
        for view in getattr(getattr(other, "views", None), "sheetView", ()):
            view.tabSelected = other is sheet
    book.active = book._sheets.index(sheet)
    for view in book.views:
        view.firstSheet = 0


def _write_above(sheet: Any, above: Sequence[str]) -> int:
    """Write the title and a line per row, each over the whole width; return the heading's row."""
    wide = sum(_WIDTHS[:_SHOWN_COLUMNS])
    for row, text in enumerate((TITLE, *above), start=1):
        cell = sheet.cell(row, 1)
        put_text(cell, text)
        cell.font, cell.alignment = (look.TITLE, look.LINE_LEFT) if row == 1 else (look.INFO, look.LEFT)
        sheet.row_dimensions[row].height = 30 if row == 1 else 3 + _LINE * ceil(text_width(text) * 1.15 / wide)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_SHOWN_COLUMNS)
    return len(above) + 3


def _write_header(sheet: Any, row: int) -> None:
    for column, heading in enumerate(HEADINGS, start=1):
        cell = sheet.cell(row, column)
        put_text(cell, heading)
        cell.font, cell.border, cell.alignment = look.HEADING, look.GRID, look.CENTER
        cell.fill = look.fill(look.HEADER_FILL)
    sheet.row_dimensions[row].height = 26


class _Styles:
    """The looks of the list's cells, each made once on a cell and copied from it."""

    def __init__(self, sheet: Any) -> None:
        self._made: dict[str, Any] = {}
        cell = sheet.cell(1, len(HEADINGS) + 2)
        for name, given in _looks().items():
            cell.font, cell.border, cell.alignment = look.BODY, look.GRID, look.LEFT
            cell.fill, cell.protection, cell.number_format = look.fill("FFFFFF"), Protection(), "General"
            for attribute, value in given.items():
                setattr(cell, attribute, value)
            self._made[name] = copy(cell._style)
        del sheet._cells[cell.row, cell.column]

    def give(self, cell: Any, name: str) -> None:
        """Give a cell a look."""
        cell._style = copy(self._made[name])


def _looks() -> dict[str, dict[str, Any]]:
    levels = {
        level.value: {"fill": look.fill(FILLS[level]), "font": look.HEADING, "alignment": look.CENTER}
        for level in LEVELS
    }
    answer = {"fill": look.fill(_ANSWER_FILL), "protection": Protection(locked=False), "number_format": "@"}
    return {
        **levels,
        "text": {"number_format": "@"},
        "number": {"alignment": look.CENTER},
        "link": {"font": Font(name=look.FACE, size=10, color="0563C1", underline="single")},
        "answer": answer,
        "no_answer": {"font": look.SMALL, "alignment": look.CENTER},
    }


def _write(sheet: Any, row: int, number: int, entry: Entry, styles: _Styles) -> None:
    found = entry.listed.finding
    texts = {
        _LEVEL: LEVELS[found.level],
        _RULE: f"{found.rule} {entry.rule}".strip(),
        _PLACE: place_in_words(found),
        _MESSAGE: entry.message + (f"（上次的说明没有通过：{entry.refused}）" if entry.refused else ""),
        _VALUE: _cut(found.value),
        _EXPECTED: _expected(found),
        _ID: entry.listed.finding_id,
        _RAW: found.value or "",
        _ANSWER: _answer(entry),
    }
    cell = sheet.cell(row, _NUMBER, number)
    styles.give(cell, "number")
    for column, text in texts.items():
        cell = sheet.cell(row, column)
        styles.give(cell, _style_of(column, entry, number))
        if text:
            put_text(cell, text)
    if entry.place is not None and number <= _MOST_LINKS:
        _link(sheet.cell(row, _PLACE), entry.place)
    sheet.row_dimensions[row].height = _height(texts)


def _style_of(column: int, entry: Entry, number: int) -> str:
    level = entry.listed.finding.level
    if column == _LEVEL:
        return level.value
    if column == _PLACE and entry.place is not None and number <= _MOST_LINKS:
        return "link"
    if column == _ANSWER:
        return "answer" if level is Level.VERIFY else "no_answer"
    return "text"


def _answer(entry: Entry) -> str:
    if entry.listed.finding.level is Level.VERIFY:
        return entry.answer or ""
    return MUST_CORRECT if entry.listed.finding.level is Level.MANDATORY else NO_NEED


def place_in_words(found: Finding) -> str:
    """Return the sheet and the cell, row or column that a finding is about."""
    where = found.cell or (f"第{found.row}行" if found.row else "")
    if not where and found.title:
        where = f"“{found.title}”列"
    return " ".join(part for part in (found.sheet, where) if part) or "整个文件"


def _expected(found: Finding) -> str:
    difference = f"（相差 {found.difference}）" if found.difference else ""
    return f"{_cut(found.expected)}{difference}"


def _cut(text: str | None) -> str:
    return "" if not text else text if len(text) <= _CUT else f"{text[:_CUT]}…"


def _link(cell: Any, place: Place) -> None:
    """Link to a cell of this workbook: a location, never an address."""
    title, row, column = place
    target = f"{quote_sheetname(title)}!{get_column_letter(column)}{row}"
    cell._hyperlink = Hyperlink(ref=cell.coordinate, location=target, tooltip="点击跳到该单元格")


def _height(texts: Mapping[int, str]) -> float:
    shown = (column for column in texts if column <= _SHOWN_COLUMNS)
    lines = max(ceil(text_width(texts[column]) * 1.15 / _WIDTHS[column - 1]) for column in shown)
    return min(6 + _LINE * max(lines, 1), 300.0)


def _ask_for_answers(sheet: Any, entries: Sequence[Entry], first: int) -> None:
    """Ask for at least ten characters where an answer is wanted; Excel warns, the reader checks again."""
    rows = [first + number for number, entry in enumerate(entries) if entry.listed.finding.level is Level.VERIFY]
    if not rows:
        return
    check = DataValidation(type="textLength", operator="greaterThanOrEqual", formula1=str(SHORTEST), allow_blank=True)
    check.showInputMessage = check.showErrorMessage = True
    check.errorStyle = "stop"
    check.promptTitle, check.prompt = "核实说明", f"数据无误的写明原因，不少于 {SHORTEST} 个字，不能只写“属实”。"
    check.errorTitle, check.error = "说明太短", f"核实说明不少于 {SHORTEST} 个字，请写明数字为何如此。"
    letter = get_column_letter(_ANSWER)
    # Worst first: the findings to verify stand together.
    check.add(f"{letter}{rows[0]}:{letter}{rows[-1]}")
    sheet.add_data_validation(check)


def _protect(sheet: Any) -> None:
    """Lock everything but the answers, without a password; widths, heights and the filter stay free."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.autoFilter = False
