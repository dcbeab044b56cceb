"""Good and broken rows of the forms of 招商引资部."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

D = Decimal
USCC = "91370105MA3AY4CL62"
DAY = date(2026, 3, 2)

GOOD: dict[str, dict[str, Any]] = {
    "talks": {
        "project_no": "ZS2026-001", "project_name": "碳纤维部件项目", "stage": "深度洽谈", "is_new": True,
        "investor_name": "上海示例材料有限公司", "uscc": USCC, "capital_source": "内资", "origin": "上海市",
        "sector": "工业", "industry_chain": "新材料", "planned_investment_wan": D(50000),
        "fixed_investment_wan": D(40000), "carrier_use": "新供地", "needed_land_mu": D(100),
        "first_contact_date": DAY, "progress_text": "已完成实地考察", "next_step_text": "提交可行性研究报告",
        "next_step_due_date": date(2026, 4, 1), "leader_name": "张某", "responsible_departments": "招商引资部",
        "person_name": "李某",
    },
    "outreach": {
        "activity_date": DAY, "activity_kind": "外出招商", "leader_name": "张某", "leader_post": "党工委书记",
        "destination": "上海市", "destination_code": "310115", "visited_enterprises": "甲公司、乙公司", "batches": 1,
        "project_nos": "ZS2026-001", "outcome": "达成初步合作意向",
    },
    "signings": {
        "project_no": "ZS2026-001", "project_name": "碳纤维部件项目", "investor_name": "上海示例材料有限公司",
        "agreement_type": "投资协议", "signed_date": DAY, "is_new": True, "agreed_investment_wan": D(50000),
        "agreed_fixed_investment_wan": D(40000), "carrier_use": "新供地", "enterprise_name": "山东示例新材料有限公司",
        "uscc": USCC, "funds_month_wan": D(100), "funds_ytd_wan": D(300), "funds_total_wan": D(300),
        "assessment_kind": "考核项目", "evidence": "投资协议书",
    },
    "carriers": {
        "carrier_no": "ZT-01", "carrier_kind": "标准厂房", "carrier_name": "1号厂房", "address": "某路1号",
        "owner_name": "北城控股有限公司", "uscc": USCC, "encumbrances": "无", "land_mu": D(30),
        "floor_area_m2": D(10200), "lettable_area_m2": D(10000), "used_area_m2": D(6000), "vacant_area_m2": D(3950),
        "rent_yuan_per_m2_month": D(12), "updated_date": DAY,
    },
    "carrier_tenants": {
        "carrier_no": "ZT-01", "carrier_name": "1号厂房", "carrier_area_m2": D(10000), "room": "101",
        "enterprise_name": "山东示例新材料有限公司", "uscc": USCC, "area_m2": D(6000), "moved_in_date": DAY,
        "lease_end_date": date(2028, 3, 1),
    },
}  # fmt: skip

_NEXT = {"project_no": "ZS2026-002"}
_OTHER_FIRM = {"enterprise_name": "另一家公司", "uscc": None}

BROKEN: dict[tuple[str, str], list[dict[str, Any]]] = {
    ("talks", "B01"): [{"project_name": "待定"}],
    ("talks", "B20"): [{"issue_types": "土地", "next_step_text": "推进"}],
    ("talks", "B21"): [{"fixed_investment_wan": D(50001)}],
    ("talks", "B22"): [{"needed_land_mu": D(150)}],
    ("talks", "B23"): [{"stage": "暂缓"}],
    ("talks", "R01"): [{"project_name": "碳纤维部件项目一期"}, {**_NEXT, "project_name": "碳纤维部件项目二期"}],
    ("signings", "B01"): [{"project_name": "XX项目"}],
    ("signings", "B24"): [{"agreement_type": "框架协议"}],
    ("signings", "B25"): [{"signed_date": date(2026, 2, 27)}],
    ("signings", "R01"): [{}, {**_NEXT, "project_name": "碳纤维部件项目二期"}],
    ("carriers", "B28"): [{"vacant_area_m2": D(3000)}],
    ("carriers", "B29"): [{"land_mu": D(20000)}],
    ("carriers", "R04"): [{"floor_area_m2": D(5000)}],
    ("carrier_tenants", "R04"): [{}, {**_OTHER_FIRM, "room": "102", "area_m2": D(5000)}],
}
