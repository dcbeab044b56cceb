"""The units that a header may name, what they convert to, and the suffix that a field name carries for them.

Every quantity is stored in one base unit (domain.md section 0.2): money in 万元, land in 亩, buildings in ㎡, rent in
元/㎡·月. A field's unit must be a base unit; any unit of the same quantity may stand in a department's header.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Unit:
    """One spelling of a unit: the base unit it converts to and the factor (value × factor = value in base units)."""

    name: str
    base: str
    factor: Decimal


#: Base unit → suffix of every field stored in it. Units without an entry (个, 家, 项, 人 …) are counts: no suffix.
SUFFIXES: dict[str, str] = {
    "万元": "wan",
    "万美元": "usd_wan",
    "亩": "mu",
    "㎡": "m2",
    "米": "m",
    "元/㎡·月": "yuan_per_m2_month",
    "元/㎡": "yuan_per_m2",
    "万元/亩": "wan_per_mu",
    "万元/亩·年": "wan_per_mu_year",
    "吨标准煤/万元": "tce_per_wan",
    "吨": "t",
    "吨/㎡": "t_per_m2",
    "千伏安": "kva",
    "分": "points",
    "工作日": "workdays",
    "千瓦时": "kwh",
    "吨标准煤": "tce",
    "%": "rate",
}

#: Base unit → its other units with their factors. 1 亩 = 2000/3 ㎡; 1 元/㎡·天 = 365/12 元/㎡·月 (domain.md section 0.2).
_CONVERSIONS: dict[str, dict[str, str]] = {
    "万元": {"万元": "1", "亿元": "10000", "千万元": "1000", "百万元": "100", "十万元": "10", "千元": "0.1", "元": "0.0001",
           "万": "1", "亿": "10000", "万元人民币": "1", "亿元人民币": "10000"},
    "万美元": {"万美元": "1", "亿美元": "10000", "千美元": "0.1", "美元": "0.0001"},
    "亩": {"亩": "1", "公顷": "15", "平方公里": "1500", "万亩": "10000", "平方千米": "1500"},
    "㎡": {"㎡": "1", "平方米": "1", "m2": "1", "m²": "1", "平米": "1", "平方": "1", "万㎡": "10000", "万平方米": "10000",
          "万平米": "10000"},
    "米": {"米": "1", "公里": "1000", "千米": "1000"},
    "元/㎡·月": {"元/㎡·月": "1", "元/平方米·月": "1", "元/m2·月": "1", "元/㎡/月": "1", "元/平米/月": "1", "元/㎡·天": "365/12",
              "元/平方米·天": "365/12", "元/㎡/天": "365/12"},
    "千瓦时": {"千瓦时": "1", "kwh": "1", "度": "1", "万千瓦时": "10000", "万kwh": "10000", "万度": "10000"},
    "吨标准煤": {"吨标准煤": "1", "吨标煤": "1", "tce": "1", "万吨标准煤": "10000"},
    "元/㎡": {"元/㎡": "1", "元/m2": "1", "元/平方米": "1", "元/平米": "1", "万元/m2": "10000", "万元/平方米": "10000"},
    "万元/亩": {"万元/亩": "1", "万元/公顷": "1/15", "亿元/平方公里": "10000/1500", "亿元/公顷": "10000/15"},
    "万元/亩·年": {"万元/亩·年": "1", "万元/亩/年": "1", "万元/亩年": "1", "万元/公顷·年": "1/15"},
    "吨标准煤/万元": {"吨标准煤/万元": "1", "吨标煤/万元": "1", "tce/万元": "1"},
    "吨": {"吨": "1", "t": "1"},
    "吨/㎡": {"吨/㎡": "1", "吨/m2": "1", "吨/平方米": "1", "t/㎡": "1", "t/m2": "1", "kg/m2": "0.001"},
    "千伏安": {"千伏安": "1", "kva": "1"},
    "工作日": {"工作日": "1", "个工作日": "1"},
    "分": {"分": "1"},
    "%": {"%": "0.01", "％": "0.01", "百分比": "0.01", "‰": "0.001", "百分点": "0.01", "个百分点": "0.01"},
    **{name: {name: "1"} for name in ("个", "家", "项", "人", "户", "件", "次", "台", "套", "天", "月", "年", "名", "宗", "场", "位", "层", "张")},
}  # fmt: skip


def _decimal(text: str) -> Decimal:
    numerator, _, denominator = text.partition("/")
    return Decimal(numerator) / Decimal(denominator or 1)


#: Spelling → unit. Every spelling is accepted wherever a header may carry a unit.
UNITS: dict[str, Unit] = {
    spelling: Unit(spelling, base, _decimal(factor))
    for base, spellings in _CONVERSIONS.items()
    for spelling, factor in spellings.items()
}

#: Base units a field may declare.
BASE_UNITS: frozenset[str] = frozenset(_CONVERSIONS)

MONEY = "万元"
RATE = "%"
