"""What changed between two releases: rows per table, figures, and submissions that came into force or left it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sources.published.read import open_file
from sources.published.release import Release
from sources.published.vintages import causes_since

#: What identifies a figure: indicator, period, scope.
Figure = tuple[str, str, str | None]

_VALUES = (
    "select indicator_id, period, scope, name, unit, value from indicator_values order by indicator_id, period, scope"
)

#: What a release notes of the one before it differs from night to night although nothing came.
_NOTES = frozenset(
    {
        *("int_finding_changes", "int_finding_threads", "stg_ledger__finding_events"),
        *("int_indicator_changes", "int_indicator_figures", "stg_ledger__indicator_values"),
        *("fct_indicator_vintages", "fct_indicator_revisions"),
    }
)


@dataclass(frozen=True)
class RowChange:
    """Rows of a table before and after; None where the release does not have the table."""

    table: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class ValueChange:
    """A figure before and after; None where the release does not have it.

    ``causes`` and ``why`` say what moved it, revision by revision (``fct_indicator_revisions``); empty when the later
    release does not know.
    """

    indicator_id: str
    name: str
    unit: str | None
    period: str
    scope: str | None
    before: Decimal | None
    after: Decimal | None
    causes: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """All that changed from one release to another; submissions as the manifest's ``inputs`` describe them."""

    before: str
    after: str
    rows: tuple[RowChange, ...]
    values: tuple[ValueChange, ...]
    submissions_in: tuple[dict[str, Any], ...]
    submissions_out: tuple[dict[str, Any], ...]


def diff(before: Release, after: Release) -> Difference:
    """Compare two releases; what is the same in both is left out."""
    left, right = _inputs(before), _inputs(after)
    return Difference(
        before.release_id,
        after.release_id,
        _rows(before.manifest["rows"], after.manifest["rows"]),
        _values(_figures(before), _figures(after), _causes(before, after)),
        tuple(entry for key, entry in right.items() if key not in left),
        tuple(entry for key, entry in left.items() if key not in right),
    )


def _inputs(release: Release) -> dict[tuple[str, ...], dict[str, Any]]:
    keys = ("submission_id", "form", "department", "period")
    return {tuple(str(entry[key]) for key in keys): entry for entry in release.manifest["inputs"]}


def _rows(before: dict[str, int], after: dict[str, int]) -> tuple[RowChange, ...]:
    tables = sorted({*before, *after} - _NOTES)
    changes = (RowChange(table, before.get(table), after.get(table)) for table in tables)
    return tuple(change for change in changes if change.before != change.after)


def _figures(release: Release) -> dict[Figure, tuple[str, str | None, Decimal | None]]:
    with open_file(release.warehouse) as connection:
        rows = connection.execute(_VALUES).fetchall()
    return {(row[0], row[1], row[2]): (row[3], row[4], row[5]) for row in rows}


def _causes(before: Release, after: Release) -> dict[Figure, list[dict[str, Any]]]:
    """Return why figures moved between the releases; nothing when they are compared against the course of time."""
    if before.release_id >= after.release_id:
        return {}
    with open_file(after.warehouse) as connection:
        return causes_since(connection, before.created_at)


def _values(
    before: dict[Figure, tuple[str, str | None, Decimal | None]],
    after: dict[Figure, tuple[str, str | None, Decimal | None]],
    causes: dict[Figure, list[dict[str, Any]]],
) -> tuple[ValueChange, ...]:
    changes = []
    for figure in sorted({*before, *after}, key=lambda parts: tuple(part or "" for part in parts)):
        name, unit, _ = after.get(figure) or before[figure]
        old, new = (side[figure][2] if figure in side else None for side in (before, after))
        if old != new:
            told = causes.get(figure, [])
            said = tuple(dict.fromkeys(one["cause"] for one in told)), tuple(one["why"] for one in told)
            changes.append(ValueChange(figure[0], name, unit, figure[1], figure[2], old, new, *said))
    return tuple(changes)
