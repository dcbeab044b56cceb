"""The second reader of .xlsx, for sound workbooks over whose package the fast one stumbles."""

from __future__ import annotations

import io
import warnings
from datetime import datetime, time
from typing import Any

from sources.reader.placed import Placed
from sources.reader.refusal import CELLS, SHEETS, UnreadableError, too_large


def read_again(data: bytes) -> list[Placed]:
    """Return the sheets with their values; error cells are blank. Raises ``UnreadableError`` when it fails as well."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return [_sheet(page) for page in book.worksheets[:SHEETS]]
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # whatever a damaged package makes of openpyxl
        reason = "文件已损坏或不完整（两种读法都读不出），请用 Excel 或 WPS 打开并修复后另存为 .xlsx 再报送"
        raise UnreadableError(reason) from error


def _sheet(page: Any) -> Placed:
    page.reset_dimensions()
    sheet = Placed(page.title)
    sheet.visible = page.sheet_state == "visible"
    seen = 0
    for line in page.iter_rows():
        seen += len(line)
        if seen > CELLS:
            raise too_large(f"工作表“{page.title}”超过{CELLS:,}格的上限，请删除表格之外的内容")
        for cell in line:
            if cell.value is not None and cell.data_type != "e":
                sheet.put(cell.row, cell.column, _as_first(cell.value))
    return sheet


def _as_first(value: Any) -> Any:
    """Return a value as the fast reader gives it: numbers as floats, days without a time as dates."""
    if isinstance(value, bool) or not isinstance(value, (int, datetime)):
        return value
    if isinstance(value, int):
        return float(value)
    return value.date() if value.time() == time() else value
