"""What spreadsheets and their senders do to a workbook: a good one, drawn and then spoiled in its cells or its bytes."""

from __future__ import annotations

import io
import struct
import tempfile
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from sources.contract import Catalog
from sources.sample.delivery import Delivery, Fault, Sheet
from sources.sample.layouts import layout_of
from sources.template.package import save

#: The written file and the cell of the fault ('' for a whole sheet) → spoils the file.
Alter = Callable[[Path, str], None]
_LINKS = "xl/externalLinks/externalLink1.xml"
_CARS = (("序号", "车牌", "用车人", "里程"), (1, "示A·00001", "尚云", 32), (2, "示A·00002", "佟悦", 57))
_DOCTYPE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///none">]>'


@dataclass(frozen=True)
class Spoiled:
    """One way to spoil a workbook. ``field``: the cell of which row (from 0) the finding must name, None for none."""

    rule: str
    alter: Alter
    field: str | None = None
    row: int = 1


def book_drafts(catalog: Catalog, good: Delivery, sheet: Sheet) -> Iterator[tuple[Delivery, Alter]]:
    """Yield drafts of a project list, each with what is done to the written file."""
    form = catalog.form(sheet.form)
    style = layout_of(form, None).style(form, sheet.rows)
    for spoiled in _SPOILED:
        held = spoiled.row if spoiled.field else None
        faults = (Fault(spoiled.rule, "", held, spoiled.field),)
        total: Literal["", "bottom"] = "bottom" if spoiled.rule == "R02" else ""
        file = f"{form.title}{sheet.period}（{spoiled.rule}）.xlsx"
        drawn = replace(sheet, style=replace(style, total=total, above=(*style.above, f"（{spoiled.rule}）")), faults=faults)  # fmt: skip
        yield Delivery(good.department, file, good.received_at - timedelta(days=1), (drawn,)), spoiled.alter
    yield replace(_refused(good, "XL-ENCRYPTED", ".ods"), content=_with_password()), _nothing
    yield replace(_refused(good, "XL-TOO-LARGE", ".xlsx"), content=_far_away()), _nothing


def headline_draft(catalog: Catalog, good: Delivery, sheet: Sheet) -> Delivery:
    """Return the talks with a sentence over the header that counts more projects than are listed (R03)."""
    form = catalog.form(sheet.form)
    style = layout_of(form, None).style(form, sheet.rows)
    said = replace(style, above=(*style.above, f"本期共上报在谈项目{len(sheet.rows) + 9}个"))
    drawn = replace(sheet, style=said, faults=(Fault("R03", ""),))
    return Delivery(good.department, f"{form.title}{sheet.period}（R03）.xlsx", good.received_at - timedelta(days=1), (drawn,))  # fmt: skip


def _refused(good: Delivery, rule: str, suffix: str) -> Delivery:
    return Delivery(good.department, f"项目台账（{rule}）{suffix}", good.received_at, faults=(Fault(rule, ""),))


def _nothing(path: Path, cell: str) -> None:
    """The file is what it is."""


def _in_cells(change: Callable[[Any, str], None]) -> Alter:
    """Spoil the first sheet of the workbook, opened as a person would."""

    def alter(path: Path, cell: str) -> None:
        book = load_workbook(path)
        change(book.worksheets[0], cell)
        book.save(path)

    return alter


def _put(value: Any, number_format: str = "General") -> Alter:
    def change(sheet: Any, cell: str) -> None:
        sheet[cell].value = sheet[cell].value if value is None else value
        sheet[cell].number_format = number_format

    return _in_cells(change)


def _comment(sheet: Any, cell: str) -> None:
    sheet[cell].comment = Comment("此数以批复为准", "某人")


def _strike(sheet: Any, cell: str) -> None:
    sheet[cell].font = Font(strike=True)


def _merge_up(sheet: Any, cell: str) -> None:
    held = sheet[cell]
    sheet.merge_cells(start_row=held.row - 1, end_row=held.row, start_column=held.column, end_column=held.column)


def _hide(sheet: Any, cell: str) -> None:
    sheet.row_dimensions[sheet.max_row - 3].hidden = True


