"""The key projects of a year: what they cost, when they are built, and the row of each month (F01).

Investment is drawn once per year and month; every cumulative figure is a sum of those, so the three grains agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.enterprises import Enterprise
from sources.sample.progress import progress_text


@dataclass(frozen=True)
class Project:
    """One key project in one year. Money in 万元; ``months`` is the investment of January to December."""

    name: str
    code: str
    level: str
    nature: str
    owner: Enterprise
    departments: str
    leader: str
    steward: str
    location: str
    content: str
    land_mu: Decimal
    year: int
    planned_start: date
    actual_start: date | None
    planned_end: date
    actual_end: date | None
    total_wan: int
    prior_wan: int
    plan_wan: int
    months: tuple[int, ...]
    troubled_months: tuple[int, ...] = ()
    number: int = 0

    def ytd(self, month: int) -> int:
        """Return the investment from January to a month, 万元."""
        return sum(self.months[:month])

    def started(self, day: date) -> bool:
        """Return whether work had begun by a day."""
        return self.actual_start is not None and self.actual_start <= day

    def finished(self, day: date) -> bool:
        """Return whether the project had been completed by a day."""
        return self.actual_end is not None and self.actual_end <= day

    def status(self, day: date) -> str:
        """Return the 年度状态 on a day."""
        if self.finished(day):
            return "竣工投产"
        if self.actual_start and self.actual_start.year < self.year:
            return "续建"
        return "新开工" if self.planned_start.year <= self.year else "前期"


def project_rows(projects: list[Project], period: str) -> list[dict[str, Any]]:
    """Return the rows of a month: every project of the year's list, numbered within its level."""
    end = last_day(period)
    numbers: dict[str, int] = {}
    rows = []
    for project in projects:
        numbers[project.level] = numbers.get(project.level, 0) + 1
        rows.append({"row_no": numbers[project.level], **_row(project, end)})
    return rows


def _row(project: Project, end: date) -> dict[str, Any]:
    started = project.started(end)
    in_statistics = started and project.actual_start is not None and project.actual_start <= end - timedelta(days=31)
    row: dict[str, Any] = {
        "project_name": project.name,
        "project_code": project.code,
        "project_level": project.level,
        "list_type": "前期" if project.planned_start.year > project.year else "实施类",
        "build_nature": project.nature,
        "year_status": project.status(end),
        "owner_name": project.owner.name,
        "uscc": project.owner.uscc,
        "responsible_departments": project.departments,
        "leader_name": project.leader,
        "steward_name": project.steward,
        "industry": project.owner.trade.industry,
        "industry_code": project.owner.trade.code,
        "location": project.location,
        "content": project.content,
        "land_mu": project.land_mu,
        "start_year": (project.actual_start or project.planned_start).year,
        "end_year": project.planned_end.year,
        "planned_start_date": project.planned_start,
        "actual_start_date": project.actual_start if started else None,
        "planned_end_date": project.planned_end,
        "actual_end_date": project.actual_end if project.finished(end) else None,
        "is_started": started,
        "progress_text": progress_text(project, end),
        "is_in_statistics": in_statistics,
        "statistics_code": f"{project.code[5:11]}{project.number:05d}" if in_statistics else None,
    }
    return (
        row | _money(project, end.month, started) | _in_statistics(project, end, in_statistics) | _problem(project, end)
    )


def _in_statistics(project: Project, end: date, told: bool) -> dict[str, Any]:
    """Return what statisticians count of a project, this year and last, and how often its leader came this month."""
    visits = {"leader_visit_count": (project.number + end.month) % 3}
    if not told:
        return visits
    since_last_year = project.actual_start is not None and project.actual_start.year < project.year
    before = project.prior_wan * end.month // 24 if since_last_year else 0
    return visits | {
        "statistics_investment_ytd_wan": Decimal(project.ytd(end.month)),
        "statistics_investment_prior_ytd_wan": Decimal(before),
    }


def _money(project: Project, month: int, started: bool) -> dict[str, Any]:
    ytd = project.ytd(month)
    row: dict[str, Any] = {
        "total_investment_wan": Decimal(project.total_wan),
        "fixed_investment_wan": Decimal(project.total_wan * 85 // 100),
        "equipment_investment_wan": Decimal(project.total_wan * 35 // 100),
        "investment_prior_years_wan": Decimal(project.prior_wan),
        "planned_investment_year_wan": Decimal(project.plan_wan),
        "investment_month_wan": Decimal(project.months[month - 1]),
        "investment_ytd_wan": Decimal(ytd),
        "investment_total_wan": Decimal(project.prior_wan + ytd),
        "completion_rate": round(Decimal(ytd) / project.plan_wan, 4),
    }
    if started and ytd:
        civil, installed = ytd * 55 // 100, ytd * 38 // 100
        row |= {
            "civil_investment_wan": Decimal(civil),
            "installation_investment_wan": Decimal(installed),
            "land_cost_wan": Decimal(ytd - civil - installed),
            "funds_in_place_wan": Decimal((project.prior_wan + ytd) * 11 // 10),
        }
    return row


def _problem(project: Project, end: date) -> dict[str, Any]:
    """Return the problem of a month with the next step and its deadline, nothing in most months."""
    if end.month not in project.troubled_months:
        return {}
    problem, step = _PROBLEMS[project.number % len(_PROBLEMS)]
    due = end + timedelta(days=45)
    return {"problem_text": problem, "next_step_text": f"{step}，{due.month}月{due.day}日前完成"}


_PROBLEMS = (
    ("施工用电容量不足，影响设备安装", "规划建设部协调供电部门增容"),
    ("部分用地尚未完成土地征收手续", "自然资源分局加快办理征收报批"),
    ("进口设备到货推迟，安装工期后移", "项目单位优化工序，先行开展土建收尾"),
    ("厂区外雨污水管网未接通", "规划建设部安排市政管网接驳"),
    ("项目贷款审批进度偏慢", "财税建设部组织银企对接"),
)
