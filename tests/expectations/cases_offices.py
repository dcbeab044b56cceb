"""For every rule of the office's, the companies' and the party's forms one table that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from sources.reader.model import Table
from tests.expectations.tables import a_table

D = Decimal

#: (form, rule) → the rows of the table, each as what it changes of the good row.
BROKEN: dict[tuple[str, str], list[dict[str, Any]]] = {
    ("supervision_letters", "B46"): [{"letter_no": "〔2026〕督1", "letter_type": "督办函", "letter_level": 2}],
    ("supervision_letters", "B46a"): [{"reply_due_date": date(2026, 3, 1)}],
    ("supervision_letters", "B80"): [{"verdict": "同意销号", "replied_date": date(2026, 3, 4)}],
    ("assessment_points", "B48"): [{"event_date": date(2025, 12, 20)}],
    ("reform_evidence", "B66"): [{"year": 2025}],
    ("reform_evidence", "B81"): [{"document_no": None}],
    ("reform_evidence", "B82"): [{"evidence_date": date(2025, 11, 1)}],
    ("reform_evidence", "R20"): [{}, {"reform_item": "工作效能"}],
    ("superior_assessments", "B66"): [{"year": 2025}],
    ("platform_assets", "B49"): [{"net_value_wan": D(3600)}],
    ("platform_assets", "B49a"): [{"uncertified_building_m2": None}],
    ("platform_assets", "B83"): [{"mortgage_end_date": None}],
    ("leases", "B18"): [{"end_date": date(2025, 8, 1)}],
    ("leases", "B50"): [{"rent_due_wan": D("9.3")}],
    ("leases", "B51"): [{"contract_rent_yuan_per_m2_month": D("0.5")}],
    ("leases", "B84"): [{"rent_relief_wan": D("0.5")}],
    ("leases", "D17"): [{"end_date": date(2026, 3, 30)}],
    ("debts", "B52"): [{"balance_wan": D(15500)}],
    ("debts", "B85"): [{"collateral_asset_no": None}],
    ("company_operations", "B86"): [{"revenue_ytd_wan": D(1200)}],
    ("party_organizations", "B54"): [{"full_member_count": 47}],
    ("enterprise_party_building", "B53"): [{"formation": "未建", "no_formation_reason": "不足3名"}],
    ("enterprise_party_building", "B87"): [{"formation": "未建", "full_member_count": 2}],
    ("infrastructure_works", "B18"): [{"end_date": date(2025, 8, 31)}],
    ("plans", "B88"): [{"approval_document_no": None}],
}


def _table(form: str, rows: list[dict[str, Any]]) -> Callable[[], list[Table]]:
    return lambda: [a_table(form, *rows)]


OFFICES: dict[tuple[str, str], Callable[[], list[Table]]] = {
    (form, code): _table(form, rows) for (form, code), rows in BROKEN.items()
}
