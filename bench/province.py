"""Large nights: K zones in one inbox, thousands of workbooks in one run, one in a hundred of them new, many fact rows.

``make bench`` runs it small; ``make bench-province`` with ``ZONES``, ``WORKBOOKS`` and ``FACT_ROWS`` runs it at any size.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console
from rich.table import Table

from bench.many_workbooks import ROWS, write_many
from bench.measure import Line, home, process, taizhang
from sources.landing.batch import EMPTY

STATIONS = {"read": "读取", "judge": "审核", "land": "入库", "build": "建库", "publish": "发布"}
INTAKE = ("read", "judge", "land")
FORM = "key_projects"


def lines(folder: Path, *, zones: int = 3, workbooks: int = 240, fact_rows: int = 0) -> Iterator[Line]:
    """Measure K zones against one, ``workbooks`` new ones in one run, and a second run with one in a hundred new."""
    one, many = (_zones(folder / f"zones{number}", number) for number in (1, zones))
    yield Line(f"每份报送的夜间处理，{zones} 个园区", _each(many), "1 个园区", _each(one), 1.3)

    city = folder / "city"
    cells = write_many(city / "drop", workbooks)
    first = _night(city)
    assert first["files"] == workbooks, first
    show(first, cells)
    yield Line(f"{workbooks} 份新工作簿一晚的内存峰值（MB）", first["peak"], "上限 4 GB", 4096.0, 1.0)

    write_many(city / "drop", workbooks // 100, begin=workbooks)
    second = _night(city)
    assert second["files"] == workbooks // 100, second
    yield Line("第二晚，百分之一是新的：收件", _intake(second), "第一晚的收件", _intake(first), 0.1)

    if fact_rows:
        rows = multiply(city, fact_rows)
        night = _night(city)
        print(
            f"{rows:,} 行事实：建库 {night['build']:.0f} 秒，发布 {night['publish']:.0f} 秒，内存峰值 {night['peak']:.0f} MB"
        )


def _zones(folder: Path, zones: int) -> dict[str, Any]:
    process(taizhang("sample", "-o", str(folder / "drop"), "--scale", str(zones)), {})
    return _night(folder)


def _night(folder: Path) -> dict[str, Any]:
    """Run a refresh in a process of its own and return what ``bench.station`` prints."""
    command = [sys.executable, "-m", "bench.station"]
    done = subprocess.run(command, env={**os.environ, **home(folder)}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _intake(night: dict[str, Any]) -> float:
    return float(sum(night.get(station, 0) for station in INTAKE))


def _each(night: dict[str, Any]) -> float:
    return float(night["refresh"] / night["files"])


def show(night: dict[str, Any], cells: int) -> None:
    """Print where the time of a night went, in cells per second."""
    table = Table(
        "环节", "秒", "占比", "格/秒", title=f"{night['files']:,} 份工作簿，{cells:,} 格，{night['rows']:,} 行"
    )
    for station, title in STATIONS.items():
        seconds = night.get(station, 0.0)
        table.add_row(
            title, f"{seconds:.1f}", f"{seconds / night['refresh']:.0%}", f"{cells / max(seconds, 1e-9):,.0f}"
        )
    table.add_row("合计", f"{night['refresh']:.1f}", "", f"{cells / night['refresh']:,.0f}")
    Console(width=100).print(table)


def multiply(folder: Path, wanted: int) -> int:
    """Let the landed projects stand there many times under other names; return the number of rows."""
    landed = folder / "landing" / FORM
    files = [str(path) for path in landed.glob("*.parquet") if path.name != EMPTY]
    target = folder / "many.parquet"
    with duckdb.connect(config={"memory_limit": "2GB"}) as connection:
        rows = duckdb.query(f"select count(*) from read_parquet({files})").fetchall()[0][0]
        times = -(-wanted // rows)
        connection.execute(
            f"""
            copy (
                select landed.* replace (
                    project_name || '-' || copied as project_name, sheet_row + {ROWS + 10} * copied as sheet_row
                )
                from read_parquet({files}) as landed cross join (select unnest(range({times})) as copied)
            ) to '{target}' (format parquet)
            """
        )
    for path in files[1:]:
        Path(path).unlink()
    shutil.move(target, files[0])
    return int(rows * times)


def main() -> None:
    """Run it at the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zones", type=int, default=50)
    parser.add_argument("--workbooks", type=int, default=5000)
    parser.add_argument("--fact-rows", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in lines(Path(folder), zones=asked.zones, workbooks=asked.workbooks, fact_rows=asked.fact_rows):
            print(
                f"{line.what}：{line.seconds:.1f}，{line.against}：{line.base:.1f}，{line.ratio:.2f} {line.kept}",
                flush=True,
            )


if __name__ == "__main__":
    main()
