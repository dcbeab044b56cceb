"""A department's layout of a form, derived from the form's own declaration: which wording, which units, which parents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sources.contract import Field, FieldType, Form
from sources.sample.items import items_of
from sources.sample.style import Shown, Spelling, Style

#: Stands in required cells to which nothing applies.
_NOT_APPLICABLE = "—"


@dataclass(frozen=True)
class Layout:
    """What a department does differently from the form: everything left out follows the form.

    ``alias`` n takes the n-th alias of each column that has one; ``money`` is the unit of all money columns; ``under``
    are parents that span the columns whose titles begin with them; ``last`` moves columns to the right end; ``own``
    are columns that no form knows; ``items_down`` lays the sheet out with one row per item.
    """

    title: str
    sheet: str
    alias: int = 0
    money: str = "万元"
    dates: Spelling = ""
    under: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    merge: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    group: str | None = None
    items_down: bool = False
    above: tuple[str, ...] = ("填报单位：{department}",)
    below: tuple[str, ...] = ("填报人：{filler}　　审核人：{reviewer}",)

    def style(self, form: Form, rows: Sequence[Mapping[str, Any]]) -> Style:
        """Return the style of a sheet with these rows: columns that the form requires, and those that hold anything."""
        filled = {name for row in rows for name, value in row.items() if value is not None}
        # Items side by side have no lines to number.
        unseen = {"row_no"} if self.items_down else set()
        names = [
            name for name, field in form.fields.items() if (field.required or name in filled) and name not in unseen
        ]
        ordered = [name for name in names if name not in self.last] + [name for name in names if name in self.last]
        columns = [self._column(name, form.fields[name]) for name in ordered]
        columns += [Shown(None, (text,)) for text in self.own]
        below = self.below if rows else ("本期无", *self.below)
        return Style(
            title=self.title,
            columns=tuple(columns),
            sheet=self.sheet,
            above=self.above,
            below=below,
            group=self.group if rows else None,
            merge=self.merge,
            order=self.order,
            items=items_of(form, columns, self.alias) if self.items_down else None,
        )

    def _column(self, name: str, field: Field) -> Shown:
        unit = self.money if field.type is FieldType.MONEY else "%" if field.type is FieldType.RATIO else field.unit
        mark = f"（{unit}）" if unit else ""
        measured = unit if field.type in (FieldType.MONEY, FieldType.RATIO) else None
        fallback = _NOT_APPLICABLE if field.required else None
        spell = self.dates if field.type is FieldType.DATE else ""
        return Shown(name, self._header(field, mark), measured, spell, fallback)

    def _header(self, field: Field, mark: str) -> tuple[str, ...]:
        for parent in self.under:
            if field.title.startswith(parent) and field.title != parent:
                return (parent, field.title.removeprefix(parent) + mark)
        said = field.titles[min(self.alias, len(field.titles) - 1)]
        return (said + mark,)
