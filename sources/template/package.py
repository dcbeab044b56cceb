"""Save a workbook atomically and byte for byte the same each time it has the same content."""

from __future__ import annotations

import os
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

#: Packages carry no clock time: the same content must keep the same hash, by which submissions are told apart.
_STAMP = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(2021, 1, 1)


class _Archive(zipfile.ZipFile):
    """A zip whose members all bear the same time."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_args: Any, **_options: Any) -> None:
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, zipfile.ZipInfo) else zinfo_or_arcname
        info = zipfile.ZipInfo(name, _STAMP)
        info.compress_type = zipfile.ZIP_DEFLATED
        super().writestr(info, data)

    def write(self, filename: Any, arcname: Any = None, *_args: Any, **_options: Any) -> None:
        self.writestr(str(arcname or filename), Path(filename).read_bytes())


def save(workbook: Workbook, path: Path) -> None:
    """Write a workbook to ``path``, replacing what is there only when everything is written.

    Missing folders are made. Raises ``OSError`` when the file cannot be written; nothing half-written stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.properties.created = _MADE
    workbook.properties.modified = _MADE
    workbook.properties.creator = "台账"
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            ExcelWriter(workbook, _Archive(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True)).save()
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
