"""What reading costs: against bare python-calamine and pandas, with two workers against one, and in memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook

from bench.big_workbook import write_big
from bench.measure import Line, fastest, in_turns, median
from sources.contract import Catalog, load_catalog
from sources.reader.read import read_workbook
from sources.reader.workbook import open_workbook
from sources.reader.worker import Job, Readers

ROWS = 5_000
MILLION = 50_000
MEGABYTES = 600.0
FILES = 200

PEAK = """
import resource, sys
from pathlib import Path
from sources.contract import load_catalog
from sources.reader.read import read_workbook
reading = read_workbook(Path(sys.argv[1]), load_catalog())
assert len(reading.tables[0].rows) == int(sys.argv[2]), reading.failures
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def lines(folder: Path) -> Iterator[Line]:
    """Measure the reader alone: no judging, no landing."""
    catalog = load_catalog()
    path = write_big(folder / "reader.xlsx", ROWS)
    size = f"20 列 × {ROWS} 行"
    bare, opened, whole = in_turns(
        lambda: _bare(path), lambda: open_workbook(path), lambda: read_workbook(path, catalog), times=9
    )
    pandas = median(lambda: pd.read_excel(path, engine="openpyxl", header=1), times=3)
    yield Line(f"读取：打开、隐患、定位、解析（{size}）", whole, "python-calamine 只读", bare, 3.0)
    yield Line(f"读取：打开、隐患、定位、解析（{size}）", whole, "pandas 只读（openpyxl）", pandas, 0.35)
    yield Line(f"其中隐患扫描（{size}）", max(opened - bare, 0.0), "python-calamine 只读", bare, 1.0)

    small = write_big(folder / "small.xlsx", 200)
    yield Line(
        "读取 200 行的工作簿", fastest(lambda: read_workbook(small, catalog), times=30), "上限 15 毫秒", 0.015, 1.0
    )

    million = write_big(folder / "million.xlsx", MILLION)
    yield Line("读取一百万格的内存峰值（MB）", _peak(million, MILLION), f"上限 {MEGABYTES:g} MB", MEGABYTES, 1.0)
    one, two = _workers(folder, catalog)
    yield Line(f"{FILES} 份工作簿，两个读取进程", two, "一个读取进程", one, 1 / 1.7)


def _bare(path: Path) -> object:
    book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def _peak(path: Path, rows: int) -> float:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", PEAK, str(path), str(rows)]
    return float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)


def _workers(folder: Path, catalog: Catalog) -> tuple[float, float]:
    """Return the seconds that one and two workers take for the same workbooks, their start not counted."""
    models = [write_big(folder / f"model{rows}.xlsx", rows) for rows in (100, 400, 1200)]
    jobs = [Job(models[number % 3], f"{number}.xlsx", "") for number in range(FILES)]
    return _read_all(catalog, jobs, 1), _read_all(catalog, jobs, 2)


def _read_all(catalog: Catalog, jobs: list[Job], workers: int) -> float:
    with Readers(catalog, workers) as readers:
        list(readers.read(jobs[: 4 * workers]))
        start = time.perf_counter()
        for reading in readers.read(jobs):
            assert reading.tables, reading.failures
        return time.perf_counter() - start
