"""What came of a year: investment promotion, projects, services, growing enterprises, technical upgrading, party, revenue."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from orchestration.reports.facts import ZONE, plain, yi
from orchestration.reports.paper import Block, Heading, Paragraph, listed, sentence
from orchestration.reports.year import Year, in_front, masked, passed

_OUTREACH = """
    select destination, sum(batches) as batches
    from fct_outreach
    where substr(period, 1, 4) = $year and is_outward
    group by destination
    order by batches desc, destination
"""
_ROUNDS = """
    select count(distinct period) as rounds
    from fct_obligations
    where form = 'talks' and substr(period, 1, 4) = $year and is_filed
"""
_EVENTS = "select count(*) as events from fct_service_events where substr(period, 1, 4) = $year"
_RANKED = """
    select indicator_name, rank, zone_count, document_no
    from fct_superior_assessments
    where period = $year and rank is not null and indicator_name is not null
    order by rank, indicator_name
"""
_ACTIVITIES = """
    select distinct activity_type
    from fct_party_activities
    where substr(period, 1, 4) = $year and activity_type is not null
    order by activity_type
"""
#: The scope in which the zone says its revenue.
LOCAL = "税收归属·地方级"
#: What may be called the best ever, and what the sentence calls it.
_BEST = {("Z01", ZONE): "项目数量", ("Z03", ZONE): "投资规模", ("Z45", "实管"): "科技含量"}


def promotion(year: Year) -> list[Block]:
    """Return talks, visits and signings."""
    facts = year.facts
    rounds = facts.rows(_ROUNDS, year=year.year)[0]["rounds"]
    trips = facts.rows(_OUTREACH, year=year.year)
    return [
        Heading("（一）双招双引", 2),
        sentence(
            "在谈项目半月一调度、一月一通报，全年调度", year.counted("talks", "在谈项目调度期数", rounds, "期"),
            "；外出招商", year.counted("outreach", "外出招商批次", int(sum(row["batches"] for row in trips)), "批次"),
            f"，到访{listed([row['destination'] for row in trips])}；新签约项目",
            year.figure("Z24"), "。",
        ),
    ]  # fmt: skip


def construction(year: Year) -> list[Block]:
    """Return the key projects, and what may be claimed of them."""
    blocks: list[Block] = [
        Heading("（二）项目建设", 2),
        sentence(
            "按清单、目标、责任推进项目，全年谋划实施重点项目", year.figure("Z01"), "，其中省级", year.figure("Z02a"),
            "、市级", year.figure("Z02b"), "；总投资", year.figure("Z03"), "，年度累计完成投资", year.figure("Z05"), "。",
        ),
    ]  # fmt: skip
    best = [name for (indicator, scope), name in _BEST.items() if year.is_best_ever(indicator, scope)]
    if best:
        blocks.append(sentence(f"{listed(best)}为有记录以来最好水平。"))
    return blocks + [_in_city(year, row) for row in year.facts.rows(_RANKED, year=year.year) if in_front(row["rank"])]


def _in_city(year: Year, row: dict[str, Any]) -> Paragraph:
    place = year.counted("superior_assessments", f"{row['indicator_name']}全市位次", row["rank"], "位")
    among = year.counted("superior_assessments", f"{row['indicator_name']}参评开发区数", row["zone_count"], "个")
    return sentence(f"{row['indicator_name']}走在全市前列，列第", place, "（共", among, f"，{row['document_no']}）。")


def services(year: Year) -> list[Block]:
    """Return the service centre, events, appeals, works and plans; names and amounts that are masked stay so."""
    blocks: list[Block] = [Heading("（三）企业服务", 2)]
    for row in year.at_last("fct_service_centers", "center_name"):
        amount = masked("service_centers", "investment_wan") or f"{plain(row['investment_wan'])}万元"
        shown = year.counted("service_centers", "企业综合服务中心投资额", amount)
        use = "已投入使用，审批事项集中办理" if row["is_open"] else "正在建设"
        blocks.append(sentence("投资", shown, f"的企业综合服务中心{use}。"))
    events = year.facts.rows(_EVENTS, year=year.year)[0]["events"]
    appeals = year.at_last("fct_appeals", "case_no")
    solved = sum(row["is_closed"] is True for row in appeals)
    blocks.append(
        sentence(
            "举办企业家沙龙、座谈会", year.counted("service_events", "企业活动期数", events, "期"),
            "；受理企业诉求", year.counted("appeals", "企业诉求数", len(appeals), "件"),
            "，办结", year.counted("appeals", "办结企业诉求数", solved, "件"), "。",
        )
    )  # fmt: skip
    works = [_work(row) for row in year.at_last("fct_infrastructure_works", "work_kind, work_name")]
    plans = [row for row in year.at_last("fct_plans", "plan_name") if row["is_approved"]]
    if works:
        number = year.counted("infrastructure_works", "基础设施工程数", len(works), "项")
        blocks.append(sentence("实施基础设施工程", number, f"：{listed(works)}。"))
    if plans:
        names = [masked("plans", "plan_name") or row["plan_name"] for row in plans]
        blocks.append(sentence(f"{listed(names)}编制完成并获批复。"))
    return blocks


def _work(row: dict[str, Any]) -> str:
    hidden = masked("infrastructure_works", "work_name")
    kind = "工程" if row["work_kind"] == "其他" else row["work_kind"]
    name = f"{hidden}{kind}" if hidden else row["work_name"]
    return f"{name}（{'已完工' if row['is_completed'] else '在建'}）"


def growth(year: Year) -> list[Block]:
    """Return the ladder of titles: what is not final is printed with 预计."""
    gained, scale = year.number("Z34"), year.number("Z35")
    before = None if scale is None or gained is None else scale - gained
    return [
        Heading("（四）企业培育", 2),
        sentence(
            "申报高企", year.figure("Z36"), f"，{year.expected('Z38')}高企总数", year.figure("Z38"),
            f"{passed(year.number('Z38'), year.number('Z37'))}；",
            f"{year.expected('Z34')}新增规上企业", year.figure("Z34"),
            f"，{year.expected('Z35')}规上企业总数", year.figure("Z35"), f"{passed(scale, before)}。",
        ),
        sentence(
            "新增省级瞪羚", year.figure("Z39a"), "，共有省级瞪羚", year.figure("Z39b"), "；省级专精特新",
            year.figure("Z40a"), "，市级专精特新", year.figure("Z40b"), "。",
        ),
    ]  # fmt: skip


def upgrading(year: Year) -> list[Block]:
    """Return the subsidies for technical upgrading."""
    rows = year.at_last("fct_upgrade_subsidies", "application_no")
    firms = len({row["uscc"] or row["enterprise_name"] for row in rows})
    approved = yi(sum((row["amount_approved_wan"] or Decimal(0) for row in rows), start=Decimal(0)))
    return [
        Heading("（五）技术改造", 2),
        sentence(
            "实施工业技改普惠性奖补，申报企业", year.counted("upgrade_subsidies", "技改奖补申报企业数", firms, "家"),
            "，核定奖补", year.counted("upgrade_subsidies", "技改奖补核定额", approved or 0, "亿元"), "。",
        ),
    ]  # fmt: skip


def party(year: Year) -> list[Block]:
    """Return party building on the chain."""
    alliances = year.at_last("fct_party_alliances", "alliance_name")
    kinds: dict[str, int] = {}
    for row in year.at_last("fct_party_organizations", "org_name"):
        kinds[row["org_type"]] = kinds.get(row["org_type"], 0) + 1
    joint = sorted(kind for kind in kinds if kind.startswith(("联合", "党建")))
    parts: list[Any] = []
    for kind in joint:
        parts += [kind, year.counted("party_organizations", f"{kind}数", kinds[kind], "个"), "、"]
    activities = year.facts.rows(_ACTIVITIES, year=year.year)
    return [
        Heading("（六）党建引领", 2),
        sentence("支部建在链上，建有", *(parts[:-1] or ["—"]), f"；成立{listed([row['alliance_name'] for row in alliances])}。"),
        sentence(
            "开展活动", year.figure("Z66d"),
            f"，包括{listed([row['activity_type'] for row in activities])}。",
        ),
    ]  # fmt: skip


def revenue(year: Year) -> list[Block]:
    """Return the budget revenue of the year."""
    return [
        Heading("（七）财税建设", 2),
        sentence("一般公共预算收入", year.figure("Z52", LOCAL), "，预算完成率", year.figure("Z53", LOCAL), "，税收占比", year.figure("Z54", LOCAL), "。"),
    ]  # fmt: skip
