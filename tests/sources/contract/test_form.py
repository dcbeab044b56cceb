"""A contract that is wrong says which file and which key."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from sources.contract import ContractError, load_catalog
from sources.contract.catalog import CODES
from sources.contract.units import UNITS

GOOD = """
title: 试验表
code: F90
grain: 每月一行
period: month
key: [name]
fields:
  name: {title: 名称, type: text, required: true}
  amount_wan: {title: 金额, type: money, unit: 万元}
"""


def load(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "office"
    folder.mkdir(exist_ok=True)
    (folder / "trial.yaml").write_text(text, encoding="utf-8")
    load_catalog(tmp_path, CODES)


def test_a_good_form_loads(tmp_path: Path) -> None:
    load(tmp_path, GOOD)
    form = load_catalog(tmp_path, CODES).form("试验表")
    assert (form.id, form.department, form.required) == ("trial", "office", ("name",))


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ("grain: 每月一行", "grian: 每月一行", "grian", "不认识的键"),
        ("title: 试验表\n", "", "title", "缺少这个键"),
        ("amount_wan", "amount", "", "必须以 _wan 结尾"),
        ("unit: 万元", "unit: 亿元", "amount_wan", "单位必须是万元"),
        ("type: money, unit: 万元", "type: number, unit: 两", "amount_wan", "不认识的单位"),
        ("key: [name]", "key: [nmae]", "", "没有字段 nmae"),
        ("type: text", "type: txet", "fields.name.type", ""),
        ("type: text", "type: enum", "fields.name", "values"),
        ("type: text", "type: enum, list: nowhere", "fields.name.list", "没有代码表"),
        ("title: 金额", "title: 名称", "", "已用于 name"),
        ("name:", "submission_id:", "", ""),
        ("period: month", "period: monht", "period", ""),
        ("unit: 万元", "unit: 万元, opens_with: name", "", "没有同类型的字段 name"),
        ("unit: 万元", "unit: 万元, prefilled: same, a_year_ago: amount_wan", "", "只能写一个"),
        ("type: text, required: true", "type: text, names: enterprise", "fields.name", "list 字段"),
        ("period: month", "period: month\nrestricted: 统计", "restricted", ""),
        (
            "fields:",
            "rules: {B99x1: {about: a, says: b, sql: c, level: notice, fields: [name]}}\nfields:",
            "",
            "规则编码",
        ),
        ("title: 试验表", "title: [", "", "不是合法的 YAML"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(tmp_path: Path, old: str, new: str, key: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(ContractError) as raised:
        load(tmp_path, GOOD.replace(old, new))
    message = str(raised.value)
    assert "trial.yaml" in message
    assert key in message
    assert said in message


def test_a_folder_that_is_no_department_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nowhere").mkdir()
    (tmp_path / "nowhere" / "trial.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(ContractError, match="不是部门"):
        load_catalog(tmp_path, CODES)


@pytest.mark.parametrize(
    ("unit", "base", "factor"),
    [
        ("亿元", "万元", "10000"),
        ("千元", "万元", "0.1"),
        ("元", "万元", "0.0001"),
        ("公顷", "亩", "15"),
        ("%", "%", "0.01"),
    ],
)
def test_units_convert_exactly(unit: str, base: str, factor: str) -> None:
    assert (UNITS[unit].base, UNITS[unit].factor) == (base, Decimal(factor))


def test_the_zone_has_its_forms() -> None:
    assert {form.code: form.title for form in load_catalog()} == {
        "F01": "重点项目月度调度表",
        "F02": "招商在谈项目台账",
        "F02b": "领导外出招商台账",
        "F03": "签约项目台账",
        "F04a": "项目手续节点台账",
        "F04b": "项目履约监管台账",
        "F05": "载体资源台账",
        "F05b": "载体入驻企业明细",
        "F06": "企业名录",
        "F07": "企业培育库",
        "F08": "规上工业企业月报",
        "F08a": "规上工业汇总表",
        "F09": "企业诉求办理台账",
        "F10": "工业技改奖补申报台账",
        "F11": "财税收入月报",
        "F11b": "重点税源企业月报",
        "F12": "改革任务台账",
        "F13": "督办提醒函台账",
        "F14a": "绩效考核指标库",
        "F14b": "绩效考核完成情况表",
        "F14c": "绩效考核加减分台账",
        "F14d": "党工委评价表",
        "F15": "改革考核证据台账",
        "F15b": "综合发展水平考核结果",
        "F16": "平台公司资产台账",
        "F17": "平台公司租赁台账",
        "F18": "平台公司债务台账",
        "F18b": "平台公司经营月报",
        "F19a": "党组织台账",
        "F19b": "企业党建台账",
        "F19c": "党建活动台账",
        "F19d": "党建联盟（基地）台账",
        "F20a": "企业综合服务中心运行情况表",
        "F20b": "企业家沙龙座谈台账",
        "F20c": "基础设施工程台账",
        "F20d": "规划编制台账",
        "F20e": "政策文件库",
    }
