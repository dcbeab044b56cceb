"""What a night costs: a refresh with nothing new against a bare dbt build, and intake beside much that has landed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.big_workbook import write_big
from bench.measure import Line, home, peak_megabytes, process, taizhang

BARE = """
from pathlib import Path
from dbt.cli.main import dbtRunner
import os, sys
root = Path("dbt_project").resolve()
home = Path(os.environ["TAIZHANG_HOME"])
arguments = ["build", "--project-dir", str(root), "--profiles-dir", str(root), "--target-path", str(home / "dbt" / "bare"),
             "--log-path", str(home / "log"), "--quiet", "--exclude-resource-type", "unit_test"]
sys.exit(not dbtRunner().invoke(arguments).success)
"""


def lines(folder: Path) -> Iterator[Line]:
    """Measure whole processes: the first refresh of the sample, refreshes with nothing new, one more workbook."""
    zone = home(folder / "zone")
    process(taizhang("refresh", "--or-sample"), zone)
    memory = peak_megabytes()
    yield Line("样例园区首次 refresh 的内存峰值（MB）", memory, "上限 1.5 GB", 1536.0, 1.0)

    warehouse = {**zone, "TAIZHANG_WAREHOUSE": str(folder / "bare.duckdb")}
    process(["-c", BARE], warehouse)
    bare = min(process(["-c", BARE], warehouse) for _ in range(3))
    quiet = min(process(taizhang("refresh"), zone) for _ in range(3))
    yield Line("refresh，没有新文件", quiet, "单独一次 dbt build", bare, 1.5)

    workbook = write_big(folder / "new.xlsx", 200)
    fresh = home(folder / "fresh")
    yield Line(
        "收一份新工作簿，库中已有整个样例园区",
        _take_in(workbook, folder / "zone", zone),
        "库中一份也没有",
        _take_in(workbook, folder / "fresh", fresh),
        1.3,
    )


INTAKE = """
import time
from sources.home import Home
from orchestration.intake import run_intake
import expectations.judge
home = Home.from_environment()
start = time.perf_counter()
report = run_intake(home)
assert len(report.outcomes) == 1, report
print(time.perf_counter() - start)
"""


def _take_in(workbook: Path, folder: Path, environment: dict[str, str]) -> float:
    """Return the seconds of an intake of one new workbook, imports and all."""
    taken = []
    for number in range(3):
        drop = folder / "drop"
        drop.mkdir(parents=True, exist_ok=True)
        path = drop / f"重点项目2026年10月-{number}.xlsx"
        shutil.copyfile(workbook, path)
        with path.open("ab") as file:
            file.write(b"\0" * (number + 1))  # other bytes, another submission
        taken.append(process(["-c", INTAKE], environment))
    return min(taken)
