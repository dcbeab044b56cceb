"""A workbook of 22 columns × n rows, as the project department would send it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

HEADER = (
    "项目名称", "项目级别", "入库类型", "建设性质", "项目年度状态", "建设单位", "责任单位", "包挂领导",
    "建设规模及主要内容", "建设起始年", "建设截止年", "计划开工时间", "计划竣工时间", "总投资（万元）", "年度计划投资（万元）",
    "本月完成投资（万元）", "1–本月累计完成投资（万元）", "开工以来累计完成投资（万元）", "形象进度", "是否开工", "实际开工时间", "是否纳统",
)  # fmt: skip


def write_big(path: Path, rows: int, first: int = 0) -> Path:
    """Write the workbook; ``first`` keeps the project names of several workbooks apart."""
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("重点项目")
    page.append(["重点项目月度调度表（2026年10月）"])
    page.append(HEADER)
    for number in range(first, first + rows):
        page.append([
            f"第{number}号项目", "市级重点", "实施类", "新建", "续建", f"第{number}号公司", "项目建设部", "王建国",
            "建设厂房2万平方米", 2025, 2027, date(2025, 3, 15), date(2027, 6, 30), 12000.5 + number % 97, 5000, 120.25, 300.75,
            500.5, "主体完工，正在进行设备安装", "是", date(2025, 3, 20), "是",
        ])  # fmt: skip
    book.save(path)
    return path
