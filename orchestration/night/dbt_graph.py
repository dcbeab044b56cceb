"""The dbt project as Dagster assets: one per model and seed, each test a check of the table it looks at.

Read from the manifest as plain JSON: importing dagster-dbt and asking it for the same specs costs more than the whole
of what a refresh may add to a bare ``dbt build``, and its runner starts dbt as a process of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import dagster as dg

from orchestration.night.received import INBOX, form_key

TABLES = ("model", "seed", "snapshot")
_PLAIN = re.compile(r"^[A-Za-z0-9_]+$")


@dataclass(frozen=True)
class DbtGraph:
    """Assets by the unique id of their dbt node, and checks by the unique id of their test."""

    assets: Mapping[str, dg.AssetSpec]
    checks: Mapping[str, dg.AssetCheckSpec]


def dbt_graph(manifest: Mapping[str, Any], forms: Collection[str]) -> DbtGraph:
    """Derive the assets and checks of a manifest (as JSON) whose sources are the forms' landing tables.

    Unit tests look at SQL, not at tables; a night does not run them. A test that looks at no table of ours (only at sources) has no asset to stand on and is left to dbt's own verdict.
    """
    nodes: Mapping[str, Any] = manifest["nodes"]
    keys = {
        unique_id: dg.AssetKey(node["name"])
        for unique_id, node in nodes.items()
        if node["resource_type"] in TABLES and node["config"].get("materialized") != "ephemeral"
    }
    for unique_id, source in manifest["sources"].items():
        keys[unique_id] = form_key(source["name"]) if source["name"] in forms else INBOX
    assets = {
        unique_id: _table_spec(node, sorted(set(_upstream(node, nodes, keys))))
        for unique_id, node in nodes.items()
        if unique_id in keys
    }
    return DbtGraph(assets, dict(_checks(manifest, assets)))


def _upstream(
    node: Mapping[str, Any], nodes: Mapping[str, Any], keys: Mapping[str, dg.AssetKey]
) -> Iterator[dg.AssetKey]:
    """Yield what a table is made from, looking through ephemeral models."""
    for parent in node.get("depends_on", {}).get("nodes", []):
        if parent in keys:
            yield keys[parent]
        elif parent in nodes:
            yield from _upstream(nodes[parent], nodes, keys)


def _table_spec(node: Mapping[str, Any], upstream: list[dg.AssetKey]) -> dg.AssetSpec:
    kind, folder = node["resource_type"], node["fqn"][1]
    return dg.AssetSpec(
        dg.AssetKey(node["name"]),
        deps=upstream,
        group_name="seeds" if kind == "seed" else folder if _PLAIN.match(folder) and len(node["fqn"]) > 2 else "models",
        description=node.get("description") or None,
        metadata={"dbt": node["unique_id"], "sql": node["original_file_path"]},
        kinds={"dbt", "duckdb"},
    )


def _checks(manifest: Mapping[str, Any], assets: Mapping[str, dg.AssetSpec]) -> Iterator[tuple[str, dg.AssetCheckSpec]]:
    taken: set[tuple[dg.AssetKey, str]] = set()
    for test in manifest["nodes"].values():
        if test["resource_type"] != "test":
            continue
        target = _target(test, assets)
        if target is None:
            continue
        name = _check_name(test, taken, target)
        taken.add((target, name))
        yield (
            test["unique_id"],
            dg.AssetCheckSpec(
                name,
                asset=target,
                description=test.get("description") or None,
                metadata={"dbt": test["unique_id"]},
                blocking=False,
            ),
        )


def _target(test: Mapping[str, Any], assets: Mapping[str, dg.AssetSpec]) -> dg.AssetKey | None:
    """Return the table that a test looks at: the one it is attached to, else the first it reads."""
    looked_at = [test.get("attached_node"), *test.get("depends_on", {}).get("nodes", [])]
    return next((assets[unique_id].key for unique_id in looked_at if unique_id in assets), None)


def _check_name(test: Mapping[str, Any], taken: set[tuple[dg.AssetKey, str]], target: dg.AssetKey) -> str:
    """Return the test's name; Dagster takes ASCII only, and each name once per asset."""
    name = test["name"]
    if _PLAIN.match(name) and (target, name) not in taken:
        return str(name)
    digest = hashlib.sha256(test["unique_id"].encode()).hexdigest()[:8]
    return f"{re.sub(r'[^A-Za-z0-9_]+', '_', name).strip('_')}_{digest}"
