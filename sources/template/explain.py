"""The sheet 填写说明: what each column means, in words, and which rules look at it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import Catalog, Field, Form
from sources.template import look
from sources.template.choices import Choices
from sources.template.columns import kind_in_words, text_width

SHEET = "填写说明"
_HEADINGS = ("列", "列名", "是否必填", "怎么填", "可选项", "含义", "也认作")
_WIDTHS = (5, 24, 10, 30, 44, 44, 36)
_PERIODS = {"month": "每月", "half_month": "每半月", "quarter": "每季", "year": "每年", "event": "发生时"}
_LEVELS = {"mandatory": "强制", "verify": "核实", "notice": "提示"}
#: Longer lists of choices are cut: the drop-down shows them all.
_SHOWN = 40

_GENERAL = (
    "标 * 且底色为橙色的列必填；确实不适用的填“—”，没有数的留空，确为零的填 0。",
    "不要改动表头文字；可以调换列的次序，也可以在后面加列（加的列只保留、不汇总）。",
    "金额、面积的单位以表头括号内为准；如改用亿元等其他单位，请同时改表头括号内的单位。",
    "代码类的列已设为文本格式，请直接输入或“选择性粘贴—数值”，不要让 Excel 变成科学计数。",
    "数据从表头下一行开始填，中间不要空行；填报人、审核人写在冒号后面。",
)


def add_explanation(workbook: Workbook, form: Form, fields: Mapping[str, Field], catalog: Catalog) -> None:
    """Add the sheet as the second of the workbook."""
    sheet = workbook.create_sheet(SHEET, 1)
    choices = Choices(workbook, catalog, form)
    row = _introduce(sheet, form, catalog)
    for column, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True), start=1):
        cell = sheet.cell(row, column, heading)
        cell.font, cell.fill, cell.border, cell.alignment = (
            look.HEADING,
            look.fill(look.HEADER_FILL),
            look.GRID,
            look.CENTER,
        )
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = f"C{row + 1}"
    header_row = row
    centered, left = _body_cells(sheet, header_row + 1)
    for number, (name, field) in enumerate(fields.items(), start=1):
        row += 1
        _line(sheet, row, _words(number, field, choices.of(name)), centered, left)
        if field.required:
            sheet.cell(row, 3).fill = look.fill(look.REQUIRED_FILL)
    _rules(sheet, row + 2, form)
    look.print_setup(sheet, len(_HEADINGS), header_row)


def _introduce(sheet: Worksheet, form: Form, catalog: Catalog) -> int:
    owner = catalog.code_lists["departments"].codes[form.department]
    when = "期内第" if form.due and form.due.counted_from == "start" else "期后"
    due = f"，{when} {form.due.day} 日前" if form.due else ""
    lines = (
        f"《{form.title}》填写说明",
        f"模板版本 {form.version}　表号 {form.code}　报送部门：{owner}　报送周期：{_PERIODS[form.period]}{due}",
        f"{form.means}。{form.grain}。" if form.means else f"{form.grain}。",
        *(f"{number}. {line}" for number, line in enumerate(_GENERAL, start=1)),
    )
    for row, line in enumerate(lines, start=1):
        cell = sheet.cell(row, 1, line)
        cell.font = look.TITLE if row == 1 else look.INFO
        cell.alignment = look.LINE_LEFT
    return len(lines) + 2


def _body_cells(sheet: Worksheet, row: int) -> tuple[Any, Any]:
    """Return a centered and a left-aligned cell whose looks the others share: making a look is what costs."""
    centered, left = sheet.cell(row, 1), sheet.cell(row, 2)
    for cell, alignment in ((centered, look.CENTER), (left, look.LEFT)):
        cell.font, cell.border, cell.alignment = look.BODY, look.GRID, alignment
    return copy(centered._style), copy(left._style)  # type: ignore[union-attr]  # unknown to the stubs


def _words(number: int, field: Field, choices: tuple[str, ...]) -> tuple[str, ...]:
    shown = "、".join(choices[:_SHOWN]) + ("…" if len(choices) > _SHOWN else "")
    needed = "必填" if field.required else "选填"
    return str(number), field.title, needed, kind_in_words(field), shown, field.means, "、".join(field.aliases)


def _line(sheet: Worksheet, row: int, words: tuple[str, ...], centered: Any, left: Any) -> None:
    lines = 1
    for column, (text, width) in enumerate(zip(words, _WIDTHS, strict=True), start=1):
        cell: Any = sheet.cell(row, column, text)
        cell.data_type = "s"
        cell._style = copy(centered if column in (1, 3) else left)
        lines = max(lines, -(-text_width(text) // width))
    sheet.row_dimensions[row].height = 16.5 * lines


def _rules(sheet: Worksheet, row: int, form: Form) -> None:
    """List the form's own rules: what is checked, and whether it keeps the submission out."""
    if not form.rules:
        return
    sheet.cell(row, 1, "报送后会检查（强制：不改正不能入库；核实：入库但需说明；提示：只作提醒）").font = look.HEADING
    for offset, (code, rule) in enumerate(form.rules.items(), start=1):
        titles = "、".join(form.fields[name].title for name in rule.fields)
        text = f"{code}　[{_LEVELS[rule.level.value]}]　{rule.about}（{titles}）"
        sheet.cell(row + offset, 1, text).font = look.BODY
