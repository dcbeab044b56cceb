"""The flow of columns stays beside dbt's files until a query or a table changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from orchestration.release.flow import Flow
from orchestration.release.lineage import Lineage

TABLES = {"main": {"stg": ["paid", "planned"], "fct": ["done"]}}


def _lineage(sql: str) -> Lineage:
    node: dict[str, Any] = {"name": "fct", "resource_type": "model", "language": "sql", "compiled_code": sql}
    return Lineage({"nodes": {"model.t.fct": node}})


def test_what_was_kept_is_what_was_read(tmp_path: Path) -> None:
    kept = tmp_path / "flow.json"
    first = Flow.read(_lineage("select paid as done from main.stg"), TABLES, kept)
    again = Flow.read(_lineage("select paid as done from main.stg"), TABLES, kept)
    assert again.parents == first.parents == {("fct", "done"): {("stg", "paid")}}
    assert again.below(("stg", "paid")) == {("stg", "paid"), ("fct", "done")}


def test_what_was_kept_is_taken_while_the_queries_are_the_same(tmp_path: Path) -> None:
    kept = tmp_path / "flow.json"
    lineage = _lineage("select paid as done from main.stg")
    Flow.read(lineage, TABLES, kept)
    content = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps({**content, "parents": []}), encoding="utf-8")
    assert Flow.read(lineage, TABLES, kept).parents == {}


def test_a_changed_query_is_read_anew(tmp_path: Path) -> None:
    kept = tmp_path / "flow.json"
    Flow.read(_lineage("select paid as done from main.stg"), TABLES, kept)
    changed = Flow.read(_lineage("select planned as done from main.stg"), TABLES, kept)
    assert changed.parents == {("fct", "done"): {("stg", "planned")}}
