"""Where tables lie and what their rows are, on sheets as departments draw them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.sources.infer.pages import table, tables


@dataclass(frozen=True)
class Drawn:
    """A sheet with one table, and what its rows are."""

    about: str
    sheet: str
    header: list[int]
    data: tuple[int, int]
    totals: list[int] = field(default_factory=list)
    sections: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    merges: tuple[str, ...] = ()


SHEETS = [
    Drawn(
        "title, unit line, header, sum",
        """
重点项目投资完成情况
编制单位：某局||单位：万元
项目名称|总投资|本月完成
甲项目|1000|20.5
乙项目|2000|30
合计|3000|50.5
""",
        [3],
        (4, 5),
        totals=[6],
        units=[2],
        merges=("A1:C1",),
    ),
    Drawn(
        "sum first",
        """
分组|企业数|产值
总计|30|300.5
制造业|10|100
采矿业|20|200.5
""",
        [1],
        (3, 4),
        totals=[2],
    ),
    Drawn(
        "not at A1, between other lines",
        """
~
||企业基本情况（单位：万元）
~
||企业名称|注册资本|从业人数（人）
||甲公司|1000|20
||乙公司|2000|30
~
||填报人：张三||填报日期：2024年3月
""",
        [4],
        (5, 6),
        notes=[8],
        units=[2],
    ),
    Drawn(
        "two rows, not merged",
        """
序号|项目名称|投资（万元）||备注
||总投资|已完成|
1|甲项目|1000.5|200|
2|乙项目|2000|300|停工
""",
        [1, 2],
        (3, 4),
    ),
    Drawn(
        "six rows of metadata",
        """
指标名称|GDP:当季值|CPI:当月同比
频率|季|月
单位|亿元|%
指标ID|M0001395|M0000612
来源|国家统计局|国家统计局
更新时间|2024-04-16|2024-05-11
2024-04||0.3
2024-03|296299.4|0.1
数据来源：国家统计局
""",
        [1, 2, 3, 4, 5, 6],
        (7, 8),
        notes=[9],
        units=[3],
    ),
    Drawn(
        "column numbers under the header",
        """
指标名称|代码|本年||上年同期|
||本月|累计|本月|累计
甲|乙|1|2|3|4
总投资|01|100.5|200|90|180
民间投资|02|50|60.5|40|50
单位负责人：张三||填表人：李四||报出日期：2024年4月5日|
""",
        [1, 2, 3],
        (4, 5),
        notes=[6],
        merges=("C1:D1", "E1:F1"),
    ),
    Drawn(
        "years as numbers under groups",
        """
指标|工业增加值|||固定资产投资||
|2021|2022|2023|2021|2022|2023
全市|100|110|120|50|60|70
区县|10|11|12|5|6|7
""",
        [1, 2],
        (3, 4),
        merges=("B1:D1", "E1:G1", "A1:A2"),
    ),
    Drawn(
        "years as numbers, nothing merged",
        """
指标|工业增加值|||固定资产投资||
|2021|2022|2023|2021|2022|2023
全市|100|110|120|50|60|70
区县|10|11|12|5|6|7
""",
        [1, 2],
        (3, 4),
    ),
    Drawn(
        "a word among the numbers of the first record",
        """
物资|数量|有效期
帐篷|若干|长期
棉被|100|2024年5月
水泵|20|2024年6月
""",
        [1],
        (2, 4),
    ),
    Drawn(
        "formulas of columns under the header",
        """
项目|预算|执行|差额
|A|B|C=B-A
住房|100|90|-10
教育|50|60|10
""",
        [1, 2],
        (3, 4),
    ),
    Drawn(
        "headings between rows",
        """
产品名称|单位|价格（元）|涨跌幅（%）
一、黑色金属|||
螺纹钢|吨|3858.5|-1.3
线材|吨|4063.7|-1.3
二、有色金属|||
电解铜|吨|68880.7|0.8
""",
        [1],
        (3, 6),
        sections=[2, 5],
    ),
    Drawn(
        "headings in the column of numbers, and numbered ones",
        """
