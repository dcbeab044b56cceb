"""The department's workbook, opened to be marked: with its formatting where possible, else from its cells as read."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from sources.reader.workbook import Sheet, UnreadableError, open_workbook
from sources.reader.workbook import Workbook as Grids
from sources.returned.package import Contents, contents_of
from sources.returned.safety import kept_sheets, remove_reaching
from sources.returned.text import put_text
from sources.template.columns import text_width

_DATE_FORMATS: dict[type, str] = {
    datetime: "yyyy-mm-dd hh:mm:ss",
    date: "yyyy-mm-dd",
    time: "hh:mm:ss",
    timedelta: "[h]:mm:ss",
}
_ROWS, _COLUMNS = 1_048_576, 16_384
_WIDEST_MERGE = 100_000
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
#: So many rows decide how wide a column is.
_MEASURED = 200


@dataclass
class Original:
    """A workbook to mark, and what its cells hold.

    ``titles`` maps the names of sheets, as findings know them, to the titles in ``book`` (text files have no names of
    their own). ``notes`` say in Chinese what could not be kept.
    """

    book: Workbook
    grids: dict[str, Sheet] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    keeps_formulas: bool = False

    def result(self, title: str, row: int, column: int) -> Any:
        """Return what a cell of a sheet held when it was read; None for sheets that are not worksheets."""
        grid = self.grids.get(title)
        return grid.cell(row, column) if grid else None

    def results_of(self, title: str) -> Callable[[int, int], Any]:
        """Return the cells of a sheet, as a function of row and column, as a worksheet stores them."""
        epoch: Any = self.book.epoch

        def result(row: int, column: int) -> Any:
            value = self.result(title, row, column)
            if isinstance(value, (date, time, timedelta)):
                return to_excel(value, epoch)  # type: ignore[no-untyped-call]
            return value

        return result


def open_original(path: Path, name: str) -> Original:
    """Open what a department sent. ``name`` is the file's own name.

    Never raises for what the file holds: one that cannot be opened gives an empty workbook and a note.
    """
    try:
        grids = open_workbook(path)
    except UnreadableError:
        return nothing_opened()
    contents = contents_of(path)
    if contents is None:
        return _rewritten(grids, name, [f"原文件不是 .xlsx 格式，已按读取的内容转存，{_LOST}。"])
    notes = ["原文件含宏，本文件已去除宏。"] if contents.macros else []
    found = _formatted(path, grids, contents) if contents.readable else None
    if found is None:
        return _rewritten(grids, name, [*notes, f"原文件的结构无法按原样保留，已按读取的内容转存，{_LOST}。"])
    return _safe(found, contents, notes)


def nothing_opened() -> Original:
    """Return the workbook of an original that cannot be opened: it has no sheets yet."""
    return Original(_empty_book(), notes=["原文件打不开，本文件只有问题清单；请修好后重新报送原文件。"])


_LOST = "字体、颜色等格式和公式没有保留"


def _empty_book() -> Workbook:
    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    return book


def _formatted(path: Path, grids: Grids, contents: Contents) -> Original | None:
    """Open the workbook with its formatting; None when that fails or would lose a sheet that was read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # From memory: the copy in the inbox has the extension that the department gave it, right or wrong.
            book = load_workbook(io.BytesIO(path.read_bytes()), rich_text=contents.rich)
    except Exception:
        # Parts that a strict reader refuses are common in workbooks from other programs; their cells were read.
        return None
    names = [sheet.name for sheet in grids.sheets]
    if not set(names) <= {sheet.title for sheet in book.worksheets}:
        return None
    kept_sheets(book, names)
    return Original(
        book, {sheet.name: sheet for sheet in grids.sheets}, dict(zip(names, names, strict=True)), keeps_formulas=True
    )


def _safe(found: Original, contents: Contents, notes: list[str]) -> Original:
    replaced = remove_reaching(found.book, found.result)
    if replaced or contents.links:
        notes.append(f"原文件引用了其他文件或网络地址，相关公式 {replaced} 处已改为当时的数值。")
    kept = sum(len(getattr(sheet, "_images", ())) for sheet in found.book.worksheets)
    if contents.pictures > kept:
        notes.append("原文件中的图片没有保留。")
    found.notes = notes
    return found


def _rewritten(grids: Grids, name: str, notes: list[str]) -> Original:
    """Write the cells as read into a new workbook, with their merged ranges."""
    made = Original(_empty_book(), notes=notes)
    single = len(grids.sheets) == 1 and Path(name).suffix.lower() in (".csv", ".txt", ".tsv")
    for sheet in grids.sheets:
        title = _title(Path(name).stem if single else sheet.name, made)
        page: Any = made.book.create_sheet(title)
        page.sheet_state = "visible" if sheet.visible else "hidden"
        made.titles[sheet.name] = page.title
        made.grids[page.title] = sheet
        if _fill(page, sheet):
            made.notes.append(f"工作表“{page.title}”超出 Excel 的行列上限，超出部分没有写入。")
    return made


def _title(name: str, made: Original) -> str:
    """Return a title that Excel takes and that no other sheet has."""
    wanted = _NOT_IN_NAMES.sub(" ", name).strip(" '")[:_LONGEST_NAME] or "Sheet"
    taken = {title.lower() for title in made.book.sheetnames}
    number, title = 2, wanted
    while title.lower() in taken:
        title = f"{wanted[: _LONGEST_NAME - len(str(number)) - 2]}({number})"
        number += 1
    return title


def _fill(page: Any, sheet: Sheet) -> bool:
    """Write the cells; return whether some lie beyond what a worksheet holds."""
    widths: dict[int, int] = {}
    for number, line in enumerate(sheet.rows[:_ROWS], start=1):
        for column, value in enumerate(line[:_COLUMNS], start=1):
            if value is None:
                continue
            _put(page.cell(number, column), value)
            if number <= _MEASURED and isinstance(value, str):
                widths[column] = max(widths.get(column, 0), text_width(value.split("\n")[0]))
    for column, width in widths.items():
        page.column_dimensions[get_column_letter(column)].width = min(max(width + 2, 9), 40)
    for top, left, bottom, right in sheet.merges:
        if (bottom - top + 1) * (right - left + 1) <= _WIDEST_MERGE:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    return len(sheet.rows) > _ROWS or any(len(line) > _COLUMNS for line in sheet.rows[:_ROWS])


def _put(cell: Any, value: Any) -> None:
    if isinstance(value, bool):
        cell.value = value
    elif isinstance(value, float):
        if value != value or abs(value) == float("inf"):
            put_text(cell, str(value))
        else:
            cell.value = int(value) if value.is_integer() and abs(value) < 1e15 else value
    elif isinstance(value, int):
        cell.value = value
    elif isinstance(value, (date, time, timedelta)):
        cell.value = value
        cell.number_format = _DATE_FORMATS[type(value)]
    else:
        put_text(cell, str(value))
