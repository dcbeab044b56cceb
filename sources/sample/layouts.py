"""How each department lays out its other forms: neatly in the report's year, in its own changing ways in recent months."""

from __future__ import annotations

from sources.contract import Form
from sources.sample.layout import Layout

_DATED = ("填报单位：{department}　　　填报时间：{period}末",)
_WAN = ("填报单位：{department}", "单位：万元")

#: Form → layouts that take turns from month to month.
LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "talks": (
        Layout("{period}在谈项目调度表", "在谈", alias=1, money="亿元", dates="cn_date", own=("调度意见",)),
        Layout("招商项目进展情况表（{period}）", "项目", alias=2, dates="dot_date", last=("leader_name",), above=_DATED),
    ),
    "signings": (
        Layout("{period}签约项目情况表", "签约", alias=1, money="亿元", dates="dot_date"),
        Layout("签约项目转化台账（{period}）", "签约转化", under=("实际到位资金",), dates="cn_date", own=("专班",)),
    ),
    "outreach": (
        Layout("{period}主要领导外出招商情况表", "外出招商", alias=1, dates="cn_date"),
        Layout("招商活动台账（{period}）", "活动", last=("batches",)),
    ),
    "carriers": (
        Layout("{period}载体资源摸排表", "载体", alias=1, group="carrier_kind", own=("摸排人",)),
        Layout("可用载体台账（{period}）", "可用载体", dates="slash_date"),
    ),
    "carrier_tenants": (
        Layout("{period}载体租户明细", "租户", alias=1, order=("carrier_no",), merge=("carrier_no", "carrier_name", "carrier_area_m2")),
        Layout("厂房楼宇入驻企业情况表（{period}）", "入驻企业", dates="dot_date"),
    ),
    "project_milestones": (
        Layout("{period}项目手续办理台账", "手续", merge=("project_no", "project_name", "project_code"), dates="dot_date"),
        Layout("五证办理情况表（{period}）", "五证", alias=1, dates="cn_date", own=("窗口",)),
    ),
    "project_performance": (
        Layout("{period}投资协议履约情况表", "履约", under=("协议", "实际"), dates="cn_date"),
        Layout("标准地履约监管表（{period}）", "标准地", alias=1, money="亿元"),
    ),
    "industrial_months": (
        Layout("{period}规上工业企业生产经营情况表", "工业", under=("工业总产值(当年价)", "工业销售产值", "其中:出口交货值"), money="千元"),
        Layout("规上工业企业主要指标月报（{period}）", "主要指标", alias=1, above=_WAN, last=("scope",)),
    ),
    "industrial_summary": (
        Layout("{period}规上工业汇总表", "工业汇总", alias=1, money="亿元"),
        Layout("规上工业主要指标汇总表（{period}）", "汇总表", above=_WAN),
    ),
    "upgrade_subsidies": (
        Layout("{period}技改奖补申报台账", "技改奖补", under=("设备(含软件)投资额",), dates="dot_date"),
        Layout("技术改造奖补申报汇总表（{period}）", "汇总", alias=1, money="元", own=("初审人",)),
    ),
    "appeals": (
        Layout("{period}企业诉求办理情况表", "诉求", alias=1, dates="cn_date", own=("包案领导",)),
        Layout("企业问题交办台账（{period}）", "交办", order=("responsible_department",), merge=("responsible_department",)),
    ),
    "service_centers": (Layout("{period}企业综合服务中心月报", "服务中心", alias=1),),
    "service_events": (Layout("企业家沙龙台账（{period}）", "沙龙", alias=1, dates="cn_date"),),
    "fiscal_revenue": (
        Layout("{period}财税收入情况表", "财政收入", alias=1, above=_WAN),
        Layout("一般公共预算收入月报（{period}）", "收入", money="亿元", under=("一般公共预算收入",), last=("scope",)),
        Layout("{period}财政收入完成情况表", "收入完成情况", alias=1, above=_WAN, items_down=True),
    ),
    "key_taxpayers": (
        Layout("{period}重点税源企业纳税情况表", "重点税源", alias=1, money="元"),
        Layout("重点税源月报（{period}）", "税源", under=("其中:",), above=_WAN),
    ),
    "platform_assets": (
        Layout("{period}平台公司资产明细表", "资产", group="company", dates="dot_date"),
        Layout("国有平台公司资产清单（{period}）", "资产清单", alias=1, money="亿元", dates="cn_date"),
    ),
    "leases": (
        Layout("{period}房产租赁台账", "租赁", alias=1, money="元", dates="slash_date"),
        Layout("租金收缴台账（{period}）", "租金", dates="cn_date", own=("催缴情况",)),
    ),
    "debts": (
        Layout("{period}平台公司融资债务台账", "债务", alias=1, dates="dot_date", group="company"),
        Layout("国有平台公司债务明细表（{period}）", "债务明细", money="亿元", under=("下期还本",)),
    ),
    "company_operations": (
        Layout("{period}平台公司经营情况月报", "经营", under=("营业收入",)),
        Layout("国有平台公司经营情况表（{period}）", "经营情况", alias=1, money="千元"),
    ),
    "supervision_letters": (
        Layout("{period}提醒函督办函台账", "函件", alias=1, dates="dot_date"),
        Layout("督查督办台账（{period}）", "督办", dates="cn_date", own=("督办专员",)),
    ),
    "assessment_points": (Layout("{period}考核加分减分事项表", "加减分", alias=1, dates="cn_date"),),
    "policy_documents": (Layout("管委会政策文件清单（{period}）", "文件", alias=1, dates="cn_date"),),
    "party_activities": (
        Layout("{period}党建活动登记表", "活动", alias=1, dates="dot_date"),
        Layout("新三会一课台账（{period}）", "三会一课", order=("host_org",), merge=("host_org",)),
    ),
    "party_organizations": (Layout("两新党组织名册（{period}）", "党组织", alias=1, dates="cn_date", own=("联系电话",)),),
    "enterprise_party_building": (Layout("非公企业党建工作台账（{period}）", "企业党建", alias=1, last=("row_no",)),),
    "party_alliances": (Layout("{period}产业联盟台账", "联盟", alias=1, dates="cn_date"),),
    "infrastructure_works": (
        Layout("{period}配套工程进展表", "工程", alias=1, money="亿元", dates="dot_date"),
        Layout("基础设施建设台账（{period}）", "基础设施", group="work_kind"),
    ),
    "plans": (Layout("专项规划台账（{period}）", "规划", alias=1, own=("编制单位",)),),
}  # fmt: skip


def layout_of(form: Form, variant: int | None) -> Layout:
    """Return the layout of a form: the neat one that keeps to the form's own words, or one of its department's."""
    if variant is None:
        return Layout(f"{form.title}（{{period}}）", form.title[:28])
    own = LAYOUTS[form.id]
    return own[variant % len(own)]
