"""Good and broken rows of the later forms of 项目建设部: milestones, performance, industrial months, subsidies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

D = Decimal
USCC = "91370105MA3AY4CL62"
CODE = "2026-370105-26-03-123456"

GOOD: dict[str, dict[str, Any]] = {
    "project_milestones": {
        "project_no": "ZS2025-001", "project_name": "新材料产业园一期", "project_code": CODE, "milestone": "建筑工程施工许可证",
        "milestone_status": "已办", "document_no": "370105202603020101", "accepted_date": date(2026, 2, 2),
        "done_date": date(2026, 3, 2),
    },
    "project_performance": {
        "project_no": "ZS2025-001", "project_name": "新材料产业园一期", "project_code": CODE, "land_mu": D(100),
        "agreed_fixed_investment_wan": D(40000), "actual_fixed_investment_wan": D(9000),
        "is_fixed_investment_met": False, "agreed_intensity_wan_per_mu": D(400), "agreed_green_space_rate": D("0.15"),
        "agreed_start_date": date(2026, 1, 1), "actual_start_date": date(2026, 3, 2),
        "agreed_end_date": date(2027, 12, 31), "is_stopped": False,
    },
    "industrial_months": {
        "uscc": USCC, "enterprise_name": "山东示例新材料有限公司", "industry_code": "3011",
        **{f"output_{when}_wan": D(amount) for when, amount in (("month", 500), ("ytd", 1500), ("prior_month", 450), ("prior_ytd", 1400))},
        **{f"sales_{when}_wan": D(amount) for when, amount in (("month", 480), ("ytd", 1450), ("prior_month", 440), ("prior_ytd", 1380))},
        **{f"export_{when}_wan": D(amount) for when, amount in (("month", 50), ("ytd", 150), ("prior_month", 40), ("prior_ytd", 140))},
        "revenue_ytd_wan": D(1420), "main_revenue_ytd_wan": D(1400), "profit_ytd_wan": D("-20.5"),
        "vat_ytd_wan": D(60), "income_tax_ytd_wan": D(0), "assets_wan": D(9000), "liabilities_wan": D(5000),
        "equity_wan": D("4000.5"), "inventory_wan": D(600), "finished_goods_wan": D(200), "payroll_ytd_wan": D(210),
        "employees": 120, "tax_paid_ytd_wan": D(55), "electricity_kwh": D(900000), "energy_tce": D(300),
    },
    "industrial_summary": {
        "scope": "实管", "enterprise_count": 120, "output_month_wan": D(60000), "output_ytd_wan": D(180000),
        "sales_ytd_wan": D(176000), "revenue_ytd_wan": D(179000), "profit_ytd_wan": D(9000),
    },
    "upgrade_subsidies": {
        "application_no": "JG2026-01", "batch": "2026第一批", "enterprise_name": "山东示例新材料有限公司", "uscc": USCC,
        "project_name": "生产线智能化改造项目", "project_code": CODE, "filed_date": date(2026, 1, 5),
        "filed_investment_wan": D(3000), "started_date": date(2026, 1, 10), "ended_date": date(2026, 12, 31),
        "is_in_statistics": True, "statistics_project_name": "生产线智能化改造项目", "statistics_investment_wan": D(2000),
        "equipment_declared_wan": D(1800), "equipment_invoiced_wan": D(1700), "equipment_audited_wan": D(1600),
        "invoice_from_date": date(2026, 1, 15), "invoice_to_date": date(2026, 3, 10), "invoice_count": 12,
        "subsidy_mode": "设备投资比例", "clause": "设备投资奖补", "subsidy_rate": D("0.1"), "cap_wan": D(200),
        "amount_applied_wan": D(160), "is_credit_clean": True, "is_free_of_duplicates": True,
        "application_status": "审核",
    },
}  # fmt: skip

_PLAN = {"milestone": "建设工程规划许可证", "document_no": "建字第1号", "accepted_date": None}

BROKEN: dict[tuple[str, str], list[dict[str, Any]]] = {
    ("project_milestones", "B01"): [{"project_name": "暂定项目"}],
    ("project_milestones", "B18"): [{"accepted_date": date(2026, 3, 3)}],
    ("project_milestones", "B26"): [{"document_no": None}],
    ("project_milestones", "B27"): [{}, {**_PLAN, "done_date": date(2026, 3, 9)}],
    ("project_performance", "B01"): [{"project_name": "测试"}],
    ("project_performance", "B18"): [{"agreed_end_date": date(2025, 12, 31)}],
    ("industrial_months", "B33"): [{"export_month_wan": D(481)}],
    ("industrial_months", "B34"): [{"equity_wan": D(3900)}],
    ("industrial_months", "B36"): [{"sales_ytd_wan": D(800)}],
    ("upgrade_subsidies", "B39"): [{"amount_applied_wan": D(200)}],
    ("upgrade_subsidies", "B40"): [{"invoice_from_date": date(2024, 12, 30)}],
    ("upgrade_subsidies", "E06"): [{"statistics_project_name": "智能化改造"}],
}
