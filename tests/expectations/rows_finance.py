"""Good rows of the platform companies' forms: assets, leases, debts, operations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

D = Decimal

ROWS: dict[str, dict[str, Any]] = {
    "platform_assets": {
        "asset_no": "BC-001", "company": "北城控股", "asset_name": "标准厂房3号楼", "asset_category": "房产",
        "location": "某路1号", "certificate_no": "鲁（2020）济南市不动产权第0123456号", "building_m2": D(12000),
        "certified_building_m2": D(11500), "uncertified_building_m2": D(500), "acquisition": "自建",
        "acquired_date": date(2020, 6, 1), "original_value_wan": D("4200.50"), "depreciation_wan": D("700.25"),
        "net_value_wan": D("3500.25"), "appraised_value_wan": D(5200), "appraisal_date": date(2025, 12, 31),
        "use_status": "出租", "mortgagee": "某银行", "mortgage_wan": D(2000), "mortgage_end_date": date(2028, 6, 1),
        "person_name": "刘某", "stocktaking_date": date(2025, 12, 20), "stocktaking_result": "相符",
    },
    "leases": {
        "contract_no": "ZL-2025-08", "asset_no": "BC-001", "tenant_name": "山东示例新材料有限公司", "uscc": "91370105MA3AY4CL62",
        "purpose": "生产", "leased_m2": D(2000), "letting_method": "公开招租", "appraised_rent_yuan_per_m2_month": D(14),
        "contract_rent_yuan_per_m2_month": D("15.5"), "start_date": date(2025, 8, 1), "end_date": date(2028, 7, 31),
        "rent_free_months": D(3), "deposit_wan": D("9.3"), "payment_cycle": "季付", "escalation_rate": D("0.03"),
        "rent_due_wan": D("3.1"), "rent_received_wan": D("3.1"), "rent_arrears_wan": D(0), "rent_relief_wan": D(0),
        "expiry_action": "续租", "lease_status": "履行",
    },
    "debts": {
        "debt_no": "Z-2024-02", "company": "天桥财金", "creditor": "某银行济南分行", "debt_kind": "银行贷款",
        "contract_wan": D(20000), "drawn_wan": D(15000), "balance_wan": D(12000), "annual_rate": D("0.0385"),
        "interest_start_date": date(2024, 5, 1), "maturity_date": date(2029, 4, 30), "repayment_method": "分期",
        "next_principal_date": date(2026, 4, 30), "next_principal_wan": D(1000), "next_interest_date": date(2026, 3, 21),
        "next_interest_wan": D("115.5"), "guarantee": "抵押", "collateral_asset_no": "BC-001", "purpose": "标准厂房建设",
        "project_no": "2021-370105-26-03-123456", "debt_nature": "经营性", "is_extended": False, "is_overdue": False,
    },
    "company_operations": {
        "company": "北城控股", "revenue_ytd_wan": D("1250.5"), "rent_revenue_ytd_wan": D("300.5"),
        "development_revenue_ytd_wan": D(600), "works_revenue_ytd_wan": D(250), "services_revenue_ytd_wan": D(100),
        "costs_ytd_wan": D(1100), "profit_ytd_wan": D("-20.4"), "assets_wan": D(250000), "liabilities_wan": D(160000),
        "cash_wan": D(8000), "financing_received_ytd_wan": D(5000), "debt_service_ytd_wan": D(1800),
        "investment_ytd_wan": D(3200), "staff_count": 86,
    },
}  # fmt: skip
