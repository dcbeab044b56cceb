"""Small workbooks as departments send them, and the rows of a project that breaks no rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

#: Header text → cell of one project that is fine, in the order of a plain sheet.
PROJECT: dict[str, Any] = {
    "序号": 1,
    "项目名称": "新材料一期项目",
    "项目级别": "省级重点",
    "入库类型": "实施类",
    "建设性质": "新建",
    "项目年度状态": "续建",
    "建设单位": "济南晨光新材料有限公司",
    "责任单位": "项目建设部",
    "包挂领导": "王建国",
    "建设规模及主要内容": "建设厂房2万平方米",
    "建设起始年": 2025,
    "建设截止年": 2027,
    "计划开工时间": "2025-03-15",
    "实际开工时间": "2025-03-20",
    "计划竣工时间": "2027-06-30",
    "总投资（万元）": 12000,
    "至上年底累计完成投资（万元）": 500,
    "年度计划投资（万元）": 5000,
    "本月完成投资（万元）": 300,
    "1–本月累计完成投资（万元）": 3000,
    "开工以来累计完成投资（万元）": 3500,
    "是否开工": "是",
    "形象进度": "主体完工，正在进行设备安装",
    "是否纳统": "是",
}


def project(**changed: Any) -> dict[str, Any]:
    """Return a fine project with some cells changed."""
    return {**PROJECT, **changed}


def write_sheet(
    path: Path,
    rows: Sequence[Sequence[Any]],
    *,
    merges: Sequence[str] = (),
    sheet: str = "Sheet1",
    hidden_rows: Sequence[int] = (),
    formats: Mapping[str, str] | None = None,
) -> Path:
    """Write rows as they are, then merge, hide and format."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for merge in merges:
        page.merge_cells(merge)
    for number in hidden_rows:
        page.row_dimensions[number].hidden = True
    for cell, code in (formats or {}).items():
        page[cell].number_format = code
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def write_projects(
    path: Path, projects: Sequence[Mapping[str, Any]], *, title: str = "重点项目月度调度表（2026年3月）"
) -> Path:
    """Write a plain sheet of projects: title, header, rows."""
    header = list(projects[0]) if projects else list(PROJECT)
    return write_sheet(path, [[title], header, *([row.get(name) for name in header] for row in projects)])
