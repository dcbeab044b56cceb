"""What dbt knows of the tables: titles, descriptions, and which forms feed them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

#: What dbt makes tables of.
_TABLES = ("model", "seed", "snapshot")


@dataclass(frozen=True)
class ColumnText:
    """What dbt says about a column; empty where it says nothing."""

    title: str = ""
    unit: str = ""
    description: str = ""


@dataclass(frozen=True)
class TableText:
    """What dbt says about a table: ``kind`` is model, seed …; ``forms`` are the ids of the forms that feed it, ``tables``
    those it reads, ``pages`` what people look at that reads it (exposures), ``rule`` the code of the rule that it is.
    """

    kind: str = ""
    title: str = ""
    description: str = ""
    forms: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    rule: str = ""
    columns: Mapping[str, ColumnText] = field(default_factory=dict)


class Lineage:
    """A dbt manifest, read for the dictionary. An empty one says nothing about any table."""

    def __init__(self, manifest: Mapping[str, Any]) -> None:
        self._nodes: Mapping[str, Any] = {**manifest.get("nodes", {}), **manifest.get("sources", {})}
        self._exposures: Mapping[str, Any] = manifest.get("exposures", {})

    @classmethod
    def read(cls, path: Path) -> Lineage:
        """Read ``manifest.json``; a missing file gives an empty lineage."""
        return cls(json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {})

    @cached_property
    def tables(self) -> dict[str, TableText]:
        """Return what dbt says about each table, by the table's name."""
        return {node["name"]: self._text(node) for node in self._nodes.values() if node["resource_type"] in _TABLES}

    @cached_property
    def queries(self) -> dict[str, str]:
        """Return the SQL that built each table, as far as SQL did."""
        return {
            node["name"]: node["compiled_code"]
            for node in self._nodes.values()
            if node["resource_type"] in _TABLES and node.get("language") == "sql" and node.get("compiled_code")
        }

    def _text(self, node: Mapping[str, Any]) -> TableText:
        meta = _meta(node)
        return TableText(
            kind=node["resource_type"],
            # A quality model is a rule: what the rule is about is its title.
            title=meta.get("title") or meta.get("rule", {}).get("about", ""),
            description=_one_line(node),
            forms=tuple(sorted(self._forms(node["unique_id"], set()))),
            tables=tuple(sorted(self._tables_read(node))),
            pages=tuple(self._pages(node["unique_id"])),
            rule=meta.get("rule", {}).get("code", ""),
            columns={
                name: ColumnText(_meta(column).get("title", ""), _meta(column).get("unit", ""), _one_line(column))
                for name, column in node.get("columns", {}).items()
            },
        )

    def _tables_read(self, node: Mapping[str, Any]) -> set[str]:
        parents = (self._nodes.get(parent) for parent in node["depends_on"].get("nodes", ()))
        return {parent["name"] for parent in parents if parent and parent["resource_type"] in _TABLES}

    def _pages(self, unique_id: str) -> list[str]:
        reads = (one for one in self._exposures.values() if unique_id in one["depends_on"]["nodes"])
        return [one.get("label") or one["name"] for one in reads]

    def _forms(self, unique_id: str, seen: set[str]) -> set[str]:
        """Return the landing folders above a node; those of the inbox itself begin with an underscore."""
        if unique_id in seen:
            return set()
        seen.add(unique_id)
        node = self._nodes.get(unique_id)
        if node is None:
            return set()
        if node["resource_type"] == "source":
            return set() if node["name"].startswith("_") else {node["name"]}
        return {form for parent in node["depends_on"].get("nodes", ()) for form in self._forms(parent, seen)}


def _meta(node: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = node.get("config", {}).get("meta") or node.get("meta") or {}
    return found


def _one_line(node: Mapping[str, Any]) -> str:
    return " ".join((node.get("description") or "").split())
