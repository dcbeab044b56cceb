"""What a department writes about a project's progress: another sentence each month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sources.sample.projects import Project

#: Share of the total investment reached → what is being built.
_PHASES = (
    (0.10, ("场地平整和围挡搭设", "桩基施工", "基坑支护和土方开挖")),
    (0.30, ("基础承台浇筑", "地下结构施工", "一层主体结构施工")),
    (0.55, ("主体结构施工", "钢结构吊装", "厂房屋面封顶")),
    (0.80, ("二次结构和外墙保温", "机电管线安装", "厂区道路和管网施工")),
    (1.01, ("生产线设备安装", "设备单机调试", "室内装修和消防工程")),
)
_PAPERS = ("土地出让手续", "建设用地规划许可", "施工图审查", "建设工程规划许可", "施工招标", "施工许可")


def progress_text(project: Project, end: date) -> str:
    """Return the progress at the end of a month, at least 15 characters, never the same two months running."""
    month = end.month
    if project.finished(end) and project.actual_end:
        return _finished(project.actual_end, end)
    if not project.started(end):
        paper = _PAPERS[(month + project.number) % len(_PAPERS)]
        begins = project.planned_start
        return f"{month}月正在办理{paper}，前期工作有序推进，计划{begins.year}年{begins.month}月开工建设。"
    done = project.prior_wan + project.ytd(month)
    share = done / project.total_wan
    works = next(works for limit, works in _PHASES if share < limit)
    work = works[(month + project.number) % len(works)]
    spent = project.months[month - 1]
    detail = f"当月完成投资{spent}万元" if spent else "当月主要开展材料进场准备"
    return f"{month}月重点推进{work}，{detail}，累计完成总投资的{share:.1%}，现场施工人员{40 + (month * 17 + project.number * 7) % 160}人。"


def _finished(ended: date, end: date) -> str:
    later = (end.year - ended.year) * 12 + end.month - ended.month
    steps = (
        "组织竣工验收并投入试生产",
        "试生产运行平稳，产能逐步释放",
        "正在办理竣工决算审计",
        "已签订首批产品订单",
        "已完成环保验收",
    )
    return f"项目已于{ended.year}年{ended.month}月{ended.day}日竣工，{end.month}月{steps[later % len(steps)]}（投产第{later + 1}个月）。"
