"""A rule that looks at several cells points at the one that is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.expectations.tables import a_table, findings_of, only

EARLY = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("form", "code", "change", "field"),
    [
        ("key_projects", "B08", {"investment_month_wan": 1000}, "investment_month_wan"),
        ("key_projects", "B08", {"investment_ytd_wan": 200}, "investment_ytd_wan"),
        ("key_projects", "B08", {"investment_total_wan": 290}, "investment_total_wan"),
        ("key_projects", "B18", {"planned_end_date": EARLY}, "planned_end_date"),
        ("key_projects", "B18", {"actual_end_date": EARLY}, "actual_end_date"),
        ("project_performance", "B18", {"actual_end_date": EARLY}, "actual_end_date"),
        ("project_milestones", "B26", {"done_date": None}, "done_date"),
        ("talks", "B20", {"issue_types": "土地", "next_step_due_date": None}, "next_step_due_date"),
        ("carriers", "B29", {"floor_area_m2": 12}, "floor_area_m2"),
        ("industrial_months", "B33", {"main_revenue_ytd_wan": 1421}, "main_revenue_ytd_wan"),
        ("industrial_months", "B33", {"finished_goods_wan": 601}, "finished_goods_wan"),
        ("appeals", "B37", {"satisfaction": None}, "satisfaction"),
        ("appeals", "B37", {"closed_date": date(2026, 3, 1)}, "closed_date"),
        ("appeals", "B37", {"result": None}, "result"),
        ("upgrade_subsidies", "B40", {"invoice_to_date": date(2031, 1, 1)}, "invoice_to_date"),
        ("upgrade_subsidies", "E06", {"statistics_investment_wan": 1000}, "statistics_investment_wan"),
        ("debts", "B52", {"maturity_date": EARLY}, "maturity_date"),
        ("debts", "B52", {"contract_wan": 1}, "drawn_wan"),
        ("platform_assets", "B83", {"mortgage_wan": None}, "mortgage_wan"),
        ("supervision_letters", "B80", {"verdict": "同意销号", "replied_date": date(2026, 3, 4)}, "reply_text"),
    ],
)
def test_the_cell_is_the_wrong_one(form: str, code: str, change: dict[str, Any], field: str) -> None:
    table = a_table(form, change)
    found = only(code, table)
    assert (found.field, found.cell) == (field, table.cell(field, 5))


def test_a_finding_keeps_the_other_values_that_its_rule_looked_at() -> None:
    started = {"planned_investment_year_wan": 800}
    assert only("B12", a_table("key_projects", started)).basis == "年度计划投资 800"
    later = only("B12", a_table("key_projects", {"planned_investment_year_wan": 700}))
    assert (later.basis, later.finding_id) == (
        "年度计划投资 700",
        only("B12", a_table("key_projects", started)).finding_id,
    )


def test_a_twin_on_another_sheet_is_named_with_it() -> None:
    names = [[{"plan_name": f"{sheet}{number}"} for number in "一二三"] for sheet in "甲乙"]
    first, second = (a_table("plans", {}, *changes, sheet=sheet) for sheet, changes in zip("甲乙", names, strict=True))
    (twin,) = [found for found in findings_of(first, second) if found.rule == "R11" and found.sheet == "甲"]
    assert (twin.other_sheet, twin.other_cell) == ("乙", second.cell("plan_name", 5))
    (twin,) = [found for found in findings_of(a_table("plans", {}, {})) if found.row == 5]
    assert (twin.other_sheet, twin.other_cell) == (None, second.cell("plan_name", 6))
