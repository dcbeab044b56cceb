"""A workbook of key projects made by a test, read and judged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from expectations.check import check
from sources.contract import load_catalog
from sources.finding import Finding
from sources.reader.model import Table
from sources.reader.read import read_workbook
from sources.rules import load_register
from tests.workbooks import PROJECT, project

CATALOG = load_catalog()
REGISTER = load_register(CATALOG)
NEXT = {"项目名称": "二期项目"}


def page_of(*projects: dict[str, Any]) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.append(["重点项目月度调度表（2026年3月）"])
    page.append([*PROJECT, "行业代码"])
    for row in projects or (project(),):
        page.append([*(row.get(name) for name in PROJECT), row.get("行业代码", "3011")])
    return book, page


def judged(path: Path, book: openpyxl.Workbook | None = None) -> tuple[Table, list[Finding]]:
    if book is not None:
        book.save(path)
    reading = read_workbook(path, CATALOG)
    assert not reading.failures, reading.failures
    return reading.tables[0], check(reading, CATALOG, REGISTER).findings


def told(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(finding.rule, finding.level.value, finding.cell) for finding in findings]
