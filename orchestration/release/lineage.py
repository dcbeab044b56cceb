"""What dbt knows of the tables: titles, descriptions, and which forms feed them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class ColumnText:
    """What dbt says about a column; empty where it says nothing."""

    title: str = ""
    unit: str = ""
    description: str = ""


@dataclass(frozen=True)
class TableText:
    """What dbt says about a table; ``forms`` are the ids of the forms that feed it, ``kind`` is model, seed …"""

    kind: str = ""
    title: str = ""
    description: str = ""
    forms: tuple[str, ...] = ()
    columns: Mapping[str, ColumnText] = field(default_factory=dict)


class Lineage:
    """A dbt manifest, read for the dictionary. An empty one says nothing about any table."""

    def __init__(self, manifest: Mapping[str, Any]) -> None:
        self._nodes: Mapping[str, Any] = {**manifest.get("nodes", {}), **manifest.get("sources", {})}

    @classmethod
    def read(cls, path: Path) -> Lineage:
        """Read ``manifest.json``; a missing file gives an empty lineage."""
        return cls(json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {})

    @cached_property
    def tables(self) -> dict[str, TableText]:
        """Return what dbt says about each table, by the table's name."""
        kinds = ("model", "seed", "snapshot")
        return {node["name"]: self._text(node) for node in self._nodes.values() if node["resource_type"] in kinds}

    def _text(self, node: Mapping[str, Any]) -> TableText:
        meta = _meta(node)
        return TableText(
            kind=node["resource_type"],
            # A quality model is a rule: what the rule is about is its title.
            title=meta.get("title") or meta.get("rule", {}).get("about", ""),
            description=_one_line(node),
            forms=tuple(sorted(self._forms(node["unique_id"], set()))),
            columns={
                name: ColumnText(_meta(column).get("title", ""), _meta(column).get("unit", ""), _one_line(column))
                for name, column in node.get("columns", {}).items()
            },
        )

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
