"""What calls for a letter in a month: submissions that did not come, lights, reform tasks behind, appeals not settled."""

from __future__ import annotations

from typing import Any

from orchestration.reports.facts import Facts, percent
from orchestration.reports.ladder import OVERDUE, Matter
from orchestration.reports.projects import lit_projects
from sources.contract import load_catalog
from sources.periods import chinese, first_day, last_day, previous
from sources.published.lights import RED, YELLOW

_OVERDUE = """
    select form, department, period, due_date, late_workdays
    from fct_obligations
    where status = 'overdue' and due_date between $first and $last
    order by department, due_date, form, period
"""
#: What was returned as a whole and did not come again.
_OWED_AGAIN = """
    select form, department, period, returned_at, again_due_date, again_late_workdays
    from fct_obligations
    where again_late_workdays > 0 and again_due_date between $first and $last
    order by department, again_due_date, form, period
"""
#: The latest milestone behind of each task; a new deadline approved in time stops the clock.
_BEHIND = """
    select
        milestones.task_no, milestones.task_name, milestones.milestone, milestones.planned_date,
        tasks.responsible_department, tasks.leader_name,
        date_diff('day', milestones.planned_date, $last) as days
    from fct_reform_milestones as milestones
    join fct_reform_tasks as tasks using (reform_task_id)
    where milestones.period = $period and not milestones.is_done and milestones.planned_date < $last
        and not (coalesce(tasks.is_extended, false) and tasks.extended_end_date >= $last)
    qualify row_number() over (partition by milestones.task_no order by milestones.planned_date, milestones.milestone) = 1
    order by milestones.task_no
"""
#: Work days count up to the end of the month; an extension approved in time has moved the deadline.
_APPEALS = """
    select case_no, enterprise_name, appeal_kind, responsible_department, deadline_date, overdue_workdays
    from fct_appeals
    where period = $period and not is_closed and overdue_workdays > 0
    order by case_no
"""


def matters_of(facts: Facts, month: str) -> list[Matter]:
    """Return the matters of a month, in a fixed order."""
    return [
        *_overdue(facts, month),
        *_lit(facts, month),
        *_behind(facts, month),
        *_unsettled(facts, month),
        *_owed_again(facts, month),
    ]


def _overdue(facts: Facts, month: str) -> list[Matter]:
    catalog = load_catalog()
    found = []
    for row in facts.rows(_OVERDUE, first=first_day(month), last=last_day(month)):
        title, period = catalog.form(row["form"]).title, chinese(row["period"])
        said = f"《{title}》{period}应于{row['due_date']:%-m月%-d日}前报送，截至本版本数据日逾期{row['late_workdays']}个工作日，尚未报送"
        name = facts.departments.get(row["department"], row["department"])
        found.append(Matter("报送", f"{title}{period}", said, {OVERDUE: row["late_workdays"]}, name))
    return found


def _owed_again(facts: Facts, month: str) -> list[Matter]:
    """Return the submissions sent back whose new date passed: each a matter of its own beside the first filing."""
    catalog = load_catalog()
    found = []
    for row in facts.rows(_OWED_AGAIN, first=first_day(month), last=last_day(month)):
        title, period, days = catalog.form(row["form"]).title, chinese(row["period"]), row["again_late_workdays"]
        said = (
            f"《{title}》{period}已于{row['returned_at']:%-m月%-d日}整份退回，应于{row['again_due_date']:%-m月%-d日}前重新报送，"
            f"截至本版本数据日逾期{days}个工作日，尚未重报"
        )
        name = facts.departments.get(row["department"], row["department"])
        found.append(Matter("报送", f"{title}{period}重报", said, {OVERDUE: days}, name))
    return found


def _lit(facts: Facts, month: str) -> list[Matter]:
    # A list of projects begins anew in January: the light of December is not the one before.
    before = (
        {}
        if month.endswith("-01")
        else {row["project_id"]: row["worst"] for row in lit_projects(facts, previous(month))}
    )
    found = []
    for row in lit_projects(facts, month):
        if row["worst"] in (RED, YELLOW):
            found.append(_of_project(row, before.get(row["project_id"]), month))
    return found


def _of_project(row: dict[str, Any], before: str | None, month: str) -> Matter:
    # A red light is at least a yellow one: yellow after red goes on, red after yellow begins.
    periods = {
        "yellow_periods": 1 + (before in (YELLOW, RED)),
        "red_periods": (1 + (before == RED)) if row["worst"] == RED else 0,
    }
    department = (row["responsible_departments"] or "").split("、")[0]
    said = (
        f"重点项目“{row['project_name']}”{chinese(month)}亮{row['worst']}灯，年度投资完成率{percent(row['completion_rate'])}%，"
        f"序时进度{percent(row['schedule_rate'])}%"
    )
    return Matter("项目", row["project_name"], said, periods, department, row["leader_name"])


def _behind(facts: Facts, month: str) -> list[Matter]:
    return [
        Matter(
            "任务",
            row["task_no"],
            f"改革任务“{row['task_name']}”节点“{row['milestone']}”应于{row['planned_date']:%-m月%-d日}完成，尚未完成",
            {"milestone_days": row["days"]},
            row["responsible_department"] or "",
            row["leader_name"],
        )
        for row in facts.rows(_BEHIND, period=month, last=last_day(month))
    ]


def _unsettled(facts: Facts, month: str) -> list[Matter]:
    return [
        Matter(
            "诉求",
            row["case_no"],
            f"{row['enterprise_name']}的诉求（{row['case_no']}，{row['appeal_kind']}）应于{row['deadline_date']:%-m月%-d日}前办结，"
            f"截至{chinese(month)}底超期{row['overdue_workdays']}个工作日，尚未办结",
            {"appeal_workdays": row["overdue_workdays"]},
            row["responsible_department"] or "",
        )
        for row in facts.rows(_APPEALS, period=month)
    ]
