"""What the labels of an unknown table say: section headings, lines around it, attribute rows; sums and notes as the reader knows them."""

from __future__ import annotations

import re

from sources.reader.attributes import ATTRIBUTES, ATTRIBUTES_IF_SAME, NUMBERED, UNIT_LABELS
from sources.reader.headers import plain
from sources.reader.labels import is_enumerated, is_note, is_total

__all__ = ["ATTRIBUTES", "ATTRIBUTES_IF_SAME", "NUMBERED", "UNIT_LABELS", "is_note", "is_total"]

_SECTION = re.compile(r"(?::$|^其中:?$|^按.{1,14}分(?:类|组)?:?$|[(]\d+[个家项户所种人件][)]$)")
_LINE = re.compile(
    r"(?:单位|部门|机构|企业|公司|日期|时间|期间|年度|年月|表号|文号|机关|有效期|有效期至|电话|联系人|填报人|制表人|审核人|负责人|"
    r"代码|地址|签章|盖章|数据库|指标|频度|范围|报表类型|币种|编号|经办人|经手人|批准|主管|会计|出纳|复核|制表|审核|审批|领导|签字|报送)(?:[(].{1,6}[)])?:"
)
_UNFINISHED = re.compile(r"^(?:其中|减|加|其他):")

_TITLE = re.compile(r"表|情况|统计|一览|名单|目录|附件|附录|清单|台账|单位|报告|:")
_COLUMN_NUMBER = re.compile(r"^(?:[A-Z]|[(]\d{1,2}[)]|(?:[A-Z]|[(]?\d{1,2}[)]?)=[A-Z\d()+\-*/×÷%.]+)$")
_ENUMERATOR = re.compile(r"^(?:[(]?[一二三四五六七八九十]{1,3}[)]?[、.]?|[A-Z][、.]?|[IVXⅠⅡⅢⅣⅤⅥ]+[、.]?)$")

_NOUNS = re.compile(
    r"^(?:序号|编号|名称|项目|指标|地区|城市|单位|日期|时间|年份|年度|月份|类别|类型|品种|规格|型号|数量|金额|单价|价格|合计|总计|比例|比重|占比|"
    r"增速|增长|同比|环比|备注|说明|来源|代码|编码|性别|年龄|电话|联系.*|地址|行业|产业|等级|级别|状态|内容|本期.*|上期.*|期末.*|期初.*|本年.*|上年.*|"
    r".{1,10}(?:名称|编号|序号|代码|编码|日期|时间|类型|类别|金额|数量|数|额|率|量|值|情况|单位|部门|人|地|名|级|别|比例|余额|说明))(?:[(].*[)])?$"
)
_SERIAL = frozenset({"序号", "编号", "排名", "名次", "No", "No.", "NO", "NO.", "行次", "位次", "序"})


def is_prose(label: str) -> bool:
    """Say whether a text is a sentence rather than a label."""
    compact = plain(label)
    return len(compact) > 60 or (len(compact) > 24 and any(mark in compact for mark in "。;")) or "。" in compact[:-1]


def heads_section(label: str) -> bool:
    """Say whether a label alone looks like the heading of the rows below: 按地区分:, 一、黑色金属, 北京市(92所)."""
    compact = plain(label)
    return bool(_SECTION.search(compact) or is_enumerated(compact))


def ends_like_heading(label: str) -> bool:
    """Say whether a label announces rows: a colon at its end, 按…分, 其中."""
    return bool(_SECTION.search(plain(label)))


def announces_rows(label: str) -> bool:
    """Say whether a label ends in a colon: 流动资产："""
    return plain(label).endswith(":")


def is_column_number(text: str) -> bool:
    """Say whether a cell numbers a column: A, (1), 3=1+2, D=B/C."""
    return bool(_COLUMN_NUMBER.match(plain(text)))


def is_group_name(label: str) -> bool:
    """Say whether a text alone above a header is short like the name of a group of columns, unlike a title."""
    compact = plain(label)
    return len(compact) <= 8 and not _TITLE.search(compact)


def is_enumerator(text: str) -> bool:
    """Say whether a text is a number of a heading: 一, (二), A."""
    return bool(_ENUMERATOR.match(plain(text)))


def is_line_item(label: str) -> bool:
    """Say whether a label is a line of a statement that may be empty: 加：会计政策变更."""
    return plain(label).startswith(("加:", "减:", "加：", "减："))


def labels_a_line(text: str) -> bool:
    """Say whether a cell is a label with its value, as above a form: 编制部门：…, 填报日期：…."""
    compact = plain(text)
    return bool(_LINE.search(compact)) and not _UNFINISHED.match(compact)


def names_column(text: str) -> bool:
    """Say whether a text is a usual column name."""
    return bool(_NOUNS.match(plain(text)))


def is_serial(text: str) -> bool:
    """Say whether a header is that of a running number."""
    return plain(text) in _SERIAL
