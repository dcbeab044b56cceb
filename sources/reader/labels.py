"""What a label says: a sum of the rows around it, a note or signature, an enumerated heading, the usual name of a
column. One declaration."""

from __future__ import annotations

import re
from functools import lru_cache

from sources.reader.measures import plain
from sources.reader.model import RowKind

_ENUMERATED = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.,]|[(][一二三四五六七八九十\d]+[)]|第[一二三四五六七八九十\d]+[章节类部])"
)
_SUM = re.compile(r"^(?:.{0,14}?(?:合计|小计|分计|共计)(?:数|额)?(?:\(.*\))?|总数)[:.]*$")
_GRAND_TOTAL = re.compile(r"^.{0,12}?总计(?:\(.*\))?[:.]*$")
_SUBTOTAL = re.compile(r"(?:小计|分计)(?:数|额)?(?:\(.*\))?[:.]*$")
_NOTE = re.compile(
    r"^[*#]*(?:[(]?注[):\d.、一]|注释|备注[:\d]|附注[:]|附[:]|说明[:\d]|(?:数据|资料)来源|来源[:于]|本表|填[报表][人日单部时说]|制表|"
    r"审核[人:]|复核|联系[人电]|报送[人日单部时:]|单位负责人|负责人|统计负责人|报出日期|.{2,8}(?:负责人|代表人):|主管会计|签[字章]|以下空白|"
    r"[(]?(?:续下页|转下页|接下页|续上表)|Notes?:|Sources?:)"
)
_DIVISION = re.compile(
    r"^(?:按.{1,14}分(?:类|组)?|分.{0,6}(?:类|类别|类型|行业|产业|地区|区域|城乡|产品|品种|领域|部门|季度|月份|性别|年龄|关系|用途|项目|渠道|规模)):?$"
)
_NOUNS = re.compile(
    r"^(?:序号|编号|名称|项目|指标|地区|城市|单位|日期|时间|年份|年度|月份|类别|类型|品种|规格|型号|数量|金额|单价|价格|合计|总计|比例|比重|占比|"
    r"增速|增长|同比|环比|备注|说明|来源|代码|编码|性别|年龄|电话|联系.*|地址|行业|产业|等级|级别|状态|内容|本期.*|上期.*|期末.*|期初.*|本年.*|上年.*|"
    r".{1,10}(?:名称|编号|序号|代码|编码|日期|时间|类型|类别|金额|数量|数|额|率|量|值|情况|单位|部门|人|地|名|级|别|比例|余额|说明))(?:[(].*[)])?$"
)
_SERIAL = frozenset({"序号", "编号", "排名", "名次", "No", "No.", "NO", "NO.", "行次", "位次", "序"})


@lru_cache(maxsize=65536)
def is_total(label: str) -> bool:
    """Say whether a row's label says that it is a sum: 合计, …小计, 收入总计; 三、资产总计 is an item of a statement."""
    compact = plain(label)
    return bool(_SUM.match(compact)) or (bool(_GRAND_TOTAL.match(compact)) and not is_enumerated(compact))


def sum_kind(label: str) -> RowKind | None:
    """Return whether a label names a subtotal or a total, None when it names no sum."""
    if not is_total(label):
        return None
    return RowKind.SUBTOTAL if _SUBTOTAL.search(plain(label)) else RowKind.TOTAL


@lru_cache(maxsize=65536)
def is_note(label: str) -> bool:
    """Say whether a text begins as a note, a source or a signature line."""
    return bool(_NOTE.match(plain(label)))


def is_enumerated(label: str) -> bool:
    """Say whether a text begins with the number of a heading: 一、, (二), 第三节."""
    return bool(_ENUMERATED.match(plain(label)))


def divides(label: str) -> bool:
    """Say whether a label announces how the figures below are divided: 按地区分, 分行业."""
    return bool(_DIVISION.match(plain(label)))


def names_column(text: str) -> bool:
    """Say whether a text is a usual column name."""
    return bool(_NOUNS.match(plain(text)))


def is_serial(text: str) -> bool:
    """Say whether a header is that of a running number."""
    return plain(text) in _SERIAL
