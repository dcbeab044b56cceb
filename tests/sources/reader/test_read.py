"""A workbook as a department sends it, to typed columns that keep their cells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from sources.contract import load_catalog
from sources.reader.model import CoercionKind, RowKind, Table
from sources.reader.read import read_workbook
from tests.workbooks import PROJECT, project, write_projects, write_sheet

CATALOG = load_catalog()


def read(path: Path, **chosen: Any) -> Table:
    reading = read_workbook(path, CATALOG, **chosen)
    assert not reading.failures, reading.failures
    return reading.tables[0]


def kinds(table: Table) -> dict[int, str]:
    return {other.row: other.kind.value for other in table.other_rows}


def test_a_plain_sheet_gives_typed_values(tmp_path: Path) -> None:
    table = read(write_projects(tmp_path / "a.xlsx", [project()]))
    assert (table.form, table.period, table.department, table.rows) == ("key_projects", "2026-03", "projects", [3])
    assert table.values["total_investment_wan"] == [Decimal("12000.0000")]
    assert table.values["planned_start_date"] == [date(2025, 3, 15)]
    assert table.values["is_started"] == [True]
    assert table.values["start_year"] == [2025]
    assert table.problems == []
    assert table.cell("total_investment_wan", 3) == "P3"


def test_two_header_rows_merged_parents_periods_and_units(tmp_path: Path) -> None:
    upper = [
        *list(PROJECT)[:15],
        "总投资（亿元）",
        "上年末累计完成投资(千元)",
        "年度投资（万元）",
        None,
        None,
        None,
        "是否开工",
        "形象进度",
        "是否纳统",
    ]
    lower = [None] * 17 + ["计划", "10月完成投资", "2026年1-10月累计完成投资", "开工以来累计完成投资", None, None, None]
    values = list(project(**{"总投资（万元）": 1.2, "至上年底累计完成投资（万元）": 5000}).values())
    path = write_sheet(tmp_path / "b.xlsx", [["重点项目调度表"], upper, lower, values], merges=["R2:U2"])
    table = read(path)
    assert table.header_rows == (2, 3)
    assert table.period == "2026-10"
    assert table.values["total_investment_wan"] == [Decimal("12000.0000")]
    assert table.values["investment_prior_years_wan"] == [Decimal("500.0000")]
    assert table.values["planned_investment_year_wan"] == [Decimal("5000.0000")]
    assert table.values["investment_month_wan"] == [Decimal("300.0000")]
    assert table.values["investment_ytd_wan"] == [Decimal("3000.0000")]
    assert table.values["investment_total_wan"] == [Decimal("3500.0000")]
    column = table.column_of("planned_investment_year_wan")
    assert column is not None
    assert column.path == ("年度投资(万元)", "计划")
    raw = {(c.field, c.kind): c.raw for c in table.coercions}
    assert raw["total_investment_wan", CoercionKind.UNIT] == "1.2"


def test_parents_that_nobody_merged_are_carried_to_their_children(tmp_path: Path) -> None:
    names = list(PROJECT)
    upper = [*names[:17], "年度投资（万元）", None, None, *names[20:]]
    lower = [None] * 17 + ["计划", "本月完成", "1–本月累计完成投资"] + [None] * 4
    table = read(write_sheet(tmp_path / "c.xlsx", [["2026年3月"], upper, lower, list(PROJECT.values())]))
    assert table.values["planned_investment_year_wan"] == [Decimal("5000.0000")]
    assert table.values["investment_month_wan"] == [Decimal("300.0000")]


def test_reordered_extra_and_aliased_columns(tmp_path: Path) -> None:
    row = {"联系邮箱": "a@b.cn", **dict(reversed(project().items()))}
    row["包保领导"] = row.pop("包挂领导")
    table = read(write_projects(tmp_path / "d.xlsx", [row]))
    assert table.values["leader_name"] == ["王建国"]
    extra = [column.path for column in table.columns if column.field is None]
    assert extra == [("联系邮箱",)]


def test_a_unit_row_under_the_header_gives_the_units(tmp_path: Path) -> None:
    names = [name.replace("（万元）", "") for name in PROJECT]
    units = ["亿元" if name == "总投资" else "万元" if "投资" in name else "-" for name in names]
    table = read(
        write_sheet(
            tmp_path / "e.xlsx", [["2026年3月"], names, units, list(project(**{"总投资（万元）": 1.2}).values())]
        )
    )
    assert kinds(table)[3] == "unit"
    assert table.rows == [4]
    assert table.values["total_investment_wan"] == [Decimal("12000.0000")]


def test_a_unit_row_stands_under_a_header_merged_down_over_two_rows(tmp_path: Path) -> None:
    header = [name.replace("（万元）", "") for name in PROJECT]
    units = ["万元" if "（万元）" in name else None for name in PROJECT]
    rows = [["2026年3月"], header, [None] * len(header), units, list(PROJECT.values())]
    merges = [f"{get_column_letter(at)}2:{get_column_letter(at)}3" for at in range(1, len(header) + 1)]
    table = read(write_sheet(tmp_path / "合并.xlsx", rows, merges=merges))
    assert (table.header_rows, table.rows, table.unitless) == ((2, 3, 4), [5], [])


def test_the_unit_line_of_the_sheet_holds_for_columns_without_their_own(tmp_path: Path) -> None:
    names = [name.replace("（万元）", "") for name in PROJECT]
    table = read(
        write_sheet(
            tmp_path / "f.xlsx", [["2026年3月"], ["填报单位：项目建设部", "单位：千元"], names, list(PROJECT.values())]
        )
    )
    assert table.values["total_investment_wan"] == [Decimal("1200.0000")]


def test_totals_sections_notes_and_repeated_headers_are_not_data(tmp_path: Path) -> None:
    blank = [None] * len(PROJECT)
    names, values = list(PROJECT), list(PROJECT.values())
    total = [*blank[:15], 24000, *blank[16:]]
    rows = [
        ["重点项目月度调度表（2026年3月）"],
        names,
        ["一、省级重点项目（1个）"],
        values,
        [None, "小计", *total[2:]],
        names,
        values,
        ["合计", *total[1:]],
        blank,
        ["注：总投资含设备。"],
    ]
    table = read(write_sheet(tmp_path / "h.xlsx", rows))
    assert table.rows == [4, 7]
    assert kinds(table) == {
        1: "title", 3: "title", 5: "subtotal", 6: "repeated_header", 8: "total", 9: "blank", 10: "note",
    }  # fmt: skip
    assert [(stated.cell, stated.number, stated.is_total) for stated in table.counts] == [("A3", 1, False)]
    subtotal, total_ = table.totals
    assert (subtotal.rows, total_.rows, total_.cell) == ((4,), (4, 7), "P8")


def test_the_sentence_over_the_header_states_a_number(tmp_path: Path) -> None:
    rows = [["2026年3月"], ["共上报重点项目12个（新增2个）"], list(PROJECT), list(PROJECT.values())]
    table = read(write_sheet(tmp_path / "h2.xlsx", rows))
    assert [(stated.cell, stated.number, stated.is_headline) for stated in table.counts] == [("A2", 12, True)]


def test_merged_cells_down_rows_fill_every_row_and_say_so(tmp_path: Path) -> None:
    rows = [["2026年3月"], list(PROJECT), list(project().values()), list(project(包挂领导=None).values())]
    table = read(write_sheet(tmp_path / "i.xlsx", rows, merges=["I3:I4"]))
    assert table.values["leader_name"] == ["王建国", "王建国"]
    assert [(c.cell, c.kind) for c in table.coercions if c.field == "leader_name"] == [("I4", CoercionKind.MERGE_FILL)]


def test_several_forms_on_the_sheets_of_one_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("培育库")
    assert first is not None
    first.append(["企业名录（2026年3月）"])
    first.append(["统一社会信用代码", "企业名称", "企业类型", "登记注册类型", "单位类型", "登记机关", "行政区划代码", "成立日期",
                  "营业期限自", "住所", "生产经营地址", "注册资本（万元）", "币种", "行业代码", "登记状态", "片区", "统计口径",
                  "数据来源", "更新时间", "重码处理"])  # fmt: skip
    first.append(["91370105MA3AY4CL62", "甲公司"])
    second.append(["企业培育库（2026年3月）"])
    second.append(["企业名称", "信用代码", "培育类别", "级别", "阶段", "申报类型"])
    second.append(["甲公司", "91370105MA3AY4CL62", "高新技术企业", "国家", "获批", "新认定"])
    book.save(tmp_path / "p.xlsx")
    reading = read_workbook(tmp_path / "p.xlsx", CATALOG)
    assert [(table.form, table.sheet) for table in reading.tables] == [
        ("enterprises", "Sheet"),
        ("enterprise_titles", "培育库"),
    ]
    assert reading.tables[1].values["title_name"] == ["国家高企"]


def test_the_period_comes_from_the_title_not_from_the_day_of_filling_in(tmp_path: Path) -> None:
    rows = [["重点项目月度调度表（2026年3月）"], ["填报时间：2026年4月2日"], list(PROJECT), list(PROJECT.values())]
    assert read(write_sheet(tmp_path / "q.xlsx", rows)).period == "2026-03"


def test_the_period_may_stand_in_the_file_name_only(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "重点项目2026年5月(最终版2).xlsx", [list(PROJECT), list(PROJECT.values())])
    assert read(path).period == "2026-05"


def test_a_chosen_period_goes_first_and_the_found_one_is_kept(tmp_path: Path) -> None:
    table = read(write_projects(tmp_path / "r.xlsx", [project()]), period="2026-04")
    assert (table.period, table.period_found) == ("2026-04", "2026-03")


def test_signatures_are_read_beside_or_behind_their_label(tmp_path: Path) -> None:
    rows = [["2026年3月"], ["填报人：张三  审核人："], list(PROJECT), list(PROJECT.values()), ["填报单位：企业服务部"]]
    table = read(write_sheet(tmp_path / "s.xlsx", rows))
    assert [(signature.label, signature.name) for signature in table.signatures] == [
        ("填报人", "张三"),
        ("审核人", None),
    ]
    assert table.department == "enterprises"


def test_hidden_rows_are_read_and_named(tmp_path: Path) -> None:
    rows = [["2026年3月"], list(PROJECT), list(PROJECT.values()), list(PROJECT.values())]
    table = read(write_sheet(tmp_path / "t.xlsx", rows, hidden_rows=[4]))
    assert (table.rows, table.hidden) == ([3, 4], ["第4行"])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "空的"),
        (b"hello", "不是 Excel"),
        (b"<html><table>", "网页"),
        (b"PK\x03\x04broken", "损坏"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_what_is_no_workbook_is_said_in_words(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "y.xlsx"
    path.write_bytes(content)
    (failure,) = read_workbook(path, CATALOG).failures
    assert failure.rule == "XL-UNREADABLE"
    assert reason in failure.shown["reason"]


def test_an_unknown_form_names_the_nearest_one(tmp_path: Path) -> None:
    path = write_sheet(
        tmp_path / "z.xlsx", [["项目名称", "包挂领导", "开工以来累计完成投资", "心情"], ["一期", "王建国", 1, "好"]]
    )
    (failure,) = read_workbook(path, CATALOG).failures
    assert failure.rule == "A13"
    assert str(failure.shown["nearest"]).startswith("最接近《重点项目月度调度表》")


def test_csv_in_gb18030_is_read(tmp_path: Path) -> None:
    path = tmp_path / "重点项目2026年3月.csv"
    lines = [",".join(PROJECT), ",".join(str(value) for value in PROJECT.values())]
    path.write_bytes("\n".join(lines).encode("gb18030"))
    assert read(path).values["total_investment_wan"] == [Decimal("12000.0000")]


def test_rows_that_hold_only_their_number_are_blank(tmp_path: Path) -> None:
    rows = [["2026年3月"], list(PROJECT), list(PROJECT.values()), [2], [3]]
    table = read(write_sheet(tmp_path / "aa.xlsx", rows))
    assert table.rows == [3]
    assert {other.kind for other in table.other_rows if other.row > 3} == {RowKind.BLANK}


def test_nothing_to_report_is_a_stated_answer(tmp_path: Path) -> None:
    table = read(write_sheet(tmp_path / "ab.xlsx", [["2026年3月"], list(PROJECT), [None, "本期无"]]))
    assert (table.rows, table.is_nil) == ([], True)
    table = read(write_sheet(tmp_path / "ac.xlsx", [["2026年3月"], list(PROJECT)]))
    assert (table.rows, table.is_nil) == ([], False)


def test_the_version_of_a_template_is_no_period(tmp_path: Path) -> None:
    rows = [["重点项目月度调度表"], ["填报单位：项目建设部", "模板 F01 2026.1"], list(PROJECT), list(PROJECT.values())]
    table = read(write_sheet(tmp_path / "空表.xlsx", rows))
    assert (table.period, table.version_found) == (None, "2026.1")
