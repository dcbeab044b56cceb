"""One inbox with a submission of every kind, judged once by the real intake."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from orchestration.intake import run_intake
from sources.contract import load_catalog
from sources.home import Home
from sources.inbox import submit
from sources.rules import load_register
from tests.sources.returned import sent
from tests.sources.returned.desk import Desk
from tests.workbooks import project

BIG = 5000


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("sent")
    many = [
        project(**{"项目名称": f"项目{n}", sent.LEVEL: "国家级" if n % 10 == 0 else "省级重点"}) for n in range(BIG)
    ]
    (folder / "坏文件.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    first = [project(项目名称=name) for name in ("甲", "乙", "丙")]
    second = [project(**{"项目名称": "乙", sent.TOTAL: 12500}), first[2], project(项目名称="丁")]
    rejected = [*second, project(**{"项目名称": "戊", sent.LEVEL: "国家级"})]
    unlike = project(**{"项目名称": "右", sent.LEVEL: "国家级"})
    files = {
        "dressed": (sent.dressed(folder / "重点项目3月.xlsx"), "2026-04-03"),
        "macros": (sent.with_macros(folder / "宏.xlsm", "2026年2月"), "2026-03-03"),
        "csv": (sent.as_csv(folder / "重点项目1月.csv", "2026年1月"), "2026-02-03"),
        "ods": (sent.as_ods(folder / "重点项目.ods", "2025年12月"), "2026-01-03"),
        "corrupt": (folder / "坏文件.xlsx", "2026-01-03"),
        "big": (sent.write(folder / "多.xlsx", many, "2025年11月"), "2025-12-03"),
        "first": (sent.write(folder / "10月.xlsx", first, "2025年10月"), "2025-11-03"),
        "second": (sent.write(folder / "10月改.xlsx", second, "2025年10月"), "2025-11-04"),
        "halves": (sent.in_halves(folder / "9月.xlsx", project(项目名称="左"), unlike, "2025年9月"), "2025-10-03"),
        "third": (sent.write(folder / "10月再改.xlsx", rejected, "2025年10月"), "2025-11-05"),
    }
    home = Home(folder / "var")
    submitted = {
        name: submit(home, path, received_at=datetime.fromisoformat(day)).submission_id
        for name, (path, day) in files.items()
    }
    run_intake(home)
    catalog = load_catalog()
    marked = tmp_path_factory.mktemp("marked")
    return Desk(home, catalog, load_register(catalog), marked, submitted)


@pytest.fixture(scope="session")
def list_rows() -> Callable[[Any], list[dict[str, Any]]]:
    """Return a reader of the list sheet: one mapping of heading to cell per finding."""

    def rows(book: Any) -> list[dict[str, Any]]:
        sheet = book.worksheets[0]
        lines = list(sheet.iter_rows())
        start = next(n for n, line in enumerate(lines) if line[0].value == "条目")
        headings = [cell.value.split("（")[0] for cell in lines[start] if cell.value]
        return [dict(zip(headings, line, strict=False)) for line in lines[start + 1 :] if line[0].value]

    return rows
