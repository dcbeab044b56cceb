"""For every rule one table that breaks it: each row of the good table changed as little as possible."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from sources.reader.model import Column, Hazard, Problem, Signature, StatedCount, Table, Total
from tests.expectations.forms import investment, projects, services
from tests.expectations.tables import OTHER_USCC, a_table

Case = Callable[[], list[Table]]
D = Decimal


def _with(form: str, *changes: dict[str, Any], **facts: Any) -> Case:
    return lambda: [a_table(form, *changes, **facts)]


def _problem(code: str, field: str, raw: str, **shown: str) -> Case:
    """What the reader could not take: the value is absent and the problem names the cell."""

    def tables() -> list[Table]:
        table = a_table("key_projects", {field: None})
        table.problems.append(Problem(code, field, 5, table.cell(field, 5) or "", raw, shown))
        return [table]

    return tables


def _hazard(code: str, field: str | None = None, **shown: str) -> Case:
    """What a spreadsheet did silently, as the reader tells it."""

    def tables() -> list[Table]:
        table = a_table("key_projects")
        cell = table.cell(field, 5) if field else None
        table.hazards.append(Hazard(code, cell, 5 if field else None, field, None, shown))
        return [table]

    return tables


def _extra_column() -> list[Table]:
    table = a_table("key_projects")
    table.columns.append(Column(80, ("分管秘书",)))
    return [table]


def _wrong_total() -> list[Table]:
    table = a_table("key_projects", {}, {"project_name": "二期", "project_code": None})
    cell = f"{table.column_of('total_investment_wan').letter}7"  # type: ignore[union-attr]
    table.totals.append(Total("total_investment_wan", 7, cell, "25000", D(25000), (5, 6)))
    return [table]


def _twice() -> list[Table]:
    return [a_table("key_projects", sheet="正式"), a_table("key_projects", sheet="副本")]


_NEXT = {"project_name": "二期", "project_code": None}

#: Rules of every form. Those about the file, and A07, which compares files, are tested where they are made.
COMMON: dict[str, Case] = {
    "A01": _with("key_projects"),
    "A02": _with("key_projects", version_found="2024.1"),
    "A03": _with("key_projects", without=("owner_name", "content")),
    "A04": _extra_column,
    "A05": _with("key_projects", period_found="2026-02"),
    "A06": _with("key_projects", unitless=["total_investment_wan"]),
    "A08": _with("key_projects", signatures=[Signature("填报人", "王某"), Signature("审核人", None)]),
    "A11": _with("key_projects", hidden=["第7行", "F列"]),
    "A12": _wrong_total,
    "A15": _with("key_projects", period=None),
    "R02": lambda: [a_table("key_projects", counts=[StatedCount(9, 1, 41, is_total=True)])],
    "R03": lambda: [a_table("talks", counts=[StatedCount(2, 1, 12, is_total=False, is_headline=True)])],
    "A16": lambda: [_emptied(a_table("key_projects"))],
    "A17": _with("key_projects", department=None, department_found="某科"),
    "A18": _twice,
    "A19": _hazard("A19", where="A9:C12", names="企业名称、产值、税收"),
    "A21": _hazard("A21", names="“Sheet2”"),
    "B02": _with("key_projects", {"uscc": "91370105MA3AY4CL63"}),
    "B03": _with("key_projects", {"uscc": "914403001922038000"}),
    "B04": _with("key_projects", {"project_code": "2021-370105-26-123456"}),
    "B05": _with("key_projects", {"project_level": "国家级"}),
    "B06": _problem("B06", "funds_in_place_wan", "约5000"),
    "B07": _with("key_projects", {"funds_in_place_wan": D("-12.5")}),
    "B55": _with("key_projects", {"leader_name": None}),
    "B56": _problem("B56", "actual_start_date", "已完成"),
    "B57": _with("key_projects", {"land_mu": D(200000)}),
    "B58": _with("key_projects", {"leader_name": "张" * 51}),
    "B67": _problem("B67", "is_started", "部分"),
    "B68": _with("key_projects", {"uscc": "91370105MA3AY4CK0E"}),
    "B69": _with("key_projects", {"uscc": "31370105MA3AY4CL68"}),
    "B70": _with("key_projects", {"project_code": "2021-379905-26-03-123456"}),
    "R11": _with("assessment_results", {}, {"rank": None}),
    "G06": _with("key_projects", {"industry_code": "0011"}),
    "G07": _with("enterprises", {"region_code": "379905"}),
    "G08": _with("key_projects", {}, {**_NEXT, "owner_name": "另一家公司"}),
    "G09": _with("key_projects", {}, {**_NEXT, "uscc": OTHER_USCC}),
    "G10": _with("key_projects", {"responsible_departments": "项目建设部、某某办"}),
    "XL-FORMULA-UNCACHED": _problem("XL-FORMULA-UNCACHED", "total_investment_wan", "=A1+B1"),
    "XL-ERROR-VALUE": _problem("XL-ERROR-VALUE", "total_investment_wan", "#REF!"),
    "XL-CODE-RETYPED": _hazard("XL-CODE-RETYPED", "industry_code", cells="L5"),
    "XL-DISPLAY-DIFFERS": _hazard("XL-DISPLAY-DIFFERS", "industry_code", cells="L5", shown="0042"),
    "XL-MERGE-FILL": _hazard("XL-MERGE-FILL", "leader_name", cells="J5"),
    "XL-DATE-AMBIGUOUS": _hazard(
        "XL-DATE-AMBIGUOUS", "planned_start_date", cells="P5", read="2025-03-15", why="存成了普通数字"
    ),
    "XL-DIMENSION": _hazard("XL-DIMENSION", declared="A1:C3", found="A1:X45"),
    "XL-COMMENT": _hazard("XL-COMMENT", "owner_name", text="已更名"),
    "XL-STRUCK": _hazard("XL-STRUCK", "project_name", what="整行"),
    "XL-MACROS": _hazard("XL-MACROS", what=""),
    "XL-LINKS": _hazard("XL-LINKS", what="1个"),
    "XL-DUPLICATE-PART": _hazard("XL-DUPLICATE-PART", what="xl/worksheets/sheet1.xml"),
    "XL-DAMAGED": _hazard("XL-DAMAGED", what="工作簿结构"),
}

#: The forms' own rules.
OWN: dict[tuple[str, str], Case] = {
    ("key_projects", code): _with("key_projects", *changes)
    for code, changes in {
        "B01": [{"project_name": "待定"}],
        "B08": [{"investment_month_wan": D(1000)}],
        "B09": [{"investment_total_wan": D("2900.5")}],
        "B10": [{"total_investment_wan": D(2000)}],
        "B11": [{"planned_investment_year_wan": D(10001)}],
        "B12": [{"planned_investment_year_wan": D(800)}],
        "B13": [{"completion_rate": D("0.5")}],
        "B14": [{"land_cost_wan": D(90)}],
        "B15": [{"total_investment_wan": D("1.2")}],
        "B16": [{"is_started": False}],
        "B17": [{"actual_start_date": None}],
        "B18": [{"planned_end_date": date(2025, 1, 1)}],
        "B19": [{"year_status": "竣工投产"}],
        "B20": [{"problem_text": "土地手续未办结"}],
        "E04": [{"is_in_statistics": False}],
        "E05": [{"statistics_investment_ytd_wan": D(1)}],
        "R01": [{}, {"project_name": "产业园"}],
    }.items()
}
OWN |= {
    ("enterprises", "B59"): _with("enterprises", {"registration_status": "注销"}),
    ("enterprises", "B60"): _with("enterprises", {"established_date": date(2030, 1, 1)}),
    ("enterprises", "B61"): _with("enterprises", {"operation_to_date": date(2010, 1, 1)}),
    ("enterprise_titles", "B30"): _with("enterprise_titles", {"award_date": date(2026, 1, 1)}),
    ("enterprise_titles", "B31"): _with("enterprise_titles", {"stage": "获批", "award_date": date(2026, 3, 9)}),
    ("enterprise_titles", "B62"): _with("enterprise_titles", {"application_date": None}),
    ("enterprise_titles", "B63"): _with("enterprise_titles", {"stage": "获批", "document_no": "1号"}),
    ("enterprise_titles", "D09"): _with(
        "enterprise_titles",
        {"stage": "获批", "award_date": date(2022, 11, 1), "valid_to_date": date(2025, 11, 1), "document_no": "1号", "application_date": None},
    ),
    ("enterprise_titles", "R05"): _with("enterprise_titles", {}, {"batch": "2026第二批"}),
    ("enterprise_titles", "R06"): _with(
        "enterprise_titles",
        *(
            {"title_name": title, "title_level": level, "stage": "获批", "award_date": date(2026, 3, 9), "document_no": "1号"}
            for title, level in (("省级专精特新", "省"), ("市级专精特新", "市"))
        ),
    ),
    ("reform_tasks", "B18"): _with("reform_tasks", {"planned_end_date": date(2025, 1, 1)}),
    ("reform_tasks", "B20"): _with("reform_tasks", {"problem_text": "部门意见不一"}),
    ("reform_tasks", "B44"): _with("reform_tasks", {"task_status": "完成"}),
    ("reform_tasks", "B45"): _with("reform_tasks", {"progress_text": "持续推进"}),
    ("reform_tasks", "B64"): _with("reform_tasks", {"milestone_weight_rate": D("0.6")}),
    ("reform_tasks", "R09"): _with("reform_tasks", {}, {"task_no": "G01-1", "planned_end_date": date(2027, 3, 1)}),
    ("assessment_indicators", "B47"): _with("assessment_indicators", {"weight_points": D(95)}),
    ("assessment_indicators", "B65"): _with("assessment_indicators", {"stretch_value": D(110)}),
    ("assessment_indicators", "B66"): _with("assessment_indicators", {"year": 2025}),
    ("assessment_results", "R10"): _with("assessment_results", {}, {"subject_name": "企业服务部", "rank": 3}),
}  # fmt: skip

OWN |= {
    (form, code): _with(form, *changes)
    for (form, code), changes in (investment.BROKEN | projects.BROKEN | services.BROKEN).items()
}

#: When the table of a case came; only lateness looks at it.
RECEIVED = {"A01": date(2026, 4, 9)}


def _emptied(table: Table) -> Table:
    table.rows = []
    table.values = {name: [] for name in table.values}
    table.raws = {name: [] for name in table.raws}
    return table
