"""What stands in a workbook's package beside cells, and how a marked workbook is saved."""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.writer.excel import ExcelWriter

from sources.returned.text import storable

#: A package that unpacks to more is not opened with its formatting (bytes).
LARGEST = 400 << 20
#: Merged ranges and links are spread over their cells when a workbook is opened.
_WIDEST = 200_000

_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref=\"([A-Z]+\d+:[A-Z]+\d+)\"")
_FORMULA_CELL = re.compile(
    r'<c r="([A-Z]+[0-9]+)"((?: s="\d+")?)((?: t="\w+")?)>(<f(?:\s[^>]*)?(?:/>|>[^<]*</f>))<v\s*(?:/>|></v>)</c>'
)
#: (row, column) → the value that a formula had in the original.
Results = Callable[[int, int], Any]


@dataclass(frozen=True)
class Contents:
    """What a package holds that a marked workbook does not keep, and how it may be opened.

    ``rich`` says that texts are formatted in parts, which costs time to read.
    """

    readable: bool
    rich: bool
    macros: bool
    pictures: int
    links: int


def contents_of(path: Path) -> Contents | None:
    """Return what is in an .xlsx or .xlsm package; None for other dialects and damaged files."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if "[Content_Types].xml" not in names or any(name.endswith("workbook.bin") for name in names):
                return None
            readable, rich = _texts(archive)
            return Contents(
                readable=readable,
                rich=rich,
                macros=any(name.lower().endswith("vbaproject.bin") or "macrosheets/" in name for name in names),
                pictures=sum(name.startswith("xl/media/") for name in names),
                links=sum(bool(re.fullmatch(r"xl/externalLinks/\w+\.xml", name)) for name in names),
            )
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return None


def _texts(archive: zipfile.ZipFile) -> tuple[bool, bool]:
    """Say whether opening the package takes bounded time and memory, and whether texts are formatted in parts."""
    if sum(info.file_size for info in archive.infolist()) > LARGEST:
        return False, False
    covered, rich = 0, False
    for name in archive.namelist():
        if name.endswith(".xml") and name.startswith(("xl/worksheets/", "xl/sharedStrings")):
            xml = archive.read(name)
            covered += sum(_area(found.decode()) for found in _RANGE.findall(xml))
            rich = rich or b"rPr>" in xml
    return covered <= _WIDEST, rich


def _area(reference: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except ValueError:
        return 0
    return (int(right or 0) - int(left or 0) + 1) * (int(bottom or 0) - int(top or 0) + 1)


class _Archive(zipfile.ZipFile):
    """The archive of a workbook being saved. Texts keep their blanks, formulas the results that they had.

    Otherwise a workbook that nobody opened in Excel before sending it on would have formulas without results.
    """

    results: Mapping[str, Results] = {}

    def write(self, filename: Any, arcname: Any = None, *args: Any, **options: Any) -> None:
        name = str(arcname)
        if not name.startswith("xl/worksheets/"):
            super().write(filename, arcname, *args, **options)
            return
        xml = Path(filename).read_text(encoding="utf-8").replace("<t>", '<t xml:space="preserve">')
        self.writestr(name, _with_results(xml, self.results[name]) if name in self.results else xml)


def _with_results(xml: str, results: Results) -> str:
    def fill(match: re.Match[str]) -> str:
        kind, shown = _stored(results(*coordinate_to_tuple(match[1])))
        if shown is None:
            return match[0]
        return f'<c r="{match[1]}"{match[2]}{kind}>{match[4]}<v>{shown}</v></c>'

    return _FORMULA_CELL.sub(fill, xml)


def _stored(value: Any) -> tuple[str, str | None]:
    """Return (type attribute, text) of a formula's result; (…, None) for what is not known or not plain."""
    if isinstance(value, bool):
        return ' t="b"', str(int(value))
    if isinstance(value, int | float):
        return "", repr(value) if value == value and abs(value) != float("inf") else None
    if isinstance(value, str):
        return ' t="str"', escape(storable(value))
    return "", None


def save(workbook: Workbook, path: Path, results: Mapping[str, Results], sheets: Sequence[Any]) -> None:
    """Write a workbook to ``path``, replacing what is there only when everything is written.

    ``results`` holds, by sheet title, the results of formulas; ``sheets`` are the worksheets in order. Missing folders
    are made. Raises ``OSError`` when the file cannot be written; nothing half-written stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".returned-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            archive = _Archive(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
            archive.results = {
                f"xl/worksheets/sheet{number}.xml": results[sheet.title]
                for number, sheet in enumerate(sheets, start=1)
                if sheet.title in results
            }
            ExcelWriter(workbook, archive).save()
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
