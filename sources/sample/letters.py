"""Letters that remind and press (F13), and what is added to and taken from the assessment (F14c)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import first_day, last_day
from sources.sample.names import LEADERS
from sources.sample.tasks import Milestone, Task
from sources.sample.workdays_after import workday_after
from sources.workdays import next_workday

#: A step this many days behind its plan gets a reminder.
_BEHIND = 10
#: Reports that came late and got a reminder: month, day, form, department.
_LATE_REPORTS = ((2, 8, "重点项目月度调度表", "项目建设部"), (5, 11, "财税收入月报", "财税建设部"), (9, 8, "企业诉求办理台账", "企业服务部"))  # fmt: skip


@dataclass(frozen=True)
class Letter:
    """One letter of a chain. ``level`` 1 reminds, 2 presses; ``replied`` after ``due`` lets the next level follow."""

    no: str
    level: int
    chain: str
    kind: str
    object_no: str
    department: str
    facts: str
    demand: str
    issued: date
    due: date
    replied: date
    parent: str | None = None


def make_letters(year: int, mark: str, tasks: Sequence[Task]) -> tuple[Letter, ...]:
    """Return a year's letters in the order of their days: late steps of reform tasks, late reports."""
    made: list[Letter] = []
    for task in tasks:
        for step in task.milestones:
            if step.late_days >= _BEHIND and step.planned.year == year:
                made += _about_task(year, mark, len(made), task, step)
    for month, day, form, department in _LATE_REPORTS:
        issued = next_workday(date(year, month, day))
        number = len(made) + 1
        made.append(
            Letter(
                no=f"{mark}〔{year}〕提{number}",
                level=1,
                chain=f"{mark}{year}L{number:02d}",
                kind="报送",
                object_no=f"{form}{year}年{month - 1}月",
                department=department,
                facts=f"《{form}》截至{month}月{day - 1}日未报送",
                demand="三个工作日内补报并说明原因",
                issued=issued,
                due=workday_after(issued, 3),
                replied=workday_after(issued, 2),
            )
        )
    return tuple(sorted(made, key=lambda letter: (letter.issued, letter.no)))


def _about_task(year: int, mark: str, before: int, task: Task, step: Milestone) -> list[Letter]:
    """Return the reminder, and the pressing letter when the step is so late that the reminder lapsed."""
    number, issued = before + 1, workday_after(step.planned, 5)
    chain, due = f"{mark}{year}L{number:02d}", workday_after(issued, 3)
    slow = step.late_days >= 2 * _BEHIND
    first = Letter(
        no=f"{mark}〔{year}〕提{number}",
        level=1,
        chain=chain,
        kind="任务",
        object_no=task.no,
        department=task.department,
        facts=f"改革任务“{task.name}”节点“{step.content}”应于{step.planned.month}月{step.planned.day}日完成，尚未完成",
        demand="查明原因，明确完成时间，三个工作日内书面回复",
        issued=issued,
        due=due,
        replied=workday_after(due, 3) if slow else workday_after(issued, 2),
    )
    if not slow:
        return [first]
    pressed = workday_after(due, 1)
    second = {
        "no": f"{mark}〔{year}〕督{number}",
        "level": 2,
        "issued": pressed,
        "due": workday_after(pressed, 5),
        "replied": workday_after(pressed, 4),
        "demand": "五个工作日内书面回复，附倒排工期计划",
        "parent": first.no,
    }
    return [first, Letter(**{**vars(first), **second})]


def letter_rows(letters: Sequence[Letter], period: str) -> list[dict[str, Any]]:
    """Return every letter issued from January to the end of the month."""
    end = last_day(period)
    issued = [letter for letter in letters if letter.issued <= end]
    return [_row(number, letter, end) for number, letter in enumerate(issued, start=1)]


def _row(number: int, letter: Letter, end: date) -> dict[str, Any]:
    row: dict[str, Any] = {
        "row_no": number,
        "letter_no": letter.no,
        "letter_type": "督办函" if letter.level == 2 else "提醒函",
        "letter_level": letter.level,
        "chain_no": letter.chain,
        "trigger_rule": "提醒函逾期未回复"
        if letter.level == 2
        else "节点滞后超过10天"
        if letter.kind == "任务"
        else "逾期未报",
        "trigger_snapshot": letter.facts,
        "object_type": letter.kind,
        "object_no": letter.object_no,
        "to_departments": letter.department,
        "cc_leaders": LEADERS[number % len(LEADERS)] if letter.level == 2 else None,
        "supervision_mode": "普通",
        "reason": letter.facts,
        "demand": letter.demand,
        "signed_by": LEADERS[0],
        "issued_date": letter.issued,
        "reply_due_date": letter.due,
        "parent_letter_no": letter.parent,
        "deduction_points": Decimal("0.5") if letter.level == 2 else None,
    }
    if letter.replied <= end:
        row |= {
            "replied_date": letter.replied,
            "reply_text": "已查明原因，制定了补救措施和完成时间",
            "verdict": "同意销号",
        }
        row |= {"correction_text": "专人负责，按周调度", "promised_date": letter.issued + timedelta(days=30)}
    return row


#: Month, day, department, what, category, level, points.
_POINTS = (
    (3, 10, "企业服务部", "省级中小企业服务示范平台", "表彰", "省", "1"),
    (4, 20, "项目建设部", "重点项目集中开工现场会", "现场会", "市", "0.6"),
    (6, 18, "招商引资部", "招商工作获市领导肯定性批示", "批示肯定", "市", "0.6"),
    (8, 25, "党群工作部", "医养健康产业联盟党建经验", "经验推广", "省", "0.8"),
    (9, 12, "规划建设部", "拿地即开工改革试点", "试点", "市", "0.5"),
    (11, 22, "综合办公室", "“管委会+公司”改革品牌", "改革品牌", "市", "0.6"),
)  # fmt: skip


def point_rows(letters: Sequence[Letter], period: str) -> list[dict[str, Any]]:
    """Return the bonus items and deductions of a month; none in some months. Pressing letters cost half a point."""
    start, end = first_day(period), last_day(period)
    rows = [
        {
            "subject_name": department,
            "item_name": what,
            "category": category,
            "award_level": level,
            "document_no": f"示发〔{end.year}〕{month * 3}号",
            "event_date": date(end.year, month, day),
            "standard_points": Decimal(points),
            "recognized_points": Decimal(points),
            "evidence": f"文件及照片第{month}卷",
        }
        for month, day, department, what, category, level, points in _POINTS
        if month == end.month
    ]
    rows += [
        {
            "subject_name": letter.department,
            "item_name": f"督办函{letter.no}",
            "category": "督办",
            "award_level": None,
            "document_no": letter.no,
            "event_date": letter.issued,
            "standard_points": Decimal("0.5"),
            "recognized_points": Decimal("0.5"),
            "evidence": "督办提醒函台账",
        }
        for letter in letters
        if letter.level == 2 and start <= letter.issued <= end
    ]
    return [{"row_no": number, **row, "is_highest_only": False} for number, row in enumerate(rows, start=1)]
