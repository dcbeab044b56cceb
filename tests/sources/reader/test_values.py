"""One cell to one value: every writing of a number, a date, a percentage, a listed name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sources.contract import load_catalog
from sources.reader.model import CoercionKind, Table
from sources.reader.read import read_workbook
from tests.workbooks import PROJECT, project, write_projects, write_sheet

CATALOG = load_catalog()


def read(path: Path) -> Table:
    reading = read_workbook(path, CATALOG)
    assert not reading.failures, reading.failures
    return reading.tables[0]


def test_money_without_any_unit_is_not_guessed(tmp_path: Path) -> None:
    row = {name.replace("总投资（万元）", "总投资"): value for name, value in PROJECT.items()}
    table = read(write_projects(tmp_path / "g.xlsx", [row]))
    assert table.unitless == ["total_investment_wan"]
    assert "total_investment_wan" not in table.values


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
        ("2026.3", date(2026, 3, 31)), (2026.3, date(2026, 3, 31)), ("202603", date(2026, 3, 31)), ("3月", date(2026, 3, 31)),
        ("3月15日", date(2026, 3, 15)), ("2026年3月15号", date(2026, 3, 15)), ("26年3月15日", date(2026, 3, 15)),
        ("2026年3月中旬", date(2026, 3, 20)), ("2026年2月下旬", date(2026, 2, 28)), ("2026年3月初", date(2026, 3, 1)),
        ("二〇二六年三月十五日", date(2026, 3, 15)), ("二○二六年十二月三十一日", date(2026, 12, 31)),
        ("2026-03-15T00:00:00", date(2026, 3, 15)), ("2026年一季度", date(2026, 3, 31)), ("2026年上半年", date(2026, 6, 30)),
        ("年底", date(2026, 12, 31)), (20260315, date(2026, 3, 15)), ("2026、3、15", date(2026, 3, 15)),
    ],
)  # fmt: skip
def test_dates_in_every_writing(tmp_path: Path, typed: object, day: date) -> None:
    table = read(write_projects(tmp_path / "l.xlsx", [project(计划竣工时间=typed)]))
    assert table.values["planned_end_date"] == [day]


@pytest.mark.parametrize("typed", ["长期坚持", "已完成", "2026", "2026-13-01", "2026年2月30日", "13月", "3月-6月"])
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
     (["56.3%", "8％"], "General", ["0.563", "0.08"]), ([0.563, 0.08], "0.00", ["0.563", "0.08"]), ([12, 0.08], "0.00", ["0.12", "0.0008"]), ([0, 1], "General", ["0", "0.01"])],
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


@pytest.mark.parametrize("typed", ["56.3", 56.3, "56.3%", "５６．３％"])
def test_percentages_in_three_spellings(tmp_path: Path, typed: object) -> None:
    row = {**project(), "投资完成比例（%）": typed}
    assert read(write_projects(tmp_path / "p.xlsx", [row])).values["completion_rate"] == [Decimal("0.563000")]


def test_a_fraction_shown_as_percent_is_a_fraction(tmp_path: Path) -> None:
    rows = [["2026年3月"], [*PROJECT, "投资完成比例"], [*PROJECT.values(), 0.563]]
    path = write_sheet(tmp_path / "q.xlsx", rows, formats={"Y3": "0.0%"})
    assert read(path).values["completion_rate"] == [Decimal("0.563000")]


def test_a_percent_column_typed_as_fractions_says_so(tmp_path: Path) -> None:
    table = read(write_projects(tmp_path / "p.xlsx", [project(**{"投资完成比例（%）": 0.563})]))
    assert table.values["completion_rate"] == [Decimal("0.563")]
    assert CoercionKind.FRACTION in {c.kind for c in table.coercions if c.field == "completion_rate"}


def test_each_cell_of_a_percent_column_is_read_as_its_own_format_shows_it(tmp_path: Path) -> None:
    rows = [
        project(项目名称=f"{n}期", **{"投资完成比例（%）": cell}) for n, cell in enumerate((56.3, 0.563, 0.4, "8%"))
    ]
    header = [["2026年3月"], list(rows[0])]
    path = write_sheet(tmp_path / "qa.xlsx", [*header, *(list(row.values()) for row in rows)], formats={"Y4": "0.0%"})
    assert read(path).values["completion_rate"] == [Decimal(rate) for rate in ("0.563", "0.563", "0.004", "0.08")]


@pytest.mark.parametrize(
    "typed", ["约5000", "5000-8000", "5000~8000万元", "近1亿元", "1亿元以上", "2020-2022", "1.2.3", "万元"]
)
def test_ranges_and_estimates_are_no_numbers(tmp_path: Path, typed: str) -> None:
    table = read(write_projects(tmp_path / "r.xlsx", [project(**{"总投资（万元）": typed})]))
    assert [(p.rule, p.raw) for p in table.problems] == [("B06", typed)]


def test_blank_not_applicable_and_zero_are_kept_apart(tmp_path: Path) -> None:
    rows = [project(项目名称=f"{n}期", **{"本月完成投资（万元）": value}) for n, value in enumerate((None, "—", 0))]
    table = read(write_projects(tmp_path / "s.xlsx", rows))
    assert table.values["investment_month_wan"] == [None, None, Decimal("0.0000")]
    assert [c.row for c in table.coercions if c.kind is CoercionKind.NOT_APPLICABLE] == [4]
