"""The dbt project as assets and checks, from a small manifest."""

from __future__ import annotations

from typing import Any

import dagster as dg

from orchestration.night.dbt_graph import dbt_graph

FORMS = ("key_projects",)


def a_node(unique_id: str, *, reads: tuple[str, ...] = (), **changes: Any) -> dict[str, Any]:
    kind, _, name = unique_id.split(".", 2)
    return {
        "unique_id": unique_id,
        "name": name,
        "resource_type": kind,
        "fqn": ["taizhang", "marts", name],
        "config": {"materialized": "table"},
        "depends_on": {"nodes": list(reads)},
        "original_file_path": f"models/marts/{name}.sql",
        "description": "",
        **changes,
    }


def a_manifest(*nodes: dict[str, Any]) -> dict[str, Any]:
    return {
        "nodes": {node["unique_id"]: node for node in nodes},
        "sources": {
            "source.t.landing.key_projects": {"name": "key_projects"},
            "source.t.landing._findings": {"name": "_findings"},
        },
    }


def test_a_model_depends_on_the_assets_of_what_it_reads() -> None:
    manifest = a_manifest(
        a_node("model.t.stg_projects", reads=("source.t.landing.key_projects",)),
        a_node("model.t.fct_findings", reads=("source.t.landing._findings", "model.t.stg_projects")),
    )
    assets = dbt_graph(manifest, FORMS).assets
    depends = {
        spec.key.to_user_string(): {dep.asset_key.to_user_string() for dep in spec.deps} for spec in assets.values()
    }
    assert depends == {"stg_projects": {"landing/key_projects"}, "fct_findings": {"inbox", "stg_projects"}}


def test_an_ephemeral_model_is_looked_through() -> None:
    manifest = a_manifest(
        a_node("model.t.hidden", reads=("source.t.landing.key_projects",), config={"materialized": "ephemeral"}),
        a_node("model.t.fct_project_months", reads=("model.t.hidden",)),
    )
    assets = dbt_graph(manifest, FORMS).assets
    assert list(assets) == ["model.t.fct_project_months"]
    assert [dep.asset_key for dep in assets["model.t.fct_project_months"].deps] == [
        dg.AssetKey(["landing", "key_projects"])
    ]


def test_a_test_checks_the_table_it_is_attached_to() -> None:
    manifest = a_manifest(
        a_node("model.t.dim_projects"),
        a_node("model.t.fct_project_months"),
        a_node(
            "test.t.relationships_fct",
            reads=("model.t.dim_projects", "model.t.fct_project_months"),
            attached_node="model.t.fct_project_months",
        ),
    )
    checks = dbt_graph(manifest, FORMS).checks
    assert {(spec.asset_key.to_user_string(), spec.name) for spec in checks.values()} == {
        ("fct_project_months", "relationships_fct"),
    }


def test_tests_with_chinese_or_equal_names_stay_apart() -> None:
    def named(unique_id: str, name: str) -> dict[str, Any]:
        return a_node(unique_id, name=name, reads=("model.t.dim_projects",))

    manifest = a_manifest(
        a_node("model.t.dim_projects"), named("test.t.a", "级别_在册"), named("test.t.b", "状态_在册"), named("test.t.c", "same"),
        named("test.t.d", "same"),
    )  # fmt: skip
    names = [spec.name for spec in dbt_graph(manifest, FORMS).checks.values()]
    assert len(set(names)) == 4
    assert all(name.isascii() for name in names)


def test_a_test_of_sources_alone_stands_on_no_asset() -> None:
    manifest = a_manifest(a_node("test.t.source_only", reads=("source.t.landing.key_projects",)))
    assert dbt_graph(manifest, FORMS).checks == {}
