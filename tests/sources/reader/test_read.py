"""A workbook as a department sends it, to typed columns that keep their cells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

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


def test_the_unit_line_of_the_sheet_holds_for_columns_without_their_own(tmp_path: Path) -> None:
    names = [name.replace("（万元）", "") for name in PROJECT]
    table = read(
        write_sheet(
            tmp_path / "f.xlsx", [["2026年3月"], ["填报单位：项目建设部", "单位：千元"], names, list(PROJECT.values())]
        )
    )
    assert table.values["total_investment_wan"] == [Decimal("1200.0000")]


def test_money_without_any_unit_is_not_guessed(tmp_path: Path) -> None:
    row = {name.replace("总投资（万元）", "总投资"): value for name, value in PROJECT.items()}
    table = read(write_projects(tmp_path / "g.xlsx", [row]))
    assert table.unitless == ["total_investment_wan"]
    assert "total_investment_wan" not in table.values


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
    subtotal, total_ = table.totals
    assert (subtotal.rows, total_.rows, total_.cell) == ((4,), (4, 7), "P8")


def test_merged_cells_down_rows_fill_every_row_and_say_so(tmp_path: Path) -> None:
    rows = [["2026年3月"], list(PROJECT), list(project().values()), list(project(包挂领导=None).values())]
    table = read(write_sheet(tmp_path / "i.xlsx", rows, merges=["I3:I4"]))
    assert table.values["leader_name"] == ["王建国", "王建国"]
    assert [(c.cell, c.kind) for c in table.coercions if c.field == "leader_name"] == [("I4", CoercionKind.MERGE_FILL)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("１２，０００", "12000"),
        ("12,000.50", "12000.5"),
        ("1.2亿元", "12000"),
        ("5000万", "5000"),
        ("(300)", "-300"),
        ("3e3", "3000"),
    ],
)
def test_numbers_typed_as_text_become_numbers(tmp_path: Path, typed: str, value: str) -> None:
    table = read(write_projects(tmp_path / "j.xlsx", [project(**{"总投资（万元）": typed})]))
    assert table.values["total_investment_wan"] == [Decimal(value)]
    assert [c.raw for c in table.coercions if c.field == "total_investment_wan"] == [typed]


@pytest.mark.parametrize("typed", ["约5000", "5000-8000", "已完成", "见附件"])
def test_words_in_a_number_cell_are_a_problem_with_its_cell(tmp_path: Path, typed: str) -> None:
    table = read(write_projects(tmp_path / "k.xlsx", [project(**{"总投资（万元）": typed})]))
    assert [(p.rule, p.cell, p.raw) for p in table.problems] == [("B06", "P3", typed)]
    assert table.values["total_investment_wan"] == [None]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026年3月15日", date(2026, 3, 15)), ("2026.3.15", date(2026, 3, 15)), ("2026/03/15", date(2026, 3, 15)),
        ("２０２６－３－１５", date(2026, 3, 15)), ("20260315", date(2026, 3, 15)), ("2026年3月底", date(2026, 3, 31)),
        (date(2026, 3, 15), date(2026, 3, 15)), (46096, date(2026, 3, 15)), ("2026年底前", date(2026, 12, 31)),
    ],
)  # fmt: skip
def test_dates_in_every_writing(tmp_path: Path, typed: object, day: date) -> None:
    table = read(write_projects(tmp_path / "l.xlsx", [project(计划竣工时间=typed)]))
    assert table.values["planned_end_date"] == [day]


@pytest.mark.parametrize("typed", ["长期坚持", "已完成", "2026.3", "3月", "2026-13-01"])
def test_what_names_no_day_is_a_problem(tmp_path: Path, typed: str) -> None:
    table = read(write_projects(tmp_path / "m.xlsx", [project(计划竣工时间=typed)]))
    assert [p.rule for p in table.problems] == ["B56"]


def test_dashes_mean_not_applicable_and_blank_means_nothing(tmp_path: Path) -> None:
    table = read(
        write_projects(tmp_path / "n.xlsx", [project(**{"至上年底累计完成投资（万元）": "—", "实际开工时间": None})])
    )
    assert table.values["investment_prior_years_wan"] == [None]
    assert [(c.field, c.kind) for c in table.coercions if c.kind is CoercionKind.NOT_APPLICABLE] == [
        ("investment_prior_years_wan", CoercionKind.NOT_APPLICABLE)
    ]
    assert table.values["actual_start_date"] == [None]


@pytest.mark.parametrize(
    ("cells", "number_format", "rates"),
    [([56.3, 8.0], "General", ["0.563", "0.08"]), ([0.563, 0.08], "0.0%", ["0.563", "0.08"]), ([1.18, 1.0], "0%", ["1.18", "1"]),
     (["56.3%", "8％"], "General", ["0.563", "0.08"])],
)  # fmt: skip
def test_percents_are_fractions_however_they_are_stored(
    tmp_path: Path, cells: list[Any], number_format: str, rates: list[str]
) -> None:
    rows = [project(**{"投资完成比例（%）": cell}) for cell in cells]
    header = list(rows[0])
    formats = {"Y3": number_format, "Y4": number_format}
    path = write_sheet(
        tmp_path / "o.xlsx", [["2026年3月"], header, *(list(row.values()) for row in rows)], formats=formats
    )
    assert read(path).values["completion_rate"] == [Decimal(rate) for rate in rates]


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


def test_listed_values_are_known_by_their_other_names(tmp_path: Path) -> None:
    table = read(write_projects(tmp_path / "u.xlsx", [project(责任单位="经发部，招商局")]))
    assert table.values["responsible_departments"] == ["项目建设部、招商引资部"]


def test_an_unlisted_value_is_a_problem_with_the_choices(tmp_path: Path) -> None:
    table = read(write_projects(tmp_path / "v.xlsx", [project(建设性质="续建", 责任单位="宇宙部")]))
    assert {(p.rule, p.cell) for p in table.problems} == {("B05", "E3"), ("G10", "H3")}
    assert "新建、扩建" in next(p.shown["choices"] for p in table.problems if p.rule == "B05")


def test_a_number_too_long_for_excel_keeps_its_digits(tmp_path: Path) -> None:
    table = read(write_projects(tmp_path / "w.xlsx", [project(统一社会信用代码=914403001922038000)]))
    assert table.values["uscc"] == ["914403001922038000"]


def test_an_error_cell_is_named(tmp_path: Path) -> None:
    table = read(write_projects(tmp_path / "x.xlsx", [project(**{"总投资（万元）": "=1/0"})]))
    assert [(p.rule, p.cell, p.raw) for p in table.problems] == [("XL-FORMULA-UNCACHED", "P3", "=1/0")]


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
    assert failure.rule == "A14"
    assert reason in failure.shown["reason"]


def test_an_unknown_form_names_the_nearest_one(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "z.xlsx", [["项目名称", "责任单位", "心情"], ["一期", "项目建设部", "好"]])
    (failure,) = read_workbook(path, CATALOG).failures
    assert (failure.rule, failure.shown["nearest"]) == ("A13", "重点项目月度调度表")


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
