"""The catalogue of a release: what each table and column is, where it comes from, and what uses it (``catalogue.json``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sources.published.release import Release


@dataclass(frozen=True)
class Column:
    """A column: its texts, the columns that give it values (table, column), the fields of forms that these lead up to
    (form, field), the rules about those fields (codes), the indicators and pages that its values reach.
    """

    name: str
    type: str
    title: str = ""
    unit: str = ""
    description: str = ""
    origins: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table. ``schema`` is ``main`` unless its rows are restricted; ``reads`` and ``read_by`` are tables, ``forms`` ids,
    ``rules`` codes, ``indicators`` ids, ``pages`` names for people: those of its columns and its own.
    """

    name: str
    schema: str
    layer: str
    title: str
    description: str
    rows: int
    forms: tuple[str, ...]
    reads: tuple[str, ...]
    read_by: tuple[str, ...]
    rules: tuple[str, ...]
    indicators: tuple[str, ...]
    pages: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def address(self) -> str:
        """The table as a query names it."""
        return self.name if self.schema == "main" else f"{self.schema}.{self.name}"


def write_tables(path: Path, tables: Iterable[Table]) -> None:
    """Write a catalogue into the folder of its release."""
    path.write_text(json.dumps([asdict(table) for table in tables], ensure_ascii=False), encoding="utf-8")


def tables_of(release: Release) -> Mapping[str, Table]:
    """Return the tables by name; nothing for a release from before catalogues were kept."""
    path = release.catalogue
    return _read(path) if path else {}


@lru_cache(maxsize=2)
def _read(path: Path) -> Mapping[str, Table]:
    """Read a catalogue. Releases never change: what was read stays true."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return {one["name"]: _table(one) for one in found}


def _table(one: dict[str, Any]) -> Table:
    columns = tuple(Column(**_frozen(column)) for column in one.pop("columns"))
    return Table(**_frozen(one), columns=columns)


def _frozen(one: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(tuple(part) if isinstance(part, list) else part for part in value) if isinstance(value, list)
            else value for key, value in one.items()}  # fmt: skip
