from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from sources.contract import Catalog, FieldType, Form, load_catalog
from sources.contract.catalog import load_form
from sources.periods import containing
from sources.reader.read import read_workbook
from sources.template import write_template

CATALOG = load_catalog()
FORMS = [pytest.param(form, id=form.id) for form in CATALOG]


def template(code: str, folder: Path, period: str | None = "2026-03") -> Workbook:
    write_template(CATALOG.form(code), CATALOG, folder / "模板.xlsx", period=period)
    return load_workbook(folder / "模板.xlsx")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_a_template_that_is_recognised(form: Form, tmp_path: Path) -> None:
    write_template(form, CATALOG, tmp_path / "模板.xlsx")
    assert CalamineWorkbook.from_path(str(tmp_path / "模板.xlsx")).sheet_names[:2] == [form.title, "填写说明"]
    (table,) = read_workbook(tmp_path / "模板.xlsx", CATALOG).tables
    assert (table.form, table.rows, table.version_found) == (form.id, [], form.version)
    assert [column.field for column in table.columns] == list(form.fields)
    assert [found.name for found in table.signatures] == [None, None]


def test_the_title_names_the_period(tmp_path: Path) -> None:
    sheet = template("F01", tmp_path).worksheets[0]
    assert sheet["A1"].value == "重点项目月度调度表（2026年3月）"
    said = [cell.value for cell in sheet[2] if cell.value]
    assert said == ["填报单位：项目建设部", "填报期间：2026年3月", "填报人：", "审核人：", "模板 F01 2026.1"]


def test_headers_carry_unit_and_required_mark(tmp_path: Path) -> None:
    headers = [cell.value for cell in template("F01", tmp_path).worksheets[0][3]]
    assert "*总投资（万元）" in headers
    assert "已到位资金（万元）" in headers
    assert "投资完成比例（%）" in headers
    assert "*项目名称" in headers


def test_the_header_stays_in_sight_and_repeats_on_paper(tmp_path: Path) -> None:
    sheet = template("F01", tmp_path).worksheets[0]
    assert sheet.freeze_panes == "C4"
    assert sheet.print_title_rows == "$1:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_lists_become_drop_downs_over_the_data_range(tmp_path: Path) -> None:
    sheet = template("F01", tmp_path).worksheets[0]
    lists = {str(check.sqref): check for check in sheet.data_validations.dataValidation if check.type == "list"}
    level = lists["D4:D503"]
    assert level.formula1 == '"省级重大,省级重点,市级重点,区级重点,园区级"'
    assert (level.errorStyle, level.promptTitle) == ("stop", "项目级别")
    assert "必填" in str(level.prompt)
    assert "请从下拉列表选择" in str(level.error)


def test_numbers_and_dates_are_checked_but_may_be_not_applicable(tmp_path: Path) -> None:
    sheet = template("F01", tmp_path).worksheets[0]
    checks = {check.promptTitle: check for check in sheet.data_validations.dataValidation}
    assert (checks["总投资"].type, checks["总投资"].operator, checks["总投资"].formula1) == (
        "decimal",
        "greaterThanOrEqual",
        "0",
    )
    assert (checks["计划开工时间"].type, checks["统一社会信用代码"].type) == ("date", "textLength")
    assert {checks[title].errorStyle for title in ("总投资", "计划开工时间")} == {"warning"}


def test_columns_are_formatted_by_type(tmp_path: Path) -> None:
    form = CATALOG.form("F01")
    sheet = template("F01", tmp_path).worksheets[0]
    formats = {
        field.type: sheet.column_dimensions[sheet.cell(3, position).column_letter].number_format
        for position, field in enumerate(form.fields.values(), start=1)
    }
    assert formats[FieldType.USCC] == formats[FieldType.PROJECT_CODE] == formats[FieldType.TEXT] == "@"
    assert formats[FieldType.DATE] == "yyyy-mm-dd"
    assert formats[FieldType.MONEY] == "#,##0.00"
    assert formats[FieldType.RATIO] == "0.00%"


def test_long_lists_stand_on_a_hidden_sheet_and_regions_have_no_drop_down(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    values = "、".join(f"第{number}种很长很长很长很长的取值" for number in range(40)).split("、")
    (tmp_path / "office" / "long_lists.yaml").write_text(
        f"title: 长列表\ncode: F98\ngrain: 一行\nperiod: month\nkey: [kind]\n"
        f"fields:\n  kind: {{title: 种类, type: enum, values: [{', '.join(values)}]}}\n"
        "  region_code: {title: 区划, type: code, list: regions}\n",
        encoding="utf-8",
    )
    form = load_form(tmp_path / "office" / "long_lists.yaml", CATALOG.code_lists)
    write_template(form, Catalog({form.id: form}, CATALOG.code_lists), tmp_path / "模板.xlsx")
    book = load_workbook(tmp_path / "模板.xlsx")
    (check,) = book.worksheets[0].data_validations.dataValidation
    assert (check.formula1, book["选项"].sheet_state) == ("'选项'!$A$2:$A$41", "hidden")
    assert [cell.value for cell in book["选项"]["A"]][1:] == values


@pytest.mark.parametrize("form", FORMS)
def test_the_second_sheet_explains_every_column(form: Form, tmp_path: Path) -> None:
    sheet = template(form.code, tmp_path, containing(date(2026, 3, 1), form.period))["填写说明"]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert all(field.title in cells for field in form.fields.values())
    assert all(any(cell.startswith(f"{code}　") for cell in cells) for code in form.rules)
    assert any("模板版本 2026.1" in cell for cell in cells)


def test_an_unknown_department_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="没有部门“不存在部”"):
        write_template(CATALOG.form("F01"), CATALOG, tmp_path / "模板.xlsx", department="不存在部")
