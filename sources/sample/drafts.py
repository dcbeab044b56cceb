"""Drafts of the latest month that must be sent back, one or two for each department, followed by the good files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sources.sample.delivery import Delivery, Fault, Sheet

Row = dict[str, Any]
Raw = str | int | float


@dataclass(frozen=True)
class Slip:
    """One wrong cell: the ``nth`` row (from 0) that suits gets ``raw``, which breaks ``rule``; ``also`` are rules that the
    same cell breaks at another field of its row."""

    form: str
    rule: str
    field: str
    raw: Raw | Callable[[Row], Raw]
    note: str
    suits: Callable[[Row], bool] = lambda row: True
    nth: int = 0
    also: tuple[tuple[str, str], ...] = ()


def _given(name: str) -> Callable[[Row], bool]:
    return lambda row: row.get(name) is not None


def _is(name: str, value: object) -> Callable[[Row], bool]:
    return lambda row: row.get(name) == value


def _other_check_character(row: Row) -> str:
    code = str(row["uscc"])
    return code[:-1] + ("1" if code[-1] != "1" else "2")


_SLIPS = (
    Slip("project_milestones", "B26", "document_no", "", "已办的证照没有填证号", lambda row: row.get("milestone_status") == "已办" and "证" in row["milestone"]),
    Slip("project_milestones", "B18", "done_date", "2019-05-06", "发证日期早于受理日期", lambda row: bool(row.get("done_date") and row.get("accepted_date")), 3),
    Slip("project_performance", "B18", "agreed_end_date", "2018-12-31", "约定竣工早于约定开工"),
    Slip("industrial_months", "B33", "export_month_wan", 99999999, "出口交货值大于销售产值", nth=2),
    Slip("industrial_months", "B06", "employees", "约120", "用工人数写成“约120”", nth=5),
    Slip("upgrade_subsidies", "B40", "invoice_from_date", "2024-11-20", "发票早于政策期"),
    Slip("upgrade_subsidies", "E06", "statistics_project_name", "生产线改造", "纳统名称与备案名称不一致", nth=1),
    Slip("appeals", "B37", "closed_date", "2025-12-30", "办结早于登记", _is("appeal_status", "已销号"), 2),
    Slip("appeals", "B55", "content", "", "诉求内容没有填", nth=4),
    Slip("appeals", "B05", "channel", "微信群", "来源渠道不在可选项内", nth=6),
    Slip("talks", "B21", "fixed_investment_wan", 99999999, "固定资产投资大于总投资"),
    Slip("talks", "B05", "stage", "谈得不错", "项目阶段写成了评语", nth=3),
    Slip("signings", "B24", "agreement_type", "框架协议", "框架协议当作考核项目", _is("agreement_type", "投资协议")),
    Slip("signings", "B25", "signed_date", "2027-01-15", "签约日期在本期以后", _is("agreement_type", "投资协议"), 1),
    Slip("carriers", "B05", "land_use", "商住", "用途不在可选项内", _given("land_use")),
    Slip("carriers", "B07", "vacant_area_m2", -50, "空置面积为负数", _given("vacant_area_m2")),
    Slip("fiscal_revenue", "B42", "tax_revenue_ytd_wan", 1, "税收收入填错，与分税种和总收入都不符", also=(("B41", "budget_revenue_ytd_wan"),)),
    Slip("key_taxpayers", "B02", "uscc", _other_check_character, "末位校验码错一位", nth=3),
    Slip("platform_assets", "B83", "mortgagee", "示范农商行", "写了抵押权人，没有金额和到期日", lambda row: row.get("mortgagee") is None and row["asset_category"] == "房产"),
    Slip("leases", "B18", "end_date", "2020-01-01", "终止早于起始"),
    Slip("debts", "B52", "balance_wan", 99999999, "余额大于提款额", nth=1),
    Slip("debts", "B85", "collateral_asset_no", "—", "抵押贷款没有写抵押物", _is("guarantee", "抵押")),
    Slip("party_activities", "B06", "attendee_count", "约30人左右", "人数写成“约30人左右”"),
    Slip("party_activities", "B56", "activity_date", "中旬", "日期写成“中旬”", nth=1),
    Slip("party_activities", "B05", "activity_type", "集体学习", "活动类型不在可选项内", nth=2),
    Slip("infrastructure_works", "B18", "end_date", "2019-06-30", "竣工早于开工"),
    Slip("infrastructure_works", "B57", "completion_rate", 150, "进度超过100%", nth=2),
    Slip("infrastructure_works", "B05", "work_kind", "亮化", "工程类别不在可选项内", nth=1),
    Slip("supervision_letters", "B46a", "reply_due_date", "2026-01-05", "回复截止早于下发", _is("letter_level", 1)),
    Slip("supervision_letters", "B80", "replied_date", "", "同意销号但没有回复日期", _is("letter_level", 1), 1),
)  # fmt: skip


def drafts(deliveries: Sequence[Delivery], month: str) -> Iterator[Delivery]:
    """Yield one draft for each file of the month that holds forms with slips: its wrong sheets, a day before the good file."""
    for good in deliveries:
        wrong = tuple(
            spoiled for sheet in good.sheets if sheet.style and sheet.period.startswith(month) and (spoiled := _spoiled(sheet)).faults
        )  # fmt: skip
        if wrong and not good.file.count("上半月"):
            name = f"{good.file.removesuffix('.xlsx')}（初稿）.xlsx"
            yield replace(good, file=name, received_at=good.received_at - timedelta(days=1), sheets=wrong)


def _spoiled(sheet: Sheet) -> Sheet:
    faults: list[Fault] = []
    for slip in _SLIPS:
        at = [number for number, row in enumerate(sheet.rows) if slip.form == sheet.form and slip.suits(row)]
        if len(at) > slip.nth:
            place = at[slip.nth]
            raw = slip.raw(sheet.rows[place]) if callable(slip.raw) else slip.raw
            faults.append(Fault(slip.rule, slip.note, place, slip.field, raw))
            faults += [Fault(rule, slip.note, place, field) for rule, field in slip.also]
    return replace(sheet, faults=tuple(faults))
