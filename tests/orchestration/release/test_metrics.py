"""The metrics that a release carries: as dbt declared them, with titles for people."""

from __future__ import annotations

import json
from pathlib import Path

from orchestration.release.lineage import Lineage
from orchestration.release.metrics import write_metrics
from tests.portal.metrics import metrics


def test_dimensions_carry_the_titles_of_their_columns(tmp_path: Path) -> None:
    declared = tmp_path / "semantic_manifest.json"
    declared.write_text(json.dumps(metrics()), encoding="utf-8")
    column = {"config": {"meta": {"title": "报送部门"}}, "meta": {}, "description": ""}
    node = {
        "name": "fct_project_months", "resource_type": "model", "unique_id": "model.x", "config": {"meta": {}}, "meta": {},
        "description": "", "depends_on": {"nodes": []}, "columns": {"department": column},
    }  # fmt: skip
    write_metrics(tmp_path / "metrics.json", declared, Lineage({"nodes": {"model.x": node}}))
    written = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    labels = {one["name"]: one["label"] for one in written["semantic_models"][0]["dimensions"] if "label" in one}
    assert labels == {"period_start": None, "industry": "所属产业", "department": "报送部门", "row_key": "行键"}


def test_without_dbt_there_are_no_metrics(tmp_path: Path) -> None:
    write_metrics(tmp_path / "metrics.json", tmp_path / "nothing.json", Lineage({}))
    assert list(tmp_path.iterdir()) == []
