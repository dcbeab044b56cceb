"""The warehouse: every dbt model and test, run by one dbt invocation in this process."""

# Annotations are evaluated here (no __future__ import): Dagster looks at that of `context`.

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import dagster as dg

from orchestration.night.dbt_graph import DbtGraph
from orchestration.night.failure import as_failure
from orchestration.night.published import publish_night
from orchestration.night.run import Night, Stage
from sources.inbox import now

if TYPE_CHECKING:
    from orchestration.dbt_build import BuildOutcome, NodeOutcome


def warehouse_assets(graph: DbtGraph) -> dg.AssetsDefinition:
    """Return the dbt models as assets with their tests as checks; a build that failed ends the night unpublished."""

    @dg.multi_asset(
        name="warehouse",
        specs=list(graph.assets.values()),
        check_specs=list(graph.checks.values()),
        required_resource_keys={"night"},
    )
    def warehouse(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
        night: Night = context.resources.night
        with as_failure():
            build = make_warehouse(night)
        yield from node_results(build, graph)
        if not build.success:
            # Without its tables nothing after this step can run: publishing says why, and keeps the file to look at.
            with as_failure(), night.during(Stage.PUBLISH):
                publish_night(night)

    return warehouse


def make_warehouse(night: Night) -> "BuildOutcome":
    """Build the DuckDB file of this night and remember how every node fared."""
    # Late: dbt takes two seconds to import.
    from orchestration.dbt_build import build_warehouse

    with night.during(Stage.BUILD):
        night.build = build_warehouse(
            night.home,
            night.warehouse,
            as_of=now(),
            on_node=lambda name, done, total: night.watch(Stage.BUILD, name, done, total),
        )
    return night.build


def node_results(build: "BuildOutcome", graph: DbtGraph) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """Yield a materialization per table that was built and a check result per test that ran."""
    for node in build.nodes:
        if node.unique_id in graph.assets and node.status == "success":
            yield dg.MaterializeResult(asset_key=graph.assets[node.unique_id].key, metadata={"seconds": node.seconds})
    for node in build.nodes:
        if node.unique_id in graph.checks and node.status != "skipped":
            yield _check_result(node, graph.checks[node.unique_id])


def _check_result(node: "NodeOutcome", spec: dg.AssetCheckSpec) -> dg.AssetCheckResult:
    metadata: dict[str, Any] = {"seconds": node.seconds, "failures": node.failures or 0}
    if node.message:
        metadata["message"] = node.message
    return dg.AssetCheckResult(
        asset_key=spec.asset_key,
        check_name=spec.name,
        passed=node.status in ("pass", "success"),
        severity=dg.AssetCheckSeverity.WARN if node.status == "warn" else dg.AssetCheckSeverity.ERROR,
        metadata=metadata,
    )
