"""A form proposed from one edition of a sheet reads the next one: other numbers, another period, a row more."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sources.contract import Catalog, load_catalog
from sources.infer.detect import tables_of
from sources.infer.propose import propose
from sources.reader.model import Table
from sources.reader.read import Chosen, read_sheets
from sources.reader.workbook import Workbook
from tests.sources.infer.pages import page

CATALOG = load_catalog()


@dataclass(frozen=True)
class Edition:
    """Two editions of a sheet, and the rows that the second has."""

    about: str
    first: str
    second: str
    rows: list[int]
    merges: tuple[str, ...] = ()


EDITIONS = [
    Edition(
        "months across",
        "部门|1月|2月|3月|合计\n甲|1.5|2.5|3.5|7.5\n乙|2.5|3.5|4.5|10.5",
        "部门|1月|2月|3月|合计\n甲|4.5|2.5|3.5|10.5\n乙|2.5|3.5|4.5|10.5\n丙|1.5|1.5|1.5|4.5",
        [2, 3, 4],
    ),
    Edition(
        "years as numbers",
        "地区|2022|2023|2024\n甲|1.5|2.5|3.5\n乙|2.5|3.5|4.5",
        "地区|2023|2024|2025\n甲|2.5|3.5|5.5\n乙|3.5|4.5|6.5",
        [2, 3],
    ),
    Edition(
        "percent behind names, units in the row of names",
        "景区|接待||收入|\n|万人次|同比%|万元|同比%\n甲|1.5|2.5|3.5|4.5\n乙|2.5|3.5|4.5|5.5",
        "景区|接待||收入|\n|万人次|同比%|万元|同比%\n丙|1.5|2.5|3.5|4.5\n乙|2.5|3.5|4.5|6.5",
        [3, 4],
    ),
    Edition(
        "four levels that nobody merged",
        "县区|参保||||基金|\n|职工||居民||收入|支出\n|人数|增速|人数|增速||\n|（人）|（%）|（人）|（%）|（万元）|（万元）\n"
        "甲|10|2.5|30|4.5|1.5|2.5\n乙|20|3.5|40|5.5|3.5|4.5",
        "县区|参保||||基金|\n|职工||居民||收入|支出\n|人数|增速|人数|增速||\n|（人）|（%）|（人）|（%）|（万元）|（万元）\n"
        "甲|11|2.5|30|4.5|1.5|2.5\n乙|20|3.5|40|5.5|3.5|4.5",
        [5, 6],
    ),
    Edition(
        "two sides of one name, headings with a number of their own",
        "序号|项目|预算|项目|预算\n一|收入（2个）|||\n1|税收|10.5|教育|9.5\n2|其他|1.5|卫生|2.5",
        "序号|项目|预算|项目|预算\n一|收入（3个）|||\n1|税收|11.5|教育|9.5\n2|其他|1.5|卫生|2.5\n3|专项|1.5|住房|2.5",
        [3, 4, 5],
    ),
    Edition(
        "months as decimal numbers",
        "类型|2024.1|2024.2|2024.3\n甲|1.5|2.5|3.5\n乙|2.5|3.5|4.5",
        "类型|2024.2|2024.3|2024.4\n甲|2.5|3.5|5.5\n乙|3.5|4.5|6.5",
        [2, 3],
    ),
    Edition(
        "a balance sheet with a heading on both sides",
        "资产|期末余额|负债|期末余额\n流动资产：||流动负债：|\n现金|1.5|借款|2.5\n存货|2.5|应付|3.5\n资产总计|4|负债总计|6",
        "资产|期末余额|负债|期末余额\n流动资产：||流动负债：|\n现金|2.5|借款|2.5\n存货|2.5|应付|4.5\n资产总计|5|负债总计|7",
        [3, 4],
    ),
    Edition(
        "another table under a title and its unit",
        "表一 收入\n项目|本月|累计\n甲|1.5|2.5\n乙|2.5|3.5\n~\n表二 债务情况\n单位：亿元\n类型|期初余额|本期新增|期末余额\n一般|1.5|2.5|4\n专项|1.5|2.5|4",
        "表一 收入\n项目|本月|累计\n甲|1.5|4.5\n乙|2.5|6.5\n~\n表二 债务情况\n单位：亿元\n类型|期初余额|本期新增|期末余额\n一般|1.5|2.5|4",
        [3, 4],
    ),
    Edition(
        "ranks beside running numbers, signatures",
        "序号|单位|得分|排名\n1|甲|93.5|2\n2|乙|95.5|1\n公司负责人：张三||主管会计：李四|制表：王五",
        "序号|单位|得分|排名\n1|甲|93.5|1\n2|乙|91.5|2\n3|丙|90.5|3\n公司负责人：张三||主管会计：李四|制表：王五",
        [2, 3, 4],
    ),
]


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.about)
def test_every_column_is_bound_in_the_next_edition(edition: Edition) -> None:
    sheet = page(edition.first, edition.merges)
    found = tables_of(sheet)[0]
    form = propose(Workbook([sheet]), found, CATALOG, "台账.xlsx").form
    assert len(form.fields) == len(found.columns)
    catalog = Catalog({form.id: form}, CATALOG.code_lists)
    (table,) = read_sheets(Workbook([page(edition.second)]), catalog, Chosen(form=form.id), "台账.xlsx", "").tables
    assert _fields(table) == set(form.fields)
    assert table.rows == edition.rows
    assert not table.problems


def _fields(table: Table) -> set[str]:
    return {column.field for column in table.columns if column.field}
