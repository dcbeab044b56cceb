"""What was agreed with a project and what it did (F04b)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.milestones import Course

_INTENSITY, _OUTPUT, _TAX = 300, 450, 20


def performance_rows(courses: Sequence[Course], period: str) -> list[dict[str, Any]]:
    """Return the agreements in force at the end of a month, one row per project on land of its own or completed."""
    end = last_day(period)
    bound = [course for course in courses if _in_force(course, end)]
    return [_row(number, course, end) for number, course in enumerate(bound, start=1)]


def _in_force(course: Course, end: date) -> bool:
    if course.deal is None:
        return True
    return course.on_new_land and course.deal.signed is not None and course.deal.signed <= end


def _row(number: int, course: Course, end: date) -> dict[str, Any]:
    project, deal = course.project, course.deal
    land = deal.land_mu if deal and deal.land_mu else project.land_mu
    agreed = deal.fixed_wan if deal else project.total_wan * 85 // 100
    spent = (project.prior_wan + project.ytd(end.month)) * 85 // 100
    produced = project.actual_end + timedelta(days=12) if project.finished(end) and project.actual_end else None
    row: dict[str, Any] = {
        "row_no": number,
        "project_no": course.no,
        "project_name": project.name,
        "project_code": project.code,
        "enterprise_name": project.owner.name,
        "uscc": project.owner.uscc,
        "land_mu": land,
        "agreed_fixed_investment_wan": Decimal(agreed),
        "actual_fixed_investment_wan": Decimal(spent),
        "is_fixed_investment_met": spent >= agreed * 8 // 10,
        "agreed_intensity_wan_per_mu": Decimal(_INTENSITY),
        "actual_intensity_wan_per_mu": round(spent / land, 2),
        "is_intensity_met": spent >= land * _INTENSITY,
        "agreed_plot_ratio": Decimal("1.5"),
        "agreed_green_space_rate": Decimal("0.15"),
        "agreed_output_wan_per_mu_year": Decimal(_OUTPUT),
        "agreed_tax_wan_per_mu_year": Decimal(_TAX),
        "agreed_jobs": 40 + project.total_wan // 1000,
        "agreed_start_date": project.planned_start,
        "actual_start_date": project.actual_start if project.started(end) else None,
        "agreed_end_date": project.planned_end,
        "actual_end_date": project.actual_end if project.finished(end) else None,
        "agreed_production_date": project.planned_end + timedelta(days=30),
        "actual_production_date": produced if produced and produced <= end else None,
        "deposit_wan": land * 5,
        "breach_clause": "未按约定开工、竣工的，按日计收违约金；亩均税收不达标的，补缴差额",
        "land_cost_wan": land * 28,
        "developed_land_mu": land if project.started(end) else Decimal(0),
        "is_stopped": False,
    }
    return row | _checked(number, course, end)


def _checked(number: int, course: Course, end: date) -> dict[str, Any]:
    """Return what the check after completion found; one of the four is told to mend something."""
    if course.deal or not course.project.finished(end):
        return {}
    met = number % 4 != 0
    return {
        "actual_plot_ratio": Decimal("1.6") if met else Decimal("1.2"),
        "is_plot_ratio_met": met,
        "acceptance_result": "达标" if met else "整改",
        "measures": None if met else "容积率不足，限期六个月加建",
    }
