"""The examples of the register: for every rule rows that break it, for every form rows that break none.

They stand in ``sources/rules/examples``: ``<form>.yaml`` for a form's own rules, ``common.yaml`` for those of every form.
``taizhang rules --lint`` and the tests judge the same ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sources.contract import ContractError, FieldType, Form
from sources.contract.types import NUMERIC, SCALE
from sources.periods import containing
from sources.reader.model import Column, Table, Value
from sources.rules.register import COMMON

EXAMPLES = COMMON.with_name("examples")
#: Where the rows of an example begin, below a header of one line; and a day of the period that they tell of.
FIRST_ROW = 5
DAY = date(2026, 3, 1)

Changes = Mapping[str, Any]


@dataclass(frozen=True)
class FormExamples:
    """``passes``: a whole row, then what other good rows change of it. ``breaks``: rule → rows, each as what it changes."""

    passes: tuple[Changes, ...]
    breaks: Mapping[str, tuple[Changes, ...]]


@lru_cache(maxsize=8)
def form_examples(folder: Path = EXAMPLES) -> Mapping[str, FormExamples]:
    """Return form → its examples. Raises ``ContractError`` naming the file that has no row which passes."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.stem == COMMON.stem:
            continue
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        if not raw.get("passes"):
            raise ContractError(path, "passes", "须有一行不违反任何规则的例子")
        breaks = {code: tuple(rows) for code, rows in (raw.get("breaks") or {}).items()}
        found[path.stem] = FormExamples(tuple(raw["passes"]), breaks)
    return found


@lru_cache(maxsize=8)
def common_examples(folder: Path = EXAMPLES) -> Mapping[str, Mapping[str, Any]]:
    """Return rule → its example as ``common.yaml`` declares it, with its code as ``rule``."""
    raw: dict[str, dict[str, Any]] = yaml.safe_load((folder / COMMON.name).read_text(encoding="utf-8"))
    return {code: {"rule": code, **declared} for code, declared in raw.items()}


def example_table(
    form: Form, good: Changes, changes: Sequence[Changes] = ({},), without: Sequence[str] = (), **facts: Any
) -> Table:
    """Return a sheet as the reader gives it whose rows are the good row with these changes, in a period of the form's kind.

    ``without`` are fields whose column the sheet lacks; ``facts`` replace what else the sheet says.
    """
    rows = [{**good, **change} for change in changes]
    if unknown := {name for row in rows for name in row} - set(form.fields):
        raise ContractError(EXAMPLES / f"{form.id}.yaml", "", f"表里没有这些字段：{'、'.join(sorted(unknown))}")
    names = [name for name in form.fields if name not in without]
    table = Table(
        form=form.id,
        sheet="Sheet1",
        header_rows=(FIRST_ROW - 1,),
        columns=[_column(index, name, form) for index, name in enumerate(names, start=1)],
        rows=list(range(FIRST_ROW, FIRST_ROW + len(rows))),
        values={name: [_typed(form, name, row.get(name)) for row in rows] for name in names},
        raws={name: [_raw(row.get(name)) for row in rows] for name in names},
        other_rows=[],
        problems=[],
        coercions=[],
        period=containing(DAY, form.period),
        department=form.department,
        version_found=form.version,
        steps={name: Decimal("0.0001") for name in names if form.fields[name].type in NUMERIC},
    )
    for name, value in facts.items():
        setattr(table, name, value)
    return table


def _column(index: int, name: str, form: Form) -> Column:
    field = form.fields[name]
    return Column(index, (field.title,), name, field.title, field.unit, field.unit)


def _typed(form: Form, name: str, value: Any) -> Value:
    """Return a value as the reader gives one of the field's type; YAML has no decimals."""
    kind = form.fields[name].type
    if value is None or kind is FieldType.BOOL:
        return None if value is None else bool(value)
    if kind in SCALE:
        return Decimal(str(value))
    typed: Value = value
    return typed


def _raw(value: Any) -> Any:
    if isinstance(value, bool):
        return "是" if value else "否"
    return float(value) if isinstance(value, Decimal | int) else value
