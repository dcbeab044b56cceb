"""What a submission changes against the one accepted before it, in business words: rows by the form's key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from sources.contract import Field, FieldType, Form
from sources.home import Home
from sources.inbox import Receipt
from sources.landing import SUBMISSIONS, rows_schema
from sources.reader.model import Table, Value

#: One row: field → typed value (money in 万元, ratios as fractions). Fields that were not sent are absent or None.
Row = Mapping[str, Value]

ADDED, GONE, CHANGED = "新增", "减少", "修改"
#: A serial number says nothing about the row: it moves when another row is added.
_SERIAL = "row_no"


@dataclass(frozen=True)
class Line:
    """One change in words. ``column``, ``before`` and ``after`` are empty for rows added and gone."""

    kind: str
    row: str
    column: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class CellChange:
    """A value that changed: ``row`` is the key's values joined by ``|``."""

    row: str
    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class Changes:
    """Everything that differs. ``added`` and ``gone`` are keys, in the order of their sheets."""

    form: Form
    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[CellChange, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)

    @property
    def summary(self) -> str:
        """How much changed, in one line."""
        rows = len({change.row for change in self.changed})
        if not self:
            return "没有变化"
        return f"新增 {len(self.added)} 行，减少 {len(self.gone)} 行，修改 {rows} 行 {len(self.changed)} 个数"

    def lines(self) -> list[Line]:
        """Return the changes in words, with Chinese titles, units and both values; personal values are not shown."""
        found = [Line(ADDED, _said_key(key)) for key in self.added]
        found += [Line(GONE, _said_key(key)) for key in self.gone]
        for change in self.changed:
            field = self.form.fields[change.field]
            before, after = (_shown(field, value) for value in (change.before, change.after))
            found.append(Line(CHANGED, _said_key(change.row), _title(field), before, after))
        return found


def compare(form: Form, before: Iterable[Row], after: Iterable[Row]) -> Changes:
    """Compare two lists of rows by the form's key; rows of the same key are matched in order."""
    old, new = by_key(form, before), by_key(form, after)
    names = [name for name in form.fields if name not in form.key and name != _SERIAL]
    changed = [
        CellChange(key, name, old[key].get(name), row.get(name))
        for key, row in new.items()
        if key in old
        for name in names
        if old[key].get(name) != row.get(name)
    ]
    return Changes(
        form,
        added=tuple(key for key in new if key not in old),
        gone=tuple(key for key in old if key not in new),
        changed=tuple(changed),
    )


def by_key(form: Form, rows: Iterable[Row]) -> dict[str, Row]:
    """Return rows by the form's key, joined by ``|``; further rows of a key end in #2, #3 …"""
    seen: Counter[str] = Counter()
    found = {}
    for row in rows:
        key = "|".join("" if row.get(name) is None else str(row.get(name)) for name in form.key)
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key}#{seen[key]}"] = row
    return found


def table_rows(tables: Iterable[Table]) -> list[Row]:
    """Return the rows of tables that were read."""
    return [
        {name: values[number] for name, values in table.values.items()}
        for table in tables
        for number in range(len(table.rows))
    ]


def landed_rows(home: Home, form: Form, submission_id: str, period: str | None) -> list[Row]:
    """Return the rows of a submission that landed, in the order of its sheets."""
    schema = rows_schema(form)
    wanted = (pc.field("submission_id") == submission_id) & (pc.field("period") == period)
    rows = _dataset(home, form.id, schema).to_table(filter=wanted)
    rows = rows.sort_by([("sheet", "ascending"), ("sheet_row", "ascending")])
    return list(rows.select(list(form.fields)).to_pylist())


def last_accepted(
    home: Home, receipt: Receipt, form: str, department: str | None, period: str | None
) -> Mapping[str, Any] | None:
    """Return the submission accepted before ``receipt`` for the same form, department and period.

    The row has the columns of ``landing/_submissions``; None when there is none.
    """
    if department is None or period is None:
        return None
    same = (pc.field("form") == form) & (pc.field("department") == department) & (pc.field("period") == period)
    wanted = same & (pc.field("verdict") == "accepted") & (pc.field("received_at") <= pa.scalar(receipt.received_at))
    rows = landed_table(home, "_submissions", SUBMISSIONS, wanted)
    others = [row for row in rows if row["submission_id"] != receipt.submission_id]
    return max(others, key=lambda row: (row["received_at"], row["judged_at"]), default=None)


def landed_table(home: Home, name: str, schema: pa.Schema, wanted: pc.Expression) -> list[dict[str, Any]]:
    """Return the rows of a table of the landing that fit an expression."""
    rows: list[dict[str, Any]] = _dataset(home, name, schema).to_table(filter=wanted).to_pylist()
    return rows


def _dataset(home: Home, name: str, schema: pa.Schema) -> Any:
    """Return the landed rows of a form; columns that it did not have yet are null."""
    files: Sequence[str] = [str(path) for path in sorted((home.landing / name).glob("*.parquet"))]
    return ds.dataset(files, schema=schema, format="parquet")


def _said_key(key: str) -> str:
    return " · ".join(part for part in key.split("|") if part) or "（未填名称）"


def _title(field: Field) -> str:
    unit = "%" if field.type is FieldType.RATIO else field.unit
    return f"{field.title}（{unit}）" if unit else field.title


def _shown(field: Field, value: Value) -> str:
    if value is None:
        return "空"
    if field.personal:
        return "（个人信息，不显示）"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        shown = value * 100 if field.type is FieldType.RATIO else value
        text = f"{shown:,f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value.isoformat() if isinstance(value, date) else str(value)
