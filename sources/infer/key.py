"""The fields of a draft that name its rows."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from sources.contract.types import FieldType
from sources.infer.fields import Draft
from sources.reader.model import Table, Value

#: Columns joined to a key at most, before all are.
WIDEST_KEY = 3
#: Combinations tried of each size.
TRIED = 200


def values_of(tables: Sequence[Table], name: str) -> list[Value]:
    """Return the values of a field in all tables of the form, top to bottom; None where a table lacks the column."""
    return [value for table in tables for value in table.values.get(name, [None] * len(table.rows))]


def is_complete(tables: Sequence[Table], name: str) -> bool:
    """Say whether every row has a value."""
    found = values_of(tables, name)
    return bool(found) and all(value is not None for value in found)


def key_of(tables: Sequence[Table], drafts: list[Draft]) -> tuple[str, ...] | None:
    """Return the fields that name a row: the fewest that are complete and never the same twice; None when none do."""
    names = [draft.name for draft in drafts]
    if not any(table.rows for table in tables):
        return (names[0],)
    read = {name: values_of(tables, name) for name in names if any(name in table.values for table in tables)}
    labels = [d.name for d in drafts if d.type in _LABELS and d.name in read and d.name != "row_no"]
    complete = [name for name in labels if is_complete(tables, name)]
    numbers = [name for name in names if name not in labels and name in read and name != "row_no"]
    serial = [name for name in names if name == "row_no" and is_complete(tables, name)]
    for pool in (complete, labels, serial, [*complete, *numbers], list(read)):
        if found := _unique(read, pool):
            return found
    return None


_LABELS = frozenset(
    {
        FieldType.TEXT,
        FieldType.CODE,
        FieldType.USCC,
        FieldType.PROJECT_CODE,
        FieldType.DATE,
        FieldType.YEAR,
        FieldType.ENUM,
    }
)


def _unique(read: Mapping[str, list[Value]], names: list[str]) -> tuple[str, ...] | None:
    """Return the first combination of columns in which every row is different, None when there is none."""
    for size in range(1, WIDEST_KEY + 1):
        for chosen in itertools.islice(itertools.combinations(names, size), TRIED):
            if _differ(read, chosen):
                return chosen
    return tuple(names) if names and _differ(read, tuple(names)) else None


def _differ(read: Mapping[str, list[Value]], names: tuple[str, ...]) -> bool:
    rows = list(zip(*(read[name] for name in names), strict=True))
    return len(set(rows)) == len(rows) and not any(all(value is None for value in row) for row in rows)
