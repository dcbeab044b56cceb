"""Paths, units and kinds of columns."""

from __future__ import annotations

import pytest

from sources.infer.structure import ColumnKind
from sources.reader.measures import is_unit, split_unit, stated_units
from tests.sources.infer.pages import paths, table, units


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("绝对量（亿元）", "绝对量", "亿元"),
        ("2023年末(万元/人)", "2023年末", "万元/人"),
        ("比上年增长(%)(括号内为实际增速)", "比上年增长(括号内为实际增速)", "%"),
        ("诉求类型（一级诉求）", "诉求类型(一级诉求)", None),
        ("指数(上年同期=100)", "指数(上年同期=100)", None),
        ("出口额（万元、%）", "出口额(万元、%)", None),
        ("计划投资（单位：万元）", "计划投资", "万元"),
        ("合同额（含税，万元）", "合同额(含税)", "万元"),
        ("增长%", "增长", "%"),
        ("销售额，亿元", "销售额", "亿元"),
        ("90m2及以下", "90m2及以下", None),
        ("持股数（股）", "持股数", "股"),
        ("均价（元/500克）", "均价", "元/500克"),
        ("比去年同期±%", "比去年同期±", "%"),
        ("货币供应量:M2", "货币供应量:M2", None),
        ("项目单位：万元", "项目", "万元"),
        ("单位：万元", "单位:万元", None),
    ],
)
def test_the_unit_comes_out_of_the_name(text: str, name: str, unit: str | None) -> None:
    assert split_unit(text) == (name, unit)


