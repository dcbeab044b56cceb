"""How a good row is made to break each of the forms' own rules: code → form, the cell that is wrong, what to change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]
D = Decimal


@dataclass(frozen=True)
class Slip:
    """One way to break a rule. ``field`` is the cell that the finding must name; ``change`` gives what a row becomes.

    ``needs`` are fields that a suitable row has; ``suits`` says what else makes it suitable. ``alone``: the rule looks
    at the whole list, so that the sheet bears no other fault. ``doubled``: the changed row is a further row at the
    end of the list, beside the one it was made from.
    """

    form: str
    rule: str
    field: str
    change: Callable[[Row], dict[str, Any]]
    needs: tuple[str, ...] = ()
    suits: Callable[[Row], bool] = lambda row: True
    alone: bool = False
    doubled: bool = False

    def made_of(self, row: Row) -> dict[str, Any] | None:
        """Return the row with its fault; None when the row does not suit."""
        if any(row.get(name) is None for name in self.needs) or not self.suits(row):
            return None
        return {**row, **self.change(row)}


def _set(**values: Any) -> Callable[[Row], dict[str, Any]]:
    return lambda row: values


def _ended_lease(row: Row) -> dict[str, Any]:
    """An asset of its own: another lease of the same asset and tenant may have followed this one."""
    return {"asset_no": f"{row['asset_no']}-9", "end_date": date(2026, 8, 30), "expiry_action": None}


def _is(name: str, *values: object) -> Callable[[Row], bool]:
    return lambda row: row.get(name) in values


def _day_before(name: str, other: str) -> Callable[[Row], dict[str, Any]]:
    return lambda row: {name: row[other] - timedelta(days=40)}


_SPENT = ("investment_month_wan", "investment_ytd_wan", "investment_total_wan", "total_investment_wan")
_PLACEHOLDER = ("key_projects", "talks", "signings", "project_milestones", "project_performance")

SLIPS: tuple[Slip, ...] = (
    *(Slip(form, "B01", "project_name", _set(project_name="待定")) for form in _PLACEHOLDER),
    Slip("key_projects", "B08", "investment_month_wan", lambda row: {"investment_month_wan": row["investment_ytd_wan"] + 7}, _SPENT),
    Slip("key_projects", "B09", "investment_total_wan", lambda row: {"investment_total_wan": row["investment_total_wan"] + 3333}, _SPENT),
    Slip("key_projects", "B10", "investment_total_wan", lambda row: {"total_investment_wan": row["investment_total_wan"] - 50}, _SPENT, lambda row: row["investment_total_wan"] > 1000),
    Slip("key_projects", "B11", "planned_investment_year_wan", lambda row: {"planned_investment_year_wan": row["total_investment_wan"] - row["investment_prior_years_wan"] + 50}, ("investment_prior_years_wan", *_SPENT)),
    Slip("key_projects", "B12", "investment_ytd_wan", lambda row: {"planned_investment_year_wan": row["investment_ytd_wan"] - 10}, _SPENT, lambda row: row["investment_ytd_wan"] > 500),
    Slip("key_projects", "B13", "completion_rate", _set(completion_rate=D("0.011")), _SPENT, lambda row: row["investment_ytd_wan"] > 1000),
    Slip("key_projects", "B14", "investment_ytd_wan", lambda row: {"land_cost_wan": row["land_cost_wan"] + 9999}, ("land_cost_wan", "civil_investment_wan", *_SPENT)),
    Slip("key_projects", "B15", "total_investment_wan", _set(total_investment_wan=D("12.5"), fixed_investment_wan=None, equipment_investment_wan=None)),
    Slip("key_projects", "B16", "is_started", _set(is_started=False, actual_start_date=None), _SPENT, lambda row: row["investment_ytd_wan"] > 1000),
    Slip("key_projects", "B17", "actual_start_date", _set(actual_start_date=None), suits=_is("is_started", True)),
    Slip("key_projects", "B18", "planned_end_date", _day_before("planned_end_date", "planned_start_date"), ("planned_start_date",)),
    Slip("key_projects", "B19", "year_status", _set(year_status="竣工投产"), _SPENT, lambda row: row["investment_total_wan"] < row["total_investment_wan"] / 2),
    Slip("key_projects", "B20", "next_step_text", _set(problem_text="土地手续未办结", next_step_text=None)),
    Slip("key_projects", "E04", "is_in_statistics", _set(is_in_statistics=False, statistics_code=None), ("actual_start_date",), lambda row: row["actual_start_date"] < date(2026, 6, 1)),
    Slip("key_projects", "E05", "statistics_investment_ytd_wan", lambda row: {"statistics_investment_ytd_wan": row["investment_ytd_wan"] / 2}, _SPENT, lambda row: row["investment_ytd_wan"] > 1000),
    Slip("key_projects", "R01", "project_name", lambda row: {"project_name": f"{row['project_name']}一期", "project_code": None}, doubled=True),
    Slip("talks", "B20", "next_step_due_date", _set(issue_types="土地", next_step_due_date=None)),
    Slip("talks", "B21", "fixed_investment_wan", lambda row: {"fixed_investment_wan": row["planned_investment_wan"] + 5}, ("planned_investment_wan",)),
    Slip("talks", "B22", "fixed_investment_wan", lambda row: {"needed_land_mu": row["fixed_investment_wan"] / 10}, ("fixed_investment_wan",)),
    Slip("talks", "B23", "end_reason", _set(stage="暂缓", end_reason=None)),
    Slip("talks", "R01", "project_name", lambda row: {"project_no": "ZS2026-988", "project_name": f"{row['project_name']}二期"}, doubled=True),
    Slip("signings", "B24", "agreement_type", _set(agreement_type="框架协议"), suits=_is("assessment_kind", "考核项目")),
    Slip("signings", "B25", "signed_date", _set(signed_date=date(2026, 12, 15))),
    Slip("signings", "R01", "project_name", lambda row: {"project_no": "ZS2026-977", "project_name": f"{row['project_name']}二期"}, doubled=True),
    Slip("project_milestones", "B18", "done_date", _day_before("done_date", "accepted_date"), ("done_date", "accepted_date")),
    Slip("project_milestones", "B26", "document_no", _set(document_no=None), ("document_no", "done_date"), _is("milestone_status", "已办")),
    Slip("project_milestones", "B27", "done_date", _set(done_date=date(2015, 1, 5), accepted_date=None, basis_text=None), ("done_date",), _is("milestone", "建筑工程施工许可证")),
    Slip("project_performance", "B18", "agreed_end_date", _day_before("agreed_end_date", "agreed_start_date"), ("agreed_start_date",)),
    Slip("carriers", "B28", "lettable_area_m2", lambda row: {"vacant_area_m2": row["vacant_area_m2"] + 5000}, ("vacant_area_m2", "used_area_m2", "lettable_area_m2")),
    Slip("carriers", "B29", "land_mu", _set(land_mu=D(66000))),
    Slip("carriers", "R04", "used_area_m2", lambda row: {"floor_area_m2": row["used_area_m2"] / 2}, ("used_area_m2", "floor_area_m2"), lambda row: row["used_area_m2"] > 0),
    Slip("carrier_tenants", "R04", "area_m2", lambda row: {"area_m2": row["carrier_area_m2"] * 2}, ("carrier_area_m2", "area_m2")),
    Slip("enterprises", "B59", "ended_date", _set(registration_status="注销", ended_date=None)),
    Slip("enterprises", "B60", "established_date", _set(established_date=date(2031, 1, 1), operation_from_date=None)),
    Slip("enterprises", "B61", "operation_to_date", lambda row: {"operation_to_date": row["operation_from_date"] - timedelta(days=9)}, ("operation_from_date",)),
    Slip("enterprise_titles", "B30", "award_date", _day_before("award_date", "application_date"), ("award_date", "application_date")),
    Slip("enterprise_titles", "B31", "document_no", _set(document_no=None, certificate_no=None), ("document_no",), _is("stage", "获批")),
    Slip("enterprise_titles", "B62", "application_date", _set(stage="已申报", application_date=None, award_date=None, document_no=None)),
    Slip("enterprise_titles", "B63", "award_date", _set(award_date=None), ("award_date",), _is("stage", "获批")),
    Slip("enterprise_titles", "D09", "valid_to_date", _set(valid_to_date=date(2026, 1, 31)), ("valid_to_date",), lambda row: row.get("stage") == "获批" and row["award_date"] < date(2025, 1, 1)),
    Slip("enterprise_titles", "R05", "uscc", lambda row: {"batch": "2026补报批"}, ("application_date",), doubled=True),
    Slip("industrial_months", "B33", "export_month_wan", lambda row: {"export_month_wan": row["sales_month_wan"] + 3}, ("sales_month_wan",)),
    Slip("industrial_months", "B34", "assets_wan", lambda row: {"assets_wan": row["assets_wan"] + 5000}, ("assets_wan", "liabilities_wan", "equity_wan")),
    Slip("industrial_months", "B36", "sales_ytd_wan", lambda row: {"sales_ytd_wan": row["output_ytd_wan"] * D("0.4")}, ("output_ytd_wan",)),
    Slip("appeals", "B37", "closed_date", _set(satisfaction=None), ("closed_date",), _is("appeal_status", "已销号")),
    Slip("appeals", "B38", "closed_date", lambda row: {"closed_date": row["registered_date"] + timedelta(days=90)}, ("closed_date", "limit_workdays"), lambda row: row["registered_date"] < date(2026, 7, 1)),
    Slip("appeals", "R08", "repeats_case_no", lambda row: {"case_no": "SQ2026977", "repeats_case_no": None}, doubled=True),
    Slip("upgrade_subsidies", "B39", "amount_applied_wan", lambda row: {"amount_applied_wan": row["amount_applied_wan"] + 90}, ("amount_applied_wan", "equipment_audited_wan")),
    Slip("upgrade_subsidies", "B40", "invoice_from_date", _set(invoice_from_date=date(2024, 11, 20))),
    Slip("upgrade_subsidies", "E06", "statistics_project_name", _set(statistics_project_name="生产线改造"), ("statistics_project_name",)),
    Slip("fiscal_revenue", "B41", "budget_revenue_ytd_wan", lambda row: {"nontax_revenue_ytd_wan": row["nontax_revenue_ytd_wan"] - 6000}, ("nontax_revenue_ytd_wan",)),
    Slip("fiscal_revenue", "B42", "tax_revenue_ytd_wan", lambda row: {"deed_tax_ytd_wan": row["deed_tax_ytd_wan"] + 7777}, ("deed_tax_ytd_wan",)),
    Slip("fiscal_revenue", "B43", "growth_rate", _set(growth_rate=D("0.55")), ("growth_rate",)),
    Slip("reform_tasks", "B18", "planned_end_date", _day_before("planned_end_date", "planned_start_date"), ("planned_start_date",), alone=True),
    Slip("reform_tasks", "B20", "next_step_text", _set(problem_text="部门意见不一", next_step_text=None)),
    Slip("reform_tasks", "B44", "outcome_type", _set(task_status="完成", outcome_type=None, outcome_name=None, outcome_document_no=None)),
    Slip("reform_tasks", "B45", "progress_text", _set(progress_text="持续推进中。"), alone=True),
    Slip("reform_tasks", "B64", "milestone_weight_rate", _set(milestone_weight_rate=D("0.75")), ("milestone_weight_rate",), alone=True),
    Slip("reform_tasks", "R09", "planned_end_date", lambda row: {"task_no": f"{row['task_no']}-9", "planned_end_date": row["planned_end_date"] + timedelta(days=700)}, doubled=True),
    Slip("assessment_results", "R10", "rank", _set(rank=77)),
    Slip("assessment_indicators", "B47", "weight_points", lambda row: {"weight_points": row["weight_points"] + 20}, ("weight_points",), alone=True),
    Slip("assessment_indicators", "B65", "stretch_value", lambda row: {"stretch_value": row["target_value"] - 1}, ("stretch_value", "target_value"), _is("direction", "正")),
    *(Slip(form, "B66", "year", lambda row: {"year": row["year"] - 1}) for form in ("assessment_indicators", "reform_evidence", "superior_assessments")),
    Slip("assessment_points", "B48", "event_date", _set(event_date=date(2025, 3, 1))),
    Slip("supervision_letters", "B46", "letter_level", _set(letter_level=3, parent_letter_no=None, chain_no="2026L97"), suits=_is("letter_level", 1)),
    Slip("supervision_letters", "B46a", "reply_due_date", _day_before("reply_due_date", "issued_date"), ("issued_date",)),
    Slip("supervision_letters", "B80", "replied_date", _set(replied_date=None), suits=_is("verdict", "同意销号")),
    Slip("reform_evidence", "B81", "document_no", _set(document_no=None, link=None), ("document_no",)),
    Slip("reform_evidence", "B82", "evidence_date", _set(evidence_date=date(2019, 5, 6))),
    Slip("reform_evidence", "R20", "document_no", lambda row: {"reform_item": "工作效能" if row["reform_item"] != "工作效能" else "制度创新成果"}, ("document_no",), doubled=True),
    Slip("platform_assets", "B49", "net_value_wan", lambda row: {"net_value_wan": row["net_value_wan"] + 4500}, ("net_value_wan", "depreciation_wan")),
    Slip("platform_assets", "B49a", "building_m2", lambda row: {"building_m2": row["building_m2"] + 900}, ("building_m2", "certified_building_m2")),
    Slip("platform_assets", "B83", "mortgage_end_date", _set(mortgage_end_date=None), ("mortgagee", "mortgage_wan")),
    Slip("leases", "B18", "end_date", _day_before("end_date", "start_date"), ("start_date",)),
    Slip("leases", "B50", "rent_due_wan", lambda row: {"rent_due_wan": row["rent_due_wan"] * 2}, ("rent_due_wan", "leased_m2"), lambda row: row["rent_due_wan"] > 1 and row["lease_status"] == "履行"),
    Slip("leases", "B51", "contract_rent_yuan_per_m2_month", _set(contract_rent_yuan_per_m2_month=D("0.5"))),
    Slip("leases", "B84", "relief_basis", _set(rent_relief_wan=D("0.5"), relief_basis=None)),
    Slip("leases", "D17", "lease_status", _ended_lease, ("start_date",), lambda row: row["start_date"] < date(2026, 1, 1) and row["lease_status"] == "履行"),
    Slip("debts", "B52", "balance_wan", lambda row: {"balance_wan": row["drawn_wan"] + 60}, ("drawn_wan",)),
    Slip("debts", "B85", "collateral_asset_no", _set(collateral_asset_no=None), suits=_is("guarantee", "抵押")),
    Slip("company_operations", "B72", "revenue_ytd_wan", lambda row: {"revenue_ytd_wan": D(90000)}, ("revenue_ytd_wan",), _is("company", "北城控股")),
    Slip("company_operations", "B86", "revenue_ytd_wan", lambda row: {"revenue_ytd_wan": row["revenue_ytd_wan"] / 4}, ("revenue_ytd_wan",)),
    Slip("party_organizations", "B54", "full_member_count", _set(full_member_count=57), suits=_is("org_type", "党支部")),
    Slip("enterprise_party_building", "B53", "no_formation_reason", _set(formation="未建", full_member_count=5, no_formation_reason=None)),
    Slip("enterprise_party_building", "B87", "no_formation_reason", _set(formation="未建", full_member_count=1, no_formation_reason=None)),
    Slip("infrastructure_works", "B18", "end_date", _day_before("end_date", "start_date"), ("start_date",)),
    Slip("plans", "B88", "approval_document_no", _set(plan_stage="批复", approval_document_no=None)),
)  # fmt: skip
