"""The conventions of the warehouse, checked over dbt's manifest: a new model keeps to them or a test says which it broke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from sources.contract import load_catalog

Manifest = dict[str, Any]
Node = dict[str, Any]

CATALOG = load_catalog()

#: Foreign key → the dimension that all facts share under it.
DIMENSIONS = {
    "enterprise_id": "dim_enterprises",
    "project_id": "dim_projects",
    "carrier_id": "dim_carriers",
    "asset_id": "dim_assets",
    "organization_id": "dim_party_organizations",
    "company": "dim_companies",
}
#: What says which cell a row came from.
LINEAGE = {"form", "submission_id", "sheet", "sheet_row", "row_key"}
#: Rows of these are not rows of a sheet: they speak of submissions, or add up what single units may not be shown of.
NOT_OF_SHEETS = {
    "fct_obligations",
    "fct_submissions",
    "fct_findings",
    "fct_finding_events",
    "fct_finding_groups",
    "fct_decisions",
    "fct_rule_results",
    "fct_industrial_totals",
    "fct_quality_scores",
    "fct_targets",
    "fct_assessment_evaluations",
}


def models(manifest: Manifest, *folders: str) -> list[Node]:
    return [
        node for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["fqn"][1] in folders
    ]  # fmt: skip


def facts(manifest: Manifest) -> list[Node]:
    return [node for node in models(manifest, "marts") if node["name"].startswith("fct_")]


def columns_with(manifest: Manifest, kind: str) -> Iterator[tuple[str, str, str | None]]:
    """Yield model, column and, of relationships, the model referred to, for each test of a kind."""
    names = {node["unique_id"]: node["name"] for node in manifest["nodes"].values()}
    for node in manifest["nodes"].values():
        if node["resource_type"] == "test" and (node.get("test_metadata") or {}).get("name") == kind:
            on = node["attached_node"]
            others = [names[parent] for parent in node["depends_on"]["nodes"] if parent != on]
            yield names[on], node["column_name"], others[0] if others else None


def names_of(nodes: Iterable[Node]) -> set[str]:
    return {node["name"] for node in nodes}


def test_every_description_begins_with_the_grain(manifest: Manifest) -> None:
    found = models(manifest, "staging", "intermediate", "marts", "indicators")
    assert len(found) > 100
    silent = {node["name"] for node in found if not re.search("每.*一行", node["description"].split("。")[0])}
    assert silent == set()


def test_contracts_are_enforced(manifest: Manifest) -> None:
    loose = [
        node["name"] for node in models(manifest, "staging", "marts", "indicators")
        if not node["config"]["contract"]["enforced"]
    ]  # fmt: skip
    assert loose == []


def test_the_key_of_every_mart_is_tested(manifest: Manifest) -> None:
    unique = {model for model, _, _ in columns_with(manifest, "unique")}
    # dim_forms is written from the forms, whose ids are file names.
    assert names_of(models(manifest, "marts")) - unique <= {"dim_forms"}


def test_foreign_keys_lead_to_the_shared_dimensions(manifest: Manifest) -> None:
    related = {(model, column): to for model, column, to in columns_with(manifest, "relationships")}
    for fact in facts(manifest):
        for column in DIMENSIONS.keys() & fact["columns"].keys():
            assert related.get((fact["name"], column)) == DIMENSIONS[column], f"{fact['name']}.{column}"


def test_enterprises_and_projects_are_known_through_identities_only(manifest: Manifest) -> None:
    ways = {"enterprise_id": "int_enterprise_identities", "project_id": "int_project_identities"}
    for fact in facts(manifest):
        for column in ways.keys() & fact["columns"].keys():
            assert ways[column] in _above(manifest, fact), f"{fact['name']}.{column}"


@pytest.mark.parametrize("kind", ["enterprise", "project"])
def test_every_form_that_mentions_somebody_feeds_identities(manifest: Manifest, kind: str) -> None:
    field = {"enterprise": "uscc", "project": "project_no"}[kind]
    mentioning = {f"stg_{form.department}__{form.id}" for form in CATALOG if field in form.fields}
    (mentions,) = [node for node in models(manifest, "intermediate") if node["name"] == f"int_{kind}_mentions"]
    assert len(mentioning) > 5
    assert mentioning <= _above(manifest, mentions)


def test_every_fact_leads_back_to_cells(manifest: Manifest) -> None:
    blind = {
        fact["name"] for fact in facts(manifest)
        if fact["name"] not in NOT_OF_SHEETS and not fact["columns"].keys() >= LINEAGE
    }  # fmt: skip
    assert blind == set()


def test_every_form_is_used_by_a_fact_or_dimension(manifest: Manifest) -> None:
    marts = [node for node in models(manifest, "marts") if node["name"].startswith(("fct_", "dim_"))]
    # Identities read nearly every form and feed nearly every fact: to be mentioned there is not to be used.
    used = {name for mart in marts for name in _above(manifest, mart, but=("_mentions", "_identities"))}
    assert {f"stg_{form.department}__{form.id}" for form in CATALOG} - used == set()


def test_what_people_look_at_is_made_of_marts(manifest: Manifest) -> None:
    nodes = manifest["nodes"]
    exposures = manifest["exposures"].values()
    assert {exposure["name"] for exposure in exposures} >= {"dashboard", "dispatch", "bulletin", "self_inspection"}
    shown = {parent for exposure in exposures for parent in exposure["depends_on"]["nodes"]}
    assert {nodes[parent]["fqn"][1] for parent in shown} <= {"marts", "indicators"}
    assert {nodes[parent]["schema"] for parent in shown} == {"main"}
    readable = {node["name"] for node in models(manifest, "marts") if node["schema"] == "main"}
    assert readable - {nodes[parent]["name"] for parent in shown} == set()


def test_rows_of_single_units_stay_in_their_schema(manifest: Manifest) -> None:
    restricted = {form.restricted: f"stg_{form.department}__{form.id}" for form in CATALOG if form.restricted}
    by_name = {node["name"]: node for node in models(manifest, "staging", "intermediate", "marts", "indicators")}
    assert restricted.keys() == {"statistics", "ballots"}
    assert {by_name[name]["schema"] for name in restricted.values()} == restricted.keys()
    hidden = {node["unique_id"] for node in by_name.values() if node["schema"] != "main"}
    for node in by_name.values():
        if node["schema"] == "main" and hidden & set(node["depends_on"]["nodes"]):
            assert "sheet_row" not in node["columns"], node["name"]


def test_what_rules_say_of_restricted_rows_is_said_about_their_form(manifest: Manifest) -> None:
    """A finding is masked by its form: a rule that reads restricted rows must not tell of them on another form."""
    schemas = {node["unique_id"]: node["schema"] for node in manifest["nodes"].values()}
    restricted = {form.id: form.restricted for form in CATALOG if form.restricted}
    reading = [
        (node, hidden) for node in models(manifest, "quality")
        if (hidden := {schemas.get(parent) for parent in node["depends_on"]["nodes"]} & set(restricted.values()))
    ]  # fmt: skip
    assert len(reading) >= 7
    for node, hidden in reading:
        assert node["schema"] == "restricted"
        assert {restricted.get(node["config"]["meta"]["rule"]["forms"][0])} == hidden, node["name"]


def _above(manifest: Manifest, node: Node, but: tuple[str, ...] = ()) -> set[str]:
    """Return the names of all models that a model is made of, at any distance; not through those ending with ``but``."""
    found: dict[str, str] = {}
    waiting = list(node["depends_on"]["nodes"])
    while waiting:
        parent = manifest["nodes"].get(unique_id := waiting.pop())
        if parent is None or unique_id in found or parent["name"].endswith(but or (" ",)):
            continue
        found[unique_id] = parent["name"]
        waiting += parent["depends_on"].get("nodes", [])
    return set(found.values())
