"""Which published figures a changed submission moves, and by about how much, as the published lineage tells.

A figure that adds up a field moves by what the changed cells differ by. A ratio, a count and what is computed in any
other way is named as affected: its size is known once it is computed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sources.home import Home
from sources.periods import chinese
from sources.published.errors import NothingPublishedError
from sources.published.read import connect, has_table, rows_of
from sources.returned.changes import Changes, Row, by_key

_SOURCES = """
    select sources.indicator_id, indicators.name, indicators.unit, sources.period, sources.row_key, sources.field,
        sources.value, sources.submission_id
    from indicator_sources as sources
    inner join dim_indicators as indicators using (indicator_id)
    where sources.form = ? and list_contains(?, sources.submission_id)
    order by sources.indicator_id, sources.period
"""
#: Figures that no sum of cells gives.
_COMPUTED = ("%", "百分点")
#: What a figure's unit makes of one unit of the cell: 1 亿元 is 10,000 万元.
_FACTORS = tuple(Decimal(1).scaleb(power) for power in range(-8, 5))


@dataclass(frozen=True)
class Effect:
    """A published figure that moves. ``moved`` is in ``unit``; None: it must be computed anew."""

    indicator_id: str
    name: str
    period: str
    unit: str
    moved: Decimal | None

    @property
    def said(self) -> str:
        """The effect in words."""
        size = "受影响，重新计算后得出" if self.moved is None else f"约 {_plain(self.moved)} {self.unit}"
        return f"{self.indicator_id} {self.name}（{chinese(self.period)}）：{size}"


@dataclass(frozen=True)
class _Compared:
    """The two lists by key, what changed between them, and which of the two the published figures rest on."""

    changes: Changes
    lists: Mapping[str, Mapping[str, Row]]
    before: str
    after: str

    def moved(self, field: str, factor: Decimal, keys: frozenset[str]) -> Decimal:
        """Return what a field's sum over the published rows (``keys``) changes by; rows that come and go count whole."""
        old, new = self.lists[self.before], self.lists[self.after]
        both = {one.row for one in self.changes.changed if one.field == field and one.row in keys}
        sums = [_amount(new[key].get(field)) - _amount(old[key].get(field)) for key in sorted(both)]
        sums += [_amount(new[key].get(field)) for key in self.changes.added]
        sums += [-_amount(old[key].get(field)) for key in self.changes.gone]
        return sum(sums, Decimal(0)) * factor

    def touches(self, fields: Iterable[str]) -> bool:
        """Say whether any cell of these fields changed, or rows came or went."""
        changed = {one.field for one in self.changes.changed}
        return bool(self.changes.added or self.changes.gone or changed & set(fields))


def effects(
    home: Home, changes: Changes, before: tuple[str, Sequence[Row]], after: tuple[str, Sequence[Row]]
) -> list[Effect]:
    """Return the figures of the current release that the changes move, by indicator and period.

    ``before`` and ``after`` are submissions with their rows. Nothing published, or nothing that rests on either: none.
    """
    lists = {identity: by_key(changes.form, rows) for identity, rows in (before, after)}
    compared = _Compared(changes, lists, before[0], after[0])
    try:
        with connect(home) as connection:
            told = has_table(connection, "indicator_sources")
            sources = rows_of(connection, _SOURCES, [changes.form.id, [before[0], after[0]]]) if told else []
    except NothingPublishedError:
        return []
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in sources:
        found.setdefault((row["indicator_id"], row["period"]), []).append(row)
    return [effect for rows in found.values() for effect in _effect(rows, compared)]


def _effect(rows: Sequence[dict[str, Any]], compared: _Compared) -> Iterator[Effect]:
    fields = {row["field"] for row in rows}
    if not compared.touches(fields):
        return
    first, moved = rows[0], None
    if (factor := _factor(rows, compared)) is not None:
        moved = compared.moved(first["field"], factor, frozenset(row["row_key"] for row in rows))
        if not moved:
            return
    yield Effect(first["indicator_id"], first["name"], first["period"], first["unit"] or "", moved)


def _factor(rows: Sequence[dict[str, Any]], compared: _Compared) -> Decimal | None:
    """Return what the figure adds for one unit of its field; None when it is no sum of one field."""
    unit = rows[0]["unit"] or ""
    if unit in _COMPUTED or "/" in unit or len({row["field"] for row in rows}) > 1:
        return None
    told = [
        (row["value"], compared.lists[row["submission_id"]].get(row["row_key"], {}).get(row["field"])) for row in rows
    ]
    if not all(_is_number(cell) for _, cell in told if cell is not None):
        return None
    pairs = [(value, _amount(cell)) for value, cell in told if value is not None and cell]
    if not pairs:
        return None
    return next((factor for factor in _FACTORS if all(_near(value, cell * factor) for value, cell in pairs)), None)


def _near(value: Decimal, product: Decimal) -> bool:
    return abs(value - product) <= Decimal("0.000001")


def _is_number(value: object) -> bool:
    return isinstance(value, (Decimal, int)) and not isinstance(value, bool)


def _amount(value: Any) -> Decimal:
    return Decimal(value) if _is_number(value) else Decimal(0)


def _plain(moved: Decimal) -> str:
    text = f"{moved:+,.4f}"
    return text.rstrip("0").rstrip(".")