def _count_otherwise(sheet: Any, cell: str) -> None:
    row = next(row for row in range(sheet.max_row, 0, -1) if sheet.cell(row, 1).value == "合计")
    sheet.cell(row, 1).value = "合计（99个）"


def _add_table(sheet: Any, cell: str) -> None:
    for row, line in enumerate(_CARS, start=sheet.max_row + 3):
        for column, value in enumerate(line, start=1):
            sheet.cell(row, column).value = value


def _add_sheet(sheet: Any, cell: str) -> None:
    other = sheet.parent.create_sheet("车辆")
    for line in _CARS:
        other.append(line)


def _in_parts(change: Callable[[str, bytes], bytes], **more: bytes) -> Alter:
    """Rewrite the parts of the package, and add some."""

    def alter(path: Path, cell: str) -> None:
        with zipfile.ZipFile(path) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # One of them bears a name twice, on purpose.
            for name, content in [*((name, change(name, content)) for name, content in parts), *more.items()]:
                package.writestr(name, content)
        path.write_bytes(buffer.getvalue())

    return alter


def _as_it_is(name: str, content: bytes) -> bytes:
    return content


def _narrow(name: str, content: bytes) -> bytes:
    start = content.find(b'<dimension ref="')
    if start < 0:
        return content
    return content[:start] + b'<dimension ref="A1:C3"' + content[content.index(b'"', start + 16) + 1 :]


def _declared(name: str, content: bytes) -> bytes:
    if name != "xl/workbook.xml":
        return content
    at = content.index(b"<workbook")
    return content[:at] + _DOCTYPE + content[at:]


def _wrong_checksum(path: Path, cell: str) -> None:
    """Let the index promise another checksum of a part than its content has."""
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"docProps/app.xml"))
    (checksum,) = struct.unpack_from("<I", content, at + 16)
    struct.pack_into("<I", content, at + 16, checksum ^ 0xFFFF)
    path.write_bytes(bytes(content))


_ENCRYPTED = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": b"\x00" * 64,
    "META-INF/manifest.xml": b"<manifest><file-entry><encryption-data/></file-entry></manifest>",
}


def _with_password() -> bytes:
    """Return an .ods whose parts are encrypted."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in _ENCRYPTED.items():
            package.writestr(zipfile.ZipInfo(name), content)  # without the clock: the same seed gives the same bytes
    return buffer.getvalue()


def _far_away() -> bytes:
    """Return a workbook of two cells, too far apart."""
    book = Workbook()
    book.worksheets[0]["A1"] = "项目名称"
    book.worksheets[0].cell(900_000, 40).value = 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "far.xlsx"
        save(book, path)
        return path.read_bytes()


_SPOILED = (
    Spoiled("A11", _in_cells(_hide)),
    Spoiled("A19", _in_cells(_add_table)),
    Spoiled("A21", _in_cells(_add_sheet)),
    Spoiled("R02", _in_cells(_count_otherwise)),
    Spoiled("XL-CODE-RETYPED", _put(5179), "industry_code"),
    Spoiled("XL-DATE-AMBIGUOUS", _put(45_800), "planned_start_date"),
    Spoiled("XL-DISPLAY-DIFFERS", _put(None, ";;;"), "funds_in_place_wan"),
    Spoiled("XL-MERGE-FILL", _in_cells(_merge_up), "leader_name"),
    Spoiled("XL-COMMENT", _in_cells(_comment), "total_investment_wan"),
    Spoiled("XL-STRUCK", _in_cells(_strike), "project_name"),
    Spoiled("XL-DIMENSION", _in_parts(_narrow)),
    Spoiled("XL-MACROS", _in_parts(_as_it_is, **{"xl/vbaProject.bin": b"0"})),
    Spoiled("XL-LINKS", _in_parts(_as_it_is, **{_LINKS: b"<externalLink/>"})),
    Spoiled("XL-DUPLICATE-PART", _in_parts(_as_it_is, **{"docProps/app.xml": b"<Properties/>"})),
    Spoiled("XL-DAMAGED", _wrong_checksum),
    Spoiled("XL-MALICIOUS", _in_parts(_declared)),
)  # fmt: skip
