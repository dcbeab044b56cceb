"""Rows of typed values that fill every field of a form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sources.contract import Catalog, Field, FieldType, Form
from sources.identifiers import uscc


def a_code(number: int) -> str:
    """Return a valid 统一社会信用代码, another one for each number."""
    body = f"MA{number:06d}"
    first17 = f"91370105{body}{uscc.organization_check_char(body)}"
    return first17 + uscc.check_char(first17)


def a_value(catalog: Catalog, form: Form, name: str, number: int) -> Any:
    """Return a value that the field accepts, another one for each number where the type allows."""
    field = form.fields[name]
    choices = catalog.choices(form, name)
    if field.type is FieldType.ENUM:
        return choices[number % len(choices)]
    if field.type is FieldType.LIST:
        return "、".join(choices[:2]) if choices else "旧名甲、旧名乙"
    fixed: dict[FieldType, Any] = {
        FieldType.USCC: a_code(number),
        FieldType.PROJECT_CODE: f"2026-370105-26-03-{number:06d}",
        FieldType.DATE: date(2026, 1, 1 + number),
        FieldType.YEAR: 2026,
        FieldType.BOOL: bool(number % 2),
        FieldType.MONEY: Decimal("1234.5678") + number,
        FieldType.NUMBER: Decimal("12.5") + number,
        FieldType.RATIO: Decimal("0.0071") * (number + 1),
        FieldType.COUNT: number + 1,
        FieldType.INTEGER: number + 1,
        FieldType.CODE: _a_list_code(field, number),
        FieldType.TEXT: f"第{number}行的{field.title}",
    }
    return fixed[field.type]


def _a_list_code(field: Field, number: int) -> str:
    return {"regions": "370105", "gb4754_classes": "3525"}.get(field.list or "", f"000{number}")


def full_rows(catalog: Catalog, form: Form, count: int = 5) -> list[dict[str, Any]]:
    """Return rows that fill every field."""
    return [{name: a_value(catalog, form, name, number) for name in form.fields} for number in range(count)]
