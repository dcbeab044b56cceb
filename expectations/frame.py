"""One frame of all rows of a form in a batch: where each row stands, its fields, and what Python knows about its cells.

Columns: ``_row`` (0, 1, 2 … over the batch), the system columns of ``landing`` with ``form``, every field, ``_key``,
and per field where they are needed ``<field>__given`` (true or null), ``<field>__step`` (last digit shown, in base
units) and one boolean column per check of ``cells`` and ``names``. ``submission_id`` holds the *list*
(``expectations.part``), so that a window partitioned by it never mixes periods, departments or copies of a sheet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import Any

import pyarrow as pa

from expectations.cells import CellCheck
from expectations.names import Names, name_field
from expectations.part import Rows
from sources.contract import Form
from sources.landing.schema import arrow_type

_STEP = pa.decimal128(18, 6)
_TOLERANCE = re.compile(r"\btolerance\s*\(([\w\s,]+)\)")


@dataclass(frozen=True)
class Frame:
    """The rows of a batch as one arrow table; ``place`` leads from ``_row`` back to part and row."""

    form: Form
    parts: Sequence[Rows]
    table: pa.Table
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, form: Form, parts: Sequence[Rows], checks: Sequence[CellCheck]) -> Frame:
        """Build the frame. Raises ``pyarrow.ArrowInvalid`` for values that are not of their field's type."""
        names = Names.of(form, parts)
        steps = step_fields(form)
        pieces = [_columns(rows, checks, names, steps) for rows in parts]
        types = _types(form, checks, steps)
        arrays = {name: _array([v for piece in pieces for v in piece[name]], kind) for name, kind in types.items()}
        starts = tuple(accumulate((len(rows.table.rows) for rows in parts), initial=0))
        return cls(form, parts, pa.table({"_row": pa.array(range(starts[-1]), pa.int64()), **arrays}), starts)

    def place(self, row: int) -> tuple[int, int]:
        """Return (index of the part, index of the row in it) of a ``_row``."""
        part = bisect_right(self._starts, row) - 1
        return part, row - self._starts[part]


def with_tolerances(sql: str) -> str:
    """Write out ``tolerance(a, b, …)``: half of the last digit shown of each, together, at least 0.01.

    domain.md section 2.2: figures that were rounded before they were added differ by up to that much.
    """

    def expanded(match: re.Match[str]) -> str:
        steps = " + ".join(f"coalesce({name.strip()}__step, 0)" for name in match[1].split(","))
        return f"greatest(0.5 * ({steps}), 0.01)"

    return _TOLERANCE.sub(expanded, sql)


def step_fields(form: Form) -> frozenset[str]:
    """Return the fields whose last shown digit some rule asks for."""
    rules = " ".join(rule.sql for rule in form.rules.values())
    return frozenset(name.strip() for match in _TOLERANCE.finditer(rules) for name in match[1].split(","))


def _types(form: Form, checks: Sequence[CellCheck], steps: frozenset[str]) -> dict[str, pa.DataType]:
    text = pa.string()
    system = dict.fromkeys(("submission_id", "department", "period", "sheet", "form"), text)
    derived = {f"{name}__step": _STEP for name in steps}
    flags = [f"{name}__given" for name in form.required] + [check.column for check in checks]
    flags += ["_names__g08", "_names__g09"] if name_field(form) else []
    return {
        **system,
        "reported_on": pa.date32(),
        "sheet_row": pa.int64(),
        "_key": text,
        **{name: _wide(arrow_type(field.type)) for name, field in form.fields.items()},
        **derived,
        **dict.fromkeys(flags, pa.bool_()),
    }


def _wide(kind: pa.DataType) -> pa.DataType:
    """Give decimals ten more digits: a rule that multiplies the largest amount must not overflow and stop the night."""
    return pa.decimal128(28, kind.scale) if pa.types.is_decimal(kind) else kind


def _columns(rows: Rows, checks: Sequence[CellCheck], names: Names, steps: frozenset[str]) -> dict[str, Sequence[Any]]:
    table, size = rows.table, len(rows.table.rows)
    nothing: list[None] = [None] * size
    given = {f"{name}__given": _given(rows, name) for name in rows.form.required}
    columns: dict[str, Sequence[Any]] = {
        "submission_id": [rows.list_id] * size,
        "department": [table.department] * size,
        "period": [table.period] * size,
        "sheet": [table.sheet] * size,
        "form": [table.form] * size,
        "reported_on": [rows.reported_on] * size,
        "sheet_row": table.rows,
        "_key": rows.complete_keys,
        **{name: table.values.get(name, nothing) for name in rows.form.fields},
        **{f"{name}__step": [table.steps.get(name)] * size for name in steps},
        **given,
        **{
            check.column: check.results(list(table.values.get(check.field, nothing)), rows.reported_on)
            for check in checks
        },
    }
    if name_in := name_field(rows.form):
        codes, called = table.values.get("uscc", nothing), table.values.get(name_in, nothing)
        columns["_names__g08"] = [len(names.names(rows.list_id, code)) < 2 for code in codes]
        columns["_names__g09"] = [len(names.codes(rows.list_id, name)) < 2 for name in called]
    return columns


def _given(rows: Rows, name: str) -> list[bool | None]:
    """True where a required cell says something: a value, *not applicable* outside the key, or a known problem.

    A column that the sheet does not have is one finding about the header, not one per row.
    """
    values = rows.table.values.get(name)
    if values is None or name not in rows.form.fields_in(rows.table.period):
        return [True] * len(rows.table.rows)
    excused = rows.troubled if name in rows.form.key else rows.troubled | rows.not_applicable
    pairs = zip(values, rows.table.rows, strict=True)
    return [True if value is not None or (name, row) in excused else None for value, row in pairs]


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except pa.ArrowInvalid:
        if not pa.types.is_decimal(kind):
            raise
        quantum = Decimal(1).scaleb(-kind.scale)
        return pa.array([None if v is None else Decimal(v).quantize(quantum, ROUND_HALF_UP) for v in values], kind)
