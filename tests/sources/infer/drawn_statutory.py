"""More sheets: statutory statistics, statements, lists that change their shape on the way down."""

from __future__ import annotations

from tests.sources.infer.drawn import Drawn

SHEETS = [
    Drawn(
        "columns numbered by 甲, 乙, 1, 2 and signatures of several cells",
        """
指标名称|代码|本年|上年同期
甲|乙|1|2
小麦产量|01|10.5|9.5
玉米产量|02|8.5|7.5
单位负责人：|统计负责人：|填表人：张三|报出日期：
""",
        [1, 2],
        (3, 4),
        notes=[5],
    ),
    Drawn(
        "a signature line with gaps under the sum",
        """
序号|项目|投资|进度
1|甲项目|10.5|20
2|乙项目|8.5|30
合计||19|
填表人：王五||审核人：赵六|联系电话：12345
""",
        [1],
        (2, 3),
        totals=[4],
        notes=[5],
    ),
    Drawn(
        "a later group of a list fills columns that were empty so far",
        """
中文名|学名|保护级别||备注
哺乳纲||||
大熊猫|Ailuropoda|一级||
雪豹|Panthera|一级||
鸟纲||||
朱鹮|Nipponia||二级|仅限野外种群
丹顶鹤|Grus||二级|仅限野外种群
""",
        [1],
        (3, 7),
        sections=[2, 5],
        merges=("C1:D1", "A2:E2", "A5:E5"),
    ),
    Drawn(
        "the heading of a group right under the header, in the column of numbers",
        """
序号|学校|班级
城区（2所）||
1|一中|10
2|二中|20
乡镇（1所）||
1|三中|5
""",
        [1],
        (3, 6),
        sections=[2, 5],
    ),
    Drawn(
        "a statement whose headings end in a colon, between them items without values",
        """
项目|附注|期末余额|期初余额
流动资产：|||
货币资金|七、1|10.5|9.5
结算备付金|||
存货|七、2|8.5|7.5
应收账款|七、3|1.5|2.5
预付款项|七、4|1.5|2.5
流动资产合计||22|22
非流动资产：|||
长期应收款|||
固定资产|七、5|30|31
资产总计||52|53
""",
        [1],
        (3, 11),
        totals=[8, 12],
        sections=[2, 9],
    ),
    Drawn(
        "a list in words whose headings follow each other",
        """
中文名|学名|级别|备注
脊索动物门|||
哺乳纲|||
食肉目|||
大熊猫|Ailuropoda|一级|
雪豹|Panthera|一级|
鸟纲|||
朱鹮|Nipponia|一级|野外
丹顶鹤|Grus|二级|
""",
        [1],
        (5, 9),
        sections=[2, 3, 4, 7],
    ),
    Drawn(
        "ways of dividing the figures without a colon",
        """
指标|2024年1—5月份
|同比增长（%）
固定资产投资|4.5
分产业|
第一产业|3.5
第二产业|12.5
分地区|
东部地区|5.5
""",
        [1, 2],
        (3, 8),
        sections=[4, 7],
    ),
    Drawn(
        "a number that somebody left far below a table in words",
        """
时间|名称|部门|内容
2023年3月|意见甲|发改委|第一
2023年9月|意见乙|能源局|第二
2024年1月|意见丙|能源局|第三
~
~
~
~
|||12.5
""",
        [1],
        (2, 4),
        notes=[9],
    ),
]
