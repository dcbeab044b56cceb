"""The metrics of a release: ``metrics.json`` is dbt's semantic manifest, and MetricFlow compiles questions about it to SQL.

Nothing is computed here and no database is opened: whoever asks runs the SQL on the release that the metrics belong to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from typing import Any

from sources.periods import first_day, last_day

#: Dimensions that every semantic model has: together they say which row of which sheet a figure came from.
TRACE = ("form", "submission_id", "sheet", "sheet_row", "row_key")

#: Entity that every semantic model has: two scopes are never added.
SCOPE = "scope"

#: MetricFlow knows no time before and after these months.
FIRST_MONTH, LAST_MONTH = "2000-01", "2040-12"

#: From the finest to the coarsest.
GRAINS = ("month", "quarter", "year")

_RELATION = re.compile(r'"[^"]+"\."([^"]+)"\."(\w+)"')
_PERIODS = {
    "month": "strftime(metric_time__month, '%Y-%m')",
    "quarter": "year(metric_time__quarter) || '-Q' || quarter(metric_time__quarter)",
    "year": "cast(year(metric_time__year) as varchar)",
}


class UnknownMetricError(ValueError):
    """There is no such indicator, dimension or grain; the text says so in Chinese."""


@dataclass(frozen=True)
class Dimension:
    """What a metric can be divided by: its ``name`` (the column of the answer), Chinese ``title``, and how it is asked for."""

    name: str
    title: str
    path: str


@dataclass(frozen=True)
class Question:
    """A metric (by the id of its indicator) by grain and dimension in a range of months, both ends included."""

    indicator: str
    grain: str = "month"
    dimension: str | None = None
    since: str | None = None
    until: str | None = None


class Metrics:
    """The metrics of one release. ``text`` is its ``metrics.json``; loading MetricFlow takes a second or two."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._declared = json.loads(text)
        self._metrics: dict[str, Any] = {metric["name"]: metric for metric in self._declared["metrics"]}

    @cached_property
    def indicators(self) -> dict[str, dict[str, Any]]:
        """Indicator → ``config.meta`` of its newest definition, with the metric's ``name`` as ``metric``, in order of id."""
        found: dict[str, dict[str, Any]] = {}
        for name, metric in self._metrics.items():
            meta = (metric["config"] or {}).get("meta", {})
            known = found.get(meta.get("id", ""), {}).get("version", 0)
            if "id" in meta and meta.get("version", 1) > known:
                found[meta["id"]] = {"version": 1, "grain": "month", **meta, "metric": name}
        return dict(sorted(found.items()))

    def grains(self, indicator: str) -> tuple[str, ...]:
        """Return the grains of an indicator: that of its figures, and coarser ones. Raises ``UnknownMetricError``."""
        return GRAINS[GRAINS.index(self._indicator(indicator)["grain"]) :]

    def dimensions(self, indicator: str) -> list[Dimension]:
        """Return what an indicator can be divided by; nothing, when it is computed from several facts.

        Raises ``UnknownMetricError``.
        """
        models = self._models(self._indicator(indicator)["metric"])
        if len(models) != 1:
            return []
        (model,) = models.values()
        primary = next(entity["name"] for entity in model["entities"] if entity["type"] == "primary")
        return [
            Dimension(one["name"], one["label"] or one["name"], f"{primary}__{one['name']}")
            for one in model["dimensions"]
            if one["type"] == "categorical" and one["name"] not in TRACE
        ]

    def sql(self, question: Question) -> str:
        """Return SQL with columns ``period``, ``scope``, the dimension if any, and ``value`` (ratios are fractions).

        Raises ``UnknownMetricError`` for what the release does not know, ``ValueError`` for a month that is none or lies
        beyond ``FIRST_MONTH`` and ``LAST_MONTH``.
        """
        for month in filter(None, (question.since, question.until)):
            if not FIRST_MONTH <= month <= LAST_MONTH:
                raise ValueError(f"月份 {month} 应在 {FIRST_MONTH} 与 {LAST_MONTH} 之间")
        metric = self._indicator(question.indicator)["metric"]
        if question.grain not in self.grains(question.indicator):
            raise UnknownMetricError(f"指标 {question.indicator} 没有“{question.grain}”的数值")
        known = {one.name: one for one in self.dimensions(question.indicator)}
        if question.dimension and question.dimension not in known:
            raise UnknownMetricError(f"指标 {question.indicator} 不能按“{question.dimension}”分")
        divided = [known[question.dimension]] if question.dimension else []
        groups = [f"metric_time__{question.grain}", SCOPE, *(one.path for one in divided)]
        compiled = self._compiled(metric, groups, question)
        columns = [f"{_PERIODS[question.grain]} as period", SCOPE, *(f"{one.path} as {one.name}" for one in divided)]
        order = ", ".join(["period", SCOPE, *(one.name for one in divided)])
        return (
            f"with figures as (\n{compiled.strip()}\n)\nselect {', '.join(columns)},"
            f" cast({metric} as decimal(18, 6)) as value\nfrom figures\nwhere {metric} is not null\norder by {order}"
        )

    def _indicator(self, indicator: str) -> dict[str, Any]:
        if indicator not in self.indicators:
            raise UnknownMetricError(f"当前版本没有指标 {indicator} 的定义")
        return self.indicators[indicator]

    def _models(self, metric: str) -> dict[str, Mapping[str, Any]]:
        """Return the semantic models that a metric is computed from, by name."""
        measures = {given["name"] for given in self._metrics[metric]["type_params"]["input_measures"]}
        return {
            model["name"]: model
            for model in self._declared["semantic_models"]
            if measures & {measure["name"] for measure in model["measures"]}
        }

    def _compiled(self, metric: str, groups: list[str], question: Question) -> str:
        since, until = question.since, question.until
        text = compiled(
            self._engine,
            metric_names=[metric],
            group_by_names=groups,
            time_constraint_start=datetime.combine(first_day(since), time.min) if since else None,
            time_constraint_end=datetime.combine(last_day(until), time.min) if until else None,
        )
        return _RELATION.sub(lambda match: match[2] if match[1] == "main" else f"{match[1]}.{match[2]}", text)

    @cached_property
    def _engine(self) -> Any:
        return explaining_engine(self._text)


def explaining_engine(manifest: str) -> Any:
    """Return a MetricFlow engine that only explains: its client knows the dialect and never connects."""
    from metricflow.engine.metricflow_engine import MetricFlowEngine
    from metricflow.protocols.sql_client import SqlEngine
    from metricflow.sql.render.duckdb_renderer import DuckDbSqlPlanRenderer
    from metricflow_semantics.model.dbt_manifest_parser import parse_manifest_from_dbt_generated_manifest
    from metricflow_semantics.model.semantic_manifest_lookup import SemanticManifestLookup

    class DuckDbDialect:
        sql_engine_type = SqlEngine.DUCKDB
        sql_plan_renderer = DuckDbSqlPlanRenderer()

    lookup = SemanticManifestLookup(parse_manifest_from_dbt_generated_manifest(manifest_json_string=manifest))
    return MetricFlowEngine(lookup, DuckDbDialect())


def compiled(engine: Any, **request: Any) -> str:
    """Return the SQL of a request (the arguments of ``MetricFlowQueryRequest.create``)."""
    from metricflow.engine.metricflow_engine import MetricFlowQueryRequest

    answer = engine.explain(MetricFlowQueryRequest.create(**request))
    text: str = answer.sql_statement.without_descriptions.sql
    return text
