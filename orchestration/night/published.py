"""The end of a night: the indicators counted, the release published."""

# Annotations are evaluated here (no __future__ import): Dagster looks at that of `context`.

from typing import Any

import dagster as dg

from orchestration.night.failure import as_failure
from orchestration.night.run import Night, Stage

INDICATORS = dg.AssetKey("indicators")
RELEASE = dg.AssetKey("release")
_VALUES = dg.AssetKey("indicator_values")

_COUNTS = """
    select count(*), count(distinct indicator_id), count(distinct period), max(period) from main.indicator_values
"""


def published_assets(tables: list[dg.AssetKey]) -> list[dg.AssetsDefinition]:
    """Return the indicators and the release; the release waits for every table of the warehouse."""
    return [_indicators(), _release(tables)]


def _indicators() -> dg.AssetsDefinition:
    @dg.asset(
        key=INDICATORS,
        deps=[_VALUES],
        group_name="published",
        description="指标：每个指标、期间、口径的数值，由 MetricFlow 按同一定义计算。",
        required_resource_keys={"night"},
        kinds={"duckdb"},
    )
    def indicators(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
        night: Night = context.resources.night
        with as_failure(), night.during(Stage.PUBLISH, "指标"):
            return dg.MaterializeResult(metadata=count_indicators(night))

    return indicators


def count_indicators(night: Night) -> dict[str, Any]:
    """Count the figures of this night's warehouse: values, indicators, periods and the latest period."""
    # Late: only a run needs the engine.
    from sources.published.read import open_file

    with open_file(night.warehouse) as connection:
        values, indicators, periods, latest = connection.execute(_COUNTS).fetchall()[0]
    night.indicator_count = indicators
    return {"values": values, "indicators": indicators, "periods": periods, "latest_period": latest or "无"}


def _release(tables: list[dg.AssetKey]) -> dg.AssetsDefinition:
    @dg.asset(
        key=RELEASE,
        deps=[INDICATORS, *tables],
        group_name="published",
        description="发布：检查通过后，current 指向新的一版；检查不过，上一版继续有效。",
        required_resource_keys={"night"},
        kinds={"duckdb"},
    )
    def release(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
        night: Night = context.resources.night
        with as_failure(), night.during(Stage.PUBLISH):
            publish_night(night)
        assert night.release is not None
        return dg.MaterializeResult(
            metadata={"release": night.release.release_id, "path": dg.MetadataValue.path(str(night.release.folder))}
        )

    return release


def publish_night(night: Night) -> None:
    """Publish this night's warehouse. Raises ``ReleaseRefusedError`` with the reasons when it may not be."""
    from orchestration.release.publication import publish

    if night.build is None:
        raise RuntimeError("发布的是同一次运行里建好的库：请运行整个作业 nightly，不要单独运行 release。")
    batch = night.intake.batch_id if night.intake else None
    night.release = publish(night.home, night.warehouse, night.build, batch_id=batch)
