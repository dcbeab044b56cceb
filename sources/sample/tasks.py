"""The reform tasks of a year: milestones with weights, and the rows of each month (F12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import last_day


@dataclass(frozen=True)
class Milestone:
    """One step of a task: what, when planned, weight in percent, and how many days late it was done."""

    content: str
    planned: date
    weight: int
    late_days: int = -3

    def done(self, day: date) -> date | None:
        """Return when the step was done, None when it was not by a day."""
        done = self.planned + timedelta(days=self.late_days)
        return done if done <= day else None


@dataclass(frozen=True)
class Task:
    """One reform task with everything that does not change from month to month."""

    no: str
    name: str
    origin: str
    proposed_by: str
    items: str
    line: str
    goal: str
    leader: str
    department: str
    supporting: str
    person: str
    start: date
    end: date
    milestones: tuple[Milestone, ...]
    outcome: tuple[str, str, str]  # 成果形式, 名称, 文号
    kpi: tuple[str, str, int] | None = None  # name, unit, target


def task_rows(tasks: list[Task], period: str, year: int) -> list[dict[str, Any]]:
    """Return the ledger at the end of a month: one row per milestone, what concerns the task repeated in each."""
    end = last_day(period)
    rows = []
    for number, task in enumerate(tasks, start=1):
        shared = _shared(task, end) | {"row_no": number, "year": year}
        for milestone in task.milestones:
            rows.append(
                {
                    **shared,
                    "milestone": milestone.content,
                    "milestone_planned_date": milestone.planned,
                    "milestone_done_date": milestone.done(end),
                    "milestone_weight_rate": Decimal(milestone.weight) / 100,
                }
            )
    return rows


def completion(task: Task, day: date) -> Decimal:
    """Return the weight of the milestones done by a day, as a fraction."""
    return Decimal(sum(step.weight for step in task.milestones if step.done(day))) / 100


def status(task: Task, day: date) -> str:
    """Return the state of a task on a day."""
    if completion(task, day) == 1:
        return "完成"
    if task.start > day:
        return "未启动"
    overdue = any(step.planned < day and not step.done(day) for step in task.milestones)
    return "滞后" if overdue else "正常推进"


def _shared(task: Task, end: date) -> dict[str, Any]:
    state = status(task, end)
    row: dict[str, Any] = {
        "task_no": task.no,
        "task_name": task.name,
        "origin": task.origin,
        "proposed_by": task.proposed_by,
        "reform_items": task.items,
        "work_line": task.line,
        "goal": task.goal,
        "leader_name": task.leader,
        "responsible_department": task.department,
        "supporting_departments": task.supporting,
        "person_name": task.person,
        "planned_start_date": task.start,
        "planned_end_date": task.end,
        "progress_text": _progress(task, end, state),
        "completion_rate": completion(task, end),
        "task_status": state,
        "light": {"滞后": "黄"}.get(state, "绿"),
    }
    if task.kpi:
        name, unit, target = task.kpi
        reached = int(target * completion(task, end))
        row |= {"kpi_name": name, "kpi_unit": unit, "kpi_target": Decimal(target), "kpi_actual": Decimal(reached)}
    return row | _ending(task, end, state)


def _ending(task: Task, end: date, state: str) -> dict[str, Any]:
    if state == "滞后":
        return {
            "problem_text": "相关配套细则征求意见时间较长，节点略有滞后",
            "next_step_text": f"{task.department}召开专题会逐条研究，按周调度",
            "next_step_due_date": end + timedelta(days=30),
        }
    if state != "完成":
        return {}
    done = max(step.done(end) or task.start for step in task.milestones)
    kind, name, document = task.outcome
    return {
        "outcome_type": kind,
        "outcome_name": name,
        "outcome_document_no": document,
        "outcome_date": done,
        "closed_date": done,
        "closed_by": "尚云",
    }


def _progress(task: Task, end: date, state: str) -> str:
    """Return at least 15 characters, another sentence each month."""
    month = end.month
    if state == "未启动":
        return f"{month}月正在制定实施方案，明确责任分工和时间节点，尚未到计划启动时间。"
    if state == "完成":
        return f"任务已完成并销号，{month}月跟踪实施效果，成果《{task.outcome[1]}》持续运行。"
    step = next(step for step in task.milestones if not step.done(end))
    met = 1 + (month * 3 + len(task.no)) % 4
    return f"{month}月召开推进会{met}次，正在推进“{step.content}”，已完成进度{completion(task, end):.0%}，责任到人。"
