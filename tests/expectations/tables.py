"""Tables as the reader gives them, built from rows of values; every form has one row that breaks no rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from expectations.judge import Part, judge
from sources.contract import Form, load_catalog
from sources.contract.types import NUMERIC
from sources.finding import Finding
from sources.periods import containing
from sources.reader.model import Column, Table
from sources.rules import load_register
from tests.expectations import rows_finance, rows_office, rows_party
from tests.expectations.forms import investment, projects, services

CATALOG = load_catalog()
REGISTER = load_register(CATALOG)
USCC = "91370105MA3AY4CL62"
OTHER_USCC = "91370105MA312TH36U"
FIRST_ROW = 5
DAY = date(2026, 3, 1)

#: One good row per form, complete in its required fields.
GOOD: dict[str, dict[str, Any]] = {
    "key_projects": {
        "project_name": "新材料产业园一期", "project_code": "2021-370105-26-03-123456", "project_level": "省级重点",
        "list_type": "实施类", "build_nature": "新建", "year_status": "续建", "owner_name": "山东示例新材料有限公司",
        "uscc": USCC, "responsible_departments": "项目建设部、招商引资部", "leader_name": "张某", "industry": "新材料",
        "industry_code": "3011", "content": "建设厂房三座", "start_year": 2025, "end_year": 2027,
        "planned_start_date": DAY, "actual_start_date": date(2025, 6, 1), "planned_end_date": date(2027, 6, 1),
        "total_investment_wan": Decimal(12000), "investment_prior_years_wan": Decimal(2000),
        "planned_investment_year_wan": Decimal(5000), "investment_month_wan": Decimal(300),
        "investment_ytd_wan": Decimal(900), "investment_total_wan": Decimal(2900), "civil_investment_wan": Decimal(500),
        "installation_investment_wan": Decimal(300), "land_cost_wan": Decimal(100), "completion_rate": Decimal("0.18"),
        "is_started": True, "progress_text": "主体施工", "is_in_statistics": True,
    },
    "enterprises": {
        "uscc": USCC, "enterprise_name": "山东示例新材料有限公司", "enterprise_type": "有限责任公司", "registration_type": "私营",
        "unit_type": "法人单位", "registration_authority": "天桥区市场监管局", "region_code": "370105",
        "established_date": date(2018, 1, 1), "operation_from_date": date(2018, 1, 1),
        "operation_to_date": date(2048, 1, 1), "domicile": "某路1号", "operating_address": "某路1号",
        "registered_capital_wan": Decimal(1000), "currency": "人民币", "industry_code": "3011", "land_mu": Decimal(20),
        "registration_status": "存续", "area": "某街道", "scope": "规划范围", "data_source": "市场监管",
        "updated_date": DAY, "duplicate_flag": "正常",
    },
    "enterprise_titles": {
        "enterprise_name": "山东示例新材料有限公司", "uscc": USCC, "title_name": "国家高企", "title_level": "国家",
        "stage": "已申报", "application_type": "新认定", "batch": "2026第一批", "application_date": DAY,
        "ip_count": 3,
    },
    "reform_tasks": {
        "year": 2026, "task_no": "G01", "task_name": "一枚印章管审批", "origin": "省", "reform_items": "制度创新成果",
        "work_line": "项目建设", "goal": "压减审批时限", "leader_name": "张某", "responsible_department": "综合办公室",
        "supporting_departments": "项目建设部", "person_name": "李某", "planned_start_date": date(2026, 1, 1),
        "planned_end_date": date(2026, 12, 31), "milestone": "出台方案", "milestone_weight_rate": Decimal(1),
        "progress_text": "已完成征求意见并形成送审稿提交审议", "task_status": "正常推进",
    },
    "assessment_indicators": {
        "indicator_no": "K01", "indicator_name": "固定资产投资", "year": 2026, "part": "工作目标任务", "subject_type": "部门",
        "subject_name": "项目建设部", "weight_points": Decimal(100), "direction": "正", "measure": "年累计",
        "indicator_unit": "万元", "base_value": Decimal(100), "target_value": Decimal(120),
        "stretch_value": Decimal(130), "source_indicator": "Z05", "recognized_by": "项目建设部", "scoring_rule": "S1",
        "cap_factor": Decimal("1.2"), "document_no": "济新管〔2026〕1号", "effective_date": date(2026, 1, 1),
    },
    "assessment_results": {
        "subject_name": "项目建设部", "indicator_no": "K01", "declared_value": Decimal(80), "evidence": "报表", "rank": 1,
    },
}  # fmt: skip

GOOD |= investment.GOOD | projects.GOOD | services.GOOD
GOOD |= rows_office.ROWS | rows_finance.ROWS | rows_party.ROWS


def a_table(form: str, *changes: Mapping[str, Any], without: Sequence[str] = (), **facts: Any) -> Table:
    """A sheet whose rows are the good row with these changes (none: one good row); ``facts`` replace what else it says."""
    declared = CATALOG.forms[form]
    rows = [{**GOOD[form], **change} for change in (changes or ({},))]
    names = [name for name in declared.fields if name not in without]
    table = Table(
        form=form,
        sheet="Sheet1",
        header_rows=(4,),
        columns=[
            Column(index, (declared.fields[name].title,), name, declared.fields[name].title, unit := declared.fields[name].unit, unit)
            for index, name in enumerate(names, start=1)
        ],
        rows=list(range(FIRST_ROW, FIRST_ROW + len(rows))),
        values={name: [row.get(name) for row in rows] for name in names},
        raws={name: [_raw(row.get(name)) for row in rows] for name in names},
        other_rows=[],
        problems=[],
        coercions=[],
        period=containing(DAY, declared.period),
        department=declared.department,
        version_found=declared.version,
        steps={name: Decimal("0.0001") for name in names if declared.fields[name].type in NUMERIC},
    )  # fmt: skip
    for name, value in facts.items():
        setattr(table, name, value)
    return table


def _raw(value: Any) -> Any:
    if isinstance(value, bool):
        return "是" if value else "否"
    return float(value) if isinstance(value, Decimal | int) else value


def findings_of(*tables: Table, received_on: date | None = None, submission: str = "s1") -> list[Finding]:
    """All findings of one submission with these tables."""
    return [finding for found in judged(*tables, received_on=received_on, submission=submission) for finding in found]


def judged(*tables: Table, received_on: date | None = None, submission: str = "s1") -> list[list[Finding]]:
    form: Form = CATALOG.forms[tables[0].form]
    return judge(form, [Part(submission, table, received_on) for table in tables], CATALOG, REGISTER)


def codes_of(*tables: Table, received_on: date | None = None) -> list[str]:
    return [finding.rule for finding in findings_of(*tables, received_on=received_on)]


def only(code: str, *tables: Table, received_on: date | None = None) -> Finding:
    """The one finding of a rule; fails when there is none or several."""
    (found,) = (f for f in findings_of(*tables, received_on=received_on) if f.rule == code)
    return found