@pytest.mark.parametrize(
    "text", ["亿元", "%", "（元）", "万标准箱", "元/㎡·月", "亿立方米", "个百分点", "万人次", "吨标准煤/万元"]
)
def test_units_are_known_by_their_form(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize("text", ["本月", "部门", "金额", "增速", "上月=100", "第一产业", "期末"])
def test_names_are_no_units(text: str) -> None:
    assert not is_unit(text)


def test_a_line_states_units() -> None:
    assert stated_units("编制部门：某局　　单位：万元、%") == ["万元", "%"]
    assert stated_units("单位：元 币种：人民币") == ["元"]
    assert stated_units("建设单位：某公司") == []


def test_parents_reach_over_blank_cells_that_nobody_merged() -> None:
    found = table("""
项目|期末余额||||期初余额|||
|账面余额||坏账准备||账面余额||坏账准备|
|金额|比例(%)|金额|计提比例(%)|金额|比例(%)|金额|计提比例(%)
单项计提|1.5|2|3|4|5|6|7|8
组合计提|1|2|3|4|5|6|7|8
""")  # fmt: skip
    assert list(paths(found).values()) == [
        "项目", "期末余额/账面余额/金额", "期末余额/账面余额/比例", "期末余额/坏账准备/金额", "期末余额/坏账准备/计提比例",
        "期初余额/账面余额/金额", "期初余额/账面余额/比例", "期初余额/坏账准备/金额", "期初余额/坏账准备/计提比例",
    ]  # fmt: skip
    assert units(found)["C"] == "%"


def test_a_merged_parent_ends_where_it_ends() -> None:
    found = table("""
指标|5月||全年
|绝对量（亿元）|同比（%）|计划（亿元）
零售额|39211.5|3.7|5000
餐饮|4274|5|600
""", "A1:A2", "B1:C1")  # fmt: skip
    assert paths(found) == {"A": "指标", "B": "5月/绝对量", "C": "5月/同比", "D": "全年/计划"}
    assert units(found) == {"A": None, "B": "亿元", "C": "%", "D": "亿元"}


def test_a_row_of_units_is_no_part_of_the_path() -> None:
    found = table("""
|环比涨跌幅|同比涨跌幅
|（%）|（%）
居民消费价格|0.3|-0.8
食品|0.4|-5.9
""", "A1:A2")  # fmt: skip
    assert paths(found) == {"A": "", "B": "环比涨跌幅", "C": "同比涨跌幅"}
    assert units(found) == {"A": None, "B": "%", "C": "%"}


def test_an_index_base_is_part_of_the_path() -> None:
    found = table("""
城市|环比|同比
|上月=100|上年同月=100
北京|99.1|94.7
天津|99.4|96.9
""", "A1:A2")  # fmt: skip
    assert paths(found)["B"] == "环比/上月=100"
    assert units(found)["B"] is None


def test_names_of_currencies_stay_names() -> None:
    found = table("日期|美元|欧元|日元\n2024-01-02|7.1|7.8|0.05\n2024-01-03|7.1|7.8|0.05")
    assert list(paths(found).values()) == ["日期", "美元", "欧元", "日元"]


def test_the_line_above_gives_the_unit_to_values_without_their_own() -> None:
    found = table("""
||单位：万元
企业|产值|增长（%）|户数（户）
甲|100.5|3.1|5
乙|200|2.1|6
""")  # fmt: skip
    assert units(found) == {"A": None, "B": "万元", "C": "%", "D": "户"}


def test_a_line_of_several_units_gives_each_column_the_one_that_its_name_says() -> None:
    found = table("""
单位：户、人
地区|家庭户数|人口数|性别比(女=100)
东区|10.5|30|101.5
西区|5|15|99.5
""")  # fmt: skip
    assert units(found) == {"A": None, "B": "户", "C": "人", "D": None}


def test_the_corner_of_a_header_states_the_unit_of_the_values() -> None:
    found = table("""
单位：百万元|2022年|2023年|2024年
营业收入|10.5|11.5|12.5
净利润|1.5|2.5|3.5
""")  # fmt: skip
    assert units(found) == {"A": None, "B": "百万元", "C": "百万元", "D": "百万元"}


def test_attributes_above_the_names_are_no_part_of_the_path() -> None:
    found = table("""
频率|月|月
指标名称|零售总额|出口金额
单位|亿元|万美元
2024-01|10.5|11.5
2024-02|1.5|2.5
""")  # fmt: skip
    assert paths(found) == {"A": "频率", "B": "零售总额", "C": "出口金额"}
    assert units(found) == {"A": None, "B": "亿元", "C": "万美元"}


def test_columns_without_a_unit_stand_in_the_row_of_units_as_well() -> None:
    found = table("""
地区|企业||说明
|个数|营业收入|
|（个）|（亿元）|没有单位
东区|10|10.5|甲
西区|5|5.5|乙
""", "A1:A3", "B1:C1", "D1:D2")  # fmt: skip
    assert units(found) == {"A": None, "B": "个", "C": "亿元", "D": None}
    assert paths(found)["D"] == "说明"


def test_numbers_of_columns_are_no_names_when_blank_cells_stand_between() -> None:
    found = table("""
项目||收入合计|拨款
编码|名称||
栏次||1|2
201|公共服务|10.5|11.5
204|公共安全|1.5|2.5
""")  # fmt: skip
    assert paths(found) == {"A": "项目/编码", "B": "项目/名称", "C": "收入合计", "D": "拨款"}


def test_cells_with_a_percent_sign_are_percents() -> None:
    found = table("类别|金额|比例\n单项|1,102,423,925.12|44.24%\n组合|1,389,362,075.63|55.76%")
    assert units(found) == {"A": None, "B": None, "C": "%"}
    assert [column.kind.value for column in found.columns] == ["text", "number", "percent"]


def test_kinds_of_identifiers_and_days() -> None:
    found = table(
        "序号|学校标识码|成立日期|办学层次|在校生数\n1|'4111010001|2001-01-02|本科|100\n2|'4111010002|2002-01-02|专科|200"
    )
    assert [column.kind.value for column in found.columns] == ["code", "code", "date", "text", "number"]


def test_amounts_of_one_length_under_a_group_are_no_codes() -> None:
    found = table("""
国别|进口||出口|
|当月|累计|当月|累计
甲国|'123456|'223456|'323456|'423456
乙国|'133456|'233456|'333456|'433456
""", "A1:A2", "B1:C1", "D1:E1")  # fmt: skip
    assert [column.kind for column in found.columns][1:] == [ColumnKind.NUMBER] * 4


def test_a_cell_left_beside_a_table_is_no_column() -> None:
    found = table("""
评级|说明
买入|领先15%以上|||已核
中性|相差5%以内|||
""")  # fmt: skip
    assert list(paths(found)) == ["A", "B"]


def test_header_and_data_merged_alike_are_one_column() -> None:
    found = table("""
指标|本月|||备注
产值|100.5|||无
投资|200|||缓报
""", "B1:D1", "B2:D2", "B3:D3")  # fmt: skip
    assert paths(found) == {"A": "指标", "B": "本月", "E": "备注"}
