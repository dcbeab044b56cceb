"""An .xlsb written record by record: no library here writes one."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def brt(kind: int, body: bytes = b"") -> bytes:
    """One record: kind and length in 7 bits per byte."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(body)
    while size > 0x7F:
        length += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + length + bytes([size]) + body


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def cell(kind: int, column: int, body: bytes, style: int = 0) -> bytes:
    return brt(kind, struct.pack("<II", column, style) + body)


def value(column: int, content: Any, style: int = 0) -> bytes:
    """A text or a number."""
    if isinstance(content, str):
        return cell(6, column, wide(content), style)
    return cell(5, column, struct.pack("<d", float(content)), style)


def row(number: int, cells: Sequence[bytes], *, hidden: bool = False) -> bytes:
    flags = 0x10 if hidden else 0
    return brt(0, struct.pack("<IIHBBI", number, 0, 300, 0, flags, 0) + bytes(1)) + b"".join(cells)


def xlsb(
    path: Path,
    rows: Sequence[bytes],
    *,
    width: int,
    before: bytes = b"",
    after: bytes = b"",
    parts: Mapping[str, bytes] | None = None,
    state: int = 0,
) -> Path:
    """A workbook with one sheet; ``parts`` are styles, sharedStrings and comments by name."""
    sheet = brt(129) + brt(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)) + before
    sheet += brt(145) + b"".join(rows) + brt(146) + after + brt(130)
    bundle = brt(143) + brt(156, struct.pack("<II", state, 1) + wide("rId1") + wide("表1")) + brt(144)
    book = brt(131) + brt(153, struct.pack("<III", 0, 0, 0)) + bundle + brt(132)
    beside = {name: part for name, part in (parts or {}).items() if name != "comments"}
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.bin")}))
        package.writestr("xl/workbook.bin", book)
        targets = {"rId1": ("worksheet", "worksheets/sheet1.bin")}
        targets |= {f"rId{number}": (name, f"{name}.bin") for number, name in enumerate(beside, start=2)}
        package.writestr("xl/_rels/workbook.bin.rels", _relations(targets))
        package.writestr("xl/worksheets/sheet1.bin", sheet)
        for name, part in (parts or {}).items():
            package.writestr(f"xl/{name}.bin", part)
        if parts and "comments" in parts:
            told = _relations({"rId1": ("comments", "../comments.bin")})
            package.writestr("xl/worksheets/_rels/sheet1.bin.rels", told)
    return path


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f"<Relationships>{lines}</Relationships>"
