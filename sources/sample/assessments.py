"""The assessment: indicators fixed for a year (F14a) and what was declared each month (F14b)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample import titles
from sources.sample.projects import Project
from sources.sample.tasks import Task, status
from sources.sample.titles import TitleRecord


@dataclass(frozen=True)
class Indicator:
    """One assessed indicator: subject, name, weight in points, unit, targets, and the warehouse's indicator."""

    no: str
    name: str
    subject: str
    points: int
    unit: str
    base: int
    target: int
    stretch: int
    source: str


_PROJECTS, _ENTERPRISES, _OFFICE = "项目建设部", "企业服务部", "综合办公室"


def make_indicators(year: int, mark: str = "") -> tuple[Indicator, ...]:
    """Return the indicators of a year, ``mark`` before their numbers; the points of each subject add up to 100."""
    return (
        Indicator(f"{mark}{year}K01", "重点项目数", _PROJECTS, 30, "个", 34, 40, 42, "Z01"),
        Indicator(f"{mark}{year}K02", "年度累计完成投资", _PROJECTS, 40, "亿元", 60, 80, 100, "Z05"),
        Indicator(f"{mark}{year}K03", "项目调度质量", _PROJECTS, 30, "分", 85, 90, 95, "督查台账"),
        Indicator(f"{mark}{year}K04", "申报高企数", _ENTERPRISES, 30, "家", 30, 35, 40, "Z36"),
        Indicator(f"{mark}{year}K05", "新增规上企业", _ENTERPRISES, 40, "家", 35, 45, 55, "Z34"),
        Indicator(f"{mark}{year}K06", "省级专精特新企业", _ENTERPRISES, 30, "家", 12, 15, 18, "Z40a"),
        Indicator(f"{mark}{year}K07", "改革任务数", _OFFICE, 40, "项", 5, 7, 7, "Z59a"),
        Indicator(f"{mark}{year}K08", "改革任务完成数", _OFFICE, 30, "项", 4, 6, 7, "Z59b"),
        Indicator(f"{mark}{year}K09", "督查办结质量", _OFFICE, 30, "分", 85, 90, 95, "督查台账"),
    )


def indicator_rows(indicators: Sequence[Indicator], year: int) -> list[dict[str, Any]]:
    """Return the year's list of indicators (F14a)."""
    return [
        {
            "row_no": number,
            "indicator_no": indicator.no,
            "indicator_name": indicator.name,
            "year": year,
            "part": "工作目标任务",
            "subject_type": "部门",
            "subject_name": indicator.subject,
            "weight_points": Decimal(indicator.points),
            "direction": "正",
            "measure": "定性" if indicator.unit == "分" else "年累计",
            "indicator_unit": indicator.unit,
            "base_value": Decimal(indicator.base),
            "target_value": Decimal(indicator.target),
            "stretch_value": Decimal(indicator.stretch),
            "source_indicator": indicator.source,
            "recognized_by": _OFFICE,
            "scoring_rule": "S01",
            "cap_factor": Decimal("1.2"),
            "document_no": f"园办字〔{year}〕6号",
            "effective_date": date(year, 1, 1),
        }
        for number, indicator in enumerate(indicators, start=1)
    ]


@dataclass(frozen=True)
class Books:
    """What the departments' ledgers hold in a year: the declared values are counted from it."""

    projects: Sequence[Project]
    records: Sequence[TitleRecord]
    tasks: Sequence[Task]


def value_of(source: str, books: Books, day: date) -> Decimal | None:
    """Return a warehouse indicator at the end of a month, None for one that the ledgers do not give.

    Counts are whole; Z05 is in 亿元 with four digits.
    """
    records, tasks = books.records, books.tasks
    counted: dict[str, Callable[[], int]] = {
        "Z01": lambda: len(books.projects),
        "Z34": lambda: sum(1 for r in records if r.title == titles.ABOVE_SCALE and _within(r.awarded, day)),
        "Z36": lambda: sum(1 for r in records if r.title == titles.HIGHTECH and _within(r.applied, day)),
        "Z40a": lambda: sum(1 for r in records if r.title == titles.PROVINCE and r.stage(day) == "获批"),
        "Z59a": lambda: len(tasks),
        "Z59b": lambda: sum(1 for task in tasks if status(task, day) == "完成"),
    }
    if source == "Z05":
        return invested(sum(project.ytd(day.month) for project in books.projects))
    return Decimal(counted[source]()) if source in counted else None


def invested(wan: Decimal | int) -> Decimal:
    """Return an amount of 万元 in 亿元, four digits."""
    return round(Decimal(wan) / 10000, 4)


def _within(event: date | None, day: date) -> bool:
    """Say whether something happened from January of the day's year up to the day."""
    return event is not None and date(day.year, 1, 1) <= event <= day


def result_rows(indicators: Sequence[Indicator], books: Books, period: str) -> list[dict[str, Any]]:
    """Return what was declared for a month (F14b): counted where the ledgers give it, else a mark for quality."""
    day = last_day(period)
    rows = []
    for number, indicator in enumerate(indicators, start=1):
        counted = value_of(indicator.source, books, day)
        value = counted if counted is not None else Decimal(88 + day.month % 7)
        rows.append(
            {
                "row_no": number,
                "subject_name": indicator.subject,
                "indicator_no": indicator.no,
                "indicator_name": indicator.name,
                "declared_value": value,
                "recognized_value": value,
                "evidence": f"{day.year}年{day.month}月台账及佐证材料第{number}卷",
            }
        )
    return rows
