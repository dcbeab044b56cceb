"""Writing query results to files: CSV, xlsx, Parquet. Text that Excel would run as a formula stays text."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import duckdb

from orchestration.command.errors import CommandError

#: Rows fetched at a time: a result never stands in memory whole.
BATCH = 10_000

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_file(connection: duckdb.DuckDBPyConnection, sql: str, path: Path, form: str) -> int:
    """Write a query's rows to a file, complete or not at all; return how many. ``form``: csv, xlsx, parquet."""
    writers: dict[str, Callable[[duckdb.DuckDBPyConnection, str, Path], int]] = {
        "csv": _write_csv_file,
        "xlsx": _write_xlsx,
        "parquet": _write_parquet,
    }
    if not path.parent.is_dir():
        raise CommandError(f"文件夹不存在：{path.parent}")
    if path.is_dir():
        raise CommandError(f"{path} 是文件夹，请给出文件名")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        count = writers[form](connection, sql, unfinished)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def write_csv(result: duckdb.DuckDBPyConnection, file: IO[str]) -> int:
    """Write a result as CSV; return the number of rows. Text that begins like a formula gets a leading quote."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([_harmless(name) for name in headings(result)])
    count = 0
    for row in rows(result):
        writer.writerow([_harmless(value) for value in row])
        count += 1
    return count


def headings(result: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the names of a result's columns."""
    return [str(column[0]) for column in result.description or ()]


def rows(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """Yield a result's rows, a batch in memory at a time."""
    while batch := result.fetchmany(BATCH):
        yield from batch


def _harmless(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if value is None or isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _write_csv_file(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> int:
    # The byte order mark tells Excel that the file is UTF-8; without it Chinese is garbled.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        return write_csv(connection.execute(sql), file)


def _write_xlsx(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> int:
    from openpyxl import Workbook

    from orchestration.release.sheet import MAX_ROWS, TooManyRowsError, add_sheet

    result = connection.execute(sql)
    book = Workbook(write_only=True)
    try:
        count = add_sheet(book, "查询结果", headings(result), rows(result))
    except TooManyRowsError:
        book.close()
        raise CommandError(f"结果超过 Excel 的 {MAX_ROWS - 1:,} 行，请改用 --format csv 或 parquet") from None
    book.save(path)
    return count


def _write_parquet(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> int:
    import pyarrow.parquet as pq

    # A relation streams its batches; the result of execute() would be copied whole.
    reader = connection.sql(sql).to_arrow_reader(BATCH)
    count = 0
    with pq.ParquetWriter(path, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)
            count += batch.num_rows
    return count
