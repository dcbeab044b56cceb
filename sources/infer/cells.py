"""A sheet as cells with a kind: what each holds, told from its value alone."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from enum import IntEnum
from functools import lru_cache
from typing import Any

from sources.reader.grid import Merges, text
from sources.reader.headers import plain
from sources.reader.measures import is_unit
from sources.reader.model import raw_text
from sources.reader.workbook import Merge, Sheet


class Kind(IntEnum):
    """What a cell holds."""

    BLANK = 0
    NUMBER = 1
    MARK = 2  # a dash or dots for a missing value
    PERIOD = 3  # a year, quarter, month or day
    UNIT = 4
    TEXT = 5


#: Kinds that name things. A column name is one of these; a value of a numeric column is none.
WORDS = frozenset({Kind.PERIOD, Kind.UNIT, Kind.TEXT})

_NUMBER = re.compile(
    r"^[+\-±]?[¥$]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?[%‰]?(?:\([+-]?[\d.,]+%?\))?$", re.IGNORECASE
)
_BRACKET_NEGATIVE = re.compile(r"^\([\d,]+(?:\.\d+)?\)%?$")
_MARKS = frozenset(
    [
        "-",
        "—",
        "–",
        "--",
        "——",
        "――",
        "…",
        "...",
        "......",
        "..",
        "/",
        "\\",
        "//",
        "*",
        "**",
        "#",
        "x",
        "X",
        "×",
        "无",
        "暂无",
        "不适用",
        "未公布",
        "没有单位",
        "无单位",
        "NA",
        "N/A",
        "n/a",
        "na",
        "nan",
        "NaN",
        "null",
        "NULL",
        "None",
        "·",
    ]
)
#: Longer texts are words.
LONGEST_VALUE = 200
_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(
    rf"^(?:{_YEAR}年?度?(?:末|底|初|上半年|下半年)?|{_YEAR}[-./年](?:0?[1-9]|1[0-2])(?:月份?)?(?:[-./月]\d{{1,2}}日?)?|"
    rf"(?:{_YEAR}年)?第?[一二三四1-4]季度?|(?:{_YEAR}年?)?Q[1-4]|{_YEAR}[-–—~至]{_YEAR}年?|"
    rf"(?:{_YEAR}年)?(?:0?[1-9]|1[0-2])月份?|(?:{_YEAR}年)?(?:0?[1-9]|1[0-2])?月?[-–—~至](?:0?[1-9]|1[0-2])月份?|"
    rf"(?:{_YEAR}年)?(?:上半年|下半年|全年|前三季度)|(?:{_YEAR}年)?(?:0?[1-9]|1[0-2])月\d{{1,2}}日)(?:\([a-z]\))?$"
)
_NUMERIC_MONTH = re.compile(rf"^{_YEAR}(?:\.(?:0?[1-9]|1[0-2])|(?:0[1-9]|1[0-2]))$")


def kind_of(value: Any) -> Kind:
    """Return the kind of a stored value. Texts longer than any number, period or unit are not looked into."""
    if value is None:
        return Kind.BLANK
    if value.__class__ is float:
        return Kind.NUMBER
    if isinstance(value, str):
        return Kind.TEXT if len(value) > LONGEST_VALUE and not value[:LONGEST_VALUE].isspace() else _kind_of_text(value)
    if isinstance(value, bool):
        return Kind.TEXT
    if isinstance(value, (int, float)):
        return Kind.NUMBER
    return Kind.PERIOD if isinstance(value, (date, datetime, time)) else Kind.TEXT


@lru_cache(maxsize=65536)
def _kind_of_text(value: str) -> Kind:
    compact = plain(value)
    if not compact:
        return Kind.BLANK
    if compact in _MARKS or set(compact) <= set("-—–.…·*"):
        return Kind.MARK
    if _PERIOD.match(compact) and not re.fullmatch(r"\d+(?:\.\d+)?", compact):
        return Kind.PERIOD
    if any(character.isdigit() for character in compact) and (
        _NUMBER.match(compact) or _BRACKET_NEGATIVE.match(compact)
    ):
        return Kind.NUMBER
    return Kind.UNIT if is_unit(value) else Kind.TEXT


def small_count(value: Any) -> int | None:
    """Return a cell that holds nothing but a whole number of at most four digits as int, None for everything else."""
    shown = plain(value).strip("()") if isinstance(value, str) else raw_text(value)
    return int(shown) if shown.isdecimal() and len(shown) <= 4 else None


def is_year(value: Any) -> bool:
    """Say whether a cell holds nothing but a year."""
    year = small_count(value)
    return year is not None and 1900 <= year <= 2100


def is_month(value: Any) -> bool:
    """Say whether a cell writes a month as a number: 2020.1, 202001."""
    shown = plain(value) if isinstance(value, str) else raw_text(value)
    return bool(_NUMERIC_MONTH.match(shown))


class Page:
    """One sheet for looking at: cells counted from 1, merged ranges, filled cells per row."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.height = len(sheet.rows)
        self.width = max((len(row) for row in sheet.rows), default=0)
        self.merges = Merges.of(sheet)
        self._merged: dict[int, list[int]] = {}
        for row, column in self.merges.owner:
            self._merged.setdefault(row, []).append(column)
        self._kinds = [[kind_of(value) for value in row] for row in sheet.rows]
        self._filled = [[column for column, kind in enumerate(row, start=1) if kind] for row in self._kinds]

    def own(self, row: int, column: int) -> Any:
        """Return what a cell itself stores."""
        return self.sheet.cell(row, column)

    def shown(self, row: int, column: int) -> Any:
        """Return what a cell shows: its own value or that of the merged range it lies in."""
        return self.merges.value(self.sheet, row, column)

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell for comparing."""
        value = self.own(row, column)
        return "" if value is None else text(value)

    def kind(self, row: int, column: int) -> Kind:
        """Return the kind of a cell's own value."""
        line = self._kinds[row - 1] if 1 <= row <= self.height else []
        return line[column - 1] if column <= len(line) else Kind.BLANK

    def filled(self, row: int, left: int, right: int) -> list[int]:
        """Return the columns from ``left`` to ``right`` whose cells hold something."""
        if not 1 <= row <= self.height:
            return []
        cells = self._filled[row - 1]
        inside = not cells or (left <= cells[0] and cells[-1] <= right)
        return cells if inside else [column for column in cells if left <= column <= right]

    def merge(self, row: int, column: int) -> Merge | None:
        """Return the merged range a cell lies in, None when it stands alone."""
        return self.merges.owner.get((row, column))

    def merged_columns(self, row: int) -> list[int]:
        """Return the columns of a row that lie in merged ranges."""
        return self._merged.get(row, [])

    def spans(self, row: int, column: int) -> tuple[int, int]:
        """Return first and last column of the merged range of a cell."""
        merge = self.merge(row, column)
        return (merge[1], merge[3]) if merge else (column, column)

    def continues(self, row: int, column: int) -> bool:
        """Say whether a cell shows the value of a merged cell that begins in a row above."""
        merge = self.merge(row, column)
        return bool(merge and merge[0] < row and kind_of(self.sheet.cell(merge[0], merge[1])))
