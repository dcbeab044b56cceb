"""Where tables lie and what their rows are, on sheets as departments draw them."""

from __future__ import annotations

import pytest

from tests.sources.infer import drawn_official, drawn_plain, drawn_statutory
from tests.sources.infer.drawn import Drawn
from tests.sources.infer.pages import table, tables


@pytest.mark.parametrize(
    "drawn", [*drawn_plain.SHEETS, *drawn_official.SHEETS, *drawn_statutory.SHEETS], ids=lambda drawn: drawn.about
)
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
