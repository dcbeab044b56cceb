"""Appeals of firms (F09), the service centre (F20a) and the salons at which some appeals were heard (F20b)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import first_day, last_day
from sources.sample import names
from sources.sample.enterprises import Enterprise
from sources.sample.workdays_after import workday_after
from sources.workdays import next_workday

APPEALS = 36
#: Kind, what is asked, department, what was done.
_MATTERS = (
    ("基础配套", "厂区门前道路破损，货车通行困难", "规划建设部", "列入道路提升工程，已完成路面修复"),
    ("要素(水电气热网)", "夏季用电高峰容量不足", "规划建设部", "协调供电部门完成增容改造"),
    ("审批手续", "消防验收资料不清楚如何准备", "规划建设部", "安排专员全程帮办"),
    ("用地厂房", "扩产需增加厂房约3000平方米", "招商引资部", "对接标准厂房二期，已签租赁意向"),
    ("融资", "流动资金周转困难，希望对接银行", "财税建设部", "组织银企对接会，获批贷款"),
    ("用工人才", "技术工人短缺", "党群工作部", "组织专场招聘会"),
    ("政策兑现", "高企奖励资金尚未到账", "企业服务部", "核实申报材料，资金已拨付"),
    ("基础配套", "园区雨污水管网堵塞，雨后积水", "规划建设部", "完成管网清淤疏通"),
    ("基础配套", "道路绿化遮挡厂区出入口", "规划建设部", "调整绿化，已修剪移栽"),
    ("其他", "咨询人才公寓申请条件", "党群工作部", "已当面答复并发放政策汇编"),
)
_CHANNELS = ("走访", "领导包挂", "12345热线", "平台", "座谈沙龙", "窗口")
#: Grade → work days in which it is to be closed (the list appeal_grades).
_LIMITS = {"咨询": 1, "一般": 5, "复杂": 15, "紧急": 2}
_GRADES = ("一般", "复杂", "一般", "咨询", "一般", "紧急")
#: Every so many-th appeal is closed after its limit, with an approved extension; is repeated; is not solved.
_EXTENDED, _REPEATED, _UNSOLVED = 13, 17, 9
SALONS = ((3, 16, "新材料产业链企业家沙龙"), (5, 18, "惠企政策面对面座谈会"), (6, 22, "高企培育企业家沙龙"), (9, 15, "银企对接沙龙"), (10, 20, "营商环境座谈会"), (11, 17, "科技成果转化沙龙"), (12, 15, "年终企业家座谈会"))  # fmt: skip


@dataclass(frozen=True)
class Appeal:
    """One case; its state follows from its dates."""

    no: str
    firm: Enterprise
    registered: date
    channel: str
    matter: tuple[str, str, str, str]
    grade: str
    receiver: str
    assigned: date
    closed: date
    extended_to: date | None
    repeats: str | None
    solved: bool

    @property
    def visited(self) -> date:
        """The day of the return visit, after which the case is struck off."""
        return workday_after(self.closed, 3)


def make_appeals(rng: random.Random, year: int, mark: str, firms: Sequence[Enterprise]) -> tuple[Appeal, ...]:
    """Return a year's cases in the order of registration, each of another firm but for the repeated ones."""
    chosen = rng.sample(firms, APPEALS)
    made: list[Appeal] = []
    for number in range(APPEALS):
        registered = next_workday(date(year, 1, 6) + timedelta(days=number * 340 // APPEALS + rng.randint(0, 4)))
        before = made[number - 1] if number % _REPEATED == _REPEATED - 1 else None
        grade = _GRADES[number % len(_GRADES)]
        assigned = workday_after(registered, number % 2)
        late = number % _EXTENDED == _EXTENDED - 1
        used = _LIMITS[grade] + 4 if late else rng.randint(1, _LIMITS[grade])
        made.append(
            Appeal(
                no=f"{mark}SQ{year}{number + 1:03d}",
                firm=before.firm if before else chosen[number],
                registered=registered,
                channel=_CHANNELS[number % len(_CHANNELS)],
                matter=before.matter if before else _MATTERS[number % len(_MATTERS)],
                grade=grade,
                receiver=rng.choice(names.STEWARDS),
                assigned=assigned,
                closed=workday_after(assigned, used),
                extended_to=workday_after(assigned, _LIMITS[grade] + 6) if late else None,
                repeats=before.no if before else None,
                solved=number % _UNSOLVED != _UNSOLVED - 1,
            )
        )
    return tuple(made)


def appeal_rows(appeals: Sequence[Appeal], period: str) -> list[dict[str, Any]]:
    """Return every case registered from January to the end of the month."""
    end = last_day(period)
    known = [appeal for appeal in appeals if appeal.registered <= end]
    return [_row(number, appeal, end) for number, appeal in enumerate(known, start=1)]


def _row(number: int, appeal: Appeal, end: date) -> dict[str, Any]:
    kind, content, department, action = appeal.matter
    state = "已销号" if appeal.visited <= end else "待回访" if appeal.closed <= end else "办理中"
    if appeal.assigned > end:
        state = "待交办"
    row: dict[str, Any] = {
        "row_no": number,
        "case_no": appeal.no,
        "registered_date": appeal.registered,
        "channel": appeal.channel,
        "enterprise_name": appeal.firm.name,
        "uscc": appeal.firm.uscc,
        "appeal_kind": kind,
        "content": content,
        "grade": appeal.grade,
        "receiver_name": appeal.receiver,
        "responsible_department": department,
        "assigned_date": appeal.assigned,
        "limit_workdays": _LIMITS[appeal.grade],
        "due_date": workday_after(appeal.assigned, _LIMITS[appeal.grade]),
        "repeats_case_no": appeal.repeats,
        "appeal_status": state,
    }
    if appeal.extended_to and workday_after(appeal.assigned, 1) <= end:
        row |= {
            "extension_applied_date": workday_after(appeal.assigned, 1),
            "extension_reason": "涉及多个部门，需现场施工",
        }
        row |= {"extension_approved_by": "沈若谷", "extended_due_date": appeal.extended_to}
    if appeal.closed <= end:
        row |= {"first_reply_date": workday_after(appeal.assigned, 1) if appeal.grade != "咨询" else appeal.assigned}
        row |= {"action_text": action, "closed_date": appeal.closed, "result": "解决" if appeal.solved else "解释说明"}
    if state == "已销号":
        row |= {"is_visited": True, "is_contacted": True, "is_solved": appeal.solved}
        row |= {"satisfaction": "不满意" if not appeal.solved and number % 2 else "满意" if number % 4 else "基本满意"}
    return row


def center_rows(mark: str, period: str) -> list[dict[str, Any]]:
    """Return the service centre in a month; it opened in March of the report's year."""
    end = last_day(period)
    opened = date(2021, 3, 1)
    if end < opened:
        return []
    return [
        {
            "row_no": 1,
            "center_name": f"{mark}示范经济开发区企业综合服务中心",
            "investment_wan": Decimal(860),
            "opened_date": opened,
            "services": "企业开办、项目立项、规划许可、施工许可、税务、社保、不动产登记等96项",
            "case_count": 180 + end.month * 13 % 70,
            "immediate_rate": Decimal(62 + end.month) / 100,
        }
    ]


def salon_rows(appeals: Sequence[Appeal], period: str) -> list[dict[str, Any]]:
    """Return the salons of a month with the cases that were registered after them."""
    start, end = first_day(period), last_day(period)
    heard = [appeal for appeal in appeals if appeal.channel == "座谈沙龙" and start <= appeal.registered <= end]
    return [
        {
            "row_no": 1,
            "event_date": date(end.year, month, day),
            "topic": topic,
            "enterprise_count": 12 + month,
            "opinion_count": 3 + len(heard),
            "case_nos": "、".join(appeal.no for appeal in heard) or None,
        }
        for month, day, topic in SALONS
        if month == end.month
    ]
