"""Infrastructure works (F20c) and the plans that order them (F20d)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sources.periods import last_day

#: Kind, name, 万元, metres, ㎡, months of the year from the start to the end (negative: in the year before), plan.
_WORKS: tuple[tuple[Any, ...], ...] = (
    ("道路", "创新一路北延道路工程", 4200, 1850, None, (-3, 8)),
    ("道路", "科工路路面提升工程", 960, 1200, None, (4, 9)),
    ("电力", "药山片区10千伏线路迁改工程", 1380, 2600, None, (2, 7)),
    ("自来水迁改", "云桥路自来水管线迁改工程", 740, 1500, None, (3, 10)),
    ("绿化", "新材大道绿化提升工程", 520, None, 18000, (3, 11)),
    ("其他", "桑梓片区雨污水管网工程", 2600, 3400, None, (6, 15)),
)
#: Name, month in which each stage begins; the last one is the approval.
_STAGES = ("前期研究", "招标采购", "编制", "征求意见与论证", "公示", "报批", "批复")
_PLANS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("桑梓片区控制性详细规划", (-6, -3, 1, 5, 7, 8, 10)),
    ("园区基础设施专项规划", (1, 3, 5, 9, 11, 13, 14)),
    ("新材料产业发展规划", (2, 4, 7, 12, 14, 15, 16)),
)


def _month(year: int, month: int, day: int = 1) -> date:
    """Return a day of a month counted from January of the year; 0 and below lie before it."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, day)


def work_rows(mark: str, period: str) -> list[dict[str, Any]]:
    """Return the works begun by the end of a month with their progress."""
    end = last_day(period)
    begun = [work for work in _WORKS if _month(end.year, work[5][0], 10) <= end]
    return [_work(number, mark, work, end) for number, work in enumerate(begun, start=1)]


def _work(number: int, mark: str, work: tuple[Any, ...], end: date) -> dict[str, Any]:
    kind, name, wan, length, area, (first, last) = work
    start, finish = _month(end.year, first, 10), _month(end.year, last, 20)
    done = min(Decimal(1), round(Decimal((end - start).days) / (finish - start).days, 2))
    return {
        "row_no": number,
        "work_kind": kind,
        "work_name": mark + name,
        "total_investment_wan": Decimal(wan),
        "length_m": Decimal(length) if length else None,
        "works_m2": Decimal(area) if area else None,
        "start_date": start,
        "end_date": finish,
        "completion_rate": done,
        "remark": "按《园区基础设施专项规划》实施" if kind != "绿化" else None,
    }


def plan_rows(mark: str, period: str) -> list[dict[str, Any]]:
    """Return every plan begun by the end of a quarter at its stage."""
    end = last_day(period)
    rows: list[dict[str, Any]] = []
    for name, months in _PLANS:
        reached = [stage for stage, month in zip(_STAGES, months, strict=True) if _month(end.year, month) <= end]
        if reached:
            number = f"济政字〔{end.year}〕{len(name)}号" if reached[-1] == _STAGES[-1] else None
            rows.append({"row_no": len(rows) + 1, "plan_name": mark + name, "plan_stage": reached[-1], "approval_document_no": number})  # fmt: skip
    return rows
