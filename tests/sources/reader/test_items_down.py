"""Revenue with the taxes as columns and with one row per item are the same records, each value in its own cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from expectations.check import as_json, check
from sources.contract import load_catalog
from sources.reader.model import Table
from sources.reader.read import read_workbook
from sources.rules import load_register
from tests.workbooks import write_sheet

CATALOG = load_catalog()
FORM = CATALOG.form("F11")
TAXES = ("增值税", "企业所得税", "个人所得税", "城建税", "房产税", "印花税", "城镇土地使用税", "土地增值税", "契税", "耕地占用税",
         "资源税", "环保税", "其他税收")  # fmt: skip
#: Caliber → item → so far, in 万元; and what only the total has.
SO_FAR: dict[str, dict[str, int]] = {
    "全口径": {"一般公共预算收入": 1200, "税收收入": 1000, "非税收入": 200, **dict.fromkeys(TAXES, 0), "增值税": 700, "契税": 300},
    "地方级": {"一般公共预算收入": 620, "税收收入": 500, "非税收入": 120, **dict.fromkeys(TAXES, 0), "增值税": 350, "契税": 150},
}  # fmt: skip
OF_TOTAL = {"本月": 110, "年初预算": 2400, "上年同期本月": 100, "上年同期累计": 1100}
TITLE = "2026年6月财税收入情况表"


def taxes_as_columns(path: Path) -> Path:
    header = [
        "收入口径",
        "一般公共预算收入本月",
        "一般公共预算收入累计",
        *list(SO_FAR["全口径"])[1:],
        "年初预算",
        "上年同期本月",
        "上年同期累计",
    ]
    rows = [[caliber, 110, *told.values(), 2400, 100, 1100] for caliber, told in SO_FAR.items()]
    return write_sheet(path, [[TITLE], ["单位：万元"], header, *rows])


def one_row_per_item(path: Path) -> Path:
    """Both calibers side by side, each with its own measures, items numbered as departments do."""
    measures = ["累计", *OF_TOTAL]
    upper = ["项目", *(caliber for caliber in SO_FAR for _ in measures)]
    rows: list[list[Any]] = []
    for number, item in enumerate(SO_FAR["全口径"], start=1):
        line: list[Any] = [item if number == 1 else f"其中：{item}" if item == "增值税" else f"{number}、{item}"]
        for told in SO_FAR.values():
            line += [told[item], *(OF_TOTAL.values() if number == 1 else [None] * len(OF_TOTAL))]
        rows.append(line)
    return write_sheet(
        path, [[TITLE], ["单位：万元"], upper, [None, *measures, *measures], *rows, ["填报人：张三　审核人：李四"]]
    )


def table_of(path: Path) -> Table:
    (table,) = read_workbook(path, CATALOG).tables
    return table


def records(table: Table) -> list[dict[str, Any]]:
    filled = {name: values for name, values in table.values.items() if any(value is not None for value in values)}
    return [{name: values[at] for name, values in filled.items()} for at in range(len(table.rows))]


@pytest.fixture
def both(tmp_path: Path) -> tuple[Table, Table]:
    return table_of(taxes_as_columns(tmp_path / "列.xlsx")), table_of(one_row_per_item(tmp_path / "行.xlsx"))


def test_both_layouts_give_the_same_records(both: tuple[Table, Table]) -> None:
    across, down = both
    assert (down.form, down.period, len(down.rows)) == (FORM.id, "2026-06", 2)
    assert records(down) == records(across)
    assert set(FORM.required) <= set(records(down)[0])


def test_every_value_keeps_the_cell_in_which_it_stands(both: tuple[Table, Table], tmp_path: Path) -> None:
    down = both[1]
    page = openpyxl.load_workbook(tmp_path / "行.xlsx").active
    assert page is not None
    for name, row in [(name, row) for name in FORM.required if name != "caliber" for row in down.rows]:
        cell = down.cell(name, row)
        assert cell is not None
        assert page[cell].value == down.values[name][down.rows.index(row)], (name, cell)
    assert down.cell("deed_tax_ytd_wan", down.rows[1]) == "G16"
    kept = {(one.field, one.row): one.cell for one in down.coercions}
    assert kept["deed_tax_ytd_wan", down.rows[1]] == "G16"


def test_a_single_record_is_named_above_the_table_and_units_by_the_columns(tmp_path: Path) -> None:
    rows = [
        ["一、一般公共预算收入", 0.11, 0.12],
        ["（一）税收收入", None, 0.1],
        ["1.增值税", None, 0.07],
        ["（二）非税收入", None, 0.02],
    ]
    head = [["2026年6月一般公共预算收入（地方级）"], ["收入项目", "当月（亿元）", "1-6月累计（亿元）"]]
    (down,) = read_workbook(write_sheet(tmp_path / "单.xlsx", [*head, *rows]), CATALOG, form="F11").tables
    (record,) = records(down)
    assert record == {
        "caliber": "地方级", "budget_revenue_month_wan": Decimal(1100), "budget_revenue_ytd_wan": Decimal(1200),
        "tax_revenue_ytd_wan": Decimal(1000), "nontax_revenue_ytd_wan": Decimal(200), "vat_ytd_wan": Decimal(700),
    }  # fmt: skip


def test_what_is_wrong_is_told_in_the_cell_of_the_item(tmp_path: Path) -> None:
    path = one_row_per_item(tmp_path / "行.xlsx")
    book = openpyxl.load_workbook(path)
    page = book.active
    assert page is not None
    page["G16"] = 999  # 契税 of the second caliber: the taxes no longer add up
    page["B7"] = "约200"
    book.save(path)
    told = as_json(
        check(read_workbook(path, CATALOG), CATALOG, load_register(CATALOG), date(2026, 7, 3)), CATALOG, rows=True
    )
    assert {("B06", "B7"), ("B42", "G6")} <= {(one["rule"], one["cell"]) for one in told["findings"]}
    (submission,) = told["submissions"]
    assert submission["rows"][1]["values"]["契税"] == {"value": 999, "raw": "999", "cell": "G16"}
