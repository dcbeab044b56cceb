"""Hypothesis strategies for workbooks with random legal mess, and what a reader must find in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbooks import PROJECT

UNITS = {"万元": Decimal(1), "亿元": Decimal(10000), "千元": Decimal("0.1"), "元": Decimal("0.0001")}
#: Header without its unit → field, for the money columns that get random units and spellings.
MONEY = {
    "总投资": "total_investment_wan",
    "年度计划投资": "planned_investment_year_wan",
    "本月完成投资": "investment_month_wan",
}
_SKIPPED = ("至上年底累计完成投资（万元）", "1–本月累计完成投资（万元）", "开工以来累计完成投资（万元）")
_WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@dataclass(frozen=True)
class Written:
    """One cell as it was written: what stands there and the value that it means."""

    stored: Any
    meant: Any


@dataclass
class Mess:
    """A workbook to write: the lines above, the header in its order with units, and the cells by header."""

    above: list[list[Any]]
    order: list[str]
    units: dict[str, str]
    unit_row: bool
    offset: int
    rows: list[dict[str, Written]]
    between: dict[int, list[Any]]
    below: list[list[Any]]
    merged_leader: bool
    written: dict[tuple[int, str], tuple[str, Any]] = field(default_factory=dict)
    data: list[int] = field(default_factory=list)

    def save(self, path: Path) -> Path:
        """Write the workbook and note the row, cell and meant value of every record."""
        book = openpyxl.Workbook()
        page = book.active
        assert isinstance(page, Worksheet)
        lead: list[Any] = [None] * self.offset
        for line in self.above:
            page.append([*lead, *line])
        page.append([*lead, *(self._header(name) for name in self.order)])
        if self.unit_row:
            page.append([*lead, *(self.units.get(name, "-") for name in self.order)])
        number = len(self.above) + 1 + self.unit_row
        for index, row in enumerate(self.rows):
            if index in self.between:
                line = (
                    [self._header(name) for name in self.order]
                    if self.between[index] == ["表头"]
                    else self.between[index]
                )
                page.append([*lead, *line])
                number += 1
            number += 1
            page.append([*lead, *(row[name].stored for name in self.order)])
            self._note(number, row)
        for line in self.below:
            page.append([*lead, *line])
        if self.merged_leader:
            self._merge(page)
        book.save(path)
        return path

    def _header(self, name: str) -> str:
        return f"{name}（{self.units[name]}）" if name in self.units and not self.unit_row else name

    def _note(self, number: int, row: dict[str, Written]) -> None:
        self.data.append(number)
        for position, name in enumerate(self.order, start=self.offset + 1):
            self.written[number, name] = (f"{get_column_letter(position)}{number}", row[name].meant)

    def _merge(self, page: Worksheet) -> None:
        """Merge the first run of neighbouring records over the leader's column: all of them get the first one's."""
        first = last = self.data[0]
        while last + 1 in self.data:
            last += 1
        letter = get_column_letter(self.offset + 1 + self.order.index("包挂领导"))
        if last > first:
            page.merge_cells(f"{letter}{first}:{letter}{last}")
            for number in range(first, last + 1):
                self.written[number, "包挂领导"] = (f"{letter}{number}", self.written[first, "包挂领导"][1])


@st.composite
def money(draw: st.DrawFn, unit: str) -> Written:
    """An amount in a column's unit, as a number or as any text that a person types for it."""
    amount = draw(st.decimals(0, 99_999, places=draw(st.sampled_from([0, 1, 2])), allow_nan=False))
    meant = (amount * UNITS[unit]).quantize(Decimal("0.0001"), "ROUND_HALF_UP")
    own = draw(st.sampled_from([None, "万元", "亿元", "亿", "万"]))
    if draw(st.booleans()) and own:
        return Written(f"{amount}{own}", amount * (10000 if own.startswith("亿") else 1))
    spelled = draw(st.sampled_from(["number", "text", "commas", "wide", "blanks", "yuan"]))
    texts = {
        "number": float(amount),
        "text": str(amount),
        "commas": f"{amount:,}",
        "wide": str(amount).translate(_WIDE),
        "blanks": f" {amount}\u3000",
        "yuan": f"¥{amount}",
    }
    return Written(texts[spelled], meant)


@st.composite
def days(draw: st.DrawFn) -> Written:
    """A day in any of the spellings that departments use."""
    day = date(2020, 1, 1) + timedelta(days=draw(st.integers(0, 3650)))
    texts = (
        day, day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}", f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}", f"{day.year} 年 {day.month} 月 {day.day} 日", float((day - date(1899, 12, 30)).days),
    )  # fmt: skip
    return Written(draw(st.sampled_from(texts)), day)


@st.composite
def names(draw: st.DrawFn, start: str) -> Written:
    """A name with blanks around it, perhaps, and nothing in it that makes a row anything but data."""
    text = start + draw(st.text(st.sampled_from("新材料产业园东西南北智能制造Ａb9·（）"), min_size=1, max_size=12))
    return Written(draw(st.sampled_from(["", " ", "\u3000", "\n"])) + text + draw(st.sampled_from(["", " "])), text)


@st.composite
def a_record(draw: st.DrawFn, number: int, units: dict[str, str]) -> dict[str, Written]:
    """One project in plain cells, some of them messy."""
    row = {
        name: Written(value, None) for name, value in PROJECT.items() if name not in _SKIPPED and "投资（" not in name
    }
    row["序号"] = Written(number, number)
    row["项目名称"] = draw(names(f"第{number}号"))
    row["建设单位"] = draw(names("示例"))
    row["包挂领导"] = Written(leader := draw(st.sampled_from(["王建国", "李明", "赵大海"])), leader)
    row["计划开工时间"] = draw(days())
    row["是否开工"] = draw(
        st.sampled_from([Written("是", True), Written("√", True), Written("否", False), Written("未开工", False)])
    )
    for name, unit in units.items():
        row[name] = draw(money(unit))
    return row


@st.composite
def messes(draw: st.DrawFn) -> Mess:
    """A whole workbook."""
    units = {name: draw(st.sampled_from(list(UNITS))) for name in MONEY}
    rows = [draw(a_record(number, units)) for number in range(1, draw(st.integers(1, 6)) + 1)]
    order = draw(st.permutations(list(rows[0])))
    title = draw(
        st.sampled_from(
            ["重点项目月度调度表（2026年3月）", "2026年3月重点项目调度表", "附件1：2026年3月份重点项目进展情况"]
        )
    )
    others = [
        ["填报单位：项目建设部"],
        ["填报时间：2026年4月2日", None, "填报人：张三"],
        [],
        ["按照要求，现将有关情况报送如下。"],
    ]
    above = [[title], *draw(st.lists(st.sampled_from(others), max_size=3))]
    section = st.sampled_from([["一、省级重点项目"], ["（二）续建类"], ["表头"], []])
    between = draw(st.dictionaries(st.integers(1, max(len(rows) - 1, 1)), section, max_size=2))
    below = draw(st.lists(st.sampled_from([[], ["注：总投资含设备。"], ["审核人：李四"]]), max_size=3))
    return Mess(
        above=above,
        order=order,
        units=units,
        unit_row=draw(st.booleans()),
        offset=draw(st.integers(0, 2)),
        rows=rows,
        between=between,
        below=below,
        merged_leader=draw(st.booleans()),
    )
