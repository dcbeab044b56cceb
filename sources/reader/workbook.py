"""Open a workbook in any dialect and give its sheets as grids of cells. Values stay as the file stores them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from sources.reader import sheet_xml, xlsb
from sources.reader.biff import facts_of_xls
from sources.reader.delimited import read_delimited
from sources.reader.facts import SheetFacts
from sources.reader.kind import Kind, kind_of
from sources.reader.package import Package
from sources.reader.placed import Placed
from sources.reader.refusal import (
    ENCRYPTED,
    FILE_BYTES,
    MERGED_CELLS,
    MERGES,
    SHEETS,
    UnreadableError,
    check_area,
    malicious,
    too_large,
)

__all__ = ["Merge", "Sheet", "SheetFacts", "UnreadableError", "Workbook", "open_workbook"]

#: A merged range: first row, first column, last row, last column, counted from 1.
Merge = tuple[int, int, int, int]

_DAMAGED = "文件已损坏或不完整，请用 Excel 或 WPS 打开并修复后另存为 .xlsx 再报送"


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
    """A workbook that could be opened.

    ``properties`` are the custom properties of its package (empty for other dialects), ``epoch_1904`` says from where
    its serial dates count, ``remarks`` are oddities of the file as a whole: rule and what it is about.
    """

    sheets: list[Sheet]
    properties: dict[str, str] = field(default_factory=dict)
    epoch_1904: bool = False
    remarks: list[tuple[str, str]] = field(default_factory=list)


def open_workbook(path: Path) -> Workbook:
    """Open a workbook; what it is is told from its content, never from its name.

    Reads xlsx, xlsm, xlsb, xls, WPS et, ods, fods, XML of Excel 2003, web pages and text with separators. Raises
    ``UnreadableError`` with the rule and, in Chinese, what the file is and what to do.
    """
    if path.stat().st_size > FILE_BYTES:
        raise too_large(
            f"文件有{path.stat().st_size >> 20} MB，超过{FILE_BYTES >> 20} MB 的上限；请删除无关内容后再报送"
        )
    data = path.read_bytes()
    kind = kind_of(data)
    if kind is Kind.ZIP:
        return _open_package(data)
    if kind is Kind.XLS:
        return _open_xls(data)
    if kind is Kind.TEXT:
        return Workbook([Sheet(path.stem, read_delimited(data))])
    return _placed(_read_markup(kind, data))


def _read_markup(kind: Kind, data: bytes) -> list[Placed]:
    from sources.reader.html_table import read_html, read_mhtml
    from sources.reader.open_document import read_open_document
    from sources.reader.spreadsheetml import read_spreadsheetml

    if kind is Kind.SPREADSHEETML:
        return read_spreadsheetml(data)
    if kind is Kind.FLAT_ODS:
        return read_open_document(data)
    return read_html(data) if kind is Kind.HTML else read_mhtml(data)


def _placed(sheets: Iterable[Placed]) -> Workbook:
    found = []
    for sheet in sheets:
        rows = sheet.rows()
        merges = _clipped(sheet.name, sheet.merges, rows)
        found.append(Sheet(sheet.name, rows, merges, sheet.visible, sheet.facts))
    return Workbook(found)


def _open_package(data: bytes) -> Workbook:
    package = Package(data)
    if package.flavour == "ods":
        from sources.reader.open_document import read_open_document

        book = _placed(read_open_document(package.archive.read("content.xml")))
    elif package.flavour == "xlsb":
        book = _open_xlsb(data, package)
    else:
        book = _open_xlsx(data, package)
    book.remarks += package.remarks
    return book


def _open_xlsb(data: bytes, package: Package) -> Workbook:
    sheets = _fast(data)
    for sheet in sheets:
        part = package.xml(sheet.name)
        sheet.facts = package.facts(sheet.name, part)
        sheet.merges = sheet.merges or _clipped(sheet.name, xlsb.merges_in(part), sheet.rows)
    return Workbook(sheets, epoch_1904=package.epoch_1904)


def _open_xlsx(data: bytes, package: Package) -> Workbook:
    """Read the sheets one by one: the markup is looked at before any reader builds a grid of it."""
    try:
        sheets = _fast(data, package)
        remarks: list[tuple[str, str]] = []
    except UnreadableError as error:
        if error.rule != "XL-UNREADABLE":
            raise
        sheets = _slow(data, package)
        remarks = [("XL-DAMAGED", "工作簿结构")]
    return Workbook(sheets, package.properties, package.epoch_1904, remarks)


def _slow(data: bytes, package: Package) -> list[Sheet]:
    from sources.reader.second_reader import read_again

    for name in package.sheets:
        _look(name, package)
    found = []
    for placed in read_again(data):
        rows = placed.rows()
        xml, facts = _look(placed.name, package)
        merges = _clipped(placed.name, sheet_xml.merges_in(xml), rows)
        found.append(Sheet(placed.name, rows, merges, placed.visible, facts))
    return found


def _look(name: str, package: Package) -> tuple[bytes, SheetFacts]:
    """Return a sheet's markup and oddities. Raises ``UnreadableError`` when its cells lie too far apart."""
    xml = package.xml(name)
    check_area(name, *package.extent(name, xml))
    return xml, package.facts(name, xml)


