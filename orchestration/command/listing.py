"""How commands show lists: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

#: Columns of a table when stdout is no terminal: wide enough that nothing is cut in a file or a pipe.
PIPED_WIDTH = 240


@dataclass(frozen=True)
class Column:
    """A column of a listing: the key in each row and the Chinese heading."""

    key: str
    title: str


def show(
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[Column],
    *,
    title: str | None = None,
    as_json: bool = False,
    empty: str = "没有记录。",
) -> None:
    """Print rows as a table, or all their keys as a JSON list (keys that begin with ``shown_`` are for the table)."""
    if as_json:
        show_json([{key: value for key, value in row.items() if not key.startswith("shown_")} for row in rows])
    elif rows:
        show_table([[row.get(column.key) for column in columns] for row in rows], [c.title for c in columns], title)
    else:
        click.echo(empty)


def show_table(rows: Sequence[Sequence[Any]], titles: Sequence[str], title: str | None = None) -> None:
    """Print a table; columns that hold numbers only are right-aligned."""
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    for index, heading in enumerate(titles):
        values = [row[index] for row in rows if row[index] is not None]
        numeric = bool(values) and all(_is_number(value) for value in values)
        table.add_column(Text(heading), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(as_text(value)) for value in row))
    console().print(table)


def show_facts(facts: Mapping[str, Any], title: str | None = None) -> None:
    """Print pairs of heading and value, one per line; pairs without a value are left out."""
    if title:
        console().print(Text(title, style="bold"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for heading, value in facts.items():
        if value is not None:
            grid.add_row(Text(heading), Text(as_text(value)))
    console().print(grid)


def show_json(value: Any) -> None:
    """Print one JSON document, Chinese as it is written."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=as_plain))


def console() -> Console:
    """Return a console on stdout that never cuts what goes into a file or a pipe."""
    found = Console(highlight=False)
    return found if found.is_terminal else Console(highlight=False, width=PIPED_WIDTH)


def as_plain(value: Any) -> Any:
    """Return a value as JSON can hold it: decimals as numbers, times in ISO form, anything else as its text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def as_shown(value: Decimal | None, unit: str | None) -> Decimal | None:
    """Return a quantity as it is shown with its unit: ratios are stored as fractions (0.563 is shown as 56.3 %)."""
    return value * 100 if value is not None and unit in ("%", "百分点") else value


def as_text(value: Any) -> str:
    """Return a value as a person reads it: thousands separated, no trailing zeros, yes and no in Chinese."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return str(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _number(value: Decimal) -> str:
    plain = f"{value:,f}" if value.is_finite() else str(value)
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
