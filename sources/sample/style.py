"""How a department lays a form out when it does not use the template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from sources.contract.units import UNITS

if TYPE_CHECKING:
    from sources.sample.items import Items

#: How a value is typed.
Spelling = Literal["", "comma", "wide", "own_unit", "cn_date", "dot_date", "slash_date", "started", "tick", "short"]

_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
#: Short names that departments use for listed values.
_SHORT = {
    "国家高企": "高企",
    "省级瞪羚": "瞪羚",
    "升规(规上)": "升规",
    "省级专精特新": "省专精特新",
    "市级专精特新": "市专精特新",
}


@dataclass(frozen=True)
class Shown:
    """One column. ``header`` from the top line down may hold {year}, {month} and {prior}; no field: a column of its own."""

    field: str | None
    header: tuple[str, ...]
    unit: str | None = None
    spell: Spelling = ""
    fallback: str | None = None  # what stands where there is no value


@dataclass(frozen=True)
class Style:
    """One layout. ``group`` writes a section title and a subtotal per value of a field; ``merge`` joins equal
    neighbours down the rows; ``order`` sorts by fields first."""

    title: str
    columns: tuple[Shown, ...]
    sheet: str = "Sheet1"
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    group: str | None = None
    total: Literal["", "top", "bottom"] = ""
    merge: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    #: One row per item instead of one per record.
    items: Items | None = None

    @property
    def depth(self) -> int:
        """Number of header lines."""
        return max(len(column.header) for column in self.columns)

    def without(self, field: str) -> Style:
        """Return the style without the column of a field."""
        columns = tuple(column for column in self.columns if column.field != field)
        return Style(**{**vars(self), "columns": columns})

    def arranged(self, rows: tuple[dict[str, Any], ...]) -> list[int]:
        """Return the positions of the rows in the order in which the department lists them."""
        return sorted(range(len(rows)), key=lambda at: tuple(str(rows[at].get(name) or "") for name in self.order))


def typed(column: Shown, value: Any) -> Any:
    """Return a value as the department types it into a column; None leaves the cell empty."""
    if value is None or value == "":
        return column.fallback
    if isinstance(value, bool):
        return _yes_no(column.spell, value)
    if isinstance(value, Decimal):
        return _number(column, value)
    if isinstance(value, date):
        return _day(column.spell, value)
    return _SHORT.get(value, value) if column.spell == "short" else value


def _yes_no(spell: str, value: bool) -> str:
    if spell == "started":
        return "已开工" if value else "未开工"
    if spell == "tick":
        return "√" if value else "×"
    return "是" if value else "否"


def _number(column: Shown, value: Decimal) -> Any:
    shown = value / UNITS[column.unit].factor if column.unit else value
    plain = f"{shown.normalize():f}"
    if column.spell == "comma":
        return f"{shown.normalize():,f}"
    if column.spell == "wide":
        return plain.translate(_WIDE)
    if column.spell == "own_unit":
        return f"{plain}{column.unit}"
    return int(plain) if "." not in plain else float(plain)


def _day(spell: str, value: date) -> Any:
    texts = {
        "cn_date": f"{value.year}年{value.month}月{value.day}日",
        "dot_date": f"{value.year}.{value.month}.{value.day}",
        "slash_date": f"{value.year}/{value.month}/{value.day}",
    }
    return texts.get(spell, value)
