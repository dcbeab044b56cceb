"""Thousands of project ledgers as they come over the years: one per department and month, 200 projects each."""

from __future__ import annotations

import html
import re
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from bench.big_workbook import write_big
from sources.contract import load_catalog
from sources.inbox.drop import ARRIVALS

#: 万元 that every project invests each month, as ``write_big`` writes it.
MONTHLY = Decimal("120.25")
#: What ``write_big`` writes for the year so far and since the start; both grow from month to month.
YEAR_SO_FAR, SINCE_START = "300.75", "500.5"
#: The total that it writes; one digit more holds what thirty years invest.
_TOTAL = re.compile(r"<v>(12\d{3}\.5)")
#: Months from January 2000 to October 2026.
FIRST_YEAR, MONTHS = 2000, 322
ROWS, COLUMNS = 200, 22


def write_many(drop: Path, count: int, *, begin: int = 0) -> int:
    """Write ``count`` workbooks into the departments' folders with the days on which they came; return the cells written.

    They are the ``begin``-th and following of one list: a department's months from January 2000 on; what comes after the
    last month is a month sent again.
    """
    departments = list(load_catalog().code_lists["departments"].codes)
    patterns = {name: _parts(drop, name, at * ROWS) for at, name in enumerate(departments)}
    came: dict[str, list[str]] = {name: [] for name in departments}
    for number in range(begin, begin + count):
        at, who = divmod(number, len(departments))
        name = departments[who]
        again, month = divmod(at, MONTHS)
        year, month = FIRST_YEAR + month // 12, month % 12 + 1
        file = f"重点项目{year}年{month}月{'（更正）' * again}.xlsx"
        _write(drop / name / file, patterns[name], year, month, again)
        came[name].append(f"{file},{_after(year, month, again):%Y-%m-%d %H:%M}")
    for name, lines in came.items():
        (drop / name / ARRIVALS).write_text("\n".join(["文件,收到时间", *lines]) + "\n", encoding="utf-8-sig")
    return count * ROWS * COLUMNS


def _parts(folder: Path, department: str, first: int) -> dict[str, bytes]:
    """Return the parts of a workbook with the department's projects, which every month's edition is made from."""
    path = folder / department / "pattern.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_big(path, ROWS, first)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    path.unlink()
    return parts


def _write(path: Path, parts: dict[str, bytes], year: int, month: int, again: int) -> None:
    month_count = (year - FIRST_YEAR) * 12 + month
    changed = {
        "2026年10月": f"{year}年{month}月",
        f"<v>{YEAR_SO_FAR}</v>": f"<v>{MONTHLY * month}</v>",
        f"<v>{SINCE_START}</v>": f"<v>{MONTHLY * month_count + again}</v>",
        "<v>5000</v>": f"<v>{MONTHLY * 12}</v>",
        "<v>2025</v>": "<v>2000</v>",
        "<v>45731</v>": "<v>36526</v>",  # both starts: January 2000
        "<v>45736</v>": "<v>36530</v>",
        "<v>2027</v>": "<v>2030</v>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(
                name, _replaced(content, changed) if name.endswith(("sheet1.xml", "Strings.xml")) else content
            )


def _replaced(content: bytes, changed: dict[str, str]) -> bytes:
    text = _TOTAL.sub(r"<v>9\1", html.unescape(content.decode("utf-8")))
    for old, new in changed.items():
        text = text.replace(old, new)
    return text.encode("utf-8")


def _after(year: int, month: int, again: int) -> datetime:
    """Return when a month's ledger comes: on the third of the next month, a correction a day later."""
    return datetime(year + month // 12, month % 12 + 1, 3 + again, 9)
