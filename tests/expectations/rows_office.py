"""Good rows of the office's forms: letters, assessment, evidence, policy documents."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

ROWS: dict[str, dict[str, Any]] = {
    "supervision_letters": {
        "letter_no": "〔2026〕提1", "letter_type": "提醒函", "letter_level": 1, "chain_no": "S2026-01",
        "trigger_rule": "首次黄灯", "trigger_snapshot": "G01 完成度 20%，应达 35%", "object_type": "任务", "object_no": "G01",
        "to_departments": "项目建设部、规划建设部", "cc_leaders": "张某", "supervision_mode": "普通", "reason": "任务滞后",
        "demand": "报送整改计划", "signed_by": "王某", "issued_date": date(2026, 3, 2), "reply_due_date": date(2026, 3, 5),
    },
    "assessment_points": {
        "subject_name": "企业服务部", "item_name": "企业服务经验全市推广", "category": "经验推广", "award_level": "市",
        "document_no": "济改办〔2026〕3号", "event_date": date(2026, 3, 10), "standard_points": Decimal(2),
        "recognized_points": Decimal("1.5"), "is_highest_only": True, "evidence": "推广文件复印件",
    },
    "assessment_ballots": {
        "evaluator_type": "班子成员", "ballot_no": "07", "subject_name": "企业服务部", "score_points": Decimal("92.5"),
    },
    "reform_evidence": {
        "reform_item": "制度创新成果", "year": 2026, "item_name": "普惠性奖补免申即享", "summary": "企业不申报即可享受奖补",
        "evidence_type": "文件", "evidence_level": "市", "evidence_date": date(2026, 5, 20),
        "document_no": "济改发〔2026〕8号", "task_nos": "G03、G05", "self_points": Decimal(20),
    },
    "superior_assessments": {
        "year": 2026, "assessment_name": "全省开发区综合发展水平考核", "assessment_level": "省", "dimension": "综合",
        "score_points": Decimal("82.35"), "rank": 12, "rank_prior": 18, "zone_count": 131,
    },
    "policy_documents": {
        "document_no": "济新管〔2026〕6号", "document_name": "鼓励投资促进高质量发展若干政策", "issued_date": date(2026, 3, 2),
        "clauses": "对固定资产投资 5000 万元以上的项目给予奖励", "valid_from_date": date(2026, 3, 2),
        "valid_to_date": date(2029, 3, 1),
    },
}  # fmt: skip
