"""The rows of the half-monthly talks (F02) and of trips and visits (F02b)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import first_day, last_day
from sources.sample.investment import deals
from sources.sample.investment.deals import Deal

_STEPS = {
    deals.LEAD: ("收集投资方资料", "对接投资意向，确定首次拜访时间"),
    deals.CONTACT: ("与投资方{n}次视频会商", "邀请投资方实地考察"),
    deals.TALKS: ("就用地、厂房和政策条款洽谈{n}轮", "完善投资方案，准备论证材料"),
    deals.REVIEW: ("组织部门论证评估会{n}次", "按论证意见修改约束条款"),
    deals.TO_SIGN: ("商定协议文本第{n}稿", "履行决策程序，确定签约时间"),
    deals.SIGNED: ("已签订{agreement}，进入落地服务阶段", "协调办理公司注册和立项手续"),
    deals.PAUSED: ("投资方调整年度投资计划，双方同意暂缓", "保持联系，三个月后再次对接"),
    deals.ENDED: ("投资方选定其他城市，洽谈终止", "归档资料，保持联系"),
}
_CHANNELS = ("产业链", "资本链", "科创链", "央地合作", "校友·乡贤")
#: Day, leader's place in the list, city, its code, kind, number of trips.
_TRIPS = (
    (2, 25, 0, "上海", "310100", "外出招商"),
    (3, 18, 1, "杭州", "330100", "外出招商"),
    (4, 22, 0, "厦门", "350200", "外出招商"),
    (5, 20, 2, "深圳", "440300", "外出招商"),
    (6, 9, 0, "上海", "310100", "外出招商"),
    (7, 14, 3, "济南", "370100", "来访接待"),
    (9, 8, 0, "杭州", "330100", "外出招商"),
    (10, 19, 1, "厦门", "350200", "外出招商"),
    (10, 27, 0, "上海", "310100", "外出招商"),
    (12, 7, 2, "北京", "110100", "外出招商"),
)
_POSTS = ("党工委书记", "管委会主任", "管委会副主任", "管委会副主任")


def listed(all_deals: Iterable[Deal], period: str) -> list[Deal]:
    """Return the deals that a half-month lists: begun by its end, and not signed, paused or ended before it."""
    start, end = first_day(period), last_day(period)
    return [
        deal for deal in all_deals if deal.first_contact <= end and ((out := deal.entered(*deals.OUT)) is None or out >= start)
    ]  # fmt: skip


def talk_rows(all_deals: Iterable[Deal], period: str) -> list[dict[str, Any]]:
    """Return the rows of a half-month."""
    return [_talk(number, deal, period) for number, deal in enumerate(listed(all_deals, period), start=1)]


def _talk(number: int, deal: Deal, period: str) -> dict[str, Any]:
    start, end = first_day(period), last_day(period)
    stage = deal.stage(end)
    assert stage is not None
    did, plan = _STEPS[stage]
    times = 1 + (end.toordinal() // 15 + len(deal.name)) % 4
    reviewed = deal.entered(deals.TO_SIGN, *deals.OUT) if deal.entered(deals.REVIEW) else None
    signing = deal.signed or end + timedelta(days=120)
    row: dict[str, Any] = {
        "row_no": number,
        "project_no": deal.no,
        "project_name": deal.name,
        "stage": stage,
        "is_new": deal.first_contact >= start,
        "investor_name": deal.investor,
        "uscc": deal.uscc,
        "investor_class": ("省级专精特新", "上市公司", "其他")[len(deal.investor) % 3],
        "ownership": "外企(独资)" if deal.foreign else "民企",
        "capital_source": "外资" if deal.foreign else "内资",
        "origin": deal.origin,
        "existing_enterprise": "为存量企业新项目投资" if deal.uscc else "否",
        "sector": "服务业" if deal.industry in ("现代服务业", "现代物流") else "工业",
        "industry_chain": deal.industry,
        "planned_investment_wan": Decimal(deal.total_wan),
        "fixed_investment_wan": Decimal(deal.fixed_wan),
        "carrier_use": deal.carrier_use,
        "needed_land_mu": deal.land_mu,
        "needed_area_m2": Decimal(deal.area_m2) if deal.area_m2 else None,
        "expected_output_wan": Decimal(deal.total_wan * 3 // 2),
        "expected_tax_wan": Decimal(deal.total_wan // 15),
        "expected_jobs": 20 + deal.total_wan // 400,
        "first_contact_date": deal.first_contact,
        "progress_text": f"{end.month}月{'上' if end.day == 15 else '下'}半月{did.format(n=times, agreement=deal.agreement)}。",
        "next_step_text": plan,
        "next_step_due_date": end + timedelta(days=15 + number % 10),
        "review_result": "推进" if reviewed and reviewed <= end and stage not in (deals.PAUSED, deals.ENDED) else None,
        "expected_sign_date": signing if stage in (deals.REVIEW, deals.TO_SIGN) else None,
        "channel": _CHANNELS[len(deal.name) % len(_CHANNELS)],
        "leader_name": deal.leader,
        "responsible_departments": "招商引资部",
        "person_name": deal.person,
    }
    if stage in (deals.PAUSED, deals.ENDED):
        row["end_reason"] = did
    return row


def trip_rows(all_deals: Iterable[Deal], leaders: tuple[str, ...], period: str) -> list[dict[str, Any]]:
    """Return the trips and visits of a month (F02b), none in some months."""
    start, end = first_day(period), last_day(period)
    rows: list[dict[str, Any]] = []
    for month, day, leader, city, code, kind in _TRIPS:
        if month != end.month:
            continue
        on = date(end.year, month, day)
        met = [deal for deal in all_deals if not deal.uscc and deal.stage(on) in (deals.LEAD, *deals.IN_TALKS)][
            : 1 + day % 3
        ]
        rows.append(
            {
                "row_no": len(rows) + 1,
                "activity_date": max(on, start),
                "activity_kind": kind,
                "leader_name": leaders[leader],
                "leader_post": _POSTS[leader],
                "destination": city,
                "destination_code": code,
                "visited_enterprises": "、".join(deal.investor for deal in met) or "招商推介会参会企业",
                "batches": 1,
                "project_nos": "、".join(deal.no for deal in met) or None,
                "outcome": f"{city}{kind}，对接企业{max(len(met), 1)}家，{'推进在谈项目' if met else '收集线索'}{max(len(met), 1)}个",
                "evidence": f"{month}月招商活动纪要",
            }
        )
    return rows
