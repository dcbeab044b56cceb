"""The rows of a query as a file that says which release and which query they come from."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from portal.analyst.models import QueryRun
from sources.returned.text import storable


def _about(run: QueryRun) -> dict[str, str]:
    return {
        "版本": run.release_id,
        "查询": run.sql,
        "查询时间": f"{run.started_at:%Y-%m-%d %H:%M:%S}",
        "查询人": str(run.person),
    }


def _csv(path: Path, run: QueryRun) -> bytes:
    """Write the origin as lines that begin with #, then the rows; spreadsheets need the mark of UTF-8."""
    written = io.BytesIO()
    for name, text in _about(run).items():
        written.write(f"# {name}：{' '.join(text.split())}\r\n".encode())
    pc.write_csv(_flat(pq.read_table(path)), written)
    return b"\xef\xbb\xbf" + written.getvalue()


def _flat(table: pa.Table) -> pa.Table:
    """Return the table with lists and structs as text: CSV has no such columns."""
    for place, field in enumerate(table.schema):
        if pa.types.is_nested(field.type):
            texts = [None if value is None else str(value) for value in table.column(place).to_pylist()]
            table = table.set_column(place, field.name, pa.array(texts, pa.string()))
    return table


def _parquet(path: Path, run: QueryRun) -> bytes:
    table = pq.read_table(path)
    about = {
        f"taizhang.{name}": text
        for name, text in zip(("release", "query", "run_at", "run_by"), _about(run).values(), strict=True)
    }
    written = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **about}), written)
    return written.getvalue()


def _xlsx(path: Path, run: QueryRun) -> bytes:
    book = Workbook(write_only=True)
    sheet, file = book.create_sheet("数据"), pq.ParquetFile(path)
    sheet.append([_cell(sheet, name) for name in file.schema_arrow.names])
    for batch in file.iter_batches():
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            sheet.append([_cell(sheet, value) for value in row])
    origin = book.create_sheet("来源")
    for line in _about(run).items():
        origin.append([_cell(origin, text) for text in line])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    """Return a cell; texts are texts, whatever they begin with."""
    if value is not None and not isinstance(value, bool | int | float) and not hasattr(value, "quantize"):
        value = storable(value if isinstance(value, str) else str(value))
    cell: Any = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


#: Ending → what writes it.
FORMATS: Mapping[str, Callable[[Path, QueryRun], bytes]] = {"csv": _csv, "xlsx": _xlsx, "parquet": _parquet}
