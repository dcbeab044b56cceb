"""Rows of a header that tell something about each column instead of naming it: units, 频率, 指标ID, 栏次."""

from __future__ import annotations

from sources.reader.grid import filled, text
from sources.reader.headers import unit_named
from sources.reader.measures import is_unit
from sources.reader.workbook import Sheet

UNIT_LABELS = frozenset({"单位", "计量单位", "Unit"})
#: Attribute rows that count only when all columns say the same: else they tell the columns apart.
ATTRIBUTES_IF_SAME = frozenset({"地区", "区域", "省份", "国家", "状态", "数据类型", "备注", "描述"})
#: Labels at the beginning of attribute rows.
ATTRIBUTES = (
    frozenset(
        {"频率", "频度", "指标ID", "指标id", "指标编码", "指标代码", "指标编号", "ID", "发布方", "发布机构", "来源", "数据来源",
         "资料来源", "更新时间", "更新日期", "最新更新时间", "时间区间", "样本区间", "数据区间", "起始时间", "结束时间", "开始时间",
         "首个日期", "最后更新", "Frequency", "Source"}
    )
    | UNIT_LABELS
    | ATTRIBUTES_IF_SAME
)  # fmt: skip
#: Labels of a row that numbers the columns.
NUMBERED = frozenset({"甲", "栏次", "行次", "编号"})
#: What labels are numbered by.
STEMS = "甲乙丙丁戊己庚辛壬癸"
_MARKS = frozenset({"-", "—", "/", "", "无", "没有单位", "无单位"})


def with_attributes(sheet: Sheet, header_rows: tuple[int, ...]) -> tuple[int, ...]:
    """Return the rows of a header with the rows that its cells are merged down to and the attribute rows that follow it."""
    rows = header_rows
    while rows[-1] < len(sheet.rows) and (_is_merged_into(sheet, rows) or is_attribute_row(sheet, rows[-1] + 1)):
        rows = (*rows, rows[-1] + 1)
    return rows


def _is_merged_into(sheet: Sheet, header_rows: tuple[int, ...]) -> bool:
    """Say whether the row under a header holds nothing and a cell of the header is merged down over it."""
    below = header_rows[-1] + 1
    merged = any(header_rows[0] <= top < below <= bottom for top, _, bottom, _ in sheet.merges)
    return merged and not filled(sheet.rows[below - 1])


def is_attribute_row(sheet: Sheet, row: int) -> bool:
    """Say whether a row under a header is part of it: nothing but units, or a label such as 频率 and a fact per column."""
    cells = [text(sheet.cell(row, position + 1)) for position in filled(sheet.rows[row - 1])]
    if not cells:
        return False
    units = [cell for cell in cells if unit_named(cell) or is_unit(cell)]
    if units and all(cell in units or cell in _MARKS or cell in UNIT_LABELS for cell in cells):
        return any(cell in units for cell in cells[1:]) or sheet.cell(row, 1) is None
    return any(tells(cells[place], cells[place + 1 :]) for place in range(min(2, len(cells))))


def tells(label: str, said: list[str]) -> bool:
    """Say whether a label and the cells behind it tell something about columns: 频率 月 月, 单位 亿元 %."""
    if len(said) < 2:
        return False
    if label in NUMBERED:
        numbered = all(cell.isdecimal() or cell in STEMS for cell in said)
        return numbered and said[-1].isdecimal() and _counts_up([int(cell) for cell in said if cell.isdecimal()])
    if label in UNIT_LABELS:
        return sum(1 for cell in said if is_unit(cell) or cell in _MARKS or "=" in cell) * 2 > len(said)
    return label in ATTRIBUTES and (label not in ATTRIBUTES_IF_SAME or len(set(said)) == 1)


def _counts_up(numbers: list[int]) -> bool:
    """Say whether numbers number columns: from 1, or 2 where the label stands for the first; 甲 is also what a row may say."""
    return numbers[0] <= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
