"""Good and broken rows of the forms of 企业服务部 and 财税建设部: appeals, revenue, key taxpayers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

D = Decimal
USCC = "91370105MA3AY4CL62"
_TAXES = {
    "vat": 12000, "corporate_income_tax": 8000, "personal_income_tax": 1200, "urban_maintenance_tax": 900,
    "property_tax": 1500, "stamp_tax": 300, "land_use_tax": 700, "land_appreciation_tax": 1000, "deed_tax": 2000,
    "farmland_tax": 0, "resource_tax": 0, "environment_tax": 84, "other_tax": 1000,
}  # fmt: skip

GOOD: dict[str, dict[str, Any]] = {
    "appeals": {
        "case_no": "SQ2026-001", "registered_date": date(2026, 3, 2), "channel": "走访",
        "enterprise_name": "山东示例新材料有限公司", "uscc": USCC, "appeal_kind": "融资", "content": "流动资金贷款到期续贷",
        "grade": "一般", "receiver_name": "王某", "responsible_department": "企业服务部",
        "assigned_date": date(2026, 3, 3), "limit_workdays": 5, "closed_date": date(2026, 3, 10), "result": "解决",
        "is_visited": True, "is_contacted": True, "is_solved": True, "satisfaction": "满意", "appeal_status": "已销号",
    },
    "fiscal_revenue": {
        "caliber": "地方级", "budget_revenue_month_wan": D(9800), "budget_revenue_ytd_wan": D(61646),
        "tax_revenue_ytd_wan": D(28684), "nontax_revenue_ytd_wan": D(32962),
        **{f"{tax}_ytd_wan": D(amount) for tax, amount in _TAXES.items()},
        "budget_wan": D(109466), "prior_month_wan": D(9000), "prior_ytd_wan": D(55707), "growth_wan": D(5939),
        "growth_rate": D("0.107"),
    },
    "key_taxpayers": {
        "enterprise_name": "山东示例新材料有限公司", "uscc": USCC, "tax_paid_ytd_wan": D(900),
        "tax_paid_prior_ytd_wan": D(850), "vat_ytd_wan": D(600), "corporate_income_tax_ytd_wan": D(200),
    },
}  # fmt: skip

BROKEN: dict[tuple[str, str], list[dict[str, Any]]] = {
    ("appeals", "B37"): [{"satisfaction": None}],
    ("appeals", "B38"): [{"closed_date": date(2026, 3, 11)}],
    ("appeals", "R08"): [{}, {"case_no": "SQ2026-002"}],
    ("fiscal_revenue", "B41"): [{"nontax_revenue_ytd_wan": D(32000)}],
    ("fiscal_revenue", "B42"): [{"deed_tax_ytd_wan": D(0)}],
    ("fiscal_revenue", "B43"): [{"growth_rate": D("0.5")}],
}