序号|学校名称|地址|电话
一|公办学校||
1|一中|东街|123
2|二中|西街|456
民办学校|||
3|三中|南街|789
""",
        [1],
        (3, 6),
        sections=[2, 5],
    ),
    Drawn(
        "a statement, whose line items may be empty",
        """
项目|附注|2024年半年度|2023年半年度
一、营业总收入||1,000.00|2,000.00
其中：营业收入|七、61|1,000.00|2,000.00
利息收入|||
已赚保费|||
手续费及佣金收入|||
二、营业总成本||900.00|1,800.00
五、净利润||100.00|200.00
""",
        [1],
        (2, 8),
    ),
    Drawn(
        "a balance sheet with two sides",
        """
资产负债表|||||
资产|期末余额|期初余额|负债和所有者权益|期末余额|期初余额
流动资产：|||流动负债：||
货币资金|1.5|2|短期借款|3|4
应收账款|1|2|应付账款|3|4
流动资产合计|2.5|4|流动负债合计|6|8
""",
        [2],
        (4, 5),
        totals=[6],
        sections=[3],
        merges=("A1:F1",),
    ),
    Drawn(
        "a form that is still empty",
        """
设备采购申请表
序号|名称|规格型号|数量|金额
1||||
2||||
合计||||
经办人：||审核人：||
""",
        [2],
        (3, 4),
        totals=[5],
        notes=[6],
        merges=("A1:E1",),
    ),
    Drawn(
        "groups of rows with blank lines, a second language, notes",
        """
3-1 各地区年末人口
单位：万人
地 区|2019|2020|2021
Region|||
~
全 国|141008|141212|141260
~
北 京|2190|2189|2189
天 津|1385|1387|1373
注：1.本表为抽样调查推算数。
2.不含港澳台。
资料来源：统计局
""",
        [3, 4],
        (6, 9),
        notes=[10, 11, 12],
        units=[2],
    ),
    Drawn(
        "rows merged downwards, sums of parts",
        """
区县|街道|户数|人口
东区|一街|10|30.5
|二街|20|60
|小计|30|90.5
西区|三街|5|15
|小计|5|15
总计||35|105.5
""",
        [1],
        (2, 5),
        totals=[4, 6, 7],
        merges=("A2:A4", "A5:A6"),
    ),
    Drawn(
        "a group over some of the columns, alone in its row",
        """
制造业采购经理指数||||
|||单位：%|
|PMI||||
|||生产|新订单
2023年5月|48.8||49.6|48.3
2023年6月|49.0||50.3|48.6
""",
        [3, 4],
        (5, 6),
        units=[2],
        merges=("A1:E1", "B3:E3"),
    ),
    Drawn(
        "explanations under the rows are notes",
        """
股东名称|股东性质|持股比例|持股数量
甲集团|国有法人|39.96%|1,594,808,628
张三|境内自然人|1.02%|40,000,000
上述股东关联关系的说明|公司未知上述股东之间是否存在关联关系或一致行动。||
""",
        [1],
        (2, 3),
        notes=[4],
        merges=("B4:D4",),
    ),
    Drawn(
        "one column of values, the labels without a name",
        """
各区人口
|人口（万人）
东区|12.5
西区|13
""",
        [2],
        (3, 4),
    ),
    Drawn(
        "pairs of label and value above the table",
        """
