"""What the labels of an unknown table say: section headings, lines around it, attribute rows; sums and notes as the reader knows them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sources.reader.attributes import ATTRIBUTES, ATTRIBUTES_IF_SAME, NUMBERED, STEMS, UNIT_LABELS
from sources.reader.headers import plain
from sources.reader.labels import divides, is_enumerated, is_note, is_serial, is_total, names_column

__all__ = [
    "ATTRIBUTES", "ATTRIBUTES_IF_SAME", "NUMBERED", "UNIT_LABELS", "is_note", "is_serial", "is_total", "names_column",
]  # fmt: skip

_SECTION = re.compile(r"(?::$|^其中:?$|[(]\d+[个家项户所种人件][)]$)")
_LINE = re.compile(
    r"(?:单位|部门|机构|企业|公司|日期|时间|期间|年度|年月|表号|文号|机关|有效期|有效期至|电话|联系人|填报人|制表人|审核人|负责人|"
    r"代码|地址|签章|盖章|数据库|指标|频度|范围|报表类型|币种|编号|经办人|经手人|批准|主管|会计|出纳|复核|制表|审核|审批|领导|签字|报送)(?:[(].{1,6}[)])?:"
)
_UNFINISHED = re.compile(r"^(?:其中|减|加|其他):")

_TITLE = re.compile(r"表|情况|统计|一览|名单|目录|附件|附录|清单|台账|单位|报告|:")
_COLUMN_NUMBER = re.compile(r"^(?:[A-Z]|[(]\d{1,2}[)]|(?:[A-Z]|[(]?\d{1,2}[)]?)=[A-Z\d()+\-*/×÷%.]+)$")
_ENUMERATOR = re.compile(r"^(?:[(]?[一二三四五六七八九十]{1,3}[)]?[、.]?|[A-Z][、.]?|[IVXⅠⅡⅢⅣⅤⅥ]+[、.]?)$")


def is_prose(label: str) -> bool:
    """Say whether a text is a sentence rather than a label."""
    compact = plain(label)
    return len(compact) > 60 or (len(compact) > 24 and any(mark in compact for mark in "。;")) or "。" in compact[:-1]


def heads_section(label: str) -> bool:
    """Say whether a label alone looks like the heading of the rows below: 按地区分:, 一、黑色金属, 北京市(92所)."""
    compact = plain(label)
    return bool(_SECTION.search(compact) or divides(compact) or is_enumerated(compact))


def ends_like_heading(label: str) -> bool:
    """Say whether a label announces rows: a colon at its end, 按…分, 其中."""
    return bool(_SECTION.search(plain(label))) or divides(label)


def announces_rows(label: str) -> bool:
    """Say whether a label ends in a colon: 流动资产："""
    return plain(label).endswith(":")


def is_part(label: str) -> bool:
    """Say whether a label begins the parts of the row above (其中：) or names a way of division (按地区分：)."""
    return plain(label).startswith(("其中", "按"))


def is_column_number(text: str) -> bool:
    """Say whether a cell numbers a column: A, (1), 3=1+2, D=B/C."""
    return bool(_COLUMN_NUMBER.match(plain(text)))


def is_group_name(label: str) -> bool:
    """Say whether a text alone above a header is short like the name of a group of columns, unlike a title."""
    compact = plain(label)
    return len(compact) <= 8 and not _TITLE.search(compact)


def numbers_by_stems(texts: Sequence[str]) -> bool:
    """Say whether a row numbers labels by 甲, 乙 … and values by 1, 2 …, as statutory forms do."""
    numbers = [text for text in texts if text.isdecimal()]
    stems = texts[: len(texts) - len(numbers)]
    counted = numbers == [str(number) for number in range(1, len(numbers) + 1)]
    return (
        len(texts) >= 2 and bool(stems) and "".join(stems) == STEMS[: len(stems)] and counted and texts[-1] != stems[0]
    )


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
