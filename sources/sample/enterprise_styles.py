"""How the enterprise service department lays out its two forms (F06, F07), often as two sheets of one workbook."""

from __future__ import annotations

from sources.sample.style import Shown, Style

_SIGNED = "填表人：{filler}　　复核人：{reviewer}"

REGISTER = Style(
    title="{period}企业名录库",
    sheet="企业名录",
    above=("填报单位：{department}",),
    below=("注：数据来源于登记机关推送和现场核实。", _SIGNED),
    columns=(
        Shown("row_no", ("序号",)),
        Shown("enterprise_name", ("单位详细名称",)),
        Shown("uscc", ("社会信用代码",)),
        Shown("registration_status", ("经营状态",)),
        Shown("enterprise_type", ("企业类型",)),
        Shown("registration_type", ("注册类型",)),
        Shown("unit_type", ("单位类型",)),
        Shown("registration_authority", ("登记机关",)),
        Shown("region_code", ("区划代码",)),
        Shown("established_date", ("成立时间",), spell="cn_date"),
        Shown("operation_from_date", ("经营期限自",)),
        Shown("operation_to_date", ("经营期限至",), fallback="长期"),
        Shown("domicile", ("注册地址",)),
        Shown("operating_address", ("实际经营地址",)),
        Shown("registered_capital_wan", ("注册资金（万元）",)),
        Shown("currency", ("币种",)),
        Shown("legal_representative", ("法人代表",)),
        Shown("industry_code", ("国民经济行业代码",)),
        Shown("ended_date", ("注销日期",), fallback="—"),
        Shown("area", ("所属片区",)),
        Shown("scope", ("口径",)),
        Shown("land_mu", ("用地面积（亩）",), fallback="—"),
        Shown("tenure", ("厂房性质",)),
        Shown("leader_name", ("包保领导",)),
        Shown("steward_name", ("企业管家",)),
        Shown(None, ("走访记录",)),
        Shown("data_source", ("数据来源",)),
        Shown("updated_date", ("更新日期",), spell="dot_date"),
        Shown("duplicate_flag", ("重码处理",)),
    ),
)

LADDER = Style(
    title="企业梯度培育库（{period}）",
    sheet="企业培育库",
    above=("填报单位：{department}", "单位：万元"),
    below=("备注：有效期届满未复核的不再计数。", _SIGNED),
    columns=(
        Shown("row_no", ("序号",)),
        Shown("enterprise_name", ("企业全称",)),
        Shown("uscc", ("统一社会信用代码",)),
        Shown("title_name", ("称号",), spell="short"),
        Shown("title_level", ("称号级别",)),
        Shown("application_type", ("申报类型",)),
        Shown("stage", ("当前阶段",)),
        Shown("batch", ("批次",)),
        Shown("application_date", ("申报时间",), spell="dot_date"),
        Shown("award_date", ("认定时间", "获批日期"), spell="cn_date"),
        Shown("document_no", ("认定时间", "公布文号")),
        Shown("certificate_no", ("证书编号",)),
        Shown("valid_from_date", ("有效期", "起")),
        Shown("valid_to_date", ("有效期", "止")),
        Shown("revenue_prior_wan", ("上年营收（亿元）",), unit="亿元"),
        Shown("revenue_growth_rate", ("营收增速（%）",), unit="%"),
        Shown("rd_expense_wan", ("研发投入（千元）",), unit="千元"),
        Shown("ip_count", ("知识产权数量",)),
        Shown("statistics_profession", ("升规专业",), fallback="/"),
        Shown("revenue_ytd_wan", ("累计主营收入",), spell="comma"),
        Shown("coach_name", ("辅导人",)),
        Shown("gap_text", ("存在缺项",)),
        Shown("next_step_text", ("下步措施",)),
        Shown("exit_reason", ("退库原因",)),
    ),
)
