"""The indicators of a month counted with pandas from the rows that the sample writes, by the words of domain.md section 3.

Amounts in 万元 unless the key says otherwise, ratios as fractions with four digits. ``ledger(form, period)`` gives the rows
of a form for a period as a frame with a column for every field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from sources.periods import containing, last_day
from sources.workdays import workdays_late

Ledger = Callable[[str, str], pd.DataFrame]
Truth = dict[tuple[str, str], Any]
FIVE = ("建设用地规划许可证", "不动产权证", "设计方案批复", "建设工程规划许可证", "建筑工程施工许可证")
TALKS = ("初步接触", "深度洽谈", "论证评估", "拟签约")
AWARDED = ("获批", "复核通过")


def truth(ledger: Ledger, month: str) -> Truth:
    """Return (indicator, part) → value of a month."""
    parts = (projects, stations, talks, carriers, ladder, industry, services, revenue, companies, reform, party)
    return {key: value for part in parts for key, value in part(ledger, month).items()}


def share(part: Any, whole: Any) -> Decimal:
    return round(Decimal(part) / Decimal(whole), 4)


def months(month: str) -> Iterator[str]:
    return (f"{month[:4]}-{number:02d}" for number in range(1, int(month[5:]) + 1))


def so_far(ledger: Ledger, form: str, month: str) -> pd.DataFrame:
    """Return the rows of January to a month of a form that lists only what happened in the month."""
    return pd.concat([ledger(form, period) for period in months(month)], ignore_index=True)


def projects(ledger: Ledger, month: str) -> Truth:
    rows, end = ledger("key_projects", month), last_day(month)
    planned = rows[rows.year_status.isin(["续建", "新开工", "竣工投产"])]
    a_month_ago = rows[
        rows.is_started & rows.actual_start_date.map(lambda day: day is not None and (end - day).days > 30)
    ]
    ytd, plan = rows.investment_ytd_wan.sum(), rows.planned_investment_year_wan.sum()
    return {
        ("Z01", ""): len(rows),
        ("Z02", "省级"): int(rows.project_level.isin(["省级重大", "省级重点"]).sum()),
        ("Z02", "市级"): int((rows.project_level == "市级重点").sum()),
        ("Z02", "区级(园区级)"): int(rows.project_level.isin(["区级重点", "园区级"]).sum()),
        ("Z03", ""): rows.total_investment_wan.sum(),
        ("Z04", ""): plan,
        ("Z05", ""): ytd,
        ("Z06", ""): share(ytd, plan),
        ("Z08", ""): share(ytd, plan) - share(end.month, 12),
        ("Z09", ""): rows.investment_month_wan.sum(),
        ("Z10", ""): share(int(planned.is_started.sum()), len(planned)),
        ("Z12", ""): share(int(a_month_ago.is_in_statistics.sum()), len(a_month_ago)),
    }


def stations(ledger: Ledger, month: str) -> Truth:
    rows, deeds, year = ledger("project_milestones", month), ledger("project_performance", month), int(month[:4])
    done = rows.pivot(index="project_no", columns="milestone", values="done_date")
    together = done[[*FIVE]].apply(
        lambda days: all(isinstance(day, date) for day in days) and len(set(days)) == 1, axis=1
    )
    permits = rows[(rows.milestone == FIVE[-1]) & (rows.milestone_status != "不需办")]
    begun = done[done["土地成交"].notna() & done["实际开工"].notna()]
    taken = [workdays_late(row["土地成交"], row["实际开工"]) for _, row in begun.iterrows()]
    checked = deeds[deeds.acceptance_result.notna()]
    in_year = done["投产"].dropna().map(lambda day: day.year == year)
    return {
        ("Z13", "投产"): int(in_year.sum()),
        ("Z14", FIVE[-1]): share(int((permits.milestone_status == "已办").sum()), len(permits)),
        ("Z15", ""): int(together.sum()),
        ("Z17", ""): share(sum(taken), len(taken)) if taken else None,
        ("Z20", ""): share(int((checked.acceptance_result == "达标").sum()), len(checked)) if len(checked) else None,
    }


def talks(ledger: Ledger, month: str) -> Truth:
    now, signed, trips = ledger("talks", f"{month}-H2"), ledger("signings", month), so_far(ledger, "outreach", month)
    open_ = now[now.stage.isin(TALKS)]
    invested = signed[signed.agreement_type == "投资协议"]
    agreements = invested[invested.signed_date.map(lambda day: day.year) == int(month[:4])]
    out = trips[trips.activity_kind == "外出招商"]
    cities = out.groupby("destination").batches.sum().to_dict()
    return {
        ("Z21", "个数"): len(open_),
        ("Z21", "计划总投资"): open_.planned_investment_wan.sum(),
        ("Z22", "本期新增"): int(now.is_new.sum()),
        ("Z24", ""): len(agreements),
        ("Z24", "≥1亿元"): int((agreements.agreed_investment_wan >= 10000).sum()),
        ("Z24", "≥5亿元"): int((agreements.agreed_investment_wan >= 50000).sum()),
        ("Z24", "≥10亿元"): int((agreements.agreed_investment_wan >= 100000).sum()),
        ("Z25", ""): share(int(agreements.started_date.notna().sum()), len(agreements)),
        ("Z27", ""): invested.funds_ytd_wan.sum(),
        ("Z27", "同比"): share(invested.funds_ytd_wan.sum(), invested.funds_prior_ytd_wan.sum()) - 1,
        ("Z28", "万美元"): signed.foreign_capital_usd_wan.dropna().sum(),
        ("Z29", ""): int(out.batches.sum()),
        **{("Z29", city): int(number) for city, number in cities.items()},
    }


def carriers(ledger: Ledger, month: str) -> Truth:
    # Against the year's first month that was sent.
    first = next(rows for period in months(month) if len(rows := ledger("carriers", period)))
    now = ledger("carriers", month)
    land, floors = now[now.carrier_kind == "土地"], now[now.carrier_kind != "土地"]
    idle = first.set_index("carrier_no")
    used = now.set_index("carrier_no")
    freed = [
        no
        for no in idle.index
        if idle.land_status[no] in ("闲置", "低效") and used.land_status[no] not in ("闲置", "低效")
    ]
    return {
        ("Z30", "土地(亩)"): land[land.land_status.isin(["已收储净地", "批而未供"])].land_mu.sum(),
        ("Z30", "空置建筑(㎡)"): floors.vacant_area_m2.sum(),
        ("Z31", ""): share(floors.vacant_area_m2.sum(), floors.lettable_area_m2.sum()),
        ("Z32", "土地(亩)"): sum((idle.land_mu[no] for no in freed), Decimal(0)),
    }


def ladder(ledger: Ledger, month: str) -> Truth:
    rows, end = ledger("enterprise_titles", month), last_day(month)
    held = rows[rows.stage.isin(AWARDED) & rows.valid_to_date.map(lambda day: not isinstance(day, date) or day >= end)]
    new = held[held.award_date.map(lambda day: day.year == end.year)]
    pending = rows[rows.stage.isin(["已申报", "市推荐", "评审", "公示"])]
    applied = rows[rows.application_date.map(lambda day: isinstance(day, date) and day.year == end.year)]

    def firms(frame: pd.DataFrame, title: str) -> set[str]:
        return set(frame[frame.title_name == title].uscc)

    return {
        ("Z33", ""): len(firms(held, "升规(规上)")),
        ("Z34", "毛增"): len(firms(new, "升规(规上)")),
        ("Z34", "净增"): len(firms(new, "升规(规上)"))
        - int(((rows.title_name == "升规(规上)") & (rows.stage == "取消")).sum()),
        ("Z35", ""): len(firms(held, "升规(规上)") | firms(pending, "升规(规上)")),
        ("Z36", ""): len(firms(applied, "国家高企")),
        ("Z37", ""): len(firms(held, "国家高企")),
        ("Z38", ""): len(firms(held, "国家高企") | firms(pending, "国家高企")),
        ("Z39", "新增"): len(firms(new, "省级瞪羚")),
        ("Z39", "有效"): len(firms(held, "省级瞪羚")),
        ("Z40", "省级"): len(firms(held, "省级专精特新")),
        ("Z40", "市级"): len(firms(held, "市级专精特新")),
    }


def industry(ledger: Ledger, month: str) -> Truth:
    rows = ledger("industrial_months", month)
    output, before = rows.output_ytd_wan.sum(), rows.output_prior_ytd_wan.sum()
    return {
        ("Z41", ""): output,
        ("Z41", "增速"): share(output, before) - 1,
        ("Z42", "营业收入"): rows.revenue_ytd_wan.sum(),
        ("Z42", "利润总额"): rows.profit_ytd_wan.sum(),
        ("Z43", ""): share(rows.sales_ytd_wan.sum(), output),
        ("Z44", ""): share(rows.rd_expense_ytd_wan.sum(), rows.revenue_ytd_wan.sum()),
        ("Z47", "平均用工人数"): int(rows.employees.sum()),
    }


def services(ledger: Ledger, month: str) -> Truth:
    rows, grants, end = ledger("appeals", month), ledger("upgrade_subsidies", month), last_day(month)
    due = rows[rows.due_date <= end]
    in_time = due[
        due.closed_date.map(lambda day: isinstance(day, date)) & (due.closed_date.fillna(date.max) <= due.due_date)
    ]
    seen = rows[rows.is_visited.eq(True)]
    return {
        ("Z49", "申报"): len(grants),
        ("Z49", "兑现(万元)"): grants.amount_paid_wan.dropna().sum(),
        ("Z49", "兑现率"): share(grants.amount_paid_wan.dropna().sum(), grants.amount_approved_wan.dropna().sum()),
        ("Z50", "受理"): len(rows),
        ("Z50", "按时办结率"): share(len(in_time), len(due)),
        ("Z51", "解决率"): share(int(seen.is_solved.eq(True).sum()), len(seen)),
        ("Z51", "满意率"): share((seen.satisfaction == "满意").sum() + Decimal("0.9") * int((seen.satisfaction == "基本满意").sum()), len(seen)),
    }  # fmt: skip


def revenue(ledger: Ledger, month: str) -> Truth:
    found: Truth = {}
    for row in ledger("fiscal_revenue", month).itertuples():
        found |= {
            ("Z52", row.caliber): row.budget_revenue_ytd_wan,
            ("Z52", f"{row.caliber}同比"): share(row.budget_revenue_ytd_wan, row.prior_ytd_wan) - 1,
            ("Z53", row.caliber): share(row.budget_revenue_ytd_wan, row.budget_wan),
            ("Z54", row.caliber): share(row.tax_revenue_ytd_wan, row.budget_revenue_ytd_wan),
            ("Z55", row.caliber): row.tax_revenue_ytd_wan,
        }
    return found | {("Z55", "重点税源"): ledger("key_taxpayers", month).tax_paid_ytd_wan.sum()}


def companies(ledger: Ledger, month: str) -> Truth:
    books, leases, debts = ledger("company_operations", month), ledger("leases", month), ledger("debts", month)
    soon = debts[debts.maturity_date.map(lambda day: (day - last_day(month)).days <= 365)]
    return {
        ("Z56", "公司数"): len(books),
        ("Z56", "营业收入"): books.revenue_ytd_wan.sum(),
        ("Z56", "利润总额"): books.profit_ytd_wan.sum(),
        ("Z56", "资产负债率"): share(books.liabilities_wan.sum(), books.assets_wan.sum()),
        ("Z57", "租金收缴率"): share(leases.rent_received_wan.sum(), leases.rent_due_wan.sum()),
        ("Z58", "债务余额"): debts.balance_wan.sum(),
        ("Z58", "综合融资成本"): share((debts.balance_wan * debts.annual_rate).sum(), debts.balance_wan.sum()),
        ("Z58", "12个月内到期"): soon.balance_wan.sum(),
    }


def reform(ledger: Ledger, month: str) -> Truth:
    rows, letters = ledger("reform_tasks", month), ledger("supervision_letters", month)
    tasks = rows.drop_duplicates("task_no")
    reminders, pressing = (int((letters.letter_level == level).sum()) for level in (1, 2))
    replied = letters[letters.replied_date.map(lambda day: isinstance(day, date))]
    found: Truth = {
        ("Z59", "任务数"): len(tasks),
        ("Z59", "完成数"): int((tasks.task_status == "完成").sum()),
        ("Z60", ""): share(
            rows[rows.milestone_done_date.notna()].milestone_weight_rate.sum(), rows.milestone_weight_rate.sum()
        ),
        ("Z62", "提醒函"): reminders,
        ("Z62", "督办函"): pressing,
        ("Z62", "按期回复率"): share(int((replied.replied_date <= replied.reply_due_date).sum()), len(letters)),
    }
    if month == "2021-12":
        evidence, ranks = ledger("reform_evidence", "2021"), ledger("superior_assessments", "2021")
        found |= {("Z61", item): int(number) for item, number in evidence.groupby("reform_item").size().items()}
        found |= {("Z64", ""): int(ranks[ranks.dimension == "综合"]["rank"].iloc[0])}
    return found


def party(ledger: Ledger, month: str) -> Truth:
    quarter = containing(last_day(month), "quarter")
    orgs, firms = ledger("party_organizations", quarter), ledger("enterprise_party_building", quarter)
    return {
        ("Z65", "企业党建台账"): share(int((firms.formation != "未建").sum()), len(firms)),
        ("Z66", "党组织"): int(orgs.org_type.isin(["党委", "党总支", "党支部", "联合党支部"]).sum()),
        ("Z66", "联盟、共同体"): int(orgs.org_type.isin(["党建联盟", "党建共同体"]).sum()),
        ("Z66", "党员"): int((orgs.full_member_count + orgs.probationary_member_count).sum()),
        ("Z66", "活动"): len(so_far(ledger, "party_activities", month)),
    }
