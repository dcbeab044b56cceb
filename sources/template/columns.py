"""How a field looks as a column: its header, number format, width, and a value as the cell stores it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeAlias
from unicodedata import east_asian_width

from sources.contract import Field, FieldType

#: What a typed value of a row may be; None is an empty cell.
Value: TypeAlias = str | int | bool | Decimal | date | None

REQUIRED_MARK = "*"
TEXT_FORMAT = "@"

_FORMATS: dict[FieldType, str] = {
    FieldType.MONEY: "#,##0.00",
    FieldType.NUMBER: "#,##0.00",
    FieldType.RATIO: "0.00%",
    FieldType.COUNT: "0",
    FieldType.INTEGER: "0",
    FieldType.YEAR: "0",
    FieldType.DATE: "yyyy-mm-dd",
}

_WIDTHS: dict[FieldType, int] = {
    FieldType.USCC: 22,
    FieldType.PROJECT_CODE: 27,
    FieldType.DATE: 13,
    FieldType.YEAR: 9,
    FieldType.BOOL: 9,
    FieldType.MONEY: 15,
    FieldType.NUMBER: 13,
    FieldType.LIST: 22,
}
_LONG_TEXT = 300


def header(field: Field) -> str:
    """Return the header of a field: required mark, title, unit in brackets."""
    unit = "%" if field.type is FieldType.RATIO else field.unit
    return f"{REQUIRED_MARK if field.required else ''}{field.title}{f'（{unit}）' if unit else ''}"


def number_format(field: Field) -> str:
    """Return Excel's format code; everything that is not a number, date or year is text, so that no code is retyped."""
    return _FORMATS.get(field.type, TEXT_FORMAT)


def is_quantity(field: Field) -> bool:
    """Return whether the column's cells stand right-aligned: numbers but not years."""
    return field.type in _FORMATS and field.type not in (FieldType.YEAR, FieldType.DATE)


def width(field: Field) -> float:
    """Return the column's width in characters: enough for the values, and for the header on two lines."""
    wanted = _WIDTHS.get(field.type, 11)
    if field.type is FieldType.TEXT:
        wanted = 36 if (field.max_length or 0) >= _LONG_TEXT else 28 if (field.max_length or 0) >= 100 else 14
    return float(max(wanted, min(text_width(header(field)), 18) + 2)) if field.title != "序号" else 6.0


def text_width(text: str) -> int:
    """Return how many narrow characters a text takes; a Chinese character counts two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def stored(value: Value) -> str | int | Decimal | date | None:
    """Return a typed value as the cell stores it: yes and no in Chinese, everything else as it is."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return value


def kind_in_words(field: Field) -> str:
    """Say what to type, for the sheet that explains the columns and for the prompts."""
    return _WORDS[field.type](field)


def _quantity(word: str, field: Field) -> str:
    unit = f"，单位：{field.unit}" if field.unit else ""
    low, high = field.min, field.max
    if low is not None and high is not None:
        return f"{word}{unit}，{low}–{high}"
    bounds = f"，不小于 {low}" if low is not None else f"，不大于 {high}" if high is not None else ""
    return f"{word}{unit}{bounds}"


def _text(field: Field) -> str:
    return f"文字，不超过 {field.max_length} 字" if field.max_length else "文字"


_WORDS: dict[FieldType, Callable[[Field], str]] = {
    FieldType.TEXT: _text,
    FieldType.CODE: lambda field: "编码（文本格式，保留前面的 0）",
    FieldType.USCC: lambda field: "18 位代码（文本格式）",
    FieldType.PROJECT_CODE: lambda field: "24 位代码，含 4 个“-”（文本格式）",
    FieldType.ENUM: lambda field: "从下拉列表选择一项",
    FieldType.LIST: lambda field: "可填多项，用顿号“、”分开",
    FieldType.MONEY: lambda field: _quantity("金额", field),
    FieldType.NUMBER: lambda field: _quantity("数字", field),
    FieldType.COUNT: lambda field: _quantity("非负整数", field),
    FieldType.INTEGER: lambda field: _quantity("整数", field),
    FieldType.RATIO: lambda field: "百分数，如 56.3%",
    FieldType.DATE: lambda field: "日期，如 2026-03-15",
    FieldType.YEAR: lambda field: "四位年份，如 2026",
    FieldType.BOOL: lambda field: "是 / 否",
}
