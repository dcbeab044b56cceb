"""What is at stake in a finding: how much money it is about, and which indicators read what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from portal.site.warehouse import Warehouse
from sources.contract import load_catalog
from sources.contract.types import FieldType

_READERS = "select indicator_id as id, name, forms, fields from dim_indicators order by id"


def staked(warehouse: Warehouse, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add ``money_wan`` (万元, 0 where it is not about money) and ``indicators`` (``id``, ``name``) to findings."""
    readers = [
        {**row, "forms": set(row["forms"].split("、")), "fields": set(row["fields"].split("、"))}
        for row in warehouse.rows(_READERS)
    ]
    known: dict[tuple[str | None, str | None], list[dict[str, Any]]] = {}
    for row in rows:
        place = (row["form"], row["field"])
        if place not in known:
            known[place] = _reading(readers, *place)
        row.update(money_wan=_money(row), indicators=known[place])
    return rows


def _reading(readers: Sequence[Mapping[str, Any]], form: str | None, field: str | None) -> list[dict[str, Any]]:
    """Return the indicators that read a field of a form; a finding without a field is about all that read the form."""
    return [
        {"id": one["id"], "name": one["name"]}
        for one in readers
        if form in one["forms"] and (field is None or field in one["fields"])
    ]


def _money(row: Mapping[str, Any]) -> Decimal:
    """Return the difference between both sides, or the whole value where there is no other side."""
    form = load_catalog().forms.get(row["form"] or "")
    field = form.fields.get(row["field"] or "") if form else None
    if field is None or field.type is not FieldType.MONEY:
        return Decimal(0)
    difference = _number(row["difference"])
    if difference is None:
        value, expected = _number(row["value"]), _number(row["expected"])
        difference = value - expected if value is not None and expected is not None else value
    return abs(difference or Decimal(0))


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal((text or "").replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