def _open_xls(data: bytes) -> Workbook:
    sheets = _fast(data)
    facts = facts_of_xls(data)
    in_order = list(facts.sheets) if len(facts.sheets) == len(sheets) else [sheet.name for sheet in sheets]
    for sheet, name in zip(sheets, in_order, strict=True):
        sheet.name = sheet.name if sheet.name in facts.sheets else name
        sheet.facts = facts.sheets.get(sheet.name, sheet.facts)
        _write_texts(sheet, facts.texts.get(sheet.name, {}))
    remarks = [("XL-MACROS", "")] if facts.macros else []
    return Workbook(sheets, epoch_1904=facts.epoch_1904, remarks=remarks)


def _write_texts(sheet: Sheet, texts: Mapping[tuple[int, int], str]) -> None:
    """Put texts in their cells, over what the fast reader made of a code page it does not know."""
    for (row, column), text in texts.items():
        if row <= len(sheet.rows) and column <= len(sheet.rows[row - 1]):
            sheet.rows[row - 1][column - 1] = text or None


def _fast(data: bytes, package: Package | None = None) -> list[Sheet]:
    """Read with calamine. Raises ``UnreadableError`` whatever becomes of it."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        metas = [meta for meta in book.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
        if len(metas) > SHEETS:
            raise too_large(f"工作簿有{len(metas)}张工作表，超过{SHEETS}张的上限；请拆成几个工作簿报送")
        return [_sheet(book, meta, package) for meta in metas]
    except PasswordError:
        raise UnreadableError("文件有打开密码，请取消密码后再报送", ENCRYPTED) from None
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableError(_DAMAGED) from error
    except BaseException as error:  # the Rust reader panics outside Exception on some damaged files
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableError(_DAMAGED) from None


def _sheet(book: CalamineWorkbook, meta: Any, package: Package | None) -> Sheet:
    facts = _look(meta.name, package)[1] if package else SheetFacts()
    sheet = book.get_sheet_by_name(meta.name)
    check_area(meta.name, sheet.total_height, sheet.total_width)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for row in rows:
        if "" in row:
            row[:] = [None if value == "" else value for value in row]
    ranges = sheet.merged_cell_ranges or []
    merges = [(r1 + 1, c1 + 1, r2 + 1, c2 + 1) for (r1, c1), (r2, c2) in ranges]
    return Sheet(meta.name, rows, _clipped(meta.name, merges, rows), meta.visible is SheetVisibleEnum.Visible, facts)


def _clipped(name: str, merges: list[Merge], rows: list[list[Any]]) -> list[Merge]:
    """Refuse more merges than a person can make, and merges that lie over each other again and again."""
    if len(merges) > MERGES:
        raise too_large(f"工作表“{name}”的合并单元格有{len(merges):,}处，超过{MERGES:,}处的上限；请取消合并后再报送")
    height, width = len(rows), max(map(len, rows), default=0)
    covered = sum(
        max(min(bottom, height) - top + 1, 0) * max(min(right, width) - left + 1, 0)
        for top, left, bottom, right in merges
    )
    if covered > max(MERGED_CELLS, 2 * height * width):
        raise malicious(f"工作表“{name}”的合并单元格互相重叠，正常的工作簿不会有；请取消合并后再报送")
    return merges
