"""More sheets: statistics, budgets, reports, with headers of several lines."""

from __future__ import annotations

from tests.sources.infer.drawn import Drawn

SHEETS = [
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
