"""The fields of a draft that name its rows."""

from __future__ import annotations

import itertools

from sources.contract.types import FieldType
from sources.infer.fields import Draft
from sources.reader.model import Table

#: Columns joined to a key at most, before all are.
WIDEST_KEY = 3
#: Combinations tried of each size.
TRIED = 200


def is_complete(table: Table, name: str) -> bool:
    """Say whether every row has a value."""
    found = table.values.get(name)
    return bool(found) and all(value is not None for value in found or [])


def key_of(table: Table | None, drafts: list[Draft]) -> tuple[str, ...] | None:
    """Return the fields that name a row: the fewest that are complete and never the same twice; None when none do."""
    names = [draft.name for draft in drafts]
    if table is None or not table.rows:
        return (names[0],)
    labels = [d.name for d in drafts if d.type in _LABELS and d.name in table.values and d.name != "row_no"]
    complete = [name for name in labels if is_complete(table, name)]
    numbers = [name for name in names if name not in labels and name in table.values and name != "row_no"]
    serial = [name for name in names if name == "row_no" and is_complete(table, name)]
    for pool in (complete, labels, serial, [*complete, *numbers], names):
        if found := _unique(table, pool):
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


def _unique(table: Table, names: list[str]) -> tuple[str, ...] | None:
    """Return the first combination of columns in which every row is different, None when there is none."""
    for size in range(1, WIDEST_KEY + 1):
        for chosen in itertools.islice(itertools.combinations(names, size), TRIED):
            if _differ(table, chosen):
                return chosen
    return tuple(names) if names and _differ(table, tuple(names)) else None


def _differ(table: Table, names: tuple[str, ...]) -> bool:
    rows = list(zip(*(table.values[name] for name in names), strict=True))
    return len(set(rows)) == len(rows) and not any(all(value is None for value in row) for row in rows)
