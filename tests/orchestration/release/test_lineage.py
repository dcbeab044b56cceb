"""What the dictionary takes from dbt's manifest."""

from __future__ import annotations

from orchestration.release.lineage import ColumnText, Lineage

MANIFEST = {
    "sources": {
        "source.t.landing.key_projects": {
            "unique_id": "source.t.landing.key_projects",
            "name": "key_projects",
            "resource_type": "source",
        },
        "source.t.landing._submissions": {
            "unique_id": "source.t.landing._submissions",
            "name": "_submissions",
            "resource_type": "source",
        },
    },
    "nodes": {
        "model.t.stg_projects__key_projects": {
            "unique_id": "model.t.stg_projects__key_projects",
            "name": "stg_projects__key_projects",
            "resource_type": "model",
            "depends_on": {"nodes": ["source.t.landing.key_projects", "source.t.landing._submissions"]},
        },
        "seed.t.departments": {
            "unique_id": "seed.t.departments",
            "name": "departments",
            "resource_type": "seed",
            "depends_on": {"macros": []},
        },
        "model.t.fct_project_months": {
            "unique_id": "model.t.fct_project_months",
            "name": "fct_project_months",
            "resource_type": "model",
            "description": "每个项目\n每月一行。",
            "config": {"meta": {"title": "项目月度"}},
            "depends_on": {"nodes": ["model.t.stg_projects__key_projects", "seed.t.departments"]},
            "columns": {"land_mu": {"description": "用地", "config": {"meta": {"title": "面积", "unit": "亩"}}}},
        },
        "test.t.unique": {"unique_id": "test.t.unique", "name": "unique", "resource_type": "test"},
    },
}


def test_a_mart_is_fed_by_the_forms_above_it() -> None:
    table = Lineage(MANIFEST).tables["fct_project_months"]

    assert table.forms == ("key_projects",)
    assert (table.title, table.description) == ("项目月度", "每个项目 每月一行。")
    assert table.columns == {"land_mu": ColumnText("面积", "亩", "用地")}


def test_tests_are_no_tables() -> None:
    assert set(Lineage(MANIFEST).tables) == {"stg_projects__key_projects", "fct_project_months", "departments"}
