"""What an indicator without figures waits for: the forms that feed it, who sends them, and what of them is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.people.scope import Scope
from portal.site.warehouse import Warehouse
from sources.contract import Form, load_catalog

_NEWEST = "select max(period) from fct_submissions where form = ? and is_in_force"


@dataclass(frozen=True)
class Awaited:
    """A form that feeds an indicator: its fields used there, and the departments that owe it.

    What came of it is known to those who see all of these departments (``is_seen``): the newest accepted period, and
    the fields that nobody ever filled in.
    """

    form: Form
    departments: Sequence[str]
    fields: Sequence[str]
    is_seen: bool
    newest: str | None = None
    blank: Sequence[str] = ()


def awaited(warehouse: Warehouse, definition: Mapping[str, Any], scope: Scope) -> list[Awaited]:
    """Return the forms that an indicator's definition (a row of ``dim_indicators``) names."""
    catalog = load_catalog()
    fields = (definition["fields"] or "").split("、")
    found = (catalog.forms.get(name) for name in (definition["forms"] or "").split("、"))
    return [_form(warehouse, form, catalog.owing(form), fields, scope) for form in found if form]


def _form(warehouse: Warehouse, form: Form, departments: Iterable[str], fields: Iterable[str], scope: Scope) -> Awaited:
    owing, used = tuple(departments), [field for field in fields if field in form.fields]
    if not all(scope.sees(department) for department in owing):
        return Awaited(form, owing, used, is_seen=False)
    newest = warehouse.value(_NEWEST, [form.id])
    return Awaited(form, owing, used, True, newest, _blank(warehouse, form, used) if newest else ())


def _blank(warehouse: Warehouse, form: Form, fields: Sequence[str]) -> list[str]:
    """Return the fields without a value in any accepted row."""
    if not fields:
        return []
    counted = ", ".join(f"count({field}) as {field}" for field in fields)
    table = f"{form.restricted or 'main'}.stg_{form.department}__{form.id}"
    (row,) = warehouse.rows(f"select {counted} from {table}")
    return [field for field in fields if not row[field]]