项目名称|新材料项目|建设单位|甲公司
联系人|张三|电话|13800000000
序号|设备名称|数量|金额（万元）
1|车床|2|30
2|铣床|3|40.5
""",
        [3],
        (4, 5),
    ),
]


@pytest.mark.parametrize("drawn", SHEETS, ids=lambda drawn: drawn.about)
def test_rows_are_told_apart(drawn: Drawn) -> None:
    found = table(drawn.sheet, *drawn.merges)
    assert (found.header, found.data) == (drawn.header, drawn.data)
    assert (found.totals, found.sections) == (drawn.totals, drawn.sections)
    assert [row for row in found.notes if row > found.data[1]] == drawn.notes
    assert [row for row in found.units if row not in found.header or drawn.units] == drawn.units


def spans(sheet: str, *merges: str) -> list[tuple[list[int], tuple[int, int], str]]:
    return [(found.header, found.data, found.columns[0].letter) for found in tables(sheet, *merges)]


def test_stacked_tables_with_and_without_a_line_between() -> None:
    assert spans("""
表1 收入
项目|金额
甲|1.5
乙|2
表2 支出
项目|金额
丙|3.5
丁|4
~
灾种|等级|描述
洪水|一级|严重
""") == [([2], (3, 4), "A"), ([6], (7, 8), "A"), ([10], (11, 11), "A")]  # fmt: skip


def test_a_short_table_above_a_wider_one() -> None:
    assert spans("""
统计项|数量
全部记录|989
一级保护|235
序号|中文名|拉丁学名|级别
1|蜂猴|Nycticebus|一级
2|倭蜂猴|Nycticebus b|一级
""") == [([1], (2, 3), "A"), ([4], (5, 6), "A")]  # fmt: skip


def test_a_header_printed_again_begins_another_table() -> None:
    assert spans("""
序号|学校|地址
1|一中|东街
2|二中|西街
序号|学校|地址
3|三中|南街
""") == [([1], (2, 3), "A"), ([4], (5, 5), "A")]  # fmt: skip


def test_sections_of_a_report_with_a_title_and_a_header_each() -> None:
    assert spans("""
报告期末母公司在职员工的数量（人）|1,234
专业构成|
专业构成类别|专业构成人数（人）
生产人员|3,000
合计|3,500
教育程度|
教育程度类别|数量（人）
本科|1,000
专科|2,500
""", "A2:B2", "A6:B6") == [([3], (4, 4), "A"), ([7], (8, 9), "A")]  # fmt: skip


def test_a_text_table_under_a_blank_line_and_a_title() -> None:
    assert spans("""
灾种|等级|描述
洪水|一级|严重
地震|二级|较重
~
应急物资
品类|储备点
帐篷|东库
""") == [([1], (2, 3), "A"), ([6], (7, 7), "A")]  # fmt: skip


def test_side_by_side_with_a_blank_column_between() -> None:
    assert spans("""
表1 左|||| 表2 右||
地区|产值||企业|人数|产量
北京|12.5||甲公司|100|5
天津|13||乙公司|200|6
河北|14||||
""") == [([2], (3, 5), "A"), ([2], (3, 4), "D")]  # fmt: skip


def test_the_same_header_twice_is_two_tables() -> None:
    assert spans("""
城市|环比|同比|城市|环比|同比
北京|99.1|94.7|唐山|99.3|93.9
天津|99.4|96.9|丹东|99.7|94.3
""") == [([1], (2, 3), "A"), ([1], (2, 3), "D")]  # fmt: skip


def test_different_halves_under_one_sum_are_one_table() -> None:
    found = table("""
本年收入||本年支出|
项目|预算数|项目|预算数
财政拨款|100.5|公共服务|80
事业收入|20|教育|40.5
收入总计|120.5|支出总计|120.5
""", "A1:B1", "C1:D1")  # fmt: skip
    assert (found.data, found.totals, found.columns[-1].letter) == ((3, 4), [5], "D")


@pytest.mark.parametrize(
    "sheet", ["目录\n一、概况\n二、附表", "联系人|张三|电话|13800000000", "说明|\n本表每月报送。|", ""]
)
def test_prose_contents_and_cards_hold_no_table(sheet: str) -> None:
    assert tables(sheet) == []
