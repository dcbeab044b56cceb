"""The same rows in the dialects that no library here writes: compound .xls, .ods, XML of Excel 2003, web pages."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

Rows = Sequence[Sequence[Any]]


def record(kind: int, body: bytes = b"") -> bytes:
    """One record of a BIFF stream."""
    return struct.pack("<HH", kind, len(body)) + body


def xls_of_1995(path: Path, sheet: Sequence[bytes], globals_: Sequence[bytes], *, name: bytes = b"Sheet1") -> Path:
    """A BIFF5 workbook in the code page of Chinese Windows; ``sheet`` are the records of its one sheet."""
    body = record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0)) + b"".join(sheet) + record(0x0A)
    start = (
        record(0x809, struct.pack("<HHHH", 0x500, 0x05, 0, 0))
        + record(0x42, struct.pack("<H", 936))
        + b"".join(globals_)
    )
    at = len(start) + 4 + 7 + len(name) + 4
    book = start + record(0x85, struct.pack("<IBBB", at, 0, 0, len(name)) + name) + record(0x0A)
    path.write_bytes(compound({"Book": (book + body).ljust(4096, b"\x00")}))
    return path


def label_of_1995(row: int, column: int, value: str | float, style: int = 0) -> bytes:
    """A cell of BIFF5 with a text or a number."""
    if isinstance(value, str):
        text = value.encode("gb18030")
        return record(0x204, struct.pack("<HHHH", row, column, style, len(text)) + text)
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def xls(path: Path, rows: Rows, *, extra: Sequence[bytes] = (), globals_: Sequence[bytes] = ()) -> Path:
    """A BIFF8 workbook with one sheet; ``extra`` records go into the sheet, ``globals_`` into the book."""
    cells = b"".join(
        _cell(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row) if value is not None
    )
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + b"".join(extra) + cells + record(0x0A)
    start = record(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0)) + b"".join(globals_)
    name = "Sheet1".encode("latin-1")
    bound = 4 + 8 + len(name)
    at = len(start) + bound + 4
    book = start + record(0x85, struct.pack("<IBBBB", at, 0, 0, len(name), 0) + name) + record(0x0A)
    path.write_bytes(compound({"Workbook": (book + sheet).ljust(4096, b"\x00")}))
    return path


def _cell(row: int, column: int, value: Any) -> bytes:
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return record(0x204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + text)
    return record(0x203, struct.pack("<HHHd", row, column, 0, float(value)))


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file of streams of at least 4096 bytes."""
    chains, body, number = [], b"", 2
    for content in streams.values():
        count = -(-len(content) // 512)
        chains.append((number, count))
        body += content.ljust(count * 512, b"\x00")
        number += count
    table = [0xFFFFFFFD, 0xFFFFFFFE]
    for first, count in chains:
        table += [*range(first + 1, first + count), 0xFFFFFFFE]
    fat = struct.pack("<128I", *(table + [0xFFFFFFFF] * 128)[:128])
    directory = _entry("Root Entry", 5, 0xFFFFFFFF, 1, 0xFFFFFFFE, 0)
    names = list(streams)
    for number, (name, (first, _)) in enumerate(zip(names, chains, strict=True), start=1):
        right = number + 1 if number < len(names) else 0xFFFFFFFF
        directory += _entry(name, 2, right, 0xFFFFFFFF, first, len(streams[name]))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return header + fat + directory.ljust(512, b"\x00") + body


def _entry(name: str, kind: int, right: int, child: int, first: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    start = text.ljust(64, b"\x00") + struct.pack("<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, right, child)
    return start + bytes(36) + struct.pack("<IQ", first, size)


ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def odf(rows: Rows, *, before: str = "", styles: str = "") -> str:
    """A flat ODF document with one sheet; ``before`` is markup in front of its rows."""
    lines = "".join(f"<table:table-row>{''.join(map(_odf_cell, row))}</table:table-row>" for row in rows)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {ODF} office:mimetype='
        f'"application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>{styles}</office:automatic-styles>'
        f'<office:body><office:spreadsheet><table:table table:name="表1">{before}{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document>"
    )


def _odf_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        if value.startswith("<table:"):
            return value
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'


def ods(path: Path, content: str) -> Path:
    """The package form of an ODF document."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return path


def spreadsheetml(rows: Rows, *, cells: str = "", styles: str = "") -> str:
    """An XML spreadsheet of Excel 2003 with one sheet; ``cells`` is markup of a last row."""
    lines = "".join(f"<Row>{''.join(map(_xml_cell, row))}</Row>" for row in rows)
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Styles>{styles}</Styles><Worksheet ss:Name="表1"><Table>{lines}{cells}</Table></Worksheet></Workbook>'
    )


def _xml_cell(value: Any) -> str:
    if value is None:
        return "<Cell/>"
    kind = "String" if isinstance(value, str) else "Number"
    return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'


def web_page(rows: Rows, *, title: str = "", encoding: str = "utf-8") -> bytes:
    """A web page with one table, as systems export it."""
    cells = [[f"<td>{escape(str(value)) if value is not None else ''}</td>" for value in row] for row in rows]
    lines = "".join(f"<tr>{''.join(row)}</tr>" for row in cells)
    page = f'<html><head><meta charset="{encoding}"></head><body><h3>{title}</h3><table border=1>{lines}</table></body></html>'
    return page.encode(encoding)
