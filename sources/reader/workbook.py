"""Open a workbook in any Excel dialect and give its sheets as grids of cells. Values stay as the file stores them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from sources.reader.package import Package, SheetFacts

#: A merged range: first row, first column, last row, last column, counted from 1.
Merge = tuple[int, int, int, int]


class UnreadableError(Exception):
    """The file cannot be opened as a workbook; the text says why, for the person who sent it."""


@dataclass
class Sheet:
    """One sheet. ``rows[r - 1][c - 1]`` is the cell in row r and column c; empty cells are None."""

    name: str
    rows: list[list[Any]]
    merges: list[Merge] = field(default_factory=list)
    visible: bool = True
    facts: SheetFacts = field(default_factory=SheetFacts)

    def cell(self, row: int, column: int) -> Any:
        """Return the stored value of a cell, None when the sheet does not reach that far."""
        if row > len(self.rows):
            return None
        line = self.rows[row - 1]
        return line[column - 1] if column <= len(line) else None


@dataclass
class Workbook:
    """A workbook that could be opened, and the custom properties of its package (empty for other dialects)."""

    sheets: list[Sheet]
    properties: dict[str, str] = field(default_factory=dict)


def open_workbook(path: Path) -> Workbook:
    """Open xlsx, xlsm, xlsb, xls, ods or csv. Raises ``UnreadableError`` with the reason in Chinese."""
    data = path.read_bytes()
    if not data:
        raise UnreadableError("文件是空的（0 字节）")
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return _open_csv(path.stem, data)
    return _open_binary(data)


def _open_binary(data: bytes) -> Workbook:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        package = Package.open(data)
        sheets = [_sheet(book, package, meta) for meta in book.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
    except PasswordError:
        raise UnreadableError("文件有打开密码，请取消密码后再报送") from None
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableError(_reason(data, error)) from error
    except BaseException as error:  # the Rust reader panics outside Exception on some damaged files
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableError("文件已损坏") from None
    return Workbook(sheets, package.properties)


def _sheet(book: CalamineWorkbook, package: Package, meta: Any) -> Sheet:
    sheet = book.get_sheet_by_name(meta.name)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for row in rows:
        for index, value in enumerate(row):
            if value == "":
                row[index] = None
    ranges = sheet.merged_cell_ranges or []
    merges = [(r1 + 1, c1 + 1, r2 + 1, c2 + 1) for (r1, c1), (r2, c2) in ranges]
    return Sheet(meta.name, rows, merges, meta.visible is SheetVisibleEnum.Visible, package.facts(meta.name))


def _open_csv(name: str, data: bytes) -> Workbook:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UnreadableError("文本文件的编码既不是 UTF-8 也不是 GB18030")
    try:
        dialect: Any = csv.Sniffer().sniff(text[:4096], delimiters=",\t;")
    except csv.Error:
        dialect = csv.excel
    try:
        rows: list[list[Any]] = [[cell or None for cell in row] for row in csv.reader(io.StringIO(text), dialect)]
    except csv.Error as error:
        raise UnreadableError("文本文件的引号或换行不完整") from error
    return Workbook([Sheet(name, rows)])


def _reason(data: bytes, error: Exception) -> str:
    if data[:5].lower() in (b"<html", b"<!doc", b"<?xml") or data[:6] == b"<table":
        return "这是网页或 XML 文件，只是扩展名改成了 Excel"
    if data[:4] == b"%PDF":
        return "这是 PDF 文件"
    if data[:2] not in (b"PK", b"\xd0\xcf"):
        return "这不是 Excel 工作簿"
    return f"文件已损坏或不完整（{type(error).__name__}）"
