"""``metrics.json``: dbt's semantic manifest, whose dimensions carry the Chinese titles of their columns as labels."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from orchestration.release.lineage import ColumnText, Lineage, TableText


def write_metrics(path: Path, manifest: Path, lineage: Lineage) -> dict[str, Any]:
    """Write the metrics of a release and return them; nothing, when dbt left no semantic manifest."""
    if not manifest.is_file():
        return {}
    declared: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
    for model in declared["semantic_models"]:
        columns = lineage.tables.get(model["node_relation"]["alias"], TableText()).columns
        for dimension in model["dimensions"]:
            dimension["label"] = dimension.get("label") or _title(dimension, columns)
    path.write_text(json.dumps(declared, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return declared


def _title(dimension: Mapping[str, Any], columns: Mapping[str, ColumnText]) -> str | None:
    known = columns.get(dimension.get("expr") or dimension["name"]) or columns.get(dimension["name"])
    return known.title if known and known.title else None
