"""A rule that looks at several cells points at the one that is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.expectations.tables import a_table, only

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
