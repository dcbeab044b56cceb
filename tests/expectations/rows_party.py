"""Good rows of party building, services to enterprises, works and plans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

D = Decimal

ROWS: dict[str, dict[str, Any]] = {
    "party_organizations": {
        "org_no": "D07", "org_name": "新材料产业链联合党支部", "parent_org_name": "园区综合党委", "org_type": "联合党支部",
        "industry": "新材料", "enterprise_names": "甲公司、乙公司", "enterprise_codes": "91370105MA3AY4CL62、91370105MA312TH36U",
        "founded_date": date(2021, 7, 1), "approval_document_no": "济新党〔2021〕9号", "secretary_name": "赵某",
        "term_end_date": date(2027, 7, 1), "full_member_count": 46, "probationary_member_count": 4, "floating_member_count": 0,
    },
    "enterprise_party_building": {
        "enterprise_name": "山东示例新材料有限公司", "uscc": "91370105MA3AY4CL62", "staff_count": 120, "full_member_count": 5,
        "is_owner_member": False, "formation": "单独", "leader_name": "张某",
    },
    "party_activities": {
        "activity_date": date(2026, 3, 12), "host_org": "新材料产业链联合党支部", "place": "党群服务中心",
        "activity_type": "生产经营协商会", "enterprise_count": 8, "attendee_count": 30, "issue_count": 5, "solved_count": 3,
        "evidence": "会议记录",
    },
    "party_alliances": {
        "alliance_name": "医养健康产业联盟", "industry": "医养健康", "member_names": "甲医院、乙公司",
        "founded_date": date(2021, 9, 1), "joint_projects": "共建实训基地",
    },
    "service_centers": {
        "center_name": "企业综合服务中心", "investment_wan": D(860), "opened_date": date(2021, 10, 8),
        "services": "设立登记、税务登记、施工许可", "case_count": 320, "immediate_rate": D("0.85"),
    },
    "service_events": {
        "event_date": date(2026, 3, 18), "topic": "营商环境座谈", "enterprise_count": 12, "opinion_count": 9,
    },
    "infrastructure_works": {
        "work_kind": "道路", "work_name": "支六路道路工程", "total_investment_wan": D(2600), "length_m": D(1250),
        "start_date": date(2025, 9, 1), "end_date": date(2026, 8, 31), "completion_rate": D("0.6"),
    },
    "plans": {"plan_name": "园区控制性详细规划", "plan_stage": "批复", "approval_document_no": "济政字〔2026〕2号"},
}  # fmt: skip
