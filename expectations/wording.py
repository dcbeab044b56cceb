"""How values, ranges and choices are written in messages: as the department writes them, blanks as 空."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sources.contract import Field, FieldType

BLANK = "空"
#: More choices than this are not spelled out: the template's list has them all.
SHOWN_CHOICES = 15
#: Digits kept of a computed number, which may be a binary fraction.
_DIGITS = 6


def plain_text(value: Any) -> str:
    """Return a value as the text that keys are made of; nothing as ''."""
    if value is None:
        return ""
    if isinstance(value, Decimal | float):
        return number(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def shown(value: Any, kind: FieldType | None = None) -> str:
    """Return a value as a message shows it: no trailing zeros, ratios in percent, 是/否, dates in ISO form, 空."""
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return "是" if value else "否"
    if kind is FieldType.RATIO:
        return percent(value)
    return plain_text(value)


def number(value: Decimal | float | int) -> str:
    """Return a number without exponent and trailing zeros; binary fractions are cut to six digits."""
    exact = round(Decimal(str(value)), _DIGITS) if isinstance(value, float) else Decimal(value)
    text = f"{exact:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def percent(fraction: Decimal | float) -> str:
    """Return a fraction as percent: 0.563 is 56.3%."""
    return f"{number(Decimal(str(fraction)) * 100)}%"


def day(value: date) -> str:
    """Return a date as people write it: 2026年4月7日."""
    return f"{value.year}年{value.month}月{value.day}日"


def limits(field: Field, low: Decimal | None, high: Decimal | None) -> str:
    """Return the range of a field with its unit: 0–100000亩, 不小于0, 0%–1000%. One of the bounds must be there."""
    unit = "" if field.type is FieldType.RATIO else field.unit or ""
    bottom, top = (None if bound is None else shown(bound, field.type) for bound in (low, high))
    if top is None:
        return f"不小于{bottom}{unit if low else ''}"
    return f"不大于{top}{unit}" if bottom is None else f"{bottom}–{top}{unit}"


def listing(names: Sequence[str]) -> str:
    """Return choices joined by 、, cut after fifteen."""
    return "、".join(names[:SHOWN_CHOICES]) + (f"等{len(names)}项" if len(names) > SHOWN_CHOICES else "")
